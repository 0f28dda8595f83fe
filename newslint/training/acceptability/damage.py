"""Damaged sentences made from whole ones, as spinners, scrapers and hurried edits leave them.

``python -m newslint.training.acceptability.damage WORK`` prints samples of each kind: read a hundred of each before
training. A kind returns None where the result might still be English ("the man (who) he saw").
"""

import argparse
import pickle
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from newslint.analysis.acceptability.folding import QUOTED

FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
VERBAL = frozenset(["VB", "VBN", "VBG"])
NOUN = frozenset(["N", "P"])
NOMINAL = NOUN | {"D", "J", "CD", "PRP", "POS", "VBG"}
MARKS = frozenset("\"“”'‘’()[].,;:—-…?!")
BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
HAVE = frozenset("has have had hasn't haven't hadn't".split())
DO = frozenset("do does did don't doesn't didn't".split())
# Words after which a clause may do without "is", "was" ("the man who (was) called"; "when (she was) asked").
LINKS = frozenset("that which who when while if although though as than and or but , where what".split())
# Participles that are no past tense: "He (has) taken" shows its loss, "He (has) called" does not.
IRREGULAR = frozenset(
    """
    been taken done seen given gone become written begun spoken broken chosen fallen drawn grown known shown thrown
    driven hidden risen eaten forgotten stolen worn torn born beaten flown sworn
    """.split()
)
# A sentence may well end on these: "the day before", "he gave in".
LOOSE_ENDS = frozenset(
    """
    this that these those all some any both each another half either so up in out off on over around through before
    since about by no like below above down along across inside outside behind beyond within without under after
    """.split()
)
STRAY = "a the an of to with from at and that is was had it his by are be have will in for on as".split()


class Sentence(NamedTuple):
    """Words with their tags, and 1 where damage can be heard."""

    words: list[str]
    tags: list[str]
    marks: list[int]


class Whole(NamedTuple):
    """A sentence as published; ``open`` says of each word that it stands outside quotation marks and is none."""

    words: list[str]
    tags: list[str]
    open: list[bool]


def whole(words: Sequence[str], tags: Sequence[str]) -> Whole:
    inside, free = False, []
    for text in words:
        inside ^= text == '"'
        free.append(not inside and text != QUOTED and text not in MARKS)
    return Whole(list(words), list(tags), free)


def _cut(s: Whole, start: int, end: int) -> Sentence:
    """Without the words from start to end; the two that now meet are marked."""
    words, tags = s.words[:start] + s.words[end:], s.tags[:start] + s.tags[end:]
    marks = [0] * len(words)
    for at in (start - 1, start):
        if 0 <= at < len(words):
            marks[at] = 1
    return Sentence(words, tags, marks)


def lost_verb(s: Whole, rng: random.Random) -> Sentence | None:
    """Such as "The event a small affair", "will to Rome", "has the lead taken"."""
    places = [i for i, tag in enumerate(s.tags) if tag in FINITE and s.open[i] and i]
    places += [i for i, tag in enumerate(s.tags) if tag == "CLI" and s.open[i] and "'" in s.words[i]]
    places += [
        i
        for i in range(1, len(s.words))
        if s.tags[i] in ("VB", "VBN") and s.open[i] and s.tags[i - 1] in ("TO", "MD", *FINITE) and rng.random() < 0.25
    ]
    if not places:
        return None
    first = rng.choice(places)
    if s.tags[first] == "CLI":
        return _lost_clitic(s, first)
    group = _verb_group(s, first)
    last = group[-1]
    chance = rng.random()
    if len(group) == 1 or chance < 0.35:
        return _cut(s, first, last + 1)
    if chance < 0.6:
        return _cut(s, last, last + 1)
    return _cut(s, first, first + 1 if _shows(s, first, group[1]) else last + 1)


def _lost_clitic(s: Whole, at: int) -> Sentence | None:
    """Such as "He king" for "he's king"."""
    stem = s.words[at].split("'")[0]
    if stem.lower() not in ("he", "she", "it", "they", "we", "i", "you", "there", "that"):
        return None
    words, marks = s.words.copy(), [0] * len(s.words)
    words[at] = stem
    marks[at] = marks[min(at + 1, len(words) - 1)] = 1
    return Sentence(words, s.tags, marks)


