"""Ages with their years, told in one passage: "capped at 17 in 1999 and again at 47, in 2019"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, Reading, Template, expression

from ._joined import with_following
from ._reference import article_date

_AT = r"(?:at|aged|at age|at the age of|when (?:he|she) was|(?:he|she) was)"
_AGE_YEAR = Template(rf"\b{_AT} (?:just |only )?{{age:an}},? (?:when [\w' -]{{3,40}} )?in {{year:y}}")
_YEAR_AGE = Template(rf"\bin {{year:y}},? (?:and )?{_AT} (?:just |only )?{{age:an}}(?=[,.;:]| (?:and|when|the|by)\b)")
_NOW = Template(r"\b(?:now|today|now aged|is now) (?:aged )?{age:an}(?=[,.;:]| and\b)")
_OTHERS = expression(
    r"""
    \b(?:
        father|mother|son|daughter|wife|husband|brother|sister|twin|another
        |others?|who|whose|respectively|average
    )\b
    """,
    re.I | re.VERBOSE,
)


class Pair(NamedTuple):
    """Two ages with their years that nobody can have had."""

    first: Figure
    first_year: int
    second: Figure
    second_year: int


def aged_years(article: Article) -> Iterator[Pair]:
    """Every pair of ages that lie further apart, or less far, than their years."""
    home = article_date(article)
    for reading, both in with_following(article):
        if "y" not in reading.kinds:
            continue
        pair = _pair(article, reading, None)
        if pair is None:
            pair = _pair(article, both, home.year if home is not None else None)
        if pair is not None:
            yield pair


def _pair(article: Article, reading: Reading, now: int | None) -> Pair | None:
    told: dict[Figure, int] = {}
    for way in (_AGE_YEAR, _YEAR_AGE):
        for found in way.finditer(reading):
            if _may_be_age(found["age"]):
                told.setdefault(found["age"], int(found["year"].value))
    if now is None:
        later = [int(f.value) for f in reading.figures if f.kind == "y" and int(f.value) not in told.values()]
        now = later[0] if len(later) == 1 else None
    if now is not None:
        for found in _NOW.finditer(reading):
            if _may_be_age(found["age"]):
                told.setdefault(found["age"], now)
    if len(told) != 2 or _OTHERS.search(reading.text) or _people(article, reading) > 1:
        return None
    (first, one), (second, two) = sorted(told.items(), key=lambda item: item[0].start)
    if abs((second.value - first.value) - (two - one)) <= 1:
        return None
    return Pair(first, one, second, two)


def _may_be_age(figure: Figure) -> bool:
    return (
        figure.exact
        and 4 < figure.value < 110
        and figure.value == int(figure.value)
        and (figure.kind == "a" or not figure.unit)
    )


def _people(article: Article, reading: Reading) -> int:
    """How many members of the cast a passage names."""
    found = 0
    for person in article.people:
        starts = [mention.start for mention in person.mentions]
        index = bisect_left(starts, reading.start)
        found += index < len(starts) and starts[index] < reading.end
    return found
