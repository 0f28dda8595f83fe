"""The folder where this user's programs keep what they can make again."""

import os
from pathlib import Path


def cache_home() -> Path:
    """newslint's part of it; it may not exist. Raises RuntimeError where the user has no home."""
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    home = Path(given) if given and os.path.isabs(given) else Path.home() / ".cache"
    return home / "newslint"
