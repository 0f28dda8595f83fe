"""Whether any dictionary of English has a word: American or British, plain or rare, and the names that the world knows.

Some 339,000 forms, searched in the file's lines as they stand: nothing is unpacked but the one that may hold the word.
"""

import re
from bisect import bisect_right
from functools import cache, lru_cache

from newslint.english.data import read
from newslint.english.words import words

ZERO = ord("0")  # a character from here on says how many letters a word shares with the one before it
MOST_SHARED = 30
_AFTER_WORD = b"_"  # comes after what follows a line's first word, and before every letter
_FIRST = re.compile(rb"[a-z]+")
_ENTRY = re.compile(rb"([0-N])([a-z]*)")


def plain(word: str) -> str:
    """The word without accents; letters that ASCII does not have are left out."""
    if word.isascii():
        return word
    from unicodedata import normalize

    return normalize("NFD", word).encode("ascii", "ignore").decode()


@cache
def _lines() -> list[bytes]:
    return read("dictionary.txt").splitlines()


@lru_cache(maxsize=20_000)
def in_dictionary(word: str) -> bool:
    """Whether a dictionary has ``word``, of four letters or more, in any case; accents count for nothing."""
    form = plain(word).lower()
    if form in words():
        return True
    wanted, lines = form.encode(), _lines()
    at = bisect_right(lines, wanted + _AFTER_WORD) - 1
    return at >= 0 and _holds(lines[at], wanted)


def _holds(line: bytes, wanted: bytes) -> bool:
    """Whether ``wanted`` is one of the words of a line, which are in order."""
    word = _FIRST.match(line)[0]  # type: ignore[index]  # every line begins with a word
    for entry in _ENTRY.finditer(line, len(word)):
        if word >= wanted:
            break
        shared, rest = entry.groups()
        word = word[: ord(shared) - ZERO] + rest
    return word == wanted


@cache
def _capitalised() -> frozenset[str]:
    return frozenset(read("capitalised.txt").decode().lower().split())


def needs_capital(form: str) -> bool:
    """Whether ``form``, in lower case, is a name that edited news never writes so, and no other word: "monday"."""
    return form in _capitalised()
