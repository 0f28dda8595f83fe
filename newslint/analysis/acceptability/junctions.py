"""Where words meet that hardly ever do: a cheap look, without numpy, at which sentences deserve the network.

At each junction some patterns of words, of their parts of speech and of clauses that still wait for their verb are
looked up in a table of hashed weights; the worst junction is the sentence's score. ``junctions.bin`` holds a line of
common words by the parts of speech that each may be, then the table, one signed byte a row;
``newslint.training.acceptability.junctions`` makes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

from newslint.english.function_words import CLAUSE_OPENERS
from newslint.model.named_tuple import NamedTuple

FILE = Path(__file__).parent / "junctions.bin"
ROWS = 1 << 17
SCALE = 16  # weights are kept in sixteenths of a logit
_MOST_KEPT = 100_000  # words and glances that are kept at hand
_new = tuple.__new__
_FINITE = ("VBD", "VBP", "VBZ", "MD", "CLI")

# A junction of which the parts of speech say less than this is not looked at more closely: of the junctions in 120,000
# words of copy that make a sentence a candidate none is of less.
_PROMISING = 12

Classes = Mapping[str, str]


class Part(NamedTuple):
    """A word's form, its class, and what it does to the clauses that wait for their verb: one more, one less."""

    form: str
    name: str
    step: int = 0


_EDGE = Part("#", "#")


_parts: dict[str, Part] = {}
_glances: dict[tuple[int, str, str, str], int] = {}


class Junction(NamedTuple):
    """A word, the three before it and the two after it; how many clauses wait for their verb before it."""

    x: Part
    y: Part
    a: Part
    b: Part
    c: Part
    d: Part
    waiting: int


def junctions(words: Sequence[str], classes: Classes, parts: dict[str, Part]) -> Iterator[Junction]:
    """The junctions between each word and the one before it. ``parts`` keeps the parts of the words that were met."""
    line = _line(words, classes, parts)
    waiting = 1
    for at in range(3, len(line) - 2):
        yield _new(Junction, (*line[at - 3 : at + 3], waiting))
        waiting = _waiting(waiting, line[at].step)


def _line(words: Sequence[str], classes: Classes, parts: dict[str, Part]) -> list[Part]:
    """The parts of the words, with three edges before the first and two after the last."""
    line = [_EDGE, _EDGE, _EDGE]
    for word in words:
        part = parts.get(word)
        if part is None:
            part = parts[word] = _part(word, classes)
        line.append(part)
    line += [_EDGE, _EDGE]
    return line


def _waiting(waiting: int, step: int) -> int:
    """How many clauses wait for their verb, 3 at the most, after a word that brings one or gives one its verb."""
    return min(3, max(0, waiting + step)) if step else waiting


def glance(waiting: int, a: str, b: str, c: str) -> tuple[str, ...]:
    """The patterns of classes alone."""
    return f"{a} {b}", f"{a} {b} {c}", f"{waiting}{a} {b}", f"{waiting}{b} {c}"


def gaze(junction: Junction) -> tuple[str, ...]:
    """All further patterns."""
    (_, x, _), (_, y, _), (a, aa, _), (b, bb, _), (_, cc, _), (_, dd, _), waiting = junction
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


def worst(words: Sequence[str]) -> int:
    """The highest score of a junction, in sixteenths of a logit; 0 if none is remarkable."""
    classes, table = _load()
    if len(_parts) > _MOST_KEPT or len(_glances) > _MOST_KEPT:
        _parts.clear()
        _glances.clear()
    highest, waiting = 0, 1
    line = _line(words, classes, _parts)
    names = [part.name for part in line]
    for at in range(3, len(line) - 2):
        key = (waiting, names[at - 1], names[at], names[at + 1])
        score = _glances.get(key)
        if score is None:
            score = _glances[key] = _glanced(table, *key)
        if score >= _PROMISING:
            junction = _new(Junction, (*line[at - 3 : at + 3], waiting))
            highest = max(highest, score + sum([table[row(pattern)] for pattern in gaze(junction)]))
        step = line[at].step
        if step:
            waiting = _waiting(waiting, step)
    return highest


def _glanced(table: memoryview, waiting: int, a: str, b: str, c: str) -> int:
    """The weights of ``glance``, added up: as checksums go on from one to the next, no pattern is put together."""
    before = _CHECKSUMS[waiting]
    pair, after = f"{a} {b}".encode(), f" {c}".encode()
    joined = crc32(pair)
    return (
        table[joined % ROWS]
        + table[crc32(after, joined) % ROWS]
        + table[crc32(pair, before) % ROWS]
        + table[crc32(after, crc32(b.encode(), before)) % ROWS]
    )


_CHECKSUMS = tuple([crc32(b"%d" % waiting) for waiting in range(4)])


def _part(word: str, classes: Classes) -> Part:
    form, name = _classed(word, classes)
    return Part(form, name, -1 if name.startswith(_FINITE) else 1 if form in CLAUSE_OPENERS else 0)


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
def _load() -> tuple[Classes, memoryview]:
    """The classes of common words, and the table."""
    data = FILE.read_bytes()
    end = data.index(b"\n")
    classes: dict[str, str] = {}
    for group in data[:end].decode().split("\t"):
        name, *words = group.split(" ")
        classes |= dict.fromkeys(words, name)
    return classes, memoryview(data)[end + 1 :].cast("b")
