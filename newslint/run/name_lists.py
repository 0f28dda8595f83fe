"""Lists of names that were learned: TOML for people, and in the user's own cache folder a table to be mapped.

To read 200,000 names takes half a second; to map their table, a tenth of a millisecond. The table is made anew when the
list has another size or time, and is read from nowhere but that folder.
"""

from __future__ import annotations

import mmap
import os
from pathlib import Path
from zlib import crc32

from newslint.model.errors import NewslintError
from newslint.model.name_table import NameTable, built
from newslint.run.home import cache_home
from newslint.settings.name_lists import names_in

_STAMP = 512  # bytes before the table: which list it is of


def load_list(path: Path) -> NameTable:
    """The table of a list of names. Raises NewslintError: there is none, or it is not as it should be."""
    try:
        state = path.stat()
    except OSError as error:
        raise NewslintError(str(path), f"cannot be read: {error.strerror}; mend `name-lists` in the config") from None
    stamp = f"{path.resolve()} {state.st_mtime_ns} {state.st_size}".encode("utf-8", "surrogateescape")[-_STAMP:]
    stamp = stamp.ljust(_STAMP)
    kept = _kept(path)
    table = _mapped(kept, stamp) if kept else None
    return table or _made(path, kept, stamp)


def _kept(path: Path) -> Path | None:
    try:
        return cache_home() / f"names-{crc32(os.fsencode(path.resolve())):08x}"
    except RuntimeError:  # no home
        return None


def _mapped(kept: Path, stamp: bytes) -> NameTable | None:
    try:
        with open(kept, "rb") as file:
            if file.read(_STAMP) != stamp:
                return None
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        return NameTable(memoryview(data)[_STAMP:])
    except (OSError, ValueError):
        return None


def _made(path: Path, kept: Path | None, stamp: bytes) -> NameTable:
    data = built(names_in(path).items())
    if kept is not None:
        from newslint.disk.writing import replace_file

        try:
            kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_file(kept, stamp + data, lasting=False)
        except (NewslintError, OSError):
            pass  # the next run makes it again
    return NameTable(data)
