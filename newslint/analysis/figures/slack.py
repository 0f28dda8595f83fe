"""How far the truth may lie from a figure as it is written: by its rounding, and by the words before it."""

import math
from functools import cache
from typing import TYPE_CHECKING

from newslint.english.quantities import HEDGES
from newslint.model.expressions import expression, one_of
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    import re


class Interval(NamedTuple):
    """The values that a figure may stand for, both ends included."""

    low: float
    high: float

    def meets(self, other: "Interval") -> bool:
        return self.low <= other.high and other.low <= self.high

    def plus(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: "Interval") -> "Interval":
        return Interval(self.low * other.low, self.high * other.high)

    def over(self, other: "Interval") -> "Interval":
        return Interval(self.low / max(other.high, 1e-12), self.high / max(other.low, 1e-12))

    def wider(self, share: float) -> "Interval":
        """The same with so large a share of either end added."""
        return Interval(self.low - abs(self.low) * share, self.high + abs(self.high) * share)


class Hedge(NamedTuple):
    """Where the hedge before a figure begins (where the figure does, if there is none), and the factors it allows."""

    start: int
    low: float
    high: float

    def loosen(self, slack: Interval) -> Interval:
        high = slack.high * self.high if self.high != math.inf else math.inf
        return Interval(slack.low * self.low, high)


@cache
def _hedges() -> "tuple[re.Pattern[str], dict[str, tuple[float, float]]]":
    factors = {words: bounds for bounds, group in HEDGES.items() for words in group.split("|")}
    words = one_of(factors).replace(".", r"\.").replace(" ", r"\s+")
    return expression(rf"(?<![\w-])({words})(?:\s+(?:a|an|the|another|some))?\s*$", 2), factors


_LAST = frozenset(word.split()[-1] for group in HEDGES.values() for word in group.split("|"))
_PLACES = ("under", "over", "above", "below")
_ARTICLES = ("a", "an", "the", "another", "some")


def hedge_before(text: str, start: int, low: int = 0) -> Hedge:
    """What the words before a number say about its exactness; none are looked for before ``low``."""
    before = text[max(low, start - 30) : start].lower().split()
    if not before or (before[-1] not in _LAST and not (before[-1] in _ARTICLES and len(before) > 1)):
        return Hedge(start, 1.0, 1.0)
    pattern, factors = _hedges()
    match = pattern.search(text, max(low, start - 30), start)
    if match is None or (before[-1] == "the" and before[-2] in _PLACES):  # under the 25-year lease
        return Hedge(start, 1.0, 1.0)
    bounds = factors[" ".join(match[1].lower().split())]
    return Hedge(match.start(), *bounds)


def rounding(value: float, step: float, *, scaled: bool = False, percent: bool = False) -> Interval:
    """The values that are rounded to ``value``; ``step`` is the worth of its last written place."""
    if percent:
        half = step * (0.5 if step < 1 else 0.51)
    elif scaled:
        half = min(step / 2, 0.05 * value)
    elif step < 1:
        half = step / 2
    elif value < 100 or value != int(value):
        half = 0.0  # small whole numbers are counted, not rounded
    else:
        digits = str(int(value))
        zeros = len(digits) - len(digits.rstrip("0"))
        half = min(10**zeros / 2, 0.0125 * value) if zeros >= 3 else 0.5 if zeros else 0.0
    return Interval(value - half, value + half)
