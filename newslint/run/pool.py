"""Processes that lint files. One that is killed or hangs costs the file that it had, and no other.

Own code, for concurrent.futures gives up a whole pool when one process dies (BrokenProcessPool), cannot tell which file
killed it, and leaves its processes behind when the parent is killed.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.findings.report import FileReport
from newslint.model.errors import unforeseen
from newslint.run.deadline import too_long
from newslint.run.run import Run
from newslint.run.settings import Options

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

# Files that a process has before it: enough that it never waits for the next.
_AHEAD = 4
# Seconds beyond a file's deadline, which the process itself heeds where it can, until the process is killed.
_GRACE = 5.0
_TRIES = 2


class _Worker:
    """A process, the parent's end of its pipe, and the files that it has; the first is under way."""

    def __init__(self, context: BaseContext, job: Run | Options, others: list[Connection]) -> None:
        self.pipe, theirs = context.Pipe()
        # A fork holds the parent's ends of all pipes, and so would keep them open when the parent is gone.
        inherited = [self.pipe, *others] if isinstance(job, Run) else []
        try:
            self.process = context.Process(  # type: ignore[attr-defined]
                target=_work, args=(theirs, inherited, os.getpid(), job), daemon=True
            )
            self.process.start()
        except BaseException:
            self.pipe.close()
            theirs.close()
            raise
        theirs.close()
        self.files: deque[int] = deque()
        self.began = time.monotonic()

    def end(self) -> int | None:
        """Kill the process; the code that it ended with, negative for a signal."""
        self.process.kill()
        self.process.join()
        code: int | None = self.process.exitcode
        self.process.close()
        self.pipe.close()
        return code


class Pool:
    """The reports of files, in their order, by so many processes at once."""

    def __init__(self, job: Run, paths: list[Path], jobs: int) -> None:
        from multiprocessing import get_context

        # A forked process has the rules loaded already.
        method = "fork" if sys.platform == "linux" else "spawn"
        self._job = job
        self._given: Run | Options = job if method == "fork" else job.options
        self._context = get_context(method)
        self._paths = paths
        self._jobs = min(jobs, len(paths))
        self._todo = deque(range(len(paths)))
        self._tries: Counter[int] = Counter()
        self._done: dict[int, FileReport] = {}
        self._workers: list[_Worker] = []

    def __iter__(self) -> Iterator[FileReport]:
        try:
            for index in range(len(self._paths)):
                while index not in self._done:
                    self._start()
                    self._give()
                    self._hear()
                yield self._done.pop(index)
        finally:
            for worker in self._workers:
                worker.end()

    def _start(self) -> None:
        """See that there are processes enough; where the system has none left, work with fewer, or without."""
        while self._todo and len(self._workers) < self._jobs:
            try:
                self._workers.append(_Worker(self._context, self._given, [worker.pipe for worker in self._workers]))
            except (OSError, MemoryError):
                self._jobs = len(self._workers)
        if not self._jobs and self._todo:
            index = self._todo.popleft()
            self._done[index] = self._job.check_file(self._paths[index])

    def _give(self) -> None:
        for worker in self._workers:
            while self._todo and len(worker.files) < _AHEAD:
                if not worker.files:
                    worker.began = time.monotonic()
                worker.files.append(self._todo.popleft())
                try:
                    worker.pipe.send((worker.files[-1], os.fspath(self._paths[worker.files[-1]])))
                except OSError:  # it is gone, which will be heard
                    break

    def _hear(self) -> None:
        """Take what the processes say, and see to those that say nothing any more."""
        allowed = self._job.options.timeout + _GRACE if self._job.options.timeout else float("inf")
        busy = [worker for worker in self._workers if worker.files]
        if not busy:
            return
        left = min(worker.began for worker in busy) + allowed - time.monotonic()
        ready = wait([worker.pipe for worker in busy], None if left == float("inf") else max(0.0, left))
        now = time.monotonic()
        for worker in busy:
            if worker.pipe in ready:
                try:
                    index, report = worker.pipe.recv()
                except (EOFError, OSError):
                    code = worker.end() or 0
                    how = f"was killed (signal {-code})" if code < 0 else f"ended (code {code})"
                    self._lost(worker, f"not checked: its process {how}, twice; it may want too much memory")
                    continue
                worker.files.popleft()
                worker.began = now
                self._done[index] = report
            elif now - worker.began >= allowed:
                worker.end()
                self._lost(worker, too_long(self._job.options.timeout))

    def _lost(self, worker: _Worker, why: str) -> None:
        """A process is gone: what it had is taken up again, the file that it was at once more only."""
        self._workers.remove(worker)
        culprit, *rest = worker.files
        self._todo.extendleft(reversed(rest))
        self._tries[culprit] += 1
        if self._tries[culprit] < _TRIES:
            self._todo.appendleft(culprit)
        else:
            name = self._paths[culprit].as_posix()
            self._done[culprit] = FileReport(name, errors=(f"{name}: {why}",))


def _work(pipe: Connection, inherited: list[Connection], parent: int, job: Run | Options) -> None:
    """What a process does: take a file, give its report, until the pipe is closed."""
    import signal

    for end in inherited:
        end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends us
    end_with(parent)
    run = job if isinstance(job, Run) else Run(job)
    try:
        while True:
            index, name = pipe.recv()
            report = run.check_file(Path(name))
            try:
                pipe.send((index, report))
            except (OSError, EOFError):
                raise
            except Exception as error:  # what a rule collects cannot be sent
                pipe.send((index, FileReport(report.path, errors=(f"{report.path}: {unforeseen(error)}",))))
    except (OSError, EOFError):  # the parent has gone
        pass


def end_with(parent: int | None = None) -> None:
    """See that this process does not outlive the one that asked for it, however that ends.

    ``parent``: that one's id where it is the parent of this process in the system's eyes too.
    """
    import threading
    from multiprocessing import parent_process

    if sys.platform == "linux" and parent is not None:  # at once, whatever this process is doing
        import ctypes
        import signal

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        if os.getppid() != parent:
            os._exit(1)
        return
    above = parent_process()

    def watch() -> None:
        if above is not None:
            wait([above.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
