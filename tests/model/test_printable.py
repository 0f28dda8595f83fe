"""What somebody else wrote gives no orders to a terminal or a CI server."""

import json
import os
import re
import subprocess
import sys

import pytest
from command import newslint, write
from hypothesis import given
from hypothesis import strategies as st

from newslint.model.printable import json_safe, one_line, printable

ORDER = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]|\A\s*::|##\w*\[")
NASTY = "\x1b[2J\x1b]0;owned\x07 \r\n::stop-commands::x ##[error]y ##vso[task] \x9b31m \u202etxt \udce9 <b> & é"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Plain words: 12 per cent, “said” — é", "Plain words: 12 per cent, “said” — é"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\tc", "a\\nb\\tc"),
        ("::error::x", "\\x3a:error::x"),
        ("std::vector", "std::vector"),
        ("## A heading", "## A heading"),
        ("##vso[task]", "#\\x23vso[task]"),
        ("\u202etxt", "\\u202etxt"),
    ],
)
def test_what_is_hidden_is_written_out(words, shown):
    assert printable(words) == shown


def test_a_message_stays_in_one_line():
    assert one_line("Write “to” for “in order\nto”.") == "Write “to” for “in order to”."


@given(st.text(st.characters() | st.sampled_from(NASTY)))
def test_nothing_gets_through(words):
    assert not ORDER.search(printable(words))
    assert not ORDER.search(one_line(words))


@given(st.recursive(st.text(st.characters() | st.sampled_from(NASTY)), lambda inner: st.lists(inner, max_size=3)))
def test_json_says_the_same(value):
    text = json_safe(json.dumps(value, ensure_ascii=False))
    assert json.loads(text) == json.loads(json.dumps(value))
    assert not ORDER.search(text)


FORMATS = ["text", "full", "json", "jsonl", "github", "gitlab", "sarif", "junit", "checkstyle", "rdjsonl", "html"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_safe_for_a_log(tmp_path, form):
    message = "No \\u001b[31m ##[error] \\u202e {found}"
    pack = f'kind = "avoid"\nsummary = "S."\nmessage = "{message}"\n[terms]\n"in order to" = "x"\n'
    write(tmp_path / "newslint.toml", 'packs = ["house"]\nselect = ["style/words"]\n')
    write(tmp_path / "house/style/words.toml", pack)
    names = ["::stop-commands::a.txt", "b\x1b[31m\n::error::.txt", "c##[group].txt", "d\u202e.txt"]
    for name in names:
        write(tmp_path / "in" / name, "They met in order\nto vote \x1b[31m now.\n")
    strange = os.fsencode(tmp_path / "in") + b"/e\xff.txt"
    with open(strange, "wb") as file:
        file.write(b"They met in order to vote.\n")
    # A file that cannot be read says so on standard error, under its name.
    with open(os.fsencode(tmp_path / "in") + b"/f\x1b\xff.txt", "wb") as file:
        file.write(b"caf\xe9\n")
    command = [sys.executable, "-m", "newslint", "check", "--show", "info", "--format", form, "."]
    done = subprocess.run(command, cwd=tmp_path / "in", capture_output=True, check=False)
    assert done.returncode == 2
    out, err = done.stdout.decode(), done.stderr.decode()
    assert out.count("in order") >= 5
    assert err.count("\n") == 1
    for line in (out + err).splitlines():
        line = re.sub(r"^::(warning|error|notice) |^::highlight", "", line) if form in ("github", "html") else line
        assert not ORDER.search(line.replace("\t", " ")), line
    if form in ("json", "sarif", "gitlab"):
        json.loads(out)


def test_other_commands_are_safe_too(tmp_path):
    write(tmp_path / "a.txt", "Ann \x1b[31mLee spoke. Lee said no.\n")
    write(tmp_path / "newslint.toml", 'packs = ["house"]\nnames = ["\\u001b[2J"]\n')
    pack = 'kind = "avoid"\nsummary = "S \\u001b[2J."\nmanual = "M \\u001b[2J"\n[terms]\n"x" = "\\u001b"\n'
    write(tmp_path / "house/style/words.toml", pack)
    for arguments in (["rules"], ["config"], ["explain", "style/words"], ["cast", "a.txt"], ["test", "house"]):
        _, out, err = newslint(*arguments, cwd=tmp_path)
        assert "\x1b" not in out + err, arguments
