"""The cache: reports of files that have not changed since the last run.

One file an article in ``.newslint_cache``, named after the article's path and replaced whole, so that two runs at once
do no harm. An entry holds for the same bytes, config, rules and version, and is ignored otherwise. It is sealed with a
key that lies with the user, not with the copy: what came with a checkout is not even parsed, and hides no finding.
"""

from __future__ import annotations

import hmac
import json
import os
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newslint.disk.reading import read_file
from newslint.disk.writing import replace_file
from newslint.findings.report import FieldPlace, FileReport, Located, Place, RelatedPlace
from newslint.model.errors import NewslintError
from newslint.model.finding import Edit, Fix, Safety, Severity
from newslint.model.span import Span
from newslint.run.home import cache_home

FOLDER = ".newslint_cache"
_SEAL = 32  # bytes of an entry's seal, in hexadecimal twice as many
_MOST = 20_000_000  # bytes of an entry


class Cache:
    """The cache in a folder. One that cannot be used is said once, in ``trouble``, and then left alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / FOLDER
        self.trouble = ""
        self._made = False
        if self.folder.is_symlink() or (self.folder.exists() and not self.folder.is_dir()):
            self._stop("it is a link or a file, and not used; delete it")
            return
        try:
            self._secret = _secret(cache_home())
        except (OSError, NewslintError, RuntimeError) as error:
            self._stop(f"its key cannot be kept: {error}")

    def _stop(self, why: str) -> None:
        self.trouble = f"{self.folder}: no cache: {why}"

    def get(self, path: Path, data: bytes, settings: str) -> FileReport | None:
        """The report of a file with these bytes under these settings, or None. Its ``source`` is left out."""
        if self.trouble:
            return None
        try:
            seal, _, words = read_file(self._entry(path), _MOST).partition(b"\n")
            if not hmac.compare_digest(seal, self._seal(words)):
                return None
            entry = json.loads(words)
            if entry["key"] != _key(data, settings):
                return None
            return _report_from(path.as_posix(), entry)
        except (NewslintError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
            return None

    def put(self, path: Path, data: bytes, settings: str, report: FileReport) -> None:
        """Keep a report. One with errors is not kept, nor one that depends on other files."""
        if self.trouble or report.errors or report.depends:
            return
        entry = {"key": _key(data, settings), **_row(report)}
        try:
            words = json.dumps(entry, ensure_ascii=True, separators=(",", ":")).encode()
            self._make()
            replace_file(self._entry(path), self._seal(words) + b"\n" + words, lasting=False)
        except NewslintError as error:
            self._stop(error.message)
        except (OSError, TypeError, ValueError, RecursionError) as error:
            self._stop(getattr(error, "strerror", None) or str(error))

    def _seal(self, words: bytes) -> bytes:
        return blake2b(words, key=self._secret, digest_size=_SEAL).hexdigest().encode()

    def _entry(self, path: Path) -> Path:
        return self.folder / blake2b(os.fsencode(os.path.abspath(path)), digest_size=16).hexdigest()

    def _make(self) -> None:
        if not self._made:
            self.folder.mkdir(exist_ok=True)
            replace_file(self.folder / ".gitignore", b"*\n", lasting=False)
            replace_file(self.folder / "CACHEDIR.TAG", b"Signature: 8a477f597d28d172789f06886806bc55\n", lasting=False)
            self._made = True


def _secret(home: Path) -> bytes:
    """This user's key for entries; made when first asked for. Raises OSError or NewslintError."""
    path = home / "cache.key"
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(handle, "wb") as file:
                file.write(os.urandom(_SEAL))
        except FileExistsError:  # another run was quicker
            pass
    key = read_file(path, _SEAL)
    if len(key) != _SEAL:
        raise NewslintError(str(path), "is not whole; delete it")
    return key


def _key(data: bytes, settings: str) -> str:
    return blake2b(data, key=settings.encode()[:64], digest_size=16).hexdigest()


def _row(report: FileReport) -> dict[str, Any]:
    return {
        "findings": [_finding_row(finding) for finding in report.findings],
        "suppressed": [_finding_row(finding) for finding in report.suppressed],
        "collected": list(report.collected),
    }


def _place_row(place: Place) -> list[Any]:
    row = [place.start, place.end, place.line, place.column, place.end_line, place.end_column]
    return row if place.field is None else [*row, list(place.field)]


def _place_from(row: list[Any]) -> Place:
    field = FieldPlace(*row.pop()) if len(row) > 6 else None
    return Place(*row)._replace(field=field)


def _finding_row(finding: Located) -> list[Any]:
    fix = finding.fix
    return [
        finding.rule,
        finding.severity.value,
        finding.message,
        _place_row(finding.place),
        [[_place_row(other.place), other.message, other.rule] for other in finding.related],
        fix and [[[*edit.span, edit.replacement] for edit in fix.edits], fix.safety.value, list(fix.alternatives)],
    ]


def _report_from(path: str, entry: dict[str, Any]) -> FileReport:
    return FileReport(
        path,
        tuple(_finding_from(path, row) for row in entry["findings"]),
        suppressed=tuple(_finding_from(path, row) for row in entry["suppressed"]),
        collected=tuple(map(dict, entry["collected"])),
    )


def _finding_from(path: str, row: list[Any]) -> Located:
    rule, severity, message, place, related, fix = row
    return Located(
        path,
        rule,
        Severity(severity),
        message,
        _place_from(place),
        tuple(RelatedPlace(_place_from(where), said, seen_by) for where, said, seen_by in related),
        fix
        and Fix(tuple(Edit(Span(start, end), words) for start, end, words in fix[0]), Safety(fix[1]), tuple(fix[2])),
    )
