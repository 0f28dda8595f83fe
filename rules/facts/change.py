from collections.abc import Iterator
from itertools import chain

from newslint import (
    Article,
    Finding,
    Found,
    Interval,
    Reading,
    Rule,
    Severity,
    Span,
    Template,
    english,
    flags,
    passes,
    readings,
)

from ._additions import additions
from ._arithmetic import another_pair_fits, comparable, plain
from ._reference import quoted_as_hints
from ._stages import stages


class Change(Rule):
    """A percentage applied to a figure that does not give the figure beside it.

    “Tuition, now $9,200, will rise by 5 percent to $9,960”: it rises to $9,660. “A 30 per cent discount brings the
    fare of €90 down to €60”: to €63.

    On 13 million words of edited copy, on some of which it was mended: read 1, right 1.
    """

    severity = Severity.WARNING
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("Tuition, now $9,200, will rise by 5 percent in the fall, to [[$9,960]]."),
        flags("A 30 per cent discount brings the fare of €90 down to [[€60]]."),
        flags("Sales climbed to $92 million in the six weeks to Christmas, up [[25 percent]] from $80 million."),
        flags("The death toll rose by three to [[18]]; it had stood at 16 on Sunday."),
        flags("With the 10 percent tip the $60 meal cost [[$72]]."),
        passes("The number of herds increased by 500,000 to 10.1m. In 2007 that number was 9.2m."),
        passes("The death toll rose by three to 18; it had stood at 15 on Sunday."),
        passes("Sales climbed to $92 million in the six weeks to Christmas, up 15 percent from $80 million."),
        passes("Tuition, now $9,200, will rise by 5 percent in the fall, to $9,660."),
        passes("A 30 per cent discount brings the fare of €90 down to €63."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        done: set[Span] = set()
        for finding in chain(self._told(article), self._stages(article), self._additions(article)):
            if finding.span not in done:
                done.add(finding.span)
                yield finding

    def _stages(self, article: Article) -> Iterator[Finding]:
        for before, step, after, right, up in stages(article):
            yield self.finding(
                Span(after.figure, after.end),
                f"{before.text} {'+' if up else '−'} {step.text} = {plain(right, after)}, not {after.text}.",
                related=[(Span(before.start, before.end), "before"), (Span(step.start, step.end), "the change")],
            )

    def _additions(self, article: Article) -> Iterator[Finding]:
        for rate, before, after, right, sign in additions(article):
            yield self.finding(
                Span(after.figure, after.end),
                f"{before.text} {'+' if sign > 0 else '−'} {rate.text} = {plain(right, before)}, not {after.text}.",
                related=[(Span(before.start, before.end), "before"), (Span(rate.start, rate.end), "the percentage")],
            )

    def _told(self, article: Article) -> Iterator[Finding]:
        for reading in article.view(readings):
            kinds = [figure.kind for figure in reading.figures]
            if "%" not in kinds or len(kinds) < 3:
                continue
            done = set()
            for way, judge in (
                (_BY, self._judge),
                (_OFF, self._judge),
                (_UP_FROM, self._ratio),
                (_ABOVE, self._ratio),
                (_TO_FROM, self._ratio),
                (_IN_YEARS, self._ratio),
            ):
                for found in way.finditer(reading):
                    finding = judge(found)
                    if finding is not None and finding.span not in done and not _explained(reading, found):
                        done.add(finding.span)
                        yield finding

    def _ratio(self, found: Found) -> Finding | None:
        """Sales climbed to $92 million in the six weeks to Christmas, up 15 percent from $80 million."""
        before, size, after = found["before"], found["size"], found["after"]
        if not comparable(before, after) or before.value <= 0:
            return None
        word = found.match["word"].lower()
        sign = 1 if word in english.UP or word.startswith(("above", "more", "higher")) else -1
        true = after.slack.over(before.slack)
        half = 1.0 if size.value == int(size.value) else 0.15
        low, high = size.slack.low - half, size.slack.high + half
        said = Interval(low, high) if sign > 0 else Interval(-high, -low)
        if Interval(100 * (true.low - 1), 100 * (true.high - 1)).meets(said):
            return None
        change = 100 * (after.value / before.value - 1)
        return self.finding(
            Span(size.figure, size.end),
            f"From {before.text} to {after.text} is a {'rise' if change > 0 else 'fall'} "
            f"of {abs(change):.3g} percent, "
            f"not {word} {size.text}.",
            related=[(Span(before.start, before.end), "before"), (Span(after.start, after.end), "after")],
        )

    def _judge(self, found: Found) -> Finding | None:
        before, percent, after = found["before"], found["percent"], found["after"]
        if before.kind != after.kind or before.unit != after.unit or not (before.exact and percent.exact):
            return None
        word = found.match["word"].lower()
        sign = 1 if word in english.UP or word in _MORE else -1
        half = 0.5 if percent.value == int(percent.value) else 0.05
        change = sign * percent.value
        factors = Interval(1 + (change - half) / 100, 1 + (change + half) / 100)
        if before.slack.times(factors).wider(0.004).meets(after.slack):
            return None
        right = before.value * (1 + sign * percent.value / 100)
        return self.finding(
            Span(after.figure, after.end),
            f"{plain(before.value, before)} {'+' if sign > 0 else '−'} {percent.value:g} percent = "
            f"{plain(right, before)}, not {after.text}.",
            related=[(Span(before.start, before.end), "before"), (Span(percent.start, percent.end), "the change")],
        )


def _explained(reading: Reading, found: Found) -> bool:
    """Whether other figures make the change: 90 of 435 districts lay between D+5 and R+5, down 45 percent from 164."""
    size = found.get("size") or found["percent"]
    amounts = [(figure.value, figure.kind + figure.unit * (figure.kind in "$m")) for figure in reading.figures]
    return len(amounts) > 3 and another_pair_fits(amounts, size.value, percent=True)


_MORE = frozenset("surcharge markup premium raise rise increase".split())
_VERBS = (
    r"(?P<word>rise|increase|grow|climb|jump|fall|drop|decline|decrease|rose|increased|grew|climbed|"
    r"jumped|fell|dropped|declined|decreased|cut|reduced|raised)"
)
_NOUNS = r"(?P<word>discount|reduction|cut|rebate|surcharge|markup|premium|raise|rise|increase)"
ANY = ":$nm"
_BY = Template(
    rf"\b(?:now|currently|of|was|is|from|"
    rf"at) {{before{ANY}}}[^.;:!?\ue020-\ue07f]{{0,30}}? {_VERBS}(?: "
    rf"by)? {{percent:%}}[^.;:!?\ue020-\ue07f]{{0,30}}?,? to {{after{ANY}}}"
)
_OFF = Template(
    rf"{{percent:%}} {_NOUNS}[^.;:!?\ue020-\ue07f]{{0,60}}? {{before{ANY}}}[^.;:!?\ue020-\ue07f]{{0,20}}? "
    rf"(?:down |up )?to {{after{ANY}}}"
)
# £2 million in 2022 and £3 million in 2023, a rise of 50 percent
_WHEN = r"(?:in|at|on|for) [\ue079\ue064]."
_IN_YEARS = Template(
    rf"{{before:$nm}} {_WHEN}(?:,|,? and|,? but) {{after:$nm}} {_WHEN},? (?:or |which is )?(?:an? )?(?:[a-z]+ )?"
    r"(?P<word>rise|increase|gain|jump|fall|drop|decline|decrease|up|down)(?: of| by)? {size:%}"
)
# Weeks, years and days may stand between a figure and what is said of it, no other figure.
_AWAY = r"(?:[^.;:!?\ue000-\ue0ff]|[\ue074\ue064\ue079\ue06f]){0,60}?"
_THAN = r"(?:from|on|over|compared (?:with|to)|against|than)(?: [\w'-]+){0,5}? "
_UP_FROM = Template(
    rf"(?<!from ){{after:$nm}}{_AWAY},? (?P<word>up|down|higher|"
    rf"lower)(?: by)? {{size:%}} {_THAN}{{before:$nm}}(?! (?:percent|points))"
)
# 150 millimetres, 50 percent above the average of 100
_ABOVE = Template(
    rf"(?<!from ){{after:$nm}}{_AWAY},? {{size:%}} (?P<word>above|below|more than|less than|higher than|lower than) "
    r"(?:the|its|their|last year's|a year's)(?: (?!is|was|are|were|would|will)[\w'-]+){0,3}? "
    r"(?:of )?{before:$nm}(?! (?:percent|points))"
)
_TO_FROM = Template(
    rf"\b{_VERBS}(?: by)? {{size:%}} to {{after:$nm}}{_AWAY},? (?:up |"
    rf"down )?{_THAN}{{before:$nm}}(?! (?:percent|points))"
)
