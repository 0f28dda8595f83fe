"""Places in a sentence where a verb seems to have been lost, by what a small model learned from news copy.

Three steps, each for what the one before left in doubt: pairs of neighbours that hardly ever meet unless a verb between
them is gone; the classes of the words around such a place; the tags of the words around it. The classes need no tagger:
a common word is its own class, the others go by their company, their ending and their capital.
``newslint.analysis.train_gaps`` makes the data file.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from zlib import crc32, decompress

from newslint.analysis.clauses import Gap, GapKind
from newslint.analysis.tagger import FINITE, FOLDER, company, tag
from newslint.analysis.tokens import Token, find_tokens

STEP = 16  # weights are stored in sixteenths
LONGEST = 90  # words of a sentence that are read
_SUBORDINATORS = frozenset(
    """
    if because although though while when whenever whether unless where who whom whose which what why how that whereas
    since as after before until than
    """.split()
)
_VERBAL = frozenset(["VBD", "VBP", "VBZ", "MD", "IMP", "CLI", "VB", "VBN", "VBG", "TO"])
OPENING, _CLOSING = "\"“‘'([«", "\"”’')]».,;:!?…"
MARKS = OPENING + _CLOSING


class Weights:
    """Weights of hashed features, three bytes each: sixteen bits of the hash, then the weight, 128 too high."""

    def __init__(self, slots: bytes | memoryview) -> None:
        self._slots = slots
        self._size = len(slots) // 3

    def total(self, features: Sequence[str]) -> float:
        """The sum of the features' weights; those that were not learned weigh nothing."""
        slots, size, total = self._slots, self._size, 0
        for feature in features:
            code = crc32(feature.encode())
            at, high, low = code % size, code >> 24, code >> 16 & 0xFF
            while weight := slots[3 * at + 2]:
                if slots[3 * at] == high and slots[3 * at + 1] == low:
                    total += weight - 128
                    break
                at = at + 1 if at + 1 < size else 0
        return total / STEP


class Model(NamedTuple):
    """``floor`` and ``bar``: what the two sums must reach for a place to be looked at further, and to be told."""

    common: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    first: Weights
    second: Weights
    floor: float
    bar: float


@cache
def load(folder: Path = FOLDER) -> Model:
    """The data, read once."""
    header, *lines = decompress((folder / "gaps.bin").read_bytes()).split(b"\n", 3)
    floor, bar, size = header.decode().split()
    pairs = lines[1].decode().split("\t")
    slots = memoryview(lines[2])
    return Model(
        frozenset(lines[0].decode().split()),
        frozenset(zip(pairs[::2], pairs[1::2], strict=True)),
        Weights(slots[: int(size)]),
        Weights(slots[int(size) :]),
        float(floor),
        float(bar),
    )


class Classes(dict[str, str]):
    """Words as they stand in the text, with the marks around them, and their classes; filled as words are met."""

    def __init__(self, common: frozenset[str]) -> None:
        self._common = common

    def __missing__(self, part: str) -> str:
        bare = part.strip(MARKS)
        opening = '"' if part[0] in OPENING else ""
        closing = part[-1] if part[-1] in ",;:" else "." if part[-1] in ".!?…" else '"' if part[-1] in _CLOSING else ""
        name = opening + class_of(bare, self._common) + closing if bare[:1].isalnum() else part[:1]
        if len(self) < 50_000:
            self[part] = name
        return name


def class_of(word: str, common: frozenset[str]) -> str:
    """The class of a word without marks around it."""
    low = word.lower().replace("’", "'")
    if low in common:
        return low
    if word[0].isupper():
        return "C"
    if not word[0].isalpha():
        return "0"
    kind = company().get(low, "?")
    letters = "".join(c for c in "ptmdbhV?" if c in kind).replace("m", "p").replace("pp", "p")
    ending = next((end for end in ("s", "ed", "ing", "ly") if low.endswith(end)), "")
    return f"~{letters}{ending}"


@cache
def _classes() -> Classes:
    return Classes(load().common)


def may_lack_verb(parts: Sequence[str]) -> bool:
    """Whether two neighbours among the words of a sentence hardly ever meet unless a verb is gone; a quick look."""
    return not load().pairs.isdisjoint(pairwise(map(_classes().__getitem__, parts)))


