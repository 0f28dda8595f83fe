"""Damage by order: words moved, phrases swapped, a word left over."""

import random
from collections.abc import Sequence

from newslint.analysis.acceptability.folding import QUOTED
from newslint.training.acceptability.losses import verb_group
from newslint.training.acceptability.sentence import FINITE, NOUN, Sentence, Whole

NOMINAL = NOUN | {"D", "J", "CD", "PRP", "POS", "VBG"}
STRAY = "a the an of to with from at and that is was had it his by are be have will in for on as".split()


def _moved(s: Whole, order: Sequence[int], low: int, high: int) -> Sentence | None:
    """The words of s in another order; those between low and high are marked. None where no tag changed place."""
    words, tags = [s.words[i] for i in order], [s.tags[i] for i in order]
    if tags == s.tags:
        return None
    if order[0] and s.tags[0] != "P" and s.words[0] != "I":
        at = order.index(0)
        words[at] = words[at].lower()
        words[0] = words[0][0].upper() + words[0][1:]
    return Sentence(words, tags, [int(low <= at < high) for at in range(len(words))])


def shuffled(s: Whole, rng: random.Random) -> Sentence | None:
    """A few neighbours in another order: "was greeted the news surprise less with"."""
    for _ in range(8):
        size = rng.choice([2, 3, 3, 4, 4, 5, 6, 8])
        if len(s.words) < size + 2:
            continue
        start = rng.randint(0, len(s.words) - size - 1)
        window = s.tags[start : start + size]
        if not all(s.open[start : start + size]) or len(set(window)) < min(3, size):
            continue
        if size == 2 and ("R" in window or set(window) <= NOUN | {"J", "CD"} or QUOTED in s.words):
            continue  # "he said" may stand as "said he" beside a quotation
        order = list(range(start, start + size))
        while order == sorted(order):
            rng.shuffle(order)
        if size == 3 and window[1] == "CC" and order[1] == start + 1:
            continue  # "bread and butter" is "butter and bread"
        found = _moved(s, [*range(start), *order, *range(start + size, len(s.words))], start, start + size)
        if found:
            return found
    return None


def displaced(s: Whole, rng: random.Random) -> Sentence | None:
    """One to three words stand somewhere else: "to 68 per cent fallen has"."""
    for _ in range(8):
        size = rng.randint(1, 3)
        if len(s.words) < size + 6:
            return None
        start = rng.randint(0, len(s.words) - size - 2)
        block = s.tags[start : start + size]
        if not all(s.open[start : start + size]) or (size == 1 and block[0] in ("R", "J", "P", "CC")):
            continue
        if block[0] in ("IN", "R") and rng.random() < 0.85:
            continue  # "on Monday" may stand nearly anywhere
        rest = [*range(start), *range(start + size, len(s.words))]
        to = start + rng.choice([-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6])
        if not 1 <= to < len(rest) - 1 or not s.open[rest[to]] or not s.open[rest[to - 1]]:
            continue
        order = rest[:to] + list(range(start, start + size)) + rest[to:]
        found = _moved(s, order, to, to + size + 1)
        if found:
            return found
    return None


def verb_last(s: Whole, rng: random.Random) -> Sentence | None:
    """The verbs go to the end of their clause, as a poor translation has it: "it the law changed has"."""
    places = [i for i, tag in enumerate(s.tags) if tag in FINITE and s.open[i] and i]
    if not places:
        return None
    group = verb_group(s, rng.choice(places))
    end = group[-1] + 1
    while end < len(s.words) and s.open[end] and s.tags[end] not in ("W", "CC") and end - group[-1] < 12:
        end += 1
    if end - group[-1] < 3:
        return None
    moved = group if rng.random() < 0.4 else group[::-1]
    if len(group) > 1 and rng.random() < 0.3:
        moved = group[1:]
    middle = [i for i in range(group[0], end) if i not in moved]
    order = [*range(group[0]), *middle, *moved, *range(end, len(s.words))]
    return _moved(s, order, end - len(moved) - 1, min(end + 1, len(s.words)))


def phrases_swapped(s: Whole, rng: random.Random) -> Sentence | None:
    """Two neighbouring stretches change places: "a year grown to $400 million had"."""
    for _ in range(8):
        left, right = rng.randint(1, 4), rng.randint(1, 4)
        if left + right < 3 or len(s.words) < left + right + 2:
            continue
        start = rng.randint(0, len(s.words) - left - right - 1)
        middle, end = start + left, start + left + right
        if not all(s.open[start:end]):
            continue
        # two whole phrases may well stand the other way round
        if s.tags[start] in ("IN", "TO", "R") and s.tags[middle] in ("IN", "TO", "R"):
            continue
        if {s.tags[middle], s.tags[end - 1], s.tags[start]} <= NOUN | {"J", "CD"}:
            continue
        order = [*range(start), *range(middle, end), *range(start, middle), *range(end, len(s.words))]
        found = _moved(s, order, start, end)
        if found:
            return found
    return None


def stray(s: Whole, rng: random.Random) -> Sentence | None:
    """A word that an edit left: "we are currently have", "look at with how"."""
    if len(s.words) < 6:
        return None
    for _ in range(6):
        at = rng.randint(1, len(s.words) - 2)
        if not (s.open[at] and s.open[at - 1]):
            continue
        word = rng.choice(STRAY)
        left, right, before = s.tags[at - 1], s.tags[at], s.words[at - 1].lower()
        if word in ("a", "the", "an", "his") and (right in ("J", "N", "P", "R", "CD", "VBG", "VBN") or left == "D"):
            if not (left == "D" and before not in ("all", "both", "half", "such", "what", "quite")):
                continue
        if word in ("of", "to", "with", "from", "at", "by", "in", "for", "on", "as", "that", "and"):
            if right in NOMINAL or left in NOUN | {"R", "VBN", "VBG", "PRP"} or right in ("R", "CD", "W", "IN"):
                continue
            if word in ("that", "and") and left not in ("D", "TO", "MD", "IN"):
                continue
        if word in ("is", "was", "had", "are", "be", "have", "will") and left in ("N", "P", "PRP", "W"):
            if right not in FINITE:
                continue
        if word == "it" and (left in ("VB", "VBD", "VBZ", "IN") or right in FINITE | {"MD"}):
            continue
        if word == before or word == s.words[at].lower():
            continue
        words, tags = [*s.words[:at], word, *s.words[at:]], [*s.tags[:at], "X", *s.tags[at:]]
        return Sentence(words, tags, [int(at <= i <= at + 1) for i in range(len(words))])
    return None
