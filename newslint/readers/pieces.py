"""Puts clean text, its blocks and its source map together, piece by piece."""

from __future__ import annotations

from newslint.article import Article, Comment, Metadata
from newslint.block import Block, Role
from newslint.span import Piece, SourceMap, Span

BETWEEN = "\n\n"


class Builder:
    """Collects blocks in the order of the source. White space around a block is left out of it.

    Between two blocks the clean text holds two line feeds that stand for whatever lies between them in the source.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._comments: list[Comment] = []
        self._size = 0
        self._role: tuple[Role, bool] = (Role.BODY, False)
        self._start: int | None = None  # of the open block that holds text already

    def open(self, role: Role, *, marked: bool = False) -> None:
        """End the block that is open and begin another with the next text."""
        self.close()
        self._role = (role, marked)

    def close(self) -> None:
        if self._start is not None:
            self._blocks.append(Block(self._start, self._size, *self._role))
            self._start = None

    def verbatim(self, start: int, end: int) -> None:
        """Add ``source[start:end]`` as it stands."""
        if end > start:
            self._begin(start)
            self._add(self.source[start:end], start, end, True)

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add ``text`` for ``source[start:end]``, which reads differently: an entity, a line break."""
        if text:
            self._begin(start)
            self._add(text, start, end, False)

    def _begin(self, start: int) -> None:
        if self._start is None:
            if self._blocks:
                last = self._pieces[-1]
                self._add(BETWEEN, last.source + last.source_length, start, False)
            self._start = self._size

    def _add(self, text: str, start: int, end: int, verbatim: bool) -> None:
        last = self._pieces[-1] if self._pieces else None
        if verbatim and last and last.verbatim and last.source + last.source_length == start:
            self._pieces[-1] = Piece(last.clean, last.source, last.clean_length + len(text), end - last.source, True)
        else:
            self._pieces.append(Piece(self._size, start, len(text), end - start, verbatim))
        self._texts.append(text)
        self._size += len(text)

    def comment(self, source: Span, text: str) -> None:
        """Keep a comment at the present place of the clean text."""
        self._comments.append(Comment(self._size, source, text))

    def article(self, markup: str, metadata: Metadata | None = None) -> Article:
        self.close()
        return Article(
            "".join(self._texts),
            tuple(self._blocks),
            source_map=SourceMap(self._pieces),
            metadata=metadata,
            comments=tuple(self._comments),
            markup=markup,
        )
