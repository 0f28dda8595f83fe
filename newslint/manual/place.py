"""Where the manual stands: at the address of the config, or a copy in the user's cache; and where its texts lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from newslint.settings.config import Config
from newslint.version import VERSION


def cached_manual() -> Path:
    """The folder of the user's own copy, whether it has been built or not."""
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


def address(config: Config) -> str:
    """The manual's address for links on this machine; empty where there is no copy."""
    if config.manual:
        return config.manual
    try:
        folder = cached_manual()
        return folder.as_uri() if (folder / "index.html").is_file() else ""
    except (RuntimeError, OSError, ValueError):  # a user without a home
        return ""
