"""Collecting an archive: its shards by several processes. One that dies or hangs costs the article that it had."""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.archive.plan import Plan
from newslint.archive.shard import do_shard, shard_folder
from newslint.model.errors import NewslintError, unforeseen
from newslint.model.named_tuple import NamedTuple
from newslint.run.pool import end_with
from newslint.run.run import Run
from newslint.run.settings import Options

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_GRACE = 10.0  # seconds beyond an article's deadline until its process is killed
_TRIES = 2


class Done(NamedTuple):
    """A shard that is written: its number, its articles, and what went wrong in it."""

    shard: int
    articles: int
    troubles: int


class _Worker(NamedTuple):
    process: BaseProcess
    pipe: Connection


class Collector:
    """Writes the shards of a plan that are not there yet, by ``jobs`` processes."""

    def __init__(self, options: Options, archive: Path, plan: Plan, jobs: int) -> None:
        self._options = options
        self._archive = archive
        self._plan = plan
        self._todo = deque(n for n in range(len(plan.shards)) if not shard_folder(archive, n).exists())
        self.before = len(plan.shards) - len(self._todo)
        self._jobs = min(jobs, len(self._todo))
        self._tries: Counter[tuple[int, int]] = Counter()
        self._skip: dict[int, set[int]] = {}

    def __iter__(self) -> Iterator[Done]:
        """Every shard as it is written. Raises NewslintError where one cannot be."""
        from multiprocessing import get_context

        context = get_context("spawn")
        busy: dict[_Worker, tuple[int, int, float]] = {}  # the shard, the item in it and when that was begun
        idle: list[_Worker] = []
        try:
            while self._todo or busy:
                while self._todo and len(busy) < self._jobs:
                    worker = idle.pop() if idle else self._started(context)
                    shard = self._todo.popleft()
                    worker.pipe.send((shard, self._plan.shards[shard], self._skip.get(shard, set())))
                    busy[worker] = shard, 0, time.monotonic()
                for worker in self._ready(busy):
                    done = self._heard(worker, busy, idle)
                    if done is not None:
                        yield done
        finally:
            for worker in (*busy, *idle):
                worker.process.kill()
                worker.process.join()
                worker.pipe.close()

    def _started(self, context) -> _Worker:  # type: ignore[no-untyped-def]
        pipe, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self._options, self._archive), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, pipe)

    def _ready(self, busy: dict[_Worker, tuple[int, int, float]]) -> list[_Worker]:
        """The workers that say something, are gone, or have been silent for too long."""
        allowed = self._options.timeout + _GRACE if self._options.timeout else float("inf")
        left = min(begun for _, _, begun in busy.values()) + allowed - time.monotonic()
        said = wait([worker.pipe for worker in busy], None if left == float("inf") else max(0.0, left))
        now = time.monotonic()
        for worker, (_, _, begun) in busy.items():
            if worker.pipe not in said and now - begun >= allowed:
                worker.process.kill()
        return [w for w, (_, _, begun) in busy.items() if w.pipe in said or now - begun >= allowed]

    def _heard(self, worker: _Worker, busy: dict[_Worker, tuple[int, int, float]], idle: list[_Worker]) -> Done | None:
        shard, item, _ = busy[worker]
        try:
            said, value = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            worker.pipe.close()
            del busy[worker]
            self._lost(shard, item)
            return None
        if said == "at":
            busy[worker] = shard, value, time.monotonic()
            return None
        del busy[worker]
        idle.append(worker)
        if said == "failed":
            raise NewslintError(str(self._archive), value)
        return Done(shard, *value)

    def _lost(self, shard: int, item: int) -> None:
        """A process is gone: its shard is done again, without the item that it was at for the second time."""
        self._tries[shard, item] += 1
        if self._tries[shard, item] >= _TRIES:
            self._skip.setdefault(shard, set()).add(item)
        self._todo.appendleft(shard)


def _work(pipe: Connection, options: Options, archive: Path) -> None:
    """What a process does: take a shard, write it, say so, until the pipe is closed."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends us
    end_with()
    job = Run(options)
    try:
        while True:
            number, items, skip = pipe.recv()
            begun: Callable[[int], object] = lambda index: pipe.send(("at", index))  # noqa: E731
            try:
                pipe.send(("done", do_shard(job, archive, number, items, skip, begun)))
            except NewslintError as error:
                pipe.send(("failed", str(error)))
            except (OSError, EOFError):
                raise
            except Exception as error:
                pipe.send(("failed", unforeseen(error)))
    except (OSError, EOFError):  # the parent has gone
        pass
