"""One JSON array with the rows that jsonl prints one a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newslint.findings.report import Report
from newslint.model.printable import json_safe
from newslint.reporters.jsonl import row


def render(report: Report, color: bool) -> Iterator[str]:
    yield json_safe(json.dumps([row(finding) for finding in report.findings], ensure_ascii=False, indent=2)) + "\n"
