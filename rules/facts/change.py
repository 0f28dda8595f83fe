from collections.abc import Iterator

from newslint import Article, Finding, Found, Interval, Rule, Severity, Span, Template, english, flags, passes, readings

from ._arithmetic import plain
from ._reference import quoted_as_hints


class Change(Rule):
    """A percentage applied to a figure that does not give the figure beside it.

    “Tuition, now $9,200, will rise by 5 percent to $9,960”: it rises to $9,660. “A 30 per cent discount brings the
    fare of €90 down to €60”: to €63.
    """

    severity = Severity.WARNING
    source = "arithmetic"
    reads_quotes = True
    examples = (
        flags("Tuition, now $9,200, will rise by 5 percent in the fall, to [[$9,960]]."),
        flags("A 30 per cent discount brings the fare of €90 down to [[€60]]."),
        passes("Tuition, now $9,200, will rise by 5 percent in the fall, to $9,660."),
        passes("A 30 per cent discount brings the fare of €90 down to €63."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        for reading in article.view(readings):
            kinds = [figure.kind for figure in reading.figures]
            if "%" not in kinds or len(kinds) < 3:
                continue
            done = set()
            for way in _WAYS:
                for found in way.finditer(reading):
                    finding = self._judge(found)
                    if finding is not None and finding.span not in done:
                        done.add(finding.span)
                        yield finding

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


_MORE = frozenset("surcharge markup premium raise rise increase".split())
_VERBS = (
    r"(?P<word>rise|increase|grow|climb|jump|fall|drop|decline|decrease|rose|increased|grew|climbed|"
    r"jumped|fell|dropped|declined|decreased|cut|reduced|raised)"
)
_NOUNS = r"(?P<word>discount|reduction|cut|rebate|surcharge|markup|premium|raise|rise|increase)"
ANY = ":$nm"
_WAYS = (
    Template(
        rf"\b(?:now|currently|of|was|is|from|"
        rf"at) {{before{ANY}}}[^.;:!?\ue000-\uefff]{{0,30}}? {_VERBS}(?: "
        rf"by)? {{percent:%}}[^.;:!?\ue000-\uefff]{{0,30}}?,? to {{after{ANY}}}"
    ),
    Template(
        rf"{{percent:%}} {_NOUNS}[^.;:!?\ue000-\uefff]{{0,60}}? {{before{ANY}}}[^.;:!?\ue000-\uefff]{{0,20}}? "
        rf"(?:down |up )?to {{after{ANY}}}"
    ),
)
