"""Quotations in the mouth of somebody who is not on the scene, next to one who is, and says nothing.

A reporter brings in a speaker with what she said, and lets her speak: "Leonie Fair said that she would visit the
valley. / “I will not make a promise,” ..." Where a third person takes the words who was last seen paragraphs ago, and
she is never heard, the name was changed. In 2.4 million words as published there are six
such places.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newslint import Article, Attribution, NamedTuple, Person, english

from ._speech import speaker_of

_ADDS = ("added", "adds")
_BETWEEN = " .\n"  # between an attribution and a quotation that goes on


class Stranger(NamedTuple):
    """An attribution to one who is not on the scene, and who is."""

    row: Attribution
    heard: Person


def strangers(article: Article) -> Iterator[Stranger]:
    """Attributions to a person who was last named before the paragraph in which another speaker was brought in."""
    rows = article.attributions
    if not any(row.quotes for row in rows):
        return  # people are read only for those who are quoted
    starts = [block.start for block in article.blocks if block.is_prose]
    seen = sorted(
        (mention.start, number) for number, person in enumerate(article.people) for mention in person.mentions
    )
    quoting = {id(row.person) for row in rows if row.quotes}
    before: Attribution | None = None
    for row in rows:
        if not row.quotes:
            continue
        last, before = before, row
        person, first = speaker_of(row), row.quotes[0]
        place = bisect_right(starts, first.start) - 1
        if person is None or place < 1 or row.cue.start < first.start:
            continue
        opening, earlier = starts[place], starts[place - 1]
        if last is not None and last.quotes and _goes_on(article, last, first.start) and last.cue.start > opening:
            speaker = speaker_of(last)
            known = _last_seen(person, last.quotes[0].start)
            if speaker is not None and speaker is not person and -1 < known < earlier:
                yield Stranger(row, speaker)
        elif first.start - opening < 2:
            known = _last_seen(person, opening)
            heard = _brought_in(article, seen, earlier, opening)
            if heard is None or heard is person or id(heard) in quoting or not -1 < known < earlier:
                continue
            if _is_reported(rows, earlier, opening, heard):
                yield Stranger(row, heard)


def adders(article: Article) -> Iterator[tuple[Attribution, Attribution]]:
    """Attributions to a bare surname that "adds" though it never spoke, each with that of who did speak before it.

    Who adds has spoken; print lets a new voice add only where it brings it in with its whole name. In 3.4 million words
    as published there is no such place.
    """
    rows = article.attributions
    last: Attribution | None = None
    for row in rows:
        if not row.quotes:
            continue
        before, last = last, row
        if before is None or row.cue.text not in _ADDS or row.quotes[0].start > row.cue.start:
            continue
        one, other = speaker_of(before), speaker_of(row)
        if one is None or other is None or not set(one.words).isdisjoint(other.words) or row.speaker is None:
            continue
        names = [word for word in row.speaker.text.split() if not english.is_short_title(word)]
        if len(names) == 1 and article.block_at(before.cue.start) == article.block_at(row.quotes[0].start):
            if not any(earlier.person is other for earlier in rows if earlier.cue.start < row.cue.start):
                yield row, before


def _goes_on(article: Article, last: Attribution, start: int) -> bool:
    """Whether nothing but a stop stands between an attribution and the quotation at ``start``."""
    end = max(last.cue.end, last.speaker.end if last.speaker else 0)
    return end < start and not article.text[end:start].strip(_BETWEEN)


def _last_seen(person: Person, end: int) -> int:
    """Where a person was last named before ``end``; -1 if never."""
    return max((mention.start for mention in person.mentions if mention.start < end), default=-1)


def _brought_in(article: Article, seen: Sequence[tuple[int, int]], start: int, end: int) -> Person | None:
    """The only person whom a paragraph names, if it is the only paragraph that does."""
    named = {number for _, number in seen[bisect_left(seen, (start,)) : bisect_left(seen, (end,))]}
    if len(named) != 1:
        return None
    person = article.people[named.pop()]
    return person if all(start <= mention.start < end for mention in person.mentions) else None


def _is_reported(rows: Sequence[Attribution], start: int, end: int, person: Person) -> bool:
    """Whether a paragraph tells what a person said, in words of its own."""
    told = [row for row in rows if start <= row.cue.start < end]
    return any(row.person in (person, None) for row in told) and not any(row.quotes for row in told)
