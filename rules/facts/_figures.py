"""What a written figure may stand for, and which words say that it rises or falls."""

import re
from typing import TYPE_CHECKING

from newslint import NamedTuple, english, expression

from ._reference import hedge_before

if TYPE_CHECKING:
    from newslint import Number


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


UP, DOWN = english.UP, english.DOWN
AFTER_YEARS = word_set(
    """
    to and in when by as the was or for with after than from on at but while because compared is has had were
    """
)


class Interval(NamedTuple):
    """The values that a written figure may stand for."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        return self.low <= other.high and other.low <= self.high


def looks_like_year(text: str, number: "Number") -> bool:
    """A bare 1985: no comma, no currency, and nothing that it counts."""
    if not (len(number.text) == 4 and number.text.isdigit() and 1700 <= number.value <= 2100):
        return False
    return (
        not number.unit
        or number.unit in AFTER_YEARS
        or _BEFORE_YEARS.search(text, max(0, number.start - 14), number.start) is not None
    )


_BEFORE_YEARS = expression(
    r"""
    \b(?:
        [Ii]n|[Bb]y|[Ss]ince|until|year|early|late|mid|of|during
        |[A-Z][a-z]{2,8}\.?|\d(?:st|nd|rd|th)?,
    )\s+$
    """,
    re.VERBOSE,
)


def interval_of(text: str, number: "Number") -> Interval:
    """The values a figure may stand for, given its rounding and the words before it."""
    value = number.value
    if number.scaled:
        half = min(number.step / 2, 0.05 * value)
    elif number.step < 1:
        half = number.step / 2
    elif value < 100:
        half = 0.0  # small whole numbers are counted, not rounded
    else:
        digits = str(int(value))
        zeros = len(digits) - len(digits.rstrip("0"))
        half = min(10**zeros / 2, 0.0125 * value) if zeros >= 3 else 0.5
    low, high = hedge_before(text, number.start)
    return Interval((value - half) * low, (value + half) * high)


def kind_of(number: "Number") -> str:
    return number.unit if number.unit in ("%", "points") else number.currency


def direction_of(word: str) -> int:
    word = word.lower()
    return 1 if word in UP else -1 if word in DOWN else 0
