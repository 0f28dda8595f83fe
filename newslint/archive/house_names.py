"""The house's own list of names, learned from an archive: how each person has been spelled, how often and when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from rapidfuzz.distance import DamerauLevenshtein

from newslint.article import Article
from newslint.english import is_given_name
from newslint.model.named_tuple import NamedTuple
from newslint.settings.edits import toml_text

LEAST = 3  # articles in which a name has to stand
_SURE = 5  # times as many articles as its rival
_Key = tuple[object, ...]


class Seen(NamedTuple):
    """In how many articles a name stands, and on which first and last day, as ISO has it; empty if not known."""

    articles: int
    first: str
    last: str


class Name(NamedTuple):
    """A full name: in how many articles it stands, its first and last day, and the near form that rivals it, if any."""

    name: str
    articles: int
    first: str
    last: str
    rival: str = ""


def learned(seen: Mapping[str, Seen], least: int = LEAST, struck: Collection[str] = ()) -> list[Name]:
    """The full names that stand in ``least`` articles, those of most first. A name with a ``rival`` is in doubt.

    ``struck``: names that the house has refused.
    """
    every = {name: about.articles for name, about in seen.items()}
    near = _by_all_words_but_one(every)
    return [
        Name(name, about.articles, about.first, about.last, _rival(name, every, near))
        for name, about in sorted(seen.items(), key=lambda row: (-row[1].articles, row[0]))
        if about.articles >= least
        and name not in struck
        and is_given_name(name.split()[0])  # a list of doubtful ones would be believed
    ]


def seen_in_archive(archive: Path) -> dict[str, Seen]:
    """Every full name of an archive. Raises NewslintError."""
    from newslint.archive.query import opened

    rows = opened(archive).execute(_NAMES).fetchall()
    return {name: Seen(articles, str(first or ""), str(last or "")) for name, articles, first, last in rows}


def seen_in(articles: Iterable[Article]) -> tuple[dict[str, Seen], int]:
    """Every full name of some articles, and how many these are."""
    found: dict[str, Seen] = {}
    count = 0
    for count, article in enumerate(articles, 1):  # noqa: B007
        day = article.metadata.date.isoformat() if article.metadata.date else ""
        for name in {person.name for person in article.people if " " in person.name}:
            known = found.get(name, Seen(0, "", ""))
            first = min(filter(None, (known.first, day)), default="")
            found[name] = Seen(known.articles + 1, first, max(known.last, day))
    return found, count


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
SELECT name, count(DISTINCT article), min(date), max(date)
FROM names LEFT JOIN articles USING (article)
WHERE name LIKE '% %' GROUP BY name
"""


def as_toml(names: Iterable[Name], articles: int, struck: Collection[str] = ()) -> str:
    """A list of names (see ``settings.name_lists``), its doubtful ones apart."""
    names = list(names)
    lines = [f"# `newslint learn names`, from {articles:,} articles. The config names this file in `name-lists`."]
    for title, about, rows in (
        ("names", "# Spelled right. Strike out what is wrong: move it to [struck].", [n for n in names if not n.rival]),
        ("doubtful", "# Nobody is told of these: another spelling stands beside them. Move what is right to [names].",
         [name for name in names if name.rival]),
    ):  # fmt: skip
        lines += ["", f"[{title}]", about, *(f"{toml_text(row.name)} = {{{_said(row)}}}" for row in rows)]
    lines += ["", "[struck]", "# Never learned again.", *(f"{toml_text(name)} = {{}}" for name in sorted(struck))]
    return "\n".join(lines) + "\n"


def _said(row: Name) -> str:
    days = f", first = {row.first}, last = {row.last}" if row.first else ""
    rather = f", rather = {toml_text(row.rival)}" if row.rival else ""
    return f"articles = {row.articles}{days}{rather}"
