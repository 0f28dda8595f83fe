from collections.abc import Iterator

from newslint import Article, Finding, Role, Rule, Severity, Span, compiled, expression, flags, passes, readings

from ._told_places import places_told_otherwise
from ._turned import turned_headings

SURE = 1.5  # log-odds that heading and story tell one thing


class Headline(Rule):
    """A figure, place or turn of a headline, standfirst, summary or caption that the story tells otherwise.

    “Volunteers win 35-year lease” over “under the 25-year lease”; a summary that puts the loss at $45 million where the
    story says $54 million; “voted 6-3” in a description, 7-2 below it. A figure that stands nowhere in the story is
    held against the likest of its kind there: by the words and names around both, what they count, how early the
    story has it, how many others there are, and whether one is a slip of the other. The weights are fitted on
    published articles. What is rounded, hedged or the sum of two figures of the story is left alone.

    A place of a caption that the story never names is held against the story's one other place of that kind
    (“in Chapel Lane”, in Mill Lane below it), and a heading that goes up or down against a first sentence of the same
    subject that goes the other way.

    Of figures of headings that stories repeat, with a slip put into each, it finds 86 % on articles that it was not
    fitted on. On 4.8 million words as published: read 3, worth a look 2.
    """

    severity = Severity.INFO
    reference = "news desks: update the headline too"
    examples = (
        flags("# Bank raises rates to [[6.75 percent]]\n\nThe bank raised its rate to 6.5 percent.", markup="markdown"),
        flags("# Mill to lose [[120]] jobs\n\nThe mill in Ghent will lose 150 jobs in May.", markup="markdown"),
        flags(
            "# Town buys [[£73m]] ferry\n\nThe ferry that Ghent is to buy will cost £37 million.\n\nIt has two decks.",
            markup="markdown",
        ),
        flags(
            "# Ghent has a pool\n\nThe pool in Mill Lane is old.\n\nCaption: Ana Ruiz at the pool in [[Chapel Lane]].",
            markup="markdown",
        ),
        flags("# Ghent Mills [[slides]] into the red\n\nGhent Mills gained £2m in May.", markup="markdown"),
        passes("# Ghent Mills slides into the red\n\nGhent Mills lost £2m in May.", markup="markdown"),
        passes("# Bank raises rates to 6.5 percent\n\nThe bank raised its rate to 6.5 percent.", markup="markdown"),
        passes("# Ghent 4, Mill Town 2\n\nGhent came from two goals down to win on Monday.", markup="markdown"),
        passes("# Mill to lose 150 jobs\n\nThe mill in Ghent will lose 148 jobs in May.", markup="markdown"),
        passes("# 102 jobs to go\n\nGhent will lose 73 jobs in May, and 29 jobs in June.", markup="markdown"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        yield from self._figures(article)
        for here, there in places_told_otherwise(article):
            yield self._otherwise(
                here, article.text[here.start : here.end], there, article.text[there.start : there.end]
            )
        for here, there in turned_headings(article):
            yield self._otherwise(here, _statement(article.text, here), there, _statement(article.text, there))

    def _otherwise(self, here: Span, said: str, there: Span, told: str) -> Finding:
        return self.finding(here, f"“{said}” here, “{told}” in the story.", related=[(there, "in the story")])

    def _figures(self, article: Article) -> Iterator[Finding]:
        if not any(article.role_at(reading.start) in _ABOVE for reading in article.view(readings)):
            return
        from newslint import find_heading_clashes  # most articles do without

        done = set()
        for odd, told, odds in article.view(find_heading_clashes):
            value = (odd.kind, odd.figure.value)
            if odds < SURE or value in done:
                continue
            done.add(value)
            here, there = (Span(slot.figure.figure, slot.figure.end) for slot in (odd, told))
            yield self._otherwise(here, _statement(article.text, here), there, _statement(article.text, there))


_ABOVE = frozenset((Role.HEADLINE, Role.STANDFIRST, Role.CAPTION, Role.LIST))
_BEFORE = expression(r"(?:[\w’'-]+ ){0,2}$")
_AFTER = r"(?: [\w’'-]+){0,2}"


def _statement(text: str, figure: Span) -> str:
    """A figure with two words on either side, of its sentence and line."""
    before = _BEFORE.search(text, max(0, figure.start - 40), figure.start)
    after = compiled(_AFTER).match(text, figure.end)
    return text[before.start() if before else figure.start : after.end() if after else figure.end]
