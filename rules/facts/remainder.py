from collections.abc import Iterator

from newslint import Article, Finding, Interval, Reading, Rule, Severity, Span, Template, expression, flags, passes

from ._arithmetic import alike, plain
from ._complements import complements
from ._joined import with_following
from ._reference import quoted_as_hints
from ._rests import rests

THE = r"(?:the |its |their |his |her |those |these |all |our |a total of )?"


_OF = expression(r" of (?:the |its |their |his |her |those |these |all |our )?")


class Remainder(Rule):
    """What is left when a part is taken from its whole.

    “Guilty on four of six counts, acquitted on the other three”: two are left. The rule reads “four of the six ... the
    other two”, “all but two of the 12 ... ten” and “three of the 12 have left, leaving nine”, over some sentences too:
    no choice of the parts told in between may leave what is told.

    On 13 million words of edited copy: no finding.
    """

    severity = Severity.WARNING
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("The jury found her guilty on four of six counts and acquitted her on the other [[three]]."),
        flags("Five of the 12 crew were rescued. The remaining [[eight]] are missing."),
        flags("All but two of the 12 members, [[nine]] in all, voted for it."),
        flags("Three of the 12 nurses have left, leaving [[eight]]."),
        flags("Of the 90 plots, 41 are let and 30 sold. All have a shed. The remaining [[29]] lie fallow."),
        flags("Half of the 480 flats are let; [[340]] stand empty."),
        flags("Police held 23 people, 17 of them men. The [[eight]] women were freed."),
        passes("Police held 23 people, 17 of them men. The six women were freed."),
        passes("The jury found her guilty on four of six counts and acquitted her on the other two."),
        passes("Five of the 12 crew were rescued. The remaining two boats left."),
        passes("She is one of two elders on the team of 11. The others were five scientists and four technicians."),
        passes("Two-thirds of the 90 jobs, 60, are in the north; the rest, 30, in the south."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        told = set()
        for finding in self._told(article):
            if finding.span not in told:
                told.add(finding.span)
                yield finding

    def _told(self, article: Article) -> Iterator[Finding]:
        for whole, part, rest, right in complements(article):
            yield self.finding(
                Span(rest.figure, rest.end),
                f"{plain(whole.value, whole)} less {part.text.lower()} is {plain(right, whole)}, not {rest.text}.",
                related=[(Span(min(part.start, whole.start), max(part.end, whole.end)), "the whole and a part")],
            )
        for reading, both in with_following(article):
            if " of " in reading.text:
                yield from self._judged(both, _OTHER, reading.end)
                yield from self._judged(both, _LEAVING, reading.end)
                yield from self._judged(reading, _ALL_BUT, reading.end)
            yield from self._of_share(article.text, both, reading.end)
            if len(reading.figures) > 2:
                yield from self._judged(reading, _MINUS, reading.end)
                yield from self._judged(reading, _TOO_MANY, reading.end)
        for left in rests(article):
            taken = " − ".join(plain(figure.value, figure) for figure in (left.whole, *left.parts))
            yield self.finding(
                Span(left.rest.figure, left.rest.end),
                f"{taken} = {plain(left.right, left.whole)}, not {left.rest.text}.",
                related=[(Span(figure.start, figure.end), "told here") for figure in (left.whole, *left.parts)],
            )

    def _of_share(self, text: str, reading: Reading, end: int) -> Iterator[Finding]:
        """A quarter of the $1.2 million went to the zoo and the remaining $900,000 to a sister."""
        for found in _SHARED.finditer(reading):
            share, rest = found["share"], found["rest"]
            before = [figure for figure in reading.figures if figure.start < rest.start]
            wholes = [figure for figure in before if (figure.kind, figure.unit) == (rest.kind, rest.unit)]
            following = next((figure for figure in before if figure.start >= share.end), None)
            if following and _OF.fullmatch(text[share.end : following.start]) and following not in wholes:
                continue  # two-thirds of the 90 jobs, 60, are here; the rest, 30, are there
            if (
                (share.start >= end and len(reading.figures) > 4)
                or len(wholes) != 1
                or not share.exact
                or not wholes[0].exact
            ):
                continue
            whole = wholes[0]
            part = Interval(share.slack.low / 100, share.slack.high / 100) if share.kind == "%" else share.slack
            left = whole.slack.times(Interval(1 - part.high, 1 - part.low))
            if left.wider(0.01).meets(rest.slack) or not 0.2 < rest.value / whole.value < 1:
                continue
            ratio = 1 - (share.value / 100 if share.kind == "%" else share.value)
            yield self.finding(
                Span(rest.figure, rest.end),
                f"{plain(whole.value, whole)} less {share.text.lower()} is {plain(whole.value * ratio, whole)}, "
                f"not {rest.text}.",
                related=[(Span(whole.start, whole.end), "the whole"), (Span(share.start, share.end), "the part")],
            )

    def _judged(self, reading: Reading, ways: Template, end: int) -> Iterator[Finding]:
        for found in ways.finditer(reading):
            whole, part, rest = found["whole"], found["part"], found["rest"]
            if part.start >= end or not alike(whole, part, rest) or not part.value < whole.value:
                continue
            middle = [f for f in reading.figures if part.end < f.start < rest.start and f not in (whole,)]
            if any(figure.kind == whole.kind for figure in middle):
                continue  # told of further parts: the rule on sums adds them
            if (
                rest.unit
                and whole.kind == "n"
                and rest.unit not in (whole.unit, part.unit, "other", "in", "person", "member")
            ):
                continue
            if whole.slack.minus(part.slack).meets(rest.slack):
                continue
            sign = f"{plain(whole.value, whole)} − {plain(part.value, part)} = {plain(whole.value - part.value, whole)}"
            yield self.finding(
                Span(rest.figure, rest.end),
                f"{sign}, not {rest.text}.",
                related=[(Span(min(part.start, whole.start), max(part.end, whole.end)), "the whole and a part")],
            )


_SHARED = Template(r"{share:f%}[^:()]{0,120}?\b(?:the|its|all|his|her|their) (?:other|remaining|rest,?) {rest:n$m}")
_OTHER = Template(
    rf"(?<!but ){{part:n$%}}~2 (?:out )?of {THE}{{whole:n$%}}[^:()]{{0,160}}?\b(?:the|its|all|his|her|"
    rf"their|with) (?:other|remaining|rest,?) "
    r"{rest:n$%}(?! percent)"
)
_LEAVING = Template(
    rf"(?<!but ){{part:n$%}}~2 (?:out )?of {THE}{{whole:n$%}}[^:()]{{0,120}}?\b(?:leaving|leaves|left with|"
    rf"which leaves)(?: only| just)? {{rest:n$%}}"
)
_ALL_BUT = Template(
    rf"\ball but {{part}} of {THE}{{whole}}(?: [\w'-]+){{0,2}}?(?:, | \(| – |, or |, that is, ){{rest}}"
)
# 800 prisoners in a building meant for 500, 300 too many
_TOO_MANY = Template(
    r"{whole:n}(?: [\w'-]+){1,7}? (?:meant|built|designed|made|room|space|places|beds|licensed|fit) for "
    r"(?:only |just )?"
    r"{part:n}(?: [\w'-]+){0,3}?(?:,|:| –)(?: that is| or)? {rest:n}~1 too many"
)
_MINUS = Template(
    rf"\b(?:of|from) {THE}{{whole:n$}}~3, {{part:n$}} (?:have|had|has|were|was|are)(?: since| already|"
    rf" been)* (?:left|died|resigned|withdrawn|gone|spent|"
    r"used|sold|closed|cut|rejected|removed|repaid)~4,? (?:leaving|so that|and)(?: only|"
    r" just)? {rest:n$}(?: remain| are left| left)?"
)
