"""Less than a pound is pence."""

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Span, flags, passes
from newslint_prices._prices import prices


class Pence(Rule):
    """Write less than a pound in pence: 50p, not £0.50."""

    reference = "Our style book, money"
    examples = (
        flags("A cup costs [[£0.50]] now.", becomes="A cup costs 50p now."),
        passes("A cup costs 50p now, a pot £1.50."),
        passes("“It was £0.50 then,” she said."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        """Report prices below a pound."""
        for price in article.view(prices):
            if price.exact and 0 < price.pence < 100:
                yield self.finding(
                    Span(price.start, price.end), "Less than a pound is pence.", suggest=f"{price.pence}p"
                )
