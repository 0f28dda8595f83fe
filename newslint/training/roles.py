"""Weighs the signs of a paragraph that lost its end: ``python -m newslint.training.roles DIRTY CLEAN NEWS``.

DIRTY is a folder of whole pages, a ``.jsonl`` a page, whose rows from the second on have ``text`` and ``label``
(content or boilerplate); CLEAN a folder of edited articles as plain text, a folder an outlet; NEWS an xz-compressed
text of edited news, a paragraph a line, an empty line between articles. Headings are the lines and blocks of the first
two that end without a stop, lost ends the paragraphs of all three, cut at random after a word. Written to
``newslint/analysis/page/prose_weights.py`` with what the weights measured on sites that they were not fitted on.
Needs numpy.
"""

from __future__ import annotations

import json
import lzma
import random
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from newslint.analysis.page import prose_weights
from newslint.analysis.page.roles import prose_signs
from newslint.model.block import Block
from newslint.readers.plain import read_plain
from newslint.training.logistic import Row, fit, left_out, write_table

_SITE = re.compile(r"_[0-9a-f]{8}|_20\d\d|\d+\.jsonl")
_ARTICLES = 1500  # of NEWS
_SHORTEST = 8  # words of a paragraph that is cut, and half of them of what is left
_CUT = 0.15  # the share of paragraphs that lose their ends
_LOST = 1.4  # how much a lost end counts
_EDITED = 4.0  # how much more a heading of an edited article counts: of those there are fewest
_TOP = 3  # blocks at the top of a page, which have rules of their own

Article = tuple[str, tuple[Block, ...]]


def blocks_of(lines: Iterable[str]) -> Article:
    text, blocks = "", []
    for line in lines:
        blocks.append(Block(len(text), len(text) + len(line)))
        text += line + "\n\n"
    return text, tuple(blocks)


def cut(article: Article, rng: random.Random) -> tuple[Article, set[int]]:
    """The article with the ends of some paragraphs taken off, and which."""
    text, blocks = article
    lines, lost = [], set[int]()
    for number, block in enumerate(blocks):
        words = text[block.start : block.end].split()
        if len(words) >= _SHORTEST and words[-1][-1] in '.!?”"' and rng.random() < _CUT:
            lost.add(number)
            words = words[: rng.randint(len(words) // 2, len(words) - 1)]
            words[-1] = words[-1].rstrip(".!?")
        lines.append(" ".join(words))
    return blocks_of(line or "-" for line in lines), lost


def rows_of_article(
    article: Article, site: str, headings: set[int] | None, rng: random.Random, counts: float = 1.0
) -> Iterator[Row]:
    """The blocks without a stop that their words do not give away; ``headings``: those that may be, all if None;
    ``counts``: how much each of them does.
    """
    for changed, lost in ((article, set[int]()), cut(article, rng)):
        text, blocks = changed
        for number, signs in prose_signs(text, blocks):
            if number in lost:
                yield Row(signs, True, _LOST, site)
            elif not lost and (headings is None or number in headings) and (number >= _TOP or number == 0):
                yield Row(signs, False, counts, site)


def rows_of(dirty: Path, clean: Path, news: Path) -> Iterator[Row]:
    rng = random.Random(1)
    for path in sorted(dirty.rglob("*.jsonl")):
        site = _SITE.split(path.name)[0]
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").strip().split("\n")[1:]]
        rows = [row for row in rows if row["text"].strip()]
        whole = blocks_of(" ".join(row["text"].split()) for row in rows)
        yield from rows_of_article(whole, site, {n for n, row in enumerate(rows) if row["label"] == "boilerplate"}, rng)
        content = blocks_of(" ".join(row["text"].split()) for row in rows if row["label"] == "content")
        yield from rows_of_article(content, site, None, rng)
    for path in sorted(clean.rglob("*.txt")):
        document = read_plain(path.read_text(encoding="utf-8"))
        yield from rows_of_article((document.text, document.blocks), path.parent.name, None, rng, _EDITED)
    with lzma.open(news, "rt", encoding="utf-8") as file:
        for number, paragraphs in enumerate(file.read().split("\n\n")[:_ARTICLES]):
            yield from rows_of_article(blocks_of(paragraphs.strip().split("\n")), f"news {number % 5}", None, rng)


def main(dirty: Path, clean: Path, news: Path) -> None:
    rows = list(rows_of(dirty, clean, news))
    weights = left_out(rows)
    figures = []
    for least in (0.0, 2.0):
        lost = [weight > least for row, weight in zip(rows, weights, strict=True) if row.case]
        kept = [weight > least for row, weight in zip(rows, weights, strict=True) if not row.case]
        figures.append(
            f"above {least:.0f}: {sum(lost) / len(lost):.1%} of {len(lost):,} lost ends, "
            f"{sum(kept) / len(kept):.1%} of {len(kept):,} headings"
        )
    print(*figures, sep="\n")
    write_table(Path(prose_weights.__file__), "newslint.training.roles", "On sites left out", figures, fit(rows))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
