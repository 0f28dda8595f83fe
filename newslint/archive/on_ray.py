"""Collecting an archive on a Ray cluster: a shard a task. All machines see the sources and the archive in one place.

The cluster is the one that RAY_ADDRESS names, or one that is at work here, or this machine alone.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from newslint.archive.ledger import GRACE, Ledger
from newslint.archive.shard import At, Done, do_shard
from newslint.model.errors import NewslintError, unforeseen
from newslint.run.run import Run
from newslint.run.settings import Options

_RETRIES = 3  # that Ray makes of itself when a machine or a process is lost
_AHEAD = 2  # tasks that are given out for each processor of the cluster


class RayCollector:
    """Has the shards of a ledger written by a cluster. ``heard``: called once a second and for every shard."""

    def __init__(self, options: Options, ledger: Ledger, heard: Callable[[], object]) -> None:
        self._options = options
        self._ledger = ledger
        self._heard = heard
        self._careful: set[int] = set()

    def __iter__(self) -> Iterator[Done]:
        """Every shard as it is written. Raises NewslintError where one cannot be, or there is no cluster."""
        ray = _connected()
        todo = self._ledger.todo
        pending: dict[Any, int] = {}
        try:
            while todo or pending:
                room = _AHEAD * max(1, int(ray.cluster_resources().get("CPU", 1)))
                while todo and len(pending) < room:
                    shard = todo.popleft()
                    pending[self._given(ray, shard)] = shard
                ready, _ = ray.wait(list(pending), timeout=1.0)
                self._heard()
                for task in ready:
                    done = self._heard_of(ray, task, pending.pop(task))
                    if done is not None:
                        yield done
        finally:
            for task in pending:
                ray.cancel(task, force=True)
            ray.shutdown()

    def _given(self, ray: Any, shard: int) -> Any:
        careful = shard in self._careful
        remote = ray.remote(_work).options(max_retries=0 if careful else _RETRIES)
        where = str(self._ledger.archive.resolve())
        _note(self._ledger.archive, shard).unlink(missing_ok=True)
        return remote.remote(self._options, where, os.getcwd(), *self._ledger.task(shard), careful)

    def _heard_of(self, ray: Any, task: Any, shard: int) -> Done | None:
        try:
            said, value = ray.get(task)
        except ray.exceptions.RayError:
            # Lost, again and again. The next try notes each article that it begins, so that the culprit is known.
            self._ledger.lost(shard, _noted(self._ledger.archive, shard) if shard in self._careful else None)
            self._careful.add(shard)
            return None
        if said == "failed":
            raise NewslintError(str(self._ledger.archive), value)
        _note(self._ledger.archive, shard).unlink(missing_ok=True)
        self._ledger.done(shard)
        return Done(*value)


def _connected() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray

    try:
        ray.init(include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
    except (ConnectionError, ValueError, RuntimeError) as error:
        where = os.environ.get("RAY_ADDRESS", "here")
        raise NewslintError("--runner ray", f"no cluster answers at {where}: {str(error).splitlines()[0]}") from None
    return ray


def _note(archive: Path, shard: int) -> Path:
    return archive / "work" / f"at-{shard:06}"


def _noted(archive: Path, shard: int) -> At | None:
    try:
        index, number = _note(archive, shard).read_text().split()
        return int(index), int(number)
    except (OSError, ValueError):
        return None


@cache
def _job(options: Options) -> Run:
    """What a process of the cluster reads with, shard after shard."""
    return Run(options)


def _work(
    options: Options, archive: str, folder: str, shard: int, start: int, skip: Collection[At], careful: bool
) -> tuple[str, Any]:
    """What a task does, in some process of the cluster: (done, Done) or (failed, why)."""
    import faulthandler

    note = _note(Path(archive), shard)
    with open(os.devnull, "w") as nowhere:

        def begun(at: At) -> None:
            if options.timeout:  # ends a process that hangs in a library's own code, too
                faulthandler.dump_traceback_later(options.timeout + GRACE, exit=True, file=nowhere)
            if careful:
                note.write_text(f"{at[0]} {at[1]}")

        try:
            os.chdir(folder)
            return "done", tuple(do_shard(_job(options), Path(archive), shard, start, skip, begun))
        except NewslintError as error:
            return "failed", str(error)
        except Exception as error:
            return "failed", unforeseen(error)
        finally:
            faulthandler.cancel_dump_traceback_later()
