"""GitHub workflow commands: annotations on the lines of a pull request.

GitHub shows the first ten errors, ten warnings and ten notices of a step; the log keeps them all, so each message says
its place too. Columns are given only within one line, which is all that GitHub accepts.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.findings.report import Report
from newslint.model.finding import Severity
from newslint.model.printable import one_line, printable
from newslint.reporters._words import advice, message
from newslint.reporters.text import heading

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report, color: bool) -> Iterator[str]:
    for file in report.files:
        for finding in file.findings:
            place = finding.place
            where: dict[str, object] = {"title": finding.rule, "file": finding.path, "line": place.line}
            if place.end_line == place.line:
                where |= {"col": place.column, "endLine": place.end_line, "endColumn": place.end_column}
            else:
                where["endLine"] = place.end_line
            properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
            words = f"{heading(finding, color=False).removesuffix(one_line(message(finding)))}{advice(finding)}"
            yield f"::{_LEVELS[finding.severity]} {properties}::{_data(words)}\n"
        for error in file.errors:
            yield f"::error file={_property(file.path)}::{_data(error)}\n"


def _data(words: str) -> str:
    return one_line(words).replace("%", "%25")


def _property(words: str) -> str:
    return printable(words).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
