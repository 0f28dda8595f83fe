"""The house's own list of names, learned from an archive: how each person has been spelled, how often and when."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from newslint.archive.query import opened
from newslint.english import is_given_name

LEAST = 3  # articles in which a name has to stand
_SURE = 5  # times as many articles as its rival
_Key = tuple[object, ...]


class Name(NamedTuple):
    """A full name: in how many articles it stands, its first and last day, and the near form that rivals it, if any."""

    name: str
    articles: int
    first: str
    last: str
    rival: str = ""


def learned(archive: Path, least: int = LEAST) -> list[Name]:
    """The full names of the archive, those of most articles first. A name with a ``rival`` is in doubt."""
    connection = opened(archive)
    every: dict[str, int] = dict(connection.execute(_ALL).fetchall())
    near = _by_all_words_but_one(every)
    return [
        Name(name, articles, str(first or ""), str(last or ""), _rival(name, every, near))
        for name, articles, first, last in connection.execute(_NAMES, [least]).fetchall()
        if is_given_name(name.split()[0])  # a list of doubtful ones would be believed
    ]


def _rival(name: str, every: dict[str, int], near: dict[_Key, list[str]]) -> str:
    """A form that differs in one word by one or two letters, and is nearly as frequent, or more."""
    for key in _keys(name):
        for other in near[key]:
            if other != name and every[other] * _SURE > every[name]:
                if DamerauLevenshtein.distance(name, other, score_cutoff=2) <= 2:
                    return other
    return ""


def _by_all_words_but_one(names: Iterable[str]) -> dict[_Key, list[str]]:
    """Names by what is left of them without one word: only those that share it can be near."""
    table: dict[_Key, list[str]] = {}
    for name in names:
        for key in _keys(name):
            table.setdefault(key, []).append(name)
    return table


def _keys(name: str) -> Iterator[_Key]:
    words = name.split()
    for index in range(len(words)):
        yield index, *words[:index], *words[index + 1 :]


_NAMES = """
SELECT name, count(DISTINCT article) AS many, min(date), max(date)
FROM names LEFT JOIN articles USING (article)
WHERE name LIKE '% %' GROUP BY name HAVING many >= ? ORDER BY many DESC, name
"""
_ALL = "SELECT name, count(DISTINCT article) FROM names WHERE name LIKE '% %' GROUP BY name"


def as_toml(names: list[Name], articles: int) -> str:
    """The list as a config's ``names``, with counts and days beside each; doubtful ones are commented out."""
    lines = [
        f"# Learned from {articles:,} articles: name, articles, first and last day. Strike out what is wrong.",
        "names = [",
    ]
    for row in names:
        days = f", {row.first} to {row.last}" if row.first else ""
        note = f"  # {row.articles}{days}"
        if row.rival:
            lines.append(
                f"  # {json.dumps(row.name, ensure_ascii=False)},{note}; doubtful: {row.rival} stands there too"
            )
        else:
            lines.append(f"  {json.dumps(row.name, ensure_ascii=False)},{note}")
    return "\n".join([*lines, "]\n"])
