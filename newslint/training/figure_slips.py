"""What a slip of the pen makes of a relation between figures."""

import random

from newslint.analysis.figures.relations import Relation
from newslint.analysis.figures.slack import Interval


def damaged(guess: Relation, rng: random.Random) -> Relation | None:
    """The same relation with one figure, mostly the last, as a slip of the pen would leave it."""
    at = rng.randrange(len(guess.figures)) if rng.random() < 0.4 else len(guess.figures) - 1
    placed = guess.figures[at]
    figure = placed.figure
    value = slipped(figure.value, rng)
    more = value - figure.value
    if value <= 0 or not more:
        return None
    slack = Interval(max(figure.slack.low + more, 0.0), figure.slack.high + more)
    figures = list(guess.figures)
    figures[at] = placed._replace(figure=figure._replace(value=value, slack=slack))
    order = _reordered(guess, [one.figure.value for one in figures])
    if order is None:
        return None
    wrong = guess._replace(figures=tuple(figures), order=order, holds=False)
    for want, one in zip(wrong.wanted(), figures, strict=True):
        scale = 0.01 if one.figure.kind == "%" and guess.op != "sum" else 1.0
        if want.low <= one.figure.slack.high * scale and one.figure.slack.low * scale <= want.high:
            return None
    return wrong


def _reordered(guess: Relation, values: list[float]) -> str | None:
    if guess.op == "sum":
        whole, parts = values.index(max(values)), len(values) - 1
        if values.count(max(values)) > 1 or (parts > 2 and whole not in (0, parts)):
            return None
        names = guess.order.replace("W", "")
        return names[:whole] + "W" + names[whole:]
    low, high = guess.order.index("L"), guess.order.index("H")
    if values[low] == values[high]:
        return None
    return guess.order if values[low] < values[high] else guess.order.translate({72: 76, 76: 72})


def slipped(value: float, rng: random.Random) -> float:
    """A number with one digit changed; a small one goes up or down by one to three."""
    if value < 10 and value == int(value):
        return float(rng.choice([value - 2, value - 1, value - 1, value + 1, value + 1, value + 2, value + 3]))
    if rng.random() < 0.1:
        return value * rng.choice([10, 0.1, 2, 0.5])
    digits, factor = f"{value:.6g}" if value < 1e6 else f"{value / 1e6:.6g}", 1.0 if value < 1e6 else 1e6
    if digits.endswith("000") and "." not in digits:
        factor *= 10.0 ** (len(digits) - len(digits.rstrip("0")))
        digits = digits.rstrip("0")
    if "e" in digits:
        return value
    at = rng.choice([number for number, digit in enumerate(digits) if digit.isdigit()])
    other = rng.choice([digit for digit in "0123456789" if digit != digits[at] and (at or digit != "0")])
    return float(digits[:at] + other + digits[at + 1 :]) * factor
