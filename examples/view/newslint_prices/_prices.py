"""A view: a pure function of an article. `article.view(prices)` works it out once, whoever asks."""

from typing import NamedTuple

from newslint import Article, expression

_PRICE = expression(r"£(?P<pounds>\d[\d,]*)(?:\.(?P<pence>\d\d))?(?![\d.]\d|\w|\s*(?:m|bn|million|billion)\b)")


class Price(NamedTuple):
    """A price in pence; start and end are code points in the article."""

    start: int
    end: int
    text: str
    pence: int
    exact: bool  # pence are written


def prices(article: Article) -> tuple[Price, ...]:
    """Every price of the article in pounds, in order; sums of millions are none."""
    found = []
    for match in _PRICE.finditer(article.text):
        pence = int(match["pounds"].replace(",", "")) * 100 + int(match["pence"] or 0)
        found.append(Price(match.start(), match.end(), match[0], pence, match["pence"] is not None))
    return tuple(found)
