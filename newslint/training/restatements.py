"""Weighs the signs that two figures tell one thing: ``python -m newslint.training.restatements EDITED ...``.

Each EDITED is a folder of published articles in any format that newslint reads, with their headlines, standfirsts,
summaries and captions. Nobody labels anything. In sound copy two
figures of one kind that are equal tell one thing, and one is given a slip of the hand; those that differ tell two.
Written to ``newslint/analysis/restatements/weights.py`` with what the weights measured on articles that they were not
fitted on. Needs numpy.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newslint.analysis.restatements import weights
from newslint.analysis.restatements.likeness import digits, same_value
from newslint.analysis.restatements.pairs import Candidates, heading_pairs
from newslint.analysis.restatements.signs import Pair, signs_of
from newslint.analysis.restatements.slots import Slots, find_slots
from newslint.article import Article
from newslint.model.errors import NewslintError
from newslint.readers import documents_of, reader_for, standard_readers
from newslint.training.logistic import Row, fit, left_out, write_table

_SLIPS = 3  # that each pair of equals is given
_STATED = 0.3  # how much a pair counts whose figure stands elsewhere, too: nothing would be said of it
_TRIES = 20
_SWAPPED, _WRONG = 0.35, 0.75  # shares of slips: two digits swapped; or one wrong; or another number
_FACTORS = (0.5, 2.0, 0.8, 1.25, 1.5, 0.67)
_YEARS = (-10, -5, -3, -2, -1, 1, 2, 3, 5, 10)
_FARTHEST = 3.0
_BARS = (1.0, 1.5, 2.0, 3.0)


class Case(NamedTuple):
    """A row and the figure that it is of: of an article, by number; whether the figure stands elsewhere."""

    row: Row
    figure: tuple[str, int]
    stated: bool


def slipped(value: float, kind: str, chance: random.Random) -> float:
    """A value as a slip of the hand or the memory leaves it; never the same."""
    if kind == "s":  # see slots.py: the greater by a thousand
        high, low = divmod(int(value), 1000)
        return max(high + chance.choice((-1, 1, 2)), 1) * 1000 + max(low + chance.choice((-1, 0, 1)), 0)
    for _ in range(_TRIES):
        found = _slip(value, kind, chance)
        if found != value and found > 0 and 1 / _FARTHEST < found / value < _FARTHEST:
            return found
    return value + 1


def _slip(value: float, kind: str, chance: random.Random) -> float:
    text = f"{value:.10g}"
    places = [at for at, mark in enumerate(text) if mark.isdigit()][: len(digits(value)) or 1]
    if kind == "y":
        places = [2, 3]
    how = chance.random()
    if how < _SWAPPED and len(places) > 1:
        at = chance.randrange(len(places) - 1)
        one, two = places[at], places[at + 1]
        marks = list(text)
        marks[one], marks[two] = marks[two], marks[one]
        return float("".join(marks))
    if how < _WRONG:
        at = chance.choice(places)
        return float(text[:at] + chance.choice("0123456789") + text[at + 1 :])
    if kind == "y":
        return value + chance.choice(_YEARS)
    found = float(f"{value * chance.choice(_FACTORS):.{len(digits(value)) or 1}g}")
    return max(1.0, float(round(found))) if kind in "nta" and value < 100 else found


def cases_of(many: Iterable[Candidates], slots: Slots, site: str, chance: random.Random) -> Iterator[Case]:
    """The pairs of one article as rows."""
    for number, (pairs, stated) in enumerate(many):
        for pair in pairs:
            if not (pair.one.figure.exact and pair.two.figure.exact):
                continue
            if not same_value(pair.one, pair.two):
                row = Row(signs_of(pair, slots.bits), False, _STATED if stated else 1.0, site)
                yield Case(row, (site, number), stated)
                continue
            for _ in range(_SLIPS):
                wrong = _with_slip(pair, chance)
                yield Case(Row(signs_of(wrong, slots.bits), True, 1 / _SLIPS, site), (site, number), True)


def _with_slip(pair: Pair, chance: random.Random) -> Pair:
    figure = pair.one.figure
    return pair._replace(
        one=pair.one._replace(figure=figure._replace(value=slipped(figure.value, figure.kind, chance)))
    )


def articles_in(folder: Path) -> Iterator[tuple[str, Article]]:
    """The articles of a folder, each with the name of its file."""
    readers = standard_readers()
    for path in sorted(folder.rglob("*.*")):
        try:
            text = path.read_text(encoding="utf-8", errors="replace")
            for document in documents_of(reader_for(path.name, readers), text):
                yield str(path), Article(document)
        except (NewslintError, OSError):
            continue


def measured(cases: Sequence[Case], words: int) -> Iterator[str]:
    """What the weights say of articles that they were not fitted on, above each bar of log-odds."""
    best: dict[tuple[str, int], tuple[float, bool, bool]] = {}
    for odds, case in zip(left_out([case.row for case in cases]), cases, strict=True):
        best[case.figure] = max(best.get(case.figure, (-99.0, False, False)), (odds, case.row.case, case.stated))
    told = {case.figure for case in cases if case.row.case}
    for bar in _BARS:
        right = sum(odds > bar and same for odds, same, _ in best.values())
        false = sum(odds > bar and not stated for odds, _, stated in best.values())
        yield (
            f"above {bar}: {right / len(told):.0%} of {len(told):,} figures of headings that the story repeats, with"
            f"\n  a slip put into each; {false} of those that it does not repeat, in {words:,} words"
        )


def main() -> None:
    chance = random.Random(1)
    cases, words = list[Case](), 0
    for folder in map(Path, sys.argv[1:]):
        for site, article in articles_in(folder):
            slots = article.view(find_slots)
            words += len(article.text.split())
            cases += cases_of(heading_pairs(article, slots), slots, site, chance)
    figures = list(measured(cases, words))
    print("\n".join(figures))
    write_table(
        Path(weights.__file__),
        "newslint/training/restatements.py",
        "On articles\nthat the weights were not fitted on",
        figures,
        dict(sorted(fit([case.row for case in cases]).items())),
    )


if __name__ == "__main__":
    main()
