"""Words that writers and keyboards confuse, and which of two a context wants.

What the words around say is weighed by a logistic model a pair, its weights hashed into one table of bytes;
``newslint.training.confusables`` makes it and says what it measured.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING
from zlib import crc32

from newslint.english.data import read
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

# Pairs by sound, by sense and by the hand. Source: lists of commonly confused words, and slips in print.
PAIRS = tuple(
    tuple(pair.split("/"))
    for pair in """
    its/it's your/you're whose/who's led/lead then/than lose/loose losing/loosing affect/effect affects/effects
    affected/effected principal/principle compliment/complement passed/past weather/whether quite/quiet
    breath/breathe council/counsel accept/except accepted/excepted advice/advise choose/chose knew/new public/pubic
    untied/united casual/causal martial/marital statue/statute defuse/diffuse expensive/expense personal/personnel
    moral/morale manger/manager born/borne alter/altar coarse/course straight/strait throne/thrown scene/seen
    vile/vial trail/trial conservation/conversation waived/waved lightning/lightening peace/piece
    """.split()
)
_TOKEN = expression(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
_WITHIN = expression(r"[^\W\d_]['’-]?\Z")  # before a place that is no token's beginning
_REACH = 40  # characters in which two tokens stand, mostly
TABLE = 1 << 17  # weights
SCALE = 16  # a weight of 1 is stored as this


@cache
def _alternatives() -> dict[str, tuple[tuple[str, str, int], ...]]:
    """Word -> for each pair of which it is a part: the other word, the pair's key, 1 if this one is the second."""
    rows: dict[str, list[tuple[str, str, int]]] = {}
    for pair in dict.fromkeys(PAIRS):
        one, two = pair
        rows.setdefault(one, []).append((two, f"{one}/{two}", 0))
        rows.setdefault(two, []).append((one, f"{one}/{two}", 1))
    return {word: tuple(others) for word, others in rows.items()}


@cache
def _finder() -> "AhoCorasick":
    """Finds the words of all pairs, with either apostrophe."""
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick(sorted({word.replace("'", mark) for word in _alternatives() for mark in "'’"}))


class Place(NamedTuple):
    """Where a word that is often confused stands, in lower case, with two words before it and two after."""

    start: int
    end: int
    word: str
    around: tuple[str, str, str, str]


def places(text: str, start: int, end: int) -> Iterator[Place]:
    """The words of a paragraph that are often confused; figures count as 0, and beyond the ends there is ""."""
    lower = text[start:end].lower()
    if len(lower) != end - start:  # a letter that is two in lower case
        lower = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text[start:end])
    for _, low, high in _finder().find_matches_as_indexes(lower, overlapping=True):
        at, stop = start + low, start + high
        token = None if _WITHIN.search(text, max(start, at - 2), at) else _TOKEN.match(text, at, end)
        if token is None or token.end() != stop:
            continue
        far, left = map(_plain, _before(text, start, at))
        right, last = map(_plain, _after(text, stop, end))
        yield Place(at, stop, _plain(token[0]), (far, left, right, last))


def _before(text: str, start: int, at: int) -> list[str]:
    """The two tokens before a place, "" where there is none."""
    low = max(start, at - _REACH)
    tokens = _TOKEN.findall(text, low, at)
    if low > start and len(tokens) < 4:  # the first two may be the halves of a token that was cut
        tokens = _TOKEN.findall(text, start, at)
    return ["", "", *tokens][-2:]


def _after(text: str, at: int, end: int) -> list[str]:
    """The two tokens after a place, "" where there is none."""
    high = min(end, at + _REACH)
    tokens = _TOKEN.findall(text, at, high)
    if high < end and len(tokens) < 4:  # the last two may be the halves of a token that was cut
        tokens = _TOKEN.findall(text, at, end)
    return [*tokens, "", ""][:2]


def _plain(token: str) -> str:
    return "0" if token[:1].isdigit() else token.lower().replace("’", "'")


def signs(around: Sequence[str]) -> list[str]:
    """What a model sees of two words before and two after, "" where a sentence ends."""
    far, left, right, last = around
    return [
        f"a{left}", f"b{right}", f"c{far} {left}", f"d{right} {last}", f"e{left} {right}", f"f{far}", f"g{last}",
        f"h{left[-3:]}", f"i{right[-3:]}",
    ]  # fmt: skip


@cache
def _weights() -> memoryview:
    return memoryview(read("confusables.bin")).cast("b")


def slots(pair: str, hashes: Sequence[int]) -> list[int]:
    """Where the weights of signs, given as ``crc32`` of each, stand in the table."""
    own = crc32(pair.encode())
    return [(own ^ sign * 40503) % TABLE for sign in hashes]


def likelier(word: str, around: Sequence[str]) -> tuple[str, float]:
    """The word that fits best where ``word`` stands, and by how much (logarithm of the odds); ("", 0) if it does."""
    best, weights = ("", 0.0), _weights()
    hashes = [crc32(sign.encode()) for sign in signs(around)]
    for other, pair, second in _alternatives()[word]:
        odds = sum([weights[slot] for slot in slots(pair, hashes)]) / SCALE
        if not second:
            odds = -odds
        if odds > best[1]:
            best = other, odds
    return best
