"""The baseline: findings that were there when the desk began, so that a run reports only what is new.

One JSON array a line, ``[path, rule, context, occurrence]``, sorted, so that git merges it line by line. The paths are
relative to the file's folder.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path

from newslint.findings.fingerprint import Fingerprint, fingerprints
from newslint.findings.fixes import replace_file
from newslint.findings.report import FileReport
from newslint.model.errors import NewslintError

Entry = tuple[str, Fingerprint]


def load_baseline(path: Path) -> set[Entry]:
    """The entries of a baseline file. Raises NewslintError that names the file and the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise NewslintError(str(path), f"cannot be read: {error}; write it with newslint baseline") from None
    entries = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            name, rule, context, occurrence = json.loads(line)
            entries.add((str(name), Fingerprint(str(rule), str(context), int(occurrence))))
        except (ValueError, TypeError):
            raise NewslintError(
                f"{path}:{number}", "not a baseline entry; mend the line or run newslint baseline"
            ) from None
    return entries


def save_baseline(path: Path, entries: Iterable[Entry]) -> None:
    rows = sorted([name, *mark] for name, mark in entries)
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    replace_file(path, text.encode())


def entries_of(files: Iterable[FileReport], path: Path) -> set[Entry]:
    """What a baseline at ``path`` says of these files' findings."""
    return {(name_in(file.path, path), mark) for file in files for _, mark in fingerprints(file.findings, file.source)}


def name_in(file: str, path: Path) -> str:
    """A file's name in a baseline at ``path``."""
    return Path(os.path.relpath(Path(file).absolute(), path.absolute().parent)).as_posix()


def without_known(file: FileReport, entries: set[Entry], path: Path) -> None:
    """Count the findings that the baseline knows as suppressed."""
    name = name_in(file.path, path)
    marked = list(fingerprints(file.findings, file.source))
    file.suppressed += tuple(finding for finding, mark in marked if (name, mark) in entries)
    file.findings = tuple(finding for finding, mark in marked if (name, mark) not in entries)
