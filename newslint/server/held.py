"""Answers of the last minutes, for who asks the same: another editor of the story, the one who opens it again."""

from __future__ import annotations

import os
import time
from collections import OrderedDict
from collections.abc import Callable
from hashlib import blake2b

from newslint.server.job import Answer, Job

# What is asked again as it was; a request of Typerighter's has a number of its own, the page asks for what has changed.
KINDS = frozenset({"languagetool", "check"})
MOST = 16_000_000  # bytes of all answers together
_LONGEST = MOST // 16
_EACH = 1000  # bytes of an answer beside its body


class Held:
    """Whole answers, the least used let go first. ``seconds``: for which one is held, 0 for none.

    What was asked stands here as a digest only, and nothing is written to a disk.
    """

    def __init__(self, seconds: float, most: int = MOST, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._most = most
        self._clock = clock
        self._secret = os.urandom(32)
        self._answers: OrderedDict[bytes, tuple[float, Answer]] = OrderedDict()
        self.size = 0

    def key(self, job: Job) -> bytes:
        """What a job asks for, as a digest; b"" for one whose answer is not held."""
        if not self._seconds or job.kind not in KINDS:
            return b""
        digest = blake2b(key=self._secret, digest_size=16)
        for part in (job.kind, job.query, job.content_type):
            words = part.encode("utf-8", "surrogatepass")
            digest.update(len(words).to_bytes(8, "big") + words)
        digest.update(job.body)
        return digest.digest()

    def get(self, key: bytes) -> Answer | None:
        """The answer that is held for a key."""
        if key not in self._answers:
            return None
        when, answer = self._answers[key]
        if self._clock() - when > self._seconds:
            self._drop(key)
            return None
        self._answers.move_to_end(key)
        return answer

    def put(self, key: bytes, answer: Answer) -> None:
        """Hold an answer, if it is one that would be given again."""
        if not key or not answer.whole or answer.status != 200 or len(answer.body) > _LONGEST:
            return
        if key in self._answers:
            self._drop(key)
        self._answers[key] = (self._clock(), answer)
        self.size += len(answer.body) + _EACH
        while self.size > self._most:
            self._drop(next(iter(self._answers)))

    def _drop(self, key: bytes) -> None:
        self.size -= len(self._answers.pop(key)[1].body) + _EACH
