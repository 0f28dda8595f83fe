"""Reviewdog's diagnostics, one JSON object a line. Its columns count bytes of UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newslint.findings.report import Lines, Located, Report
from newslint.model.printable import json_safe
from newslint.model.span import HasSpan

_STEP = 4096


class _Columns:
    """Lines and byte columns of offsets in a source text, quick in a line of any length."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._lines = Lines(source)
        self._bytes = [0]
        for start in range(0, len(source), _STEP):
            self._bytes.append(self._bytes[-1] + _size(source[start : start + _STEP]))

    def _offset(self, offset: int) -> int:
        chunk = offset // _STEP
        return self._bytes[chunk] + _size(self._source[chunk * _STEP : offset])

    def range(self, span: HasSpan) -> dict[str, dict[str, int]]:
        return {"start": self._position(span.start), "end": self._position(span.end)}

    def _position(self, offset: int) -> dict[str, int]:
        line, _ = self._lines.position(offset)
        return {"line": line, "column": self._offset(offset) - self._offset(self._lines.starts[line - 1]) + 1}


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def render(report: Report, color: bool) -> Iterator[str]:
    for file in report.files:
        columns = _Columns(file.source) if file.findings else None
        for finding in file.findings:
            if columns:
                yield json_safe(json.dumps(_row(finding, columns), ensure_ascii=False)) + "\n"


def _row(finding: Located, columns: _Columns) -> dict[str, Any]:
    row: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": finding.path, "range": columns.range(finding.place)},
        "severity": finding.severity.value.upper(),
        "source": {"name": "newslint"},
        "code": {"value": finding.rule},
    }
    if finding.related:
        row["related_locations"] = [
            {"message": other.message, "location": {"path": finding.path, "range": columns.range(other.place)}}
            for other in finding.related
        ]
    if fix := finding.fix:
        row["suggestions"] = [
            {"range": columns.range(edit.span), "text": edit.replacement} for edits in fix.choices() for edit in edits
        ]
    return row
