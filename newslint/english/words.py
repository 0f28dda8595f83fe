"""What any reader knows: ordinary words, and how foreign the letters of a form look."""

from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from newslint.english.data import read

_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ed", "ee"),
    ("ied", "ie"),
    ("oed", "oe"),
    ("yed", "ye"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
)
_LAST = tuple(dict.fromkeys(end for end, _ in _ENDINGS))


@cache
def words() -> frozenset[str]:
    """The commonest English words in lower case, without accents and most regular inflections."""
    return frozenset(read("words.txt").decode().split())


@lru_cache(maxsize=20_000)
def is_word(form: str) -> bool:
    """Whether ``form``, in any case, is an ordinary English word or a regular inflection of one."""
    known, word = words(), form.lower()
    if len(word) < 3 or word in known:
        return True
    if not word.isascii():
        word = _plain(word).decode()  # the list has "fiance" for "fiancé"
    return word in known or (word.endswith(_LAST) and any(stem in known for stem in stems(word)))


def stems(word: str) -> Iterator[str]:
    """What ``word`` may be a regular inflection of: "copies" gives "copie", "copi" and "copy"."""
    for end, back in _ENDINGS:
        if word.endswith(end):
            yield word[: len(word) - len(end)] + back


@cache
def _letters() -> bytes:
    """All known words and names in one text, as ``_plain`` gives them, white space before and after each."""
    lines = b"\n".join([b"", read("words.txt"), read("names.txt"), b""]).lower().split(b"\n")
    return b" ".join([line if line.isascii() else _plain(line.decode()) for line in lines])


def _plain(text: str) -> bytes:
    """The letters in lower case without accents; those that ASCII does not have are left out."""
    if not text.isascii():
        from unicodedata import normalize

        text = normalize("NFD", text)
    return text.encode("ascii", "ignore").lower()


# Runs of letters that are counted one by one; for more of them it pays to count all.
_FEW = 50


@cache
def _triples() -> Counter[tuple[int, int, int]]:
    """How often each run of three letters stands in known words and names."""
    letters = _letters()
    return Counter(zip(letters, letters[1:], letters[2:], strict=False))


@lru_cache(maxsize=20_000)
def _times(run: bytes) -> int:
    """How often known words and names hold these three letters, no letter counted twice."""
    first, second, third = run
    if first != third and _times.cache_info().misses > _FEW:
        return _triples()[first, second, third]
    return _letters().count(run)


def strangeness(form: str, other: str) -> int:
    """How foreign the letters look that ``form`` has and ``other`` has not: 2, 1 or 0.

    A slip makes runs of three letters that no word or name has ("Resrarch", "Frnech"); another spelling of a name
    ("Hansen", "Hanson") hardly ever does.
    """
    one, two = (b" %b " % _plain(word) for word in (form, other))
    runs = (one[at : at + 3] for at in range(len(one) - 2))
    rarest = min((_times(run) for run in runs if run not in two), default=9)
    return 2 if rarest < 2 else 1 if rarest < 4 else 0
