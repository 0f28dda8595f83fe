"""Where words meet that hardly ever do: a cheap look, without numpy, at which sentences deserve the network.

At each junction some patterns of words, of their parts of speech and of clauses that still wait for their verb are
looked up in a table of hashed weights; the worst junction is the sentence's score. ``junctions.bin`` holds a line of
common words by the parts of speech that each may be, then the table, one signed byte a row;
``newslint.training.acceptability.junctions`` makes it.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from newslint.english.function_words import CLAUSE_OPENERS
from newslint.model.memo import Memo
from newslint.model.named_tuple import NamedTuple

FILE = Path(__file__).parent / "junctions.bin"
ROWS = 1 << 17
SCALE = 16  # weights are kept in sixteenths of a logit
_new = tuple.__new__
_FINITE = ("VBD", "VBP", "VBZ", "MD", "CLI")

# A junction of which the parts of speech say less than this is not looked at more closely: of the junctions in 120,000
# words of copy that make a sentence a candidate none is of less.
_PROMISING = 12

DIGIT, SMALL, CAPITAL = "0", "a", "A"

Classes = Mapping[str, str]
# Of two names in a row: their checksum; the weight of the two as the first of three names, while 0, 1, 2 and 3 clauses
# wait; what the second adds to the checksum of two before it; the weight of the two as the last of three names.
Pair = tuple[int, tuple[int, ...], bytes, tuple[int, ...]]


class Part(NamedTuple):
    """A word's form, its class, and what it does to the clauses that wait for their verb: one more, one less.

    ``look`` is how it begins, where that tells what kind of line it stands in: ``DIGIT``, ``SMALL``, ``CAPITAL``, "".
    """

    form: str
    name: str
    step: int = 0
    look: str = ""


_EDGE = Part("#", "#")


class Junction(NamedTuple):
    """A word, the three before it and the two after it; how many clauses wait for their verb before it."""

    x: Part
    y: Part
    a: Part
    b: Part
    c: Part
    d: Part
    waiting: int


def parts_of(classes: Classes) -> Memo[str, Part]:
    """The parts of all words, by the classes of the common ones."""
    return Memo(partial(_part, classes=classes))


def junctions(words: Sequence[str], parts: Mapping[str, Part]) -> Iterator[Junction]:
    """The junctions between each word and the one before it. ``parts``: as ``parts_of`` gives them."""
    line = _line([parts[word] for word in words])
    waiting = 1
    for at in range(3, len(line) - 2):
        yield _new(Junction, (*line[at - 3 : at + 3], waiting))
        waiting = _waiting(waiting, line[at].step)


def _line(parts: Sequence[Part]) -> list[Part]:
    """The parts of the words, with three edges before the first and two after the last."""
    return [_EDGE, _EDGE, _EDGE, *parts, _EDGE, _EDGE]


def _waiting(waiting: int, step: int) -> int:
    """How many clauses wait for their verb, 3 at the most, after a word that brings one or gives one its verb."""
    return min(3, max(0, waiting + step)) if step else waiting


def glance(waiting: int, a: str, b: str, c: str) -> tuple[str, ...]:
    """The patterns of classes alone."""
    return f"{a} {b}", f"{a} {b} {c}", f"{waiting}{a} {b}", f"{waiting}{b} {c}"


def gaze(junction: Junction) -> tuple[str, ...]:
    """All further patterns."""
    (_, x, *_), (_, y, *_), (a, aa, *_), (b, bb, *_), (_, cc, *_), (_, dd, *_), waiting = junction
    return (
        f"{a} {b}",
        f"{y} {aa} {bb}",
        f"{y} {aa} {bb}+{cc}",
        f"{x} {y} {aa} {bb}",
        f"{aa} {bb} {cc} {dd}",
        f"{a}={bb} {cc}",
        f"{y} {aa}={b}",
        f"{waiting}={b}",
    )


def row(pattern: str) -> int:
    """Where the table keeps the weight of a pattern."""
    return crc32(pattern.encode()) % ROWS


def known_parts(words: Sequence[str]) -> list[Part]:
    """The parts of words, by the classes on file."""
    known, _, _ = _load()
    return known.column(words)


def worst(words: Sequence[str]) -> int:
    """The highest score of a junction, in sixteenths of a logit; 0 if none is remarkable."""
    known, pairs, table = _load()
    parts = known.column(words)
    line = _line(parts)
    (checksum, opening, _, _), *following = pairs.column(pairwise([part.name for part in line[2:-1]]))
    highest, waiting = 0, 1
    for at, ((next_checksum, next_opening, ending, closing), part) in enumerate(zip(following, parts, strict=True)):
        score = opening[waiting] + closing[waiting] + table[crc32(ending, checksum) % ROWS]
        if score >= _PROMISING:
            junction = _new(Junction, (*line[at : at + 6], waiting))
            highest = max(highest, score + sum([table[row(pattern)] for pattern in gaze(junction)]))
        if part.step:
            waiting = _waiting(waiting, part.step)
        checksum, opening = next_checksum, next_opening
    return highest


def _pair(names: tuple[str, str], table: "array[int]") -> Pair:
    """What two names in a row add to ``glance``. Checksums go on from one to the next: no pattern is put together."""
    first, second = names
    ending = b" " + second.encode()
    pair = first.encode() + ending
    checksum = crc32(pair)
    weight = table[checksum % ROWS]
    closing = tuple([table[crc32(pair, before) % ROWS] for before in _CHECKSUMS])
    return checksum, tuple([weight + more for more in closing]), ending, closing


_CHECKSUMS = tuple([crc32(b"%d" % waiting) for waiting in range(4)])


def _part(word: str, classes: Classes) -> Part:
    form, name = _classed(word, classes)
    step = -1 if name.startswith(_FINITE) else 1 if form in CLAUSE_OPENERS else 0
    return _new(Part, (form, name, step, _look(word)))


def _look(word: str) -> str:
    first = word[0]
    if first.isdigit():
        return DIGIT
    if len(word) <= 3 or not first.isalpha():
        return ""
    return SMALL if first.islower() else CAPITAL


def _classed(word: str, classes: Classes) -> tuple[str, str]:
    """A word's form, and its class: the parts of speech it may be; for a rare word, how it looks."""
    first, form = word[0], word.lower()
    known = classes.get(form)
    if known is not None and not (first.isupper() and known[0] == "N"):
        return form, known
    if first.isdigit():
        return "0", "0" if word.isdigit() else "0" + form[-2:]
    if not first.isalpha():
        return form, form
    if first.isupper():
        return form, "Cs" if form.endswith("'s") else "C"
    return form, form[-2:]


@cache
def _load() -> tuple[Memo[str, Part], Memo[tuple[str, str], Pair], "array[int]"]:
    """The parts of words, what two of their names in a row add, and the table."""
    data = FILE.read_bytes()
    end = data.index(b"\n")
    classes: dict[str, str] = {}
    for group in data[:end].decode().split("\t"):
        name, *words = group.split(" ")
        classes |= dict.fromkeys(words, name)
    table = array("b", data[end + 1 :])  # looked into twice as fast as a view of the bytes
    return parts_of(classes), Memo(partial(_pair, table=table)), table
