"""What several rules of this family ask about attributions."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import Protocol

from newslint import Article, Passage, Person, Span, english, expression

_end = attrgetter("end")
_PERSONAL = frozenset(("he", "she", "they"))
_OFFICE = expression(r"\b(?:for|of|from|at)\b")
_BARE_TITLE = expression(r" (?:Mrs?|Ms|Dr|Prof|Sen|Rep|Gov|Gen)\b(?!\.? [A-Z])")


class Clause(Protocol):
    """What these functions read of an attribution."""

    @property
    def cue(self) -> Passage: ...
    @property
    def speaker(self) -> Passage | None: ...
    @property
    def named(self) -> Passage | None: ...
    @property
    def person(self) -> Person | None: ...


def _is_no_name(word: str) -> bool:
    title = english.is_short_title(word) or english.is_honorific(word) or word in ("jr", "sr")
    return title or word in english.PRONOUNS


def surname(words: str) -> str:
    """The last word of a name in lower case, without possessive; "" for a pronoun or a description ("the mayor")."""
    parts = [part.strip(".,()’'") for part in words.replace("’s", "").replace("'s", "").split()]
    parts = [part for part in parts if not _is_no_name(part.lower())]
    capital = bool(parts) and any(part[:1].isupper() for part in parts[-1].split("-"))  # al-Assad
    return parts[-1].lower() if capital else ""


def speaker_of(row: Clause) -> Person | None:
    """The member of the cast whom an attribution names on the spot; None for a pronoun, a description, an office."""
    speaker, person = row.speaker, row.person
    if speaker is None or person is None or row.named != speaker or _OFFICE.search(speaker.text):
        return None
    mentions = person.mentions
    index = bisect_left(mentions, speaker.end, key=_end)
    return person if index < len(mentions) and mentions[index].end == speaker.end else None


def same_speaker(first: Clause, second: Clause) -> bool:
    """Whether two attributions mean one person: a name or description again, a pronoun, no subject."""
    if first.speaker is None or second.speaker is None:
        return True
    one, other = first.speaker.text.lower(), second.speaker.text.lower()
    if one in english.PRONOUNS and other in english.PRONOUNS:
        return one == other
    if one in english.PRONOUNS or other in english.PRONOUNS:
        return not {one, other}.isdisjoint(_PERSONAL)
    name, again = surname(first.speaker.text), surname(second.speaker.text)
    return name == again if name or again else one.split()[-1] == other.split()[-1]


def clause_span(article: Article, row: Clause) -> Span:
    """The words of an attribution: cue, speaker, and a title that lacks its name."""
    start, end = row.cue.start, row.cue.end
    if row.speaker is not None:
        start, end = min(start, row.speaker.start), max(end, row.speaker.end)
    else:
        title = _BARE_TITLE.match(article.text, end)
        end = title.end() if title else end
    return Span(start, end)
