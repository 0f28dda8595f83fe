"""What depends on the words of a paragraph or a sentence alone, kept where the same text is read again and again.

An editor asks with every letter that is typed, and all paragraphs but one are as they were. A run over files reads
nothing twice, and keeps nothing: only where ``keep`` was called is anything kept.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])

# Texts of which each function keeps what it found, those of a dozen articles, and the characters of the longest.
_MOST, _LONGEST = 1_000, 10_000
_keeping = False


def keep() -> None:
    """Keep what is found from now on, as long as this process runs: its texts come again."""
    global _keeping
    _keeping = True


def is_keeping() -> bool:
    """Whether anything is kept, so that to read a text piece by piece is worth it."""
    return _keeping


def kept(work: F) -> F:
    """A pure function of a text, its first argument, and of other hashable values, none of it known by keyword."""
    remembered = lru_cache(maxsize=_MOST)(work)

    @wraps(work)
    def ask(text: str, *others: Any) -> Any:
        return remembered(text, *others) if _keeping and len(text) < _LONGEST else work(text, *others)

    return cast(F, ask)
