"""Which figures tell one thing: those of headings, summaries and captions with the story's."""

from collections.abc import Iterator, Sequence
from math import fsum
from typing import TYPE_CHECKING

from newslint.analysis.restatements.likeness import comparable, is_worked_out, same_value
from newslint.analysis.restatements.signs import Pair, shared_bits, signs_of
from newslint.analysis.restatements.slots import Slot, Slots, find_slots
from newslint.analysis.restatements.weights import WEIGHTS
from newslint.model.block import Role
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newslint.analysis.views import Views

_MOST = 60  # figures of one kind in a story; what has more is a table
_LIKEST, _FIRST = 4, 2  # figures that one is held against: those liker than others, the first of the story


class Restatement(NamedTuple):
    """Two figures that tell one thing; ``odds``: log-odds that they do. ``odd`` stands nowhere else."""

    odd: Slot
    told: Slot
    odds: float


class Candidates(NamedTuple):
    """A figure with those that may tell the same; ``stated``: whether one does."""

    pairs: tuple[Pair, ...]
    stated: bool


def heading_pairs(article: "Views", slots: Slots) -> Iterator[Candidates]:
    """Each figure of a heading, summary or caption with those of the story."""
    story = [slot for slot in slots.slots if slot.place == "body"]
    if not story or len(story) == len(slots.slots):
        return
    begins = next((block.start for block in article.blocks if block.role is Role.BODY), 0)
    for slot in slots.slots:
        if slot.place == "body" or (slot.place != "caption" and slot.figure.start > begins):  # a crosshead, a list
            continue
        if _is_score(article.text, slot):
            continue
        rest = [other for other in story if other.kind == slot.kind]
        if len(rest) > _MOST:
            continue
        others = [other for other in rest if comparable(slot.figure, other.figure)]
        if others:
            value = slot.figure.value
            stated = any(
                same_value(slot, other) or (other.kind == "m" and other.figure.value == value) for other in story
            ) or is_worked_out(slot, rest)
            yield Candidates(tuple(_likest(slot, others, rest, slots)), stated)


def _is_score(text: str, slot: Slot) -> bool:
    """Whether a figure stands right behind a name, as in a result: "Ghent 4, Mill Town 2"."""
    figure = slot.figure
    before = text[max(0, figure.figure - 30) : figure.figure].split(" ")[-2:]
    after = text[figure.end : figure.end + 2].lstrip(" ")[:1]
    named = len(before) == 2 and not before[1] and before[0][:1].isupper()
    return named and figure.kind == "n" and not figure.unit and not after.islower()


def _likest(slot: Slot, others: Sequence[Slot], rest: Sequence[Slot], slots: Slots) -> Iterator[Pair]:
    """The slot with each of those that are like it, and with the first of the story."""
    liked = [shared_bits(slot, other, slots.bits) for other in others]
    order = sorted(range(len(others)), key=lambda index: (-liked[index], index))
    for at in dict.fromkeys((*order[:_LIKEST], *range(min(_FIRST, len(others))))):
        value = others[at].figure.value
        second = next((liked[index] for index in order if others[index].figure.value != value), 0.0)
        yield Pair(slot, others[at], rest, liked[at] - second, others[at].sentence - slots.first)


def odds_of(pair: Pair, slots: Slots) -> float:
    """The log-odds that two figures tell one thing."""
    return fsum([WEIGHTS.get(sign, 0.0) * value for sign, value in signs_of(pair, slots.bits).items()])


def find_heading_clashes(article: "Views") -> tuple[Restatement, ...]:
    """Figures of headings, summaries and captions that the story tells otherwise, or of something else."""
    slots = article.view(find_slots)
    found = []
    for pairs, stated in heading_pairs(article, slots):
        if not stated and pairs[0].one.figure.exact:
            odds, at = max((odds_of(pair, slots), -index) for index, pair in enumerate(pairs))
            if pairs[-at].two.figure.exact:
                found.append(Restatement(pairs[-at].one, pairs[-at].two, odds))
    return tuple(found)
