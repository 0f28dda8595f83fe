"""What a person sees at a terminal, which is not what a program reads."""

import os
import re
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from command import QUIET, TWICE, newslint, write

pty = pytest.importorskip("pty", reason="pseudo-terminals are POSIX")
COMMAND = [sys.executable, "-m", "newslint"]
WITHOUT = ("NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS")


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory):
    """Where the user's own copy of the manual is built."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder


def environment(**more):
    return {key: value for key, value in os.environ.items() if key not in WITHOUT} | {"TERM": "xterm"} | more


def terminal(*arguments, cwd, **more):
    """All that the command writes to a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments], cwd=cwd, stdin=theirs, stdout=theirs, stderr=theirs, env=environment(**more)
    )
    os.close(theirs)
    said = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux's way to say that the other end is closed
            break
        if not piece:
            break
        said += piece
    os.close(ours)
    process.wait(timeout=60)
    return said.decode().replace("\r\n", "\n")


@pytest.fixture
def desk(tmp_path):
    write(tmp_path / "newslint.toml", 'select = ["sentences"]\n\n[severity]\n"sentences/repeated-word" = "error"\n')
    write(tmp_path / "a.txt", TWICE)
    write(tmp_path / "b.txt", QUIET)
    return tmp_path


def plain(words):
    return re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;;[^\x1b]*\x1b\\", "", words)


def test_findings_stand_below_their_file_with_their_severity_in_a_word(desk):
    assert plain(terminal("check", "a.txt", "b.txt", cwd=desk)) == (
        "a.txt\n  1:27  error    “to” stands twice.  sentences/repeated-word\n\n1 finding in 1 of 2 articles\n"
    )


def test_a_clean_run_says_so(desk):
    assert plain(terminal("check", "b.txt", cwd=desk)) == "1 article read, nothing found\n"


def test_what_is_not_read_is_counted_at_the_end(desk):
    write(desk / "old.pdf", "%PDF-1.4")
    assert plain(terminal("check", ".", cwd=desk)).endswith("1 finding in 1 of 2 articles; PDF files not read: 1\n")


def test_quiet_says_nothing_else(desk):
    assert terminal("check", "--quiet", "b.txt", cwd=desk) == ""
    assert "article" not in terminal("check", "--quiet", "a.txt", cwd=desk)


def test_a_pipe_gets_lines_and_nothing_else(desk):
    code, out, err = newslint("check", "a.txt", "b.txt", cwd=desk, env=environment())
    assert (code, out, err) == (1, "a.txt:1:27: sentences/repeated-word (error) “to” stands twice.\n", "")


@pytest.mark.parametrize(
    ("more", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_colour_on_a_terminal(desk, more, coloured):
    assert ("\x1b[31m" in terminal("check", "a.txt", cwd=desk, **more)) is coloured


@pytest.mark.parametrize(
    ("more", "coloured"), [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "0"}, False)]
)
def test_colour_in_a_pipe(desk, more, coloured):
    assert ("\x1b[31m" in newslint("check", "a.txt", cwd=desk, env=environment(**more))[1]) is coloured


def test_rules_are_links_to_the_desks_manual(desk):
    config = desk / "newslint.toml"
    config.write_text('manual = "https://desk.example/manual/"\n' + config.read_text())
    page = "https://desk.example/manual/rules/sentences/repeated-word.html"
    assert f"\x1b]8;;{page}\x1b\\" in terminal("check", "a.txt", cwd=desk)
    assert page not in newslint("check", "a.txt", cwd=desk)[1]


@pytest.mark.skipif(sys.platform != "linux", reason="the cache is elsewhere")
def test_without_one_they_are_links_to_the_users_own_copy(desk, cache):
    write(desk / "house/style/words.toml", 'kind = "avoid"\nsummary = "S."\n\n[terms]\n"very" = ""\n')
    write(desk / "newslint.toml", 'packs = ["house"]\n')
    write(desk / "a.txt", TWICE + "\nIt was very late.\n")
    links = set(re.findall(r"\x1b]8;;([^\x1b]+)\x1b", terminal("check", "a.txt", cwd=desk)))
    pages = {Path(unquote(link.removeprefix("file://"))) for link in links}
    assert {page.stem for page in pages} == {"repeated-word", "words"}
    assert all("<h1>" in page.read_text() and cache in page.parents for page in pages)
    built = [page.stat().st_mtime_ns for page in pages]
    terminal("check", "a.txt", cwd=desk)
    assert [page.stat().st_mtime_ns for page in pages] == built


def test_where_no_copy_can_be_kept_there_are_no_links(desk):
    write(desk / "file", "")
    assert "\x1b]8;;" not in terminal("check", "a.txt", cwd=desk, XDG_CACHE_HOME=str(desk / "file"))


def test_a_fix_says_how_many_mends_and_what_is_left(desk):
    write(
        desk / "house/style/words.toml", 'kind = "replace"\nsummary = "S."\nsafe = true\n\n[terms]\n"utilise" = "use"\n'
    )
    write(desk / "newslint.toml", 'packs = ["house"]\nselect = ["style/words", "sentences"]\n')
    write(desk / "a.txt", TWICE + "\nThey utilise boats and utilise cars.\n")
    _, out, err = newslint("check", "--fix", "a.txt", "b.txt", cwd=desk)
    assert err == "newslint: 2 mends made in 1 of 2 articles; 1 finding left\n"
    assert "repeated-word" in out


def test_what_goes_is_said_in_words(desk):
    write(desk / "house/style/words.toml", 'kind = "replace"\nsummary = "S."\n\n[terms]\n"quite" = ""\n')
    write(desk / "newslint.toml", 'packs = ["house"]\nselect = ["style/words"]\n')
    write(desk / "a.txt", "It was quite late.\n")
    assert "take it out" in newslint("check", "--format", "full", "a.txt", cwd=desk)[1]


def test_of_a_long_mark_the_end_is_shown(desk):
    write(
        desk / "a.txt",
        f"The fair opened. It drew {'many people and ' * 20}visitors who ate in the\n\nRain fell on it.\n",
    )
    shown = newslint("check", "--format", "full", "a.txt", cwd=desk)[1].splitlines()
    line, marks = next((a, b) for a, b in pairwise(shown) if "^" in b)
    assert line.endswith("visitors who ate in the")
    assert len(line) == len(marks) < 130


@pytest.mark.slow
def test_watch_reports_again_when_a_file_is_saved(desk):
    process = subprocess.Popen(
        [*COMMAND, "check", "--watch", "."],
        cwd=desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment(),
    )
    try:
        assert until(process, "waiting").count("repeated-word") == 1
        write(desk / "b.txt", TWICE)
        assert until(process, "waiting").count("repeated-word") == 2
        write(desk / "newslint.toml", 'select = ["sentense"]\n')
        assert "did you mean" in until(process, "did you mean")
        write(desk / "newslint.toml", 'ignore = ["sentences"]\n')
        assert "repeated-word" not in until(process, "waiting")
        assert process.poll() is None
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def until(process, word):
    """What a process writes up to a line with a word."""
    said, end = "", time.monotonic() + 60
    while time.monotonic() < end:
        line = process.stdout.readline().decode()
        said += line
        if word in line:
            return said
    raise AssertionError(said)


def test_watch_goes_with_files_only(desk):
    code, _, err = newslint("check", "--watch", "--fix", ".", cwd=desk)
    assert (code, err.count("\n")) == (2, 1)
