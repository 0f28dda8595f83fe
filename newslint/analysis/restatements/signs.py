"""The signs that two figures tell one thing (see weights.py): what they are, and what stands around them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import fsum
from typing import TYPE_CHECKING

from newslint.analysis.restatements.likeness import slip_between
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newslint.analysis.restatements.slots import Slot

_TAKEN_UP = frozenset("the these those all both that this".split())


class Pair(NamedTuple):
    """Two slots of one kind. ``one`` is the heading's; ``others``: the story's slots of that kind.

    ``margin``: bits by which ``two`` is liker to ``one`` than the likest of another value. ``lead``: which sentence of
    the story ``two`` stands in, from 0.
    """

    one: "Slot"
    two: "Slot"
    others: "Sequence[Slot]"
    margin: float
    lead: int


def shared_bits(one: "Slot", two: "Slot", bits: Mapping[str, float]) -> float:
    """How much the words of two slots have in common; those near the figures count most."""
    near = fsum([bits.get(word, 0.0) for word in one.near if word in two.near])
    return near + 0.3 * fsum([bits.get(word, 0.0) for word in one.words & two.words])


def _level(value: float, *cuts: float) -> int:
    return sum([value >= cut for cut in cuts])


def signs_of(pair: Pair, bits: Mapping[str, float]) -> dict[str, float]:
    """Sign -> what it measures: 1 for those that hold, bits and shares for others."""
    one, two = pair.one, pair.two
    found = dict.fromkeys(_held(pair), 1.0)
    shared = [word for word in one.near if word in two.near]
    near = fsum([bits.get(word, 0.0) for word in shared])
    both = fsum([bits.get(word, 0.0) for word in one.words & two.words])
    whole = fsum([bits.get(word, 4.0) for word in one.words]) or 1.0
    found["near bits"] = min(near, 24.0) / 8
    found["sentence bits"] = min(both, 40.0) / 10
    found["share"] = both / whole
    found["margin"] = max(-12.0, min(12.0, pair.margin)) / 4
    found[f"near words {min(len(shared), 4)}"] = 1.0
    return found


def _held(pair: Pair) -> Iterator[str]:
    one, two = pair.one, pair.two
    a, b = one.figure, two.figure
    kind = one.kind[0]
    values = Counter([slot.figure.value for slot in pair.others])
    rivals = {slot.figure.value for slot in pair.others if kind != "n" or slot.head == one.head} - {a.value, b.value}
    heads = _heads(one, two)
    rival = _level(len(rivals), 1, 2, 4)
    lead = _level(pair.lead, 1, 3, 8)
    size = _level(min(abs(a.value), abs(b.value)), 5, 13, 100)
    slip = slip_between(a.value, b.value)
    yield "always"
    yield f"kind {kind}"
    yield f"place {one.place}"
    yield f"head {heads}"
    yield f"rivals {rival}"
    yield f"lead {lead}"
    yield f"slip {slip}"
    yield f"told {min(values[b.value], 3)}"
    yield f"kind {kind}, head {heads}"
    yield f"kind {kind}, rivals {rival}"
    yield f"kind {kind}, slip {slip}"
    yield f"rivals {rival}, lead {lead}"
    if kind in "nta":
        yield f"kind {kind}, size {size}"
        yield f"size {size}, slip {slip}"
    if kind == "n":
        yield f"size {size}, head {heads}"
    if one.after_name and not one.head:
        yield "name before"
    yield from _beside(one, two)


def _heads(one: "Slot", two: "Slot") -> str:
    if one.head and two.head:
        return "same" if one.head == two.head else "other"
    if (one.head and one.head in two.near) or (two.head and two.head in one.near):
        return "near"
    return "one" if one.head or two.head else "none"


def _beside(one: "Slot", two: "Slot") -> Iterator[str]:
    """What stands around the figures, whatever they are."""
    if one.before and one.before == two.before:
        yield "word before same"
    if two.before in _TAKEN_UP:
        yield "taken up"
    if one.before in _TAKEN_UP:
        yield "taken up, first"
    if one.names & two.names:
        yield "names shared"
    elif one.names and two.names:
        yield "names other"
    if one.times and two.times:
        yield "times shared" if one.times & two.times else "times other"
    elif one.times or two.times:
        yield "times of one"
    for side, first, second in zip(("after", "before"), one.parts, two.parts, strict=True):
        if first or second:
            yield f"part {side}, {'both' if first and second else 'first' if first else 'second'}"
    if one.quoted or two.quoted:
        yield "quoted"
