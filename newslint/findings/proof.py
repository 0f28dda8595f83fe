"""An article as plain data, for reporters that show it whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newslint.model.block import Block
from newslint.model.span import HasSpan, Piece, SourceMap, Span

BETWEEN = "\n\n"  # articles of a file

if TYPE_CHECKING:
    from newslint.article import Article


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof: what a reader would see of an article, and who is in it.

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
    return Proof("", "", "", "".join(texts), tuple(blocks), tuple(pieces), cast)


def _proof_of(article: Article) -> Proof:
    from newslint.findings.cast import cast_json

    about = article.metadata
    date = about.date.isoformat() if about.date else ""
    pieces = article.source_map.pieces
    return Proof(about.title, about.byline, date, article.text, article.blocks, pieces, cast_json(article))
