"""Counts with the years or places that they announce: "twice, in 1990, 1995 and 2001"; "three firms, based in ..."."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint import Article, Figure, Template, english, readings


class Announced(NamedTuple):
    """A count, how many things it announces, and whether fewer of them would be an error too."""

    start: int
    end: int
    words: str
    stated: int
    listed: int
    sure: bool


_YEARS = (
    "((?:[\ue079\ue064][\ue100-\uefff](?:, (?:in |on )?| and (?:in |on |again in |again on )?|"
    ", and (?:in |on |again in |most recently in )?)){1,12}[\ue079\ue064][\ue100-\uefff])(?![\\w-])"
)
_TIMES = re.compile(
    rf"(?:\b(?P<word>once)\b|\ue078(?P<times>[\ue100-\uefff])|\ue06e(?P<count>[\ue100-\uefff]) (?:times|"
    rf"occasions|separate occasions|seasons|years|elections|editions|games|tournaments|championships|"
    rf"titles))(?:,|:| –| \(| -)? ?(?:in|on|winning in|first in)? ?{_YEARS}",
    re.I,
)
_ONCE = re.compile(
    r"(?P<word>\ue078(?P<times>[\ue100-\uefff]))(?:,|:| –|"
    r" \() ?(?P<list>once [^.;:!?]{2,80}(?:, once [^.;:!?,]{2,80}){0,6},? and once\b)",
    re.I,
)
_WORDS = {"once": 1, "twice": 2, "thrice": 3}
_NAME = r"[A-Z][\w'-]+(?: (?:of |on |upon |the )?[A-Z][\w'-]+){0,3}"
_BASED = Template(
    r"{count}(?: [a-z][\w'-]*){1,4},? (?:all )?(?:based|located|headquartered|situated) (?:in|at) "
    rf"(?-i:(?P<list>{_NAME}(?:, {_NAME})*,? and {_NAME}))(?=[,.;:)]| –|$)"
)


def occasions(article: Article) -> Iterator[Announced]:
    """Every count of times or firms with the years or places that it announces."""
    for reading in article.view(readings):
        text = reading.text
        for match in _TIMES.finditer(text):
            listed = len(re.findall("[\ue079\ue064]", match[4]))
            yield from _announced(
                match["word"],
                match["times"] or match["count"],
                reading.figures,
                listed,
                article,
                reading.start,
                reading.end,
            )
        for match in _ONCE.finditer(text):
            listed = len(re.findall(r"\bonce\b", match["list"], re.I))
            word = match["word"] if not match["times"] else None
            yield from _announced(word, match["times"], reading.figures, listed, article, reading.start, reading.end)
        for found in _BASED.finditer(reading):
            count = found["count"]
            names = [
                name for name in re.split(r", (?:and )?| and ", found.match["list"]) if name not in english.US_STATES
            ]
            if (
                count.exact
                and 2 <= count.value <= 20
                and len(names) != count.value
                and abs(len(names) - count.value) < 4
            ):
                stated = int(count.value)
                yield Announced(count.figure, count.end, count.text, stated, len(names), len(names) > stated)


def _announced(
    word: str | None, mark: str | None, figures: tuple[Figure, ...], listed: int, article: Article, start: int, end: int
) -> Iterator[Announced]:
    if mark is not None:
        figure = figures[ord(mark) - 0xE100]
        if figure.exact and figure.value == int(figure.value) and 2 <= figure.value < 30 and listed != figure.value:
            yield Announced(figure.figure, figure.end, figure.text, int(figure.value), listed, True)
    elif word is not None and _WORDS[word.lower()] != listed:
        at = article.text.lower().find(word.lower(), start, end)
        if at >= 0:
            yield Announced(at, at + len(word), word, _WORDS[word.lower()], listed, True)
