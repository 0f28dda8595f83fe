"""Reading files that somebody else put there: regular ones, of a bounded size, each fault in one line."""

from __future__ import annotations

import mmap
import os
import stat
from pathlib import Path

from newslint.model.errors import NewslintError

# Bytes. An article is some kilobytes; a whole archive in one file is not an article.
MOST = 50_000_000
# Bytes of a config, a rule, a list of what to leave out.
MOST_SETTINGS = 5_000_000


def read_file(path: Path, most: int = MOST, *, option: str = "") -> bytes:
    """The bytes of a regular file of at most ``most``. Raises NewslintError, its culprit the path.

    ``option``: what raises the limit, for the message.
    """
    name = path.as_posix()
    try:
        # A pipe without a writer would keep a plain open waiting for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            found = os.fstat(handle)
            if not stat.S_ISREG(found.st_mode):
                kind = "a folder" if stat.S_ISDIR(found.st_mode) else "a pipe or a device; give it as -, standard input"
                raise NewslintError(name, f"cannot be read: it is {kind}")
            data = _read(handle, most + 1) if found.st_size <= most else None
        finally:
            os.close(handle)
    except (OSError, ValueError) as error:
        raise NewslintError(name, f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    except MemoryError:
        raise NewslintError(name, "cannot be read: there is not enough memory for it") from None
    if data is None or len(data) > most:
        mend = f"; {option} raises it" if option else ""
        raise NewslintError(name, f"is larger than the limit of {most / 1e6:g} MB{mend}")
    return data


def _read(handle: int, most: int) -> bytes:
    """All that is there, however the size is given: files of /proc say 0, others grow meanwhile."""
    parts = []
    while most > 0 and (part := os.read(handle, min(most, 1 << 24))):
        parts.append(part)
        most -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def mapped(path: Path) -> mmap.mmap:
    """The bytes of a file of ours that is replaced whole or not at all: only what is looked at is read. OSError."""
    with open(path, "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def read_text(path: Path, most: int = MOST_SETTINGS) -> str:
    """The text of a file in UTF-8. Raises NewslintError."""
    try:
        return read_file(path, most).decode("utf-8")
    except UnicodeDecodeError as error:
        raise NewslintError(path.as_posix(), f"is not UTF-8: byte {error.start + 1} cannot be read") from None


def inside(path: Path, folder: Path) -> bool:
    """Whether a path, all links followed, lies below a folder (or is it)."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # a circle of links, a name with a NUL
        return False
