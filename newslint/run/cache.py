"""The cache: reports of files that have not changed since the last run.

One JSON file an article in ``.newslint_cache``, named after the article's path and replaced whole, so that two runs at
once do no harm. An entry holds for the same bytes, config, rules and version, and is ignored otherwise.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newslint.findings.report import FileReport, Located, Place, RelatedPlace
from newslint.model.finding import Edit, Fix, Safety, Severity
from newslint.model.span import Span

FOLDER = ".newslint_cache"


class Cache:
    """The cache in a folder. A cache that cannot be written is said once, in ``trouble``, and then left alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER
        self.trouble = ""

    def get(self, path: Path, data: bytes, settings: str) -> FileReport | None:
        """The report of a file with these bytes under these settings, or None. Its ``source`` is left out."""
        try:
            with open(self._entry(path), "rb") as file:
                entry = json.loads(file.read())
            if entry["key"] != _key(data, settings):
                return None
            return _report_from(path.as_posix(), entry)
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            return None

    def put(self, path: Path, data: bytes, settings: str, report: FileReport) -> None:
        """Keep a report. One with errors is not kept, nor one that depends on other files."""
        if self.trouble or report.errors or report.depends:
            return
        entry = {"key": _key(data, settings), **_row(report)}
        temporary = None
        try:
            self._make()
            handle, temporary = tempfile.mkstemp(dir=self.folder)
            with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass") as file:
                json.dump(entry, file, ensure_ascii=True, separators=(",", ":"))
            os.replace(temporary, self._entry(path))
        except (OSError, TypeError, ValueError) as error:
            self.trouble = f"{self.folder}: the cache is not kept: {getattr(error, 'strerror', None) or error}"
            if temporary:
                with contextlib.suppress(OSError):
                    os.unlink(temporary)

    def _entry(self, path: Path) -> str:
        name = blake2b(os.fsencode(os.path.abspath(path)), digest_size=16).hexdigest()
        return os.path.join(self.folder, name)

    def _make(self) -> None:
        if not self.folder.is_dir():
            self.folder.mkdir(exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n")
            (self.folder / "CACHEDIR.TAG").write_text("Signature: 8a477f597d28d172789f06886806bc55\n")


def _key(data: bytes, settings: str) -> str:
    return blake2b(data, key=settings.encode()[:64], digest_size=16).hexdigest()


def _row(report: FileReport) -> dict[str, Any]:
    return {
        "findings": [_finding_row(finding) for finding in report.findings],
        "suppressed": [_finding_row(finding) for finding in report.suppressed],
        "collected": report.collected,
    }


def _place_row(place: Place) -> list[int]:
    return [place.start, place.end, place.line, place.column, place.end_line, place.end_column]


def _finding_row(finding: Located) -> list[Any]:
    fix = finding.fix
    return [
        finding.rule,
        finding.severity.value,
        finding.message,
        _place_row(finding.place),
        [[_place_row(other.place), other.message] for other in finding.related],
        fix and [[[*edit.span, edit.replacement] for edit in fix.edits], fix.safety.value, list(fix.alternatives)],
    ]


def _report_from(path: str, entry: dict[str, Any]) -> FileReport:
    return FileReport(
        path,
        tuple(_finding_from(path, row) for row in entry["findings"]),
        suppressed=tuple(_finding_from(path, row) for row in entry["suppressed"]),
        collected=entry["collected"],
    )


def _finding_from(path: str, row: list[Any]) -> Located:
    rule, severity, message, place, related, fix = row
    return Located(
        path,
        rule,
        Severity(severity),
        message,
        Place(*place),
        tuple(RelatedPlace(Place(*where), said) for where, said in related),
        fix
        and Fix(tuple(Edit(Span(start, end), words) for start, end, words in fix[0]), Safety(fix[1]), tuple(fix[2])),
    )
