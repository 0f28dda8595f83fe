"""A small part-of-speech tagger, good at one question: is there a finite verb here, and where?

An averaged perceptron that goes from left to right. ``newslint.training.tagger`` makes its two data files, the weights
of features and the contexts of words in news copy (after "to", after "he", before "of" ...). The weights of a
word's features are added as large integers, a lane of two bytes a tag; all lanes are 128 too high alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from operator import getitem
from pathlib import Path
from typing import Any

from newslint.analysis.tagger.features import FINITE, GROUPS, Group, History, keys, normalise
from newslint.analysis.tagger.weights import Table, parts_of
from newslint.analysis.text.tokens import Token, find_tokens, token_texts
from newslint.model.named_tuple import NamedTuple

FOLDER = Path(__file__).parent
# Sums that are kept at hand, some 200 bytes each, before a long run starts over.
_MOST_SUMS = 200_000


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
    sums = _sums() if model is None else Sums(table)
    sums.start_over_if_many()
    size = 2 * len(names) + 2
    forms, shapes = normalise(words)
    history = History()
    for index in range(len(words)):
        name = known.get(forms[index + 2])
        if name is None:
            total = sum(map(getitem, sums.groups, keys(forms, shapes, index, history)))
            weights = memoryview(total.to_bytes(size, "little")).cast("H").tolist()
            name = names[weights.index(max(weights))]
        history.add(name)
        yield name


class _Sum(dict[Any, int]):
    """Key of a group -> the weights of its features, added up when first asked for."""

    def __init__(self, group: Group, table: Table) -> None:
        super().__init__()
        self._group = group
        self._total = table.total

    def __missing__(self, key: Any) -> int:
        total = self[key] = self._total(self._group(key))
        return total


class Sums:
    """The weights of the features met so far, as integers, by group."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.groups = tuple([_Sum(group, table) for group in GROUPS])

    def __len__(self) -> int:
        return len(self._table) + sum(map(len, self.groups))

    def start_over_if_many(self) -> None:
        """Forget all where there are too many to keep."""
        if len(self) > _MOST_SUMS:
            self._table.clear()
            for group in self.groups:
                group.clear()


class Tagged(NamedTuple):
    """A token and its part of speech, as ``tag`` names it."""

    token: Token
    tag: str


def tagged(text: str, start: int, end: int) -> tuple[Tagged, ...]:
    """The tokens of ``text[start:end]`` with their tags, read as one sentence."""
    tokens = find_tokens(text, start, end)
    return tuple(map(Tagged, tokens, _tags_of(tuple([token.text for token in tokens]))))


@lru_cache(maxsize=500)
def _tags_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """The tags of a sentence, kept: an editor asks for it again with every letter."""
    return tuple(tags(words))


def finite_verbs(words: Sequence[str]) -> list[int]:
    """Where the finite verbs of one sentence stand: indices into ``words``."""
    return [index for index, name in enumerate(tag(words)) if name in FINITE]


def surely_finite(text: str) -> bool:
    """Whether a word of ``text`` is a finite verb beyond doubt, told without tagging; most sentences hold one."""
    return not _SURE_WORDS.isdisjoint(text.split())


def has_finite_verb(text: str) -> bool:
    """Whether a word of a sentence is a finite verb; no more of them are tagged than it takes."""
    return surely_finite(text) or any(name in FINITE for name in tags(token_texts(text)))


@cache
def _sums() -> Sums:
    return Sums(load().table)
