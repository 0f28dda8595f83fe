"""A sentence of words and tags, whole and damaged."""

from collections.abc import Sequence
from typing import NamedTuple

from newslint.analysis.acceptability.folding import QUOTED

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
NOUN = frozenset(["N", "P"])
MARKS = frozenset("\"“”'‘’()[].,;:—-…?!")


class Sentence(NamedTuple):
    """Words with their tags, and 1 where damage can be heard."""

    words: list[str]
    tags: list[str]
    marks: list[int]


class Whole(NamedTuple):
    """A sentence as published; ``open`` says of each word that it stands outside quotation marks and is none."""

    words: list[str]
    tags: list[str]
    open: list[bool]


def whole(words: Sequence[str], tags: Sequence[str]) -> Whole:
    inside, free = False, []
    for text in words:
        inside ^= text == '"'
        free.append(not inside and text != QUOTED and text not in MARKS)
    return Whole(list(words), list(tags), free)
