"""The last line of a run for a person at a terminal: what was found, what can be mended, what was not read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.commands._shared import counted
from newslint.findings.fixes import applicable
from newslint.findings.report import Report
from newslint.readers.unreadable import KINDS


def closing(report: Report, passed: Mapping[str, int], unread: Mapping[str, int]) -> str:
    """``17 findings in 3 of 4 articles, 1 can be mended with --fix; PDF files not read: 2``.

    ``passed``: files that were not read, by suffix; ``unread``: by kind.
    """
    read = [file for file in report.files if not file.errors or file.findings]
    hit = [file for file in read if file.findings]
    noun = "article" if all(len(file.collected) < 2 for file in read) else "file"
    if hit:
        said = f"{counted(len(report.findings), 'finding')} in {len(hit)} of {counted(len(read), noun)}"
    else:
        said = f"{counted(len(read), noun)} read, nothing found"
    if mends := sum(applicable(finding.fix, unsafe=False) for finding in report.findings):
        said += f", {mends} can be mended with --fix"
    if known := sum(len(file.suppressed) for file in report.files):
        said += f", {known} kept quiet"
    parts = [said]
    if report.errors:
        parts.append(f"{counted(len(set(report.errors)), 'error')}, see above")
    parts += [f"{KINDS[suffix][0]} not read: {count}" for suffix, count in sorted(passed.items())]
    parts += [f"{kind} not read: {count}" for kind, count in sorted(unread.items())]
    return "; ".join(parts)


def mended(mends: int, files: Iterable[bool], report: Report) -> str:
    """What --fix has done: how many mends in how many articles, and what is left for a person."""
    changed = list(files)
    left = len(report.findings)
    if not mends:
        return f"nothing mended; {counted(left, 'finding')} left" if left else "nothing to mend"
    where = f"{sum(changed)} of {counted(len(changed), 'article')}"
    return f"{counted(mends, 'mend')} made in {where}; {counted(left, 'finding') if left else 'nothing'} left"
