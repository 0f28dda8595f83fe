"""Every call of the system fails in its turn, in every command that writes: old or new, told, and nothing left."""

import errno
import json
import os
import tempfile
from pathlib import Path

import pytest
from command import write

from newslint.commands.cli import main
from newslint.disk import writing

pytestmark = pytest.mark.skipif(os.name == "nt", reason="calls of Unix")
PACK = 'kind = "replace"\nsummary = "S."\nsafe = true\n[terms]\n"in order to" = "to"\n'
OLD, NEW = "They met in order to vote.\n", "They met to vote.\n"
FILES = ("a.txt", "b.txt")
COMMANDS = {
    "fix": ["check", "--fix", "--no-cache", "--exit-zero", *FILES],
    "baseline": ["baseline", *FILES],
    "cache": ["check", "--exit-zero", "--jobs", "2", "."],
    "report": ["check", "--exit-zero", "--no-cache", "--format", "sarif:out.sarif", *FILES],
}
FULL = OSError(errno.ENOSPC, "No space left on device")
CALLS = {
    "open": FULL,
    "read": OSError(errno.EIO, "Input/output error"),
    "memory": MemoryError(),
    "fsync": FULL,
    "replace": FULL,
    "chmod": FULL,
    "mkstemp": FULL,
    "scandir": OSError(errno.EMFILE, "Too many open files"),
    "fork": OSError(errno.EAGAIN, "Resource temporarily unavailable"),
}


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    desk = tmp_path / "desk"
    write(desk / "newslint.toml", 'packs = ["house"]\nselect = ["style/words"]\n')
    write(desk / "house/style/words.toml", PACK)
    for number in range(8):
        write(desk / f"more/{number}.txt", OLD)
    monkeypatch.chdir(desk)
    return desk


def restore(desk):
    for name in FILES:
        write(desk / name, OLD)
    for left in (desk / "out.sarif", desk / ".newslint-baseline.jsonl", *(desk / ".newslint_cache").glob("*")):
        left.unlink(missing_ok=True)


def failing(monkeypatch, call, turn):
    """Have the call of this name fail on its turn, from 0; the list grows with each call."""
    calls = []
    where, name = {"memory": (os, "read"), "mkstemp": (tempfile, "mkstemp")}.get(call, (os, call))
    real = getattr(where, name)

    def fail(*arguments, **options):
        calls.append(arguments)
        if len(calls) == turn + 1:
            raise CALLS[call]
        return real(*arguments, **options)

    monkeypatch.setattr(where, name, fail)
    return calls


def whole(desk):
    """What the run wrote, each old or new."""
    texts = [(desk / name).read_text() for name in FILES]
    assert set(texts) <= {OLD, NEW}
    report, baseline = desk / "out.sarif", desk / ".newslint-baseline.jsonl"
    return {
        "fix": texts == [NEW, NEW],
        "report": report.exists() and len(json.loads(report.read_text())["runs"][0]["results"]) == 2,
        "baseline": baseline.exists() and len(list(map(json.loads, baseline.read_text().splitlines()))) == 2,
        "cache": True,
    }


@pytest.mark.slow
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_call_that_fails_loses_nothing(desk, capsys, monkeypatch, command, call):
    if not hasattr(os, call) and call not in ("memory", "mkstemp"):
        pytest.skip(f"no {call} here")
    for turn in range(120):
        restore(desk)
        writing._cleared.clear()
        with monkeypatch.context() as patch:
            calls = failing(patch, call, turn)
            code = main(COMMANDS[command])
        said = capsys.readouterr().err
        assert code in (0, 2), said
        assert "failed" not in said
        assert "Traceback" not in said
        assert not list(Path(desk).rglob(".*.newslint"))
        assert whole(desk)[command] or code == 2, said
        if len(calls) <= turn and code == 0:  # none was left to fail, here or in a process of ours
            return
    pytest.fail("never went through")
