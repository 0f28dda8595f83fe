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
_VAGUE_SUM = 0.5  # how far figures that add up may be off together, by the smallest of them
_VAGUE = 0.4  # how far a rate and its two figures may be off together, each by itself


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
        return [self.wanted_at(place) for place in range(len(self.figures))]

    def wanted_at(self, place: int) -> Interval:
        """The same for one of them."""
        figures = [placed.figure for placed in self.figures]
        if self.op == "sum":
            return _wanted_sum(figures, self.order.index("W"), place)
        rate, low, high = (figures[self.order.index(role)] for role in "RLH")
        return _wanted_rate(self.op, self.order[place], rate, low, high)

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


class _Candidate(NamedTuple):
    """A figure that may be in a relation: its class, and how far it may be off, ``wide`` in its unit, ``part`` of it.

    ``rates``: whether it may tell something of two others.
    """

    placed: Placed
    figure: Figure
    name: str
    wide: float
    part: float
    rates: bool


def relations(found: "Sequence[Reading]") -> Iterator[Relation]:
    """Every guess that says something: those that rounding and hedges would let pass anyhow are left out.

    Each figure is tried with those just before it, so that their number grows with that of the figures.
    """
    classes: dict[str, list[_Candidate]] = {}
    every: list[_Candidate] = []
    for index, reading in enumerate(found):
        for figure in reading.figures:
            name = class_of(figure)
            if figure.value > 0 and (name or figure.kind in "fx"):
                peers = classes.setdefault(name, [])
                placed = Placed(figure, index, reading.sentence, reading.block, len(peers))
                wide = figure.slack.high - figure.slack.low
                one = _Candidate(placed, figure, name, wide, wide / figure.value, figure.kind in "%fxnt")
                peers.append(one)
                every.append(one)
    for name, peers in classes.items():
        if name:
            yield from _sums(peers)
    for index, last in enumerate(every):
        first = max(0, index - _AMONG)
        while first < index and last.placed.sentence - every[first].placed.sentence > _NEAR:
            first += 1
        yield from _rated(every[first:index], last)


def _sums(peers: list[_Candidate]) -> Iterator[Relation]:
    sentences = [one.placed.sentence for one in peers]
    for number, last in enumerate(peers):
        low = number
        while low and number - low < _ROW - 1 and sentences[number] - sentences[low - 1] <= _NEAR:
            low -= 1
        if number - low < 2:
            continue
        crowd = number - low + 1 + sum(one - sentences[number] <= 1 for one in sentences[number + 1 : number + 4])
        before = peers[low:number]
        near = before[-_REACH:]
        for index, one in enumerate(near):
            for two in near[index + 1 :]:
                yield from _sum((one, two, last), crowd)
        for size in range(3, len(before) + 1):
            yield from _sum((*before[-size:], last), crowd)


def _sum(row: tuple[_Candidate, ...], crowd: int) -> Iterator[Relation]:
    values = [one.figure.value for one in row]
    top = max(values)
    whole, parts = values.index(top), len(row) - 1
    if values.count(top) > 1 or not (parts == 2 or whole in (0, parts)):
        return
    if sum([one.wide for one in row]) <= _VAGUE_SUM * min(values):
        names = "PP" if parts == 2 else "A" + "P" * (parts - 2) + "Z"
        figures = [one.figure for one in row]
        holds = _wanted_sum(figures, whole, whole).meets(figures[whole].slack)
        yield Relation("sum", f"{names[:whole]}W{names[whole:]}", tuple([one.placed for one in row]), crowd, holds)


def _rated(near: list[_Candidate], last: _Candidate) -> Iterator[Relation]:
    """Trios of which one may tell something of the two others, which are of one class."""
    for index, one in enumerate(near):
        for two in near[index + 1 :]:
            if one.part + two.part + last.part > _VAGUE:
                continue
            if one.rates and two.name == last.name:
                yield from _trio((one, two, last), 0, two, last, len(near) + 1)
            if two.rates and one.name == last.name:
                yield from _trio((one, two, last), 1, one, last, len(near) + 1)
            if last.rates and one.name == two.name:
                yield from _trio((one, two, last), 2, one, two, len(near) + 1)


def _trio(trio: tuple[_Candidate, ...], at: int, one: _Candidate, two: _Candidate, crowd: int) -> Iterator[Relation]:
    """What the figure at ``at`` may say of the two others."""
    rate = trio[at].figure
    low, high, others = one.figure, two.figure, "LH"
    if low.kind not in "n$mt" or low.value == high.value:
        return
    if low.value > high.value:
        low, high, others = high, low, "HL"
    if low.slack.low <= 0:
        return
    for op in _ways(rate, low, high):
        holds = _wanted_rate(op, "R", rate, low, high).meets(meant(op, rate))
        yield Relation(op, f"{others[:at]}R{others[at:]}", tuple([one.placed for one in trio]), crowd, holds)


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


def _wanted_sum(figures: list[Figure], whole: int, place: int) -> Interval:
    """What the figure at ``place`` should be for the sum to be right; the whole stands at ``whole``."""
    total = figures[whole].slack
    low = sum([figure.slack.low for figure in figures]) - total.low
    high = sum([figure.slack.high for figure in figures]) - total.high
    if place == whole:
        return Interval(low, high)
    part = figures[place].slack
    return Interval(total.low - high + part.high, total.high - low + part.low)


def _wanted_rate(op: str, role: str, rate: Figure, low: Figure, high: Figure) -> Interval:
    """What the figure in a role should be for the rate to be that of the two others."""
    if role == "R":
        if op == "share":
            return low.slack.over(high.slack)
        if op == "rest":
            part = low.slack.over(high.slack)
            return Interval(1 - part.high, 1 - part.low)
        whole = high.slack.over(low.slack)
        return Interval(whole.low - 1, whole.high - 1) if op == "rise" else whole
    by = meant(op, rate)
    if op == "rest":
        by = Interval(max(1 - by.high, 1e-9), max(1 - by.low, 1e-9))
    if op in ("share", "rest"):
        return high.slack.times(by) if role == "L" else low.slack.over(by)
    if op == "rise":
        by = Interval(1 + by.low, 1 + by.high)
    return high.slack.over(by) if role == "L" else low.slack.times(by)


def gaps(guess: Relation) -> list[int]:
    """Sentences from each figure to the next."""
    return [two.sentence - one.sentence for one, two in pairwise(guess.figures)]
