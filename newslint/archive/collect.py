"""Collecting an archive: its shards by several processes. One that dies or hangs costs the article that it had."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.archive.ledger import GRACE, Ledger
from newslint.archive.shard import At, Done, do_shard
from newslint.model.errors import NewslintError, unforeseen
from newslint.model.named_tuple import NamedTuple
from newslint.run.pool import end_with
from newslint.run.run import Run
from newslint.run.settings import Options

if TYPE_CHECKING:
    from multiprocessing.context import SpawnContext
    from multiprocessing.process import BaseProcess


class _Worker(NamedTuple):
    process: BaseProcess
    pipe: Connection


class _Work(NamedTuple):
    """A shard, the article in it that a process is at, if at any yet, and when that was begun."""

    shard: int
    at: At | None
    begun: float


class Collector:
    """Has the shards of a ledger written by ``jobs`` processes. ``heard``: called for every article that is begun."""

    def __init__(self, options: Options, ledger: Ledger, jobs: int, heard: Callable[[], object]) -> None:
        self._options = options
        self._ledger = ledger
        self._jobs = min(jobs, len(ledger.todo))
        self._heard = heard
        self._busy: dict[_Worker, _Work] = {}
        self._idle: list[_Worker] = []

    def __iter__(self) -> Iterator[Done]:
        """Every shard as it is written. Raises NewslintError where one cannot be."""
        from multiprocessing import get_context

        context = get_context("spawn")
        todo = self._ledger.todo
        try:
            while todo or self._busy:
                while todo and len(self._busy) < self._jobs:
                    worker = self._idle.pop() if self._idle else self._started(context)
                    self._busy[worker] = _Work(todo[0], None, time.monotonic())
                    worker.pipe.send(self._ledger.task(todo.popleft()))
                for worker in self._ready():
                    done = self._hear(worker)
                    if done is not None:
                        yield done
        finally:
            for worker in (*self._busy, *self._idle):
                worker.process.kill()
                worker.process.join()
                worker.pipe.close()

    def _started(self, context: SpawnContext) -> _Worker:
        pipe, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self._options, self._ledger.archive), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, pipe)

    def _ready(self) -> list[_Worker]:
        """The workers that say something, are gone, or have been silent for too long."""
        allowed = self._options.timeout + GRACE if self._options.timeout else float("inf")
        left = min(work.begun for work in self._busy.values()) + allowed - time.monotonic()
        said = wait([worker.pipe for worker in self._busy], None if left == float("inf") else max(0.0, left))
        now = time.monotonic()
        late = [w for w, work in self._busy.items() if w.pipe not in said and now - work.begun >= allowed]
        for worker in late:
            worker.process.kill()
        return [*late, *(worker for worker in self._busy if worker.pipe in said)]

    def _hear(self, worker: _Worker) -> Done | None:
        work = self._busy[worker]
        try:
            said, value = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            worker.pipe.close()
            del self._busy[worker]
            self._ledger.lost(work.shard, work.at)
            return None
        if said == "at":
            self._busy[worker] = work._replace(at=value, begun=time.monotonic())
            if value[1] >= 0:
                self._heard()
            return None
        if said == "failed":
            raise NewslintError(str(self._ledger.archive), value)
        del self._busy[worker]
        self._idle.append(worker)
        self._ledger.done(work.shard)
        return Done(*value)


def _work(pipe: Connection, options: Options, archive: Path) -> None:
    """What a process does: take a shard, write it, say so, until the pipe is closed."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends us
    end_with()
    job = Run(options)
    job.warm_up(Path("article.txt"))  # which is no article's time
    try:
        while True:
            number, start, skip = pipe.recv()
            begun: Callable[[At], object] = lambda at: pipe.send(("at", at))  # noqa: E731
            try:
                done = do_shard(job, archive, number, start, skip, begun)
            except NewslintError as error:
                pipe.send(("failed", str(error)))
            except Exception as error:
                pipe.send(("failed", unforeseen(error)))
            else:
                pipe.send(("done", tuple(done)))
    except (OSError, EOFError):  # the parent has gone
        pass
