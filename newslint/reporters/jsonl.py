"""One JSON object a line, for programs. The fields are stable:

path, rule, severity (error, warning, info), message, start and end (code points from 0 in the decoded file, without a
byte order mark), line, column, end_line, end_column (from 1, in code points), related: a list of the same place fields
with a message and a rule: the rule that saw the same fault there (one fault is one finding), null for a place that only
helps to understand it, fix: null or {safe, edits: [{start, end, replacement}], alternatives}.

Where the config says where the manual stands, url is the address of the rule's page; a copy on this machine is none,
for what reads these lines may be elsewhere (``newslint explain --format json RULE`` gives a program the page itself).

In a format with fields each place has besides: field (a JSON Pointer, an XPath, ``paragraph 3``; ``#2`` after it is the
field's second block), field_start, field_end (code points from 0 in the block as it reads), field_utf16_start,
field_utf16_end, and document (which article of a file that holds several).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newslint.findings.report import Located, Place, Report
from newslint.model.finding import Fix, Safety
from newslint.model.printable import json_safe


def row(finding: Located, page: str = "") -> dict[str, Any]:
    """``page``: the address of the rule's page, if the manual has one."""
    return {
        "path": finding.path,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        **place_row(finding.place),
        "related": [
            {**place_row(other.place), "message": other.message, "rule": other.rule or None}
            for other in finding.related
        ],
        "fix": fix_row(finding.fix),
        **({"url": page} if page else {}),
    }


def place_row(place: Place) -> dict[str, Any]:
    row = place._asdict()
    field = row.pop("field")
    if field is not None:
        row |= {
            "document": field.document or None,
            "field": field.name,
            "field_start": field.start,
            "field_end": field.end,
            "field_utf16_start": field.utf16_start,
            "field_utf16_end": field.utf16_end,
        }
    return row


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
            yield json_safe(json.dumps(row(finding, file.page_of(finding)), ensure_ascii=False)) + "\n"
