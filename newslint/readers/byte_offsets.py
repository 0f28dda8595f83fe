"""Offsets of a parser that counts bytes of UTF-8, as the code points that everything here counts."""

from newslint.model.span import Span


class ByteOffsets:
    """Turns the parser's offsets, which count bytes of UTF-8, into code points. They come in order."""

    def __init__(self, text: str) -> None:
        self._data = None if text.isascii() else text.encode("utf-8")
        self._byte, self._point = 0, 0

    def span(self, start: int, end: int) -> Span:
        return Span(self.at(start), self.at(end))

    def at(self, byte: int) -> int:
        if self._data is None:
            return byte
        if byte < self._byte:
            self._byte, self._point = 0, 0
        self._point += len(self._data[self._byte : byte].decode("utf-8"))
        self._byte = byte
        return self._point
