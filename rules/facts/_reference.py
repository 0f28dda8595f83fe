"""What the rules on facts share: the article's own date, and how a number is hedged."""

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newslint import Article, Finding, NamedTuple, Role, Severity, compiled, english, every_place, expression

if TYPE_CHECKING:
    from newslint import Date

_TOP = 6  # blocks that may hold the date line of a page


WEEKDAYS, MONTHS = english.WEEKDAYS, english.MONTHS
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in(year: int | None, month: int) -> int:
    """Days of a month; a February whose year is unknown has 29."""
    if month == 2 and year is not None and (year % 4 or (year % 100 == 0 and year % 400)):
        return 28
    return _LENGTHS[month - 1]


def day_of(date: "Date", year: int | None = None) -> datetime.date | None:
    """The calendar's day, in ``year`` where the text names none; None where there is no such day."""
    year = date.year if date.year is not None else year
    if year is None or date.month is None or date.day is None or not 1 <= date.day <= days_in(year, date.month):
        return None
    return datetime.date(year, date.month, date.day)


def quoted_as_hints(article: Article, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings inside quotation marks become hints without a mend.

    What somebody said is not the desk's to change, but a sum that is wrong in a quotation may be a slip of the pen.
    """
    for finding in findings:
        if article.in_quotation(finding):
            yield finding._replace(severity=Severity.INFO, fix=None)
        else:
            yield finding


def article_date(article: Article) -> datetime.date | None:
    """The day of the article, where metadata, a date line of its own or a full dateline gives it."""
    return article.view(_date_told)


def _date_told(article: Article) -> datetime.date | None:
    if article.metadata.date is not None:
        return article.metadata.date
    for index, block in enumerate(article.blocks if article.dates else ()):
        if index >= _TOP and block.role not in (Role.DATELINE, Role.BYLINE):
            continue
        opening = article.text[block.start : min(block.end, block.start + 100)]
        if not _has_year(opening):
            continue
        for date in article.dates:
            day = day_of(date)
            if day is None or not block.start <= date.start < block.start + 60:
                continue
            before = article.text[block.start : date.start]
            after = article.text[date.end : block.end]
            if len(after) < 30 and _LABEL.fullmatch(before.strip()) and _REST.fullmatch(after.strip()):
                return day
            if _PLACE.fullmatch(before) and _AGENCY.match(after):
                return day
            if _TOWN.fullmatch(before) and _OPENS.match(after):
                return day
    return None


def no_earlier_than(article: Article) -> datetime.date | None:
    """The latest day that the article names, if it has no date of its own: it was written no earlier, or soon before.

    Days in a sentence about the future of another year are left out by who asks: only the year is worth something.
    """
    days = [day for date in article.dates if date.year is not None and (day := day_of(date)) is not None]
    return max(days, default=None)


_LABEL = expression(r"(?:(?:first\s+|last\s+)?(?:published|posted|updated|modified|date)(?:\s+on)?:?)?", re.I)
_REST = expression(r"[\s,|/–—-]*(?:(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*[A-Z]{0,4})?[.\s]*", re.I)
_PLACE = expression(r"[A-Z][A-Z .'’-]{2,30}(?:,\s[A-Z][\w.]{1,15})?,\s+")
# WINNIPEG, Wednesday, Jan. 21, 2026 – / HALIFAX (July 30, 2026) – / SAN MARTINO, N.M. — Thursday, Oct. 8, 2026.
_TOWN = expression(r"[A-Z][A-Z .'’-]{2,30}(?:,\s[A-Z][\w.]{1,15})?(?:,\s|\s\(|\s[–—-]\s|\s)(?:[A-Z][a-z]+day,?\s)?")
_OPENS = expression(r"\)?(?:\s\([A-Z][a-z]+day\))?(?:\s?[–—-]\s|:\s|[.]\s|\)\s)")
_AGENCY = expression(r",?\s*(?:\([\w /]{2,25}\)|[-–—])")


def _has_year(opening: str) -> bool:
    return compiled(r"\d{4}").search(opening) is not None


def occurrences(text: str, *needles: str) -> Iterator[int]:
    """Every place where one of a few literal strings begins, in order, each place once."""
    yield from sorted({at for at, _ in every_place(text, needles)})


class Hedge(NamedTuple):
    """How far the truth may lie from a figure, as the words before it allow: factors of the figure."""

    low: float
    high: float


EXACT = Hedge(1.0, 1.0)
ANYTHING = Hedge(0.0, 99.0)


@cache
def _hedges() -> tuple[tuple[re.Pattern[str], Hedge], ...]:
    def before(words: str) -> re.Pattern[str]:
        return compiled(rf"\b(?:{words})(?:\s+(?:a|an|the))?\s*$", re.I)

    return (
        (
            before(
                r"(?:no|not)\s+(?:more|fewer|less)\s+than|at\s+(?:least|most)|up\s+to|"
                r"as\s+(?:much|many|low|high|few|little)\s+as|between|a\s+(?:possible|potential)"
            ),
            ANYTHING,
        ),
        (before(r"just\s+over|slightly\s+(?:more\s+than|over)|a\s+little\s+(?:over|more\s+than)"), Hedge(1.0, 1.12)),
        (before(r"more\s+than|over|above|upwards?\s+of|in\s+excess\s+of|exceeding|north\s+of"), Hedge(1.0, 1.5)),
        (before(r"almost|nearly|close\s+to|just\s+(?:under|below|short\s+of)|virtually"), Hedge(0.85, 1.02)),
        (before(r"less\s+than|fewer\s+than|under|below|short\s+of"), Hedge(0.6, 1.0)),
        (
            before(
                r"about|around|roughly|approximately|some|estimated|circa|projected|forecast|"
                r"approx\.?|~|or\s+so"
            ),
            Hedge(0.88, 1.12),
        ),
    )


# One cheap look for any word that could end a hedge.
_HEDGING = expression(
    r"""
    (?:
        than|least|most|to|as|over|of|ex\w+|abo\w+|almost|nearly|und\w+|below
        |virtually|around|so\w*|roughly|approx\S*|estimated|circa|av\w+|between
        |projected|forecast|possible|potential|~|an?|the
    )\s*$
    """,
    re.I | re.VERBOSE,
)


def hedge_before(text: str, start: int) -> Hedge:
    """What the words before a number say about its exactness."""
    before = text[max(0, start - 26) : start]
    if _HEDGING.search(before):
        for pattern, hedge in _hedges():
            if pattern.search(before):
                return hedge
    return EXACT
