"""The lock of packs that were brought from elsewhere: where each came from, and the hash of what is in use.

A file reads::

    [packs.agency]
    source = "https://example.org/agency-style.git"
    kind = "git"
    ref = "v2"
    commit = "41f0..."
    hash = "sha256:..."

It lies beside the config; the packs lie in ``.newslint-packs`` there. Both belong into the desk's repository.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from newslint.disk.reading import read_text
from newslint.disk.writing import replace_file
from newslint.model.errors import NewslintError
from newslint.settings.edits import toml_text

LOCK_NAME = "newslint.lock"


class Locked(NamedTuple):
    """A pack of the lock; see ``run.fetching.Source`` for what the first four mean."""

    kind: str
    source: str
    ref: str
    folder: str
    commit: str
    hash: str


def load_lock(root: Path) -> dict[str, Locked]:
    """The packs of a config's folder, by name. Raises NewslintError for a lock that is none."""
    import rtoml

    path = root / LOCK_NAME
    if not path.is_file():
        return {}
    try:
        packs = rtoml.loads(read_text(path)).get("packs", {})
        rows = {name: Locked(**{key: about.get(key, "") for key in Locked._fields}) for name, about in packs.items()}
    except (rtoml.TomlParsingError, AttributeError) as error:
        raise NewslintError(str(path), f"is no lock of packs: {' '.join(str(error).split())[:200]}") from None
    for name, locked in rows.items():
        if not all(isinstance(value, str) for value in locked) or not locked.hash:
            raise NewslintError(str(path), f"says no hash of {name}; take it out and add the pack again")
    return rows


def save_lock(root: Path, packs: Mapping[str, Locked]) -> None:
    """Write the lock. Raises NewslintError."""
    lines = ["# Kept by `newslint packs`; belongs into the repository, with the folder .newslint-packs."]
    for name, locked in sorted(packs.items()):
        lines += ["", f"[packs.{toml_text(name)}]"]
        lines += [f"{key} = {toml_text(value)}" for key, value in locked._asdict().items() if value]
    replace_file(root / LOCK_NAME, ("\n".join(lines) + "\n").encode())
