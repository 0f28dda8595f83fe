"""Sums that a passage splits up, whatever the order: "the council £40,000, the others the rest"."""

import re
from collections.abc import Iterator
from itertools import combinations

from newslint import Article, Figure, NamedTuple, Reading, expression

from ._joined import with_following

# Words that say that amounts of a passage are parts of one.
_SPLIT = expression(
    r"""
    \b(?:
        of[ ]which|the[ ]other|the[ ]rest|the[ ]remaining|remaining
        |that[ ]is[ ]left|left[ ]over|in[ ]all|altogether|in[ ]total|a[ ]total
        |down[ ]and|took[ ]home|made[ ]up[ ]of|split|divided|shared|the[ ]balance
        |leaving|is[ ]left|all[ ]told|the[ ]remainder
    )\b
    """,
    re.I | re.VERBOSE,
)
# What is left after the others: those may be the first amounts of the same row, and the whole stand elsewhere.
_REST = expression(r"(?i)\b(?:the (?:other|rest|remaining|remainder|balance)|remaining)\b")
_OPENS_PARTS = expression(r"[:;.–—(]|\b(?:with|which|split|divided|shared|went|goes?|made|comprising|including)\b")
_NOT_PARTS = expression(
    r"""
    \b(?:
        more[ ]than|compared|up[ ]to|earlier|last[ ]year|previous\w*|average
        |each|per|increments|range\w*|estimate\w*|project\w*|between|amounts
        |votes?|voted|profit|sales
    )\b
    """,
    re.I | re.VERBOSE,
)
_FEWEST, _MOST = 3, 6  # amounts of one passage that are tried


class Split(NamedTuple):
    """A whole and the amounts that should make it."""

    whole: Figure
    parts: tuple[Figure, ...]


_OF_IT = expression(r" of (?:that|this|it|them|these|those)\b")


def splits(article: Article) -> Iterator[Split]:
    """Each whole that no sum of the amounts beside it makes, where the passage says that they are its parts."""
    last = -1
    for reading, both in with_following(article):
        if reading.sentence <= last:
            continue
        split = _split(reading)
        if split is None and both is not reading and _may_split(both) and _SPLIT.search(both.text, len(reading.text)):
            split = _split(both)
            last = reading.sentence + 1 if split is not None else last
        if split is not None:
            yield split


def _may_split(reading: Reading) -> bool:
    return len(reading.figures) >= _FEWEST


def _split(reading: Reading) -> Split | None:
    if not _may_split(reading):
        return None
    amounts = [f for f in reading.figures if f.kind == "$"]
    if len(amounts) == 1:  # 40,000 pesos to one, 25,000 to a second
        bare = [f for f in reading.figures if f.kind == "n" and not f.unit and f.value >= 1000]
        amounts = [amounts[0], *(f._replace(kind="$", unit=amounts[0].unit) for f in bare)]
    if len(amounts) < 2:
        amounts = [f for f in reading.figures if f.kind == "n" and not f.unit and f.value >= 1000]
    units = {f.unit for f in amounts}
    if not _FEWEST <= len(amounts) <= _MOST or len(units) > 1 or not all(f.exact for f in amounts):
        return None
    if not reading.kinds.isdisjoint("%fx") or not _SPLIT.search(reading.text) or _NOT_PARTS.search(reading.text):
        return None
    if " from " in reading.text and " of which " not in reading.text:
        return None  # of which £3 million will come from the council; not: rose from
    whole = max(amounts, key=lambda figure: figure.value)
    parts = [f for f in amounts if f is not whole]
    if _heads_row(reading, whole, parts) or _OF_IT.match(reading.text, reading.place(whole) + 2):
        return None  # £11,000 of that
    if any(f.value == whole.value for f in parts):
        return None  # $60 billion for these, another $60 billion for those
    total = sum(f.value for f in parts)
    if len({f.value for f in amounts}) < len(amounts) - 1 or not 0.6 < total / whole.value < 1.5:
        return None
    for size in range(2, len(parts) + 1):
        for some in combinations(parts, size):
            low, high = sum(f.slack.low for f in some), sum(f.slack.high for f in some)
            if low <= whole.slack.high and whole.slack.low <= high:
                return None
    return Split(whole, tuple(parts))


def _heads_row(reading: Reading, whole: Figure, parts: list[Figure]) -> bool:
    """Whether the largest is the first of a row that "the rest" closes: 37,000 on a boat, 28,000 on a car, the rest."""
    if whole.start > parts[0].start or len(parts) < _FEWEST - 1:
        return False
    between = reading.text[reading.place(whole) : reading.place(parts[0])]
    marks = {match[0].lower() for match in _SPLIT.finditer(reading.text)}
    return all(_REST.fullmatch(mark) for mark in marks) and "," in between and not _OPENS_PARTS.search(between)