def find_lost_verb(text: str, start: int, end: int) -> tuple[Gap, tuple[Token, ...]] | None:
    """The place in the sentence ``text[start:end]`` that most looks as if a verb had been lost there, with its tokens.

    Of those that it finds in sound copy most are no gaps: the gap is never sure.
    """
    model = load()
    parts = text[start:end].split()[:LONGEST]
    names = list(map(_classes().__getitem__, parts))
    pairs, first, floor = model.pairs, model.first, model.floor
    places = [at for at in suspects(names, pairs) if first.total(first_features(names, at)) > floor]
    if not places:
        return None
    tokens = find_tokens(text, start, end)
    words = [token.text for token in tokens]
    tags = tag(words)
    starts = {token.start: index for index, token in enumerate(tokens)}
    offsets = _offsets(text, start, parts)
    best, place = model.bar, 0
    outline = Outline(names)
    reading = Reading(words, tags, model.common)
    for at in places:
        index = starts.get(offsets[at])
        if not index or _may_be_verb(tags, words, index):
            continue
        score = model.second.total([*class_features(outline, at), *tag_features(reading, index)])
        if score > best:
            best, place = score, index
    return (Gap(place, GapKind.LEARNED, sure=False), tokens) if place else None


def _may_be_verb(tags: Sequence[str], words: Sequence[str], at: int) -> bool:
    """Whether the word after a pronoun is its verb, which the tagger took for a noun: "it powers a city"."""
    word = words[at]
    if tags[at - 1] not in ("PRP", "W") or tags[at] not in ("N", "J", "VBN"):
        return False
    return word.endswith(("s", "ed")) or not {"p", "t", "m", "v"}.isdisjoint(company().get(word.lower(), ""))


def _offsets(text: str, start: int, parts: Sequence[str]) -> list[int]:
    """Where the words begin, opening marks aside."""
    offsets = []
    for part in parts:
        start = text.index(part, start)
        offsets.append(start + len(part) - len(part.lstrip(OPENING)))
        start += len(part)
    return offsets


def suspects(names: Sequence[str], pairs: frozenset[tuple[str, str]]) -> Iterator[int]:
    """The places between two words that hardly ever meet: numbers of the second one."""
    for at, pair in enumerate(pairwise(names), 1):
        if pair in pairs:
            yield at


class Outline:
    """The classes of a sentence's words, and which verbs and openings of clauses stand on either side of each place."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        self.left, self.right = _sides([_role(name.strip('".,;:')) for name in names], names)


def _role(name: str) -> str:
    """What a class can be in its clause: a verb beyond doubt or perhaps, an opening, a conjunction."""
    if name in _SUBORDINATORS:
        return "S"
    if name in ("and", "or", "but"):
        return "&"
    if name[:1] == "~":
        return "p" if "p" in name or name.endswith("ed") else "v" if "t" in name else ""
    return name if name in _CERTAIN else ""


_CERTAIN = frozenset(
    "is are was were be been being has have had having do does did will would can could may might must should said "
    "says told to it's that's there's he's she's i'm we're they're not".split()
)


def _sides(roles: Sequence[str], names: Sequence[str]) -> tuple[list[str], list[str]]:
    """For each place, the last role before it with a count of the clause's verbs, and the first role after it."""
    left, last, verbs = ["#0"], "#", 0
    for role, name in zip(roles, names, strict=True):
        if role in ("S", "&"):
            last, verbs = (role, 0) if role == "S" else ("&" + last[-1:], verbs)
        elif role:
            last, verbs = role, verbs + 1
        if name[-1:] in ",;:":
            last = last.rstrip(",") + ","
        left.append(last + str(min(verbs, 2)))
    right, following = ["#"], "#"
    for role, name in zip(reversed(roles), reversed(names), strict=True):
        if name[-1:] in ",;:":
            following = "," + following.lstrip(",")[:6]
        following = "&" + following.lstrip("&")[:6] if role == "&" else role or following
        right.append(following)
    return left, right[::-1]


def first_features(names: Sequence[str], at: int) -> list[str]:
    """What the classes of its neighbours tell about the place before the word ``at``."""
    row = ["#", "#", "#", *names[max(0, at - 3) : at + 3], "#", "#", "#"]
    low = min(at, 3)
    l3, l2, l1, r1, r2, r3 = row[low : low + 6]
    return [
        f"a{l1} {r1}", f"b{l2} {l1} {r1}", f"c{l1} {r1} {r2}", f"d{l2} {l1} {r1} {r2}", f"e{l3} {l2} {l1} {r1}",
        f"f{l1} {r1} {r2} {r3}", f"g{l1}", f"h{r1}", f"p{min(at, 4)} {l1} {r1}", f"q{l2}", f"r{r2}", f"u{r1} {r2}",
        f"v{l2} {l1}",
    ]  # fmt: skip


