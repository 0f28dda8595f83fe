"""UTF-16, in which browsers and Java count characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Utf16:
    """The offsets of a text in UTF-16 units, and back."""

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() else [at for at, char in enumerate(text) if char > "\uffff"]
        self._wide = wide
        self._units = [at + number for number, at in enumerate(wide)]

    def of(self, offset: int) -> int:
        """Units before a code point."""
        return offset + bisect_left(self._wide, offset)

    def back(self, units: int) -> int:
        """Code points before so many units; within a pair, those before the pair."""
        whole = bisect_right(self._units, units - 2)
        inside = whole < len(self._units) and self._units[whole] == units - 1
        return units - whole - inside


def length(text: str) -> int:
    """A text's length in units."""
    return Utf16(text).of(len(text))
