"""Completion, asked of the shells themselves."""

import subprocess

import pytest
from command import newslint
from tools import program


def script(shell):
    code, out, err = newslint("completion", shell)
    assert (code, err) == (0, "")
    return out


def bash_offers(*words):
    """What bash would offer for the last of the words."""
    line = " ".join(f"'{word}'" for word in words)
    ask = f"""{script("bash")}
COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _newslint
printf "%s\\n" "${{COMPREPLY[@]}}"
"""
    done = subprocess.run([program("bash"), "-c", ask], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_bash_completes_commands_and_the_options_of_each():
    assert bash_offers("newslint", "expl") == ["explain"]
    assert bash_offers("newslint", "check", "--stat") == ["--statistics"]
    assert bash_offers("newslint", "rules", "--stat") == []
    assert bash_offers("newslint", "--stat") == ["--statistics"]  # check is the default


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_read_their_script(shell, tmp_path):
    file = tmp_path / "completion"
    file.write_text(script(shell), encoding="utf-8")
    done = subprocess.run([program(shell), "-n", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_fish_says_what_an_option_is_about():
    assert "'__fish_seen_subcommand_from check' -l fix -d 'make the safe fixes in the files'\n" in script("fish")
