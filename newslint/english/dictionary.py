"""Whether any dictionary of English has a word: American or British, plain or rare, and the names that the world knows.

Some 339,000 forms, searched in the file as it lies: nothing is unpacked but the line that may hold the word.
"""

import re
from bisect import bisect_right
from functools import cache, lru_cache

from newslint.english.data import read
from newslint.english.words import words

ZERO = ord("0")  # a character from here on says how many letters a word shares with the one before it
MOST_SHARED = 30
_FEW = 500  # words that are sought in the file; for more of them it pays to have its lines at hand
_FIRST = re.compile(rb"[a-z]+")
_ENTRY = re.compile(rb"([0-N])([a-z]*)")


def plain(word: str) -> str:
    """The word without accents; letters that ASCII does not have are left out."""
    if word.isascii():
        return word
    from unicodedata import normalize

    return normalize("NFD", word).encode("ascii", "ignore").decode()


@cache
def _text() -> bytes:
    return read("dictionary.txt")


@lru_cache(maxsize=20_000)
def in_dictionary(word: str) -> bool:
    """Whether a dictionary has ``word``, of four letters or more, in any case; accents count for nothing."""
    form = plain(word).lower()
    if form in words():
        return True
    wanted = form.encode()
    if in_dictionary.cache_info().misses < _FEW:
        return _in_pages(wanted)
    firsts, lines = _index()
    at = bisect_right(firsts, wanted) - 1
    return at >= 0 and _holds(lines[at], wanted)


@cache
def _index() -> tuple[list[bytes], list[bytes]]:
    """The first word of each line, and the lines."""
    lines = _text().splitlines()
    return [_first(line, 0) for line in lines], lines


def _in_pages(wanted: bytes) -> bool:
    text = _text()
    low, high = 0, len(text)  # starts of lines: the last whose first word is not beyond the wanted one is sought
    while low < high:
        middle = text.find(b"\n", (low + high) // 2, high) + 1
        if not middle or _first(text, middle) > wanted:
            high = (low + high) // 2
        else:
            low = middle
    return _holds(text[low : text.find(b"\n", low)], wanted)


def _first(text: bytes, start: int) -> bytes:
    found = _FIRST.match(text, start)
    return found[0] if found else b"~"


def _holds(line: bytes, wanted: bytes) -> bool:
    """Whether ``wanted`` is one of the words of a line, which are in order."""
    word = _first(line, 0)
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
