"""The tagger's two data files: how they are laid out, looked into and written. Nothing in them is unpacked beforehand.

``tagger.bin`` is a line with the tags and the words that have but one, then a table of hashed features. Its index holds
four bytes a row: where the row's cells start, and a check byte on top. A cell is two bytes: a tag and its weight, 128
too high; tags without a cell weigh nothing.

``contexts.bin`` is a line with the kinds of contexts, then a table of hashed words, four bytes each: twenty bits of the
word's hash, and twelve that number the kind from one.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from zlib import crc32

from newslint.disk.reading import mapped

_KIND = 0xFFF
_START = 0xFFFFFF
_HIGH = 0xFF  # stands for the higher byte of a lane, which is 0


class Table:
    """The weights of features. ``data`` holds the index of ``rows`` rows and the cells, ``lanes`` is how many tags."""

    def __init__(self, data: bytes | memoryview, rows: int, lanes: int) -> None:
        self.data = data
        self.rows = rows
        view = memoryview(data)
        self._index = array("I")  # looked into faster than a view
        self._index.frombytes(view[: 4 * (rows + 1)])
        self._cells = view[4 * (rows + 1) :]
        self._known: dict[int, int] = {}
        self._tags = bytes([*range(lanes), _HIGH])
        self._nothing = b"\x80" * lanes + b"\0"
        self._lanes = bytes([byte for lane in range(lanes) for byte in (lane, _HIGH)])

    def total(self, features: Iterable[str]) -> int:
        """The weights of features, added up: a lane of two bytes a tag; those that were not learned weigh nothing."""
        total, index, count, known = 0, self._index, self.rows, self._known
        for feature in features:
            code = crc32(feature.encode())  # as in ``slots_of``
            at, check = code % count, (code >> 24) or 1
            if index[at] >> 24 != check:
                at ^= 1
                if index[at] >> 24 != check:
                    continue
            row = known.get(at)
            if row is None:
                row = known[at] = self._row(at)
            total += row
        return total

    def _row(self, at: int) -> int:
        cells = bytes(self._cells[self._index[at] & _START : self._index[at + 1] & _START])
        # Each tag is translated into its weight: of two for one tag the later holds, and the first are nothing.
        weights = bytes.maketrans(self._tags + cells[::2], self._nothing + cells[1::2])
        return int.from_bytes(self._lanes.translate(weights), "little")

    def __len__(self) -> int:
        """The rows that are at hand as integers."""
        return len(self._known)

    def clear(self) -> None:
        """Have no rows at hand any more."""
        self._known.clear()


def slots_of(feature: str, rows: int) -> tuple[int, int, int]:
    """The two rows that a feature may have in a table of ``rows`` (an even number), and its check byte."""
    code = crc32(feature.encode())
    row = code % rows
    return row, row ^ 1, (code >> 24) or 1


def pack_table(weights: Mapping[str, Sequence[float]], rows: int) -> bytes:
    """The data of a Table; where there is no room for all features, those with larger weights stay."""
    heaviest = {feature: max(map(abs, row)) for feature, row in weights.items()}
    order = sorted(weights, key=lambda feature: (-heaviest[feature], feature))
    scale = 127 / heaviest[order[len(order) // 5000]]
    taken: dict[int, tuple[int, bytes]] = {}
    for feature in order:
        *slots, check = slots_of(feature, rows)
        rounded = [max(-127, min(127, round(weight * scale))) for weight in weights[feature]]
        cells = b"".join(bytes([lane, 128 + weight]) for lane, weight in enumerate(rounded) if weight)
        for row in slots:
            if cells and taken.get(row, (check,))[0] == check:
                # Free, or taken by a feature that cannot be told from this one.
                taken.setdefault(row, (check, cells))
                break
    return lay_out(taken, rows)


def lay_out(taken: Mapping[int, tuple[int, bytes]], rows: int) -> bytes:
    """Index and cells of the (check byte, cells) of the rows that are taken."""
    index, cells, start = bytearray(), [], 0
    for row in range(rows + 1):
        check, own = taken.get(row, (0, b""))
        index += (check << 24 | start).to_bytes(4, "little")
        cells.append(own)
        start += len(own)
    return bytes(index) + b"".join(cells)


class Contexts:
    """The contexts of the commoner words: one letter a kind, as ``train`` counts them."""

    def __init__(self, kinds: Sequence[str], slots: bytes | memoryview) -> None:
        self._kinds = kinds
        self._slots = slots

    def get(self, word: str, default: str) -> str:
        """The letters of a word in lower case."""
        slots = self._slots
        code = crc32(word.encode())
        size = len(slots) // 4
        at = code % size
        while entry := int.from_bytes(slots[4 * at : 4 * at + 4], "little"):
            if entry ^ code <= _KIND:
                return self._kinds[(entry & _KIND) - 1]
            at = (at + 1) % size
        return default


def pack_contexts(contexts: Mapping[str, str], size: int = 1 << 15) -> tuple[list[str], bytes]:
    """(kinds, slots) of a Contexts; there are more slots than words."""
    kinds = sorted(set(contexts.values()))
    if not (len(kinds) < _KIND and len(contexts) < 0.9 * size):
        raise ValueError(f"{len(contexts)} words of {len(kinds)} kinds are too many for a table of {size}")
    number = {letters: index for index, letters in enumerate(kinds, 1)}
    slots = [0] * size
    for word in sorted(contexts):
        code = crc32(word.encode())
        at = code % size
        while slots[at]:
            at = (at + 1) % size
        slots[at] = code & ~_KIND | number[contexts[word]]
    return kinds, b"".join(slot.to_bytes(4, "little") for slot in slots)


def parts_of(path: Path) -> tuple[list[str], memoryview]:
    """The words of a file's first line, and the data after it."""
    data = mapped(path)
    end = data.find(b"\n")
    return data[:end].decode("utf-8").split(" "), memoryview(data)[end + 1 :]


def line_of(words: Iterable[str]) -> bytes:
    """A file's first line."""
    return " ".join(words).encode() + b"\n"
