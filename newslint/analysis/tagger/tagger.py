"""A small part-of-speech tagger, good at one question: is there a finite verb here, and where?

An averaged perceptron that goes from left to right. ``newslint.training.tagger`` makes its two data files, the weights
of features and the contexts of words in news copy (after "to", after "he", before "of" ...). The weights of a
word's features are added as large integers, a lane of two bytes a tag; all lanes are 128 too high alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newslint.analysis.tagger.weights import Contexts, Table, parts_of
from newslint.analysis.text.tokens import Token, find_tokens

# Finite verbs by form; IMP, an imperative; CLI, a word that ends in a finite clitic ("he's", "Roe'll").
FINITE = frozenset(["VBD", "VBP", "VBZ", "MD", "IMP", "CLI"])
FOLDER = Path(__file__).parent
_VERBAL = frozenset(["VBD", "VBP", "VBZ", "MD", "IMP", "CLI", "VB", "VBN", "VBG", "TO"])
_EDGE = "#"
# Rows that are kept at hand, some 100 bytes each, before a long run starts over: a thousand articles meet as many.
_MOST_ROWS = 200_000


# Forms that are finite wherever they stand in lower case: no participle, infinitive or noun looks the same.
_SURE = (
    "is are was were has had does did would could should can may must said says isn't aren't wasn't weren't hasn't "
    "haven't hadn't doesn't don't didn't wouldn't couldn't shouldn't won't can't cannot wrote went came became began "
    "gave took knew grew drew threw spoke drove fell seems"
).split()
_SURE_CLITICS = (
    "it's that's there's he's she's i'm we're they're you're i've we've they've you've i'll he'll she'll we'll they'll "
    "it'll"
).split()
_SURE_WORDS = frozenset(
    form.replace("'", mark) + stop
    for form in [*_SURE, *_SURE_CLITICS, *map(str.capitalize, _SURE_CLITICS)]
    for mark in "'’"
    for stop in ("", ",", ".")
)


class Model(NamedTuple):
    """What training leaves: the tags, the words that have but one, and the weights."""

    tags: tuple[str, ...]
    known: Mapping[str, str]
    table: Table


@cache
def load(folder: Path = FOLDER) -> Model:
    """The weights, read once."""
    (rows, tags, *known), data = parts_of(folder / "tagger.bin")
    names = tuple(tags.split("/"))
    return Model(names, dict(pair.rsplit("/", 1) for pair in known), Table(data, int(rows), len(names)))


@cache
def contexts(folder: Path = FOLDER) -> Contexts:
    """The contexts of words, read once."""
    return Contexts(*parts_of(folder / "contexts.bin"))


def tag(words: Sequence[str], model: Model | None = None) -> list[str]:
    """A tag for each of the words of one sentence, as ``find_tokens`` gives them.

    Penn Treebank tags where verbs are concerned (VBD VBP VBZ MD VB VBN VBG TO), IMP for imperatives, CLI for a word
    with a finite clitic; the rest is merged: N (common noun), P (name), J, R, D, PRP, POS (possessive), W, IN, CC, CD,
    X and "." (any mark).
    """
    return list(tags(words, model))


def tags(words: Sequence[str], model: Model | None = None) -> Iterator[str]:
    """The same one by one, for those who have seen enough before the sentence ends."""
    names, known, table = model or load()
    rows = _rows() if model is None else {}
    if len(rows) > _MOST_ROWS:
        rows.clear()
    size = 2 * len(names)
    forms, shapes = normalise(words)
    kinds = kinds_of(forms)
    history = History()
    for index in range(len(words)):
        name = known.get(forms[index + 2])
        if name is None:
            total = 0
            for feature in features(forms, shapes, kinds, index, history):
                row = rows.get(feature)
                if row is None:
                    row = rows[feature] = table.row(feature)
                total += row
            sums = memoryview(total.to_bytes(size + 2, "little")).cast("H")
            name = names[max(range(len(names)), key=sums.__getitem__)]
        history.add(name)
        yield name


class Tagged(NamedTuple):
    """A token and its part of speech, as ``tag`` names it."""

    token: Token
    tag: str


def tagged(text: str, start: int, end: int) -> tuple[Tagged, ...]:
    """The tokens of ``text[start:end]`` with their tags, read as one sentence."""
    tokens = find_tokens(text, start, end)
    return tuple(map(Tagged, tokens, tag([token.text for token in tokens])))


def finite_verbs(words: Sequence[str]) -> list[int]:
    """Where the finite verbs of one sentence stand: indices into ``words``."""
    return [index for index, name in enumerate(tag(words)) if name in FINITE]


def surely_finite(text: str) -> bool:
    """Whether a word of ``text`` is a finite verb beyond doubt, told without tagging; most sentences hold one."""
    return not _SURE_WORDS.isdisjoint(text.split())


@cache
def _rows() -> dict[str, int]:
    """The rows of the features met so far, as integers."""
    return {}


class History:
    """What the tags before a word tell about it: the last three, the last verbal one, whether a finite verb was met."""

    __slots__ = ("distance", "finite", "last", "second", "third", "verbal")

    def __init__(self) -> None:
        self.last = self.second = self.third = self.verbal = _EDGE
        self.distance = 0
        self.finite = False

    def add(self, name: str) -> None:
        self.third, self.second, self.last = self.second, self.last, name
        self.distance += 1
        if name in _VERBAL:
            self.verbal, self.distance = name, 0
            self.finite = self.finite or name in FINITE
        elif name in ("W", "CC", "."):
            self.finite = False


def normalise(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Lower-case forms with two edges on either side, and the shape of each word.

    A headline in title case or in capitals says nothing by its capitals: all its words have the shape "t".
    """
    forms = [word.lower().replace("’", "'") for word in words]
    letters = [word for word in words if len(word) > 3 and word[0].isalpha()]
    high = sum(word[0].isupper() for word in letters)
    title = len(letters) > 2 and high > 0.7 * len(letters)
    shapes = []
    for word in words:
        first = word[0]
        if first.isdigit():
            shape = "d"
        elif not first.isalpha():
            shape = "."
        elif title:
            shape = "t"
        elif first.isupper():
            shape = "U" if len(word) > 1 and word.isupper() else "C"
        else:
            shape = "x"
        shapes.append(shape)
    if shapes and shapes[0] == "C":
        shapes[0] = "F"
    for index, word in enumerate(words[:-1]):
        if word in "\"“‘':" and shapes[index + 1] == "C":
            shapes[index + 1] = "F"
    for index, form in enumerate(forms):
        if form[0].isdigit():
            forms[index] = "0" if form.isdigit() else "0-" + form[-2:]
    return [_EDGE, _EDGE, *forms, _EDGE, _EDGE], shapes


