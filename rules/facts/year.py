from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from newslint import Article, Finding, Rule, Severity, Span, compiled, english, expression, flags, passes

from ._reference import EXACT, article_date, hedge_before, occurrences, quoted_as_hints

_OPENINGS = ("from ", "From ", "between ", "Between ", "(", " of ")
_SHIFT = {"last": -1, "this": 0, "next": 1}
_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\w%]|[,.]\d|-)"

_WORDS = english.CARDINALS | {"a": 1}
_CENTENARIES = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200}


class Year(Rule):
    """A year that does not fit the words around it.

    “Next year, 2021” in an article of 2022, “ten years ago, in 1998” in one of 2015, the “20th anniversary” of what
    happened 30 years before, “20 years later, in 2015” after 1989, and periods that end before they begin. What depends
    on the article's own date is judged only when front matter, a date line or `--date` gives it.

    On 13 million words of edited copy, on some of which it was mended: no finding.
    """

    severity = Severity.WARNING
    reference = "the calendar"
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
        named = any(words in text for words in (" year, ", " year (", " ago", ", last year"))
        anniversaries = list(occurrences(text, "anniversary", *_CENTENARIES))
        home = article_date(article) if named or anniversaries else None
        if named and home is not None:
            yield from self._named(text, home)
        for at in anniversaries:
            yield from self._anniversary(article, at, home)
        for at in occurrences(text, "years later", "years after", "decades later", "years before"):
            yield from self._later(article, at)
        for match in _period().finditer(text):
            first, last = int(match[1]), int(match[2])
            opened = text.endswith(_OPENINGS, max(0, match.start() - 8), match.start())
            loose = " and " in match[0] and not text.endswith("etween ", 0, match.start())  # storms from 1989 and 1954
            if last < first and first - last < 100 and opened and not loose:
                yield self.finding(Span(*match.span()), f"From {first} to {last} ends before it begins.")
            elif first < last and opened:
                yield from self._lasting(text, match, last - first)

    def _named(self, text: str, home: datetime.date) -> Iterator[Finding]:
        """Last year, this year, next year and so many years ago, with the year itself beside it."""
        for match in _NAMED_YEAR.finditer(text):
            meant = home.year + _SHIFT[match["word"].lower()]
            if int(match["year"]) != meant:
                message = f"In an article of {home.year}, {match['word'].lower()} year is {meant}, not {match['year']}."
                yield self.finding(Span(match.start("word"), match.end("year")), message)
        for match in _YEAR_NAMED.finditer(text):
            meant = home.year + _SHIFT[match["word"]]
            if int(match["year"]) != meant:
                message = f"In an article of {home.year}, {match['word']} year is {meant}, not {match['year']}."
                yield self.finding(Span(match.start("year"), match.end()), message)
        for match in (*_AGO.finditer(text), *_YEAR_AGO.finditer(text)):
            years = _value(match["count"]) * (10 if match["unit"].startswith("decade") else 1)
            gone = home.year - int(match["year"])
            slack = 1 if years < 20 else 2
            if years and abs(gone - years) > slack:
                message = f"In an article of {home.year}, {match['year']} is {gone} years ago."
                places = sorted((match.span("count"), match.span("year")))
                yield self.finding(Span(places[0][0], places[1][1]), message)

    def _lasting(self, text: str, period: re.Match[str], apart: int) -> Iterator[Finding]:
        """For 12 years, from 1990 to 1998; from 1990 to 1998, 12 years in all."""
        match = _LASTED_BEFORE.search(text, max(0, period.start() - 70), period.start()) or _LASTED_AFTER.match(
            text, period.end(), period.end() + 60
        )
        years = 0 if match is None else _value(match["count"])
        if match is None or years < 2 or abs(years - apart) <= 1:
            return
        if hedge_before(text, match.start("count")) is not EXACT and years < apart:
            return
        if text.endswith("terms of ", 0, match.start("count")):
            return
        yield self.finding(
            Span(match.start("count"), match.end("years")),
            f"From {period[1]} to {period[2]} it is {apart} years, not {match['count']}.",
            related=[(Span(*period.span()), "the period")],
            severity=Severity.INFO,
        )

    def _anniversary(self, article: Article, at: int, home: datetime.date | None) -> Iterator[Finding]:
        text = article.text
        word = _WORD.match(text, at)
        assert word is not None
        before = (
            _ORDINAL.search(text, max(0, at - 34), at)
            if word[0] == "anniversary"
            else _THE.search(text, max(0, at - 6), at)
        )
        event = _EVENT.match(text, word.end(), word.end() + 110)
        if before is None or (at and text[at - 1].isalpha()):
            return
        number = _CENTENARIES.get(word[0]) or _ordinal(before[1])
        if event is None:
            yield from self._its_anniversary(article, at, word.end(), before, number, home)
            return
        happened = int(event["year"])
        marked = _IN_YEAR.match(text, event.end(), event.end() + 60) or _IN_YEAR_BEFORE.search(
            text, max(0, at - 70), before.start()
        )
        if marked is not None:
            then = int(marked["year"])
        elif home is not None and not _ANY_YEAR.search(text, article.sentence_start(at), at):
            then = home.year
        else:
            return
        gone = then - happened
        if gone == number or (marked is None and abs(gone - number) <= 1):
            return
        message = f"In {then} it is {gone} years since {happened}, not {number}."
        near = abs(gone - number) <= 1
        yield self.finding(
            Span(before.start(1), word.end()),
            message,
            related=[(Span(event.start("year"), event.end("year")), "the event")],
            severity=Severity.INFO if near else Severity.WARNING,
        )

    def _its_anniversary(
        self, article: Article, at: int, end: int, before: re.Match[str], number: int, home: datetime.date | None
    ) -> Iterator[Finding]:
        """Founded in 1950, the club marked its 40th anniversary in 2000: the one other year is the event's."""
        text = article.text
        if not number or not _ITS.search(text, max(0, before.start() - 5), before.start()):
            return
        marked = _MARKED_IN.match(text, end)
        this_year = home is not None and text.startswith(" this year", end)
        if marked is None and not this_year:
            return
        then = int(marked["year"]) if marked is not None else home.year if home is not None else 0
        low = _start_of_two(article, at)
        years = list(compiled(rf"(?<![\w.,$£€/-]){_YEAR}").finditer(text[low:at]))
        if len(years) != 1 or not _BEGAN.search(text, low, low + years[0].start()):
            return
        happened = int(years[0]["year"])
        if abs(then - happened - number) > 1:
            yield self.finding(
                Span(before.start(1), end),
                f"In {then} it is {then - happened} years since {happened}, not {number}.",
                related=[(Span(low + years[0].start(), low + years[0].end()), "the event")],
                severity=Severity.INFO,
            )

    def _later(self, article: Article, at: int) -> Iterator[Finding]:
        """In 1989 ... 20 years later, in 2010; in 2010, 20 years after the 1989 revolution."""
        text = article.text
        count = _COUNT_BEFORE.search(text, max(0, at - 24), at)
        if count is None:
            return
        years = _value(count[1]) * (10 if text.startswith("decades", at) else 1)
        if not years:
            return
        if text.startswith(("years after", "years before"), at):
            size = len("years after") + text.startswith("years before", at)
            low = article.sentence_start(at)
            earlier = _EVENT.match(" of" + text[at + size : at + 90])
            behind = list(compiled(rf"(?<![\w.,$£€/-]){_YEAR}").finditer(text[low : count.start()]))
            if earlier is None:
                return
            if text.startswith("years before", at):
                if len(behind) != 1 or hedge_before(text, count.start(1)) is not EXACT:
                    return
                first, last = int(behind[0]["year"]), int(earlier["year"])
                start, end = count.start(1), at + size
            elif later := _YEAR_AT_END.search(text, max(0, count.start() - 14), count.start()):
                start, end = later.start("year"), at + size
                first, last = int(earlier["year"]), int(later["year"])
            elif not behind and (later := _IN_YEAR_AFTER.match(text, at + size + earlier.end() - len(" of"))):
                start, end = count.start(1), later.end("year")
                first, last = int(earlier["year"]), int(later["year"])
            else:
                return
        else:
            follows = _LATER_YEAR.match(text, at)
            low = article.sentence_start(at)
            if count.start() == low:  # a new sentence: the year stands in the one before
                low = _start_of_two(article, at)
            behind = list(compiled(rf"(?<![\w.,$£€/-]){_YEAR}").finditer(text[low : count.start()]))
            if follows is not None and len(behind) == 1:
                start, end = count.start(1), follows.end("year")
                first, last = int(behind[0]["year"]), int(follows["year"])
            elif len(behind) == 2 and _YEAR_AT_END.search(text, max(0, count.start() - 14), count.start()):
                start, end = count.start(1), at + len("years later")
                first, last = int(behind[0]["year"]), int(behind[1]["year"])
            else:
                return
        if abs(last - first - years) > (1 if years < 20 else 2) and last > first:
            message = f"From {first} to {last} it is {last - first} years, not {years}."
            yield self.finding(Span(start, end), message)


