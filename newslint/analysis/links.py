"""Links attributions to the cast, and pronouns to the names that they most likely stand for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from newslint.analysis.cues import DETERMINERS, PRONOUNS
from newslint.analysis.strangers import is_stranger
from newslint.span import Passage

if TYPE_CHECKING:
    from newslint.analysis.attributions import Attribution
    from newslint.analysis.people import Person
    from newslint.article import Article

_SINGULAR = frozenset(("he", "she"))
_REACH = 3  # paragraphs from a pronoun back to its name
_FEMALE = frozenset(("mrs", "ms", "miss", "lady", "dame", "queen", "princess", "sister", "congresswoman"))
_MALE = frozenset(("mr", "sir", "lord", "king", "prince", "father", "brother", "congressman"))


class _Cast:
    """The mentions of all people in the order of the text."""

    def __init__(self, people: tuple[Person, ...]) -> None:
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


def linked(article: Article, found: list[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in the order of the text, with ``named`` and ``person`` filled in where they are sure."""
    if not found:
        return ()
    cast = _Cast(article.people)
    starts = [block.start for block in article.blocks]
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
            if current is not None and _may_mean(article, cast, starts, speaker, current):
                named = current
        elif speaker.text.lower() not in PRONOUNS:
            current = None  # a spokesman, the report: "he" may be either
        person = None
        if named is not None:
            people = cast.within(named.start, named.end)
            person = people[-1] if people else None
        second = row.second
        if second is not None and second.speaker is not None and is_name(second.speaker.text):
            second = second._replace(named=second.speaker)
        stranger = is_stranger(article, row)
        out.append(row._replace(named=named, person=person, second=second, stranger=stranger))
    return tuple(out)


def is_name(words: str) -> bool:
    """Whether the words of a speaker hold a name rather than a pronoun or a description."""
    parts = words.split()
    if (parts and parts[0].lower() in DETERMINERS) or words.lower() in PRONOUNS:
        parts = parts[1:]
        return len(parts) > 1 and parts[-1][0].isupper() and parts[-2][0].isupper()
    return any(part[0].isupper() for part in parts)


def _may_mean(article: Article, cast: _Cast, starts: list[int], pronoun: Passage, name: Passage) -> bool:
    """Whether nobody else comes between a name and a pronoun that is near enough, and the titles do not forbid it."""
    if not 0 <= bisect_right(starts, pronoun.start) - bisect_right(starts, name.start) <= _REACH:
        return False
    title = name.text.split()[0].rstrip(".").lower()
    if title in (_FEMALE if pronoun.text.lower() == "he" else _MALE):
        return False
    mine = cast.within(name.start, name.end)
    for start, end, person in cast.rows[bisect_left(cast.starts, name.end) : bisect_left(cast.starts, pronoun.start)]:
        if person not in mine and not article.in_quotation(Passage(start, end, "")):
            return False
    return True
