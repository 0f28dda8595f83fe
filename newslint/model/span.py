"""Places in text, and the map from clean text back to the source file.

All offsets are code points (Python string indices), half-open: ``text[start:end]``.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Protocol

from newslint.model.named_tuple import NamedTuple


class HasSpan(Protocol):
    """Anything with a start and an end: a Span, a Passage, a Sentence, a Quote, a Mention."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Span(NamedTuple):
    """A half-open stretch of code points."""

    start: int
    end: int

    def contains(self, other: HasSpan) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: HasSpan) -> bool:
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> "Span":
        """The same stretch so many characters later."""
        return Span(self.start + by, self.end + by)


class Passage(NamedTuple):
    """A stretch of the clean text together with its words."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Passage":
        return cls(start, end, text[start:end])


class Piece(NamedTuple):
    """``clean_length`` characters of clean text that stand for ``source_length`` characters of source.

    Equal lengths with ``verbatim`` map character by character. Otherwise the piece maps as a whole: an entity
    ("&amp;" for "&"), a line break written in two characters, or text that the source does not hold (source_length 0).
    ``escape``: such a piece is the format's way to write just these characters, and may be replaced as a whole.
    """

    clean: int
    source: int
    clean_length: int
    source_length: int
    verbatim: bool
    escape: bool = False


class SourceMap:
    """Maps spans of clean text to spans of the source file.

    ``pieces`` cover the clean text without gaps, in order. No pieces at all means that clean and source are the same.
    The fields of a file may stand in another order than they are read in.
    """

    __slots__ = ("_by_source", "_pieces", "_source_starts", "_starts")

    def __init__(self, pieces: Iterable[Piece] = ()) -> None:
        self._pieces = tuple(pieces)
        self._starts = [piece.clean for piece in self._pieces]
        self._by_source: list[Piece] = []  # both filled by the first question that needs them
        self._source_starts: list[int] | None = None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        return self._pieces

    def start_of(self, clean: int) -> int:
        """Source offset of the clean character at ``clean``."""
        if not self._pieces:
            return clean
        piece = self._pieces[max(bisect_right(self._starts, clean) - 1, 0)]
        inside = clean - piece.clean
        if piece.verbatim:
            return piece.source + min(inside, piece.source_length)
        return piece.source if inside < piece.clean_length else piece.source + piece.source_length

    def end_of(self, clean: int) -> int:
        """Source offset just after the clean character before ``clean``."""
        if not self._pieces or clean == 0:
            return self.start_of(clean)
        piece = self._pieces[bisect_right(self._starts, clean - 1) - 1]
        if piece.verbatim:
            return piece.source + min(clean - piece.clean, piece.source_length)
        return piece.source + piece.source_length

    def to_source(self, span: HasSpan) -> Span:
        """The source span that reads as the clean ``span``; an empty span maps to one place."""
        start = self.start_of(span.start)
        return Span(start, start) if span.end <= span.start else Span(start, max(start, self.end_of(span.end)))

    def to_clean(self, span: HasSpan) -> Span:
        """The clean span of a source ``span``; markup at its ends is left out, so it may be empty."""
        if not self._pieces:
            return Span(span.start, span.end)
        sources = self._sources()
        piece = self._by_source[max(bisect_right(sources, span.start) - 1, 0)]
        inside = max(span.start - piece.source, 0)
        if inside >= piece.source_length:
            start = piece.clean + piece.clean_length
        else:
            start = piece.clean + (inside if piece.verbatim else 0)
        if span.end <= span.start:
            return Span(start, start)
        piece = self._by_source[max(bisect_right(sources, span.end - 1) - 1, 0)]
        inside = max(span.end - piece.source, 0)
        end = piece.clean + (min(inside, piece.clean_length) if piece.verbatim else piece.clean_length if inside else 0)
        return Span(start, max(start, end))

    def _sources(self) -> list[int]:
        if self._source_starts is None:
            # Sorted by source only: of pieces that share a place the last one counts, as it stands in the text.
            self._by_source = sorted(self._pieces, key=lambda piece: piece.source)
            self._source_starts = [piece.source for piece in self._by_source]
        return self._source_starts

    def is_verbatim(self, span: HasSpan) -> bool:
        """Whether the source reads letter for letter as the clean text does in ``span``, so it can be edited there.

        A character that the format had to escape counts as a letter.
        """
        if not self._pieces:
            return True
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        last = max(bisect_right(self._starts, max(span.end - 1, span.start)) - 1, first)
        source = None
        for piece in self._pieces[first : last + 1]:
            if not (piece.verbatim or piece.escape) or (source is not None and piece.source != source):
                return False
            source = piece.source + piece.source_length
        return True
