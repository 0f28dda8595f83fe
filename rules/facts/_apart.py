"""A whole in one sentence and its parts in the next, or the other way round."""

import re
from collections.abc import Iterator

from newslint import Article, Figure, Reading, Severity, expression

from ._joined import neighbours
from ._partition import Row, row_at

_COUNT = "[\ue06e]."
# All 49 passengers; the whole 52 kilometres; 90,000 in all
_TAKEN_UP = expression(rf"(?:^|[;:–] )(?:All(?: of the)?|The whole|In all,?|Altogether,?) (?P<mark>{_COUNT})", re.I)
# Eleven were fighters, nine bombers and two ...
_OPENING = expression(
    rf"^(?P<mark>{_COUNT}) (?:of them )?(?:were|was|had|have|are|is|went|came|will|men|" rf"women)\b", re.I
)


def told_apart(article: Article) -> Iterator[tuple[Figure, Row, Severity | None]]:
    """Each whole with the row of its parts where they stand in two neighbouring sentences and do not fit."""
    for before, after in neighbours(article):
        taken = _TAKEN_UP.match(after.text)
        if taken is not None:
            pair = _whole_after(before, after.figures[ord(taken["mark"][1]) - 0xE100])
        else:
            opening = _OPENING.match(after.text)
            pair = None if opening is None else _whole_before(before, after)
        if pair is not None:
            yield (*pair, None if taken is not None else Severity.INFO if pair[1].total < pair[0].value else None)


def _whole_after(before: Reading, whole: Figure) -> tuple[Figure, Row] | None:
    """44 children and three teachers. All 49 passengers were got out."""
    if not whole.exact or whole.value < 4:
        return None
    for figure in before.figures:
        row = row_at(before, before.place(figure)) if figure.kind == "n" else None
        if row is not None and row.closed and row.exact and all(part.kind == "n" for part in row.figures):
            counts = [other for other in before.figures if other.kind == "n"]
            if len(counts) != len(row.figures) or whole.value in {other.value for other in counts}:
                return None
            if row.total == whole.value or abs(row.total - whole.value) > max(2, 0.25 * whole.value):
                return None
            return whole, row
    return None


def _whole_before(before: Reading, after: Reading) -> tuple[Figure, Row] | None:
    """Wreckage of 23 aircraft. Eleven were fighters, nine bombers and two could not be named."""
    row = row_at(after, 0)
    if row is None or not row.closed or not row.exact or any(part.unit for part in row.figures[:1]):
        return None
    counts = [f for f in before.figures if f.kind == "n" and f.exact and f.value >= 2]
    if not counts or any(f.value == row.total for f in before.figures):
        return None
    whole = min(counts, key=lambda figure: abs(figure.value - row.total))
    if abs(whole.value - row.total) > max(1, 0.2 * whole.value) or (len(row.parts) < 3 and row.total < whole.value):
        return None
    return whole, row