def class_features(outline: Outline, at: int) -> list[str]:
    """The same, and what the classes tell about the clauses on either side."""
    l1, r1 = outline.names[at - 1 : at + 1]
    left, right = outline.left[at], outline.right[at]
    return [
        *first_features(outline.names, at), f"i{left}", f"j{right}", f"k{left} {right}", f"l{left} {l1} {r1}",
        f"m{right} {l1} {r1}", f"n{left} {r1}", f"o{right} {l1}", f"s{left} {right} {l1}", f"t{left} {right} {r1}",
    ]  # fmt: skip


class Reading:
    """The words and tags of a sentence, and what the tags tell of the clauses on either side of each place."""

    def __init__(self, words: Sequence[str], tags: Sequence[str], common: frozenset[str]) -> None:
        known = company()
        low = [word.lower().replace("’", "'") for word in words]
        self.tags = ["#", "#", "#", *tags, "#", "#", "#"]
        self.mixed = ["#", "#", "#"]  # common words as they are, others by tag and first letter
        self.ends = ["#", "#", "#"]
        self.kinds = ["#", "#", "#"]
        for word, form, name in zip(words, low, tags, strict=True):
            shape = "C" if word[0].isupper() else "x"
            self.mixed.append(form if form in common else name + shape)
            self.ends.append(form if form in common else shape + form[-2:])
            self.kinds.append(known.get(form, "?"))
        for row in (self.mixed, self.ends, self.kinds):
            row += ["#", "#", "#"]
        finite = sum(name in FINITE for name in tags)
        opened = sum(name == "W" or form in _SUBORDINATORS for name, form in zip(tags, low, strict=True))
        self.balance = f"{min(finite, 3)}/{min(opened, 3)}"
        self.left, self.right = self._sides(low, tags)

    @staticmethod
    def _sides(low: Sequence[str], tags: Sequence[str]) -> tuple[list[str], list[str]]:
        left, last, verbs = ["#0"], "#", 0
        for form, name in zip(low, tags, strict=True):
            if name == "W" or form in _SUBORDINATORS:
                last, verbs = "S" + form[:4], 0
            elif form in (";", ":", "—", "–"):
                last, verbs = "#", 0
            elif name == "CC":
                last = "&" + last.lstrip("&")[:3]
            elif name in _VERBAL:
                last, verbs = name, verbs + (name in FINITE)
            elif form == ",":
                last = last.rstrip(",") + ","
            left.append(last + str(min(verbs, 2)))
        right, following = ["#"], "#"
        for form, name in zip(reversed(low), reversed(tags), strict=True):
            if name == "W" or form in _SUBORDINATORS:
                following = "S"
            elif name in _VERBAL:
                following = name
            elif name == "CC":
                following = "&" + following.lstrip("&")[:3]
            elif form == ",":
                following = "," + following.lstrip(",")[:3]
            right.append(following)
        return left, right[::-1]


def tag_features(reading: Reading, at: int) -> list[str]:
    """What the tags tell about the place before the token ``at``."""
    l3, l2, l1, r1, r2, r3 = reading.tags[at : at + 6]
    _, m2, m1, q1, q2, _ = reading.mixed[at : at + 6]
    _, _, w1, v1, v2, _ = reading.ends[at : at + 6]
    _, _, k1, n1, n2, _ = reading.kinds[at : at + 6]
    left, right, balance = reading.left[at], reading.right[at], reading.balance
    return [
        f"A{l1} {r1}", f"B{l2} {l1} {r1}", f"C{l1} {r1} {r2}", f"D{l2} {l1} {r1} {r2}", f"E{l3} {l2} {l1} {r1}",
        f"F{l1} {r1} {r2} {r3}", f"G{w1}", f"H{v1}", f"I{w1} {r1}", f"J{l1} {v1}", f"K{m1} {q1}", f"L{m2} {m1} {q1}",
        f"M{m1} {q1} {q2}", f"N{left}", f"O{right}", f"P{left} {right}", f"Q{left} {l1} {r1}", f"R{right} {l1} {r1}",
        f"S{balance}", f"T{balance} {l1} {r1}", f"U{left} {q1}", f"V{right} {m1}", f"W{balance} {left} {right}",
        f"X{left} {right} {l1} {r1}", f"Y{l2} {m1} {q1}", f"Z{v2} {r1}", f"0{k1} {r1}", f"1{l1} {n1}", f"2{k1}",
        f"3{n1}", f"4{n2} {r2} {r1}", f"5{min(at, 4)} {l1} {r1} {balance}",
    ]  # fmt: skip
