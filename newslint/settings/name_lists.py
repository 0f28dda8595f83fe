"""Lists of names as `newslint learn names` writes them and people change them.

A file reads::

    [names]                            # spelled right
    "Marta Kuzio" = {articles = 20, first = 2019-01-03, last = 2025-02-11}
    [doubtful]                         # nobody is told of these: move a line to [names], or to [struck]
    "Marta Cuzio" = {articles = 4, rather = "Marta Kuzio"}
    [struck]                           # never learned again
    "Story Continues" = {}
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newslint.disk.reading import MOST, read_text
from newslint.model.errors import NewslintError


def names_in(path: Path, table: str = "names") -> dict[str, int]:
    """The names of a list, with the number of articles of each: not the doubtful ones. Raises NewslintError."""
    said = read_list(path).get(table, {})
    if isinstance(said, list):
        said = dict.fromkeys(map(str, said), 0)
    if not isinstance(said, dict):
        raise NewslintError(str(path), f"`{table}` is a table of names, not {said!r:.60}")
    found = {}
    for name, about in said.items():
        articles = about.get("articles", 0) if isinstance(about, dict) else about
        if isinstance(articles, bool) or not isinstance(articles, int) or articles < 0:
            raise NewslintError(str(path), f"`{table}.{name}` says in how many articles, not {articles!r:.60}")
        found[name] = articles
    return found


def read_list(path: Path) -> dict[str, Any]:
    """A list as its TOML says. Raises NewslintError."""
    import rtoml

    try:
        return rtoml.loads(read_text(path, MOST))
    except rtoml.TomlParsingError as error:
        raise NewslintError(str(path), f"is no list of names: {' '.join(str(error).split())[:200]}") from None
