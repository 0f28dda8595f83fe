"""The words of a clause: what the search for speakers reads."""

from functools import lru_cache

from newslint.analysis.speech.cues import BETWEEN
from newslint.english.function_words import NO_SUBJECT
from newslint.english.titles import is_short_title
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple

_WORD = expression(r"[^\W_](?:[\w’'&‑-]|\.(?=\w))*|[^\s\w]")
_REACH = 40  # tokens of a clause that are looked at


_new = tuple.__new__


class Word(NamedTuple):
    """A token of a clause with its lower-case form."""

    start: int
    end: int
    text: str
    lower: str


def words_of(text: str, start: int, end: int, limit: int = _REACH) -> list[Word]:
    """The tokens of a stretch of text; the stop of an abbreviation belongs to its word."""
    kept = _words_in(text[start:end], limit, text.startswith(",", end))
    return [_new(Word, (first + start, last + start, word, lower)) for first, last, word, lower in kept]


@lru_cache(maxsize=500)
def _words_in(text: str, limit: int, comma: bool) -> list[Word]:
    """The same of a text by itself, kept: an editor asks again with every letter. ``comma``: whether one follows."""
    found: list[Word] = []
    for match in _WORD.finditer(text):
        word = match[0]
        if word == "." and found and found[-1].end == match.start():
            last = found[-1]
            if (
                is_short_title(last.lower)
                or last.lower in ("jr", "sr", "st")
                or len(last.text) == 1
                or "." in last.text
                or (text.startswith(",", match.end()) if match.end() < len(text) else comma)
            ):
                found[-1] = Word(last.start, match.end(), last.text + ".", last.lower)
                continue
        if len(found) >= limit:
            break
        found.append(_new(Word, (*match.span(), word, word.lower())))
    return found


def cannot_speak(word: Word) -> bool:
    """Whether a word cannot begin a subject: a preposition, a conjunction, an auxiliary (but "Will Doyle" can)."""
    return word.lower in NO_SUBJECT and (word.text[0].islower() or word.lower not in ("will", "may", "asked"))


def is_between(word: Word) -> bool:
    """Whether a word may stand between subject and verb; with a capital it is a name ("May said")."""
    return (word.text[0].islower() and (word.lower in BETWEEN or word.lower.endswith("ly"))) or word.text[0] in "'’"
