"""The baseline: findings that were there when the desk began, so that a run reports only what is new.

One JSON array a line, ``[path, rule, context, occurrence]``, sorted, so that git merges it line by line. The paths are
relative to the file's folder.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable
from pathlib import Path

from newslint.disk.reading import read_file
from newslint.disk.writing import replace_file
from newslint.findings.fingerprint import Fingerprint, fingerprints
from newslint.findings.report import FileReport
from newslint.model.errors import NewslintError

Entry = tuple[str, Fingerprint]


def load_baseline(path: Path) -> set[Entry]:
    """The entries of a baseline file. Raises NewslintError that names the file and the line."""
    try:
        text = read_file(path).decode("utf-8")
    except UnicodeDecodeError:
        raise NewslintError(str(path), "is not UTF-8; write it with newslint baseline") from None
    except NewslintError as error:
        raise NewslintError(str(path), f"{error.message}; newslint baseline writes one") from None
    entries = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            name, rule, context, occurrence = json.loads(line)
            if [type(part) for part in (name, rule, context, occurrence)] != [str, str, str, int]:
                raise ValueError
            entries.add((name, Fingerprint(rule, context, occurrence)))
        except (ValueError, TypeError, RecursionError):
            raise NewslintError(
                f"{path}:{number}", "not a baseline entry; mend the line or run newslint baseline"
            ) from None
    return entries


def save_baseline(path: Path, entries: Iterable[Entry], read: bytes | None = None) -> None:
    """Write a baseline. ``read``: what was there when the run began; raises NewslintError if it has changed since."""
    rows = sorted([name, *mark] for name, mark in entries)
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    replace_file(path, text.encode(), read=read)


def entries_of(files: Iterable[FileReport], path: Path) -> set[Entry]:
    """What a baseline at ``path`` says of these files' findings."""
    return {(name_in(file.path, path), mark) for file in files for _, mark in fingerprints(file.findings, file.source)}


def name_in(file: str, path: Path) -> str:
    """A file's name in a baseline at ``path``."""
    return Path(os.path.relpath(Path(file).absolute(), path.absolute().parent)).as_posix()


def without_known(file: FileReport, entries: Collection[Entry], path: Path) -> FileReport:
    """The report with the findings that the baseline knows counted as suppressed."""
    name = name_in(file.path, path)
    marked = list(fingerprints(file.findings, file.source))
    known = tuple(finding for finding, mark in marked if (name, mark) in entries)
    new = tuple(finding for finding, mark in marked if (name, mark) not in entries)
    return file._replace(findings=new, suppressed=(*file.suppressed, *known))
