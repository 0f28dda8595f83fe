"""Births, ages and the years they are tied to, as news words them."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint import Article, NamedTuple, compiled, expression, lower_words

from ._reference import day_of, occurrences

if TYPE_CHECKING:
    from newslint import Date, Number


class When(NamedTuple):
    """A year of the text, with its day where one is given."""

    start: int
    end: int
    year: int
    day: datetime.date | None = None


class Age(NamedTuple):
    """An age of somebody. ``form``: "at" (at the age of, aged), "was" (was 34 when), "bare" (Name, 34,), "now"
    (the 34-year-old).

    ``start`` and ``end`` are those of the figure, ``phrase`` is where its words begin.
    """

    start: int
    end: int
    phrase: int
    years: int
    form: str
    text: str


_YEAR_PATTERN = expression(r"(?<![\w.,$£€/])(?<![a-zA-Z]-)(1[5-9]\d\d|20\d\d)(?![\w%/]|[,.]\d|-[a-z])")


def years_in(text: str, start: int, end: int, dates: "Sequence[Date]") -> list[When]:
    """The years between two places, those of full dates with their day."""
    low = bisect_left(dates, start, key=lambda date: date.start)
    high = bisect_left(dates, end, key=lambda date: date.start)
    found = [
        When(date.start, date.end, date.year, day_of(date))
        for date in dates[low:high]
        if date.year is not None and date.end <= end
    ]
    taken = [(when.start, when.end) for when in found]
    for match in _YEAR_PATTERN.finditer(text, start, end):
        if not any(low <= match.start() < high for low, high in taken):
            found.append(When(*match.span(), int(match[1])))
    return sorted(found)


_AGE_BEFORE = expression(
    r"""
    (?:
        (?P<at>
            \b(?:
                at\s+(?:the\s+)?(?:[a-z]+\s+){0,3}age\s+of\s+  # at the tender age of
                |at\s+(?:just\s+|only\s+)?(?:age\s+)?  # at just 34, at age 34
                |aged\s+(?:just\s+|only\s+)?
                |age\s+
            )
        )
        |(?P<was>\b(?:was|is|turned|just|only|being|now)\s+)  # was 34
        |(?P<bare>[\w’'.]\s*,\s+|[\w’']\s+\()  # Ana Ruiz, 34; Ana Ruiz (34
    )$
    """,
    re.I | re.VERBOSE,
)


# What one of those ends in, looked for before an expression is.
_LEADS = ("of", "at", "just", "only", "age", "aged", "was", "is", "turned", "being", "now", ",", "(")
_NOT_AGES = frozenset(
    (
        "percent,per,million,minutes,hours,days,weeks,months,years,people,points,miles,metres,feet,of,or,p,a,other,and,degrees,pm,am"
    ).split(",")
)


def ages_in(text: str, start: int, end: int, numbers: "Sequence[Number]") -> Iterator[Age]:
    """The ages between two places."""
    for number in numbers:
        if not start <= number.start or number.end > end or number.currency or number.unit in ("%", "points"):
            continue
        if number.value != int(number.value) or not 1 <= number.value <= 120 or len(number.text) == 4:
            continue
        if number.unit in ("years", "year") and text.startswith(" old", number.end + 1 + len(number.unit)):
            was = compiled(r"\b(?:was|is)\s$").search(text[max(start, number.start - 5) : number.start])
            phrase = number.start - len(was[0]) if was else number.start
            yield Age(number.start, number.end + 5 + len(number.unit), phrase, int(number.value), "was", number.text)
            continue
        if number.unit == "year-old" and text[number.start - 4 : number.start].lower() == "the ":
            yield Age(number.start, number.end, number.start, int(number.value), "now", number.text)
            continue
        low = max(start, number.start - 45)
        if not text[low : number.start].rstrip().lower().endswith(_LEADS):
            continue
        match = _AGE_BEFORE.search(text, low, number.start)
        if match is None:
            continue
        form = match.lastgroup or ""
        if form == "at" and number.unit in _NOT_AGES - {"and", "of", "or"}:
            if number.unit != "years" or not ("age" in match[0].lower() or text.startswith(" of age", number.end + 6)):
                continue
        after = text[number.end : number.end + 6]
        if form == "bare" and not compiled(r"[,)]|\s(?:and|who)\b").match(after):
            continue
        if form == "was" and not compiled(
            r"[.,;)]|\s(?:when|at|in|and|on|years|now|last|this|today|upon)\b|\s*$"
        ).match(after):
            continue
        if after[:1] in ":/" or compiled(r"\s?[ap]\.?m\b").match(after):
            continue
        yield Age(number.start, number.end, match.start(), int(number.value), form, number.text)


def birth_places(article: Article) -> list[int]:
    """Where a sentence may tell of a birth, cheaply: "born", "(b.", life dates in brackets; in order."""
    text = article.text
    found = set[int]()
    if not _BORN_OR_LIVED.isdisjoint(article.view(lower_words)):
        found.update(occurrences(text, "born", "Born", "(b. ", "date of birth", "is birth", "er birth ", "lived from"))
    if "(" in text:
        found.update([match.start() for match in _LIFE_DATES.finditer(text)])
    return sorted(found)


_BORN_OR_LIVED = frozenset(["born", "b", "birth", "lived"])
_LIFE_DATES = expression(r"\((?=[^()\n]{0,20}\d{4}\s?[-–—])")


class Birth(NamedTuple):
    """Where it is said when somebody was born; ``start`` is that of "born". ``death`` where "(1960-2009)" gives it."""

    start: int
    end: int
    when: When
    death: When | None = None


_SPAN_PATTERN = expression(
    r"\((?:[a-z.]+\s+)?(?:c\.\s?)?(?P<birth>[^()\n]{4,22}?)\s*[-–—]\s*(?P<death>[^()\n]{4,22}?)\)"
)
# What may stand between "born" and the day or year: place, name, parents.
# A stop inside it is an abbreviation's: Paterson, N.J., on.
_BORN_REST = expression(r"(?!-)(?:[^.;:!?\n()]|\.(?=[,\w]|\s[a-z])){0,90}$|\s*[:(]?\s*$")
# Words that begin another event before the year is reached.
_AFTER_BIRTH = expression(
    r"""
    \b(?:
        died|dies|dead|killed|and|but|who|which|when|moved|came|joined|became|was
        |before|after|aged|age
    )\b
    """,
    re.I | re.VERBOSE,
)


def births_in(text: str, start: int, end: int, years: Sequence[When]) -> list[Birth]:
    """The births that a sentence tells of."""
    found = []
    for match in _BORN.finditer(text, start, end):
        following = next((when for when in years if when.start >= match.end()), None)
        if following is None:
            continue
        gap = text[match.end() : following.start]
        if len(gap) > 90 or not _BORN_REST.match(gap) or _AFTER_BIRTH.search(gap):
            continue
        if _UNTIL.match(text, following.end):
            continue  # a generation, born 1965 to 1980
        later = next((when for when in years if when.start >= following.end), None)
        if later is not None and not _then_died(text, match.start(), following.end, later.start):
            later = None
        found.append(Birth(match.start(), (later or following).end, following, later))
    for match in (*_SPAN_PATTERN.finditer(text, start, end), *_LIVED.finditer(text, start, end)):
        inside = [when for when in years if match.start() < when.start and when.end <= match.end()]
        if len(inside) == 2 and 0 < inside[1].year - inside[0].year < 120:
            found.append(Birth(match.start(), match.end(), inside[0], inside[1]))
    return found


def _then_died(text: str, start: int, end: int, later: int) -> bool:
    """Whether a death follows in the style of an obituary's last line: born 3 May 1950; died 4 June 2010."""
    died = _THEN_DIED.fullmatch(text, end, later)
    return died is not None and (died[0][0] == ";" or text[start - 1 : start] == "(")


_UNTIL = expression(r"\s?(?:to|and|or|through|[-–])\s?\d{4}\b")
_THEN_DIED = expression(r"[;,]\s+died\s+(?:on\s+|in\s+)?")
_LIVED = expression(
    r"""
    \blived\s+from\s(?P<birth>[^()\n;]{4,22}?)\s(?:to|until)\s  # lived from 4 March 1960
    (?P<death>[^()\n;,.]{4,22}?)(?=[\s,.])(?!\s\d{4})  # to 2 May 2010
    """,
    re.VERBOSE,
)
_BORN = expression(r"(?<![\w-])(?:[Bb]orn\b(?!-)|(?<=\()b\.|date\s+of\s+birth\b|(?:her|his|Her|His)\s+birth\b)")


def ages_possible(birth: When, then: When) -> tuple[int, int]:
    """The least and the greatest age that somebody born at ``birth`` can have at ``then``."""
    apart = then.year - birth.year
    if birth.day is not None and then.day is not None:
        passed = (then.day.month, then.day.day) >= (birth.day.month, birth.day.day)
        exact = apart if passed else apart - 1
        return exact, exact
    return apart - 1, apart
