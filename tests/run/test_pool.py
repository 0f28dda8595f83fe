"""A process that is killed or hangs costs its file, and no other; none outlives its parent."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import TWICE, newslint, write

from newslint.run import pool as module
from newslint.run.pool import Pool
from newslint.run.processes import Checking, check_all
from newslint.run.run import Run
from newslint.run.settings import Options

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these runs hand their own Run to forked processes")
FILES = 30


class Deadly(Run):
    """Dies or hangs on files that say so, and keeps a tally of how often each was begun."""

    tally: Path

    def check_file(self, path, data=None):
        with open(self.tally, "a") as file:
            file.write(path.name + "\n")
        words = path.read_text()
        if "KILL" in words and os.getpid() != self.parent:
            os.kill(os.getpid(), signal.SIGKILL)
        if "ONCE" in words and self.tally.read_text().count(path.name) == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in words:  # as a library does that heeds no signal
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
            time.sleep(600)
        return super().check_file(path, data)


@pytest.fixture
def desk(tmp_path):
    for number in range(FILES):
        write(tmp_path / f"{number:02}.txt", TWICE)
    return tmp_path


def reports(desk, jobs=2, **options):
    run = Deadly(Options(no_config=True, select=("sentences/repeated-word",), **options))
    run.parent = os.getpid()
    run.tally = desk / "tally"
    write(run.tally, "")
    paths = sorted(desk.glob("*.txt"))
    found = check_all(run, paths, jobs=jobs).files
    assert [file.path for file in found] == [path.as_posix() for path in paths]
    return {Path(file.path).name: file for file in found}, run.tally.read_text().split()


def test_a_killed_process_costs_its_file_and_no_other(desk):
    write(desk / "07.txt", "KILL")
    found, begun = reports(desk)
    (error,) = found.pop("07.txt").errors
    assert error.startswith(f"{desk.as_posix()}/07.txt: not checked: its process was killed (signal 9), twice")
    assert all(len(file.findings) == 1 and not file.errors for file in found.values())
    assert begun.count("07.txt") == 2


def test_what_was_killed_once_is_taken_up_again(desk):
    write(desk / "07.txt", TWICE + "\nONCE\n")
    found, _ = reports(desk)
    assert len(found) == FILES
    assert all(len(file.findings) == 1 and not file.errors for file in found.values())


def test_every_file_a_killer(desk):
    for number in range(FILES):
        write(desk / f"{number:02}.txt", "KILL")
    found, _ = reports(desk, jobs=3)
    assert all(len(file.errors) == 1 for file in found.values())


def test_what_hangs_is_given_up_and_said(desk, monkeypatch):
    monkeypatch.setattr(module, "_GRACE", 0.3)
    write(desk / "07.txt", "HANG")
    began = time.perf_counter()
    found, _ = reports(desk, timeout=0.5)
    assert time.perf_counter() - began < 10
    (error,) = found.pop("07.txt").errors
    assert "07.txt: not checked: it took longer than 0.5 s; --timeout gives it more" in error
    assert all(len(file.findings) == 1 for file in found.values())


@pytest.mark.parametrize("allowed", range(4))
def test_where_no_process_can_be_started_the_work_is_done_with_fewer(desk, monkeypatch, allowed):
    real, started = module._Worker, []

    def start(*arguments):
        if len(started) >= allowed:
            raise OSError(errno.EAGAIN, "Resource temporarily unavailable")
        started.append(real(*arguments))
        return started[-1]

    monkeypatch.setattr(module, "_Worker", start)
    found, _ = reports(desk, jobs=3)
    assert len(started) == min(allowed, 3)
    assert all(len(file.findings) == 1 for file in found.values())


def test_what_cannot_be_sent_is_one_line(desk, monkeypatch):
    class Collects(Run):
        def check_file(self, path, data=None):
            return super().check_file(path, data)._replace(collected=({"a/b": lambda: None},))

    found = list(Pool(Checking(Collects(Options(no_config=True))), sorted(desk.glob("*.txt")), 2))
    assert len(found) == FILES
    assert all("newslint failed here" in file.errors[0] and "\n" not in file.errors[0] for file in found)


def children(pid):
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def alive(pid):
    try:
        return "State:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL, signal.SIGINT])
def test_no_process_outlives_the_run(tmp_path, how):
    for number in range(60):
        write(tmp_path / f"{number}.txt", TWICE + f"A sentence about the number {number} of them. " * 1000)
    command = [sys.executable, "-m", "newslint", "check", "--jobs", "2", "--no-cache", "."]

    def heed():
        # A test run in the background, or under nohup, has signals ignored, and a child would inherit that.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGHUP, signal.SIG_DFL)

    run = subprocess.Popen(
        command,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed,
    )
    workers = []
    until = time.monotonic() + 20
    while len(workers) < 2 and time.monotonic() < until:
        time.sleep(0.02)
        workers = children(run.pid)
    assert len(workers) == 2
    run.send_signal(how)
    run.communicate(timeout=10)  # a process left behind would keep the pipe open: `newslint . | tee` would hang
    until = time.monotonic() + 5
    while any(map(alive, workers)) and time.monotonic() < until:
        time.sleep(0.02)
    assert not [pid for pid in workers if alive(pid)]


def test_a_file_alone_is_given_up_too(tmp_path, monkeypatch):
    write(tmp_path / "a.txt", TWICE)

    class Slow(Run):
        def check_articles(self, path, source, articles):
            while True:
                try:
                    time.sleep(0.01)
                except Exception:  # as a rule that swallows everything
                    continue

    report = Slow(Options(no_config=True, timeout=0.3)).check_file(tmp_path / "a.txt")
    assert report.errors == (
        f"{(tmp_path / 'a.txt').as_posix()}: not checked: it took longer than 0.3 s; --timeout gives it more",
    )
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_a_size_limit_is_said_and_can_be_raised(tmp_path):
    write(tmp_path / "a.txt", TWICE * 1000)
    write(tmp_path / "b.txt", TWICE)
    code, out, err = newslint("check", "--max-size", "0.05", ".", cwd=tmp_path)
    assert (code, err) == (2, "newslint: a.txt: is larger than the limit of 0.05 MB; --max-size raises it\n")
    assert "b.txt:1:27" in out
    assert newslint("check", "--max-size", "1", ".", cwd=tmp_path)[2] == ""
    code, _, err = newslint("check", "--max-size", "0.05", "-", stdin=TWICE.encode() * 1000)
    assert (code, err.count("\n")) == (2, 1)
