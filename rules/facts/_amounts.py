"""The numbers that may be added and compared: no years, ages, ordinals, days or times of day."""

from typing import TYPE_CHECKING

from newslint import Article, readings

if TYPE_CHECKING:
    from newslint import Number

_NOT_AMOUNTS = frozenset("yaodcif")


def amounts(article: Article) -> "tuple[Number, ...]":
    """The numbers of the article that are amounts, in order."""
    others = [
        (figure.figure, figure.end)
        for reading in article.view(readings)
        for figure in reading.figures
        if figure.kind in _NOT_AMOUNTS
    ]
    if not others:
        return article.numbers
    starts = {start for start, _ in others}
    inside = {place for start, end in others for place in range(start, end)}
    return tuple([number for number in article.numbers if number.start not in starts and number.start not in inside])
