"""One line a finding: ``path:line:column: rule message``; what is no warning says so: (error), (info).

In a format with fields: ``path:field:column: rule message``, such as ``story.json:/body_html#3:12:``.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.findings.report import Located, Place, Report
from newslint.model.finding import Severity
from newslint.model.printable import one_line, printable
from newslint.reporters._words import message

COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def paint(words: str, code: str, color: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if color else words


def spot(place: Place) -> str:
    """Line and column; in a format with fields the field, and the column in it from 1."""
    if place.field is None:
        return f"{place.line}:{place.column}"
    return f"{one_line(place.field.name)}:{place.field.start + 1}"


def heading(finding: Located, color: bool) -> str:
    place = finding.place
    where = paint(f"{printable(finding.path)}:{spot(place)}:", "1", color)
    mark = "" if finding.severity is Severity.WARNING else f" ({finding.severity.value})"
    return f"{where} {paint(finding.rule, COLORS[finding.severity], color)}{mark} {one_line(message(finding))}"


def render(report: Report, color: bool) -> Iterator[str]:
    for file in report.files:
        for finding in file.findings:
            yield heading(finding, color) + "\n"
