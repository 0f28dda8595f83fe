"""Damage by loss: a verb, a subject, a noun, the end, the middle or the beginning of a sentence is gone."""

import random

from newslint.training.acceptability.sentence import FINITE, NOUN, Sentence, Whole

VERBAL = frozenset(["VB", "VBN", "VBG"])
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


def cut(s: Whole, start: int, end: int) -> Sentence:
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
    group = verb_group(s, first)
    last = group[-1]
    chance = rng.random()
    if len(group) == 1 or chance < 0.35:
        return cut(s, first, last + 1)
    if chance < 0.6:
        return cut(s, last, last + 1)
    return cut(s, first, first + 1 if _shows(s, first, group[1]) else last + 1)


def _lost_clitic(s: Whole, at: int) -> Sentence | None:
    """Such as "He king" for "he's king"."""
    stem = s.words[at].split("'")[0]
    if stem.lower() not in ("he", "she", "it", "they", "we", "i", "you", "there", "that"):
        return None
    words, marks = s.words.copy(), [0] * len(s.words)
    words[at] = stem
    marks[at] = marks[min(at + 1, len(words) - 1)] = 1
    return Sentence(words, s.tags, marks)


def verb_group(s: Whole, first: int) -> list[int]:
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
    return cut(s, at, at + 1)


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
    return cut(s, at, at + 1)


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
            return cut(s, start, end)
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
