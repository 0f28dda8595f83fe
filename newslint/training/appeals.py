"""Weighs the signs of lines that appeal to readers: ``python -m newslint.training.appeals DIRTY CLEAN NEWS``.

The data as for ``newslint.training.reader_lines``: DIRTY whole pages of which each line is labelled, CLEAN a folder an
outlet of edited articles, NEWS edited news, a paragraph a line. Written to ``newslint/analysis/page/appeal_weights.py``
with what the weights measured on sites that they were not fitted on. Needs numpy.
"""

from __future__ import annotations

import json
import lzma
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from newslint.analysis.page import appeal_weights
from newslint.analysis.page.appeals import signs_of
from newslint.readers.plain import read_plain
from newslint.training.logistic import Row, fit, left_out, write_table

_SITE = re.compile(r"_[0-9a-f]{8}|_20\d\d|\d+\.jsonl")
_ARTICLES = 3000  # of NEWS
_EDITED = 4.0  # how much more a line of an edited article counts: there a false alarm is costly


def lines_of(dirty: Path, clean: Path, news: Path) -> Iterator[tuple[str, str, bool, float]]:
    """(site, line, whether it is no copy, how much it counts); a line that a site repeats comes once."""
    seen = set()
    for path in sorted(dirty.rglob("*.jsonl")):
        site = _SITE.split(path.name)[0]
        for row in map(json.loads, path.read_text(encoding="utf-8").strip().split("\n")[1:]):
            line = row["text"].strip()
            if line and row["label"] in ("content", "boilerplate") and (site, line) not in seen:
                seen.add((site, line))
                yield site, line, row["label"] == "boilerplate", 1.0
    for path in sorted(clean.rglob("*.txt")):
        for line in read_plain(path.read_text(encoding="utf-8")).text.split("\n"):
            if line.strip():
                yield path.parent.name, line.strip(), False, _EDITED
    with lzma.open(news, "rt", encoding="utf-8") as file:
        for number, paragraphs in enumerate(file.read().split("\n\n")[:_ARTICLES]):
            for line in filter(None, map(str.strip, paragraphs.split("\n"))):
                yield f"news {number % 5}", line, False, 1.0


def main(dirty: Path, clean: Path, news: Path) -> None:
    rows = []
    for site, line, speaks, counts in lines_of(dirty, clean, news):
        if found := signs_of(line):
            rows.append(Row(found[1], speaks, counts, site))
    weights = left_out(rows)
    figures = []
    for least in (0.0, 1.0, 2.0, 3.0):
        hit = [row for row, weight in zip(rows, weights, strict=True) if weight >= least]
        right, every = sum(row.case for row in hit), sum(row.case for row in rows)
        wrong = len(hit) - right
        edited = sum(not row.case and row.counts == _EDITED for row in hit)
        figures.append(
            f"{least:.0f} and more: {right / every:.1%} of the {every:,} lines "
            f"with signs; {wrong} lines of copy, {edited} of them in edited articles"
        )
    print(*figures, sep="\n")
    write_table(
        Path(appeal_weights.__file__), "newslint.training.appeals", "On sites left out, by weight", figures, fit(rows)
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
