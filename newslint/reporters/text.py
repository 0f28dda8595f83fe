"""One line a finding: ``path:line:column: rule message``; those that are for information only say so."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.findings.report import Located, Report
from newslint.model.finding import Severity
from newslint.model.printable import one_line, printable
from newslint.reporters._words import message

COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def paint(words: str, code: str, color: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if color else words


def heading(finding: Located, color: bool) -> str:
    place = finding.place
    where = paint(f"{printable(finding.path)}:{place.line}:{place.column}:", "1", color)
    mark = " (info)" if finding.severity is Severity.INFO else ""
    return f"{where} {paint(finding.rule, COLORS[finding.severity], color)}{mark} {one_line(message(finding))}"


def render(report: Report, color: bool) -> Iterator[str]:
    for file in report.files:
        for finding in file.findings:
            yield heading(finding, color) + "\n"
