import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache

from newslint import (
    Article,
    Block,
    Finding,
    NamedTuple,
    Role,
    Rule,
    Severity,
    Span,
    compiled,
    expression,
    flags,
    passes,
)

from ._reference import EXACT, hedge_before, quoted_as_hints

_FATES = {
    "dead": "dead killed died die dies deaths fatalities bodies kill kills",
    "hurt": "injured wounded hurt injures",
    "missing": "missing unaccounted",
    "held": "arrested detained arrests arrest",
}
_FATE_OF = {word: fate for fate, words in _FATES.items() for word in words.split()}
LEAD = 2  # paragraphs of the body that tell the same as the headline


class Toll(NamedTuple):
    """How many people are said to be dead, hurt, missing or held."""

    start: int
    end: int
    value: int
    fate: str


class NumberRepeated(Rule):
    """A headline or standfirst that counts the dead, the hurt, the missing or the arrested otherwise than the story.

    “12 dead” over “Thirteen people died”, or “the 14 dead” below it: often the story was updated and one place was not.
    It is a hint, since a story may tell of two events. Numbers with “at least”, “more than” or “about” are left alone,
    and so is a number that stands anywhere else in the story.

    On 1.3 million words as published: no finding.
    """

    severity = Severity.INFO
    reference = "news desks: update the headline too"
    reads_quotes = True
    examples = (
        flags(
            "# [[12 dead]] in Ghent mill fire\n\nThirteen people died in a fire at a mill on Monday.", markup="markdown"
        ),
        flags("A fire killed 12 people on Monday.\n\nThe [[14 dead]] were sailors, the mayor said."),
        passes("# 12 dead in Ghent mill fire\n\nTwelve people died in a fire at a mill on Monday.", markup="markdown"),
        passes("# 12 dead in Ghent mill fire\n\nAt least 13 people died in a fire on Monday.", markup="markdown"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        blocks = article.blocks
        yield from self._told_again(article, [block for block in blocks if block.role is Role.BODY])
        tops = [block for block in blocks[:4] if block.role in (Role.HEADLINE, Role.STANDFIRST)]
        if not tops:
            return
        claims = [toll for block in tops for toll in _tolls(article, block)]
        body = [block for block in blocks if block.role is Role.BODY]
        if not body or not claims:
            return
        told = [toll for block in body[:LEAD] for toll in _tolls(article, block)]
        figures = {number.value for number in article.numbers if number.start >= body[0].start}
        for claim in claims:
            if claim.value in figures:
                continue
            other = next((toll for toll in told if toll.fate == claim.fate), None)
            if other is not None:
                here, there = article.text[claim.start : claim.end], article.text[other.start : other.end]
                message = f"“{here}” here, “{there}” in the story."
                yield self.finding(claim, message, related=[(other, "in the story")])

    def _told_again(self, article: Article, body: list[Block]) -> Iterator[Finding]:
        """“The 14 dead” where the first paragraph counted 12, and 14 stands nowhere else."""
        if len(body) < 2:
            return
        lead: dict[str, list[Toll]] = {}
        for toll in _tolls(article, body[0]):
            lead.setdefault(toll.fate, []).append(toll)
        if not lead:
            return
        text = article.text
        uses = Counter(number.value for number in article.numbers)
        for number in article.numbers:
            if number.start < body[1].start or uses[number.value] > 1 or number.currency or number.unit == "%":
                continue
            again = _AGAIN.match(text, number.end)
            if again is None or not _THE.search(text, max(0, number.start - 6), number.start):
                continue
            told = lead.get(_FATE_OF[again["fate"].lower()], [])
            if len(told) == 1 and told[0].value != number.value:
                here = text[number.start : again.end()]
                message = f"“{here}” here, “{text[told[0].start : told[0].end]}” in the first paragraph."
                yield self.finding(
                    Span(number.start, again.end()), message, related=[(told[0], "in the first paragraph")]
                )


_AGAIN = expression(
    r"""
    \s(?:people\s(?:who\s)?(?:were\s|had\s|have\s)?)?(?:of\sthe\s)?  # people who were
    (?P<fate>dead|killed|died|injured|wounded|hurt|missing|arrested|detained)
    \b(?!\s(?:in|after|on|last|at)\b)
    """,
    re.I | re.VERBOSE,
)
_THE = expression(r"\b(?:the|all|those)\s$", re.I)


def _tolls(article: Article, block: Block) -> Iterator[Toll]:
    """The tolls that a block gives, without those that are hedged."""
    text = article.text
    numbers = article.numbers
    index = bisect_left(numbers, block.start, key=lambda number: number.start)
    while index < len(numbers) and numbers[index].start < block.end:
        number = numbers[index]
        index += 1
        if number.currency or number.unit in ("%", "points") or number.value != int(number.value):
            continue
        if hedge_before(text, number.start) is not EXACT:
            continue
        after = _after().match(text, number.end, min(block.end, number.end + 50))
        if after:
            yield Toll(number.start, after.end(), int(number.value), _FATE_OF[after["fate"].lower()])
            continue
        before = _BEFORE.search(text, max(block.start, number.start - 16), number.start)
        if before:
            yield Toll(before.start(), number.end, int(number.value), _FATE_OF[before["fate"].lower()])


@cache
def _after() -> re.Pattern[str]:
    # not "12 hours after he died"
    other = r"(?:hours?|days?|weeks?|months?|years?|minutes|miles|of|in|after|before|and|but|who|since|to|by|for)\b"
    word = rf"(?!{other})[a-z-]+"
    fates = "|".join(word for word in _FATE_OF if word not in ("kill", "kills", "injures", "arrest"))
    return compiled(rf"\s+(?:{word}\s+){{0,4}}?(?P<fate>{fates})\b", re.I)


_BEFORE = expression(r"\b(?P<fate>killed|kills|kill|injured|injures|wounded|arrested|arrest|detained)\s+$", re.I)
