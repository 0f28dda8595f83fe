"""Checkstyle's XML, which many CI servers and review tools read."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.findings.report import Report
from newslint.reporters._words import advice
from newslint.reporters._xml import HEAD, tag


def render(report: Report, color: bool) -> Iterator[str]:
    yield HEAD + '<checkstyle version="4.3">\n'
    for file in report.files:
        yield "  " + tag("file", {"name": file.path}) + "\n"
        for finding in file.findings:
            row: dict[str, object] = {
                "line": finding.place.line,
                "column": finding.place.column,
                "severity": finding.severity.value,
                "message": advice(finding),
                "source": "newslint." + finding.rule.replace("/", "."),
            }
            yield "    " + tag("error", row, empty=True) + "\n"
        for error in file.errors:
            row = {"line": 1, "severity": "error", "message": error, "source": "newslint"}
            yield "    " + tag("error", row, empty=True) + "\n"
        yield "  </file>\n"
    yield "</checkstyle>\n"
