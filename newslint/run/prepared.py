"""Compiled expressions and what TOML files say, kept from run to run: they take a third of a cold check.

They lie in the user's own cache folder, as bytecode lies beside its module, and are read from nowhere else. The files
are of one version of Python; one that is not whole, or not the user's own, is not used, and made anew.
"""

import marshal
import sys
from collections.abc import Mapping
from contextlib import suppress
from itertools import accumulate, pairwise

from newslint.disk.toml import tables
from newslint.model.expressions import store
from newslint.run.home import packed, read_own, unpacked, write_own

_EXPRESSIONS = "expressions-4"  # what was kept in another form is not read
_TABLES = "tables"
_MOST = 8_000_000  # bytes
_MOST_KEPT = 2_000  # expressions, or files; with more of them it starts over


def bring() -> None:
    """Have what earlier runs compiled and read at hand, and note what this one does."""
    if sys.implementation.name != "cpython" or sys.byteorder != "little" or store.is_kept:
        return
    store.is_kept = tables.is_kept = True
    data = read_own(_name(_TABLES), _MOST)
    if data is not None:
        with suppress(ValueError, TypeError, EOFError):
            tables.known = dict(marshal.loads(data))
    data = read_own(_name(_EXPRESSIONS), _MOST)
    if data is not None:
        with suppress(ValueError, TypeError, EOFError):
            table, codes = unpacked(data)
            store.brought, store.codes = dict(table), codes


def keep() -> None:
    """Keep what this run compiled and read; where that cannot be, the next run does it again."""
    if tables.has_grown:
        tables.has_grown = False
        if len(tables.known) > _MOST_KEPT:
            tables.known.clear()
        write_own(_name(_TABLES), marshal.dumps(tables.known))
    if not store.has_grown:
        return
    store.has_grown = False
    found = {key: bytes(store.codes[slice(*place)]) for key, place in store.brought.items()}
    found |= {key: marshal.dumps(known) for key, known in store.known.items()}
    if len(found) > _MOST_KEPT:
        found.clear()
    write_own(_name(_EXPRESSIONS), _packed(found))


def _packed(found: Mapping[tuple[str, int], bytes]) -> bytes:
    """A table of where the code of each expression stands, and the codes."""
    ends = list(accumulate(map(len, found.values()), initial=0))
    return packed(dict(zip(found, pairwise(ends), strict=True)), found.values())


def _name(kind: str) -> str:
    # The engine's code is that of one release; a hexadecimal version tells betas apart, too.
    return f"{kind}-{sys.implementation.cache_tag}-{sys.hexversion:x}"
