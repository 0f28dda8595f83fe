from collections.abc import Iterator

from newslint import Article, Figure, Finding, Rule, Severity, Span, flags, passes, unmet_relations

from ._arithmetic import plain
from ._gaps import MORE_TOLD, gaps
from ._multiplied import multiples
from ._portions import portions
from ._reference import quoted_as_hints
from ._unmet import worked_out


class Derived(Rule):
    """A difference, percentage or share that the two figures of its passage do not make.

    “He got ₹118 a kilo in May. On Monday he was offered ₹51, a drop of ₹77”: of ₹67. “Takings rose to £66m from £60m.
    … The 15 per cent improvement”: ten. Read over some sentences, where a passage has just two figures of the kind that
    the claim can be told of, exact, and nothing in it (an average, a forecast, a share each) that may explain it.

    Sums, shares, changes and products in words that no template knows are told, too, where weights learned from edited
    copy and from wordings (each right and wrong) say that they were meant, and no other figures explain them.

    On 9 million words of edited copy, on some of which it was mended: no finding by templates; by weights 3 in
    5.4 million words, read 1, right 0.
    """

    severity = Severity.INFO
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("Wheat fetched $118 a tonne in May. On Monday they paid $51, a drop of [[$77]], and no more."),
        flags("Takings rose to £66m from £60m. The mill is pleased. The [[15 per cent]] improvement came in May."),
        flags("Two in five of the nurses work nights. With 2,500 forms returned, that is [[1,250]] people."),
        flags("Rents have [[doubled]], they say. A room let for £95 in May was advertised at £160 on Monday."),
        flags("The guild has 148 members. Of those, 96 came to dinner, and the [[42]] who did not sent regrets."),
        passes("The guild has 148 members. Of those, 96 came to dinner, and the 52 who did not sent regrets."),
        passes("Wheat fetched $118 a tonne in May. On Monday they paid $51, a drop of $67, and no more."),
        passes("Takings rose to £66m from £60m. The mill is pleased. The 10 per cent improvement came in May."),
        passes("Wheat fetched $118 a tonne in May and $51 in June. On average it is a drop of $77."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        done: set[Figure] = set()
        for gap in gaps(article):
            done.add(gap.gap)
            sign = f"{plain(gap.one.value, gap.one)} − {plain(gap.two.value, gap.two)} = {plain(gap.right, gap.one)}"
            yield self._wrong(gap.gap, gap.one, gap.two, sign)
        for made in portions(article):
            if made.claim not in done:
                yield self._wrong(made.claim, made.one, made.two, made.sum)

        for multiple in multiples(article):
            yield self.finding(
                Span(multiple.start, multiple.end),
                f"From {multiple.one.text} to {multiple.two.text} is {multiple.factor:.2g} times, not {multiple.word}.",
                related=[(Span(figure.start, figure.end), "told here") for figure in (multiple.one, multiple.two)],
            )

        for unmet in article.view(unmet_relations):
            *others, last = (placed.figure for placed in unmet.figures)
            if last not in done and not MORE_TOLD.search(article.text, others[-1].end, last.end):
                yield self.finding(
                    Span(last.figure, last.end),
                    f"{worked_out(unmet)}, not {last.text}.",
                    related=[(Span(figure.figure, figure.end), "told here") for figure in others],
                )

    def _wrong(self, claim: Figure, one: Figure, two: Figure, sign: str) -> Finding:
        return self.finding(
            Span(claim.figure, claim.end),
            f"{sign}, not {claim.text}.",
            related=[(Span(one.start, one.end), "one"), (Span(two.start, two.end), "the other")],
        )
