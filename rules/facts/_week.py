"""Weekdays against a count of days: "three days, from Tuesday to Thursday"; "entered its third day on Wednesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newslint import Article, NamedTuple, english, expression, lines_where, lower_words

if TYPE_CHECKING:
    import re

DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


class WrongDays(NamedTuple):
    """Words that two weekdays do not bear out: where they stand, the two days, and the message."""

    start: int
    end: int
    first: int
    last: int
    message: str


_DAYS = tuple(map(str.lower, english.WEEKDAYS))
TOLD = frozenset(["day", "days", "night", "nights"])


@cache
def _ways() -> tuple[re.Pattern[str], ...]:
    count = r"(?P<count>[a-z]+|\d{1,2})"
    days = rf"(?P<days>{count}[ -](?:days?|nights?))"
    ran = rf"(?:from\s(?P<one>{DAY})\s(?:to|until|till|through)\s(?P<two>{DAY})(?!\s(?:week|night|of\snext)))"
    opens = rf"(?:\bon\s(?P<one>{DAY})[^.;:!?\n]{{0,30}}?\s(?:and|to)\s(?:[a-z]+\s){{1,2}}on\s(?P<two>{DAY}))"
    gap = r"[^.;:!?\n]{0,50}?"
    return (
        # the three-day fair ran from Tuesday to Thursday
        expression(rf"(?<![\w-]){days}(?!\s(?:ago|later|before|after|earlier))\s{gap}{ran}", 2),
        # from Tuesday to Thursday, three days
        expression(rf"{ran}(?:,|\s\(|\s[–—-])\s(?:a\stotal\sof\s)?{days}", 2),
        # opens on Thursday and closes on Sunday, four days in all
        expression(rf"{opens}(?:,|\s\(|\s[–—-])\s(?:a\stotal\sof\s)?{days}\s(?:in\sall|altogether|later)", 2),
    )


_NTH = expression(
    rf"""
    \b(?:began|begun|started|opened)\s(?:on\s)?(?P<one>{DAY})[^.;:!?\n]{{0,50}}?\s  # began on Monday
    (?:its|their|the|a|his|her)\s
    (?P<days>(?P<nth>[a-z]+|\d{{1,2}}(?:st|nd|rd|th))\sday)\s(?:on\s)?(?P<two>{DAY})  # its third day on Wednesday
    """,
    re.VERBOSE,
)
_NEXT = expression(
    rf"""
    \bon\s(?P<one>{DAY})\s[^.;:!?\n]{{0,60}}?\s  # on Monday
    (?P<days>(?:the\s(?:next|following)\sday|the\sday\safter)),\s(?:on\s)?  # the next day, Tuesday
    (?P<two>{DAY})(?=[,.;)])
    """,
    re.VERBOSE,
)


def wrong_days(article: Article) -> Iterator[WrongDays]:
    """Every count of days that its two weekdays do not bear out."""
    if TOLD.isdisjoint(article.view(lower_words)) or not _names_two(article.text):
        return
    for start, end in lines_where(article.text, _names_two):
        yield from _wrong_in_line(article.text, start, end)


def _names_two(text: str) -> bool:
    """Whether two days of the week are named."""
    lower = text.lower()
    return lower.count("day") > 1 and sum(map(lower.count, _DAYS)) > 1


def _wrong_in_line(text: str, start: int, end: int) -> Iterator[WrongDays]:
    for index, way in enumerate(_ways()):
        for match in way.finditer(text, start, end):
            stated = english.cardinal(match["count"].lower())
            apart = _apart(match)
            if stated is None or not 2 <= stated <= 6:
                continue
            # counted with the first day and without it; "later" is only without
            allowed = {apart} if text.startswith("later", match.end() - 5) else {apart, apart + 1}
            if index == 2 and not text.startswith("later", match.end() - 5):
                allowed = {apart + 1}
            if stated not in allowed:
                yield _wrong(match, f"it is {apart + 1} days")
    for match in _NTH.finditer(text, start, end):
        ordinal = _ordinal(match["nth"])
        if ordinal is not None and 2 <= ordinal <= 7 and (_apart(match) + 1 - ordinal) % 7:
            yield _wrong(match, f"{match['two']} is day {_apart(match) + 1}")
    for match in _NEXT.finditer(text, start, end):
        if _apart(match) != 1:
            yield _wrong(match, f"it is {_apart(match)} days")


def _wrong(match: re.Match[str], right: str) -> WrongDays:
    message = f"From {match['one']} to {match['two']} {right}, not “{match['days']}”."
    return WrongDays(*match.span("days"), match.start("one"), match.end("two"), message)


def _apart(match: re.Match[str]) -> int:
    one, two = english.weekday_number(match["one"]), english.weekday_number(match["two"])
    assert one is not None
    assert two is not None
    return (two - one) % 7


def _ordinal(word: str) -> int | None:
    return int(word[:-2]) if word[0].isdigit() else english.ordinal(word.lower())