def kinds_of(forms: Sequence[str]) -> list[str]:
    """The contexts of each form, "?" for a word that is not known."""
    known = contexts()
    return [known.get(form, "?") for form in forms]


def features(
    forms: Sequence[str], shapes: Sequence[str], kinds: Sequence[str], index: int, history: History
) -> tuple[str, ...]:
    """What is known about the word at ``index``; ``forms`` and ``kinds`` have two edges before the first word."""
    at = index + 2
    form, before, after = forms[at], forms[at - 1], forms[at + 1]
    shape, last, two = shapes[index], history.last, history.second + " " + history.last
    end = form[-3:]
    following = after[-3:]
    kind, kind_after = kinds[at], kinds[at + 1]
    shape_after = shapes[index + 1] if index + 1 < len(shapes) else _EDGE
    state = history.verbal + (str(history.distance) if history.distance < 3 else "3") + ("f" if history.finite else "-")
    return (
        "w" + form,
        "e" + end,
        "E" + form[-2:] + shape,
        "s" + shape + last,
        "b" + before,
        "B" + forms[at - 2],
        "a" + after,
        "A" + forms[at + 2],
        "f" + following + shape_after,
        "l" + last + " " + end,
        "L" + last + " " + form,
        "t" + two,
        "T" + two + " " + history.third,
        "u" + two + " " + end,
        "x" + before + " " + form,
        "y" + form + " " + after,
        "z" + end + " " + following,
        "h" + state + end,
        "H" + state + form,
        "i" + state + last + shape,
        "j" + last + shape + shape_after + following,
        "k" + kind,
        "K" + kind + " " + last,
        "n" + kind_after,
        "N" + kind_after + " " + last,
        "m" + kind + " " + kind_after,
        "M" + kind + form[-2:],
        "o" + kind + " " + two,
    )
