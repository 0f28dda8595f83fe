"""Sentences that sound damaged, told in three steps, each on what the one before left.

``junctions`` finds in plain Python where words meet that hardly ever do, ``gaps`` where the words alone show that a
verb is missing; the network, for which numpy is imported only then, reads what is still a candidate. Two signs must
agree, the cheap one and the network's: alone, each is wrong too often. Where other damage was found that is a sign,
too, and every sentence may be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint.analysis.acceptability import network
from newslint.analysis.acceptability.folding import QUOTED, FoldedSentence, folded_sentences
from newslint.analysis.acceptability.gaps import find_gap, may_lack_verb
from newslint.analysis.acceptability.junctions import CAPITAL, DIGIT, SMALL, known_parts, worst
from newslint.analysis.tagger.features import FINITE
from newslint.analysis.tagger.tagger import tags
from newslint.model.kept import kept
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newslint.analysis.views import Views

# Scores of junctions.worst: a candidate; one that is told more readily where other damage was found.
_ODD, _FAINTLY_ODD = 68, 20
_HEADLINE = 150  # characters: a single sentence that short above all others is a headline or a deck
_FAINTEST = -1.0  # the logit from which a sentence is a doubt at all
_FAINTEST_READ, _FAINTEST_EVEN = 1.0, 2.0  # ... of one that is faintly odd or verbless, and of one that is not
_FAINTEST_SAID = 3.5  # ... of what somebody says, where the words show a gap
_FAINTEST_QUOTED = 2.5  # ... of what somebody says in an article that has other faults
_SHORTEST, _LONGEST = 4, 80  # words and marks, neither included
# Subordinators that the tagger has no tag for.
_SUBORDINATORS = frozenset("if because although though while unless whereas whether lest".split())
_ENDS = (".", "!", "?", "…")
# A gap between these is one that a verb would fill: "He a king", "The talks been held".
_SUBJECTS = frozenset(["N", "P", "PRP", "CD"])
_COMPLEMENTS = frozenset(["D", "J", "R", "IN", "CD", "PRP", "VBN", "VBG", "TO", "N", "P", "W", "VB"])
_FARTHEST = 12  # words between the two ends of one doubt: where some were taken from, and where they stand now
_GARBLED = 4  # words in a row that sound bad: no lost verb alone


class Doubt(NamedTuple):
    """Where a sentence sounds damaged: the words from ``start`` to ``end``.

    ``logit`` says how surely (above 0: likelier than not on made damage); ``lacks_verb`` that the loss of a verb would
    explain it, rather than words out of order, left over or lost; ``agreed`` that the order of the words alone,
    by ``gaps.find_gap``, shows a gap; ``oddity`` is the score of the worst junction, in sixteenths of a logit.
    """

    start: int
    end: int
    logit: float
    lacks_verb: bool
    agreed: bool
    oddity: int


class _Candidate(NamedTuple):
    """A sentence for the network: where its paragraph starts, its words, and the logit from which it is a doubt."""

    offset: int
    sentence: FoldedSentence
    faintest: float = _FAINTEST


def find_doubts(article: Views) -> tuple[Doubt, ...]:
    """The sentences of running copy that sound damaged; none where numpy is not installed."""
    if not network.is_available():
        return ()
    odd, _ = article.view(_told_apart)
    said, _ = article.view(_said_apart)
    return _judged([*odd, *said])


def find_faint_doubts(article: Views) -> tuple[Doubt, ...]:
    """All further sentences that sound damaged, where what is found elsewhere in the article makes damage likely.

    They are read one and all, half a millisecond each.
    """
    if not network.is_available():
        return ()
    _, even = article.view(_told_apart)
    read = [_Candidate(start, sentence, _faintest(sentence.words)) for start, sentence, _ in even]
    _, said = article.view(_said_apart)
    return _judged([*read, *said])


def _judged(candidates: Sequence[_Candidate]) -> tuple[Doubt, ...]:
    """What the network makes of them; only what it doubts is tagged."""
    if not candidates:
        return ()
    verdicts = network.judge([candidate.sentence.words for candidate in candidates])
    doubts = (
        _doubt(candidate, verdict.words, verdict.sentence)
        for candidate, verdict in zip(candidates, verdicts, strict=True)
        if verdict.sentence > candidate.faintest
    )
    return tuple([doubt for doubt in doubts if doubt is not None])


def _told_apart(article: Views) -> tuple[list[_Candidate], list[_Candidate]]:
    """The whole sentences of running copy that deserve the network by a cheap look, and all others."""
    odd, even = list[_Candidate](), list[_Candidate]()
    text, first = article.text, True
    known: dict[int, list[tuple[int, int]]] = {}
    blocks = article.blocks
    for start, end, _, index in article.sentences:
        low = blocks[index].start
        known.setdefault(index, []).append((start - low, end - low))
    for index, block in enumerate(blocks):
        if not block.is_prose:
            continue
        sentences = _looked_at(text[block.start : block.end], tuple(known.get(index, ())))
        headline = first and len(sentences) == 1 and block.end - block.start < _HEADLINE
        first = False
        if headline:
            continue
        for sentence, is_odd in sentences:
            if is_odd is not None:
                (odd if is_odd else even).append(_Candidate(block.start, sentence))
    return odd, even


@kept
def _looked_at(paragraph: str, known: tuple[tuple[int, int], ...]) -> tuple[tuple[FoldedSentence, bool | None], ...]:
    """The sentences of a paragraph, folded, and whether a cheap look finds each odd; None for one that is not whole."""
    sentences = folded_sentences(paragraph, known)
    return tuple([(one, _is_odd(one.words) if _is_whole(one.words) else None) for one in sentences])


def _faintest(words: Sequence[str]) -> float:
    """The logit from which a sentence without a cheap sign is a doubt, whatever its tags: they may ask for more."""
    return _FAINTEST if may_lack_verb(words) else _FAINTEST_READ


def _said_apart(article: Views) -> tuple[list[_Candidate], list[_Candidate]]:
    """Whole sentences between quotation marks: those whose words show a gap, since people speak as they like, but in
    clauses; and all others.
    """
    odd, even = list[_Candidate](), list[_Candidate]()
    for quote in article.quotes:
        block = article.blocks[quote.block]
        said = quote.text
        if quote.level or not block.is_prose or not said[:1].isupper():
            continue
        goes_on = said.endswith(",") and _opens_sentence(article.text, block.start, quote.start)
        for sentence, is_odd in _quoted_sentences(said, goes_on):
            start = article.text.find(said, quote.start)
            if is_odd:
                odd.append(_Candidate(start, sentence, _FAINTEST_SAID))
            else:
                even.append(_Candidate(start, sentence, _FAINTEST_QUOTED))
    return odd, even


@kept
def _quoted_sentences(said: str, goes_on: bool) -> tuple[tuple[FoldedSentence, bool], ...]:
    """The whole sentences of a quotation, and whether the words of each show a gap. ``goes_on``: the comma at its end
    is the sentence's, before "she said", and nothing is looked for in that one.
    """
    if goes_on:
        said = said[:-1] + "."
    found = []
    for sentence in folded_sentences(said):
        if _is_whole(sentence.words):
            last = goes_on and sentence.end >= len(said)
            found.append((sentence, not last and _shows_gap(sentence.words)))
    return tuple(found)


def _opens_sentence(text: str, low: int, start: int) -> bool:
    """Whether what starts there is no part of a sentence before it, as a title or a headline would be."""
    before = text[low:start].rstrip()
    return not before or before.endswith((*_ENDS, "”", '"'))


def deserves_network(words: Sequence[str]) -> bool:
    """Whether a sentence is whole, and a cheap look finds it odd: most are not."""
    return _is_whole(words) and _is_odd(words)


def _is_odd(words: Sequence[str]) -> bool:
    return worst(words) >= _ODD or _shows_gap(words)


def _shows_gap(words: Sequence[str]) -> bool:
    if not may_lack_verb(words):
        return False
    plain = plain_words(words)
    return find_gap(plain, tags(plain)) is not None


def plain_words(words: Sequence[str]) -> list[str]:
    """The words as the tagger may read them, a folded quotation as a pronoun."""
    return ["this" if word == QUOTED else word for word in words] if QUOTED in words else list(words)


def _is_whole(words: Sequence[str]) -> bool:
    """Whether these are words of running copy, with a stop at their end: no label, no title, no mere quotation."""
    if not _SHORTEST < len(words) < _LONGEST or not (words[-1].endswith(_ENDS) or words[-2] in _ENDS):
        return False  # it may end on "1 a.m."
    if QUOTED in words and len(words) < 7:
        return False
    if words[0] == "The" and (words[1].endswith("er") or words[1] == "more") and "the" in words[2:5]:
        return False  # "The higher the price, the fewer the cars."
    first, *looks = [part.look for part in known_parts(words)]
    if (looks.count(DIGIT) + (first == DIGIT)) * 5 > len(words):
        return False  # a line of results
    small = looks.count(SMALL)
    return small * 3 >= small + looks.count(CAPITAL)


def is_verbless(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether there are not more finite verbs than words that open a clause with one of its own."""
    balance = 0
    for at, name in enumerate(names):
        word = words[at].lower()
        if name in FINITE:
            balance += 1
        elif name == "W":
            # "which of the two", "how to": one clause, or none
            balance -= (at == 0 or names[at - 1] != "W") and names[at + 1 : at + 2] != ["TO"]
        elif word in _SUBORDINATORS or (word == "that" and name == "IN"):
            balance -= 1
    return balance <= 0


