"""Links attributions to the cast, and pronouns to the names that they most likely stand for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from newslint.analysis.speech.cues import DETERMINERS
from newslint.english.function_words import PRONOUNS
from newslint.model.span import Passage

if TYPE_CHECKING:
    from newslint.analysis.names.people import Person
    from newslint.analysis.speech.attributions import Attribution
    from newslint.analysis.views import Views

_SINGULAR = frozenset(("he", "she"))
_REACH = 3  # paragraphs from a pronoun back to its name
_MOST = 40  # names on the way back; with more of them nobody can be sure
_FEMALE = frozenset(("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "sister", "congresswoman"))
_MALE = frozenset(("mr", "sir", "lord", "king", "prince", "father", "brother", "congressman"))


class _Cast:
    """The mentions of all people in the order of the text."""

    def __init__(self, article: Views) -> None:
        people = article.people
        self.blocks = [block.start for block in article.blocks]
        rows = sorted(
            ((mention.start, mention.end, person) for person in people for mention in person.mentions),
            key=lambda row: row[:2],
        )
        self.starts = [row[0] for row in rows]
        self.rows = rows

    def within(self, start: int, end: int) -> list[Person]:
        """Who is named in a stretch of text."""
        low = max(bisect_left(self.starts, start) - 1, 0)
        return [
            person
            for first, last, person in self.rows[low : bisect_left(self.starts, end)]
            if last > start and first < end
        ]

    def meant_by(self, words: Passage) -> Person | None:
        """The last person named in the words of a speaker."""
        people = self.within(words.start, words.end)
        return people[-1] if people else None


def linked(article: Views, found: list[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in the order of the text, with ``named`` and ``person`` filled in where they are sure."""
    if not found:
        return ()
    cast = _Cast(article)
    out: list[Attribution] = []
    current: Passage | None = None  # who was last named as a speaker
    for row in found:
        speaker = row.speaker
        named: Passage | None = None
        if speaker is None:
            pass
        elif is_name(speaker.text):
            named = speaker
            current = speaker
        elif speaker.text.lower() in _SINGULAR:
            named = _antecedent(article, cast, speaker, current)
            current = named or current
        elif speaker.text.lower() not in PRONOUNS:
            current = None  # a spokesman, the report: "he" may be either
        person = None
        if named is not None:
            person = cast.meant_by(named)
        second = row.second
        if second is not None and second.speaker is not None and is_name(second.speaker.text):
            second = second._replace(named=second.speaker, person=cast.meant_by(second.speaker))
        out.append(row._replace(named=named, person=person, second=second))
    return tuple(out)


def is_name(words: str) -> bool:
    """Whether the words of a speaker hold a name rather than a pronoun or a description."""
    parts = words.split()
    if (parts and parts[0].lower() in DETERMINERS) or words.lower() in PRONOUNS:
        parts = parts[1:]
        return len(parts) > 1 and parts[-1][0].isupper() and parts[-2][0].isupper()
    return any(part[0].isupper() for part in parts)


def _antecedent(article: Views, cast: _Cast, pronoun: Passage, name: Passage | None) -> Passage | None:
    """The words that a pronoun stands for: ``name``, who spoke last, or the one person who has come in since.

    None when more than one has, when the name is too far off, or when its title forbids it.
    """
    starts = cast.blocks
    block = bisect_right(starts, pronoun.start)
    if name is not None and not 0 <= block - bisect_right(starts, name.start) <= _REACH:
        name = None
    low = name.end if name is not None else starts[block - 1]
    mine = cast.within(name.start, name.end) if name is not None else []
    others: dict[int, Passage] = {}
    between = cast.rows[bisect_left(cast.starts, low) : bisect_left(cast.starts, pronoun.start)]
    if len(between) > _MOST:
        return None
    for start, end, person in between:
        if person not in mine and not article.in_quotation(Passage(start, end, "")):
            others[id(person)] = Passage.of(article.text, start, end)
    if others:
        found = next(iter(others.values()))
        if len(others) > 1 or found.start < starts[block - 1]:
            return None
        name = found
    if name is None:
        return None
    title = name.text.split()[0].rstrip(".").lower()
    forbidden = _FEMALE if pronoun.text.lower() == "he" else _MALE
    return None if title in forbidden else name
