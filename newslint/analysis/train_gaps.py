"""Trains the model of lost verbs: ``python -m newslint.analysis.train_gaps NEWS``.

NEWS is a folder of edited news copy in text files. A finite verb is taken out of each sentence, three times at random;
the places thus made are told from all others by logistic regression. The same files give the same weights.
``--test PATTERN`` leaves out the files whose path holds the pattern, to try the model on them.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from newslint.analysis import gaps
from newslint.analysis.sentences import find_sentences
from newslint.analysis.tagger import FINITE, FOLDER, tag
from newslint.analysis.tokens import find_tokens
from newslint.block import Block
from newslint.readers.plain import read_plain

_COMMON = 250  # so many words are classes of their own
_RATIO = 4  # a pair of classes is suspect if it is met so many times as often at a gap as in sound copy
_TIMES = 3  # gaps made in a sentence


class Sample(NamedTuple):
    """A sentence; ``gap`` is where its verb is missing, as an offset, or -1."""

    text: str
    gap: int = -1


class Place(NamedTuple):
    """A suspect place with its features, and whether a verb is missing there."""

    first: list[str]
    second: list[str]
    gap: bool


def samples(
    articles: Iterable[tuple[str, tuple[Block, ...]]], rng: random.Random
) -> Iterator[tuple[Sample, list[Sample]]]:
    """Sound sentences, each with its copies that lack a verb; an article is its text and its blocks."""
    for text, blocks in articles:
        for sentence in find_sentences(text, blocks):
            said = re.sub(r"\s+", " ", sentence.text)
            if blocks[sentence.block].is_prose and len(said) > 20 and said.rstrip("\"'”’»)]").endswith("."):
                yield Sample(said), list(_robbed(said, rng))


def _robbed(said: str, rng: random.Random) -> Iterator[Sample]:
    tokens = find_tokens(said)
    tags = tag([token.text for token in tokens])
    finite = [
        at
        for at, name in enumerate(tags)
        if at and name in FINITE and name not in ("CLI", "IMP") and tokens[at].text.islower()
    ]
    groups = [at for at in finite if at + 1 < len(tags) and tags[at + 1] in ("VB", "VBN", "VBG")]
    done = set()
    for _ in range(_TIMES if finite and len(tags) > 5 else 0):
        chance = rng.random()
        at = finite[0] if chance < 0.4 else rng.choice(groups) if chance > 0.85 and groups else rng.choice(finite)
        last = tokens[at + 1] if chance > 0.85 and at in groups else tokens[at]
        start, end = tokens[at].start, last.end
        if (start, end) not in done and said[start - 1] == said[end : end + 1] == " ":
            done.add((start, end))
            yield Sample(said[:start] + said[end + 1 :], start)


def _places(sample: Sample, model: gaps.Model, classes: gaps.Classes) -> Iterator[Place]:
    """The suspect places of a sound sentence, or the gap of another."""
    parts = sample.text.split(" ")[: gaps.LONGEST]
    names = [classes[part] for part in parts]
    number = sample.text[: sample.gap].count(" ") if sample.gap >= 0 else -1
    wanted = [at for at in gaps.suspects(names, model.pairs) if number in (-1, at)]
    if not wanted:
        return
    tokens = find_tokens(sample.text)
    starts = {token.start: index for index, token in enumerate(tokens)}
    words = [token.text for token in tokens]
    reading = gaps.Reading(words, tag(words), model.common)
    outline = gaps.Outline(names)
    for at in wanted:
        offset = sum(len(part) + 1 for part in parts[:at])
        offset += len(parts[at]) - len(parts[at].lstrip(gaps.OPENING))
        index = starts.get(offset)
        if index:
            second = [*gaps.class_features(outline, at), *gaps.tag_features(reading, index)]
            yield Place(gaps.first_features(names, at), second, number == at)


def _pairs(rows: Sequence[tuple[Sample, list[Sample]]], classes: gaps.Classes) -> frozenset[tuple[str, str]]:
    """The pairs of neighbours that are oftener parted by a lost verb than met."""
    sound: Counter[tuple[str, str]] = Counter()
    lost: Counter[tuple[str, str]] = Counter()
    for whole, robbed in rows:
        sound.update(pairwise([classes[part] for part in whole.text.split()]))
        for sample in robbed:
            names = [classes[part] for part in sample.text.split()]
            at = len(sample.text[: sample.gap].split())
            lost[names[at - 1], names[at]] += 1
    return frozenset(pair for pair, count in lost.items() if count > 2 and count > _RATIO * (sound[pair] + 0.5))


def fit(rows: Sequence[tuple[list[str], bool]], *, epochs: int = 6, decay: float = 2e-4) -> dict[str, float]:
    """Logistic regression with a rate for each weight of its own (AdaGrad); rare features are left out."""
    counts = Counter(feature for features, _ in rows for feature in features)
    number = {feature: index for index, feature in enumerate(f for f, c in counts.items() if c > 3)}
    data = [([number[f] for f in features if f in number], gap) for features, gap in rows]
    weights, squares = [0.0] * len(number), [1e-2] * len(number)
    bias = 0.0
    rng = random.Random(1)
    for _ in range(epochs):
        rng.shuffle(data)
        for found, gap in data:
            total = bias + sum([weights[f] for f in found])
            error = gap - 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
            bias += 0.01 * error
            if abs(error) < 0.003:
                continue
            for f in found:
                slope = error - decay * weights[f]
                squares[f] += slope * slope
                weights[f] += 0.12 * slope / math.sqrt(squares[f])
    return {"": bias} | {feature: weights[index] for feature, index in number.items()}


def pack(weights: dict[str, float], room: int) -> bytes:
    """The data of Weights, with the ``room`` weights that are heaviest."""
    rounded = {f: max(-127, min(127, round(w * gaps.STEP))) for f, w in weights.items() if f}
    order = sorted((f for f in rounded if rounded[f]), key=lambda f: (-abs(rounded[f]), f))[:room]
    size = len(order) * 5 // 4 + 1
    slots = bytearray(3 * size)
    for feature in order:
        code = zlib.crc32(feature.encode())
        at = code % size
        while slots[3 * at + 2]:
            at = (at + 1) % size
        slots[3 * at : 3 * at + 3] = bytes([code >> 24, code >> 16 & 0xFF, 128 + rounded[feature]])
    return bytes(slots)


def train(rows: Sequence[tuple[Sample, list[Sample]]], floor: float, bar: float) -> bytes:
    """The data file."""
    counts = Counter(
        part.strip(gaps.MARKS).lower().replace("’", "'") for whole, _ in rows for part in whole.text.split()
    )
    common = frozenset([word for word, _ in counts.most_common(_COMMON) if word.replace("'", "").isalpha()])
    classes = gaps.Classes(common)
    nothing = gaps.Weights(b"\0\0\0")
    model = gaps.Model(common, _pairs(rows, classes), nothing, nothing, 0, 0)
    places: list[Place] = []
    for whole, robbed in rows:
        places += _places(whole, model, classes)
        for sample in robbed:
            places += _places(sample, model, classes)
    message = f"{len(model.pairs)} pairs; {len(places)} places, {sum(place.gap for place in places)} of them gaps"
    sys.stderr.write(message + "\n")
    first = fit([(place.first, place.gap) for place in places])
    second = fit([(place.second, place.gap) for place in places])
    one, two = pack(first, 6000), pack(second, 10000)
    header = f"{floor - first['']:.2f} {bar - second['']:.2f} {len(one)}".encode()
    pairs = "\t".join(f"{a}\t{b}" for a, b in sorted(model.pairs)).encode()
    return zlib.compress(b"\n".join([header, " ".join(sorted(common)).encode(), pairs, one + two]), 9)


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m newslint.analysis.train_gaps", description=__doc__)
    parser.add_argument("folder", type=Path, help="news copy")
    parser.add_argument("--floor", type=float, default=2.0, help="the first step passes what scores higher")
    parser.add_argument("--bar", type=float, default=4.4, help="the second step tells what scores higher")
    parser.add_argument("--test", default="", help="leave out the paths that match")
    parser.add_argument("--output", type=Path, default=FOLDER)
    options = parser.parse_args()
    paths = sorted(options.folder.rglob("*.txt"))
    kept = [path for path in paths if not (options.test and re.search(options.test, str(path)))]
    rng = random.Random(1)
    articles = (read_plain(path.read_text(encoding="utf-8")) for path in kept)
    rows = list(samples(((article.text, article.blocks) for article in articles), rng))
    data = train(rows, options.floor, options.bar)
    (options.output / "gaps.bin").write_bytes(data)


if __name__ == "__main__":
    main()
