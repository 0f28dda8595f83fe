"""Where articles come from: folders, JSON lines, CSV, Parquet, exports, zip and tar, web archives, standard input.

Everything is an ``Item``: a name and where its bytes stand. Items are plain values, so that they can be written down,
divided into shards and read again by a process that never saw the source; a large file is many items, found by a look
at where its records end, and never in memory as a whole.
"""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from newslint.archive.item import Item
from newslint.archive.packs import PACKS, UNPACKED, bytes_in_pack, items_in_pack, kept_input, plain_copy
from newslint.archive.parts import SPLIT, bytes_of_part, csv_parts, export_parts, line_parts
from newslint.disk.reading import read_file
from newslint.model.errors import NewslintError
from newslint.run.files import find_files

_SPLITTERS = {
    (".jsonl", ".ndjson"): line_parts,
    (".csv", ".tsv"): csv_parts,
    (".xml", ".rss"): export_parts,
}


def source_files(sources: Sequence[str], suffixes: Sequence[str], archive: Path) -> Iterator[Path]:
    """The files of sources, in the order given, folders by name; ``-`` is kept in the archive and is a file there.

    Raises NewslintError that names a source which is not there or cannot be read.
    """
    known = (*suffixes, *PACKS, *(f"{suffix}{packed}" for suffix in suffixes for packed in UNPACKED))
    ours = archive.resolve()
    for source in sources:
        if source == "-":
            yield kept_input(archive / "work")
            continue
        within = ours.is_relative_to(Path(source).resolve())
        for path in find_files([source], known):
            if not (within and path.resolve().is_relative_to(ours)):
                yield path


def items_of(path: Path, suffixes: Sequence[str], archive: Path) -> Iterator[Item]:
    """The items of a file of articles. ``archive``: where what has to be unpacked first is kept."""
    work = archive / "work"
    name = "-" if path == work / "input.jsonl" else path.as_posix()
    try:
        lower = path.name.lower()
        if lower.endswith(PACKS):
            yield from items_in_pack(name, path, suffixes, work)
            return
        if lower.endswith(UNPACKED):
            name, path = name.rpartition(".")[0], plain_copy(path, work)
            lower = Path(name).name.lower()
        split = next((split for endings, split in _SPLITTERS.items() if lower.endswith(endings)), None)
        size = path.stat().st_size
        if split is not None and size > (0 if split is line_parts else SPLIT):
            yield from split(name, path)
        else:
            yield Item(name, "file", str(path), weight=size)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError) as error:
        raise NewslintError(name, f"is no whole archive: {error}") from None
    except OSError as error:
        raise NewslintError(name, f"cannot be read: {error.strerror or error}") from None


def bytes_of(item: Item, most: int) -> bytes:
    """An item's bytes. Raises NewslintError that names it."""
    try:
        if item.kind == "file":
            return read_file(Path(item.path), most, option="--max-size")
        if item.weight > most:
            raise NewslintError(item.name, f"is larger than {most:,} bytes (--max-size)")
        if item.kind in ("part", "export"):
            return bytes_of_part(item)
        return bytes_in_pack(item, most)
    except NewslintError as error:
        raise NewslintError(item.name, error.message) from None
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError) as error:
        raise NewslintError(item.name, f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
