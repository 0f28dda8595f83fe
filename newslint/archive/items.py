"""Where articles come from: folders, JSON lines, CSV, Parquet, exports, zip and tar, web archives, standard input.

Everything is an ``Item``: a name and where its bytes stand. A plan of items is a list of plain values, so that it can
be written down, divided into shards and read again by a process that never saw the source.
"""

from __future__ import annotations

import json
import shutil
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO, cast

from newslint.disk.reading import read_file
from newslint.model.errors import NewslintError
from newslint.model.named_tuple import NamedTuple
from newslint.run.files import find_files

LINES = 100  # JSON lines of one item: few enough that one bad line costs little, enough to be worth the opening
_CUT = 64 * 2**20  # bytes of the largest item; a longer line is refused with its number
_TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")


class Item(NamedTuple):
    """Some articles: ``name`` for people, ``kind`` and the rest for ``bytes_of``.

    ``path``: the file that holds them. ``member``: its name in a zip. ``start``, ``size``: bytes of the file, or the
    number of a row group.
    """

    name: str
    kind: str
    path: str
    member: str = ""
    start: int = 0
    size: int = 0


def find_items(sources: Sequence[str], suffixes: Sequence[str], work: Path) -> Iterator[Item]:
    """The items of sources, in the order given, folders by name. ``work``: for what has to be unpacked first.

    Raises NewslintError that names a source which is not there or cannot be read.
    """
    packs = (*suffixes, ".zip", *_TARS, ".warc", ".warc.gz", ".parquet")
    for source in sources:
        if source == "-":
            yield from _lines("-", _kept_input(work))
            continue
        for path in find_files([source], packs):
            yield from _items_of(path, suffixes, work)


def _items_of(path: Path, suffixes: Sequence[str], work: Path) -> Iterator[Item]:
    name, lower = path.as_posix(), path.name.lower()
    try:
        if lower.endswith((".jsonl", ".ndjson")):
            yield from _lines(name, path)
        elif lower.endswith(".parquet"):
            groups = _parquet(path).num_row_groups
            yield from (Item(f"{name}/{group}.jsonl", "rows", name, start=group) for group in range(groups))
        elif lower.endswith(".zip"):
            with zipfile.ZipFile(path) as pack:
                for info in sorted(pack.infolist(), key=lambda info: info.filename):
                    if info.filename.lower().endswith(tuple(suffixes)) and not info.is_dir():
                        yield Item(f"{name}/{info.filename}", "zip", name, info.filename, size=info.file_size)
        elif lower.endswith(_TARS):
            yield from _tar(name, _plain_tar(path, work), suffixes)
        elif lower.endswith((".warc", ".warc.gz")):
            yield from _records(name, path)
        else:
            yield Item(name, "file", name)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError) as error:
        raise NewslintError(name, f"is no whole archive: {error}") from None
    except OSError as error:
        raise NewslintError(name, f"cannot be read: {error.strerror or error}") from None


def bytes_of(item: Item, most: int) -> bytes:
    """An item's bytes. Raises NewslintError that names it."""
    try:
        if item.kind == "file":
            return read_file(Path(item.path), most, option="--max-size")
        if item.size > most:
            raise NewslintError(item.name, f"is larger than {most:,} bytes (--max-size)")
        if item.kind == "part":
            with open(item.path, "rb") as file:
                file.seek(item.start)
                return file.read(item.size)
        if item.kind == "zip":
            with zipfile.ZipFile(item.path) as pack, pack.open(item.member) as member:
                return member.read(most)
        if item.kind == "record":
            return _record(item)
        return _rows(item)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise NewslintError(item.name, f"cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _lines(name: str, path: Path) -> Iterator[Item]:
    """A file of JSON lines in parts of so many lines, by a look at its line ends only."""
    start = at = first = 0
    number = 0
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            at += len(line)
            if at - start > _CUT:
                raise NewslintError(name, f"line {number} is longer than {_CUT:,} bytes")
            if number - first == LINES:
                yield Item(f"{name}:{first + 1}.jsonl", "part", str(path), start=start, size=at - start)
                start, first = at, number
    if at > start:
        yield Item(f"{name}:{first + 1}.jsonl", "part", str(path), start=start, size=at - start)


def _kept_input(work: Path) -> Path:
    """Standard input, JSON lines, kept as a file: a run that goes on later cannot ask for it again."""
    path = work / "input.jsonl"
    if not path.exists():
        part = path.with_suffix(".part")
        with part.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        part.rename(path)
    return path


def _plain_tar(path: Path, work: Path) -> Path:
    """The tar itself, or an unpacked copy of a compressed one, in which a process can go to any place at once."""
    if path.name.lower().endswith(".tar"):
        return path
    copy = work / f"{path.name}.{path.stat().st_mtime_ns}.tar"
    if not copy.exists():
        part = copy.with_suffix(".part")
        with _unpacked(path) as data, part.open("wb") as file:
            shutil.copyfileobj(data, file)
        part.rename(copy)
    return copy


def _unpacked(path: Path) -> IO[bytes]:
    """A compressed file, open for reading what is in it."""
    import bz2
    import gzip
    import lzma

    match path.suffix.lower():
        case ".bz2":
            return bz2.open(path, "rb")
        case ".xz":
            return lzma.open(path, "rb")
    return cast(IO[bytes], gzip.open(path, "rb"))


def _tar(name: str, plain: Path, suffixes: Sequence[str]) -> Iterator[Item]:
    with tarfile.open(plain, "r:") as pack:
        for info in pack:
            if info.isreg() and info.name.lower().endswith(tuple(suffixes)):
                yield Item(f"{name}/{info.name}", "part", str(plain), start=info.offset_data, size=info.size)


def _records(name: str, path: Path) -> Iterator[Item]:
    """The web pages of a WARC file, by their addresses."""
    from warcio.archiveiterator import ArchiveIterator

    with path.open("rb") as file:
        records = ArchiveIterator(file)
        for record in records:
            kind = record.http_headers.get_header("Content-Type", "") if record.http_headers else ""
            if record.rec_type == "response" and "html" in kind:
                address = record.rec_headers.get_header("WARC-Target-URI") or ""
                yield Item(f"{name}/{address or records.get_record_offset()}.html", "record", str(path),
                           start=records.get_record_offset())  # fmt: skip


def _record(item: Item) -> bytes:
    from warcio.archiveiterator import ArchiveIterator

    with open(item.path, "rb") as file:
        file.seek(item.start)
        record = next(iter(ArchiveIterator(file)))
        return record.content_stream().read()  # type: ignore[no-any-return]


def _parquet(path: str | Path):  # type: ignore[no-untyped-def]
    import pyarrow
    from pyarrow import parquet

    try:
        return parquet.ParquetFile(path)
    except pyarrow.ArrowInvalid as error:
        raise NewslintError(str(path), f"is no whole Parquet file: {str(error).splitlines()[0]}") from None


def _rows(item: Item) -> bytes:
    """A row group of a Parquet file as JSON lines, its columns as fields."""
    out = BytesIO()
    for row in _parquet(item.path).read_row_group(item.start).to_pylist():
        out.write(json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "replace") + b"\n")
    return out.getvalue()
