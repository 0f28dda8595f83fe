"""The folder where this user's programs keep what they can make again."""

import marshal
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from io import FileIO
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any
from zlib import crc32

_CHECK = 4  # bytes


_SIZE = 8  # bytes that say how long a table is


def packed(table: Any, parts: Iterable[bytes | memoryview]) -> bytes:
    """A table of plain values and the bytes that it tells of, for ``unpacked``."""
    head = marshal.dumps(table)
    return b"".join([len(head).to_bytes(_SIZE, "little"), head, *parts])


def unpacked(data: memoryview) -> tuple[Any, memoryview]:
    """The table, and the bytes after it. Raises ValueError, TypeError or EOFError for what ``packed`` did not make."""
    end = _SIZE + int.from_bytes(data[:_SIZE], "little")
    return marshal.loads(data[_SIZE:end]), data[end:]


def cache_home() -> Path:
    """newslint's part of it; it may not exist. Raises RuntimeError where the user has no home."""
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    home = Path(given) if given and os.path.isabs(given) else Path.home() / ".cache"
    return home / "newslint"


def read_own(name: str, most: int) -> memoryview | None:
    """What ``write_own`` kept under a name, of at most ``most`` bytes; None where it is not there or not whole.

    Nor is a file read that is not this user's own, or that others may write: it may hold whatever they like.
    """
    with suppress(OSError, RuntimeError, ValueError, MemoryError):
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        handle = os.open(cache_home() / name, flags)
        with open(handle, "rb", buffering=0) as file:
            found = os.fstat(handle)
            if not (stat.S_ISREG(found.st_mode) and _CHECK <= found.st_size <= most and _is_ours(found)):
                return None
            data = memoryview(_contents(file, found.st_size))
        if int.from_bytes(data[:_CHECK], "little") == crc32(data[_CHECK:]):
            return data[_CHECK:]
    return None


def _contents(file: FileIO, size: int) -> bytes | mmap:
    """A file's bytes; Windows alone cannot replace one that is mapped."""
    return file.read(size) or b"" if os.name == "nt" else mmap(file.fileno(), size, access=ACCESS_READ)


def _is_ours(found: os.stat_result) -> bool:
    return os.name == "nt" or (found.st_uid == os.geteuid() and not found.st_mode & 0o022)


def write_own(name: str, data: bytes) -> None:
    """Keep bytes for ``read_own``; where that cannot be, they are made again the next time."""
    from newslint.disk.writing import replace_file
    from newslint.model.errors import NewslintError

    with suppress(NewslintError, OSError, RuntimeError):
        path = cache_home() / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(OSError):
            if not _is_ours(path.lstat()):
                path.unlink()
        replace_file(path, crc32(data).to_bytes(_CHECK, "little") + data, lasting=False)
