"""What takes longer than it may is broken off, whatever the system has for it."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from newslint.model.errors import NewslintError, Overtime
from newslint.run.deadline import deadline


def hangs():
    with deadline("a.txt", 0.2):
        until = time.monotonic() + 20
        while time.monotonic() < until:
            time.sleep(0.01)


def broken_off():
    began = time.monotonic()
    with pytest.raises(NewslintError, match="took longer than"):
        hangs()
    assert time.monotonic() - began < 10


def test_in_the_main_thread():
    broken_off()


def test_in_another_thread():
    with ThreadPoolExecutor() as pool:
        pool.submit(broken_off).result()


def test_without_an_alarm(monkeypatch):
    """As on Windows."""
    signal = pytest.importorskip("_signal")
    monkeypatch.delattr(signal, "setitimer", raising=False)
    broken_off()


def test_an_end_that_was_dropped_on_the_way_is_still_an_end():
    """Python drops what is raised in a callback of a weak reference: nothing waits for it for ever."""

    def dropped():
        with deadline("a.txt", 0.1), suppress(Overtime):
            time.sleep(0.05)
            until = time.monotonic() + 20
            while time.monotonic() < until:
                pass

    with ThreadPoolExecutor() as pool:
        work = pool.submit(dropped)
        with pytest.raises(NewslintError, match=r"a\.txt: not checked: it took longer than 0\.1 s"):
            work.result(timeout=30)


def test_a_thread_whose_time_was_up_can_be_traced():
    """Python 3.11 hangs at the first traced call of a thread in which an exception was asked for and taken back."""

    def three():
        return 3

    def traced():
        broken_off()
        sys.settrace(lambda *_: None)
        try:
            return three()
        finally:
            sys.settrace(None)

    with ThreadPoolExecutor() as pool:
        assert pool.submit(traced).result(timeout=20) == 3
