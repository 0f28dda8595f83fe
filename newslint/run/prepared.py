"""Compiled expressions, kept from run to run: to compile them takes a third of a cold check.

They lie in the user's own cache folder, as bytecode lies beside its module, and are read from nowhere else. The file
is of one version of Python; one that is not whole, or not the user's own, is not used, and made anew.
"""

import marshal
import sys
from contextlib import suppress

from newslint.model.expressions import store
from newslint.run.home import read_own, write_own

_FORM = 2  # of what is known of an expression; what was kept in another is not read
_MOST = 4_000_000  # bytes
_MOST_KEPT = 2_000  # expressions; with more of them it starts over


def bring() -> None:
    """Have what earlier runs compiled at hand, and note what this one compiles."""
    if sys.implementation.name != "cpython" or sys.byteorder != "little" or store.is_kept:
        return
    store.is_kept = True
    data = read_own(_name(), _MOST)
    if data is not None:
        with suppress(ValueError, TypeError, EOFError):
            store.known = marshal.loads(data)


def keep() -> None:
    """Keep what this run compiled; where that cannot be, the next run compiles it again."""
    if not store.has_grown:
        return
    store.has_grown = False
    if len(store.known) > _MOST_KEPT:
        store.known.clear()
    write_own(_name(), marshal.dumps(store.known))


def _name() -> str:
    # The engine's code is that of one release; a hexadecimal version tells betas apart, too.
    return f"expressions-{_FORM}-{sys.implementation.cache_tag}-{sys.hexversion:x}"
