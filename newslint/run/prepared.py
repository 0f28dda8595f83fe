"""Compiled expressions, kept from run to run: to compile them takes a third of a cold check.

They lie in the user's own cache folder, as bytecode lies beside its module, and are read from nowhere else. The file
is of one version of Python; one that is not whole is not used, and made anew.
"""

import marshal
import sys
from pathlib import Path
from zlib import crc32

from newslint.disk.reading import read_file
from newslint.model.errors import NewslintError
from newslint.model.expressions import store
from newslint.run.home import cache_home

_MOST = 4_000_000  # bytes
_MOST_KEPT = 2_000  # expressions; with more of them it starts over
_CHECK = 4  # bytes


def bring() -> None:
    """Have what earlier runs compiled at hand, and note what this one compiles."""
    if sys.implementation.name != "cpython" or sys.byteorder != "little" or store.is_kept:
        return
    store.is_kept = True
    try:
        data = read_file(_path(), _MOST)
        if int.from_bytes(data[:_CHECK], "little") == crc32(data[_CHECK:]):
            store.known = marshal.loads(data[_CHECK:])
    except (NewslintError, RuntimeError, ValueError, TypeError, EOFError):
        pass


def keep() -> None:
    """Keep what this run compiled; where that cannot be, the next run compiles it again."""
    if not store.has_grown:
        return
    store.has_grown = False
    from newslint.disk.writing import replace_file

    if len(store.known) > _MOST_KEPT:
        store.known.clear()
    data = marshal.dumps(store.known)
    try:
        path = _path()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(path, crc32(data).to_bytes(_CHECK, "little") + data, lasting=False)
    except (NewslintError, OSError, RuntimeError):
        pass


def _path() -> Path:
    # The engine's code is that of one release; a hexadecimal version tells betas apart, too.
    return cache_home() / f"expressions-{sys.implementation.cache_tag}-{sys.hexversion:x}"
