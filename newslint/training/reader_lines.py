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
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from newslint.analysis.page.belonging import Story
from newslint.analysis.page.lines import Line, Place
from newslint.analysis.page.reader_lines import (
    MOST_WORDS,
    WEIGHTS,
    ReaderLine,
    find_reader_lines,
    signs_of,
    spoken_parts,
)
from newslint.api import Linter, Settings
from newslint.article import Article
from newslint.readers.plain import read_plain

_SITE = re.compile(r"_[0-9a-f]{8}|_20\d\d|\d+\.jsonl")
_PARTS = 5
_ROUNDS = 300
_LEAST_SITES = 5  # a sign that fewer sites show has no weight
_HOLD, _HOLD_WORDS = 2.0, 40.0  # half the weight of the square of a weight in the loss
_EDITED = 4.0  # how much more a line of an edited article counts: there a false alarm is costly
_SENTENCE = 3.0  # and a sentence of the page: labels and links have rules that know them
# Nobody labelled the paragraphs of NEWS: those that weigh so much by what the others teach were mostly left in it by
# pages ("Share your thoughts ... Join the conversation below": 20 of the first 30 read), and teach nothing.
_DOUBTFUL, _PASSES = 0.5, 2
_ARTICLES = 8000  # of NEWS


class Row(NamedTuple):
    """A line that may speak to readers: whether it does, the site it is from, and its signs."""

    kind: str
    site: str
    speaks: bool
    signs: list[str]

    @property
    def is_sentence(self) -> bool:
        """Whether it is a whole sentence of a page, rather than a label."""
        return self.speaks and "ends in a word" not in self.signs and "words:6" not in self.signs


def rows_of(dirty: Path, clean: Path, news: Path) -> Iterator[Row]:
    """All labelled lines; in edited articles and news none speaks to readers.

    The lines of the story are read in it, those of the page as if they had been left between its paragraphs.
    """
    seen = set()
    for path in sorted(dirty.rglob("*.jsonl")):
        site = _SITE.split(path.name)[0]
        rows = list(map(json.loads, path.read_text(encoding="utf-8").strip().split("\n")[1:]))
        article = Article(read_plain("\n\n".join(row["text"] for row in rows if row["label"] == "content")))
        for found, of_story in lines_with_story(article):
            if (site, found.line.text) not in seen:
                seen.add((site, found.line.text))
                yield from _row("dirty", site, found.line.text, of_story, False)
        story = story_of(article)
        for text in (row["text"].strip() for row in rows if row["label"] == "boilerplate"):
            if text and (site, text) not in seen:
                seen.add((site, text))
                line = Line(0, len(text), text, len(text.split()), 0, Place.STORY, False, "")
                yield from _row("dirty", site, text, list(story.signs(line)), True)
    edited = [(f"news {number % _PARTS}", text) for number, text in enumerate(news_articles(news))]
    copy = [(path.parent.name, path.read_text(encoding="utf-8")) for path in sorted(clean.rglob("*.txt"))]
    lines = [
        (kind, site, found.line.text, of_story)
        for kind, texts in (("clean", copy), ("news", edited))
        for site, text in texts
        for found, of_story in lines_with_story(Article(read_plain(text)), known_furniture(text))
    ]
    times = Counter(_ends(text) for _, _, text, _ in lines)
    for kind, site, text, of_story in lines:
        if times[_ends(text)] == 1:  # what several articles have was left in them by the page
            yield from _row(kind, site, text, of_story, False)


def _ends(text: str) -> tuple[str, ...]:
    """The words that a line begins and ends with: "Share your thoughts ... Join the conversation below."."""
    words = text.lower().split()
    return (*words[:3], *words[-3:])


def news_articles(news: Path) -> Iterator[str]:
    with lzma.open(news, "rt", encoding="utf-8") as file:
        for text in file.read().split("\n\n")[:_ARTICLES]:
            yield text.strip().replace("\n", "\n\n")


@cache
def _by_phrases() -> Linter:
    return Linter(Settings(select=["boilerplate"], ignore=["boilerplate/reader-address"]))


def known_furniture(text: str) -> list[tuple[int, int]]:
    """Where the rules that know phrases see lines of the page in copy: nobody edited those away."""
    return [(found.start, found.end) for found in _by_phrases().lint(text)]


def story_of(article: Article) -> Story:
    return Story([line for line in article.lines if article.blocks[line.block].is_prose])


def lines_with_story(
    article: Article, without: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[ReaderLine, list[str]]]:
    """The lines that may speak to readers, each with what the story around it says; none that touches ``without``."""
    story = story_of(article)
    for found in find_reader_lines(article.lines, article.blocks):
        if not any(start < found.line.end and end > found.line.start for start, end in without):
            yield found, list(story.signs(found.line))


def _row(kind: str, site: str, text: str, of_story: list[str], label: bool) -> Iterator[Row]:
    """The row of a line; nothing for one that is never weighed."""
    if 2 <= len(text.split()) <= MOST_WORDS and (parts := spoken_parts(text)):
        yield Row(kind, site, label, [*signs_of(parts), *of_story])


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
    counts = numpy.array([_EDITED if row.kind == "clean" else _SENTENCE if row.is_sentence else 1.0 for row in data])
    single = ("word:", "first:", "last:")
    hold = numpy.array([_HOLD_WORDS if sign.startswith(single) else _HOLD for sign in signs])
    part = {site: number % _PARTS for number, site in enumerate(sorted({row.site for row in data}))}
    parts = numpy.array([part[row.site] for row in data])
    for _ in range(_PASSES):
        scores = numpy.zeros(len(data))
        for left_out in range(_PARTS):
            weights, any_line = fit(columns, rows, labels, counts * (parts != left_out), hold)
            sums = numpy.bincount(rows, weights=weights[columns], minlength=len(data)) + any_line
            scores = numpy.where(parts == left_out, sums, scores)
        doubtful = numpy.array([row.kind == "news" for row in data]) & (scores >= _DOUBTFUL)
        counts = numpy.where(doubtful, 0.0, counts)
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
