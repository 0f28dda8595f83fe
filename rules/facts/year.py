from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from newslint import Article, Finding, Rule, Severity, Span, expression, flags, passes

from ._reference import article_date, occurrences, quoted_as_hints

_OPENINGS = ("from ", "From ", "between ", "Between ", "(")
_SHIFT = {"last": -1, "this": 0, "next": 1}
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\w%]|[,.]\d|-)"

_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" ")
    )
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "a": 1}


class Year(Rule):
    """A year that does not fit the words around it.

    “Next year, 2021” in an article of 2022, “ten years ago, in 1998” in one of 2015, the “20th anniversary” of what
    happened 30 years before, “20 years later, in 2015” after 1989, and periods that end before they begin. What depends
    on the article's own date is judged only when front matter, a date line or `--date` gives it.
    """

    severity = Severity.WARNING
    source = "the calendar"
    reads_quotes = True
    examples = (
        flags("10 March 2022\n\nThe vote is due [[next year, 2021]]."),
        flags("The [[20th anniversary]] of the 1989 revolution was marked in 2019."),
        flags("He fled in 1989 and came back [[20 years later, in 2019]]."),
        flags("She was mayor from [[2003 to 1999]]."),
        passes("10 March 2022\n\nThe vote is due next year, 2023."),
        passes("The vote is due next year, 2021."),
        passes("The 30th anniversary of the 1989 revolution was marked in 2019."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        text = article.text
        named = any(words in text for words in (" year, ", " year (", " ago, in ", " ago (", "years ago in "))
        anniversaries = list(occurrences(text, "anniversary"))
        home = article_date(article) if named or anniversaries else None
        if named and home is not None:
            yield from self._named(text, home)
        for at in anniversaries:
            yield from self._anniversary(text, at, home)
        for at in occurrences(text, "years later", "years after", "decades later"):
            yield from self._later(text, at)
        for match in _period().finditer(text):
            first, last = int(match[1]), int(match[2])
            if (
                last < first
                and first - last < 100
                and text.endswith(_OPENINGS, max(0, match.start() - 8), match.start())
            ):
                yield self.finding(Span(*match.span()), f"From {first} to {last} ends before it begins.")

    def _named(self, text: str, home: datetime.date) -> Iterator[Finding]:
        """Last year, this year, next year and so many years ago, with the year itself beside it."""
        for match in _NAMED_YEAR.finditer(text):
            meant = home.year + _SHIFT[match["word"].lower()]
            if int(match["year"]) != meant:
                message = f"In an article of {home.year}, {match['word'].lower()} year is {meant}, not {match['year']}."
                yield self.finding(Span(match.start("word"), match.end("year")), message)
        for match in _AGO.finditer(text):
            years = _value(match["count"]) * (10 if match["unit"].startswith("decade") else 1)
            gone = home.year - int(match["year"])
            slack = 1 if years < 20 else 2
            if years and abs(gone - years) > slack:
                message = f"In an article of {home.year}, {match['year']} is {gone} years ago."
                yield self.finding(Span(match.start("count"), match.end("year")), message)

    def _anniversary(self, text: str, at: int, home: datetime.date | None) -> Iterator[Finding]:
        before = _ORDINAL.search(text, max(0, at - 30), at)
        event = _EVENT.match(text, at + len("anniversary"), at + 110)
        if before is None or event is None:
            return
        number, happened = int(before[1]), int(event["year"])
        marked = _IN_YEAR.match(text, event.end(), event.end() + 60) or _IN_YEAR_BEFORE.search(
            text, max(0, at - 70), before.start()
        )
        if marked is not None:
            then = int(marked["year"])
        elif home is not None:
            then = home.year
        else:
            return
        gone = then - happened
        if gone == number or (marked is None and abs(gone - number) <= 1):
            return
        message = f"In {then} it is {gone} years since {happened}, not {number}."
        near = abs(gone - number) <= 1
        span = Span(before.start(1), at + len("anniversary"))
        yield self.finding(
            span,
            message,
            related=[(Span(event.start("year"), event.end("year")), "the event")],
            severity=Severity.INFO if near else Severity.WARNING,
        )

    def _later(self, text: str, at: int) -> Iterator[Finding]:
        """In 1989 ... 20 years later, in 2010; in 2010, 20 years after the 1989 revolution."""
        count = _COUNT_BEFORE.search(text, max(0, at - 24), at)
        if count is None:
            return
        years = _value(count[1]) * (10 if text.startswith("decades", at) else 1)
        if not years:
            return
        if text.startswith("years after", at):
            earlier = _EVENT.match(" of" + text[at + len("years after") : at + 90])
            later = _YEAR_AT_END.search(text, max(0, count.start() - 14), count.start())
            if earlier is None or later is None:
                return
            start, end = later.start("year"), at + len("years after")
            first, last = int(earlier["year"]), int(later["year"])
        else:
            follows = _LATER_YEAR.match(text, at)
            low = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at), 0)
            behind = list(re.finditer(rf"(?<![\w.,$£€/-]){_YEAR}", text[low : count.start()]))
            if follows is None or len(behind) != 1:
                return
            start, end = count.start(1), follows.end("year")
            first, last = int(behind[0]["year"]), int(follows["year"])
        if abs(last - first - years) > (1 if years < 20 else 2) and last > first:
            message = f"From {first} to {last} it is {last - first} years, not {years}."
            yield self.finding(Span(start, end), message)


def _value(words: str) -> int:
    return int(words) if words.isdigit() else _WORDS.get(words.lower(), 0)


_NAMED_YEAR = expression(
    rf"\b(?P<word>[Ll]ast|[Tt]his|[Nn]ext)\s+year(?:,\s+(?:in\s+)?|\s+\(){_YEAR}(?=[,.;:)]|\s*$)", re.M
)


_AGO = expression(
    rf"(?<![\w.,-])(?P<count>\d{{1,3}}|[Aa]|[A-Za-z]+)\s+(?P<unit>years?|decades?)\s+ago(?:,?\s+in\s+(?:[A-Z][a-z]+\s+)?|\s+\(){_YEAR}"
)


_ORDINAL = expression(r"\b(\d{1,3})(?:st|nd|rd|th)\s+(?:[a-z]+\s+)?$")


_EVENT = expression(rf"\s+of\s+(?:[^.;:!?\n\d]{{0,70}}?[\s(])?{_YEAR}")


_IN_YEAR = expression(rf"[^.;:!?\n\d]{{0,50}}?\bin\s+{_YEAR}")


_IN_YEAR_BEFORE = expression(rf"\b[Ii]n\s+{_YEAR},?\s+[^.;:!?\n\d]{{0,40}}$")


_COUNT_BEFORE = expression(r"(?<![\w.,-])(\d{1,3}|[A-Za-z]+)\s+$")


_LATER_YEAR = expression(rf"(?:years|decades)\s+later,?\s+in\s+{_YEAR}")


_YEAR_AT_END = expression(r"(?P<year>1[5-9]\d\d|20\d\d),\s+$")


@cache
def _period() -> re.Pattern[str]:
    year = r"(1[5-9]\d\d|20\d\d)"
    return re.compile(rf"{year}(?:\s+to\s+|\s+and\s+|\s?[–-]\s?){year}(?![\w%]|[,.]\d|-)")
