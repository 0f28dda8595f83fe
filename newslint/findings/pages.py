"""An article as plain data, for reporters that show it whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newslint.model.block import Block
from newslint.model.span import HasSpan, Piece, SourceMap, Span

if TYPE_CHECKING:
    from newslint.article import Article


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader would see of an article, and who is in it.

    ``text`` is the clean text, and ``blocks`` are in its offsets; ``pieces`` are those of its source map. ``cast`` is
    what ``newslint cast --format json`` prints, in offsets of the source file.
    """

    title: str
    byline: str
    date: str
    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    cast: Mapping[str, Any]

    def to_clean(self, spans: list[HasSpan]) -> list[Span]:
        """Spans of the source file as spans of ``text``."""
        source_map = SourceMap(self.pieces)
        return [source_map.to_clean(span) for span in spans]


def page_of(article: Article) -> Page:
    from newslint.findings.cast import cast_json

    about = article.metadata
    date = about.date.isoformat() if about.date else ""
    pieces = article.source_map.pieces
    return Page(about.title, about.byline, date, article.text, article.blocks, pieces, cast_json(article))