def _doubt(candidate: _Candidate, logits: Sequence[float], logit: float) -> Doubt | None:
    """The doubt at the gap, or at the words that sound worst; None where only the end of the sentence does, and for a
    faint one of which nothing else speaks.
    """
    words, spans = candidate.sentence.words, candidate.sentence.spans
    plain = plain_words(words)
    names = list(tags(plain))
    gap, oddity = find_gap(plain, names), worst(words)
    verbless = is_verbless(words, names)
    if logit <= _FAINTEST_EVEN and not (verbless or oddity >= _FAINTLY_ODD or may_lack_verb(words)):
        return None
    first, last = (gap.at - 1, gap.at) if gap and gap.at else _worst_words(logits)
    if last == len(logits) - 1 and last - first < 2 and not verbless:
        return None  # a sentence may end on "than his was"; those that may not end as they do are another matter
    if last == first + 1 and words[last].endswith(("self", "selves")):
        return None  # "He himself, one of the founders, paid for it."
    if any(one.lower() == two.lower() for one, two in pairwise(words[max(0, first - 1) : last + 2])):
        return None  # a word that stands twice is another matter
    parted = last == first + 1 and names[first] in _SUBJECTS and names[last] in _COMPLEMENTS
    lacks = gap is not None or parted or (verbless and last - first < _GARBLED)
    start, end = spans[first][0], spans[last][1]
    return Doubt(candidate.offset + start, candidate.offset + end, logit, lacks, gap is not None, oddity)


def _worst_words(logits: Sequence[float]) -> tuple[int, int]:
    """The first and the last of the words that sound bad, two at least: damage lies between words."""
    bad = [at for at, logit in enumerate(logits) if logit > 0]
    top = max(range(len(logits)), key=logits.__getitem__)
    first, last = min(bad, default=top), max(bad, default=top)
    if first < last and last - first < _FARTHEST:
        return first, last
    first = last = top
    while first and logits[first - 1] > 0:
        first -= 1
    while last + 1 < len(logits) and logits[last + 1] > 0:
        last += 1
    if first < last:
        return first, last
    if first and (last + 1 == len(logits) or logits[first - 1] > logits[last + 1]):
        return first - 1, last
    return first, last + 1
