"""Which files a run reads."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.disk.reading import inside
from newslint.model.errors import NewslintError, unforeseen
from newslint.readers.unreadable import KINDS

if TYPE_CHECKING:
    from newslint.run.ignores import Ignores


def find_files(
    paths: Iterable[str],
    suffixes: Sequence[str],
    troubles: list[str] | None = None,
    passed: dict[str, int] | None = None,
) -> Iterator[Path]:
    """The named files, and every article below the named folders, sorted by name, each once.

    A folder gives the files whose suffix a reader knows, without hidden ones and those that a .gitignore leaves out.
    A named file is read whatever its name. What in a folder cannot be read, or should not, is told in a line of
    ``troubles``, and raised where there are none to tell. ``passed``: counts copy that no reader reads, by its suffix
    (``readers.unreadable.KINDS``). Raises NewslintError for a path that does not exist.
    """
    paths = list(paths)
    several = len(paths) > 1  # a folder alone gives each file once, and may hold millions
    seen: set[str] = set()
    for name in paths:
        path = Path(name)
        if _is_folder(path):
            found: Iterable[Path] = _Walk(path, tuple(suffixes), troubles, passed)
        elif path.exists() or path.is_symlink():
            found = (path,)
        else:
            raise NewslintError(name, "no such file or folder")
        for file in found:
            if not several:
                yield file
            elif (key := str(file)) not in seen:
                seen.add(key)
                yield file


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError) as error:
        raise NewslintError(str(path), f"cannot be read: {getattr(error, 'strerror', None) or error}") from None


class _Walk:
    """The articles below a folder."""

    def __init__(
        self, root: Path, suffixes: tuple[str, ...], troubles: list[str] | None, passed: dict[str, int] | None
    ) -> None:
        self._passed = passed
        self._root = root
        self._suffixes = suffixes
        self._troubles = troubles

    def _trouble(self, culprit: Path | str, message: str) -> None:
        error = NewslintError(str(culprit), message)
        if self._troubles is None:
            raise error
        self._troubles.append(str(error))

    def _unreadable(self, error: OSError) -> None:
        self._trouble(error.filename, f"cannot be read: {error.strerror}")

    def __iter__(self) -> Iterator[Path]:
        # Read in the working folder's own words: a run must not stop because that folder is gone.
        ignores: Ignores | None = None
        for folder, folders, files in os.walk(self._root, onerror=self._unreadable):
            here = Path(folder)
            if ignores is None:
                ignores = self._ignores()
            ignores.enter(here)
            folders[:] = sorted(
                name
                for name in folders
                if not name.startswith(".")
                and not name.endswith(".egg-info")  # of an installed plugin that lies here
                and not ignores.hit(here / name, folder=True)
                and self._is_below(here / name)
            )
            for name in sorted(files):
                if name.lower().endswith(self._suffixes) and not name.startswith("."):
                    path = here / name
                    if not ignores.hit(path) and self._is_article(path):
                        yield path
                elif self._passed is not None:
                    self._count(here / name, self._passed, ignores)

    def _count(self, path: Path, passed: dict[str, int], ignores: Ignores) -> None:
        suffix = path.suffix.lower()
        if suffix in KINDS and not path.name.startswith(".") and not ignores.hit(path):
            passed[suffix] = passed.get(suffix, 0) + 1

    def _ignores(self) -> Ignores:
        from newslint.run.ignores import Ignores

        try:
            return Ignores(self._root, self._trouble)
        except OSError as error:
            raise NewslintError(str(self._root), unforeseen(error)) from None

    def _is_below(self, folder: Path) -> bool:
        """Whether a folder may be walked: on Windows a junction leads anywhere, and is no link to ``os.walk``."""
        if os.name != "nt" or inside(folder, self._root):
            return True
        self._trouble(folder, "leads out of the folder, and is not read; name it itself")
        return False

    def _is_article(self, path: Path) -> bool:
        """Whether a file may be read: what lies in a folder came with it, and may be anything."""
        try:
            mode = path.lstat().st_mode
        except OSError as error:
            self._unreadable(error)
            return False
        if stat.S_ISREG(mode):
            return True
        if not stat.S_ISLNK(mode):
            self._trouble(path, "is a pipe or a device, and is not read")
        elif not path.exists():
            self._trouble(path, "is a link that leads nowhere; take it out")
        elif not inside(path, self._root):
            self._trouble(path, "is a link that leads out of the folder, and is not read; name the file itself")
        else:
            return True
        return False
