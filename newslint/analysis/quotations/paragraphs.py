"""Quotation marks of an article: paragraph by paragraph, and the quotations that go on in the next one.

A quotation of several paragraphs opens each of them and closes only the last.
"""

from newslint.analysis.quotations.marks import candidates
from newslint.analysis.quotations.pairing import SWALLOWED, Pairing, QuoteMark, is_whole_speech, pair
from newslint.model.block import Block


def find_marks(text: str, blocks: tuple[Block, ...]) -> tuple[QuoteMark, ...]:
    """Every quotation mark in the order of the text, paired within its block."""
    found: list[QuoteMark] = []
    partial = -1  # where in ``found`` an opening mark stands that its paragraph may have left open for the next
    waiting = -1  # where in ``found`` the outer quotation stands that its paragraph left open
    for block in blocks:
        marks = pair(text, block.start, candidates(text, block.start, block.end))
        if not block.is_prose:
            found += marks  # a caption or a label: what stands around it may be one quotation all the same
            continue
        if waiting >= 0:
            opener = found[waiting]
            place = next((index for index, mark in enumerate(marks) if mark.kind == opener.kind), -1)
            if place >= 0:
                mark = marks[place]
                if mark.opens and mark.start == block.start:
                    found[waiting] = opener._replace(partner=mark.start, pairing=Pairing.PAIRED, continues=True)
                elif mark.pairing is Pairing.UNOPENED:
                    found[waiting] = opener._replace(partner=mark.start, pairing=Pairing.RUNS_ON, continues=True)
                    marks[place] = mark._replace(partner=opener.start, pairing=Pairing.PAIRED)
            waiting = -1
        if partial >= 0:
            opener = found[partial]
            if marks and marks[0].start == block.start and marks[0].kind == opener.kind and marks[0].opens:
                found[partial] = opener._replace(pairing=Pairing.PARTIAL)
            partial = -1
        left_open = _left_open(text, block, marks)
        if left_open is not None:
            waiting = len(found) + left_open
        elif marks and marks[-1].pairing is Pairing.UNCLOSED and not SWALLOWED.search(text, marks[-1].end, block.end):
            partial = len(found) + len(marks) - 1
        if marks and not _has_end(text, block):
            marks = [
                mark._replace(pairing=Pairing.CUT_OFF) if mark.pairing is Pairing.UNCLOSED else mark for mark in marks
            ]
            partial = -1
        found += marks
    return tuple(found)


def _has_end(text: str, block: Block) -> bool:
    """Whether a paragraph ends as sentences do, and not with an ellipsis or in the middle of one."""
    end = text[max(block.start, block.end - 8) : block.end].rstrip("\"'”’»)] ")
    return not end or not (end[-1].isalnum() or end[-1] in "…-–—" or end.endswith(("..", ". .")))


def _left_open(text: str, block: Block, marks: list[QuoteMark]) -> int | None:
    """Which mark opens a quotation that may go on in the next block: full sentences, nothing after them."""
    index = None
    for position, mark in enumerate(marks):
        if mark.pairing is Pairing.UNOPENED or (mark.pairing is Pairing.UNCLOSED and index is not None):
            return None
        if index is not None and mark.kind == marks[index].kind:
            return None
        if mark.pairing is Pairing.UNCLOSED:
            index = position
    if index is None or not is_whole_speech(text, marks[index], block.start, block.end):
        return None
    return index
