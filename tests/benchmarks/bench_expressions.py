"""The regular expressions that are run over whole texts, each with its cost in ms a MB; one out of line is told apart.

usage: python tests/benchmarks/bench_expressions.py

Made articles and those of examples/ are linted, and each expression that was run over more than half of one is timed
over all of them together. The yardstick is `\\w+` on the same text, so that a slow machine is not taken for a slow
expression. Out of line is what costs more than 20 times as much, or, by the share of articles in which it ran, more
than 4 times. The exit code is then 1.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import process_time
from typing import ClassVar, NamedTuple

from bench_growth import SENTENCE
from bench_lsp import article

from newslint.model.expressions import Store
from newslint.run.run import Run
from newslint.run.settings import Options

ROOT = Path(__file__).parent.parent.parent
MOST, MOST_BY_SHARE = 20.0, 4.0  # times the yardstick
RUNS = 5
SEARCHES = {"search", "finditer", "findall", "sub"}


class Cost(NamedTuple):
    """An expression, its ms a MB, that by the yardstick, and the share of articles over which it was run whole."""

    pattern: str
    milliseconds: float
    times: float
    share: float

    @property
    def is_out_of_line(self) -> bool:
        return self.times > MOST or self.times * self.share > MOST_BY_SHARE


class Watched:
    """Stands in for a compiled expression, and counts when it is run over more than half of the article."""

    length = 0  # of the article that is being linted
    runs: ClassVar[Counter[re.Pattern[str]]] = Counter()

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> object:
        method = getattr(self._pattern, name)
        if name not in SEARCHES:
            return method

        def watched(*arguments, **named):
            text, *bounds = arguments[1:] if name.startswith("sub") else arguments
            start, end = (*bounds, *(0, len(text))[len(bounds) :])
            if (min(end, len(text)) - start) * 2 > Watched.length:
                Watched.runs[self._pattern] += 1
            return method(*arguments, **named)

        return watched


def articles() -> Iterator[tuple[Path, str]]:
    for path in sorted((ROOT / "examples" / "articles").glob("*.*")):
        if path.suffix in (".txt", ".md", ".html"):
            yield path, path.read_text(encoding="utf-8")
    for seed in range(8):
        yield Path(f"made{seed}.txt"), article(600, seed)
    yield Path("figures.txt"), SENTENCE * 12


def seconds(pattern: re.Pattern[str], text: str) -> float:
    began = process_time()
    for _ in pattern.finditer(text):
        pass
    return process_time() - began


def costs(patterns: Iterable[tuple[re.Pattern[str], float]], text: str) -> list[Cost]:
    """What each (expression, share of articles) costs, the dearest first."""
    yardstick, found = re.compile(r"\w+"), []
    for pattern, share in patterns:
        # In turns, so that a slow moment of the machine meets both.
        rows = [(seconds(pattern, text), seconds(yardstick, text)) for _ in range(RUNS)]
        took, usual = map(min, zip(*rows, strict=True))
        found.append(Cost(" ".join(pattern.pattern.split()), 1e9 * took / len(text), took / usual, share))
    return sorted(found, key=lambda cost: -cost.times * cost.share)


def watched() -> tuple[list[tuple[re.Pattern[str], float]], str]:
    """The expressions that are run over whole articles, with the share of those; and all articles as one text."""
    compile_ = Store.pattern
    Store.pattern = lambda self, pattern, flags: Watched(compile_(self, pattern, flags))
    run, rows, texts = Run(Options(no_config=True)), Counter[re.Pattern[str]](), []
    for path, source in articles():
        source, documents = run.opener.opened(path, source.encode())
        Watched.length = max(len(document.text) for document in documents)
        texts += [document.text for document in documents]
        Watched.runs.clear()
        run.check_file(path, source.encode())
        rows.update(set(Watched.runs))
    return [(pattern, count / len(texts)) for pattern, count in rows.items()], "\n\n".join(texts)


def main() -> int:
    """Measure and print."""
    patterns, text = watched()
    found = costs(patterns, text)
    for cost in found:
        mark = "OUT OF LINE " if cost.is_out_of_line else ""
        print(f"{cost.milliseconds:7.1f} ms a MB {cost.times:5.1f} times {cost.share:4.0%}  {mark}{cost.pattern[:110]}")
    return any(cost.is_out_of_line for cost in found)


if __name__ == "__main__":
    sys.exit(main())
