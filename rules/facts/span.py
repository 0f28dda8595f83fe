from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint import (
    Article,
    Figure,
    Finding,
    Found,
    Reading,
    Rule,
    Severity,
    Span,
    Template,
    english,
    expression,
    flags,
    passes,
    readings,
)

from ._anniversaries import counted_years
from ._calendar import miscounted
from ._clocks import clocks
from ._elapsed import elapsed
from ._extremes import extremes
from ._hours import Stay, stays
from ._reference import day_of, quoted_as_hints
from ._tenures import overlaps, tenures
from ._week import wrong_days

if TYPE_CHECKING:
    from newslint import Date


class TimeSpan(Rule):
    """A time that does not last as long as it is said to, and a range whose ends are the wrong way round.

    “From 9am to 5pm, ten hours” are eight; “3 to 10 May 2019, a three-week festival” is one week; “aged 18 to 12” and
    “between 40 and 30 percent” begin with the greater. Opening hours that close before they open are a hint.

    On 13 million words of edited copy, on some of which it was mended: read 2, right 2.
    """

    severity = Severity.WARNING
    reference = "the calendar and the clock"
    reads_quotes = True
    examples = (
        flags("The shop is open from 9am to 5pm, [[ten hours]] a day."),
        flags("The festival runs from 3 May 2019 to 10 May 2019, a [[three-week]] feast."),
        flags("The club is for children aged [[18 to 12]]."),
        flags("Turnout was between [[40 and 30 percent]]."),
        flags(
            "The alarm rang at 2.40 in the morning. It was out by 7.10; those [[three hours]] cost the mill its roof."
        ),
        flags("The bus was lost on Wednesday. It turned up four days later, on the [[Saturday]]."),
        flags("The [[three-day]] fair ran from Tuesday to Saturday."),
        flags("The train left at 10:15 and arrived at 12:45, [[an hour and a half]] later."),
        flags("The ship, launched in 1969, was scrapped in 2009 after [[30 years]] at sea."),
        flags("The youngest runner was 17 and the oldest [[14]]."),
        flags("The church, built in 1874, will mark its [[150th]] birthday in 2034."),
        flags("He was 29 when he won the title in 1988 and [[45]] when he lost it in 2014."),
        passes("The church, built in 1874, will mark its 150th birthday in 2024."),
        passes("The ship, launched in 1969, was scrapped in 2009 after 40 years at sea."),
        passes("The three-day fair ran from Tuesday to Thursday."),
        passes("Buses will run every 30 minutes from midnight to 5 a.m."),
        passes("The shop is open from 9am to 5pm, eight hours a day."),
        passes("The festival runs from 3 May 2019 to 10 May 2019, a week-long feast."),
        passes("The club is for children aged 12 to 18."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        done = set()
        for finding in self._told(article):
            done.add(finding.span)
            yield finding
        yield from self._week(article)
        for stay in clocks(article):
            if Span(stay.time.figure, stay.time.end) not in done:
                done.add(Span(stay.time.figure, stay.time.end))
                message = (
                    f"From {stay.first.text} to {stay.last.text} it is {stay.hours:.3g} hours, not {stay.time.text}."
                )
                yield self._wrong(stay.time, stay.first, stay.last, message)
        for told in stays(article):
            if Span(told.time.figure, told.time.end) not in done:
                done.add(Span(told.time.figure, told.time.end))
                yield self._stay(article.text, told)
        for counted in counted_years(article):
            yield self._wrong(counted.said, counted.first, counted.last, counted.words)
        for tenure in tenures(article):
            if Span(tenure.time.figure, tenure.time.end) not in done:
                done.add(Span(tenure.time.figure, tenure.time.end))
                begun, over = tenure.first, tenure.last
                message = f"From {begun.text} to {over.text} it is {tenure.years:.0f} years, not {tenure.time.text}."
                yield self._wrong(tenure.time, begun, over, message)
        for gap in elapsed(article):
            if Span(gap.time.figure, gap.time.end) not in done:
                done.add(Span(gap.time.figure, gap.time.end))
                message = f"From {gap.first.text} to {gap.last.text} it is {gap.right}, not {gap.time.text}."
                yield self._wrong(gap.time, gap.first, gap.last, message)

    def _stay(self, text: str, told: Stay) -> Finding:
        first, last = (text[hour.start : hour.end] for hour in (told.first, told.last))
        hours, minutes = divmod(round(told.gap * 60), 60)
        return self.finding(
            Span(told.time.figure, told.end),
            f"From {first} to {last} it is {hours}:{minutes:02} hours, not {text[told.time.figure : told.end]}.",
            related=[(told.first, "the first hour"), (told.last, "the last hour")],
        )

    def _week(self, article: Article) -> Iterator[Finding]:
        for wrong in (*wrong_days(article), *miscounted(article)):
            yield self.finding(
                Span(wrong.start, wrong.end), wrong.message, related=[(Span(wrong.first, wrong.last), "the two days")]
            )

    def _told(self, article: Article) -> Iterator[Finding]:
        for match in _SHORT_YEARS.finditer(article.text):
            first, last = int(match[1]), int(match[2])
            if 30 <= last < first % 100:  # not 1999-02
                span = Span(*match.span())
                yield self.finding(span, f"“{match[0]}”: from {first} back to {first // 100}{last}.")
        for reading in article.view(readings):
            kinds = {figure.kind for figure in reading.figures}
            if len(reading.figures) < 2:
                continue
            if "c" in kinds and "t" in kinds:
                for way in _CLOCKS:
                    for found in way.finditer(reading):
                        yield from self._clock(found, article.text)
            if "d" in kinds and "t" in kinds:
                for way in _DATES:
                    for found in way.finditer(reading):
                        yield from self._dates(found)
            yield from self._limits(reading, article.text)
            for over, again in overlaps(reading):
                span = Span(again.figure, again.end)
                message = f"“Again” in {again.text}, before the first time is over in {over.text}."
                yield self.finding(span, message, related=[(Span(over.start, over.end), "until here")])
            for row in extremes(reading):
                one, two = sorted((row.low, row.high))
                words = f"The {row.least} is {row.low.text} and the {row.greatest} {row.high.text}."
                yield self.finding(Span(two.figure, two.end), words, related=[(Span(one.start, one.end), "here")])
            for way in _RANGES:
                for found in way.finditer(reading):
                    yield from self._range(article.text, found)

    def _clock(self, found: Found, text: str) -> Iterator[Finding]:
        first, last, time = found["first"], found["last"], found["time"]
        if (
            time.unit not in ("hour", "minute")
            or not time.exact
            or _EVERY.search(text, max(0, time.start - 8), time.start)
        ):
            return
        hours = (last.value - first.value) % 24
        said = time.value * english.DURATIONS[time.unit] * 24
        halves = {hours, (hours + 12) % 24} if not _meridiem(first.text) or not _meridiem(last.text) else {hours}
        if any(abs(said - way) < 0.26 for way in halves):
            return
        yield self._wrong(
            time, first, last, f"From {first.text} to {last.text} it is {hours:.3g} hours, not {time.text}."
        )

    def _dates(self, found: Found) -> Iterator[Finding]:
        first, last, time = found["first"], found["last"], found["time"]
        days = _apart(first.date, last.date)
        if days is None or days <= 0 or not time.exact or time.unit in ("second", "minute", "hour"):
            return
        said = time.value * english.DURATIONS[time.unit]
        slack = {"day": 1.0, "night": 1.0, "week": 3.0, "fortnight": 3.0, "month": 20.0, "quarter": 30.0}.get(
            time.unit, 200.0
        )
        if abs(said - days) <= slack:
            return
        yield self._wrong(time, first, last, f"From {first.text} to {last.text} it is {days} days, not {time.text}.")

    def _wrong(self, time: Figure, first: Figure, last: Figure, message: str) -> Finding:
        low, high = min(first.start, last.start), max(first.end, last.end)
        return self.finding(Span(time.figure, time.end), message, related=[(Span(low, high), "beginning and end")])

    def _limits(self, reading: Reading, text: str) -> Iterator[Finding]:
        """No fewer than 200 and no more than 150."""
        for low, high in pairwise(reading.figures):
            if low.kind != high.kind or (low.kind in "$m" and low.unit != high.unit) or low.value <= high.value:
                continue
            least, most = text[low.start : low.figure].strip().lower(), text[high.start : high.figure].strip().lower()
            if least in _LEAST and most in _MOST and high.start - low.end < 30:
                span = Span(low.figure, high.end)
                yield self.finding(span, f"At least {low.text} and at most {high.text}: no figure is both.")

    def _range(self, text: str, found: Found) -> Iterator[Finding]:
        low, high = found["low"], found["high"]
        if low.value <= high.value or (low.kind == high.kind == "$" and low.unit != high.unit):
            return
        if low.kind != high.kind and not (low.kind == "n" and not low.unit):
            return
        if low.kind == "n" == high.kind and (low.unit and high.unit and low.unit != high.unit):
            return
        if low.kind != high.kind and _scale(high) > 1 and low.value < 1000:
            return
        if low.kind == high.kind and high.kind in "tm" and low.unit != high.unit:
            return
        if low.kind == high.kind == "n" and not low.unit and not high.unit and low.value <= _NOON:
            return  # between ten and three: hours of the day
        if high.kind in "n$" and _scale(high) > low.value:
            return
        span = Span(low.figure, high.end)
        yield self.finding(
            span,
            f"“{text[span.start : span.end]}”: a range from {low.value:,g} down to {high.value:,g}.",
            severity=self.severity if high.kind == "a" else Severity.INFO,
        )


_NOON = 12
_EVERY = expression(r"\b(?:every|each)\s$")


def _meridiem(words: str) -> bool:
    return words.lower().rstrip(".").endswith("m") or words.lower() in ("noon", "midnight") or ":" in words


def _scale(figure: Figure) -> float:
    return next((scale for scale in (1e12, 1e9, 1e6, 1e3) if figure.value >= scale), 1.0)


def _apart(first: Date | None, last: Date | None) -> int | None:
    if first is None or last is None:
        return None
    year = first.year or last.year or 2001
    one, two = day_of(first, year), day_of(last, last.year or year)
    if one is None or two is None:
        return None
    return (two - one + datetime.timedelta(0)).days


_SHORT_YEARS = expression(r"(1(?<![\w.,$£€/–-]1)[89]\d\d)[–-](\d\d)(?![\w%/–-]|[.,]\d)")
_LEAST = frozenset({"no fewer than", "no less than", "not less than", "at least", "a minimum of"})
_MOST = frozenset({"no more than", "not more than", "at most", "a maximum of", "up to"})
UNTIL = r"(?: to | until | till | through | – |-| and )"
SAYS = r"(?:,| –| \(|, for|, or|:|, a| for| which is)"
_CLOCKS = (
    Template(
        rf"\b(?:from|between) {{first:c}}{UNTIL}{{last:c}}[^.;:!?\ue020-\ue07f]{{0,30}}?{SAYS}~2 "
        rf"{{time:t}}(?! (?:before|after|later|earlier|ago))"
    ),
    Template(rf"\bfor {{time:t}},? (?:from|between) {{first:c}}{UNTIL}{{last:c}}"),
    Template(rf"{{time:t}}~3,? (?:from|between) {{first:c}}{UNTIL}{{last:c}}"),
    Template(
        r"\b(?:opens?|opened|starts?|started|begins?|began)~2 at {first:c} and (?:closes?|closed|ends?|ended|"
        r"finish\w*)~2 at {last:c},~2 {time:t}~1 later"
    ),
)
_DATES = (
    Template(
        rf"\b(?:from )?{{first:d}}{UNTIL}{{last:d}}[^.;:!?\ue020-\ue07f]{{0,30}}?{SAYS}~2 "
        rf"{{time:t}}(?! (?:before|after|later|earlier|ago))"
    ),
    Template(rf"\b(?:for|lasts?|lasted|runs?|ran|a) {{time:t}}~3,? (?:from|between) {{first:d}}{UNTIL}{{last:d}}"),
)
_RANGES = (
    Template(r"{low:a} to {high:a}"),
    # from 45 to 30 feet high; anything from $3.9 million up to $2.2 million
    Template(r"\bfrom {low:nm} to {high:m} (?:high|tall|long|wide|deep|thick|across)\b"),
    Template(r"\b(?:anything|anywhere) from {low:n$m%t} (?:up )?to {high:n$m%t}"),
    Template(r"{low:a}(?:-| – ){high:a}"),
    # not "vacillating in a range between 8.3 percent and 8.1 percent": that may be told as it came
    Template(r"\b(?<!difference )(?<!gap )(?<!range )between {low:n$mt} and {high:n$m%t}"),
    Template(
        r"\b(?:ranging|ranged|ranges|range|varying|varied|varies|anywhere|anything) (?:from|"
        r"between) {low:n$mt} (?:to|and) {high:n$m%t}"
    ),
)
