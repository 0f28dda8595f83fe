"""What is still to do of an archive, and which of its articles are left out; for whoever has the shards done."""

from __future__ import annotations

import shutil
from collections import Counter, deque
from pathlib import Path

from newslint.archive.plan import Plan
from newslint.archive.shard import At, is_whole, shard_folder
from newslint.model.errors import NewslintError

GRACE = 10.0  # seconds beyond an article's deadline until its process is ended
_TRIES = 2  # of an article
_STARTS = 10  # of processes, for one shard, that end before they read anything


class Ledger:
    """The shards of a plan that are not there yet. Only one run may hold it: see ``plan.locked``.

    ``before``: how many were there; ``mended``: those that were not whole, and are read again.
    """

    def __init__(self, archive: Path, plan: Plan) -> None:
        self.archive = archive
        self.plan = plan
        self.todo: deque[int] = deque()
        self.mended: list[int] = []
        self._skip: dict[int, set[At]] = {}
        self._tries: Counter[tuple[int, At | None]] = Counter()
        try:
            self.clear()
            for number in range(len(plan)):
                if is_whole(archive, number):
                    continue
                self.todo.append(number)
                if shard_folder(archive, number).exists():
                    self.mended.append(number)
                    shutil.rmtree(shard_folder(archive, number))
        except OSError as error:
            raise NewslintError(str(archive), f"cannot be written: {error.strerror or error}") from None
        self.before = len(plan) - len(self.todo)
        self._left = sum(plan.weights[number] for number in self.todo)
        self._done = 0

    def clear(self) -> None:
        """Delete what processes that were killed have left. Raises OSError."""
        for part in self.archive.glob("shard-*.part-*"):
            shutil.rmtree(part)

    def task(self, number: int) -> tuple[int, int, frozenset[At]]:
        """(number, start of its line in the plan, what to leave out) of a shard."""
        return number, self.plan.start(number), frozenset(self._skip.get(number, ()))

    def done(self, number: int) -> None:
        self._skip.pop(number, None)
        self._done += self.plan.weights[number]

    def lost(self, number: int, at: At | None) -> None:
        """A process is gone: its shard is done again, without what it was at when it went for the second time.

        ``at``: None before it was at anything, which is no article's fault. Raises NewslintError after many such.
        """
        self._tries[number, at] += 1
        if at is None:
            if self._tries[number, at] >= _STARTS:
                raise NewslintError(str(self.archive), "its processes end before they read anything, again and again")
        elif self._tries[number, at] >= _TRIES:
            self._skip.setdefault(number, set()).add(at)
        self.todo.appendleft(number)

    @property
    def share_done(self) -> float:
        """How much is done of what was to do, by bytes."""
        return self._done / self._left if self._left else 1.0
