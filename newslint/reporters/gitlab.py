"""GitLab's Code Quality report. A fingerprint that is met twice would hide a finding, so each is met once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from newslint.findings.fingerprint import Fingerprint, fingerprints
from newslint.findings.report import Located, Report
from newslint.model.finding import Severity
from newslint.model.printable import json_safe
from newslint.reporters._words import advice

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, color: bool) -> Iterator[str]:
    rows = [_row(finding, mark) for file in report.files for finding, mark in fingerprints(file.findings, file.source)]
    yield json_safe(json.dumps(rows, ensure_ascii=False, indent=1)) + "\n"


def _row(finding: Located, mark: Fingerprint) -> dict[str, Any]:
    said = "\0".join((finding.path, mark.rule, mark.context, str(mark.occurrence)))
    return {
        "description": advice(finding),
        "check_name": finding.rule,
        "fingerprint": hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": _LEVELS[finding.severity],
        "location": {
            "path": finding.path,
            "lines": {"begin": finding.place.line, "end": finding.place.end_line},
        },
    }
