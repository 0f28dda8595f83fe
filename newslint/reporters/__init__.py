"""Report -> text, one module a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module

from newslint.report import Report


@dataclass(frozen=True)
class Reporter:
    """An output format. ``render(report, color=...)`` gives pieces of text to be written one after another."""

    name: str
    render: Callable[[Report, bool], Iterable[str]]
    summary: str = ""


def _lazy(module: str) -> Callable[[Report, bool], Iterable[str]]:
    def render(report: Report, color: bool) -> Iterable[str]:
        return import_module(f"newslint.reporters.{module}").render(report, color)  # type: ignore[no-any-return]

    return render


def standard_reporters() -> tuple[Reporter, ...]:
    return (
        Reporter("text", _lazy("text"), "one line a finding: path:line:column: rule message"),
        Reporter("full", _lazy("full"), "the line of the article with the mark under it"),
        Reporter("json", _lazy("json_"), "one JSON array"),
        Reporter("jsonl", _lazy("jsonl"), "one JSON object a line"),
    )
