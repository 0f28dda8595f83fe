"""The cache: what we put there ourselves, and nothing else."""

import errno
import json
import os
import tempfile

import pytest
from command import TWICE, newslint, write

from newslint.findings.report import FileReport
from newslint.run import cache as module
from newslint.run.cache import FOLDER, Cache
from newslint.run.run import Run
from newslint.run.settings import Options


@pytest.fixture(autouse=True)
def home(tmp_path_factory, monkeypatch):
    """A home of its own for the key."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def kept(tmp_path):
    """(cache, path, bytes, report) of an article whose report was put there."""
    path = write(tmp_path / "a.txt", TWICE)
    report = Run(Options(no_config=True)).check_file(path)
    cache = Cache(tmp_path)
    cache.put(path, TWICE.encode(), "key", report)
    return cache, path, TWICE.encode(), report


def entry_of(cache):
    (entry,) = [file for file in cache.folder.iterdir() if file.suffix == "" and file.name != ".gitignore"]
    return entry


def test_what_is_put_is_what_comes_back(kept):
    cache, path, data, report = kept
    found = cache.get(path, data, "key")
    assert found.findings == report.findings
    assert found.findings
    assert cache.get(path, data + b" ", "key") is None
    assert cache.get(path, data, "other") is None


@pytest.mark.parametrize(
    "words",
    [b"", b"\n", b"[" * 100_000, b'{"key": 1', b'{"findings": [], "suppressed": [], "collected": {}}'],
    ids=["empty", "line", "deep", "half", "shape"],
)
def test_what_somebody_else_put_there_hides_nothing(kept, words):
    cache, path, data, _ = kept
    entry_of(cache).write_bytes(words)
    assert cache.get(path, data, "key") is None


def test_an_entry_without_its_findings_is_not_believed(kept):
    """As one in a checkout would be made, by somebody who knows the article and the settings."""
    cache, path, data, _ = kept
    entry = entry_of(cache)
    seal, words = entry.read_bytes().split(b"\n")
    row = json.loads(words)
    row["findings"] = []
    entry.write_bytes(seal + b"\n" + json.dumps(row).encode())
    assert cache.get(path, data, "key") is None


def test_an_entry_of_another_user_is_not_believed(kept, home):
    cache, path, data, _ = kept
    (home / "newslint/cache.key").unlink()
    assert Cache(cache.folder.parent).get(path, data, "key") is None


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_linked_cache_is_refused_and_said_once(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / FOLDER).symlink_to("../elsewhere")
    for number in range(12):
        write(tmp_path / f"desk/{number}.txt", TWICE)
    code, out, err = newslint("check", ".", cwd=tmp_path / "desk")
    assert (code, out.count("sentences/repeated-word"), err.count("\n")) == (1, 12, 1)
    assert "no cache: it is a link" in err
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_an_entry_that_is_a_pipe_holds_nobody_up(kept):
    cache, path, data, _ = kept
    entry = entry_of(cache)
    entry.unlink()
    os.mkfifo(entry)
    assert cache.get(path, data, "key") is None


def test_a_home_that_cannot_be_written_is_said(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(write(tmp_path / "file", "")))
    assert "its key cannot be kept" in Cache(tmp_path).trouble


@pytest.mark.parametrize("call", ["open", "replace", "mkstemp", "mkdir", "urandom", "read"])
def test_any_call_may_fail_and_no_half_entry_is_read(tmp_path, monkeypatch, home, call):
    path = write(tmp_path / "a.txt", TWICE)
    report = FileReport("a.txt")
    for turn in range(60):
        counted = []

        def failing(real, turn=turn, counted=counted):
            def fail(*arguments, **options):
                counted.append(call)
                if len(counted) == turn + 1:
                    raise OSError(errno.ENOSPC, "No space left on device")
                return real(*arguments, **options)

            return fail

        with monkeypatch.context() as patch:
            place = tempfile if call == "mkstemp" else os
            patch.setattr(place, call, failing(getattr(place, call)))
            cache = Cache(tmp_path)
            cache.put(path, b"data", "key", report)
            cache.get(path, b"data", "key")
        assert "\n" not in cache.trouble
        later = Cache(tmp_path)
        if not later.trouble:
            later.put(path, b"data", "key", report)
            assert later.get(path, b"data", "key") is not None
        else:
            assert "delete it" in later.trouble  # a key that was written by half
            (home / "newslint/cache.key").unlink()
        if (tmp_path / FOLDER).exists():
            assert not list((tmp_path / FOLDER).glob("*.newslint"))
        if len(counted) <= turn:
            return
    pytest.fail("never went through")


def test_the_key_is_nobody_elses(home):
    module._secret(home / "newslint")
    key = home / "newslint/cache.key"
    assert len(key.read_bytes()) == 32
    if os.name != "nt":
        assert key.stat().st_mode & 0o077 == 0
