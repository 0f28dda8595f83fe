from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from newslint import Article, Finding, Rule, Severity, Span, compiled, expression, flags, passes

from ._calendar import misdated
from ._reference import MONTHS, WEEKDAYS, article_date, day_of, days_in, quoted_as_hints

if TYPE_CHECKING:
    from newslint import Date

FIRST_YEAR = 1800  # earlier dates may be of the old calendar
NEAR = 300  # a date without a year lies within so many days of the article's own


class Weekday(Rule):
    """A weekday, a date or a range of dates that the calendar does not have.

    “Tuesday, March 4, 2015” was a Wednesday: either the weekday or the date is wrong, and readers turn up on the wrong
    one. The rule also reports days that no month has (Feb. 30) and ranges that end before they begin. A date without a
    year is judged only when the article's own date (front matter, a date line, `--date`) leaves no other year. Two
    weekdays of one range, and of two dates without a year, are judged against each other.

    On 13 million words of edited copy, on some of which it was mended: read 5, right 5.
    """

    severity = Severity.WARNING
    gathers = True
    reference = "the calendar"
    reads_quotes = True
    examples = (
        flags("The bridge opened on [[Tuesday, March 4, 2015]]."),
        flags("She resigned on [[Friday 2 May 2019]], the council said.\n\nIt met on Thursday 2 May 2019."),
        flags("The lease ends on [[Feb. 30]]."),
        flags("Entries are accepted from [[9 to 3 March 2016]]."),
        flags("The strike begins on Monday 9 March. It is to end on [[Friday 12 March]], it is said."),
        passes("The bridge opened on Wednesday, March 4, 2015."),
        passes("The strike begins on Monday 9 March. It is to end on Thursday 12 March."),
        passes("The bridge opened on Tuesday, March 4, and closed a year later."),
        passes("The fair runs from Dec. 20 to Jan. 6."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        dates = article.dates
        if not dates:
            return
        home: datetime.date | None = None
        if any(date.weekday is not None and date.year is None for date in dates):
            home = article_date(article)
        if home is not None and _of_another_year(dates, home):
            home = None
        told: list[Finding] = []
        for index, date in enumerate(dates):
            if date.day is None:
                continue
            finding = self._impossible(article.text, date) or self._misnamed(article, date, home)
            if finding is None and index + 1 < len(dates):
                finding = self._backwards(article.text, date, dates[index + 1])
            if finding is not None:
                told.append(finding)
        yield from told
        if home is None:
            for wrong in misdated(article):
                if not any(finding.start <= wrong.start < finding.end for finding in told):
                    where = Span(wrong.start, wrong.end)
                    related = [(Span(wrong.first, wrong.last), "told from")]
                    yield self.finding(where, wrong.message, related=related)

    def _impossible(self, text: str, date: Date) -> Finding | None:
        assert date.month is not None
        assert date.day is not None
        last = days_in(date.year, date.month)
        if date.day <= last or (date.year is None and _counts_people(text, date)):
            return None
        month = MONTHS[date.month - 1]
        year = f" {date.year}" if date.month == 2 and date.year is not None else ""
        return self.finding(date, f"{month}{year} has only {last} days.")

    def _misnamed(self, article: Article, date: Date, home: datetime.date | None) -> Finding | None:
        if date.weekday is None:
            return None
        if date.year is not None:
            day = day_of(date)
            known = "" if day is None else f"{_written(day)} {_was(day, home)} a {WEEKDAYS[day.weekday()]}"
        else:
            near = _near(date, home)
            if not near or any(day.weekday() == date.weekday for day in near):
                return None
            day = near[0]
            known = f"in {day.year} that day is a {WEEKDAYS[day.weekday()]}"
        if day is None or day.year < FIRST_YEAR or day.weekday() == date.weekday:
            return None
        written = article.text[date.weekday_start : date.weekday_end]
        return self.finding(
            date,
            f"“{date.text}” cannot be: {known}, not a {WEEKDAYS[date.weekday]}.",
            suggest=_mended(article.text, date, written, day),
            by_hand=True,
        )

    def _backwards(self, text: str, date: Date, following: Date) -> Finding | None:
        """A range that ends before it begins, or whose two weekdays do not lie so many days apart."""
        if following.day is None or following.start - date.end > 12:
            return None
        between = text[date.end : following.start]
        if not _JOINS.fullmatch(between):
            return None
        year = date.year if date.year is not None else following.year
        first, last = day_of(date, year), day_of(following, year)
        span = Span(date.start, following.end)
        if first and last and last < first and date.year is not None and following.year is not None:
            return self.finding(span, f"“{text[span.start : span.end]}” ends before it begins.")
        if date.year is None and following.year is None and date.month == following.month:
            assert date.day is not None
            if following.day < date.day:
                return self.finding(span, f"“{text[span.start : span.end]}” ends before it begins.")
            if date.weekday is not None and following.weekday is not None:
                apart = following.day - date.day
                if (following.weekday - date.weekday - apart) % 7:
                    named = f"{WEEKDAYS[date.weekday]} to {WEEKDAYS[following.weekday]}"
                    return self.finding(span, f"{named} is not {apart} days: one weekday or one date is wrong.")
        return None


_JOINS = expression(r"\s*[-–—]\s*|,?\s+(?:to|through|until|till)\s+(?:the\s+)?")


def _counts_people(text: str, date: Date) -> bool:
    """Whether the number after a month is no day: "In June 31 people died"."""
    return compiled(r"[\s-]+[a-z]|[.,]?\d|%").match(text[date.end : date.end + 3]) is not None and not _NO_NOUN.match(
        text, date.end, date.end + 12
    )


_NO_NOUN = expression(
    r"""
    \s+(?:
        and|at|to|in|or|as|is|was|will|when|after|before|for|from|until|with|by
        |because|but|that|the|this|which
    )\b
    """,
    re.VERBOSE,
)


def _of_another_year(dates: Iterable[Date], home: datetime.date) -> bool:
    """Whether most dates without a year fit no year near the article's: a list that goes back further."""
    named = [(date, _near(date, home)) for date in dates if date.weekday is not None and date.year is None]
    wrong = sum(all(day.weekday() != date.weekday for day in near) for date, near in named if near)
    return wrong > 2 and 2 * wrong > len(named)


def _near(date: Date, home: datetime.date | None) -> list[datetime.date]:
    """The days that a date without a year may mean, nearest to the article's own date first."""
    if home is None:
        return []
    days = [day for year in (home.year - 1, home.year, home.year + 1) if (day := day_of(date, year))]
    days = [day for day in days if abs((day - home).days) <= NEAR]
    return sorted(days, key=lambda day: abs((day - home).days))


def _was(day: datetime.date, home: datetime.date | None) -> str:
    return "is" if home is not None and day >= home else "was"


def _written(day: datetime.date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def _mended(text: str, date: Date, written: str, day: datetime.date) -> list[str]:
    """The same words with the right weekday; then with the nearest day that is the weekday named."""
    right = WEEKDAYS[day.weekday()]
    if not written.lower().endswith("day"):
        right = right[: len(written.rstrip("."))] if len(written.rstrip(".")) < 4 else _abbreviation(right)
        right += "." if written.endswith(".") else ""
    whole = text[date.start : date.end]
    at = date.weekday_start - date.start
    mends = [whole[:at] + right + whole[at + len(written) :]]
    assert date.weekday is not None
    shift = (date.weekday - day.weekday() + 3) % 7 - 3
    moved = day + datetime.timedelta(days=shift)
    pattern = rf"(?<!\d){day.day}(?!\d)(?!:)"
    if moved.month == day.month and len(re.findall(pattern, whole)) == 1:
        mends.append(_ordinal_mended(re.sub(pattern, str(moved.day), whole)))
    return mends


def _abbreviation(weekday: str) -> str:
    return {"Tuesday": "Tues", "Wednesday": "Wed", "Thursday": "Thurs"}.get(weekday, weekday[:3])


def _ordinal_mended(text: str) -> str:
    """The right ending after a changed day: "23th" is "23rd"."""

    def ending(match: re.Match[str]) -> str:
        day = int(match[1])
        last = "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
        return f"{day}{last}"

    return compiled(r"\b(\d{1,2})(?:st|nd|rd|th)\b").sub(ending, text)
