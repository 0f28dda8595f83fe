"""Quotations: what stands between paired marks."""

from typing import TYPE_CHECKING

from newslint.analysis.quotations.marks import DOUBLE
from newslint.analysis.quotations.pairing import Pairing, QuoteMark
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newslint.model.block import Block


class Quote(NamedTuple):
    """A quotation with its marks. ``text`` is what stands between them.

    ``speech``: someone's words rather than a title or a scare quote. ``level`` is 0 for an outer quotation.
    ``guarded``: no rule and no fix may touch what is inside. ``continues``: it goes on in the next paragraph, so that
    it ends with its own without a closing mark.
    """

    start: int
    end: int
    text: str
    block: int
    speech: bool = True
    level: int = 0
    guarded: bool = True
    continues: bool = False


def find_quotes(text: str, blocks: "tuple[Block, ...]", marks: tuple[QuoteMark, ...]) -> tuple[Quote, ...]:
    """The quotations between paired marks, in the order of the text; what was left open is none."""
    found: list[Quote] = []
    block, last, level = -1, -1, 0
    carried = False  # a quotation came over from the paragraph before, without a mark of its own
    for mark in marks:
        while mark.start >= last:
            block += 1
            last = blocks[block].end
            level = 0
        if not mark.opens:
            if 0 <= mark.partner < blocks[block].start:
                start = blocks[block].start
                found.append(Quote(start, mark.end, text[start : mark.start], block))
                carried = True
            elif mark.partner >= 0:
                level -= 1
            continue
        if mark.continues:
            end = min(mark.partner, last)
            while text[end - 1].isspace():
                end -= 1
            found.append(Quote(mark.start, end, text[mark.end : end], block, True, level, True, True))
            if mark.pairing is Pairing.REOPENED:
                continue
        elif mark.partner >= 0:
            end = mark.partner
            inside = text[mark.end : end]
            size = 2 if mark.kind == DOUBLE and text[end] in "'’" else 1
            found.append(Quote(mark.start, end + size, inside, block, _is_speech(inside), level))
        else:
            continue
        level += 1
    if carried:
        found.sort()
    return tuple(found)


def _is_speech(inside: str) -> bool:
    """Whether the words are likely to be speech: some words, and not the capitalised words of a title."""
    words = inside.split(None, 9)
    if len(words) < 4:
        return inside[-1:] in ",.?!…"
    if inside[-1] in ",.?!…—–" or len(words) > 8:
        return True
    return not all(word[0].isupper() or len(word) < 5 for word in words)
