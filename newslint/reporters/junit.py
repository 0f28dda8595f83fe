"""JUnit's XML: a suite a file, a failed test a finding; a file without findings is one test that passes.

Suppressed findings are skipped tests, and findings below ``fail-on`` tests that pass with the words in their output.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.findings.report import FileReport, Located, Report
from newslint.reporters._words import advice
from newslint.reporters._xml import HEAD, tag, text
from newslint.reporters.text import heading


def render(report: Report, color: bool) -> Iterator[str]:
    counts = [_counts(file) for file in report.files]
    totals = {key: sum(row[key] for row in counts) for key in ("tests", "failures", "errors", "skipped")}
    yield HEAD + tag("testsuites", {"name": "newslint", **totals}) + "\n"
    for file, row in zip(report.files, counts, strict=True):
        yield "  " + tag("testsuite", {"name": file.path, **row}) + "\n"
        yield from (f"    {case}\n" for case in _cases(file))
        yield "  </testsuite>\n"
    yield "</testsuites>\n"


def _counts(file: FileReport) -> dict[str, int]:
    cases = len(file.findings) + len(file.suppressed) + len(file.errors)
    failures = sum(file.fails(finding) for finding in file.findings)
    return {
        "tests": max(cases, 1),
        "failures": failures,
        "errors": len(file.errors),
        "skipped": len(file.suppressed),
    }


def _cases(file: FileReport) -> Iterator[str]:
    for finding in file.findings:
        about: dict[str, object] = {"message": advice(finding), "type": finding.severity.value}
        words = text(f"{heading(finding, color=False)}\n")
        if file.fails(finding):
            yield _case(finding) + tag("failure", about) + words + "</failure></testcase>"
        else:
            yield _case(finding) + "<system-out>" + words + "</system-out></testcase>"
    for finding in file.suppressed:
        yield _case(finding) + tag("skipped", {"message": "suppressed: " + finding.message}, empty=True) + "</testcase>"
    for error in file.errors:
        case = tag("testcase", {"name": "newslint", "classname": file.path, "time": 0})
        yield case + tag("error", {"message": error, "type": "broken"}, empty=True) + "</testcase>"
    if not (file.findings or file.suppressed or file.errors):
        yield tag("testcase", {"name": "newslint", "classname": file.path, "time": 0}, empty=True)


def _case(finding: Located) -> str:
    place = finding.place
    name = f"{finding.rule} {place.line}:{place.column}"
    about = {"name": name, "classname": finding.path, "file": finding.path, "line": place.line, "time": 0}
    return tag("testcase", about)
