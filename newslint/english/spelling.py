"""What a misspelt word may stand for: common words one slip of the hand away, the likeliest first."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from newslint.english.data import read
from newslint.english.dictionary import in_dictionary
from newslint.english.words import is_plain_word
from newslint.model.named_tuple import NamedTuple

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_VOWELS = frozenset("aeiouy")
# How typical a slip is.
_RARE, _USUAL, _TYPICAL = 1, 2, 3
_END = 2
_LONG = 8  # letters of a word that nothing else resembles by chance


class Correction(NamedTuple):
    """A word that was meant. ``slip``: 1 any letter wrong, 2 usual, 3 typical; ``size``: bits of its count in news."""

    word: str
    slip: int
    size: int


@cache
def _sizes() -> dict[str, int]:
    lines = read("frequent.txt").decode("ascii").split("\n")
    return {word: size for size, line in enumerate(lines, 1) for word in line.split()}


def size(word: str) -> int:
    """How many bits the count of a word has in ten million words of edited news: 5 for 16, 0 for fewer."""
    return _sizes().get(word, 0)


@cache
def _neighbours() -> frozenset[str]:
    """Pairs of letters that lie side by side, or one above the other, on the keyboard."""
    pairs = {one + two for row in _ROWS for one, two in pairwise(row)}
    for above, below in pairwise(_ROWS):
        pairs |= {above[at] + below[at] for at in range(len(below))}
        pairs |= {above[at + 1] + below[at] for at in range(min(len(below), len(above) - 1))}
    return frozenset(pairs | {pair[::-1] for pair in pairs})


@lru_cache(maxsize=2_000)
def corrections(word: str) -> tuple[Correction, ...]:
    """Common words one slip away from ``word`` (in lower case), best first."""
    sizes, best = _sizes(), dict[str, int]()
    for form, slip in slips(word):
        if form in sizes:
            best[form] = max(slip, best.get(form, 0))
    found = [Correction(form, slip, sizes[form]) for form, slip in best.items()]
    return tuple(sorted(found, key=lambda one: (-3 * one.slip - one.size, one.word)))


@lru_cache(maxsize=2_000)
def rare_corrections(word: str) -> tuple[str, ...]:
    """Words of the dictionary, however rare, one typical slip away: letters swapped, doubled or not doubled.

    Of long words alone, which differ in more than a letter otherwise. Within longer ones a usual slip from an ordinary
    word counts as well; at their ends it may make another form of it.
    """
    if len(word) < _LONG:
        return ()
    near = dict.fromkeys(typical_slips(word))
    if len(word) > _LONG:
        usual = [form for form, slip in slips(word) if slip == _USUAL and _differ_within(form, word)]
        near |= dict.fromkeys(filter(is_plain_word, usual))
    return tuple([form for form in near if in_dictionary(form)] or _two_slips_away(word))


def _two_slips_away(word: str) -> list[str]:
    """Ordinary words two typical slips away: "neccesary"."""
    found = {form: None for one in dict.fromkeys(typical_slips(word)) for form in typical_slips(one) if form != word}
    return [form for form in found if is_plain_word(form) and in_dictionary(form)]


def _differ_within(one: str, two: str) -> bool:
    return (one[:_END], one[-_END:]) == (two[:_END], two[-_END:])


def slips(word: str) -> Iterator[tuple[str, int]]:
    """What was meant by ``word``, one letter away: one more, one less, one other, two that changed places.

    With each how typical the slip is, 1 to 3; some come more than once.
    """
    for at, letter in enumerate(word):
        before, after = word[:at], word[at + 1 :]
        yield before + after, _typed_too_much(letter, before[-1:], after[:1])
        if after and after[0] != letter:
            yield before + after[0] + letter + after[1:], _TYPICAL
        for other, slip in _typed_wrong(letter):
            yield before + other + after, slip
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        beside = before[-1:] + after[:1]
        for other in LETTERS:
            yield before + other + after, _TYPICAL if other in beside else _USUAL


def typical_slips(word: str) -> Iterator[str]:
    """Those of ``slips`` that are typical, in their order: they are a twentieth of all."""
    for at, letter in enumerate(word):
        before, after = word[:at], word[at + 1 :]
        if letter in (before[-1:], after[:1]):
            yield before + after
        if after and after[0] != letter:
            yield before + after[0] + letter + after[1:]
    for at in range(len(word) + 1):
        for other in sorted({word[at - 1 : at], word[at : at + 1]}):
            if other in LETTERS and other:
                yield word[:at] + other + word[at:]


def _typed_too_much(letter: str, before: str, after: str) -> int:
    if letter in (before, after):
        return _TYPICAL
    return _USUAL if before + letter in _neighbours() or letter + after in _neighbours() else _RARE


@cache
def _typed_wrong(letter: str) -> tuple[tuple[str, int], ...]:
    """(the letter that was meant, how typical the slip is) of each letter that may have been meant by ``letter``."""
    usual = {other for other in LETTERS if letter + other in _neighbours()} | (_VOWELS if letter in _VOWELS else set())
    return tuple([(other, _USUAL if other in usual else _RARE) for other in LETTERS if other != letter])
