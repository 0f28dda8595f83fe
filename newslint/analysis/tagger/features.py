"""What the tagger knows of a word: its features, in groups.

A group is all that follows from one key, such as a word with its tag before it. Most keys come again and again, so a
run adds the weights of a group up once. Training reads the same groups.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from newslint.analysis.tagger.weights import Contexts, parts_of
from newslint.model.memo import Memo

# Finite verbs by form; IMP, an imperative; CLI, a word that ends in a finite clitic ("he's", "Roe'll").
FINITE = frozenset(["VBD", "VBP", "VBZ", "MD", "IMP", "CLI"])
_VERBAL = frozenset(["VBD", "VBP", "VBZ", "MD", "IMP", "CLI", "VB", "VBN", "VBG", "TO"])
EDGE = "#"

Group = Callable[..., tuple[str, ...]]


@cache
def contexts(folder: Path = Path(__file__).parent) -> Contexts:
    """The contexts of words, read once."""
    return Contexts(*parts_of(folder / "contexts.bin"))


class History:
    """What the tags before a word tell about it: the last three, the last verbal one, whether a finite verb was met."""

    __slots__ = ("distance", "finite", "last", "second", "state", "third", "verbal")

    def __init__(self) -> None:
        self.last = self.second = self.third = self.verbal = EDGE
        self.distance = 0
        self.finite = False
        self.state = EDGE + "0-"

    def add(self, name: str) -> None:
        self.third, self.second, self.last = self.second, self.last, name
        if name in _VERBAL:
            self.verbal, self.distance = name, 0
            self.finite = self.finite or name in FINITE
        else:
            self.distance += 1
            if name in ("W", "CC", "."):
                self.finite = False
        self.state = self.verbal + ("0123"[self.distance] if self.distance < 3 else "3") + "-f"[self.finite]


def normalise(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Lower-case forms with two edges on either side, and the shape of each word with an edge after the last.

    A headline in title case or in capitals says nothing by its capitals: all its words have the shape "t".
    """
    forms, shapes = _forms.column(words), _shapes.column(words)
    long = [shape for shape, word in zip(shapes, words, strict=True) if len(word) > 3 and shape in _LETTERS]
    if len(long) > 2 and len(long) - long.count("x") > 0.7 * len(long):
        shapes = ["t" if shape in _LETTERS else shape for shape in shapes]
    if shapes and shapes[0] == "C":
        shapes[0] = "F"
    if not _OPENING.isdisjoint(words):
        for index, word in enumerate(words[:-1]):
            if word in _OPENING and shapes[index + 1] == "C":
                shapes[index + 1] = "F"
    return [EDGE, EDGE, *forms, EDGE, EDGE], [*shapes, EDGE]


_LETTERS = "UCx"
_OPENING = frozenset("\"“‘':")  # marks after which a capital says as little as at the start


def _form(word: str) -> str:
    form = word.lower().replace("’", "'")
    if form[0].isdigit():
        return "0" if form.isdigit() else "0-" + form[-2:]
    return form


def _shape(word: str) -> str:
    """Figures, a mark, capitals, a capital, or small letters."""
    first = word[0]
    if first.isdigit():
        return "d"
    if not first.isalpha():
        return "."
    if first.isupper():
        return "U" if len(word) > 1 and word.isupper() else "C"
    return "x"


_forms, _shapes = Memo(_form), Memo(_shape)


def keys(forms: Sequence[str], shapes: Sequence[str], index: int, history: History) -> tuple[Any, ...]:
    """The key of each group for the word at ``index``; ``forms`` have two edges before the first word."""
    earlier, before, form, after, later = forms[index : index + 5]
    shape, shape_after = shapes[index : index + 2]
    last, second = history.last, history.second
    return (
        (form, shape),
        (after, shape_after),
        before,
        earlier,
        later,
        (form, after),
        (before, form),
        (form, shape, last),
        (form, second, last),
        (second, last, history.third),
        (form, history.state),
        (shape, last, history.state),
        (shape, last, after, shape_after),
    )


def _of_word(key: tuple[str, str]) -> tuple[str, ...]:
    form, shape = key
    kind, end = _kind[form], form[-2:]
    return "w" + form, "e" + form[-3:], "E" + end + shape, "k" + kind, "M" + kind + end


def _of_next(key: tuple[str, str]) -> tuple[str, ...]:
    after, shape = key
    return "a" + after, "n" + _kind[after], "f" + after[-3:] + shape


def _of_last(before: str) -> tuple[str, ...]:
    return ("b" + before,)


def _of_earlier(earlier: str) -> tuple[str, ...]:
    return ("B" + earlier,)


def _of_later(later: str) -> tuple[str, ...]:
    return ("A" + later,)


def _of_word_and_next(key: tuple[str, str]) -> tuple[str, ...]:
    form, after = key
    return "y" + form + " " + after, "z" + form[-3:] + " " + after[-3:], "m" + _kind[form] + " " + _kind[after]


def _of_last_and_word(key: tuple[str, str]) -> tuple[str, ...]:
    return ("x" + key[0] + " " + key[1],)


def _of_word_and_tag(key: tuple[str, str, str]) -> tuple[str, ...]:
    form, shape, last = key
    return "s" + shape + last, "l" + last + " " + form[-3:], "L" + last + " " + form, "K" + _kind[form] + " " + last


def _of_word_and_tags(key: tuple[str, str, str]) -> tuple[str, ...]:
    form, two = key[0], key[1] + " " + key[2]
    return "u" + two + " " + form[-3:], "o" + _kind[form] + " " + two


def _of_tags(key: tuple[str, str, str]) -> tuple[str, ...]:
    two = key[0] + " " + key[1]
    return "t" + two, "T" + two + " " + key[2]


def _of_word_and_clause(key: tuple[str, str]) -> tuple[str, ...]:
    form, state = key
    return "h" + state + form[-3:], "H" + state + form


def _of_shape_and_clause(key: tuple[str, str, str]) -> tuple[str, ...]:
    shape, last, state = key
    return ("i" + state + last + shape,)


def _of_tag_and_next(key: tuple[str, str, str, str]) -> tuple[str, ...]:
    shape, last, after, shape_after = key
    return "j" + last + shape + shape_after + after[-3:], "N" + _kind[after] + " " + last


def _known(form: str) -> str:
    """The contexts of a form, "?" for a word that is not known."""
    return contexts().get(form, "?")


_kind = Memo(_known)


# In the order of ``keys``.
GROUPS: tuple[Group, ...] = (
    _of_word,
    _of_next,
    _of_last,
    _of_earlier,
    _of_later,
    _of_word_and_next,
    _of_last_and_word,
    _of_word_and_tag,
    _of_word_and_tags,
    _of_tags,
    _of_word_and_clause,
    _of_shape_and_clause,
    _of_tag_and_next,
)


def features(forms: Sequence[str], shapes: Sequence[str], index: int, history: History) -> Iterator[str]:
    """All that is known about the word at ``index``."""
    for group, key in zip(GROUPS, keys(forms, shapes, index, history), strict=True):
        yield from group(key)
