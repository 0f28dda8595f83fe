"""SARIF 2.1.0 (OASIS): one run with its rules, results, fixes, and what went wrong.

Columns count code points. ``partialFingerprints`` holds a hash of the rule, the words around the mark and which of
several it is, so that a result stays the same when lines move; GitHub adds ``primaryLocationLineHash`` when it takes
the file in. Suppressed findings are results with ``suppressions``, which code scanning shows as closed. A rule's
``help`` is its page of the manual, which GitHub shows beside a result; ``helpUri`` is there where the config says where
the manual stands on the web, for a copy on this machine opens nowhere else.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from newslint.findings.fingerprint import Fingerprint, fingerprints
from newslint.findings.report import FileReport, Lines, Located, Place, Report, RuleInfo
from newslint.model.finding import Fix, Safety, Severity
from newslint.model.printable import json_safe
from newslint.reporters._manual import page_markdown
from newslint.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FINGERPRINT = "contextHash/v1"
_ROOT = "SRCROOT"
_SNIPPET = 1000  # characters; longer ones would put the article into the report many times over


def render(report: Report, color: bool) -> Iterator[str]:
    used = dict.fromkeys(finding.rule for file in report.files for finding in (*file.findings, *file.suppressed))
    index = {rule: number for number, rule in enumerate({**dict.fromkeys(report.rules), **used})}
    run = {
        "tool": {
            "driver": {
                "name": "newslint",
                "version": VERSION,
                "semanticVersion": VERSION,
                "rules": [_rule(rule, report.rules.get(rule)) for rule in index],
            }
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which newslint ran."}}},
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": error}} for error in report.errors
                ],
            }
        ],
        "artifacts": [{"location": _artifact(file.path), "sourceLanguage": "en"} for file in report.files],
        "results": [row for file in report.files for row in _results(file, index)],
    }
    yield (
        json_safe(json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1))
        + "\n"
    )


def _rule(rule_id: str, info: RuleInfo | None) -> dict[str, Any]:
    row: dict[str, Any] = {"id": rule_id, "properties": {"tags": [rule_id.partition("/")[0]]}}
    if info:
        help_ = info.manual + (f"\n\nReference: {info.reference}" if info.reference else "")
        row |= {
            "shortDescription": {"text": info.summary},
            "fullDescription": {"text": info.manual},
            "help": {"text": help_, "markdown": page_markdown(info)},
            "defaultConfiguration": {"level": _LEVELS[info.severity]},
        }
        if info.page:
            row["helpUri"] = info.page
    return row


def _results(file: FileReport, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    lines = Lines(file.source)
    # Suppressed ones are counted with the others, so that a suppression changes nobody's occurrence.
    rows = sorted((*file.findings, *file.suppressed), key=Located.sort_key)
    silent = {id(finding) for finding in file.suppressed}
    kind = "inSource" if "newslint:" in file.source else "external"
    for finding, mark in fingerprints(rows, file.source):
        row = _result(finding, mark, file, lines, index)
        if id(finding) in silent:
            row["suppressions"] = [{"kind": kind}]
        yield row


def _result(
    finding: Located, mark: Fingerprint, file: FileReport, lines: Lines, index: dict[str, int]
) -> dict[str, Any]:
    said = "\0".join((mark.rule, mark.context, str(mark.occurrence)))
    region = _region(finding.place)
    if finding.place.end - finding.place.start <= _SNIPPET:
        region["snippet"] = {"text": file.source[finding.place.start : finding.place.end]}
    row: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": _artifact(finding.path), "region": region},
                **_logical(finding.place),
            }
        ],
        "partialFingerprints": {_FINGERPRINT: hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]},
    }
    if finding.related:
        row["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": other.message},
                "physicalLocation": {"artifactLocation": _artifact(finding.path), "region": _region(other.place)},
                **_logical(other.place),
            }
            for number, other in enumerate(finding.related, 1)
        ]
    if finding.fix:
        row["fixes"] = list(_fixes(finding.fix, finding.path, lines))
    return row


def _fixes(fix: Fix, path: str, lines: Lines) -> Iterator[dict[str, Any]]:
    what = "Safe fix" if fix.safety is Safety.SAFE else "Suggestion"
    for edits in fix.choices():
        words = ", ".join(
            dict.fromkeys(f"“{edit.replacement}”" if edit.replacement else "take it out" for edit in edits)
        )
        replacements = [_replacement(lines.place(edit.span), edit.replacement) for edit in edits]
        change = {"artifactLocation": _artifact(path), "replacements": replacements}
        yield {"description": {"text": f"{what}: {words}."}, "artifactChanges": [change]}


def _replacement(place: Place, text: str) -> dict[str, Any]:
    row: dict[str, Any] = {"deletedRegion": _region(place)}
    if text:
        row["insertedContent"] = {"text": text}
    return row


def _logical(place: Place) -> dict[str, Any]:
    field = place.field
    return {"logicalLocations": [{"fullyQualifiedName": field.name, "kind": "member"}]} if field else {}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(path: str) -> dict[str, str]:
    if Path(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(os.fsencode(path)), "uriBaseId": _ROOT}
