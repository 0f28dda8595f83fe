"""A bar on the terminal for runs that take long."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Seconds before the bar shows, and between two of its steps.
_DELAY, _STEP = 1.0, 0.1
_WIDTH = 30


@contextmanager
def progress_bar(total: int) -> Iterator[Callable[[int], None] | None]:
    """Gives a function to call with the number of files done, or None where there is no terminal to draw on."""
    if not sys.stderr.isatty():
        yield None
        return
    due = time.monotonic() + _DELAY
    drawn = False

    def step(done: int) -> None:
        nonlocal due, drawn
        now = time.monotonic()
        if now >= due:
            due, drawn = now + _STEP, True
            full = _WIDTH * done // total
            print(f"\r{'█' * full}{'·' * (_WIDTH - full)} {done}/{total} articles", end="", file=sys.stderr, flush=True)

    try:
        yield step
    finally:
        if drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
