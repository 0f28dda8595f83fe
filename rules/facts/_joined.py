"""Sentences with what the next sentence adds to them."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TypeVar

from newslint import Article, Reading, readings

_Found = TypeVar("_Found")


def with_following(article: Article) -> tuple[tuple[Reading, Reading], ...]:
    """Every sentence with figures, alone and joined with the one after it where that has figures too."""
    return article.view(_joined)


def neighbours(article: Article) -> Iterator[tuple[Reading, Reading]]:
    """Every two sentences with figures of which one follows the other in its paragraph."""
    for before, after in pairwise(article.view(readings)):
        if after.sentence == before.sentence + 1 and after.block == before.block:
            yield before, after


def in_passages(article: Article, judge: Callable[[Reading], _Found | None]) -> Iterator[_Found]:
    """What is found in each sentence with figures, else in it and the next; what a pair has said ends there."""
    last = -1
    for reading, both in with_following(article):
        if reading.sentence <= last:
            continue
        for passage in (reading, both) if both is not reading else (reading,):
            found = judge(passage)
            if found is not None:
                last = reading.sentence + (passage is both)
                yield found
                break


def _joined(article: Article) -> tuple[tuple[Reading, Reading], ...]:
    joined = {before.sentence: before.with_(after) for before, after in neighbours(article)}
    return tuple([(reading, joined.get(reading.sentence, reading)) for reading in article.view(readings)])