def _verb_group(s: Whole, first: int) -> list[int]:
    """The finite verb and those that hang on it: "had", "been", "seen"."""
    group, at = [first], first + 1
    if s.tags[first] in FINITE:
        while at < len(s.words) and at - first < 6 and s.tags[at] in VERBAL | {"R"}:
            if s.tags[at] != "R":
                group.append(at)
            at += 1
    return group


def _shows(s: Whole, helper: int, verb: int) -> bool:
    """Whether the loss of the auxiliary alone can be heard: not in "they (will) go", "the man (was) called"."""
    word, before = s.words[helper].lower(), s.words[helper - 1].lower() if helper else ""
    if s.tags[helper] == "MD" or word in DO:
        plural = before.endswith("s") or before in ("i", "you", "we", "they", "and", "to")
        return not plural and s.tags[verb] == "VB"
    if word in HAVE:
        return s.words[verb].lower() in IRREGULAR
    return not (word in BE and before in LINKS)


def lost_subject(s: Whole, rng: random.Random) -> Sentence | None:
    """Such as "Because was late", "the told reporters"."""
    places = []
    for i in range(1, len(s.words) - 1):
        if not (s.open[i] and s.open[i + 1] and s.tags[i + 1] in FINITE):
            continue
        before = s.words[i - 1].lower()
        if s.tags[i] == "PRP":
            fits = before not in LINKS and s.tags[i - 1] not in NOUN
        else:
            fits = s.tags[i] in NOUN and s.tags[i - 1] in ("D", "J", "POS") and before not in LOOSE_ENDS
        if fits:
            places.append(i)
    if not places:
        return None
    at = rng.choice(places)
    return _cut(s, at, at + 1)


def lost_noun(s: Whole, rng: random.Random) -> Sentence | None:
    """Such as "the of", "limiting the number of in the stores"."""
    places = []
    for i in range(1, len(s.words) - 1):
        if not (s.open[i] and s.tags[i] in NOUN and s.open[i - 1]):
            continue
        before, after = s.words[i - 1].lower(), s.tags[i + 1]
        articles = before in ("a", "an", "the") and after in ("IN", "TO", "MD", "VBD", "VBZ", ".", "CC", "W")
        hanging = before in ("of", "with", "from", "into", "for", "between", "their", "our", "my") and (
            after in ("IN", "MD", "VBD", "VBZ", "CC") or s.words[i + 1] in (".", ",")
        )
        if articles or hanging:
            places.append(i)
    if not places:
        return None
    at = rng.choice(places)
    return _cut(s, at, at + 1)


def cut_end(s: Whole, rng: random.Random) -> Sentence | None:
    """Such as "... and have handed over their", with a stop or without one."""
    places = []
    question = False
    for i in range(3, len(s.words) - 2):
        tag, word = s.tags[i], s.words[i].lower()
        question = question or tag == "W"
        if not s.open[i] or not s.open[i + 1]:
            continue
        hanging = tag in ("D", "CC", "TO", "MD", "W", "POS") and word not in LOOSE_ENDS
        hanging = hanging or (tag == "IN" and word not in LOOSE_ENDS and not question)
        hanging = hanging or (tag in FINITE and word in BE | HAVE and not question)
        hanging = hanging or (tag == "J" and s.tags[i + 1] == "N" and s.tags[i - 1] == "D")
        hanging = hanging or (tag == "N" and s.tags[i + 1] in ("MD", "VBD", "VBZ") and s.words[i - 1] == ",")
        if hanging:
            places.append(i)
    if not places:
        return None
    at = rng.choice(places)
    stop = rng.random() < 0.8
    words, tags = s.words[: at + 1] + ["."] * stop, s.tags[: at + 1] + ["."] * stop
    marks = [0] * len(words)
    marks[at] = marks[-1] = 1
    return Sentence(words, tags, marks)


