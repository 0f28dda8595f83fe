"""Parts that are summed up in the next sentence: "four golds, two silvers and five bronzes. The twelve medals …"."""

from collections.abc import Iterator, Sequence

from newslint import Article, Figure, NamedTuple, Reading, Template, readings

from ._partition import Row, row_at
from ._window import window

# It begins with the figure, which is sought, and looks back at what opens the clause.
_OPENS = "|".join(rf"(?<=^{words} ..)|(?<=[;,] {words} ..)" for words in ("the", "all", "all the", "these", "those"))
_SUM = Template(
    rf"{{whole:n}}(?:(?:{_OPENS})(?= (?!(?:of|or|and|others?|more|remaining|percent|in)\b)[a-z])|"
    r"(?<=\ball ..)(?: of (?:them|these))?(?=[,.;:]| of them))"
)
_BACK = 2  # sentences between the parts and what sums them up


class Resumed(NamedTuple):
    """Parts, and the number that sums them up and does not."""

    whole: Figure
    row: Row


def resumed(article: Article) -> Iterator[Resumed]:
    """Every count that takes up the parts of the sentence before it, and is not their sum."""
    told = article.view(readings)
    for index, reading in enumerate(told):
        found = next(_SUM.finditer(reading), None)
        if found is None or not found["whole"].exact:
            continue
        before = list(window(told, index, _BACK))[:-1]
        row = next((row for earlier in reversed(before) if (row := _row(earlier)) is not None), None)
        if row is not None and _is_wrong(found["whole"], row, before):
            yield Resumed(found["whole"], row)


def _is_wrong(whole: Figure, row: Row, before: Sequence[Reading]) -> bool:
    if row.total == whole.value or not row.exact or any(part.figure is None for part in row.parts):
        return False
    if any(figure.value == whole.value for reading in before for figure in reading.figures):
        return False
    return whole.value > max(part.value for part in row.parts) and abs(row.total - whole.value) <= max(
        2, 0.15 * row.total
    )


def _row(reading: Reading) -> Row | None:
    """The row of parts that a sentence ends on, if it has no other counts."""
    counts = [figure for figure in reading.figures if figure.kind == "n"]
    if len(counts) < 2 or not all(figure.unit for figure in counts):
        return None
    row = row_at(reading, reading.place(counts[0]))
    if row is None or not row.closed or row.rest or len(row.figures) != len(counts):
        return None
    return row
