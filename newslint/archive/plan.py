"""The plan of an archive: its items in shards, written down once, so that a run that was broken off can go on."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from newslint.archive.items import Item, find_items
from newslint.disk.reading import read_file
from newslint.disk.writing import replace_file
from newslint.model.errors import NewslintError
from newslint.model.named_tuple import NamedTuple

_PLAN = "plan.json"
_MOST = 2**31


class Plan(NamedTuple):
    """``shards``: the items of each. ``stamp``: of the sources and of what reads them."""

    stamp: str
    shards: tuple[tuple[Item, ...], ...]


def planned(folder: Path, sources: Sequence[str], suffixes: Sequence[str], *, stamp: str, size: int) -> Plan:
    """The plan in ``folder``, or a new one. ``size``: bytes of a shard, about.

    Raises NewslintError: the folder holds the plan of other sources, or of another newslint.
    """
    work = folder / "work"
    work.mkdir(parents=True, exist_ok=True)
    items = list(find_items(sources, suffixes, work))
    if not items:
        raise NewslintError(", ".join(sources), "holds no articles that newslint reads")
    whole = hashlib.sha256(json.dumps([stamp, [[*item, *_state(item.path)] for item in items]]).encode()).hexdigest()
    path = folder / _PLAN
    if path.exists():
        try:
            known = json.loads(read_file(path, _MOST))
            plan = Plan(known["stamp"], tuple(tuple(Item(*item) for item in shard) for shard in known["shards"]))
        except (ValueError, KeyError, TypeError) as error:
            raise NewslintError(str(path), f"is no plan of an archive: {error}; give another --out") from None
        if plan.stamp != whole:
            raise NewslintError(
                str(folder), "was begun with other sources, rules or another newslint; give another --out, or delete it"
            )
        return plan
    plan = Plan(whole, tuple(_divided(items, size)))
    replace_file(path, json.dumps({"stamp": plan.stamp, "shards": plan.shards}).encode())
    return plan


def _state(path: str) -> tuple[int, int]:
    """The size and time of a file: what changed since has to be read anew."""
    found = os.stat(path)
    return found.st_size, found.st_mtime_ns


def _divided(items: Sequence[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """Items in shards of about ``size`` bytes, in order."""
    shard: list[Item] = []
    weight = 0
    for item in items:
        shard.append(item)
        weight += item.size or (1 << 16 if item.kind == "rows" else os.stat(item.path).st_size)
        if weight >= size:
            yield tuple(shard)
            shard, weight = [], 0
    if shard:
        yield tuple(shard)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder against a second run. Raises NewslintError where another has it."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "a+b") as file:
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
