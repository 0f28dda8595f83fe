"""Sentences with what the next sentence adds to them."""

from collections.abc import Iterator

from newslint import Article, Reading, readings


def with_following(article: Article) -> tuple[tuple[Reading, Reading], ...]:
    """Every sentence with figures, alone and joined with the one after it where that has figures too."""
    return article.view(_joined)


def _joined(article: Article) -> tuple[tuple[Reading, Reading], ...]:
    return tuple(_pairs(article))


def _pairs(article: Article) -> Iterator[tuple[Reading, Reading]]:
    found = article.view(readings)
    for index, reading in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        if after is not None and after.sentence == reading.sentence + 1 and after.block == reading.block:
            yield reading, reading.with_(after)
        else:
            yield reading, reading
