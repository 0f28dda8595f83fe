"""Attributions of indirect speech: "Lind said the bridge was safe", "the bridge was safe, according to Lind"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from newslint.analysis.speech.clause import Clause, subject_before
from newslint.analysis.speech.doubled import closing_clause, second_clause, takes_closing
from newslint.analysis.speech.noun_phrases import noun_phrase
from newslint.analysis.speech.words import words_of
from newslint.analysis.text.distinct import is_in_word, places_of

if TYPE_CHECKING:
    from newslint.analysis.views import Views
    from newslint.model.span import Passage

_CUES = frozenset(
    """
    said says told tells added adds wrote writes claimed claims admitted insisted denied warned argued announced
    explained noted according
    """.split()
)
_REACH = 250
_STOPS = frozenset(".!?")


class _HasCue(Protocol):
    @property
    def cue(self) -> Passage: ...


def find_indirect(article: Views, direct: Sequence[_HasCue]) -> Iterator[tuple[Clause, Clause | None]]:
    """Clauses of a subject and a cue outside quotation marks, but for the cues of ``direct``; each with a second one
    of the same words, if there is one.
    """
    text = article.text
    taken = {row.cue.start for row in direct}
    quotes = [quote for quote in article.quotes if quote.level == 0]
    starts = [quote.start for quote in quotes]
    for cue in _cues(article):
        if cue[0] in taken:
            continue
        index = bisect_right(starts, cue[0]) - 1
        if index >= 0 and cue[0] < quotes[index].end:
            continue
        block = article.block_at(cue[0])
        if block is None or not block.is_prose:
            continue
        low = max(block.start, cue[0] - _REACH, quotes[index].end if index >= 0 else 0)
        clause = _clause(text, max(low, article.sentence_start(cue[0])), cue, block.end)
        if clause is not None:
            following = starts[index + 1] if index + 1 < len(starts) else block.end
            yield clause, _second(text, clause, start=low, end=min(block.end, following))


def _cues(article: Views) -> Iterator[tuple[int, int]]:
    """Where the cues stand in the whole text, in order."""
    text = article.text
    for start, end in places_of(article, _CUES):
        if not text.startswith("according", start):
            yield start, end
        elif text.startswith(" to", end) and not is_in_word(text[end + 3 : end + 4]):
            yield start, end + 3


def _second(text: str, clause: Clause, *, start: int, end: int) -> Clause | None:
    """The second attribution in the sentence of ``clause``; no quotation stands from ``start`` to ``end``."""
    first = min(clause.cue[0], clause.subject[0] if clause.subject else clause.cue[0])
    before = text[max(start, first - 2) : first].rstrip()
    follows = before[-1:] == ","
    if not follows and ((before and before[-1] not in _STOPS) or not takes_closing(text, clause)):
        return None
    words = words_of(text, clause.end, min(end, clause.end + _REACH), _REACH)
    stop = next((place for place, word in enumerate(words) if word.text in _STOPS), 0)
    if not stop:
        return None
    return (second_clause if follows else closing_clause)(text, words[:stop], clause)


def _clause(text: str, start: int, cue: tuple[int, int], end: int) -> Clause | None:
    words = words_of(text, start, cue[1], _REACH)
    while words and words[-1].start > cue[0]:
        words.pop()  # the second word of "according to"
    verb = len(words) - 1
    if text[cue[0]] == "a" and text[cue[1] - 1] == "o":  # according to
        subject = noun_phrase(words_of(text, cue[1], min(end, cue[1] + _REACH)), 0)
        return Clause(cue, subject) if subject else None
    if verb > 0 and words[verb - 1].text not in ",;":
        subject = subject_before(words, verb)
        return Clause(cue, subject) if subject else None
    told = text[slice(*cue)] in ("told", "tells")  # what follows is who was told
    after = None if told else noun_phrase(words_of(text, cue[1], min(end, cue[1] + _REACH)), 0)
    if after is not None and text[after[0]].isupper():
        return Clause(cue, after)
    subject = subject_before(words, verb) if verb > 0 else None
    return Clause(cue, subject) if subject else None
