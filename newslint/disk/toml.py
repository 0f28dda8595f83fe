"""TOML files, and what those said that earlier runs read: to import the parser takes longer than to read a rule."""

from __future__ import annotations

import marshal
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from newslint.disk.reading import read_text

_LARGEST = 100_000  # bytes of a file that is kept
_SETTLED = 2_000_000_000  # nanoseconds after which a file that is saved once more has another time


class Tables:
    """What TOML files said, by their absolute path. ``run/prepared.py`` brings and keeps it."""

    def __init__(self) -> None:
        self.known: dict[str, tuple[int, int, bytes]] = {}  # their time in ns, their size, and what they said
        self.is_kept = False  # whether anybody will ask for what is read
        self.has_grown = False

    def read(self, path: Path) -> dict[str, Any]:
        """What a file says, anew each time. Raises NewslintError: it cannot be read; ValueError: it is no TOML."""
        try:
            found = os.stat(path) if self.is_kept else None
        except (OSError, ValueError):
            found = None
        if found is None:
            return _parsed(path)
        name, stamp = os.path.abspath(path), (found.st_mtime_ns, found.st_size)
        known = self.known.get(name)
        if known is not None and known[:2] == stamp:
            with suppress(ValueError, TypeError, EOFError):
                return dict(marshal.loads(known[2]))
        data = _parsed(path)
        if found.st_size <= _LARGEST and time.time_ns() - found.st_mtime_ns > _SETTLED:
            with suppress(ValueError):  # of a date
                self.known[name] = (*stamp, marshal.dumps(data))
                self.has_grown = True
        return data


tables = Tables()


def _parsed(path: Path) -> dict[str, Any]:
    import rtoml

    return rtoml.loads(read_text(path))
