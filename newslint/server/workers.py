"""The processes with rules, as the process that listens sees them: one that dies or hangs costs the request it had.

``run.pool`` shares out a known list of files; here requests come when they like, and each wants its answer soon.
"""

from __future__ import annotations

import asyncio
import sys
from collections import deque
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from newslint.model.errors import NewslintError
from newslint.run.settings import Options
from newslint.server.job import Answer, Job
from newslint.server.worker import work

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

# Seconds beyond the deadline, which a process itself heeds where it can, until it is killed.
_GRACE = 2.0
# Seconds that a process may take to load its rules.
_START = 60.0
# Requests that may wait for each process.
_WAITING = 64


class BusyError(Exception):
    """Too many requests wait already."""


class GoneError(Exception):
    """Nobody waits for the answer any more."""


class LostError(Exception):
    """The process that had the request is gone. ``late``: it was killed, since it took too long."""

    def __init__(self, why: str, *, late: bool) -> None:
        super().__init__(why)
        self.why = why
        self.late = late


class _Worker:
    """A process and the parent's end of its pipe; all methods but ``kill`` block."""

    def __init__(self, context: BaseContext, options: Options, seconds: float) -> None:
        self.late = False
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=work, args=(theirs, options, seconds), daemon=True
        )
        self.process.start()
        theirs.close()

    def ready(self) -> None:
        """Wait until it is. Raises NewslintError where its settings are wrong."""
        try:
            wrong = self.pipe.recv() if self.pipe.poll(_START) else "did not start in time"
        except (EOFError, OSError):
            wrong = "ended while it started"
        if wrong:
            self.end()
            culprit, colon, message = str(wrong).partition(": ")
            raise NewslintError(culprit if colon else "a process of the server", message or culprit)

    def ask(self, job: Job) -> Answer:
        try:
            self.pipe.send(job)
            answer: Answer = self.pipe.recv()
        except (EOFError, OSError, ValueError):
            if self.late:
                raise LostError("not checked: it took too long", late=True) from None
            raise LostError("not checked: the process that had it was ended", late=False) from None
        return answer

    def kill(self) -> None:
        with suppress(ValueError, OSError):
            self.process.kill()

    def end(self) -> None:
        with suppress(ValueError, OSError):
            self.process.kill()
            self.process.join()
            self.process.close()
        self.pipe.close()


class Workers:
    """``size`` processes. ``lost`` is told why one was started anew: ``killed`` or ``late``."""

    def __init__(self, options: Options, size: int, seconds: float, lost: Callable[[str], None]) -> None:
        from multiprocessing import get_context

        self.size = size
        self.waiting = 0
        self._options = options
        self._seconds = seconds
        self._lost = lost
        self._alive: set[_Worker] = set()
        self._idle: deque[_Worker] = deque()
        self._turns: deque[asyncio.Future[_Worker]] = deque()  # of requests that wait, the first first
        self._threads = ThreadPoolExecutor(size)
        self._tasks: set[asyncio.Task[Any]] = set()
        # A fork of this process would hold its sockets; those of a server of forks have the rules loaded already.
        self._context: BaseContext = get_context("spawn" if sys.platform == "win32" else "forkserver")
        if sys.platform != "win32":
            self._context.set_forkserver_preload(["newslint.server.warm"])

    @property
    def alive(self) -> int:
        return len(self._alive)

    async def start(self) -> None:
        """Start all. Raises NewslintError where the settings are wrong."""
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(self._threads, self._begin) for _ in range(self.size)))
        for worker in self._alive:
            self._free(worker)

    def _begin(self) -> _Worker:
        worker = _Worker(self._context, self._options, self._seconds)
        worker.ready()
        self._alive.add(worker)
        return worker

    async def ask(self, job: Job, gone: Callable[[], Awaitable[bool]]) -> Answer:
        """The answer to a job. ``gone``: whether nobody waits for it. Raises BusyError, GoneError, LostError."""
        if self.waiting >= _WAITING * self.size:
            raise BusyError
        self.waiting += 1
        try:
            async with asyncio.timeout(self._seconds * 3):
                worker = await self._next()
        except TimeoutError:
            raise BusyError from None
        finally:
            self.waiting -= 1
        try:
            # Who types on asks anew and hangs up: what is not begun yet need not be.
            if await gone():
                raise GoneError
        except BaseException:
            self._free(worker)
            raise
        # A client that goes away must not take the process with it in the midst of an answer.
        task = asyncio.get_running_loop().create_task(self._asked(worker, job))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return await asyncio.shield(task)

    async def _asked(self, worker: _Worker, job: Job) -> Answer:
        loop = asyncio.get_running_loop()

        def overdue() -> None:
            worker.late = True
            worker.kill()

        alarm = loop.call_later(self._seconds + _GRACE, overdue)
        try:
            answer = await loop.run_in_executor(self._threads, worker.ask, job)
        except LostError as error:
            self._give_up(worker, "late" if error.late else "killed")
            raise
        finally:
            alarm.cancel()
        self._free(worker)
        return answer

    async def _next(self) -> _Worker:
        """A process that is idle, and is there still."""
        while True:
            worker = self._idle.popleft() if self._idle else await self._turn()
            if worker.process.is_alive():
                return worker
            self._give_up(worker, "killed")

    async def _turn(self) -> _Worker:
        """The process that comes free when it is one's turn."""
        turn: asyncio.Future[_Worker] = asyncio.get_running_loop().create_future()
        self._turns.append(turn)
        try:
            return await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._free(turn.result())
            raise

    def _free(self, worker: _Worker) -> None:
        """Give a process to the request that has waited longest: a queue of asyncio lets one that just came have it."""
        while self._turns:
            turn = self._turns.popleft()
            if not turn.done():
                turn.set_result(worker)
                return
        self._idle.append(worker)

    def _give_up(self, worker: _Worker, why: str) -> None:
        self._alive.discard(worker)
        self._lost(why)
        again = asyncio.get_running_loop().create_task(self._replace(worker))
        self._tasks.add(again)
        again.add_done_callback(self._tasks.discard)

    async def _replace(self, worker: _Worker) -> None:
        """Start another in place of one that is gone; again and again where that fails."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._threads, worker.end)
        while True:
            try:
                self._free(await loop.run_in_executor(self._threads, self._begin))
            except (NewslintError, OSError):
                self._lost("not started")
                await asyncio.sleep(1.0)
            else:
                return

    async def stop(self) -> None:
        """End all. What is under way has been waited for by then."""
        for task in tuple(self._tasks):
            task.cancel()
        for worker in tuple(self._alive):
            worker.kill()
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in tuple(self._alive):
            worker.end()