def cut_middle(s: Whole, rng: random.Random) -> Sentence | None:
    """Some words of the middle gone: "the man whom before the Swiss"."""
    for _ in range(6):
        size = rng.randint(2, 6)
        if len(s.words) < size + 8:
            return None
        start = rng.randint(2, len(s.words) - size - 3)
        end = start + size
        if not all(s.open[start - 1 : end + 1]):
            continue
        left, right = s.tags[start - 1], s.tags[end]
        right_word = s.words[end].lower()
        open_left = left in ("D", "TO", "MD", "POS", "J") or s.words[start - 1].lower() in ("of", "from", "with", "at")
        clash = (
            (open_left and (right in FINITE or right in ("IN", "CC", "W", "TO") or right_word in ("the", "a", "an")))
            or (left in ("D", "POS") and right in ("PRP", "VB", "R"))
            or (left == "TO" and right in NOUN | {"J"} | FINITE)
            or (left in ("N", "PRP") and right in ("PRP", "VB") and s.words[start - 2].lower() not in ("to", "let"))
            or (left == "PRP" and (right in NOUN | {"IN", "J"} or right_word in ("the", "a", "an")))
        )
        if clash and not (right == "R" and left == "TO"):
            return _cut(s, start, end)
    return None


def beheaded(s: Whole, rng: random.Random) -> Sentence | None:
    """Such as "widely in how fast.": the first words are gone."""
    if len(s.words) < 9:
        return None
    at = rng.randint(2, min(len(s.words) - 4, 14))
    first = s.words[at]
    if not s.open[at] or first[0].isupper() or s.tags[at] in ("CC", "R", "W"):
        return None
    words, tags = s.words[at:], s.tags[at:]
    if (rng.random() < 0.35 and s.tags[at] in ("VBD", "VBZ", "POS", "TO")) or first in ("of", "than"):
        words[0] = first.capitalize()
    return Sentence(words, tags, [1, 1] + [0] * (len(words) - 2))


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
    group = _verb_group(s, rng.choice(places))
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


KINDS: dict[str, tuple[Callable[[Whole, random.Random], Sentence | None], int]] = {
    "lost verb": (lost_verb, 36),
    "lost subject": (lost_subject, 5),
    "lost noun": (lost_noun, 6),
    "cut end": (cut_end, 9),
    "cut middle": (cut_middle, 6),
    "beheaded": (beheaded, 3),
    "shuffled": (shuffled, 11),
    "displaced": (displaced, 7),
    "verb last": (verb_last, 7),
    "phrases swapped": (phrases_swapped, 7),
    "stray": (stray, 6),
}
NAMES = tuple(KINDS)


def damaged(
    words: Sequence[str], tags: Sequence[str], rng: random.Random, kind: str = ""
) -> tuple[Sentence, str] | None:
    """One made damage and its kind; None where four attempts came to nothing."""
    s = whole(words, tags)
    for _ in range(4):
        name = kind or rng.choices(NAMES, [weight for _, weight in KINDS.values()])[0]
        made = KINDS[name][0](s, rng)
        if made and len(made.words) > 2 and made.words != s.words:
            return _opened(made, keep=name == "beheaded"), name
    return None


def _opened(made: Sentence, *, keep: bool) -> Sentence:
    """The sentence begins with a word again, and that with a capital."""
    words, tags, marks = made
    while len(words) > 3 and words[0] in (",", ";", ":", "—", "-"):
        words, tags, marks = words[1:], tags[1:], marks[1:]
    if not keep and words[0][0].islower():
        words = [words[0][0].upper() + words[0][1:], *words[1:]]
    return Sentence(words, tags, marks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--kind", default="")
    arguments = parser.parse_args()
    rng = random.Random(5)
    rows = pickle.loads((arguments.work / "shards" / "0000.pkl").read_bytes())
    for kind in [arguments.kind] if arguments.kind else NAMES:
        print("\n==", kind)
        count = 0
        while count < arguments.each:
            words, tags = rng.choice(rows)
            found = damaged(words, tags, rng, kind) if len(words) < 34 else None
            if found:
                count += 1
                made = found[0]
                print(" ".join(f"[{w}]" if m else w for w, m in zip(made.words, made.marks, strict=True)))


if __name__ == "__main__":
    main()
