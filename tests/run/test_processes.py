"""Runs over many files: the same report whatever the processes and the cache."""

import os
import signal
import subprocess
import sys
import time
from functools import partial

import pytest
from command import QUIET, TWICE, newslint, write

from newslint.findings.report import FileReport
from newslint.run.cache import Cache


@pytest.fixture
def desk(tmp_path):
    for number in range(40):
        write(tmp_path / f"{number:02}.txt", (TWICE if number % 3 else QUIET) + f"\nArticle {number} ends here.\n")
    return tmp_path


def test_jobs_and_cache_change_nothing(desk):
    alone = newslint("check", "--format", "jsonl", "--jobs", 1, "--no-cache", ".", cwd=desk)
    assert alone[0] == 1
    assert newslint("check", "--format", "jsonl", "--jobs", 3, "--no-cache", ".", cwd=desk) == alone
    assert newslint("check", "--format", "jsonl", ".", cwd=desk) == alone
    assert (desk / ".newslint_cache").is_dir()
    assert newslint("check", "--format", "jsonl", ".", cwd=desk) == alone


def test_the_cache_sees_a_changed_article_and_a_changed_config(desk):
    newslint("check", ".", cwd=desk)
    write(desk / "00.txt", TWICE)
    assert "00.txt:1:27" in newslint("check", ".", cwd=desk)[1]
    write(desk / "newslint.toml", 'ignore = ["sentences", "boilerplate"]\n')
    assert newslint("check", ".", cwd=desk) == (0, "", "")


def test_an_article_that_cannot_be_read_is_one_line_among_many(desk):
    (desk / "07.txt").write_bytes(b"caf\xe9")
    code, out, err = newslint("check", "--jobs", 2, ".", cwd=desk)
    assert code == 2
    assert err.count("\n") == 1
    assert "07.txt" in err
    assert "08.txt:1:27" in out


def test_a_broken_entry_is_ignored(desk):
    first = newslint("check", ".", cwd=desk)
    for entry in (desk / ".newslint_cache").iterdir():
        entry.write_bytes(b'{"key": 1')
    assert newslint("check", ".", cwd=desk) == first


def test_two_runs_at_once_do_no_harm(desk):
    command = [sys.executable, "-m", "newslint", "check", "."]
    runs = [subprocess.Popen(command, cwd=desk, stdout=subprocess.PIPE) for _ in range(3)]
    outputs = {run.communicate()[0] for run in runs}
    assert len(outputs) == 1


def test_clean_deletes_the_cache(desk):
    newslint("check", ".", cwd=desk)
    assert newslint("clean", cwd=desk)[0] == 0
    assert not (desk / ".newslint_cache").exists()


def test_a_full_disk_is_said_once_and_nothing_is_lost(tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    cache = Cache(tmp_path)
    monkeypatch.setattr(os, "replace", full)
    path = write(tmp_path / "a.txt", TWICE)
    cache.put(path, b"", "key", FileReport("a.txt"))
    assert "No space left on device" in cache.trouble
    assert cache.get(path, b"", "key") is None
    assert sorted(entry.name for entry in (tmp_path / ".newslint_cache").iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_no_error(desk):
    os.chmod(desk, 0o555)
    code, _, err = newslint("check", ".", cwd=desk)
    os.chmod(desk, 0o755)
    assert code == 1
    assert "cache is not kept" in err


def test_interrupt_exits_130_without_a_traceback(tmp_path):
    for number in range(400):
        write(tmp_path / f"{number}.txt", TWICE + f"A sentence about the number {number} of them. " * 200)
    command = [sys.executable, "-m", "newslint", "check", "--jobs", "2", "."]
    # A test run in the background has its interrupts ignored, and a child would inherit that.
    heed = partial(signal.signal, signal.SIGINT, signal.default_int_handler)
    run = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heed)
    time.sleep(1.0)
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=30)
    assert (run.returncode, out, err) == (130, b"", b"")


def test_since_checks_only_what_git_says_has_changed(tmp_path):
    def git(*arguments):
        identity = ["-c", "user.name=desk", "-c", "user.email=desk@example.org"]
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init", "-q")
    write(tmp_path / "old.txt", TWICE)
    write(tmp_path / "edited é.txt", QUIET)
    git("add", ".")
    git("commit", "-qm", "first")
    write(tmp_path / "edited é.txt", TWICE)
    write(tmp_path / "new.txt", TWICE)
    _, out, _ = newslint("check", "--since", "HEAD", ".", cwd=tmp_path)
    assert [line.split(":")[0] for line in out.splitlines()] == ["edited é.txt", "new.txt"]
