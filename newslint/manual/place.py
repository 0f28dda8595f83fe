"""Where the manual stands: at the address of the config, or a copy in the user's cache; and where its texts lie."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from newslint.findings.report import page_path
from newslint.model.errors import NewslintError
from newslint.run.settings import Options
from newslint.version import VERSION

# Writes the manual that holds for an article into a folder: build(folder, options, article).
Build = Callable[[Path, Options, Path], object]


def cached_manual() -> Path:
    """The folder of the user's own copy, whether it has been built or not. Raises RuntimeError: there is no home."""
    home = Path.home()
    if sys.platform == "win32":
        cache = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        cache = home / "Library" / "Caches"
    else:
        cache = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return cache / "newslint" / f"manual-{VERSION}"


def texts() -> Path:
    """The folder of the README and of those of rooms and examples: a clone's root, or what the wheel brings."""
    room = Path(__file__).parent
    root = room.parent.parent
    return root if (root / "pyproject.toml").is_file() and (root / "README.md").is_file() else room / "texts"


class OwnCopy:
    """The user's own copy of the manual, for links on this machine; built when a rule is met that has no page in it.

    ``address``: its URI, or nothing where it cannot be written.
    """

    def __init__(self, build: Build) -> None:
        self._build = build
        self._tried: set[str] = set()
        try:
            self.folder = cached_manual().absolute()
            self.address = self.folder.as_uri()
        except (RuntimeError, OSError, ValueError):  # a user without a home
            self.folder, self.address = Path(), ""

    def lacks(self, rules: Iterable[str]) -> bool:
        """Whether a rule has no page, and nobody has tried yet to build it."""
        if not self.address:
            return False
        new = {rule for rule in rules if rule not in self._tried}
        self._tried |= new
        # The front page is written last.
        return bool(new) and not all((self.folder / name).is_file() for name in ("index.html", *map(page_path, new)))

    def build(self, options: Options, article: Path) -> None:
        """Build it with the rules that hold for an article; where that fails there is no copy."""
        try:
            self._build(self.folder, options._replace(select=(), ignore=()), article)
        except (NewslintError, OSError):
            self.address = ""
