"""Weekdays against each other: "from Monday 9 March … on Friday 12 March"; "Friday … the day before, Saturday"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint import Article, Date, english, expression, lower_words

from ._reference import day_of
from ._week import DAY, TOLD, WrongDays

_NEAR = 62  # days: dates without a year that lie further apart may be of two years
_FAR = 240  # characters between a weekday and the one that is told from it


def misdated(article: Article) -> Iterator[WrongDays]:
    """The first two dates without a year that follow each other, of which a weekday or a day must be wrong."""
    dates = [d for d in article.dates if d.weekday is not None and d.year is None and d.day is not None]
    for one, two in pairwise(dates):
        apart = _days(one, two)
        if apart is None or one.weekday is None or two.weekday is None:
            continue
        if (two.weekday - one.weekday - apart) % 7:
            right = english.WEEKDAYS[(one.weekday + apart) % 7]
            message = f"If “{one.text}” is right, “{two.text}”, {abs(apart)} days from it, is a {right}."
            yield WrongDays(two.start, two.end, one.start, one.end, message)
            return


def _days(one: Date, two: Date) -> int | None:
    """How many days lie between two dates of one year; None for too many, or where a 29 February may lie between."""
    first, last = day_of(one, 2001), day_of(two, 2001)
    if first is None or last is None:
        return None
    apart = (last - first).days
    over_february = (first.month < 3) != (last.month < 3)
    return apart if 0 < abs(apart) <= _NEAR and not over_february else None


# four days later, on the Saturday; the day before, Saturday
_TOLD = expression(
    rf"""
    \b(?P<words>
        (?P<count>two|three|four|five|six)\sdays\s(?P<way>later|earlier|before|after)
        |the\s(?P<one>day\sbefore|day\safter|next\sday|following\sday|previous\sday|night\sbefore)
    )
    ,?\s(?:on\s)?(?:the\s)?(?P<day>{DAY})(?=[,.;)]|\s[–—-]|$)  # Saturday
    """,
    re.VERBOSE,
)
_DAY = expression(rf"\b{DAY}\b(?![’']s)")


def miscounted(article: Article) -> Iterator[WrongDays]:
    """Every weekday that is said to lie so many days from the only one told shortly before it, and does not."""
    if TOLD.isdisjoint(article.view(lower_words)) or sum(map(article.lower.count, _NAMES)) < 2:
        return
    text = article.text
    for match in _TOLD.finditer(text):
        before = list(_DAY.finditer(text, max(0, match.start() - _FAR), match.start()))
        if len(before) != 1:
            continue
        days = 1 if match["one"] else int(english.cardinal(match["count"]) or 0)
        if (match["one"] or match["way"]).endswith(("before", "earlier", "previous day")):
            days = -days
        was, said = english.weekday_number(before[0][0]), english.weekday_number(match["day"])
        if was is None or said is None or (said - was - days) % 7 == 0:
            continue
        right = english.WEEKDAYS[(was + days) % 7]
        message = f"Told from {before[0][0]}, “{match['words']}” is a {right}, not a {match['day']}."
        yield WrongDays(*match.span("day"), *before[0].span(), message)


_NAMES = tuple(map(str.lower, english.WEEKDAYS))
