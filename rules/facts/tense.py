import datetime
import re
from collections.abc import Iterator

from newslint import (
    Article,
    Figure,
    Finding,
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

from ._reference import article_date, day_of, quoted_as_hints
from ._relative import SHIFTS, relative_days, written


class Tense(Rule):
    """A year or day whose tense does not fit the day of the article.

    “A decision is expected in 2016” in an article of 2026 is past; “the largest since 2031” and “opened in 2031” are to
    come; “yesterday (Friday)” in one of a Monday. The rule knows the day of the article from its metadata, a date line
    or `--date`; without, it reports only what no copy of today can tell as past.

    On 13 million words of edited copy, on some of which it was mended: read 1, right 0.
    """

    severity = Severity.WARNING
    reference = "the calendar"
    reads_quotes = True
    examples = (
        flags("10 March 2026\n\nA decision is expected in [[2016]]."),
        flags("10 March 2026\n\nIt was the largest fire since [[2031]]."),
        flags("10 March 2026\n\nThe bridge opened in [[2031]]."),
        flags("10 March 2026\n\nThe council met yesterday ([[Friday]])."),
        flags("It was the largest crowd since [[2098]]."),
        flags("He has lived alone since his wife died in [[2098]]."),
        passes("If the ice went on melting, whole towns would have died in 2098."),
        passes("10 March 2026\n\nA decision is expected in 2027."),
        passes("A decision is expected in 2016."),
        passes("10 March 2026\n\nIn 2020 she said that a decision was expected in 2024."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        home = article_date(article)
        # Copy without a date was not written later than now; a day that its text gives may be that of something else.
        today = article.metadata.date or max(home or datetime.date.min, datetime.date.today())
        for reading in article.view(readings):
            kinds = {figure.kind for figure in reading.figures}
            if not kinds & {"y", "d"}:
                continue
            for ways, day in ((_AHEAD, home), (_BACK, today)) if home else ((_BACK, today),):
                for found in ways.finditer(reading):
                    ahead = ways is _AHEAD
                    if not ahead and _SUPPOSED.search(reading.text, 0, found.match.start() + 1):
                        continue
                    finding = self._judge(found["when"], day, ahead)
                    if finding is not None:
                        yield finding
        if home is not None:
            yield from self._relative(article, home)

    def _judge(self, when: Figure, home: datetime.date, ahead: bool) -> Finding | None:
        year, day = _time(when)
        if year is None:
            return None
        if day is not None and abs((day - home).days) > _FAR:
            return None
        if ahead and (year < home.year or (day is not None and day < home - datetime.timedelta(days=2))):
            return self.finding(when, f"To come, but {when.text} is past on {written(home)}.")
        if not ahead and (year > home.year or (day is not None and day > home + datetime.timedelta(days=2))):
            return self.finding(when, f"Told as past, but {when.text} is still to come on {written(home)}.")
        return None

    def _relative(self, article: Article, home: datetime.date) -> Iterator[Finding]:
        """Yesterday (Friday); tomorrow, Tuesday; 60 days from now, on Feb. 16."""
        for wrong in relative_days(article, home):
            yield self.finding(wrong, wrong.message)
        for match in _RELATIVE.finditer(article.text):
            day = home + datetime.timedelta(days=SHIFTS[match["word"].lower()])
            said = english.weekday_number(match["day"])
            if said is not None and said != day.weekday():
                meant = english.WEEKDAYS[day.weekday()]
                message = f"On {written(home)}, {match['word'].lower()} is {meant}, not {match['day']}."
                yield self.finding(Span(*match.span("day")), message)


_FAR = 400  # days: a full date further away stands in a tale of its own


def _time(when: Figure) -> tuple[int | None, datetime.date | None]:
    if when.date is None:
        return int(when.value), None
    return when.date.year, day_of(when.date) if when.date.year is not None else None


_RELATIVE = expression(
    r"""
    \b(?P<word>[Yy]esterday|[Tt]oday|[Tt]omorrow)(?:[ ]\(|,[ ])  # yesterday (
    (?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?=[),])  # Monday)
    """,
    re.VERBOSE,
)
# Not "was due", "had been expected": what was to come then.
_AHEAD = Template(
    r"\b(?<!that )(?:is|are|is now|are now) (?:expected|due|set|scheduled|planned|likely|slated|to be|"
    r"forecast|projected)\b"
    r"[^.;:!?,\ue020-\ue07f]{0,60}? (?:in|by|on|for|until|from|before) (?:early |late |mid-?|"
    r"the end of )?{when:yd}(?! (?:prices|levels|dollars))"
)
_BACK = Template(
    r"(?:\bsince {when:y}|\b(?:was|were) (?:built|founded|opened|killed|elected|created|established|"
    r"launched|signed|"
    r"passed|completed)[^.;:!?,\ue020-\ue07f]{0,40}? (?:in|on) {when:yd}|"
    r"\b(?:opened|began|won|sank|started|closed|ended|happened|joined|founded|graduated|retired|resigned|moved|"
    r"became|bought|built|died|fell|went|came|took|gave|wrote|rose|drew|flew|grew|broke|chose|drove|met|arrived|"
    r"returned|served|lived|worked|emigrated|settled)(?: [\w'-]+){0,5}? (?:in|on) {when:yd})"
)
_SUPPOSED = expression(r"\b(?:would|will|could|might|if|had|should|imagine|to)\s(?:[\w'-]+\s){0,4}\w?$", 2)
