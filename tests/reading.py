"""What the reader tests share: the promises of a source map, and pictures of an article."""

import html
import re

from newslint.model.document import Document
from newslint.model.span import Span


def assert_exact(article: Document, source: str) -> None:
    """Every span of clean text maps to source that reads the same; blocks are trimmed, ordered and whole."""
    text, source_map = article.text, article.source_map
    if not source_map.pieces:
        assert not text or text == source
    clean = place = 0
    for piece in source_map.pieces:
        words = text[piece.clean : piece.clean + piece.clean_length]
        origin = source[piece.source : piece.source + piece.source_length]
        assert (piece.clean, piece.clean_length > 0) == (clean, True), piece
        assert piece.source >= place, (piece, place)
        if piece.verbatim:
            assert words == origin
        else:
            assert not words.strip() or reads_as(origin, words), (origin, words)
        clean, place = piece.clean + piece.clean_length, piece.source + piece.source_length
    assert not source_map.pieces or clean == len(text)
    assert place <= len(source)
    end = 0
    for block in article.blocks:
        words = text[block.start : block.end]
        assert block.start >= end, block
        assert words.strip() == words != "", block
        assert not any(c.isalpha() for c in text[end : block.start])  # bullets and list numbers may stand there
        end = block.end
        span = source_map.to_source(block)
        assert 0 <= span.start < span.end <= len(source)
    assert not any(c.isalpha() for c in text[end:])
    for comment in article.comments:
        assert 0 <= comment.position <= len(text)
        assert source[comment.source.start : comment.source.end]


def reads_as(origin: str, words: str) -> bool:
    """Whether ``origin`` is an entity or escaped character for ``words``, or markup that reads so.

    Code and a template's value read as one object, <q> as quotation marks.
    """
    if words == "\ufffc":
        return origin[0] in "`<{"
    if words in "“”‘’" and origin[0] == "<":
        return origin[1:].lstrip("/")[0] in "qQ"
    # Python drops references to control characters; browsers, and so the reader, keep them.
    number = re.fullmatch(r"&#(?:(\d+)|[xX]([0-9a-fA-F]+));?", origin)
    if number and words == chr(int(number[1]) if number[1] else int(number[2], 16)):
        return True
    if re.fullmatch(r"\\u[\da-fA-F]{4}", origin):  # front matter
        return chr(int(origin[2:], 16)) == words
    return html.unescape(origin) == words or origin in ("\\" + words, words * 2)


def blocks(article: Document) -> list[tuple[str, str]]:
    """(role, words) of every block, as the reader gave it."""
    return [(block.role.value, article.text[block.start : block.end]) for block in article.blocks]


def source_of(article: Document, source: str, words: str) -> str:
    """What stands in the source where ``words`` stand in the clean text."""
    start = article.text.index(words)
    span = article.source_map.to_source(Span(start, start + len(words)))
    return source[span.start : span.end]
