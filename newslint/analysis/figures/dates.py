"""Dates as they are written: American, British and ISO order, with the weekday that stands before or after."""

import re

from newslint.english.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple


class Date(NamedTuple):
    """A date of the text. ``year`` is None where the text leaves it out; ``weekday`` is 0 for Monday or None.

    ``day`` is None in "March 1960"; it is taken as written, so "Feb. 30" is a Date too. In "March 4-7, 2014" and
    "4 and 7 March" each day is a Date; the one that lacks month or year has them from the other. ``weekday_start`` and
    ``weekday_end`` say where the weekday stands (both 0 without one).
    """

    start: int
    end: int
    text: str
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    weekday_start: int = 0
    weekday_end: int = 0


_SHORT = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
_DAYS = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}

_DIGIT = expression(r"\d")
_LABELS = ("Published", "Posted", "Updated", "Modified", "Issued", "Filed", "Date", "Dated")
_OPENERS = frozenset({"On", "From", "By", "Until", "This", "Last", "Next", "Since", "Before", "After", *_LABELS})

# Every alternative begins with a literal capital, so that the scan skips quickly from capital to capital.
_MONTH_TEXT = "|".join(sorted({*MONTHS, *SHORT_MONTHS}, key=lambda name: (-len(name), name)))
_MONTH = expression(rf"(?:{_MONTH_TEXT}|{_MONTH_TEXT.upper()})(?![\w'’])\.?")
_SHORT_NAMES = tuple(name[:3] for name in MONTHS)
_WEEKDAY_TEXT = (
    rf"(?:{'|'.join(WEEKDAYS)}|{'|'.join(WEEKDAYS).upper()}|"
    rf"(?:{'|'.join(sorted(SHORT_WEEKDAYS, key=len, reverse=True))})(?![a-z])\.?)(?!['’])"
)
_PART_OF_DAY_TEXT = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|lunchtime|last|next))?"
_CLOCK_TEXT = r"(?:,?\s+(?:at\s+)?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|GMT|BST|EST))?"
_DAY_TEXT = r"(\d{1,2})(st|nd|rd|th)?"
_STOP_TEXT = r"(?![\w%]|[.,:/]\d|-\d|-[a-z])"
_JOIN_TEXT = r"(?:\s*[-–—]\s*|\s+(?:to|and|or|through|until|till|&)\s+)"
# March 4 / March 4th / March the 4th
_DAY_AFTER = expression(rf"(?:\s+(?:the\s+)?|(?<=\.)){_DAY_TEXT}(?!\w|%|[.:/]\d|,\d(?!\d{{3}}\b)|-[a-z])")
# ... -7 / and 8
_SECOND_AFTER = expression(rf"{_JOIN_TEXT}{_DAY_TEXT}{_STOP_TEXT}(?!\s+(?:{'|'.join(MONTHS)})\b)")
_YEAR_AFTER = expression(r"(?:,\s*|\s+)(?:of\s+)?(\d{4})(?![\w%]|[.,:]\d|-[a-z])")
# (Saturday 3 and Sunday) 4 [of] (March)
_DAY_BEFORE = expression(
    rf"""
    (?<![\w.,:$£€/-])
    (?:
        (\d{{1,2}})(?:st|nd|rd|th)?  # the day of a pair that comes first
        (?:\s*[-–—]\s*|\s+(?:to|and|or|until|&)\s+(?:the\s+)?)(?:{_WEEKDAY_TEXT}\s+)?
    )?{_DAY_TEXT}(?:\s+of|\s+day\s+of)?\s+$
    """,
    re.VERBOSE,
)
_WEEKDAY_BEFORE = expression(
    rf"""
    (?<![\w-])(?:(?P<first>{_WEEKDAY_TEXT})\s*(?P<join>[-–—/&]|and|or|to|through|until)\s*)?
    (?P<day>{_WEEKDAY_TEXT}){_PART_OF_DAY_TEXT}{_CLOCK_TEXT}(?:,?\s+|\s*,\s*|\s*[(\[]\s*|\s[–—-]\s)(?:on\s+)?(?:the\s+)?$
    """,
    re.VERBOSE,
)
_WEEKDAY_AFTER = expression(
    rf"""
    (?:
        ,?\s*\((?:a\s+)?  # (a Monday)
        |,\s+(?:which\s+(?:was|is|will\s+be|falls|fell)\s+(?:on\s+)?)?(?:a\s+)?  # , which fell on a Monday
        |,?\s+(?:
             (?:was|is|will\s+be|would\s+be)\s+a
             |(?:falls|fell|landed|lands|fall)\s+on(?:\s+a)?
         )\s+
        |,?\s[–—-]\s(?:a\s+)?  # – a Monday –
        |(?:,|\s[–—-])\s+a\s+[a-z]+\s+  # , a cold Monday
    )(?P<day>{_WEEKDAY_TEXT}){_PART_OF_DAY_TEXT}(?=[,.;:)\n]|\s*$|\s+in\s|\s+and\s|\s[–—-]\s)
    (?!,?\s+(?:the\s+)?(?:\d|(?:{"|".join(_SHORT_NAMES)})))  # not the weekday of the next date
    """,
    re.VERBOSE,
)
_NUMERIC = expression(
    r"(?<![\w./-])(?:(\d{4})([-/])(\d{2})\2(\d{2})|(\d{1,2})([./-])(\d{1,2})\6(\d{4}))(?![\w/]|[.-]\d)"
)
_MARK_WITHIN = expression(r"[./-]\d\d?[./-]\d")  # what every one of those holds, quicker to look for
_JOINED = expression(r"\s*[-–—]\s*$|\s+(?:to|and|through|until|till)\s+(?:the\s+)?$")


