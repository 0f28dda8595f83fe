"""How figures near each other may hang together: as sum, share, rise or fall, multiple, product; and whether they do.

A Relation is a guess; how likely it is that the writer meant it is told by ``relation_signs`` and its weights.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint.analysis.figures.figure import Figure
from newslint.analysis.figures.slack import Interval
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newslint.analysis.figures.readings import Reading

_NEAR = 3  # sentences that a relation may reach over
_REACH = 5  # figures of its class that a sum may reach over
_ROW = 7  # figures of one sum
NO_CHANCE = 0.004  # what holds by less was meant, whatever stands about it
_AMONG = 8  # figures before a third one that it may tell something of


class Placed(NamedTuple):
    """A figure, the index of its reading, of its sentence, of its block, and its number among those of its class."""

    figure: Figure
    reading: int
    sentence: int
    block: int
    number: int


class Relation(NamedTuple):
    """A guess about three figures or more, in the order of the text; ``order`` has a letter for the role of each.

    ``op`` sum (W whole = P parts; of a row A is the first part and Z the last), share (L lower = R rate x H higher),
    rest (L = (1 - R) x H: what is left, or a fall), rise (H = (1 + R) x L), times and product (H = R x L).
    """

    op: str
    order: str
    figures: tuple[Placed, ...]
    crowd: int  # figures of the class that stand near
    holds: bool = False

    def wanted(self) -> list[Interval]:
        """For each figure the values that would make the relation true, by the others."""
        figures = [placed.figure for placed in self.figures]
        return _wanted_sum(self.order, figures) if self.op == "sum" else _wanted_rate(self.op, self.order, figures)

    def claim(self) -> int:
        """The place of the whole, or of the rate."""
        return self.order.index("W" if self.op == "sum" else "R")


def class_of(figure: Figure) -> str:
    """What can be added to it: counts to counts, euros to euros; "" for what is never added."""
    kind = figure.kind
    if kind == "n" or kind == "%":
        return kind
    if kind == "p":
        return "%"
    if kind == "a":
        return "year"
    return figure.unit if kind in "$mt" else ""


def relations(found: "Sequence[Reading]") -> Iterator[Relation]:
    """Every guess that says something: those that rounding and hedges would let pass anyhow are left out.

    Each figure is tried with those just before it, so that their number grows with that of the figures.
    """
    classes: dict[str, list[Placed]] = {}
    every: list[Placed] = []
    for index, reading in enumerate(found):
        for figure in reading.figures:
            name = class_of(figure)
            if figure.value > 0 and (name or figure.kind in "fx"):
                peers = classes.setdefault(name, [])
                placed = Placed(figure, index, reading.sentence, reading.block, len(peers))
                peers.append(placed)
                every.append(placed)
    guesses = [guess for name, peers in classes.items() if name for guess in _sums(peers)]
    for index, last in enumerate(every):
        near = [one for one in every[max(0, index - _AMONG) : index] if last.sentence - one.sentence <= _NEAR]
        guesses += _rated(near, last)
    for guess in guesses:
        wanted, at = guess.wanted()[guess.claim()], guess.claim()
        if _says_something(guess):
            yield guess._replace(holds=wanted.meets(meant(guess.op, guess.figures[at].figure)))


def _says_something(guess: Relation) -> bool:
    figures = [placed.figure for placed in guess.figures]
    if guess.op == "sum":
        return sum(figure.slack.high - figure.slack.low for figure in figures) <= 0.5 * min(f.value for f in figures)
    return sum((figure.slack.high - figure.slack.low) / figure.value for figure in figures) <= 0.4


def _sums(peers: list[Placed]) -> Iterator[Relation]:
    for number, last in enumerate(peers):
        low = number
        while low and number - low < _ROW - 1 and last.sentence - peers[low - 1].sentence <= _NEAR:
            low -= 1
        crowd = number - low + 1 + sum(one.sentence - last.sentence <= 1 for one in peers[number + 1 : number + 4])
        before = peers[low:number]
        near = before[-_REACH:]
        for index, one in enumerate(near):
            for two in near[index + 1 :]:
                yield from _sum((one, two, last), crowd)
        for size in range(3, len(before) + 1):
            yield from _sum((*before[-size:], last), crowd)


def _sum(row: tuple[Placed, ...], crowd: int) -> Iterator[Relation]:
    values = [placed.figure.value for placed in row]
    top = max(values)
    whole, parts = values.index(top), len(row) - 1
    if values.count(top) == 1 and (parts == 2 or whole in (0, parts)):
        names = "PP" if parts == 2 else "A" + "P" * (parts - 2) + "Z"
        yield Relation("sum", names[:whole] + "W" + names[whole:], row, crowd)


def _rated(near: list[Placed], last: Placed) -> Iterator[Relation]:
    for index, one in enumerate(near):
        for two in near[index + 1 :]:
            trio = (one, two, last)
            for at, placed in enumerate(trio):
                yield from _trio(trio, at, placed.figure, len(near) + 1)


def _trio(trio: tuple[Placed, ...], at: int, rate: Figure, crowd: int) -> Iterator[Relation]:
    """What the figure at ``at`` may say of the two others."""
    one, two = (placed.figure for placed in trio[:at] + trio[at + 1 :])
    if rate.kind not in "%fxnt" or one.kind not in "n$mt" or class_of(one) != class_of(two):
        return
    low, high = (one, two) if one.value < two.value else (two, one)
    if low.value == high.value or low.slack.low <= 0:
        return
    others = "LH" if one is low else "HL"
    for op in _ways(rate, low, high):
        yield Relation(op, others[:at] + "R" + others[at:], trio, crowd)


def _ways(rate: Figure, low: Figure, high: Figure) -> tuple[str, ...]:
    if rate.kind in "%f":
        return ("share", "rest", "rise") if rate.value < (100 if rate.kind == "%" else 1) else ("rise",)
    if rate.kind == "x":
        return ("times",)
    if rate.value < 2 or low.value < 2 or high.value < rate.value or (rate.kind == low.kind == "t"):
        return ()
    return () if rate.kind == low.kind and low.value < rate.value else ("product",)


def meant(op: str, figure: Figure) -> Interval:
    """The values that a figure stands for in a relation: a percentage as the factor that it is."""
    low, high = figure.slack
    return Interval(low / 100, high / 100) if figure.kind == "%" and op != "sum" else figure.slack


def chance(guess: Relation) -> float:
    """How likely a relation of such figures holds by chance: by their size, their rounding and their slack."""
    values = [placed.figure.value for placed in guess.figures]
    step = 1.0 if all(value == int(value) for value in values) else 0.1
    while step >= 1 and all(value % (step * 10) == 0 for value in values):
        step *= 10
    slacks = [placed.figure.slack for placed in guess.figures]
    if guess.op == "sum":
        return min(0.95, 0.5 * max(sum(slack.high - slack.low for slack in slacks), step) / max(values))
    wide = sum((slack.high - slack.low) / value for slack, value in zip(slacks, values, strict=True))
    return min(0.95, 0.5 * max(wide, step / values[guess.order.index("H" if guess.op == "product" else "L")]))


def _wanted_sum(order: str, figures: list[Figure]) -> list[Interval]:
    whole = figures[order.index("W")].slack
    low = sum(figure.slack.low for figure in figures) - whole.low
    high = sum(figure.slack.high for figure in figures) - whole.high
    return [
        Interval(low, high)
        if role == "W"
        else Interval(whole.low - high + figure.slack.high, whole.high - low + figure.slack.low)
        for role, figure in zip(order, figures, strict=True)
    ]


def _wanted_rate(op: str, order: str, figures: list[Figure]) -> list[Interval]:
    rate, low, high = (figures[order.index(role)] for role in "RLH")
    by = meant(op, rate)
    part, whole = low.slack.over(high.slack), high.slack.over(low.slack)
    if op == "rest":
        by = Interval(max(1 - by.high, 1e-9), max(1 - by.low, 1e-9))
        part = Interval(1 - part.high, 1 - part.low)
    if op in ("share", "rest"):
        wants = {"R": part, "L": high.slack.times(by), "H": low.slack.over(by)}
    else:
        less = 1.0 if op == "rise" else 0.0
        more = Interval(less + by.low, less + by.high)
        wants = {"R": Interval(whole.low - less, whole.high - less)}
        wants |= {"L": high.slack.over(more), "H": low.slack.times(more)}
    return [wants[role] for role in order]


def gaps(guess: Relation) -> list[int]:
    """Sentences from each figure to the next."""
    return [two.sentence - one.sentence for one, two in pairwise(guess.figures)]
