"""Whole pounds have no noughts."""

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Span, flags, passes
from newslint_prices._prices import prices


class RoundPrice(Rule):
    """Write whole pounds without noughts, unless a price in pence stands beside them in the article."""

    reference = "Our style book, money"
    examples = (
        flags("A ticket costs [[£5.00]] now.", becomes="A ticket costs £5 now."),
        passes("A ticket costs £5 now."),
        passes("A ticket costs £5.00, and £7.50 on Sundays."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        """Report whole pounds that end in noughts."""
        found = article.view(prices)
        if any(price.pence % 100 for price in found):
            return
        for price in found:
            if price.exact:
                yield self.finding(
                    Span(price.start, price.end),
                    "Whole pounds have no noughts.",
                    suggest=price.text.removesuffix(".00"),
                )
