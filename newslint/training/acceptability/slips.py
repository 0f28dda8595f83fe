"""Slips of a hurried edit: half of one wording left beside another, a wrong form, a small word gone.

Kinds of damage as in ``damage``, which lists them. What a spinner does to whole clauses stands there.
"""

import random
from collections import deque

from newslint.english import in_dictionary
from newslint.training.acceptability.disorder import NOMINAL
from newslint.training.acceptability.losses import cut
from newslint.training.acceptability.sentence import FINITE, NOUN, Sentence, Whole

# One wording and another that an editor might have had in mind, of one part of speech.
_EITHER = (
    "in at on for of with from by to about into after before".split(),
    "the a his her their this its an our".split(),
    "is was has had will would could may were are should can".split(),
    "said told announced added says called asked made took gave found wanted".split(),
    "he she it they we I".split(),
    "and but that because when while if as than or which who".split(),
)
_WORDINGS = {word: group for group in _EITHER for word in group}
_MAY_MEET = frozenset(
    """
    on in at for of with from by to about into after before that and or but if as than when while because which who
    """.split()
)
_TURNS = {
    "is": "are", "are": "is", "was": "were", "were": "was", "has": "have", "have": "has", "does": "do", "do": "does",
    "isn't": "aren't", "aren't": "isn't", "wasn't": "weren't", "weren't": "wasn't", "hasn't": "haven't",
    "haven't": "hasn't", "doesn't": "don't", "don't": "doesn't",
}  # fmt: skip
_HAVE = frozenset("has have had having".split())
_MEMORY = 50  # sentences
_memory: deque[Whole] = deque(maxlen=_MEMORY)


def two_wordings(s: Whole, rng: random.Random) -> Sentence | None:
    """The old word beside the new one: "announced said that", "in at the end", "the his"."""
    places = [i for i in range(1, len(s.words) - 1) if s.open[i] and s.words[i] in _WORDINGS]
    rng.shuffle(places)
    for i in places[:4]:
        word = s.words[i]
        other = rng.choice(_WORDINGS[word])
        before, after = s.words[i - 1].lower(), s.words[i + 1].lower()
        if other in (word, before, after):
            continue
        if word in _MAY_MEET and (other in _MAY_MEET and s.tags[i] != "IN"):
            continue  # "and when", "that if"
        if word in _MAY_MEET and not (s.tags[i + 1] in ("D", "PRP", "P", "CD") and s.tags[i - 1] in NOMINAL):
            continue  # "come in for", "go on about"
        if other in ("her", "it", "that", "to", "made", "found", "called", "told", "asked") and rng.random() < 0.7:
            continue  # many of these may well meet
        at = i + rng.randint(0, 1)
        words, tags = [*s.words[:at], other, *s.words[at:]], [*s.tags[:at], s.tags[i], *s.tags[at:]]
        return Sentence(words, tags, [int(i <= place <= i + 1) for place in range(len(words))])
    return None


def wrong_form(s: Whole, rng: random.Random) -> Sentence | None:
    """A verb in a form that its helper cannot have: "will announced", "has call", "is agree", "to went"."""
    places = []
    for i in range(1, len(s.words) - 1):
        if not (s.open[i] and s.open[i - 1] and s.words[i].isalpha() and s.words[i].islower() and len(s.words[i]) > 3):
            continue
        helper, before = s.words[i - 1].lower(), s.tags[i - 1]
        if s.tags[i] == "VB" and before in ("MD", "TO"):
            places.append((i, "bare"))
        elif (s.tags[i] == "VBN" and helper in _HAVE) or (s.tags[i] == "VBG" and helper in ("is", "was", "are")):
            places.append((i, s.tags[i]))
    rng.shuffle(places)
    for i, kind in places[:4]:
        form = _other_form(s.words[i], kind, rng)
        if form and in_dictionary(form):
            words = [*s.words[:i], form, *s.words[i + 1 :]]
            return Sentence(words, s.tags, [int(at in (i - 1, i)) for at in range(len(words))])
    return None


