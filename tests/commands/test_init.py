"""``newslint init``: what is written is a config that holds."""

import json
import os
import subprocess
import sys
import tomllib

import pytest
import yaml
from command import newslint, rows, write
from tools import ROOT


def test_answers_become_a_config_that_newslint_reads(tmp_path):
    options = ["--variety", "american", "--style", "ap", "--names", "Lindqvist, O’Hara", "--packs", "house"]
    code, out, err = newslint("init", *options, "--yes", cwd=tmp_path)
    assert (code, err) == (0, "")
    assert out == "newslint.toml is written; newslint config shows what is in force\n"
    assert (tmp_path / "house").is_dir()
    write(tmp_path / "a.txt", "The colour of the harbour is grey, and Lindqvist likes it.\n")
    (row, *_) = rows("--select", "style/mixed-varieties", "a.txt", cwd=tmp_path)
    assert row["message"] == "“colour” is British spelling; the house writes American English."
    listed = json.loads(newslint("rules", "--format", "json", "--on", cwd=tmp_path)[1])
    assert any(row["rule"].startswith("style/ap/") for row in listed)


def test_no_answer_leaves_everything_as_it_comes(tmp_path):
    assert newslint("init", cwd=tmp_path)[0] == 0  # no terminal: nothing is asked
    assert newslint("config", cwd=tmp_path)[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["newslint.toml"]


def test_a_hook_is_written_or_shown(tmp_path):
    write(tmp_path / "a/.pre-commit-config.yaml", "repos: []\n")
    assert "add to its repos" in newslint("init", "a", "--hook", "--yes", cwd=tmp_path)[1]
    assert (tmp_path / "a/.pre-commit-config.yaml").read_text() == "repos: []\n"
    (tmp_path / "b").mkdir()
    newslint("init", "b", "--hook", "--yes", cwd=tmp_path)
    ((repo,),) = yaml.safe_load((tmp_path / "b/.pre-commit-config.yaml").read_text()).values()
    (hook,) = repo["hooks"]
    shipped = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())[0]
    assert repo["repo"] == "local"  # it runs the newslint that is here, and fetches none
    assert {key: hook[key] for key in shipped if key not in ("description", "language")} == {
        key: value for key, value in shipped.items() if key not in ("description", "language")
    }


class Asked:
    """``newslint init`` at a terminal of its own; ``answer`` waits for a question and types a line."""

    def __init__(self, folder):
        pty = pytest.importorskip("pty", reason="pseudo-terminals are POSIX")
        self.ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "newslint", "init"]
        self.process = subprocess.Popen(command, cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs)
        os.close(theirs)
        self.said = ""

    def until(self, words):
        while words not in self.said:
            try:
                self.said += os.read(self.ours, 4096).decode()
            except OSError:  # Linux's way to say that the other end is closed
                pytest.fail(f"{words!r} is not in {self.said!r}")
        before, _, self.said = self.said.partition(words)
        return before

    def answer(self, question, given):
        self.until(question)
        self.until("]: ")
        os.write(self.ours, given.encode())

    def end(self):
        code = self.process.wait(timeout=60)
        os.close(self.ours)
        return code


def test_every_question_at_a_terminal_is_answered(tmp_path):
    write(tmp_path / "content/a.txt", "The the colour of the harbour is gray.\n")
    asked = Asked(tmp_path)
    asked.answer("English", "dutch\n")
    asked.until("“dutch” is none of them.")
    asked.answer("English", "am\n")
    asked.answer("style pack", "\n")
    asked.answer("Names", "Lindqvist, O’Hara\n")
    asked.answer("hold the articles", "content\n")
    asked.answer("rules of your own", "house\n")
    asked.answer("new from today", "yes\n")
    asked.answer("hook", "y\n")
    asked.until("newslint-baseline.jsonl: 3 findings in 1 file")
    assert asked.end() == 0
    config = tomllib.loads((tmp_path / "newslint.toml").read_text(encoding="utf-8"))
    assert config == {
        "names": ["Lindqvist", "O’Hara"],
        "files": ["content"],
        "packs": ["house"],
        "baseline": ".newslint-baseline.jsonl",
        "rules": {"style/mixed-varieties": {"variety": "american"}},
    }
    assert (tmp_path / "house").is_dir()
    assert (tmp_path / ".pre-commit-config.yaml").is_file()
    assert rows("content/a.txt", cwd=tmp_path) == []  # the baseline holds


def test_who_stops_answering_has_no_config(tmp_path):
    asked = Asked(tmp_path)
    asked.answer("English", "\n")
    asked.answer("style pack", "\x04")  # Ctrl-D
    asked.until("newslint: init: no more answers; nothing is written")
    assert asked.end() == 2
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_rules_that_cannot_be_made_is_named(tmp_path):
    write(tmp_path / "house", "a file\n")
    code, _, err = newslint("init", "--packs", "house", "--yes", cwd=tmp_path)
    assert code == 2
    assert err.startswith("newslint: house: the folder cannot be made")
    assert not (tmp_path / "newslint.toml").exists()


@pytest.mark.parametrize(
    ("folder", "said"), [("here", "here/newslint.toml: exists already"), ("none", "none: no such folder")]
)
def test_nothing_is_overwritten(tmp_path, folder, said):
    write(tmp_path / "here/newslint.toml", "names = []\n")
    code, _, err = newslint("init", folder, "--yes", cwd=tmp_path)
    assert code == 2
    assert err.startswith(f"newslint: {said}")
    assert (tmp_path / "here/newslint.toml").read_text() == "names = []\n"


def test_a_misspelt_variety_is_refused(tmp_path):
    write(tmp_path / "newslint.toml", '[rules."style/mixed-varieties"]\nvariety = "brittish"\n')
    write(tmp_path / "a.txt", "Nothing here.\n")
    code, _, err = newslint("check", "a.txt", cwd=tmp_path)
    assert code == 2
    assert 'is one of "any", "american", "british", not \'brittish\'; did you mean "british"?' in err
