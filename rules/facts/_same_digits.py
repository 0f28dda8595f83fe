"""One number with two units of one sort: "16 kilometres off … 16 miles from where he had started"."""

from collections.abc import Iterator, Sequence

from newslint import Article, Figure, NamedTuple, Reading, english, readings

from ._window import window

_BACK = 2
_LEAST = 3  # small numbers meet by chance
_ALIKE, _APART = 1.2, 4.0  # units that nearly measure the same, and those that nobody confuses


class Same(NamedTuple):
    """The two quantities of one number."""

    one: Figure
    two: Figure


def same_digits(article: Article) -> Iterator[Same]:
    """Every quantity whose number stands shortly before with another unit of its sort: one of the units is a slip."""
    found = article.view(readings)
    for index, reading in enumerate(found):
        if "m" in reading.kinds:
            for two in reading.figures:
                if two.kind == "m" and two.value >= _LEAST:
                    one = _before(list(window(found, index, _BACK)), two)
                    if one is not None:
                        yield Same(one, two)


def _before(passage: Sequence[Reading], two: Figure) -> Figure | None:
    measures = [f for reading in passage for f in reading.figures if f.kind == "m"]
    if len(measures) != 2:
        return None
    one = measures[0]
    a, b = english.MEASURES.get(one.unit), english.MEASURES.get(two.unit)
    if one.start >= two.start or one.value != two.value or a is None or b is None or a.dimension != b.dimension:
        return None
    ratio = max(a.factor, b.factor) / min(a.factor, b.factor)
    return one if _ALIKE < ratio < _APART else None
