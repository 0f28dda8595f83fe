"""One JSON object a line, for programs. The fields are stable:

path, rule, severity (error, warning, info), message, start and end (code points from 0 in the decoded file, without a
byte order mark), line, column, end_line, end_column (from 1, in code points), related: a list of the same place fields
with a message and a rule: the rule that saw the same fault there (one fault is one finding), null for a place that only
helps to understand it, fix: null or {safe, edits: [{start, end, replacement}], alternatives}.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newslint.findings.report import Located, Report
from newslint.model.finding import Fix, Safety

_BREAKS = "\x85\u2028\u2029"


def row(finding: Located) -> dict[str, Any]:
    return {
        "path": finding.path,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        **finding.place._asdict(),
        "related": [
            {**other.place._asdict(), "message": other.message, "rule": other.rule or None} for other in finding.related
        ],
        "fix": fix_row(finding.fix),
    }


def fix_row(fix: Fix | None) -> dict[str, Any] | None:
    if fix is None:
        return None
    return {
        "safe": fix.safety is Safety.SAFE,
        "edits": [
            {"start": edit.span.start, "end": edit.span.end, "replacement": edit.replacement} for edit in fix.edits
        ],
        "alternatives": list(fix.alternatives),
    }


def render(report: Report, color: bool) -> Iterator[str]:
    for file in report.files:
        for finding in file.findings:
            line = json.dumps(row(finding), ensure_ascii=False)
            # Programs that split the output into lines may break it at these, too.
            for mark in _BREAKS:
                if mark in line:
                    line = line.replace(mark, f"\\u{ord(mark):04x}")
            yield line + "\n"
