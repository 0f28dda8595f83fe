import re
from collections.abc import Iterator

from newslint import (
    Article,
    Figure,
    Finding,
    Interval,
    NamedTuple,
    Reading,
    Rule,
    Severity,
    Span,
    Template,
    expression,
    flags,
    passes,
)

from ._arithmetic import plain, same_nouns
from ._joined import with_following
from ._reference import quoted_as_hints


class Compared(Rule):
    """Two figures of a passage, and what is said of them in another sentence or clause.

    “Turnout was 63 percent. Four years ago it was 57, a difference of nine points”: of six. “Of the 250 workers, 150
    live in the town. Two in five, in other words, can walk”: three in five. Read only where a passage of two sentences
    has exactly two figures of one kind; then the difference in points, or the share, must be theirs.

    On 13 million words of edited copy: read 3, right 0.
    """

    severity = Severity.INFO
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("Of the 250 workers, 150 live in the town. [[Two in five]], in other words, can walk to work."),
        flags("Turnout was 63 percent. Four years ago it was 57 percent, a difference of [[nine points]]."),
        passes("Turnout was 63 percent. Four years ago it was 57 percent, a difference of six points."),
        passes("Of the 250 workers, 150 live in the town. Three in five, in other words, can walk to work."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        done: set[int] = set()
        for reading, both in with_following(article):
            for passage in (reading, both) if both is not reading else (reading,):
                pair = _two(passage)
                if pair is None:
                    continue
                for claim in _claims(passage):
                    if claim.start not in done and not claim.fits(*pair):
                        done.add(claim.start)
                        first, second = pair
                        yield self.finding(
                            Span(claim.start, claim.end),
                            claim.message(first, second),
                            related=[
                                (Span(first.start, first.end), "one"),
                                (Span(second.start, second.end), "the other"),
                            ],
                        )


class Claim(NamedTuple):
    """What is said of two figures: ``kind`` is difference or share; ``slack`` the values it allows."""

    start: int
    end: int
    words: str
    kind: str
    slack: Interval

    def fits(self, one: Figure, two: Figure) -> bool:
        small, large = sorted((one, two), key=lambda figure: figure.value)
        if self.kind == "difference":
            return large.slack.minus(small.slack).meets(self.slack)
        part = small.slack.over(large.slack).wider(0.02)
        return part.meets(self.slack)

    def message(self, one: Figure, two: Figure) -> str:
        small, large = sorted((one, two), key=lambda figure: figure.value)
        if self.kind == "difference":
            gap = plain(large.value - small.value)
            return f"{large.value:g} − {small.value:g} = {gap}, not {self.words}."
        share = 100 * small.value / large.value
        return (
            f"{plain(small.value, small)} of {plain(large.value, large)} is "
            f"{share:.0f} percent, not {self.words.lower()}."
        )


_DIFFERENCE = Template(
    r"\b(?:difference|gap|margin|increase|rise|drop|fall|decline) of (?:just |only )?{claim:p}(?! to)"
)
_SHARE = Template(r"{claim:f}(?:,? in other words|,? that is|,? then,)")
_ELSE = expression(
    r"""
    \b(?:
        since|if|would|could|might|average|per|each
        |a[ ](?:year|month|week|day)
        |compared|target|goal|expected
    )\b
    """,
    re.I | re.VERBOSE,
)


def _two(passage: Reading) -> tuple[Figure, Figure] | None:
    """The two amounts of a passage, if it has just two of one kind, exact and of one noun."""
    for kind in "$%mn":
        amounts = [f for f in passage.figures if f.kind == kind and f.value >= 5]
        if kind == "n":
            claimed = {found["claim"] for found in _DIFFERENCE.finditer(passage)}
            amounts = [f for f in amounts if f not in claimed]
        if len(amounts) == 2:
            one, two = amounts
            if one.unit == two.unit or ((kind == "n" and same_nouns(one, two)) and one.value != two.value):
                return one, two
    return None


def _claims(passage: Reading) -> Iterator[Claim]:
    if _ELSE.search(passage.text):
        return
    for found in _DIFFERENCE.finditer(passage):
        claim = found["claim"]
        yield Claim(claim.figure, claim.end, claim.text, "difference", claim.slack)
    for found in _SHARE.finditer(passage):
        claim = found["claim"]
        yield Claim(claim.figure, claim.end, claim.text, "share", claim.slack)
