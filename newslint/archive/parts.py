"""Large files in parts of so many articles: JSON lines, CSV, WordPress exports. Only their records' ends are sought."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.parsers import expat

from newslint.archive.item import Item
from newslint.model.errors import NewslintError
from newslint.readers.rows import separator_of

RECORDS = 50  # of one part: a bad one costs little, and the opening is worth it
SPLIT = 1_000_000  # bytes; smaller tables and exports are read as they are
_CUT = 64 * 2**20  # bytes of the longest record
_BLOCK = 1 << 16


def line_parts(name: str, path: Path) -> Iterator[Item]:
    """The parts of a file of JSON lines."""
    with path.open("rb") as file:
        yield from _parts(name, path, ".jsonl", 0, ((line, True) for line in _lines(name, file)))


def csv_parts(name: str, path: Path) -> Iterator[Item]:
    """The parts of a CSV file; each begins with the line of column names. A quoted cell may hold line ends."""
    with path.open("rb") as file:
        head = file.readline(_CUT)
        if b"\0" in head:  # UTF-16: line ends are no bytes
            yield Item(name, "file", str(path), weight=path.stat().st_size)
            return
        comma = separator_of(head.decode("latin-1")).encode()
        yield from _parts(name, path, path.suffix, len(head), _rows(_lines(name, file), comma))


def _lines(name: str, file: IO[bytes]) -> Iterator[bytes]:
    number = 0
    while line := file.readline(_CUT + 1):
        number += 1
        if len(line) > _CUT:
            raise NewslintError(name, f"line {number} is longer than {_CUT:,} bytes")
        yield line


def _rows(lines: Iterator[bytes], comma: bytes) -> Iterator[tuple[bytes, bool]]:
    """(line, whether a row ends with it)."""
    within = False
    for line in lines:
        within = _ends_in_quotes(line, within, comma)
        yield line, not within


def _ends_in_quotes(line: bytes, within: bool, comma: bytes) -> bool:
    """Whether a quoted cell is open at the end of a line; ``within``: at its beginning. As ``rows.read_csv`` has it."""
    at = 0
    while True:
        if not within:
            if not line.startswith(b'"', at):
                at = line.find(comma, at) + 1
                if not at:
                    return False
                continue
            at += 1
        end = line.find(b'"', at)
        while end >= 0 and line.startswith(b'""', end):
            end = line.find(b'"', end + 2)
        if end < 0:
            return True
        within = False
        at = line.find(comma, end) + 1
        if not at:
            return False


def _parts(name: str, path: Path, suffix: str, head: int, lines: Iterator[tuple[bytes, bool]]) -> Iterator[Item]:
    """Parts of so many records, from lines and whether a record ends with each; named by their first line."""
    start = at = head
    first = number = 1 if head else 0
    records = 0
    for line, ends in lines:
        at += len(line)
        number += 1
        records += ends
        if records == RECORDS or at - start > _CUT:
            yield Item(f"{name}:{first + 1}{suffix}", "part", str(path), "", start, at - start, head, at - start)
            start, first, records = at, number, 0
    if at > start:
        yield Item(f"{name}:{first + 1}{suffix}", "part", str(path), "", start, at - start, head, at - start)


def export_parts(name: str, path: Path) -> Iterator[Item]:
    """The parts of a WordPress export; any other XML is one item."""
    ends = _Ends()
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, _: ends.begins(tag, parser.CurrentByteIndex)
    parser.EndElementHandler = lambda tag: ends.ends(parser.CurrentByteIndex)
    first = 1
    try:
        with path.open("rb") as file:
            while not ends.other:
                block = file.read(_BLOCK)
                parser.Parse(block, not block)
                while len(ends.found) > RECORDS or (not block and ends.found):
                    some, ends.found = ends.found[:RECORDS], ends.found[RECORDS:]
                    start, size = some[0][0], some[-1][1] - some[0][0]
                    yield Item(f"{name}:{first}.xml", "export", str(path), "", start, size, ends.head, size)
                    first += len(some)
                if not block:
                    break
    except expat.ExpatError:
        if first == 1:
            ends.other = True  # its reader will say what is wrong with it
        else:
            raise NewslintError(name, f"is no whole XML: it breaks off after {first - 1} items") from None
    if ends.other or not ends.head:
        yield Item(name, "file", str(path), weight=path.stat().st_size)


class _Ends:
    """Where the items of an export begin and end, in bytes."""

    def __init__(self) -> None:
        self.head = 0
        self.found: list[tuple[int, int]] = []
        self.other = False
        self._is_export = False
        self._open: list[str] = []
        self._start = -1

    def begins(self, tag: str, at: int) -> None:
        if self._start >= 0 and len(self._open) == 2:
            self._item(at)
        self._open.append(tag)
        self._is_export = self._is_export or tag == "wp:wxr_version"
        if self._open == ["rss", "channel", "item"]:
            self.other = self.other or not self._is_export
            self.head = self.head or at
            self._start = at

    def ends(self, at: int) -> None:
        self._open.pop()
        if self._start >= 0 and len(self._open) == 1:
            self._item(at)

    def _item(self, at: int) -> None:
        """An item ends where the next element begins, or the channel ends."""
        self.found.append((self._start, at))
        self._start = -1


def bytes_of_part(item: Item) -> bytes:
    """A part with what belongs to every part before it, as a file of its own."""
    with open(item.path, "rb") as file:
        head = file.read(item.head)
        file.seek(item.start)
        return head + file.read(item.size) + (b"</channel></rss>" if item.kind == "export" else b"")
