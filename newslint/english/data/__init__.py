"""The bulk lists of the dictionary, words parted by white space; README.md says where each is from."""

from bisect import bisect_right
from collections.abc import Callable
from mmap import mmap
from pathlib import Path

from newslint.disk.reading import mapped

# Words of a list that are sought in its lines; for more of them it pays to have all at hand.
_FEW = 1000
_AFTER_WORD = b"!"  # comes after the white space behind a word, and before what a longer one goes on with


def read(name: str) -> bytes:
    """The bytes of a list."""
    return Path(__file__).with_name(name).read_bytes()


def look_into(name: str) -> mmap:
    """The bytes of a list of which only some are wanted."""
    return mapped(Path(__file__).with_name(name))


class WordList:
    """A list whose words are in order. ``has`` tells whether a word is one of them; a first article asks for few."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._lines: list[bytes] = []
        self._asked = 0
        self.has: Callable[[str], bool] = self._sought

    def all(self) -> frozenset[str]:
        """All its words."""
        return frozenset(read(self._name).decode().split())

    def unpack(self) -> None:
        """Have all words at hand, for many articles to come."""
        if self.has == self._sought:
            self.has = self.all().__contains__

    def _sought(self, word: str) -> bool:
        self._asked += 1
        if self._asked > _FEW:
            self.unpack()
            return self.has(word)
        self._lines = self._lines or read(self._name).splitlines()
        wanted = word.encode("utf-8", "surrogatepass")
        at = bisect_right(self._lines, wanted + _AFTER_WORD) - 1
        return at >= 0 and wanted in self._lines[at].split()
