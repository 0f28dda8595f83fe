"""Weighs the signs of lines that speak to readers: ``python -m newslint.training.reader_lines DIRTY CLEAN NEWS``.

DIRTY is a folder of whole pages, a ``.jsonl`` a page, whose rows from the second on have ``text`` and ``label``
(content or boilerplate); CLEAN a folder of edited articles as plain text, a folder an outlet; NEWS an xz-compressed
text of edited news, a paragraph a line. Written to ``newslint/analysis/page/reader_lines.txt``, on top of it what the
weights measured on sites that they were not fitted on (five parts, whole sites left out). Logistic regression; the
weights of single words are held down twenty times as hard as those of other signs, so that form counts before words.
Needs numpy.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from newslint.analysis.page.reader_lines import MOST_WORDS, WEIGHTS, find_reader_lines, signs_of, spoken_parts
from newslint.article import Article
from newslint.readers.plain import read_plain

_SITE = re.compile(r"_[0-9a-f]{8}|_20\d\d|\d+\.jsonl")
_PARTS = 5
_ROUNDS = 300
_LEAST_SITES = 5  # a sign that fewer sites show has no weight
_HOLD, _HOLD_WORDS = 2.0, 40.0  # half the weight of the square of a weight in the loss
_EDITED = 4.0  # how much more a line of an edited article counts: there a false alarm is costly
_ARTICLES = 3000  # of NEWS


class Row(NamedTuple):
    """A line that may speak to readers: whether it does, the site it is from, and its signs."""

    kind: str
    site: str
    speaks: bool
    signs: list[str]


def rows_of(dirty: Path, clean: Path, news: Path) -> Iterator[Row]:
    """All labelled lines; in edited articles and news none speaks to readers."""
    seen = set()
    for path in sorted(dirty.rglob("*.jsonl")):
        site = _SITE.split(path.name)[0]
        for row in map(json.loads, path.read_text(encoding="utf-8").strip().split("\n")[1:]):
            key = (site, row["text"].strip(), row["label"] == "boilerplate")
            if key not in seen:
                seen.add(key)
                yield from _row("dirty", *key)
    for path in sorted(clean.rglob("*.txt")):
        article = Article(read_plain(path.read_text(encoding="utf-8")))
        for found in find_reader_lines(article.lines, article.blocks):
            yield from _row("clean", path.parent.name, found.line.text, False)
    with lzma.open(news, "rt", encoding="utf-8") as file:
        for number, paragraphs in enumerate(file.read().split("\n\n")[:_ARTICLES]):
            for paragraph in paragraphs.split("\n"):
                yield from _row("news", f"news {number % _PARTS}", paragraph, False)


def _row(kind: str, site: str, text: str, label: bool) -> Iterator[Row]:
    """The row of a line; nothing for one that is never weighed."""
    if 2 <= len(text.split()) <= MOST_WORDS and (parts := spoken_parts(text)):
        yield Row(kind, site, label, list(signs_of(parts)))


def fit(columns: Any, rows: Any, labels: Any, counts: Any, hold: Any) -> tuple[Any, float]:
    """Weights of the signs and of any line, by Adam over all rows at once.

    ``columns[i]`` is a sign that row ``rows[i]`` shows; ``counts``: how much each row counts, 0 for those left out.
    """
    import numpy

    size = len(hold)
    weights, mean, square = numpy.zeros(size + 1), numpy.zeros(size + 1), numpy.zeros(size + 1)
    for step in range(1, _ROUNDS + 1):
        sums = numpy.bincount(rows, weights=weights[columns], minlength=len(labels)) + weights[size]
        errors = (1 / (1 + numpy.exp(-sums)) - labels) * counts
        slope = numpy.append(
            numpy.bincount(columns, weights=errors[rows], minlength=size) + hold * weights[:size], errors.sum()
        )
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        rate = 0.15 if step < _ROUNDS / 2 else 0.04
        weights = weights - rate * (mean / (1 - 0.9**step)) / (numpy.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights[:size], float(weights[size])


def main(dirty: Path, clean: Path, news: Path) -> None:
    import numpy

    data = list(rows_of(dirty, clean, news))
    sites = defaultdict(set)
    for row in data:
        for sign in row.signs:
            sites[sign].add(row.site)
    signs = sorted(sign for sign, shown in sites.items() if len(shown) >= _LEAST_SITES)
    index = {sign: number for number, sign in enumerate(signs)}
    shown = [[index[sign] for sign in row.signs if sign in index] for row in data]
    columns = numpy.concatenate([numpy.array(row, dtype=numpy.int64) for row in shown])
    rows = numpy.repeat(numpy.arange(len(data)), [len(row) for row in shown])
    labels = numpy.array([float(row.speaks) for row in data])
    counts = numpy.array([_EDITED if row.kind == "clean" else 1.0 for row in data])
    single = ("word:", "first:", "last:")
    hold = numpy.array([_HOLD_WORDS if sign.startswith(single) else _HOLD for sign in signs])
    part = {site: number % _PARTS for number, site in enumerate(sorted({row.site for row in data}))}
    parts = numpy.array([part[row.site] for row in data])
    scores = numpy.zeros(len(data))
    for left_out in range(_PARTS):
        weights, any_line = fit(columns, rows, labels, counts * (parts != left_out), hold)
        sums = numpy.bincount(rows, weights=weights[columns], minlength=len(data)) + any_line
        scores = numpy.where(parts == left_out, sums, scores)
    figures = list(_figures(data, scores))
    weights, any_line = fit(columns, rows, labels, counts, hold)
    table = {"any line": any_line, **dict(zip(signs, weights, strict=True))}
    lines = [f"{weight:.2f}\t{sign}" for sign, weight in table.items() if abs(weight) >= 0.05 or sign == "any line"]
    made = "# Made by newslint.training.reader_lines: weight (log-odds) and sign. On sites left out:"
    WEIGHTS.write_text("\n".join([made, *figures, *lines, ""]), encoding="utf-8")
    print(*figures, sep="\n")


def _figures(data: list[Row], scores: Any) -> Iterator[str]:
    for least in (0, 1, 2, 3, 4):
        hit = [row for row, score in zip(data, scores, strict=True) if score >= least]
        right = sum(row.speaks for row in hit)
        wrong = {kind: sum(row.kind == kind and not row.speaks for row in hit) for kind in ("dirty", "clean", "news")}
        share = right / sum(row.speaks for row in data)
        yield (
            f"# weight {least} and more: {share:.1%} found; lines of copy {wrong['dirty']} on pages, "
            f"{wrong['clean']} in edited articles, {wrong['news']} paragraphs of news"
        )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
