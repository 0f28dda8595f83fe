"""Whether an article shows by other signs that it was damaged, so that each of its sentences deserves to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.analysis.quotations.pairing import Pairing

if TYPE_CHECKING:
    from newslint.analysis.views import Views

_LEAST = 3  # signs
_KINDS = 2  # of them
_DENSITY = 400  # words to one of them, at most
_LONGEST = 60_000  # characters: no article
_STOPS = ".!?…:\"”’')]"


def is_damaged(article: Views) -> bool:
    """Whether quotation marks, names, attributions and the ends of paragraphs show three faults of two kinds or more.

    What is counted has been found already, or will be, for the rules that tell it.
    """
    text = article.text
    if len(text) > _LONGEST:
        return False
    counts = (
        sum(mark.pairing is not Pairing.PAIRED for mark in article.quote_marks),
        len(article.name_clashes),
        sum(row.second is not None or (row.speaker is None and bool(row.quotes)) for row in article.attributions),
        sum(block.is_prose and text[block.end - 1] not in _STOPS for block in article.blocks),
        sum(sentence.text[0].islower() for sentence in article.sentences),
    )
    return are_many(sum(counts), sum(map(bool, counts)), text)


def are_many(signs: int, kinds: int, text: str) -> bool:
    """Whether so many signs, of so many kinds, show that a text was damaged."""
    return signs >= _LEAST and kinds >= _KINDS and signs * _DENSITY >= len(text.split())
