"""Commands that need libraries which newslint alone does not bring say which extra does."""

from __future__ import annotations

from importlib.util import find_spec

from newslint.model.errors import NewslintError

_ARCHIVE = ("datasketch", "duckdb", "pyarrow", "warcio")


def need(command: str, extras: str, *libraries: str) -> None:
    """Raises NewslintError that says what to install, where a library is missing."""
    missing = [library for library in libraries if find_spec(library) is None]
    if missing:
        raise NewslintError(command, f"needs {' and '.join(missing)}: pip install 'newslint[{extras}]'")


def need_archive(command: str) -> None:
    """The libraries that archives are kept with. Raises NewslintError where one is missing."""
    need(command, "archive", *_ARCHIVE)
