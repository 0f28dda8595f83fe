"""What lies in a folder and is not read: counted and said, so that nothing passes unread."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from newslint.findings.report import Report
from newslint.readers.unreadable import KINDS


def set_aside(report: Report, named: Iterable[str]) -> tuple[Report, dict[str, int]]:
    """The report without the files that are no copy, unless they were named; and how many of each kind."""
    names = {Path(name) for name in named}
    counts: dict[str, int] = {}
    kept = []
    for file in report.files:
        if file.unread and Path(file.path) not in names:
            counts[file.unread] = counts.get(file.unread, 0) + 1
        else:
            kept.append(file)
    return report._replace(files=tuple(kept)), counts


def said(passed: Mapping[str, int], unread: Mapping[str, int]) -> list[str]:
    """A line for each kind of files that were not read. ``passed``: counts by suffix; ``unread``: by kind."""
    rows = [f"{KINDS[suffix][0]} not read: {count}; {KINDS[suffix][1]}" for suffix, count in sorted(passed.items())]
    return [*rows, *(f"{kind} not read: {count}; name one to see why" for kind, count in sorted(unread.items()))]


def foreign(report: Report) -> list[str]:
    """The line about articles that are not in English, if there are any."""
    files = [file for file in report.files if file.foreign]
    if not files:
        return []
    names = ", ".join(file.path for file in files[:3]) + (" ..." if len(files) > 3 else "")
    count = sum(file.foreign for file in files)
    return [f"articles in other languages not checked: {count} ({names}); newslint reads English"]