def _other_form(word: str, kind: str, rng: random.Random) -> str:
    """Another form of a regular verb, empty for one that may be irregular."""
    if kind == "bare":
        if word[-1] not in "aeiouyw" and word[-2] in "aeiou" and word[-3] not in "aeiou":
            return ""  # "stop" makes "stopped"
        stem = word[:-1] if word[-1] == "e" else word
        past = word[:-1] + "ied" if word[-1] == "y" and word[-2] not in "aeiou" else stem + "ed"
        third = word[:-1] + "ies" if word[-1] == "y" and word[-2] not in "aeiou" else word + "s"
        return rng.choice([past, past, third, stem + "ing"])
    if word.endswith("ied") or not word.endswith(("ed", "ing")):
        return ""
    stem = word[:-2] if word.endswith("ed") else word[:-3]
    if len(stem) < 3 or stem[-1] == stem[-2]:
        return ""
    bare = stem + "e" if stem[-1] in "cgsuvz" or stem.endswith(("at", "ir", "ur", "as", "ot", "id")) else stem
    return rng.choice([bare, bare, stem + ("ing" if word.endswith("ed") else "ed")])


def agreement(s: Whole, rng: random.Random) -> Sentence | None:
    """Subject and verb beside each other, in two numbers: "the reporters was", "he have"."""
    places = []
    for i in range(1, len(s.words) - 1):
        if not (s.open[i] and s.open[i - 1] and s.tags[i] in FINITE and s.words[i] in _TURNS):
            continue
        before, tag = s.words[i - 1].lower(), s.tags[i - 1]
        if tag == "N" and before.endswith("s"):
            fits = s.words[i] in ("are", "were", "have") and s.tags[i - 2] != "IN"
        elif tag == "N":
            fits = s.words[i] in ("is", "has") and i < 4 and s.tags[0] == "D"
        else:
            fits = before in ("he", "she", "it", "they", "we") and s.words[i - 2].lower() not in ("if", "though")
        if fits:
            places.append(i)
    if not places:
        return None
    at = rng.choice(places)
    words = [*s.words[:at], _TURNS[s.words[at]], *s.words[at + 1 :]]
    return Sentence(words, s.tags, [int(place in (at - 1, at)) for place in range(len(words))])


def lost_small_word(s: Whole, rng: random.Random) -> Sentence | None:
    """A preposition, "to" or an article gone: "one the largest", "wants leave", "at end of the year"."""
    places = []
    for i in range(1, len(s.words) - 2):
        if not (s.open[i] and s.open[i + 1] and s.open[i - 1]):
            continue
        word, before, after = s.words[i].lower(), s.tags[i - 1], s.tags[i + 1]
        of = word in ("of", "for", "with", "from") and before in NOUN | {"CD"} and after in ("D", "PRP")
        to = word == "to" and after == "VB" and before in ("N", "J", "VBN", "VBD", "VBZ", "VBP") and i > 1
        helps = s.words[i - 1].lower() in ("help", "helped", "helps", "go", "come")
        article = (
            word in ("the", "a", "an")
            and after == "N"
            and not s.words[i + 1].endswith("s")
            and s.words[i + 2].lower() == "of"
            and before in ("IN", "VBD", "VBZ", "VB")
        )
        if of or (to and not helps) or article:
            places.append(i)
    if not places:
        return None
    at = rng.choice(places)
    return cut(s, at, at + 1)


def splice(s: Whole, rng: random.Random) -> Sentence | None:
    """Some words of another sentence in the middle of this one, where they cannot stand."""
    _memory.append(s)
    for _ in range(6):
        other, size = rng.choice(_memory), rng.randint(2, 4)
        if other is s or len(other.words) < size + 6 or len(s.words) < 8:
            continue
        start, at = rng.randint(2, len(other.words) - size - 2), rng.randint(2, len(s.words) - 3)
        if not (all(other.open[start : start + size]) and s.open[at] and s.open[at - 1]):
            continue
        first, last = other.tags[start], other.tags[start + size - 1]
        left, right = s.tags[at - 1], s.tags[at]
        hangs = last in ("D", "TO", "MD", "POS", "IN") and right in ("IN", "MD", "VBD", "VBZ", "CC", "TO", "W", "PRP")
        meets = left in ("D", "TO", "MD", "POS", "IN") and first in ("IN", "MD", "VBD", "VBZ", "CC", "TO")
        if not (hangs or meets) or s.words[at] == other.words[start]:
            continue
        words = [*s.words[:at], *other.words[start : start + size], *s.words[at:]]
        tags = [*s.tags[:at], *other.tags[start : start + size], *s.tags[at:]]
        return Sentence(words, tags, [int(at <= place < at + size) for place in range(len(words))])
    return None
