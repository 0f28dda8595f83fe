"""Very many names as one block of bytes that can be mapped into memory: asked without being read.

Sorted arrays of 32-bit numbers, and the names behind them. What is asked for is hashed and sought by halving; an
answer that names something is checked against the name itself.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from zlib import crc32

from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MAGIC = int.from_bytes(b"NLN1", "little")
_HEAD = 8  # numbers: the magic, the bytes of all, then how many there are of each array
_ARRAYS = ("starts", "counts", "full", "full_of", "words", "near", "near_of")
_SHORTEST = 5  # letters; shorter words have too many neighbours


class Listed(NamedTuple):
    """A name of a list, and in how many articles it was seen."""

    name: str
    articles: int


class NameTable:
    """Names in bytes that ``built`` has made. Raises ValueError for others."""

    def __init__(self, data: bytes | memoryview) -> None:
        view = memoryview(data)
        numbers = view[: len(view) // 4 * 4].cast("I")
        if len(numbers) < _HEAD + len(_ARRAYS) or numbers[0] != _MAGIC or numbers[1] != len(view):
            raise ValueError("no table of names, or not a whole one")
        at = _HEAD + len(_ARRAYS)
        self._arrays: dict[str, memoryview] = {}
        for name, size in zip(_ARRAYS, numbers[_HEAD:at], strict=True):
            self._arrays[name] = numbers[at : at + size]
            at += size
        self._names = view[at * 4 :]

    def __len__(self) -> int:
        return len(self._arrays["counts"])

    def __contains__(self, name: str) -> bool:
        return any(self[index].name == name for index in self._found("full", crc32(name.encode())))

    def __getitem__(self, index: int) -> Listed:
        starts = self._arrays["starts"]
        return Listed(str(self._names[starts[index] : starts[index + 1]], "utf-8"), self._arrays["counts"][index])

    def has_word(self, word: str) -> bool:
        """Whether a name has this word, as it stands; one word in many millions is taken for another."""
        words, key = self._arrays["words"], crc32(word.encode())
        at = bisect_left(words, key)
        return at < len(words) and words[at] == key

    def opens(self, word: str) -> bool:
        """Whether a name that is written small begins with this word."""
        return self.has_word(f"^{word}")

    def near(self, name: str) -> Iterator[Listed]:
        """The names, but this one, that share all words but one with it, and that word but for a letter in each."""
        seen = set()
        for key in _near_keys(name):
            for index in self._found("near", key):
                if index not in seen:
                    seen.add(index)
                    found = self[index]
                    if found.name != name and _differ_in_one(found.name, name):
                        yield found

    def _found(self, table: str, key: int) -> Iterator[int]:
        keys, of = self._arrays[table], self._arrays[f"{table}_of"]
        at = bisect_left(keys, key)
        while at < len(keys) and keys[at] == key:
            yield of[at]
            at += 1


class HouseNames:
    """How a house spells names: those of its config, and lists that were learned."""

    def __init__(self, names: tuple[str, ...] = (), tables: tuple[NameTable, ...] = ()) -> None:
        self.names = names
        self.tables = tables

    def __contains__(self, name: object) -> bool:
        if not isinstance(name, str):
            return False
        return plain(name) in map(plain, self.names) or any(plain(name) in table for table in self.tables)

    def has_word(self, word: str) -> bool:
        """Whether it is a word of a name: in any case of one that the config has, as it stands of others."""
        lower = word.lower()
        return any(lower in name.lower().split() for name in self.names) or any(
            table.has_word(word) for table in self.tables
        )

    def opens(self, word: str) -> bool:
        """Whether a name that is written small, such as bell hooks, begins with this word."""
        return any(name.split()[0] == word for name in self.names if name[:1].islower()) or any(
            table.opens(word) for table in self.tables
        )

    def near(self, name: str) -> list[Listed]:
        """Names of the lists that differ from one in a letter or two of one word; none if the house has it itself."""
        if not self.tables or name in self:
            return []
        return [found for table in self.tables for found in table.near(plain(name))]


def plain(name: str) -> str:
    """A name as lists have it: straight apostrophes, single spaces."""
    return " ".join(name.replace("’", "'").split())


def built(names: Iterable[tuple[str, int]]) -> bytes:
    """The bytes of a table of (name, articles) pairs. 200,000 names: some seconds, once."""
    import numpy as np

    listed = dict(sorted((plain(name), count) for name, count in names if name.strip()))
    encoded = [name.encode() for name in listed]
    starts = np.cumsum([0, *map(len, encoded)]).astype(np.uint32)
    counts = np.array([min(count, 2**32 - 1) for count in listed.values()], np.uint32)
    words = {crc32(word.encode()) for name in listed for word in _words(name)}
    full = _sorted((crc32(name), index) for index, name in enumerate(encoded))
    near = _sorted((key, index) for index, name in enumerate(listed) for key in _near_keys(name))
    arrays = [starts, counts, *full, np.array(sorted(words), np.uint32), *near]
    size = 4 * (_HEAD + len(arrays) + sum(map(len, arrays))) + sum(map(len, encoded))
    head = np.array([_MAGIC, size, *[0] * (_HEAD - 2), *map(len, arrays)], np.uint32)
    return b"".join([head.tobytes(), *(array.tobytes() for array in arrays), *encoded])


def _sorted(pairs: Iterable[tuple[int, int]]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """(keys in order, what each stands for)."""
    import numpy as np

    flat = array("I")
    for pair in pairs:
        flat.extend(pair)
    rows = np.frombuffer(flat, np.uint32).reshape(-1, 2) if flat else np.empty((0, 2), np.uint32)
    rows = rows[np.argsort(rows[:, 0], kind="stable")]
    return rows[:, 0], rows[:, 1]


def _words(name: str) -> Iterator[str]:
    words = name.split()
    yield from words
    if name[0].islower():
        yield f"^{words[0]}"


def _near_keys(name: str) -> Iterator[int]:
    """A key for each word and each letter that may be taken from it, with the other words."""
    words = name.split()
    if not 1 < len(words) < 6 or len(name) > 80:
        return
    for index, word in enumerate(words):
        if len(word) >= _SHORTEST:
            rest = f"{index} {' '.join(words[:index] + words[index + 1 :])} "
            for short in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
                yield crc32((rest + short).encode())


def _differ_in_one(one: str, two: str) -> bool:
    """Whether two names differ in one word: their keys may be alike by chance."""
    first, second = one.split(), two.split()
    return len(first) == len(second) and sum(a != b for a, b in zip(first, second, strict=True)) == 1
