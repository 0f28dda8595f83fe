"""A few sentences before a figure, read together: the figures that it may be worked out from."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from newslint import Figure, Interval, NamedTuple, Reading

BACK = 3  # sentences that may stand between a figure and those that it follows from
_MOST = 7  # parts of which every choice is tried


class Seen(NamedTuple):
    """A figure and the sentence that it stands in."""

    figure: Figure
    reading: Reading

    @property
    def before(self) -> str:
        """The words before it in its sentence."""
        return self.reading.text[: self.reading.place(self.figure)]

    @property
    def after(self) -> str:
        return self.reading.text[self.reading.place(self.figure) + 2 :]


def window(found: Sequence[Reading], index: int, back: int = BACK) -> Iterator[Reading]:
    """The sentences with figures up to the one at ``index`` and no more than ``back`` sentences before it."""
    first = index
    while first and found[first - 1].sentence >= found[index].sentence - back:
        first -= 1
    yield from found[first : index + 1]


def like_before(found: Sequence[Reading], index: int, target: Figure, back: int = BACK) -> list[Seen]:
    """The figures of the window before ``target`` that may count or measure what it does."""
    return [
        Seen(figure, reading)
        for reading in window(found, index, back)
        for figure in reading.figures
        if figure.start < target.start and like(figure, target)
    ]


def like(one: Figure, two: Figure) -> bool:
    """Whether two figures may be of one sort: the same kind and unit, or counts of which one lacks its noun."""
    if one.kind != two.kind:
        return False
    if one.kind == "n":
        return not one.unit or not two.unit or one.unit == two.unit
    return one.kind == "%" or one.unit == two.unit


def left_over(whole: Interval, parts: Sequence[Figure], target: Interval) -> bool:
    """Whether any choice of the parts, taken from the whole, leaves the target."""
    return any(
        Interval(
            whole.low - sum(part.slack.high for part in some), whole.high - sum(part.slack.low for part in some)
        ).meets(target)
        for size in range(1, min(len(parts), _MOST) + 1)
        for some in combinations(parts[:_MOST], size)
    )


def of_a_score(seen: Seen) -> bool:
    """Whether a count is one of a pair with a dash: 3-1."""
    return seen.before.endswith(("-", "–")) or seen.after.startswith(("-\ue06e", "–\ue06e"))
