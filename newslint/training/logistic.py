"""Logistic regression on a few named signs, by Newton's method: the same rows give the same weights. Needs numpy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

_ROUNDS = 30


class Row(NamedTuple):
    """An example: what its signs measure, whether it is a case of what is looked for, how much it counts, its site."""

    signs: Mapping[str, float]
    case: bool
    counts: float
    site: str


def fit(rows: Sequence[Row], *, hold: float = 1.0) -> dict[str, float]:
    """Sign -> log-odds a unit of it. ``hold``: half the cost of the square of a weight."""
    import numpy

    names = sorted({name for row in rows for name in row.signs})
    index = {name: number for number, name in enumerate(names)}
    table: Any = numpy.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        for name, value in row.signs.items():
            table[number, index[name]] = value
    cases = numpy.array([float(row.case) for row in rows])
    counts = numpy.array([row.counts for row in rows])
    weights = numpy.zeros(len(names))
    for _ in range(_ROUNDS):
        odds = 1 / (1 + numpy.exp(-numpy.clip(table @ weights, -30, 30)))
        slope = table.T @ (counts * (odds - cases)) + hold * weights
        curve = (table * (counts * odds * (1 - odds))[:, None]).T @ table + hold * numpy.eye(len(names))
        step = numpy.linalg.solve(curve, slope)
        weights = weights - step
        if numpy.abs(step).max() < 1e-6:
            break
    return dict(zip(names, weights.tolist(), strict=True))


def weigh(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in signs.items())


def left_out(rows: Sequence[Row], parts: int = 5) -> list[float]:
    """What each row weighs by weights that were fitted on other sites than its own."""
    part = {site: number % parts for number, site in enumerate(sorted({row.site for row in rows}))}
    found = [0.0] * len(rows)
    for number in range(parts):
        weights = fit([row for row in rows if part[row.site] != number])
        for at, row in enumerate(rows):
            if part[row.site] == number:
                found[at] = weigh(weights, row.signs)
    return found


def write_table(path: Path, maker: str, measured: str, figures: Sequence[str], weights: Mapping[str, float]) -> None:
    """Write fitted weights as a module, with what made them and the figures that were measured."""
    path.write_text(
        f'"""Made by {maker}: sign -> log-odds a unit of it. {measured}:\n\n'
        + "".join(f"- {figure}\n" for figure in figures)
        + '"""\n\nWEIGHTS = {\n'
        + "".join(f'    "{sign}": {weight:.2f},\n' for sign, weight in weights.items())
        + "}\n",
        encoding="utf-8",
    )
