"""Report what a copy editor would mark in articles: plain text, Markdown or HTML."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from newslint.commands._shared import add_config_arguments, add_reading_arguments, options_from
from newslint.errors import NewslintError, nearest
from newslint.files import find_files
from newslint.report import Report
from newslint.reporters import Reporter
from newslint.run import Run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", default=["."], metavar="PATH", help="files, folders, or - for standard input"
    )
    parser.add_argument("--stdin-filename", metavar="NAME", default="-", help="what to call standard input")
    parser.add_argument(
        "--select", action="append", metavar="RULES", help="only these rules: names, or names/unintroduced"
    )
    parser.add_argument("--ignore", action="append", metavar="RULES", help="not these rules")
    parser.add_argument("--format", metavar="NAME", default="text", help="text, full, json, jsonl")
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")
    parser.add_argument("--statistics", action="store_true", help="count the findings by rule instead of listing them")
    add_config_arguments(parser)
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    job = Run(options_from(arguments))
    reporter = _reporter(arguments.format, job)
    report = Report()
    named = [path for path in arguments.paths if path != "-"]
    if len(named) < len(arguments.paths):
        report.files.append(job.check_file(Path(arguments.stdin_filename), sys.stdin.buffer.read()))
    report.files += job.check(find_files(named, job.suffixes)).files
    for error in report.errors:
        print(f"newslint: {error}", file=sys.stderr)
    if arguments.statistics:
        sys.stdout.write(_statistics(report))
    else:
        for words in reporter.render(report, _color()):
            sys.stdout.write(words)
    if report.errors:
        return 2
    return 1 if report.findings and not arguments.exit_zero else 0


def _reporter(name: str, job: Run) -> Reporter:
    reporters = {reporter.name: reporter for reporter in job.plugins.reporters}
    if name not in reporters:
        raise NewslintError("--format", f"unknown format {name!r}{nearest(name, list(reporters))}")
    return reporters[name]


def _color() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _statistics(report: Report) -> str:
    counts: dict[tuple[str, str], int] = {}
    for finding in report.findings:
        key = (finding.rule, finding.severity.value)
        counts[key] = counts.get(key, 0) + 1
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    total = f"{sum(counts.values())} findings in {len(report.files)} files\n"
    return "".join(f"{count:6}  {severity:8}{rule}\n" for (rule, severity), count in rows) + total
