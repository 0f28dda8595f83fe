"""Whether two values may be one: told more roughly, or one slip of the hand or the memory apart."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newslint.analysis.figures.figure import Figure
from newslint.english.quantities import DURATIONS

if TYPE_CHECKING:
    from newslint.analysis.restatements.slots import Slot

_ROUNDED = "$%mn"  # kinds that are told more roughly in one place than in another
_SMALL = 20  # counts below it stand for many things in one article
_LOOSEST = 1.5  # times a value that a hedge allows
_LEAST_SUM = 10  # what is less is the sum of two others by chance
_NO_CHANCE = 100  # nor is what is more the sum of just any two
_FARTHEST = 3.0  # times; what is farther apart is not one thing told twice


def same_value(one: "Slot", two: "Slot") -> bool:
    """Whether one figure can be the other's: the same, or the same more roughly, or within a hedge."""
    a, b = one.figure, two.figure
    if a.kind == b.kind == "t":
        days, others = (figure.value * DURATIONS.get(figure.unit, 1.0) for figure in (a, b))
        return abs(days - others) <= 0.03 * max(days, others) or (one.kind == two.kind and _within_hedge(a, b))
    if one.kind != two.kind:
        return False
    if a.value == b.value:
        return not (one.kind == "n" and a.value < _SMALL and one.head and two.head and one.head != two.head)
    if a.kind in "ys":
        return False
    if not (a.exact and b.exact) and _within_hedge(a, b):
        return True
    return a.kind in _ROUNDED and (_rounded(a, b) or _rounded(b, a))


def _within_hedge(one: Figure, two: Figure) -> bool:
    """Whether "about 40" may be 38: "up to 40" may be no more than a third less."""
    low, high = sorted((abs(one.value), abs(two.value)))
    return not (one.exact and two.exact) and one.slack.meets(two.slack) and high <= _LOOSEST * low


def _rounded(rough: Figure, fine: Figure) -> bool:
    """Whether one is the other with fewer digits: $4.2m for $4,185,300; 4.2m or 4.1m."""
    low, high = digits(rough.value), digits(fine.value)
    if len(low) >= len(high) or not fine.value or (rough.kind == "n" and max(rough.value, fine.value) < _SMALL):
        return False
    step = 10.0 ** (len(str(int(abs(fine.value)))) - len(low)) if fine.value >= 1 else 1.0
    if rough.kind == "%" or fine.value < 10:
        step = 10.0 ** -(len(repr(rough.value).partition(".")[2].rstrip("0")))
    return abs(rough.value - fine.value) <= 0.51 * step


def is_worked_out(slot: "Slot", others: "Sequence[Slot]") -> bool:
    """Whether a count or a sum of money is two others together, or what one leaves of the other.

    "102 fined": 29 here and 73 there; "a floor of 2,100": 300 less than 2,400. The two stand in one sentence or side by
    side, or everything would be the sum of something.
    """
    value, head = slot.figure.value, slot.head
    if slot.figure.kind not in "n$" or value < _LEAST_SUM:
        return False
    loose = slot.figure.kind == "$" or value >= _NO_CHANCE
    parts = [other for other in others if loose or (head and head in other.words)]
    places: dict[float, list[int]] = {}
    for part in parts:
        places.setdefault(part.figure.value, []).append(part.sentence)
    return any(
        abs(part.sentence - sentence) <= 1
        for part in parts
        if part.figure.value > 0
        for rest in (value - part.figure.value, value + part.figure.value)
        if rest != part.figure.value
        for sentence in places.get(rest, ())
    )


def digits(value: float) -> str:
    """The digits of a value without the noughts at its ends: 64 for 64 million."""
    return f"{abs(value):.10g}".replace(".", "").strip("0") if value < 1e10 else f"{value:.0f}".strip("0")


def comparable(one: Figure, two: Figure) -> bool:
    """Whether two values are near enough to be one thing told twice."""
    if one.kind == "y":
        return abs(one.value - two.value) <= 100
    low, high = sorted((abs(one.value), abs(two.value)))
    if one.kind == "s":
        return True
    return low > 0 and high / low < _FARTHEST


def slip_between(one: float, two: float) -> str:
    """Which slip makes one value the other: two digits swapped, one wrong, as many digits, or another number."""
    a, b = digits(one), digits(two)
    if sorted(a) == sorted(b):
        return "swapped"
    if len(a) == len(b):
        return "digit" if sum(x != y for x, y in zip(a, b, strict=True)) == 1 else "digits"
    return "other"
