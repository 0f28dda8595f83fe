"""Each finding with the line of the article and the mark under it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from newslint.findings.report import Lines, Located, Place, Report
from newslint.model.finding import Safety
from newslint.model.printable import one_line, printable
from newslint.reporters._words import mends, related
from newslint.reporters.text import COLORS, heading, paint, spot

# Columns of the article shown around a mark in a long paragraph.
WIDTH = 96


def render(report: Report, color: bool) -> Iterator[str]:
    for file in report.files:
        lines = Lines(file.source)
        for finding in file.findings:
            yield heading(finding, color) + "\n"
            yield _marked(finding.place, file.source, lines, COLORS[finding.severity], color)
            for other in finding.related:
                yield f"  = {spot(other.place)}: {one_line(related(other, finding))}\n"
            yield _mend(finding)
            yield "\n"


def _marked(place: Place, source: str, lines: Lines, code: str, color: bool) -> str:
    begin = lines.starts[place.line - 1]
    limit = lines.starts[place.line] if place.line < len(lines.starts) else len(source)
    line = source[begin:limit].rstrip("\r\n")
    start = place.start - begin
    end = min(max(place.end - begin, start + 1), max(len(line), start + 1))
    gutter = f"{place.line:>5} | "
    shown, marks = "", ""
    for left, right in _windows(len(line), start, end):
        before = "…" if left and not shown else " … " if shown else ""
        shown += before + _visible(line[left:right])
        inside = (max(start, left), min(end, right))
        marks += " " * (len(before) + _columns(line[left : inside[0]]))
        marks += "^" * max(1, _columns(line[inside[0] : inside[1]]))
    shown += "…" if right < len(line) else ""
    return f"{gutter}{shown}\n{' ' * (len(gutter) - 2)}| {paint(marks, code, color)}\n"


def _windows(length: int, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of a line that are shown of a mark: around it; of a long one its beginning and its end."""
    left = max(0, min(start - 30, length - WIDTH))
    if end <= left + WIDTH:
        yield left, min(length, left + WIDTH)
        return
    half = WIDTH // 2
    left = max(0, start - 8)
    yield left, left + half
    yield max(end - half + 8, left + half), min(length, end + 8)


def _visible(words: str) -> str:
    return printable("".join(c if c.isprintable() else "·" if unicodedata.category(c) != "Cf" else "" for c in words))


def _columns(text: str) -> int:
    """Columns that text takes on a terminal: wide characters two, combining and invisible ones none."""
    return sum(
        0
        if unicodedata.category(char) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


def _mend(finding: Located) -> str:
    said = mends(finding)
    if finding.fix is None or not said:
        return ""
    return f"  = {'fix' if finding.fix.safety is Safety.SAFE else 'suggestion'}: {one_line(said)}\n"
