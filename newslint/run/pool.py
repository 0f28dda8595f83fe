"""Processes that read files. One that is killed or hangs costs the file that it had, and no other.

Own code, for concurrent.futures gives up a whole pool when one process dies (BrokenProcessPool), cannot tell which file
killed it, and leaves its processes behind when the parent is killed.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from newslint.model.errors import unforeseen
from newslint.run.deadline import too_long

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

Task = TypeVar("Task")
Answer = TypeVar("Answer")
_Task = TypeVar("_Task", contravariant=True)
_Answer = TypeVar("_Answer", covariant=True)

# Files that a process has before it: enough that it never waits for the next.
_AHEAD = 4
# Seconds beyond a file's deadline, which the process itself heeds where it can, until the process is killed.
_GRACE = 5.0
_TRIES = 2


class Work(Protocol[_Task, _Answer]):
    """What the processes do with a file, or whatever a task is. Pickled where a process cannot be forked."""

    @property
    def timeout(self) -> float:
        """Seconds that a task may take, 0 for any; the work itself heeds them where it can."""

    def do(self, task: _Task) -> _Answer: ...

    def lost(self, task: _Task, why: str) -> _Answer:
        """The answer where there is none: what becomes of a task that ended its process twice."""


class _Worker:
    """A process, the parent's end of its pipe, and the files that it has; the first is under way."""

    def __init__(self, context: BaseContext, work: Work[Any, Any], others: list[Connection]) -> None:
        self.pipe, theirs = context.Pipe()
        # A fork holds the parent's ends of all pipes, and so would keep them open when the parent is gone.
        inherited = [self.pipe, *others] if context.get_start_method() == "fork" else []
        try:
            self.process = context.Process(  # type: ignore[attr-defined]
                target=_work, args=(theirs, inherited, os.getpid(), work), daemon=True
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


class Pool(Generic[Task, Answer]):
    """The answers to tasks, in their order, by so many processes at once."""

    def __init__(self, work: Work[Task, Answer], tasks: Sequence[Task], jobs: int) -> None:
        from multiprocessing import get_context

        # A forked process has the rules loaded already.
        self._context = get_context("fork" if sys.platform == "linux" else "spawn")
        self._work = work
        self._tasks = tasks
        self._jobs = min(jobs, len(tasks))
        self._todo = deque(range(len(tasks)))
        self._tries: Counter[int] = Counter()
        self._done: dict[int, Answer] = {}
        self._workers: list[_Worker] = []

    def __iter__(self) -> Iterator[Answer]:
        try:
            for index in range(len(self._tasks)):
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
                self._workers.append(_Worker(self._context, self._work, [worker.pipe for worker in self._workers]))
            except (OSError, MemoryError):
                self._jobs = len(self._workers)
        if not self._jobs and self._todo:
            index = self._todo.popleft()
            self._done[index] = self._work.do(self._tasks[index])

    def _give(self) -> None:
        for worker in self._workers:
            while self._todo and len(worker.files) < _AHEAD:
                if not worker.files:
                    worker.began = time.monotonic()
                worker.files.append(self._todo.popleft())
                try:
                    worker.pipe.send((worker.files[-1], self._tasks[worker.files[-1]]))
                except OSError:  # it is gone, which will be heard
                    break

    def _hear(self) -> None:
        """Take what the processes say, and see to those that say nothing any more."""
        allowed = self._work.timeout + _GRACE if self._work.timeout else float("inf")
        busy = [worker for worker in self._workers if worker.files]
        if not busy:
            return
        left = min(worker.began for worker in busy) + allowed - time.monotonic()
        ready = wait([worker.pipe for worker in busy], None if left == float("inf") else max(0.0, left))
        now = time.monotonic()
        for worker in busy:
            if worker.pipe in ready:
                try:
                    index, answer = worker.pipe.recv()
                except (EOFError, OSError):
                    code = worker.end() or 0
                    how = f"was killed (signal {-code})" if code < 0 else f"ended (code {code})"
                    self._lost(worker, f"not checked: its process {how}, twice; it may want too much memory")
                    continue
                worker.files.popleft()
                worker.began = now
                self._done[index] = answer
            elif now - worker.began >= allowed:
                worker.end()
                self._lost(worker, too_long(self._work.timeout))

    def _lost(self, worker: _Worker, why: str) -> None:
        """A process is gone: what it had is taken up again, the file that it was at once more only."""
        self._workers.remove(worker)
        culprit, *rest = worker.files
        self._todo.extendleft(reversed(rest))
        self._tries[culprit] += 1
        if self._tries[culprit] < _TRIES:
            self._todo.appendleft(culprit)
        else:
            self._done[culprit] = self._work.lost(self._tasks[culprit], why)


def _work(pipe: Connection, inherited: list[Connection], parent: int, work: Work[Any, Any]) -> None:
    """What a process does: take a task, give its answer, until the pipe is closed."""
    import signal

    for end in inherited:
        end.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends us
    end_with(parent)
    try:
        while True:
            index, task = pipe.recv()
            answer = work.do(task)
            try:
                pipe.send((index, answer))
            except (OSError, EOFError):
                raise
            except Exception as error:  # what a rule collects cannot be sent
                pipe.send((index, work.lost(task, unforeseen(error))))
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
