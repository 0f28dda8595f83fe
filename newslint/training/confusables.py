"""Fits which of two confused words a context wants: ``python -m newslint.training.confusables NEWS``.

NEWS is an xz-compressed text of edited news, a paragraph a line, articles parted by an empty line. The first sixth of
the articles is left out of the fitting; the thresholds of ``words/confused`` were chosen on it. Written to
``newslint/english/data/confusables.bin``: a table of signed bytes, see ``newslint.english.confusables``.
"""

from __future__ import annotations

import lzma
import math
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path
from zlib import crc32

from newslint.english import confusables, dictionary

_MOST = 8_000  # contexts of a word
_ROUNDS = 3
_RATE = 0.3
_WEIGHT_OF_SIZE = 1e-4
_RAREST = 3  # contexts that a sign must be seen in

Context = tuple[str, str, str, str]


def fit(ones: list[Context], twos: list[Context], rng: random.Random) -> dict[str, float]:
    """Sign -> weight for the first word of a pair against the second, by logistic regression (AdaGrad)."""
    rows = [(confusables.signs(context), 1) for context in ones] + [(confusables.signs(context), 0) for context in twos]
    seen = Counter(sign for signs, _ in rows for sign in signs)
    rows = [([sign for sign in signs if seen[sign] >= _RAREST], label) for signs, label in rows]
    shares = {1: 0.5 * len(rows) / max(1, len(ones)), 0: 0.5 * len(rows) / max(1, len(twos))}
    weights, squares = defaultdict[str, float](float), defaultdict[str, float](lambda: 1e-2)
    for _ in range(_ROUNDS):
        rng.shuffle(rows)
        for signs, label in rows:
            odds = max(-30.0, min(30.0, sum(weights[sign] for sign in signs)))
            slope = (label - 1 / (1 + math.exp(-odds))) * min(20.0, shares[label])
            if abs(slope) < 0.01:
                continue
            for sign in signs:
                step = slope - _WEIGHT_OF_SIZE * weights[sign]
                squares[sign] += step * step
                weights[sign] += _RATE * step / math.sqrt(squares[sign])
    return weights


def main() -> None:
    """Reads the news, fits a model a pair, and writes the table."""
    with lzma.open(sys.argv[1], "rt", encoding="utf-8") as news:
        articles = news.read().split("\n\n")
    rng = random.Random(1)
    found: dict[str, list[Context]] = defaultdict(list)
    for article in articles[len(articles) // 6 :]:
        for place in (place for line in article.split("\n") for place in confusables.places(line, 0, len(line))):
            if len(found[place.word]) < 4 * _MOST:
                found[place.word].append(place.around)
    table = [0.0] * confusables.TABLE
    for pair in dict.fromkeys(confusables.PAIRS):
        ones, twos = (rng.sample(found[word], min(_MOST, len(found[word]))) for word in pair)
        key = "/".join(pair)
        for sign, weight in fit(ones, twos, rng).items():
            if abs(weight) > 0.25:
                [slot] = confusables.slots(key, [crc32(sign.encode())])
                if abs(weight) > abs(table[slot]):
                    table[slot] = weight
    stored = bytes(max(-127, min(127, round(weight * confusables.SCALE))) & 255 for weight in table)
    Path(dictionary.__file__).with_name("data").joinpath("confusables.bin").write_bytes(stored)
    print(f"{sum(byte != 0 for byte in stored):,} of {len(stored):,} weights")


if __name__ == "__main__":
    main()
