"""The plan of an archive: its items in shards, written down once, so that a run that was broken off can go on."""

from __future__ import annotations

import hashlib
import json
import os
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from newslint.archive.item import Item
from newslint.archive.items import items_of, source_files
from newslint.model.errors import NewslintError

_PLAN = "plan.jsonl"


class Plan:
    """The shards of an archive: a file with a line for each, of which only the places are in memory.

    ``weights``: bytes of each shard's articles, about.
    """

    def __init__(self, archive: Path) -> None:
        self._path = archive / _PLAN
        self._starts = array("Q")
        self.weights = array("Q")
        self.stamp = ""
        try:
            with self._path.open("rb") as file:
                self.stamp = json.loads(file.readline())["stamp"]
                at = file.tell()
                for line in file:
                    self._starts.append(at)
                    self.weights.append(int(line[1 : line.index(b",")]))
                    at += len(line)
        except OSError as error:
            raise NewslintError(str(self._path), f"cannot be read: {error.strerror or error}") from None
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise NewslintError(str(self._path), f"is no plan of an archive: {error}; give another --out") from None

    def __len__(self) -> int:
        return len(self._starts)

    def start(self, number: int) -> int:
        """Where a shard's line begins, for ``shard_items``."""
        return self._starts[number]


def shard_items(archive: Path, start: int) -> tuple[Item, ...]:
    """The items of the shard whose line in the plan begins there."""
    with (archive / _PLAN).open("rb") as file:
        file.seek(start)
        return tuple(Item(*item) for item in json.loads(file.readline())[1])


def is_archive(folder: Path) -> bool:
    """Whether a folder is one that `newslint archive collect` writes, or holds several, such as one a day."""
    return bool(_parts(folder))


def all_items(archive: Path) -> Iterator[Item]:
    """The items of all shards, in order. Raises NewslintError for a plan that cannot be read."""
    for part in _parts(archive):
        plan = Plan(part)
        for number in range(len(plan)):
            yield from shard_items(part, plan.start(number))


def _parts(folder: Path) -> list[Path]:
    if (folder / _PLAN).is_file():
        return [folder]
    return sorted(path.parent for path in folder.glob(f"*/{_PLAN}"))


def planned(archive: Path, sources: Sequence[str], suffixes: Sequence[str], *, stamp: str, size: int) -> Plan:
    """The plan in ``archive``, or a new one. ``size``: bytes of a shard, about. ``stamp``: of what reads the articles.

    Raises NewslintError: the folder holds the plan of other sources, or of another newslint.
    """
    (archive / "work").mkdir(parents=True, exist_ok=True)
    whole = _stamp(stamp, source_files(sources, suffixes, archive))
    path = archive / _PLAN
    if path.exists():
        plan = Plan(archive)
        if plan.stamp != whole:
            raise NewslintError(
                str(archive),
                "was begun with other sources, rules or another newslint; give another --out, or delete it",
            )
        return plan
    items = (item for file in source_files(sources, suffixes, archive) for item in items_of(file, suffixes, archive))
    part = path.with_suffix(".part")
    some = False
    try:
        with part.open("w", encoding="utf-8") as file:
            file.write(json.dumps({"stamp": whole}) + "\n")
            for weight, shard in _divided(items, size):
                some = True
                file.write(json.dumps([weight, shard], separators=(",", ":")) + "\n")
            file.flush()
            os.fsync(file.fileno())
        if not some:
            raise NewslintError(", ".join(sources), "holds no articles that newslint reads")
        part.rename(path)
    except OSError as error:
        raise NewslintError(str(path), f"cannot be written: {error.strerror or error}") from None
    finally:
        part.unlink(missing_ok=True)
    return Plan(archive)


def _stamp(stamp: str, files: Iterable[Path]) -> str:
    """Changes with what reads the articles, and with any file of them: its size and time."""
    whole = hashlib.sha256(stamp.encode())
    for path in files:
        try:
            found = os.stat(path)
        except OSError as error:
            raise NewslintError(path.as_posix(), f"cannot be read: {error.strerror or error}") from None
        whole.update(f"{path.as_posix()}\0{found.st_size} {found.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def _divided(items: Iterable[Item], size: int) -> Iterator[tuple[int, list[Item]]]:
    """(weight, items) of shards of about ``size`` bytes, in order."""
    shard: list[Item] = []
    weight = 0
    for item in items:
        shard.append(item)
        weight += item.weight
        if weight >= size:
            yield weight, shard
            shard, weight = [], 0
    if shard:
        yield weight, shard


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder against a second run. Raises NewslintError where another has it, or it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = open(folder / "lock", "a+b")  # noqa: SIM115  (below)
    except OSError as error:
        raise NewslintError(str(folder), f"cannot be written: {error.strerror or error}") from None
    with file:
        try:
            if os.name == "nt":
                import msvcrt

                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise NewslintError(
                str(folder), "another run is at work here; wait for it, or give another --out"
            ) from None
        yield
