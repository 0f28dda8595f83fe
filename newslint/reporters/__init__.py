"""Report -> text, one module a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module

from newslint.findings.report import Report
from newslint.model.named_tuple import NamedTuple


class Reporter(NamedTuple):
    """An output format. ``render(report, color)`` gives pieces of text to be written one after another.

    ``render_bytes``: for formats that are no text, in place of ``render``; they need a file.
    ``needs_rules``: it reads ``Report.rules``; ``needs_proof``: it reads ``FileReport.proof``. Both cost time to fill.
    """

    name: str
    render: Callable[[Report, bool], Iterable[str]]
    summary: str = ""
    needs_rules: bool = False
    needs_proof: bool = False
    render_bytes: Callable[[Report], bytes] | None = None


def _lazy(module: str) -> Callable[[Report, bool], Iterable[str]]:
    def render(report: Report, color: bool) -> Iterable[str]:
        return import_module(f"newslint.reporters.{module}").render(report, color)  # type: ignore[no-any-return]

    return render


def standard_reporters() -> tuple[Reporter, ...]:
    return (
        Reporter("text", _lazy("text"), "one line a finding: path:line:column: rule message"),
        Reporter("grouped", _lazy("grouped"), "by file, for a person (the default on a terminal)"),
        Reporter("full", _lazy("full"), "the line of the article with the mark under it"),
        Reporter("json", _lazy("json_"), "one JSON array"),
        Reporter("jsonl", _lazy("jsonl"), "one JSON object a line"),
        Reporter("github", _lazy("github"), "annotations for GitHub Actions (the default there)"),
        Reporter("gitlab", _lazy("gitlab"), "GitLab's Code Quality report"),
        Reporter("sarif", _lazy("sarif"), "SARIF 2.1.0, for code scanning", needs_rules=True),
        Reporter("junit", _lazy("junit"), "JUnit's XML, a test a finding"),
        Reporter("checkstyle", _lazy("checkstyle"), "Checkstyle's XML"),
        Reporter("rdjsonl", _lazy("rdjsonl"), "reviewdog's diagnostics"),
        Reporter("html", _lazy("html_"), "a page to read, mark and print", needs_rules=True, needs_proof=True),
        Reporter("docx", _no_text, "a copy of a Word file, each finding a comment in it", render_bytes=_docx),
        Reporter(
            "docx-changes",
            _no_text,
            "the same, with suggestions as tracked changes",
            render_bytes=partial(_docx, changes=True),
        ),
    )


def _no_text(report: Report, color: bool) -> Iterable[str]:
    return ()


def _docx(report: Report, *, changes: bool = False) -> bytes:
    return import_module("newslint.reporters.docx_").render_bytes(report, changes=changes)  # type: ignore[no-any-return]
