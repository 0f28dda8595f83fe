"""Figures as slots of what is told: the words around each, by which two places are seen to tell one thing.

“Ratepayers face a $64m bill” has a slot of money, with the words “ratepayer, fac, bill”; two slots of one class whose
words are alike tell the same thing, so that their values should be the same.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import log2
from typing import TYPE_CHECKING

from newslint.analysis.figures.figure import Figure
from newslint.analysis.figures.readings import Reading, readings
from newslint.analysis.figures.slack import Interval
from newslint.english.calendar import is_month, is_weekday
from newslint.english.function_words import (
    ADVERBIAL_PREPOSITIONS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from newslint.english.numerals import CARDINALS
from newslint.english.quantities import MEASURES
from newslint.english.reporting_verbs import is_plain_reporting_verb
from newslint.model.block import Role
from newslint.model.expressions import expression
from newslint.model.kept import kept
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Span

if TYPE_CHECKING:
    from newslint.analysis.views import Views

_WORD = expression(r"[^\W\d_][\w'’-]*|\d[\d,.]*")
_CLOSED = (
    PREPOSITIONS | ADVERBIAL_PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS | DETERMINERS | CARDINALS.keys()
    | frozenset("not also just only even still very more much such than then there here too".split())
)  # fmt: skip
_NEAR = 7  # words on either side of a figure that stand by it
_SHORTEST = 12  # sentences: in a shorter item words are no less telling
_ENDINGS = (
    ("ies", "y"), ("ying", "y"), ("ied", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ers", ""), ("er", ""),
    ("ed", ""), ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_LAST = tuple({ending[-1] for ending, _ in _ENDINGS})
_PLACES = {
    Role.HEADLINE: "headline",
    Role.STANDFIRST: "standfirst",
    Role.CAPTION: "caption",
    Role.LIST: "list",
    Role.BODY: "body",
    Role.QUOTE: "body",
}
# Of a part or a further one: "three more", "two of them", "the other five", "5-" in a score.
_PART_AFTER = expression(
    r"""
    \W{0,2}(?:
        (?:more|others?|each|apiece|per|additional|further|later|earlier|ago|out[ ]of)\b
        |of[ ](?:them|whom|which|those|these|the|its|his|her|their)\b
        |an?[ ](?:year|month|day|week|night|hour|head|piece)\b
        |in[ ]\d
    )
    """,
    re.VERBOSE,
)
_PART_BEFORE = expression(
    r"""
    (?:
        \b(?:
            of|other|first|last|next|another|remaining|final|past|top|only|least|most|than|or|to|from|between|and|by
            |every|each|extra|additional|further|minus|plus|previous|another
        )(?:[ ]the)?[ ]
        |[-–/]
    )$
    """,
    re.VERBOSE,
)


# "dies at 93"; "she was 93"
_AGE = expression(r"\b(?:(?:dies?|died|dead)[ ]at|[Ss]?[Hh]e[ ](?:was|is))[ ]$", re.VERBOSE)


class Word(NamedTuple):
    """A word of a sentence: ``stem`` is "" for closed classes and numerals, ``name`` says that it has a capital."""

    start: int
    end: int
    form: str
    stem: str
    name: bool


class Slot(NamedTuple):
    """A figure and the words of its sentence.

    ``kind``: figures of one kind can be compared; ``head``: the stem of the noun that is counted, or that follows.
    ``place``: headline, standfirst, caption, list or body. ``near``: stem -> how many words before (below zero) or
    after the figure; ``words``: all stems of the sentence; ``names``: those of proper names; ``times``: its days,
    months and years. ``before``: the word before; ``after_name``: a name stands right before it; ``parts``: whether the
    words after and before it make it a part.
    """

    figure: Figure
    kind: str
    head: str
    place: str
    sentence: int
    near: Mapping[str, int]
    words: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]
    before: str
    parts: tuple[bool, bool]
    quoted: bool
    after_name: bool


class Slots(NamedTuple):
    """The slots of an article, and how telling each stem is: bits, by how few sentences have it.

    ``first``: the sentence of the story's first figure.
    """

    slots: tuple[Slot, ...]
    bits: Mapping[str, float]
    first: int = 0


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word without its endings, so that its forms are one; "" for a word of a closed class or a numeral."""
    lower = word.lower().replace("’", "'")
    if lower in _CLOSED or lower[0].isdigit() or is_plain_reporting_verb(lower):
        return ""
    lower = lower.removesuffix("'s").rstrip("'")
    if not lower.endswith(_LAST):
        return lower
    for ending, instead in _ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) + len(instead) >= 3:
            if ending == "s" and lower.endswith(("ss", "us", "is")):
                break
            return lower[: -len(ending)] + instead
    return lower


