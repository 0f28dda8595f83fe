"""The words of a clause: what the search for speakers reads."""

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
    found: list[Word] = []
    at = start
    for token in _WORD.findall(text[start:end]):
        at = text.find(token, at)  # no letter or mark stands between two tokens
        stop = at + len(token)
        if token == "." and found and found[-1].end == at and _is_abbreviated(found[-1], text, stop):
            last = found[-1]
            found[-1] = Word(last.start, stop, last.text + ".", last.lower)
        elif len(found) < limit:
            found.append(_new(Word, (at, stop, token, token.lower())))
        else:
            break
        at = stop
    return found


def _is_abbreviated(word: Word, text: str, stop: int) -> bool:
    """Whether a full stop, which ends at ``stop``, belongs to the word before it: Mr., Jr., J., U.S., "Inc.,"."""
    short = is_short_title(word.lower) or word.lower in ("jr", "sr", "st")
    return short or len(word.text) == 1 or "." in word.text or text.startswith(",", stop)


def cannot_speak(word: Word) -> bool:
    """Whether a word cannot begin a subject: a preposition, a conjunction, an auxiliary (but "Will Doyle" can)."""
    return word.lower in NO_SUBJECT and (word.text[0].islower() or word.lower not in ("will", "may", "asked"))


def is_between(word: Word) -> bool:
    """Whether a word may stand between subject and verb; with a capital it is a name ("May said")."""
    return (word.text[0].islower() and (word.lower in BETWEEN or word.lower.endswith("ly"))) or word.text[0] in "'’"
