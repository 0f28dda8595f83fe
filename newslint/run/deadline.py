"""A file's time: what takes longer is broken off, and said."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from newslint.model.errors import NewslintError, Overtime

# Seconds that a file may take; the largest that may be read takes one or two minutes on a slow machine.
GENEROUS = 300.0
_STEPS = 100  # of a thread, a millisecond each, in which an exception that was asked for has surely come


def too_long(seconds: float) -> str:
    """What is said of a file that was given up."""
    return f"not checked: it took longer than {seconds:g} s; --timeout gives it more"


@contextmanager
def deadline(culprit: str, seconds: float) -> Iterator[None]:
    """Break off what takes longer, with a NewslintError about ``culprit``; 0 for no limit.

    The system's alarm interrupts Python between two of its steps, in the main thread of a Unix process; elsewhere
    another thread does: see ``deadline_in_thread``. What hangs within a library's own code is ended with its process:
    see ``pool``.
    """
    # The module signal makes enumerations of its numbers, in more time than all else here takes.
    import _signal as signal  # type: ignore[import-not-found]

    if not seconds:
        yield
        return
    if not hasattr(signal, "setitimer"):
        with deadline_in_thread(culprit, seconds):
            yield
        return

    def ring(*_: object) -> None:
        raise Overtime

    try:
        before = signal.signal(signal.SIGALRM, ring)
    except ValueError:  # not the main thread
        with deadline_in_thread(culprit, seconds):
            yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except Overtime:
        raise NewslintError(culprit, too_long(seconds)) from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def deadline_in_thread(culprit: str, seconds: float) -> Iterator[None]:
    """The same in any thread: another one waits, and has the interpreter raise Overtime in this one."""
    import ctypes
    import threading
    import time

    raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
    this = ctypes.c_ulong(threading.get_ident())
    lock = threading.Lock()
    done = rung = met = False

    def ring() -> None:
        nonlocal rung
        with lock:
            if not done:
                rung = True
                raise_in(this, ctypes.py_object(Overtime))

    timer = threading.Timer(seconds, ring)
    timer.daemon = True
    timer.start()
    try:
        try:
            yield
        except Overtime:
            met = True
            raise
        finally:
            with lock:
                done = True
            timer.cancel()
            # What has not been raised yet must not meet what comes after, and to take it back would leave Python 3.11
            # looking for it at every call of this thread. It comes at the next steps of this thread, or has come
            # already where Python drops exceptions, such as in a callback of a weak reference.
            for _ in range(_STEPS if rung and not met else 0):
                time.sleep(0.001)
            if rung and not met:
                raise Overtime
    except Overtime:
        raise NewslintError(culprit, too_long(seconds)) from None
