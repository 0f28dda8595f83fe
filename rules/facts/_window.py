"""A few sentences before a figure, read together: the figures that it may be worked out from."""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from newslint import Article, Figure, Interval, NamedTuple, Reading, Template, readings

from ._arithmetic import comparable

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
        if figure.start < target.start and comparable(figure, target)
    ]


def told(article: Article, ways: Collection[Template], role: str) -> Iterator[tuple[Figure, list[Reading]]]:
    """Each figure that one of the templates finds in that role, once, with the sentences of its window."""
    found, bits = article.view(readings), sum(way.bit for way in ways)
    for index, reading in enumerate(found):
        if not reading.templates & bits:
            continue
        figures = dict.fromkeys(match[role] for way in ways for match in way.finditer(reading))
        for figure in figures:
            yield figure, list(window(found, index))


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
