"""What is known of a thing by itself, worked out once for the run.

An article is some hundred distinct words, and all but a few of them were met before. A memo read for a whole row of
words is the column of a table, in one step of compiled code; a sieve leaves of an article's words hardly one to be
looked at again.
"""

from collections.abc import Callable, Hashable, Iterable, Set
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

# What is kept before a memo starts over: some 10 MB of words.
MOST = 100_000


class Memo(dict[K, V]):
    """Key -> what ``work`` says of it, asked once."""

    def __init__(self, work: Callable[[K], V], most: int = MOST) -> None:
        super().__init__()
        self._work = work
        self._most = most

    def __missing__(self, key: K) -> V:
        found = self._work(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = found
        return found

    def column(self, keys: Iterable[K]) -> list[V]:
        """What is known of each, in their order."""
        return list(map(self.__getitem__, keys))


class Sieve:
    """Lets words pass that ``is_odd`` finds nothing in, each asked once; that must depend on the word alone."""

    def __init__(self, is_odd: Callable[[str], bool], most: int = MOST) -> None:
        self._is_odd = is_odd
        self._most = most
        self._passed: set[str] = set()

    def odd(self, words: Set[str]) -> list[str]:
        """The odd ones of an article's distinct words, in order."""
        passed = self._passed
        if len(passed) > self._most:
            passed.clear()
        found = []
        for word in words - passed:
            if self._is_odd(word):
                found.append(word)
            else:
                passed.add(word)
        return sorted(found)
