"""Which files a run reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newslint.model.errors import NewslintError


def find_files(paths: Iterable[str], suffixes: Sequence[str]) -> Iterator[Path]:
    """The named files, and every article below the named folders, sorted by name, each once.

    A folder gives the files whose suffix a reader knows, without hidden ones and those that a .gitignore leaves out.
    A named file is read whatever its name. Raises NewslintError for a path that does not exist.
    """
    seen: set[str] = set()
    for name in paths:
        path = Path(name)
        if path.is_dir():
            found: Iterable[Path] = _walk(path, tuple(suffixes))
        elif path.exists() or path.is_symlink():
            found = (path,)
        else:
            raise NewslintError(name, "no such file or folder")
        for file in found:
            if (key := str(file)) not in seen:
                seen.add(key)
                yield file


def _walk(root: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    def fail(error: OSError) -> None:
        raise NewslintError(str(error.filename), f"cannot be read: {error.strerror}")

    ignores = _Ignores(root)
    for folder, folders, files in os.walk(root, onerror=fail):
        here = Path(folder)
        ignores.enter(here)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not ignores.hit(here / name, folder=True)
        )
        for name in sorted(files):
            if name.lower().endswith(suffixes) and not name.startswith(".") and not ignores.hit(here / name):
                yield here / name


class _Ignores:
    """The .gitignore files from the repository's root down to the folder that is walked."""

    def __init__(self, root: Path) -> None:
        self._specs: dict[Path, object] = {}
        top = root.resolve()
        for folder in (top, *top.parents):
            if (folder / ".git").exists():
                for above in (folder, *reversed([p for p in top.parents if folder in p.parents])):
                    self.enter(above)
                break

    def enter(self, folder: Path) -> None:
        file = folder / ".gitignore"
        if file.is_file():
            from pathspec import GitIgnoreSpec

            self._specs[folder.resolve()] = GitIgnoreSpec.from_lines(file.read_text(errors="replace").splitlines())

    def hit(self, path: Path, folder: bool = False) -> bool:
        if not self._specs:
            return False
        full = path.parent.resolve() / path.name
        for base, spec in self._specs.items():
            if base == full.parent or base in full.parents:
                name = full.relative_to(base).as_posix() + ("/" if folder else "")
                if spec.match_file(name):  # type: ignore[attr-defined]
                    return True
        return False
