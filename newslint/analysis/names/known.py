"""What any reader knows: ordinary English words, and names with one settled spelling. Loaded when first asked for."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.analysis.names.inventory import Inventory

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


@cache
def words() -> frozenset[str]:
    """Some 13,000 of the commonest English words in lower case, without regular inflections."""
    return frozenset(_read("words.txt"))


@cache
def names() -> frozenset[str]:
    """Some 10,000 proper names as one word each: people, places, peoples, brands."""
    return frozenset(_read("names.txt"))


@cache
def given_names() -> frozenset[str]:
    """Some 1,400 common given names."""
    return frozenset(_read("given.txt"))


def is_word(form: str) -> bool:
    """Whether ``form``, in any case, is an ordinary English word or a regular inflection of one."""
    known, word = words(), form.lower()
    if len(word) < 3 or word in known:
        return True
    return any(word.endswith(end) and word[: len(word) - len(end)] + back in known for end, back in _ENDINGS)


def is_name(form: str) -> bool:
    """Whether ``form`` is a well-known name."""
    return form in names()


def steady_names(inventory: Inventory) -> tuple[str, ...]:
    """Words that are names beyond doubt: capitalised mid-sentence again and again, and no English words."""
    found = []
    for form, places in inventory.forms.items():
        if len(places) < 2 or len(form) < 4 or not form.isalpha() or form.isupper():
            continue
        needed = 2 if is_name(form) else 5
        if len(places) >= needed and not is_word(form):
            if sum(not inventory.opens_sentence(index) for index in places[:20]) >= needed:
                found.append(form)
    return tuple(found)


@cache
def _letters() -> bytes:
    """All known words and names in one text, as ``_plain`` gives them, white space before and after each."""
    lines = b"\n".join([b"", _bytes("words.txt"), _bytes("names.txt"), b""]).lower().split(b"\n")
    return b" ".join([line if line.isascii() else _plain(line.decode()) for line in lines])


def _plain(text: str) -> bytes:
    """The letters in lower case without accents; those that ASCII does not have are left out."""
    if not text.isascii():
        from unicodedata import normalize

        text = normalize("NFD", text)
    return text.encode("ascii", "ignore").lower()


@lru_cache(maxsize=20_000)
def _times(run: bytes) -> int:
    """How often known words and names hold these letters."""
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


def _read(name: str) -> list[str]:
    return _bytes(name).decode("utf-8").split()


def _bytes(name: str) -> bytes:
    return Path(__file__).with_name(name).read_bytes()