def find_dates(text: str) -> tuple[Date, ...]:
    """Every date with at least a month and a day, or a month and a year, in the order of the text."""
    found: list[Date] = []
    for match in _MONTH.finditer(text):
        start = match.start()
        if start and (text[start - 1].isalnum() or text[start - 1] in "'’"):
            continue
        found += _around(text, match)
    if _MARK_WITHIN.search(text):
        found += _numeric(text)
    found.sort()
    return tuple(_spread_years(text, _without_overlaps(found)))


def _around(text: str, match: re.Match[str]) -> list[Date]:
    """The dates that a month name makes with what stands around it."""
    month = _SHORT[match[0][:3].lower()]
    before = text[max(0, match.start() - 40) : match.start()]
    british = _DAY_BEFORE.search(before) if before[-1:].isspace() and _DIGIT.search(before[-20:]) else None
    if british and not (1 <= int(british[2]) <= 31 and (british[1] is None or 1 <= int(british[1]) <= 31)):
        british = None
    if british:
        year, end = _year(text, match.end())
        offset = match.start() - len(before)
        first = offset + british.start(2)
        main = _with_weekday(text, first, end, year, month, int(british[2]))
        if british[1] is None:
            return [main]
        earlier = offset + british.start(1)
        other = _with_weekday(text, earlier, offset + british.end(1), year, month, int(british[1]))
        return _paired(text, [other, main])
    american = _DAY_AFTER.match(text, match.end())
    if american and 1 <= int(american[1]) <= 31:
        return _american(text, match, month, american)
    year, end = _year(text, match.end())
    if year is None:
        return []
    return [Date(match.start(), end, text[match.start() : end], year, month, None, None)]


def _american(text: str, match: re.Match[str], month: int, american: re.Match[str]) -> list[Date]:
    day = int(american[1])
    second = None
    if _DIGIT.search(text[american.end() : american.end() + 16]):
        second = _SECOND_AFTER.match(text, american.end())
    if second and (_counts_something(text, second.end()) or not 1 <= int(second[1]) <= 31):
        second = None
    if second is None:
        year, end = _year(text, american.end())
        return [_with_weekday(text, match.start(), end, year, month, day)]
    year, end = _year(text, second.end())
    first = _with_weekday(text, match.start(), american.end(), year, month, day)
    where = second.start(1)
    return _paired(text, [first, Date(where, end, text[where:end], year, month, int(second[1]), None)])


def _counts_something(text: str, end: int) -> bool:
    """Whether a number that ends at ``end`` counts what follows: "March 4 and 5 people"."""
    return end + 1 < len(text) and text[end] == " " and text[end + 1].islower()


def _year(text: str, end: int) -> tuple[int | None, int]:
    match = _YEAR_AFTER.match(text, end)
    if match and 1000 <= int(match[1]) <= 2999:
        return int(match[1]), match.end()
    return None, end


