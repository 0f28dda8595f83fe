"""Plots as SVG in a page: bars and lines, in the page's own colours, with words that a screen reader reads."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

_WIDTH, _ROW, _LABEL, _VALUE = 720, 26, 250, 80
_HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 240, 48, 130, 14, 28
_LONGEST = 38  # characters of a label


class Bar(NamedTuple):
    """A bar: its label, its length in any unit, the figure beside it. ``kind``: a severity, for its colour."""

    label: str
    size: float
    figure: str
    kind: str = ""


class Series(NamedTuple):
    """A line: (months since the year 0, value) points in order."""

    label: str
    points: Sequence[tuple[float, float]]


def bars(rows: Sequence[Bar], title: str) -> str:
    """Bars from left to right, one below the other."""
    most = max((row.size for row in rows), default=0) or 1
    parts = []
    for number, row in enumerate(rows):
        y = number * _ROW
        width = (_WIDTH - _LABEL - _VALUE) * row.size / most
        label = row.label if len(row.label) <= _LONGEST else f"{row.label[: _LONGEST - 1]}…"
        parts.append(
            f'<text x="{_LABEL - 10}" y="{y + 17}" class="end">{escape(label)}</text>'
            f'<rect x="{_LABEL}" y="{y + 5}" width="{max(width, 1):.1f}" height="16" class="bar {escape(row.kind)}"/>'
            f'<text x="{_LABEL + width + 8:.1f}" y="{y + 17}" class="figure">{escape(row.figure)}</text>'
        )
    return _svg(title, len(rows) * _ROW + 6, parts)


def lines(series: Sequence[Series], title: str, *, mark: float | None = None) -> str:
    """Lines over the months, each named at its end. ``mark``: a moment for an upright line."""
    months = [at for row in series for at, _ in row.points] + ([mark] if mark is not None else [])
    first, last = min(months), max(months)
    span = max(last - first, 1)
    top = _round_up(max((value for row in series for _, value in row.points), default=0))
    wide, high = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM

    def x(at: float) -> float:
        return _LEFT + wide * (at - first) / span

    def y(value: float) -> float:
        return _TOP + high * (1 - value / top)

    parts = []
    for step in (0.0, 0.5, 1.0):
        at = f"{y(top * step):.1f}"
        parts.append(
            f'<line x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{at}" y2="{at}" class="grid"/>'
            f'<text x="{_LEFT - 8}" y="{at}" dy="4" class="end">{top * step:g}</text>'
        )
    for year in _years(first, last):
        parts.append(f'<text x="{x(year * 12):.1f}" y="{_HEIGHT - 8}" class="year">{year}</text>')
    if mark is not None:
        parts.append(f'<line x1="{x(mark):.1f}" x2="{x(mark):.1f}" y1="{_TOP}" y2="{_HEIGHT - _BOTTOM}" class="mark"/>')
    ends = _apart([y(row.points[-1][1]) for row in series])
    for number, (row, end) in enumerate(zip(series, ends, strict=True)):
        path = " ".join(f"{x(at):.1f},{y(value):.1f}" for at, value in row.points)
        parts.append(f'<polyline points="{path}" class="line s{number % 4}"/>')
        if len(row.points) == 1:
            parts.append(f'<circle cx="{x(row.points[0][0]):.1f}" cy="{y(row.points[0][1]):.1f}" r="3" class="dot"/>')
        if len(series) > 1:
            label = row.label if len(row.label) <= 16 else f"{row.label[:15]}…"
            place = f'x="{_WIDTH - _RIGHT + 8}" y="{end + 4:.1f}"'
            parts.append(f'<text {place} class="s{number % 4}">{escape(label)}</text>')
    return _svg(title, _HEIGHT, parts)


def _svg(title: str, height: int, parts: Sequence[str]) -> str:
    return (
        f'<svg class="plot" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(title)}">'
        f"{''.join(parts)}</svg>\n"
    )


def _round_up(value: float) -> float:
    """The next of 1, 2, 5 by tens."""
    step = 1e-6
    while True:
        for factor in (1, 2, 5):
            if factor * step >= value:
                return factor * step
        step *= 10


def _years(first: float, last: float) -> list[int]:
    """The years to be written below, some eight at most."""
    years = [year for year in range(int(first // 12), int(last // 12) + 1) if first <= year * 12 <= last]
    years = years or [int(first // 12) + 1] * (int(first // 12) * 12 + 12 <= last)
    return years[:: max(1, -(-len(years) // 8))]


def _apart(places: Sequence[float]) -> list[float]:
    """Places of labels, moved so that none lies on another."""
    moved = dict(enumerate(places))
    below = -1e9
    for index in sorted(moved, key=lambda index: moved[index]):
        below = moved[index] = max(moved[index], below + 15)
    return [moved[index] for index in range(len(places))]