def find_slots(article: "Views") -> Slots:
    """The slots of all sentences, where there are two to compare."""
    told = [reading for reading in article.view(readings) if article.role_at(reading.start) in _PLACES]
    if len(told) < 2:
        return Slots((), {})
    by_sentence = {reading.sentence: reading for reading in told}
    times = Counter[str]()
    slots: list[Slot] = []
    for index, sentence in enumerate(article.sentences):  # of a long article the words are not kept
        reading = by_sentence.get(index)
        if reading is None:
            times.update(_stems_of(sentence.text))
            continue
        words = _words_of(sentence.text)
        times.update({word.stem for word in words})
        slots += _slots(article, reading, words, sentence.start)
    size = max(len(article.sentences), _SHORTEST) + 1
    bits = {form: log2(size / many) for form, many in times.items() if form}
    first = next((slot.sentence for slot in slots if slot.place == "body"), 0)
    return Slots(tuple(slots), bits, first)


@kept
def _stems_of(text: str) -> frozenset[str]:
    """The stems of a sentence of which no word is looked at."""
    return frozenset(map(stem, _WORD.findall(text)))


@kept
def _words_of(text: str) -> tuple[Word, ...]:
    """The words of a sentence, their places counted from its start."""
    words = []
    for match in _WORD.finditer(text):
        form = match[0]
        capital = form[0].isupper() and (match.start() > 1 or form[1:2].isupper())
        words.append(Word(*match.span(), form, stem(form), capital))
    return tuple(words)


def _slots(article: "Views", reading: Reading, words: Sequence[Word], at: int) -> Iterator[Slot]:
    """The slots of a sentence that begins ``at``."""
    role = article.role_at(reading.start)
    stems = frozenset([word.stem for word in words if word.stem])
    days = [word for word in words if word.name and (is_weekday(word.form) or is_month(word.form))]
    times = [word.form[:3] for word in days] + [figure.text for figure in reading.figures if figure.kind == "y"]
    names = frozenset([word.stem for word in words if word.name and word.stem and word not in days])
    starts = [at + word.start for word in words]
    for figure in _with_scores(article.text, reading.figures):
        if figure.kind not in "n$%mtyas" or (figure.kind == "n" and figure.value < 2):
            continue
        low, high = bisect_left(starts, figure.start), bisect_left(starts, figure.end)
        before, after = words[max(0, low - _NEAR) : low], words[high : high + _NEAR]
        head = stem(figure.unit) if figure.kind == "n" and figure.unit else _head(figure, after, at)
        near = {word.stem: 1 + index for index, word in enumerate(after)}
        near |= {word.stem: index - len(before) for index, word in enumerate(before)}
        near.pop("", None)
        if figure.kind == "n" and head:
            near[head] = 1
        yield Slot(
            figure,
            _kind(article.text, figure),
            head,
            _PLACES[role] if role else "body",
            reading.sentence,
            near,
            stems | {head} if head else stems,
            names,
            frozenset(times),
            before[-1].form.lower() if before else "",
            _parts(article.text, figure),
            article.in_quotation(Span(figure.figure, figure.end)),
            bool(before) and before[-1].name and figure.start - before[-1].end == at + 1,
        )


def _with_scores(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, two counts of a vote or a result as one: 7-5, nine to four. Kind s, the greater by a thousand."""
    passed = None
    for one, two in zip(figures, (*figures[1:], None), strict=True):
        if one is passed:
            continue
        if two is not None and one.kind == two.kind == "n" and one.exact and two.exact:
            between = text[one.end : two.figure]
            if between in _BETWEEN and not one.unit and max(one.value, two.value) < _MOST_VOTES:
                passed = two
                high, low = max(one.value, two.value), min(one.value, two.value)
                worth = high * _MOST_VOTES + low
                words = text[one.figure : two.end]
                yield one._replace(end=two.end, kind="s", text=words, value=worth, slack=Interval(worth, worth))
                continue
        yield one


_BETWEEN = ("-", "–", "—", " to ")
_MOST_VOTES = 1000


def _kind(text: str, figure: Figure) -> str:
    """Figures of one kind can be compared: counts with counts, pounds with pounds, years with years."""
    if figure.kind == "n" and not figure.unit and _AGE.search(text, max(0, figure.start - 16), figure.start):
        return "a"
    if figure.kind == "m":
        measure = MEASURES.get(figure.unit) or MEASURES.get(figure.unit + "s")
        return f"m {measure.dimension if measure else ''} {figure.unit}"
    return f"{figure.kind} {figure.unit}" if figure.kind in "$t" else figure.kind


def _head(figure: Figure, after: Sequence[Word], at: int) -> str:
    """The stem of what a sum, a measure or a time is of: "the 25-year lease", "a $64m bill"."""
    return after[0].stem if after and at + after[0].start - figure.end <= 1 else ""


def _parts(text: str, figure: Figure) -> tuple[bool, bool]:
    low = max(0, figure.start - 16)
    return _PART_AFTER.match(text, figure.end) is not None, _PART_BEFORE.search(text, low, figure.start) is not None
