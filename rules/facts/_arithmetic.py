"""How the rules on facts compare figures, and how they write a sum in a message."""

from collections.abc import Sequence
from itertools import permutations

from newslint import Figure

_SIGNS = frozenset("$£€¥₹₽₩₦")


def alike(*figures: Figure) -> bool:
    """Whether figures can be added and compared: the same kind, the same currency or measure."""
    first = figures[0]
    if any(figure.kind != first.kind for figure in figures):
        return False
    return first.kind == "n" or all(figure.unit == first.unit for figure in figures)


def same_nouns(one: Figure, two: Figure) -> bool:
    """Whether two counts may count the same: one noun, or none said with one of them."""
    return not one.unit or not two.unit or one.unit == two.unit


def comparable(one: Figure, two: Figure) -> bool:
    """Whether two figures may measure or count the same sort of thing."""
    return alike(one, two) and (one.kind != "n" or same_nouns(one, two))


def another_pair_fits(amounts: Sequence[tuple[float, str]], size: float, percent: bool) -> bool:
    """Whether any two amounts of one kind differ by ``size``, or by so many percent: those may be meant.

    ``amounts``: value and kind of each. A claim is to be doubted only where no figure of its sentence explains it.
    """
    for (one, kind), (two, other) in permutations(amounts, 2):
        if kind != other or one <= 0 or two <= 0:
            continue
        change = 100 * abs(one / two - 1) if percent else abs(one - two)
        if abs(change - size) <= (0.6 if percent else max(0.051, 0.005 * size)):
            return True
    return False


def plain(value: float, like: Figure | None = None) -> str:
    """A value as an editor writes it: "$9 million", "206", "12.5"."""
    sign = like.unit if like is not None and like.kind == "$" and like.unit[-1:] in _SIGNS else ""
    end = " percent" if like is not None and like.kind == "%" else ""
    for scale, name in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= scale:
            return f"{sign}{value / scale:.3g}{name}{end}"
    if abs(value) >= 100 or abs(value - round(value)) < 0.005:
        return f"{sign}{value:,.0f}{end}"
    return f"{sign}{value:.2f}{end}" if sign else f"{value:.3g}{end}"
