"""Our own modules' bytecode in one file, kept from run to run: a cold check imports some 300 of them.

To find each in its folder, and to open and read it there, takes longer than to run its code. The file lies in the
user's own cache folder (see ``home.read_own``); a module is taken from it only while its source has the size and the
time that it had, as Python itself does with ``__pycache__``. All others are imported as ever.
"""

import marshal
import os
import sys
from collections.abc import Container, Iterator, Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from types import CodeType, ModuleType
from zlib import crc32

from newslint.run.home import cache_home, packed, read_own, unpacked, write_own

_OURS = ("newslint", "newslint_rules")
_NAME = "modules-"
_MOST = 40_000_000  # bytes
_MOST_FILES = 8  # of installations; the oldest go

# (source file, its time in ns, its size, where Python keeps its bytecode, whether it is a package, bytecode from, to).
# Of a module's row the offsets count from the end of the table.
_Row = tuple[str, int, int, str, bool, int, int]


class _Loader(SourceFileLoader):
    """Loads a source file whose bytecode is at hand."""

    def __init__(self, name: str, path: str, data: memoryview) -> None:
        super().__init__(name, path)
        self.data = data

    def get_code(self, fullname: str) -> CodeType | None:
        with suppress(ValueError, TypeError, EOFError):
            code = marshal.loads(self.data)
            if isinstance(code, CodeType):
                return code
        return super().get_code(fullname)


class Modules:
    """A finder, for ``sys.meta_path``, of the modules that a file holds."""

    def __init__(self, data: memoryview | bytes) -> None:
        """Raises ValueError, TypeError or EOFError for bytes that ``packed`` did not make."""
        table, self._codes = unpacked(memoryview(data)) if data else ({}, memoryview(b""))
        self._rows: dict[str, _Row] = dict(table)
        if not all(type(row) is tuple and len(row) == 7 for row in self._rows.values()):
            raise ValueError("no table of modules")
        self._before = frozenset(sys.modules)  # what is imported by then will be so the next time

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        row = self._rows.get(name)
        if row is None or not path:
            return None
        source, _, _, kept, is_package, start, end = row
        beside = path[0] + os.sep + name.rpartition(".")[2]
        if source != (f"{beside}{os.sep}__init__.py" if is_package else f"{beside}.py") or not _is_current(row):
            return None
        loader = _Loader(name, source, self._codes[start:end])
        within = [os.path.dirname(source)] if is_package else None
        spec = spec_from_file_location(name, source, loader=loader, submodule_search_locations=within)
        if spec is not None:
            spec.cached = kept
        return spec

    def packed(self) -> bytes | None:
        """The bytes for the next run, with what this one imported besides; None if that is nothing."""
        new = dict(_imported(self._before))
        if not new:
            return None
        rows: dict[str, _Row] = {}
        codes: list[bytes | memoryview] = []
        at = 0
        found: dict[str, tuple[_Row, bytes | memoryview]] = {
            name: (row, self._codes[row[-2] : row[-1]]) for name, row in self._rows.items() if _is_current(row)
        }
        for name, (row, code) in sorted({**found, **new}.items()):
            rows[name] = (*row[:5], at, at + len(code))
            at += len(code)
            codes.append(code)
        return packed(rows, codes)


def _is_current(row: _Row) -> bool:
    try:
        found = os.stat(row[0])
    except OSError:
        return False
    return (found.st_mtime_ns, found.st_size) == row[1:3]


def _imported(before: Container[str]) -> Iterator[tuple[str, tuple[_Row, bytes]]]:
    """Our modules that Python had to look for in their folders."""
    for name, module in list(sys.modules.items()):
        if name in before or name.partition(".")[0] not in _OURS or "." not in name:
            continue
        spec = module.__spec__
        # What is frozen in a program has another loader, a package without __init__.py has none.
        if spec is None or spec.name != name or type(spec.loader) is not SourceFileLoader or not spec.cached:
            continue
        with suppress(OSError, ImportError, SyntaxError, ValueError):
            found = os.stat(spec.loader.path)
            code = marshal.dumps(spec.loader.get_code(name))
            is_package = spec.submodule_search_locations is not None
            yield name, ((spec.loader.path, found.st_mtime_ns, found.st_size, spec.cached, is_package, 0, 0), code)


def bring() -> None:
    """Have what earlier runs imported at hand."""
    if sys.implementation.name != "cpython" or _brought():
        return
    try:
        modules = Modules(read_own(_name(), _MOST) or b"")
    except (ValueError, TypeError, EOFError):
        modules = Modules(b"")
    sys.meta_path.insert(0, modules)


def keep() -> None:
    """Keep what this run imported, where bytecode may be kept at all (``python -B``)."""
    modules = _brought()
    if modules is None or sys.dont_write_bytecode:
        return
    data = modules.packed()
    if data is not None:
        write_own(_name(), data)
        with suppress(OSError, RuntimeError):
            files = sorted(cache_home().glob(f"{_NAME}*"), key=lambda path: path.stat().st_mtime)
            for path in files[:-_MOST_FILES]:
                path.unlink()


def _brought() -> Modules | None:
    return next((finder for finder in sys.meta_path if isinstance(finder, Modules)), None)


def _name() -> str:
    # Bytecode is that of one release, and of a level of optimization; each installation has a file of its own.
    tag = f"{sys.implementation.cache_tag}-{sys.hexversion:x}-{sys.flags.optimize}"
    return f"{_NAME}{tag}-{crc32(os.path.dirname(__file__).encode('utf-8', 'surrogateescape')):08x}"
