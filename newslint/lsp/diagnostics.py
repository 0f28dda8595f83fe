"""Findings as diagnostics."""

from __future__ import annotations

from lsprotocol import types

from newslint.findings.report import Located
from newslint.lsp.session import Document
from newslint.model.finding import Severity

_SEVERITY = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}


def diagnostics(document: Document) -> list[types.Diagnostic]:
    """The diagnostics of the text that was linted last, and one line at the top for each thing that went wrong."""
    found = [diagnostic(document, finding) for finding in document.findings]
    errors = document.report.errors if document.report else ()
    top = types.Range(types.Position(0, 0), types.Position(0, 0))
    found += [
        types.Diagnostic(top, error, severity=types.DiagnosticSeverity.Error, source="newslint") for error in errors
    ]
    return found


def diagnostic(document: Document, finding: Located) -> types.Diagnostic:
    positions = document.positions or document.buffer
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(document.uri, positions.range(other.place.span)), other.message
        )
        for other in finding.related
    ]
    page = document.report.page_of(finding) if document.report else ""
    # What nobody will miss is shown faded.
    removes = finding.fix is not None and all(not edit.replacement for edit in finding.fix.edits)
    return types.Diagnostic(
        positions.range(finding.place.span),
        finding.message,
        severity=_SEVERITY[finding.severity],
        code=finding.rule,
        code_description=types.CodeDescription(page) if page else None,
        source="newslint",
        tags=[types.DiagnosticTag.Unnecessary] if removes else None,
        related_information=related or None,
    )
