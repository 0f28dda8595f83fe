"""What any reader knows: ordinary words, and how foreign the letters of a form look."""

from collections.abc import Iterator
from functools import cache, lru_cache

from newslint.english.data import WordList, read

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


# The commonest English words in lower case, without accents and most regular inflections.
WORDS = WordList("words.txt")


@lru_cache(maxsize=20_000)
def is_word(form: str) -> bool:
    """Whether ``form``, in any case, is an ordinary English word or a regular inflection of one."""
    word = form.lower()
    if len(word) < 3 or WORDS.has(word):
        return True
    return is_plain_word(word if word.isascii() else _plain(word).decode())  # the list has "fiance" for "fiancé"


def is_plain_word(word: str) -> bool:
    """The same of a form in lower case and without accents; for very many forms of which hardly one is a word."""
    return WORDS.has(word) or (word.endswith(_LAST) and any(map(WORDS.has, stems(word))))


def stems(word: str) -> Iterator[str]:
    """What ``word`` may be a regular inflection of: "copies" gives "copie", "copi" and "copy"."""
    for end, back in _ENDINGS:
        if word.endswith(end):
            yield word[: len(word) - len(end)] + back


def _plain(text: str) -> bytes:
    """The letters in lower case without accents; those that ASCII does not have are left out."""
    if not text.isascii():
        from unicodedata import normalize

        text = normalize("NFD", text)
    return text.encode("ascii", "ignore").lower()


@cache
def _runs() -> tuple[frozenset[bytes], frozenset[bytes]]:
    """Runs of three letters that known words and names hold often, and those that they hold now and then."""
    often, seldom = read("runs.txt").splitlines()
    return frozenset(often.split()), frozenset(seldom.split())


def strangeness(form: str, other: str) -> int:
    """How foreign the letters look that ``form`` has and ``other`` has not: 2, 1 or 0.

    A slip makes runs of three letters that no word or name has ("Resrarch", "Frnech"); another spelling of a name
    ("Hansen", "Hanson") hardly ever does.
    """
    often, seldom = _runs()
    odd = set(runs_of(form)).difference(runs_of(other), often)
    return 0 if not odd else 1 if odd <= seldom else 2


def runs_of(form: str) -> list[bytes]:
    """The runs of three letters in a form, with a point before its first and after its last one."""
    letters = b".%b." % _plain(form)
    return [letters[at : at + 3] for at in range(len(letters) - 2)]