def _start_of_two(article: Article, at: int) -> int:
    """Where the sentence begins that stands before the one at ``at``, in the same paragraph."""
    start = article.sentence_start(at)
    block = article.block_at(at)
    return article.sentence_start(start - 2) if block is not None and start - 2 > block.start else start


def _ordinal(words: str) -> int:
    return int(compiled(r"\D").sub("", words) or 0) or english.ORDINALS.get(words.lower(), 0)


def _value(words: str) -> int:
    return int(words) if words.isdigit() else _WORDS.get(words.lower(), 0)


_NAMED_YEAR = expression(
    rf"""
    \b(?P<word>[Ll]ast|[Tt]his|[Nn]ext)\s+year  # last year
    (?:,\s+(?:(?:in|on)\s+)?(?:\d{{1,2}}\s+)?(?:[A-Z][a-z]+\s+)?|\s+\(){_YEAR}  # , in March 2019
    (?=[,.;:)]|\s*$)
    """,
    re.M | re.VERBOSE,
)
_AGO = expression(
    rf"""
    (?<![\w.,-])(?P<count>\d{{1,3}}|[Aa]|[A-Za-z]+)\s+(?P<unit>years?|decades?)  # ten years
    \s+ago(?:,?\s+in\s+(?:[A-Z][a-z]+\s+)?|\s+\(){_YEAR}  # ago, in March 2009
    """,
    re.VERBOSE,
)
_YEAR_NAMED = expression(rf"\bin\s+{_YEAR},\s+(?P<word>last)\s+year(?=[,.;:)]|\s*$)", re.M)
_YEAR_AGO = expression(
    rf"""
    \b(?:[Ii]n|[Ss]ince)\s+(?:[A-Z][a-z]+\s+)?{_YEAR},\s+(?P<count>\d{{1,3}}|[Aa]|[A-Za-z]+)\s+  # in March 2009, ten
    (?P<unit>years?|decades?)\s+ago\b  # years ago
    """,
    re.VERBOSE,
)
# A word after the number: years of a sentence, a term, a career.
_LASTED_BEFORE = expression(
    r"""
    (?:\b(?:for|spent|of|a|his|her|its|their|was|were|lasted|than)\s+)  # for
    (?P<count>\d{1,2}|[a-z]+)(?P<years>[\s-]years?)\b  # ten years
    (?!\s+(?:old|ago|after|before|later|earlier))
    (?:(?!\sand\s)[^.;:!?\n\d]){0,40}?\s(?:from|between)?\s?$  # in office from
    """,
    re.VERBOSE,
)
_LASTED_AFTER = expression(
    r"""
    (?:
        ,\s+(?:a\s+(?:total|span|period)\s+of\s+)?  # , a total of
        |\s+(?:he|she|it|they)\s(?:was|were|had\sbeen|served)\s[^.;:!?\n\d,]{0,30}?  # . She was mayor for
         for\s
    )(?P<count>\d{1,2}|[a-z]+)(?P<years>\syears)  # ten years
    (?=\s(?:in|at|as|on|with)\s|\saltogether|[.,;])
    """,
    re.VERBOSE,
)
_ITS = expression(r"\b(?:its|his|her|their|Its|the)\s$")
_MARKED_IN = expression(rf"\s(?:[a-z]+\s){{0,2}}in\s{_YEAR}")
_BEGAN = expression(
    r"""
    \b(?i:
        founded|established|opened|formed|launched|built|started|began|created
        |set\s+up|incorporated|born|married|struck|happened|erupted|broke\s+out
        |fell|ended|died|was|dates?
    )\b
    """,
    re.VERBOSE,
)
_ANY_YEAR = expression(rf"(?<![\w.,$£€/-]){_YEAR}")
_WORD = expression(r"[a-z]+")
_THE = expression(r"\b((?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er))\s$")
_ORDINAL = expression(r"\b(\d{1,3}(?:st|nd|rd|th)|(?i:" + "|".join(english.ORDINALS) + r"))\s+(?:[a-z]+\s+)?$")
_EVENT = expression(rf"\s+of\s+(?:(?:[^.;:!?\n\d]|(?<!\d)\d{{1,2}}(?!\d)){{0,70}}?[\s(])?{_YEAR}")
_IN_YEAR = expression(rf"[^.;:!?\n\d]{{0,50}}?\bin\s+{_YEAR}")
_IN_YEAR_BEFORE = expression(rf"\b[Ii]n\s+{_YEAR},?\s+[^.;:!?\n\d]{{0,40}}$")
_COUNT_BEFORE = expression(r"(?<![\w.,-])(\d{1,3}|[A-Za-z]+)\s+$")
_LATER_YEAR = expression(rf"(?:years|decades)\s+later,?\s+in\s+{_YEAR}")
_IN_YEAR_AFTER = expression(rf",\s+(?:in\s+)?{_YEAR}")
_YEAR_AT_END = expression(r"(?P<year>1[5-9]\d\d|20\d\d),\s+$")


@cache
def _period() -> re.Pattern[str]:
    year = r"(1[5-9]\d\d|20\d\d)"
    return compiled(rf"{year}(?:\s+(?:to|until|till|through)\s+|\s+and\s+|\s?[–-]\s?){year}(?![\w%]|[,.]\d|-)")
