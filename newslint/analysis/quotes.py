"""Quotation marks and quotations."""

import re
from typing import NamedTuple

from newslint.block import Block

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"")


class QuoteMark(NamedTuple):
    """One quotation mark. ``opens``: its side as understood; ``partner``: offset of the other mark, or -1."""

    start: int
    end: int
    opens: bool
    partner: int


class Quote(NamedTuple):
    """A quotation with its marks. ``text`` is what stands between them.

    ``speech``: someone's words rather than a title or a scare quote. ``level`` is 0 for an outer quotation.
    ``guarded``: no rule and no fix may touch what is inside.
    """

    start: int
    end: int
    text: str
    block: int
    speech: bool = True
    level: int = 0
    guarded: bool = True


def find_marks(text: str, blocks: tuple[Block, ...]) -> tuple[QuoteMark, ...]:
    found = []
    for block in blocks:
        for match in _QUOTED.finditer(text, block.start, block.end):
            first, last = match.start(), match.end() - 1
            found += [QuoteMark(first, first + 1, True, last), QuoteMark(last, last + 1, False, first)]
    return tuple(found)


def find_quotes(text: str, blocks: tuple[Block, ...], marks: tuple[QuoteMark, ...]) -> tuple[Quote, ...]:
    found = []
    for index, block in enumerate(blocks):
        for match in _QUOTED.finditer(text, block.start, block.end):
            found.append(Quote(*match.span(), match[0][1:-1], index))
    return tuple(found)
