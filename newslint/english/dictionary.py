"""Whether any dictionary of English has a word: American or British, plain or rare, and the names that the world knows.

Some 339,000 forms, searched in the file's lines as they stand: nothing is unpacked but the one that may hold the word,
and no page of lines is read before.
"""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from mmap import mmap

from newslint.english.data import look_into, read
from newslint.english.names import NAMES
from newslint.english.words import WORDS

ZERO = ord("0")  # a character from here on says how many letters a word shares with the one before it
MOST_SHARED = 30
_PAGE = 4096  # bytes
_LONGEST = 80  # bytes; every line's first word is shorter
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
def _pages() -> tuple[mmap, list[int], list[bytes]]:
    """The file, where each page of lines begins, and what it begins with: the first word and more."""
    text = look_into("dictionary.txt")
    starts = [0, *(text.find(b"\n", at) + 1 for at in range(_PAGE, len(text) - _PAGE, _PAGE))]
    return text, starts, [text[start : start + _LONGEST] for start in starts]


@cache
def _lines(page: int) -> list[bytes]:
    text, starts, _ = _pages()
    return text[slice(*[*starts, len(text)][page : page + 2])].splitlines()


@lru_cache(maxsize=20_000)
def in_dictionary(word: str) -> bool:
    """Whether a dictionary has ``word``, of four letters or more, in any case; accents count for nothing."""
    form = plain(word).lower()
    if WORDS.has(form):
        return True
    wanted = form.encode()
    before = wanted + _AFTER_WORD
    page = bisect_right(_pages()[2], before) - 1
    if page < 0:
        return False
    lines = _lines(page)
    return _holds(lines[bisect_right(lines, before) - 1], wanted)


def unpack() -> None:
    """Have all words and names at hand, for many articles to come."""
    WORDS.unpack()
    NAMES.unpack()
    for page in range(len(_pages()[1])):
        _lines(page)


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
