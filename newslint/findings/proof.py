"""An article as plain data, for reporters that show it whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newslint.model.block import Block
from newslint.model.expressions import expression
from newslint.model.span import HasSpan, Piece, SourceMap, Span

BETWEEN = "\n\n"  # articles of a file

if TYPE_CHECKING:
    from newslint.article import Article


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof: what a reader would see of an article, and who is in it.

    ``text`` is the clean text, and ``blocks`` are in its offsets; ``pieces`` are those of its source map. ``cast`` is
    what ``newslint cast --format json`` prints, in offsets of the source file. ``fields``: for each block the field of
    the file that it is a part of, none for formats without such.
    """

    title: str
    byline: str
    date: str
    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...]
    cast: Mapping[str, Any]
    fields: tuple[str, ...] = ()

    def to_clean(self, spans: list[HasSpan]) -> list[Span]:
        """Spans of the source file as spans of ``text``."""
        source_map = SourceMap(self.pieces)
        return [source_map.to_clean(span) for span in spans]

    def to_source(self, spans: list[HasSpan]) -> list[Span]:
        """Spans of ``text`` as spans of the source file."""
        source_map = SourceMap(self.pieces)
        return [source_map.to_source(span) for span in spans]


def proof_of(articles: Sequence[Article]) -> Proof:
    """The proof of a file: its article, or all of them one after another."""
    proofs = [_proof_of(article) for article in articles]
    if len(proofs) == 1:
        return proofs[0]
    texts, blocks, pieces, size = [], [], [], 0
    for proof in proofs:
        texts.append(proof.text + BETWEEN)
        blocks += [block._replace(start=block.start + size, end=block.end + size) for block in proof.blocks]
        pieces += [piece._replace(clean=piece.clean + size) for piece in proof.pieces]
        size += len(proof.text)
        at = pieces[-1].source + pieces[-1].source_length if pieces else 0
        pieces.append(Piece(size, at, len(BETWEEN), 0, False))
        size += len(BETWEEN)
    cast = {key: [row for proof in proofs for row in proof.cast[key]] for key in ("people", "quotes")}
    fields = tuple(
        " ".join(filter(None, (article.document.name, field)))
        for article, proof in zip(articles, proofs, strict=True)
        for field in proof.fields
    )
    return Proof("", "", "", "".join(texts), tuple(blocks), tuple(pieces), cast, fields)


def _proof_of(article: Article) -> Proof:
    from newslint.findings.cast import cast_json

    about = article.metadata
    date = about.date.isoformat() if about.date else ""
    pieces = article.source_map.pieces
    fields = tuple(_field(article, block.start) for block in article.blocks) if article.document.fields else ()
    return Proof(about.title, about.byline, date, article.text, article.blocks, pieces, cast_json(article), fields)


# A place in a list, and what its items keep their words under.
_ITEM = expression(r"(?:#\d+|\[\d+\])$|(?:/\d+)+(?:/(?:content|text|value|data/\w+))?$")


def _field(article: Article, position: int) -> str:
    """The field of a block, without its number in a list; "" for a mere number such as ``paragraph 3``."""
    field = article.document.field_at(position)
    name = _ITEM.sub("", field.name.partition("#")[0]) if field else ""
    return "" if name.rpartition(" ")[2].isdecimal() else name
