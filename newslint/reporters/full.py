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
    left = max(0, min(start - 30, len(line) - WIDTH))
    right = min(len(line), left + WIDTH)
    shown = ("…" if left else "") + line[left:right] + ("…" if right < len(line) else "")
    pad = (1 if left else 0) + _columns(line[left:start])
    mark = "^" * max(1, _columns(line[start : min(end, right)]))
    shown = "".join(c if c.isprintable() else "·" if unicodedata.category(c) != "Cf" else "" for c in shown)
    shown = printable(shown)
    gutter = f"{place.line:>5} | "
    return f"{gutter}{shown}\n{' ' * (len(gutter) - 2)}| {' ' * pad}{paint(mark, code, color)}\n"


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
