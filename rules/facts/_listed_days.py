"""Days that a sentence lists, counted in the one before: "on three days … the 4th, the 5th, the 9th and the 22nd"."""

import re
from collections.abc import Iterator, Sequence

from newslint import Article, Figure, NamedTuple, Reading, compiled, expression, readings

from ._window import window

_NAMED = frozenset("day night time occasion date visit meeting session weekend morning".split())
_DAY = r"[\ue06f\ue064\ue079]."
_LIST = expression(
    rf"""
    \b(?:on|in|of|came|were|fell|are)[ ]  # came on
    (?P<list>(?:the[ ])?{_DAY}(?:,[ ](?:on[ ]|in[ ])?(?:the[ ])?{_DAY})*  # the 4th, the 5th
    ,?[ ]and[ ](?:on[ ]|in[ ])?(?:the[ ])?{_DAY})  # and the 22nd
    """,
    re.VERBOSE,
)
_BACK = 2  # sentences between the count and the list
_NEAR = 2  # items that a list may have more or less than its count says


class Listed(NamedTuple):
    """A count of days, the first and the last of those that are listed, and how many they are."""

    told: Figure
    first: Figure
    last: Figure
    listed: int


def listed_days(article: Article) -> Iterator[Listed]:
    """Every count of days or times that the only list of dates told just after it does not bear out."""
    found = article.view(readings)
    for index, reading in enumerate(found):
        if not reading.kinds & {"o", "d", "y"} or " and " not in reading.text:
            continue
        for match in _LIST.finditer(reading.text):
            marks = compiled(_DAY).findall(match["list"])
            days = [reading.figures[ord(mark[1]) - 0xE100] for mark in marks]
            count = _count(list(window(found, index, _BACK)), days[0])
            if count is None or len({day.kind for day in days}) > 1:
                continue
            more = len(days) - count.value  # of three times in 2002 and 2003 two may be in one year
            if 0 < abs(more) <= _NEAR and (more > 0 or days[0].kind != "y"):
                yield Listed(count, days[0], days[-1], len(days))


def _count(passage: Sequence[Reading], first: Figure) -> Figure | None:
    """The one count of days, or of times, before a list of days, or of years."""
    counts = [
        figure
        for reading in passage
        for figure in reading.figures
        if figure.start < first.start and figure.kind in "tn" and 2 <= figure.value <= 9 and figure.unit in _NAMED
    ]
    if len(counts) != 1 or not counts[0].exact or (counts[0].kind == "t" and first.kind == "y"):
        return None
    return counts[0]
