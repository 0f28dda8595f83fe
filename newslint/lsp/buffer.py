"""The text of an open document, kept equal to the editor's."""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

from newslint.findings.report import Lines
from newslint.model.span import Span

Encoding = PositionEncodingKind | str


class NoPositionError(ValueError):
    """A position that no text has."""


class Buffer:
    """A text with positions in the client's units. Lines end with LF, CRLF or CR, as the protocol has it.

    A position past the end of its line means the end of the line, one past the last line the end of the text.
    """

    def __init__(self, text: str, encoding: Encoding = PositionEncodingKind.Utf16) -> None:
        self.encoding = encoding
        self.text = text

    @property
    def text(self) -> str:
        return self._text

    @text.setter
    def text(self, text: str) -> None:
        self._text = text
        self._starts = Lines(text).starts
        self._in_units = len(text) == self._size(text)  # every character is one unit

    def replace(self, where: Range, words: str) -> None:
        """Make one change of the client's."""
        start, end = self.offset(where.start), self.offset(where.end)
        self.text = self._text[:start] + words + self._text[max(start, end) :]

    def offset(self, position: Position) -> int:
        """Code points before a position. Raises NoPositionError for one before the text."""
        if position.line < 0 or position.character < 0:
            raise NoPositionError(f"there is no position {position.line}:{position.character}")
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        end = self._line_end(position.line)
        line = self._text[start:end]
        if self._in_units or line.isascii():
            return start + min(position.character, len(line))
        units = 0
        for index, char in enumerate(line):
            if units >= position.character:
                return start + index
            units += self._units(char)
        return end

    def position(self, offset: int) -> Position:
        """The position of a code point."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset) - 1
        start = self._starts[line]
        return Position(line, offset - start if self._in_units else self._size(self._text[start:offset]))

    def range(self, span: Span) -> Range:
        return Range(self.position(span.start), self.position(span.end))

    def _size(self, text: str) -> int:
        """The length of a text in the client's units."""
        if self.encoding == PositionEncodingKind.Utf32 or text.isascii():
            return len(text)
        if self.encoding == PositionEncodingKind.Utf16:
            return len(text.encode("utf-16-le", "surrogatepass")) // 2
        return len(text.encode("utf-8", "surrogatepass"))

    def _line_end(self, line: int) -> int:
        """Where a line's words end, before its line break."""
        if line + 1 == len(self._starts):
            return len(self._text)
        end = self._starts[line + 1] - 1
        return end - 1 if self._text[end] == "\n" and end and self._text[end - 1] == "\r" else end

    def _units(self, char: str) -> int:
        if self.encoding == PositionEncodingKind.Utf16:
            return 2 if char > "\uffff" else 1
        return len(char.encode("utf-8", "surrogatepass"))
