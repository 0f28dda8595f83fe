"""Sentences, block by block."""

import re
from typing import NamedTuple

from newslint.block import Block

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]?[A-Z0-9])")


class Sentence(NamedTuple):
    """A sentence without the white space around it. ``block`` is the index of its block."""

    start: int
    end: int
    text: str
    block: int


def find_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    found = []
    for index, block in enumerate(blocks):
        start = block.start
        for match in _END.finditer(text, block.start, block.end):
            found.append(Sentence(start, match.end(), text[start : match.end()], index))
            start = match.end()
            while start < block.end and text[start].isspace():
                start += 1
        if start < block.end:
            found.append(Sentence(start, block.end, text[start : block.end], index))
    return tuple(found)
