"""For a person at a terminal: each file's findings below its name, gravity in a word, each rule a link to its page.

A file that holds several articles, or fields, names the field in place of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.findings.report import FileReport, Report
from newslint.model.printable import one_line, printable
from newslint.reporters._words import message
from newslint.reporters.text import COLORS, paint, spot


def render(report: Report, color: bool) -> Iterator[str]:
    for file in report.files:
        if file.findings:
            yield paint(printable(file.path), "1;4", color) + "\n"
            yield from _rows(file, color)
            yield "\n"


def _rows(file: FileReport, color: bool) -> Iterator[str]:
    spots = [spot(finding.place) for finding in file.findings]
    # Fields have long names; one of them does not push all others to the right.
    width = min(max(map(len, spots)), 12)
    for finding, where in zip(file.findings, spots, strict=True):
        word = paint(f"{finding.severity.value:<7}", COLORS[finding.severity], color)
        rule = link(paint(finding.rule, "2", color), file.page_of(finding), color)
        yield f"  {where:>{width}}  {word}  {one_line(message(finding))}  {rule}\n"


def link(words: str, address: str, color: bool) -> str:
    """The words as a terminal's hyperlink (OSC 8), which terminals that know none do not show."""
    return f"\x1b]8;;{address}\x1b\\{words}\x1b]8;;\x1b\\" if color and address else words