def _with_weekday(text: str, start: int, end: int, year: int | None, month: int, day: int) -> Date:
    """The date with the weekday that stands before it, else after it."""
    low = max(0, start - 60)
    if text[start - 1 : start] in (" ", "\n", "(", "[", "\xa0", ","):
        before = _weekday_before(text[low:start])
        if before and not _newspaper(text, low + before.start("day"), before["day"]):
            if before["first"]:  # "Saturday and Sunday, March 4": which of the two is meant is told by _paired
                return Date(start, end, text[start:end], year, month, day, None)
            first, last = low + before.start("day"), low + before.end("day")
            end += "(" in text[first:end] and text.startswith(")", end)
            return Date(first, end, text[first:end], year, month, day, weekday_number(before["day"]), first, last)
    after = _WEEKDAY_AFTER.match(text, end, end + 60) if _names_weekday(text[end : end + 60]) else None
    if after:
        first, last = after.span("day")
        end = last + ("(" in text[start:last] and text.startswith(")", last))
        return Date(start, end, text[start:end], year, month, day, weekday_number(after["day"]), first, last)
    return Date(start, end, text[start:end], year, month, day, None)


def _weekday_before(text: str) -> re.Match[str] | None:
    return _WEEKDAY_BEFORE.search(text) if _names_weekday(text) else None


def _names_weekday(text: str) -> bool:
    """Whether an expression for weekdays is worth its while."""
    lower = text.lower()
    return any(name in lower for name in _DAYS)


def _newspaper(text: str, start: int, weekday: str) -> bool:
    """Whether "Sun" or "Sat" is part of a name: "Edmonton Sun, August 16, 2008"."""
    if weekday.lower() not in ("sun", "sat"):
        return False
    words = text[max(0, start - 20) : start].split()
    if not words or text[start - 1 : start] == "\n":
        return False
    return words[-1].lower() == "the" or (words[-1][0].isupper() and words[-1] not in _OPENERS and words[-1].isalpha())


def _paired(text: str, dates: list[Date]) -> list[Date]:
    """Two days after two weekdays: "Saturday and Sunday, March 4 and 5" gives each its own."""
    start, low = dates[0].start, max(0, dates[0].start - 60)
    before = _weekday_before(text[low:start])
    if not before or not before["first"] or any(date.weekday is not None for date in dates):
        return dates
    paired = []
    for date, group in zip(dates, ("first", "day"), strict=True):
        first, last = low + before.start(group), low + before.end(group)
        paired.append(date._replace(weekday=weekday_number(before[group]), weekday_start=first, weekday_end=last))
    return paired


def weekday_number(name: str) -> int:
    """0 for Monday, from any usual abbreviation."""
    return _DAYS[name[:3].lower()]


def _numeric(text: str) -> list[Date]:
    """2007-12-26, and 26.12.2007 or 12/26/2007 where only one order is possible."""
    found = []
    for match in _NUMERIC.finditer(text):
        if match[1]:
            year, month, day = int(match[1]), int(match[3]), int(match[4])
        else:
            first, second, year = int(match[5]), int(match[7]), int(match[8])
            if match[6] == "." or first > 12:
                day, month = first, second
            elif second > 12:
                month, day = first, second
            else:
                continue
        if 1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2999:
            found.append(_with_weekday(text, match.start(), match.end(), year, month, day))
    return found


def _without_overlaps(dates: list[Date]) -> list[Date]:
    kept: list[Date] = []
    for date in dates:
        if kept and date.start < kept[-1].end:
            continue
        kept.append(date)
    return kept


def _spread_years(text: str, dates: list[Date]) -> list[Date]:
    """A year that stands only at the end of a range holds for its beginning: "Aug. 3 to Sept. 7, 2020"."""
    for index in range(len(dates) - 2, -1, -1):
        date, following = dates[index], dates[index + 1]
        if date.year is None and following.year is not None and following.day is not None:
            between = text[date.end : following.weekday_start if following.weekday else following.start]
            if following.start - date.end < 12 and _JOINED.match(between):
                year = following.year - ((date.month or 0) > (following.month or 0))
                dates[index] = date._replace(year=year)
    return dates
