"""Packs of articles: zip, tar, web archives (WARC), Parquet; and what has to be unpacked before it can be divided."""

from __future__ import annotations

import json
import shutil
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import IO, Any, cast

from newslint.archive.item import Item
from newslint.model.errors import NewslintError

_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")
PACKS = (*_TARS, ".zip", ".warc", ".warc.gz", ".parquet")
UNPACKED = (".gz", ".bz2", ".xz")
_ROWS = 50  # of a Parquet file, in one item


def items_in_pack(name: str, path: Path, suffixes: Sequence[str], work: Path) -> Iterator[Item]:
    """The items of a pack. ``work``: where a compressed tar is unpacked."""
    lower = path.name.lower()
    if lower.endswith(".zip"):
        yield from _members(name, path, tuple(suffixes))
    elif lower.endswith(".parquet"):
        yield from _row_parts(name, path)
    elif lower.endswith(_TARS):
        plain = path if lower.endswith(".tar") else plain_copy(path, work)
        yield from _tar(name, plain, tuple(suffixes))
    else:
        yield from _records(name, path)


def bytes_in_pack(item: Item, most: int) -> bytes:
    """An item's bytes, of which there may be ``most``."""
    if item.kind == "zip":
        with _zip(item.path).open(item.member) as member:
            return member.read(most)
    data = _record(item, most) if item.kind == "record" else _rows(item)
    if len(data) > most:
        raise NewslintError(item.name, f"is larger than {most:,} bytes (--max-size)")
    return data


def kept_input(work: Path) -> Path:
    """Standard input, JSON lines, kept as a file: a run that goes on later cannot ask for it again.

    Raises NewslintError where another input has been kept already.
    """
    path = work / "input.jsonl"
    given = sys.stdin.buffer
    if not path.exists():
        work.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            shutil.copyfileobj(given, file)
        part.rename(path)
    elif not given.isatty() and not _is_like(given, path):
        raise NewslintError(str(work.parent), "was begun with another standard input; give another --out, or delete it")
    return path


def _is_like(given: IO[bytes], path: Path) -> bool:
    """Whether a stream is empty, or gives a file's bytes."""
    first = given.read(1 << 16)
    with path.open("rb") as file:
        part = first
        while part:
            if part != file.read(len(part)):
                return False
            part = given.read(1 << 16)
        return not first or not file.read(1)


def plain_copy(path: Path, work: Path) -> Path:
    """An unpacked copy of a compressed file, in which a process can go to any place at once."""
    found = path.stat()
    copy = work / f"{path.name}.{found.st_size}.{found.st_mtime_ns}.plain"
    if not copy.exists():
        part = copy.with_suffix(".part")
        with _unpacked(path) as data, part.open("wb") as file:
            shutil.copyfileobj(data, file)
        part.rename(copy)
    return copy


def _unpacked(path: Path) -> IO[bytes]:
    import bz2
    import gzip
    import lzma

    match path.suffix.lower():
        case ".bz2":
            return bz2.open(path, "rb")
        case ".xz":
            return lzma.open(path, "rb")
    return cast(IO[bytes], gzip.open(path, "rb"))


@lru_cache(maxsize=2)
def _zip(path: str) -> zipfile.ZipFile:
    """A zip, kept open: its list of contents is read once, not for every member."""
    return zipfile.ZipFile(path)


def _members(name: str, path: Path, suffixes: tuple[str, ...]) -> Iterator[Item]:
    with zipfile.ZipFile(path) as pack:
        for info in sorted(pack.infolist(), key=lambda info: info.filename):
            if info.filename.lower().endswith(suffixes) and not info.is_dir():
                yield Item(f"{name}/{info.filename}", "zip", str(path), info.filename, weight=info.file_size)


def _tar(name: str, plain: Path, suffixes: tuple[str, ...]) -> Iterator[Item]:
    with tarfile.open(plain, "r:") as pack:
        while info := pack.next():
            pack.members = []  # type: ignore[attr-defined]  # it would keep all that it has read
            if info.isreg() and info.name.lower().endswith(suffixes):
                yield Item(f"{name}/{info.name}", "part", str(plain), "", info.offset_data, info.size, 0, info.size)


def _records(name: str, path: Path) -> Iterator[Item]:
    """The web pages of a WARC file, by their addresses."""
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as file:
        records = ArchiveIterator(file)
        for record in records:
            kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
            if record.rec_type == "response" and "html" in kind:
                at = records.get_record_offset()
                address = record.rec_headers.get_header("WARC-Target-URI") or at
                yield Item(f"{name}/{address}.html", "record", str(path), start=at, weight=int(record.length or 0))


def _record(item: Item, most: int) -> bytes:
    from warcio.archiveiterator import ArchiveIterator

    with open(item.path, "rb") as file:
        file.seek(item.start)
        record = next(iter(ArchiveIterator(file)))
        return record.content_stream().read(most + 1)  # type: ignore[no-any-return]


@lru_cache(maxsize=1)
def _parquet(path: str) -> Any:
    import pyarrow
    from pyarrow import parquet

    try:
        return parquet.ParquetFile(path)
    except pyarrow.ArrowInvalid as error:
        raise NewslintError(path, f"is no whole Parquet file: {str(error).splitlines()[0]}") from None


def _row_parts(name: str, path: Path) -> Iterator[Item]:
    file = _parquet(str(path))
    for group in range(file.num_row_groups):
        about = file.metadata.row_group(group)
        each = about.total_byte_size // max(1, about.num_rows)
        for first in range(0, about.num_rows, _ROWS):
            size = min(_ROWS, about.num_rows - first)
            yield Item(f"{name}:{group}.{first}.jsonl", "rows", str(path), "", group, size, first, size * each)


class _Reel:
    """The rows of a row group in their order: the items of a shard follow on each other."""

    def __init__(self, path: str, group: int) -> None:
        self.at = 0
        self._batches = _parquet(path).iter_batches(_ROWS, row_groups=[group])

    def rows(self, first: int, size: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        while self.at < first + size:
            batch = next(self._batches)
            if self.at + batch.num_rows > first:
                found += batch.to_pylist()
            self.at += batch.num_rows
        return found


@lru_cache(maxsize=1)
def _reel(path: str, group: int) -> _Reel:
    return _Reel(path, group)


def _rows(item: Item) -> bytes:
    """Some rows of a Parquet file as JSON lines, its columns as fields."""
    reel = _reel(item.path, item.start)
    if reel.at > item.head:
        _reel.cache_clear()
        reel = _reel(item.path, item.start)
    rows = reel.rows(item.head, item.size)
    return b"".join(json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "replace") + b"\n" for row in rows)
