"""Puts clean text, its blocks and its source map together, piece by piece."""

from __future__ import annotations

from newslint.model.block import Block, Role
from newslint.model.document import Comment, Document, Metadata
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Piece, SourceMap, Span

BETWEEN = "\n\n"
OBJECT = "\ufffc"  # stands in the clean text for inline code, of which nothing is read


class Mark(NamedTuple):
    """A place in the open block, to which its words can be cut back."""

    block: int
    words: int
    length: int
    pending: tuple[str, int, int] | None


class Builder:
    """Collects blocks in the order of the source. White space around a block is left out of it.

    Between two blocks the clean text holds two line feeds that stand for whatever lies between them in the source.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._comments: list[tuple[int, Span, str]] = []
        self._size = 0
        # The open block: its role, its words as (text, source start, source end, verbatim), and white space that
        # counts only if more words follow.
        self._role: tuple[Role, bool] = (Role.BODY, False)
        self._words: list[tuple[str, int, int, bool]] = []
        self._length = 0
        self._pending: tuple[str, int, int] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the open block holds no words yet."""
        return not self._words

    @property
    def reached(self) -> int:
        """Source offset just after the last words."""
        if self._words:
            return self._words[-1][2]
        last = self._pieces[-1] if self._pieces else None
        return last.source + last.source_length if last else 0

    @property
    def last(self) -> str:
        """The last character of the open block, if white space does not follow it."""
        return self._words[-1][0][-1] if self._words and not self._pending else ""

    def mark(self) -> Mark:
        return Mark(len(self._blocks), len(self._words), self._length, self._pending)

    def around(self, mark: Mark) -> tuple[str, str]:
        """The last characters of the open block before ``mark``, and its words after it; "" for a block that ended."""
        if mark.block != len(self._blocks) or mark.words > len(self._words):
            return "", ""
        texts = [text for text, *_ in self._words]
        return "".join(texts[max(mark.words - 3, 0) : mark.words])[-5:], "".join(texts[mark.words :])

    def cut(self, mark: Mark) -> None:
        """Take back what was added to the open block since ``mark``."""
        del self._words[mark.words :]
        self._length, self._pending = mark.length, mark.pending

    @property
    def ends_in_space(self) -> bool:
        return bool(self._words) and self._words[-1][0][-1] == " "

    def open(self, role: Role, marked: bool = False) -> None:
        """End the block that is open and begin another with the next words."""
        self.close()
        self._role = (role, marked)

    def verbatim(self, start: int, end: int) -> None:
        """Add ``source[start:end]`` as it stands."""
        text = self.source[start:end]
        if not self._words:
            text = text.lstrip()
            start = end - len(text)
        if text:
            self._flush()
            self._add(text, start, end, True)

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add ``text`` for ``source[start:end]``, which reads differently: an entity, a line break."""
        if self._words or not text.isspace():
            self._flush()
            self._add(text, start, end, False)

    def space(self, start: int, end: int) -> None:
        """White space within a block: one space, unless it turns out to stand at the block's end."""
        if self._words and self._pending is None:
            self._pending = (" ", start, end)

    def line_break(self, start: int, end: int) -> None:
        """A forced line break: a line feed in the block. A second one begins another block of the same role."""
        if self._pending and self._pending[0] == "\n":
            self.close()
        elif self._words:
            self._pending = ("\n", start, end)

    def comment(self, source: Span, text: str) -> None:
        """Keep a comment at the present place of the clean text."""
        inside = self._length + (len(BETWEEN) if self._blocks else 0) if self._words else 0
        self._comments.append((self._size + inside, source, text))

    def close(self) -> None:
        """End the block that is open; the next words begin another of the same role."""
        words = self._words
        self._pending = None
        while words:
            text, start, end, verbatim = words[-1]
            kept = text.rstrip()
            if kept == text:
                break
            words.pop()
            if kept:
                words.append((kept, start, start + len(kept) if verbatim else end, verbatim))
        if not all(text == OBJECT for text, *_ in words):
            self._commit(words)
        self._words, self._length = [], 0

    def _commit(self, words: list[tuple[str, int, int, bool]]) -> None:
        if self._blocks:
            last = self._pieces[-1]
            end = last.source + last.source_length
            self._put(BETWEEN, end, words[0][1], False)
        start = self._size
        for word in words:
            self._put(*word)
        self._blocks.append(Block(start, self._size, *self._role))

    def _flush(self) -> None:
        if self._pending:
            text, start, end = self._pending
            self._pending = None
            self._add(text, start, end, self.source[start:end] == text)

    def _add(self, text: str, start: int, end: int, verbatim: bool) -> None:
        self._words.append((text, start, end, verbatim))
        self._length += len(text)

    def _put(self, text: str, start: int, end: int, verbatim: bool) -> None:
        last = self._pieces[-1] if self._pieces else None
        if verbatim and last and last.verbatim and last.source + last.source_length == start:
            self._pieces[-1] = Piece(last.clean, last.source, last.clean_length + len(text), end - last.source, True)
        else:
            self._pieces.append(Piece(self._size, start, len(text), end - start, verbatim))
        self._texts.append(text)
        self._size += len(text)

    def document(self, markup: str, metadata: Metadata | None = None) -> Document:
        self.close()
        return Document(
            "".join(self._texts),
            tuple(self._blocks),
            source_map=SourceMap(self._pieces),
            metadata=metadata or Metadata(),
            comments=tuple(Comment(min(place, self._size), source, text) for place, source, text in self._comments),
            markup=markup,
        )
