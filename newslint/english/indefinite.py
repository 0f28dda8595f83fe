"""Which indefinite article a word takes: a by its first sound, which its letters do not always show.

What the letters say (``by_letters``) holds but for the words of ``data/indefinite.txt``, which edited news counts
otherwise: a line of those that take "a", one of those that take "an", one of those that take either.
"""

from functools import cache, lru_cache

from newslint.english.data import read
from newslint.model.expressions import expression

# Names of letters that begin with a vowel.
_SPOKEN_AS_VOWEL = frozenset("AEFHILMNORSX")
_LETTERS = expression(r"[B-DF-HJ-NP-TV-XZ]{2,5}s?(?![\w])")  # an abbreviation that nobody can speak as a word
_VOWELS = frozenset("aeio")
_CONSONANTS = frozenset("bcdfgjklmnpqrstvwyz")
# 8, 11, 18, 80 to 89, 800 and so on, 11,000 and 18,000; not 1,100, which may be "eleven hundred".
_EIGHT, _ELEVEN = expression(r"8"), expression(r"1[18](?:(?:,000)*(?!\d|,)|(?=th\b|[-–]))")
_YEAR = expression(r"1[18]\d\d(?!\d)")


@lru_cache(maxsize=4_000)
def takes_an(word: str) -> bool | None:
    """Whether "an" stands before ``word``, "a" if not; None if both are in use or nobody can tell by the letters."""
    if len(word.partition("-")[0]) < 2 and not word[0].isdigit():
        return None  # letters by themselves: an F, an F-plus, an S&P fund
    take_a, take_an, either = _exceptions()
    for form in (word, word.lower(), word.removesuffix("’s").removesuffix("'s")):
        if form in either:
            return None
        if form in take_a:
            return None if form[0] in "hH" else False  # an historian, an hotel: some still say so
        if form in take_an:
            return True
    return by_letters(word)


def by_letters(word: str) -> bool | None:
    """What the letters of a word say by themselves; None where the same ones are spoken in several ways."""
    first = word[0]
    if first.isdigit():
        if _YEAR.match(word):
            return None
        return bool(_EIGHT.match(word) or _ELEVEN.match(word))
    if _LETTERS.match(word):
        return first in _SPOKEN_AS_VOWEL
    if len(word) < 3 or not word[1:].islower():
        return None
    if first.lower() in _VOWELS:
        return None if word[:2].lower() in ("eu", "ew") or word[:3].lower() in ("one", "onc") else True
    spelled = first.isupper() and first in "MNX" and word[1] not in "aeiou"  # Nkosi, Mbappé, Xhosa
    return False if first.lower() in _CONSONANTS and not spelled else None


@cache
def _exceptions() -> tuple[frozenset[str], ...]:
    """Words that take "a", "an", either, against their letters."""
    lines = read("indefinite.txt").decode().split("\n")
    return tuple(frozenset(line.split()) for line in lines[:3])
