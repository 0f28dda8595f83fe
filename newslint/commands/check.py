"""Report what a copy editor would mark in articles: plain text, Markdown or HTML."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newslint.commands._output import add_output_arguments, outputs_from, write_reports
from newslint.commands._shared import add_config_arguments, add_reading_arguments, options_from
from newslint.files import find_files
from newslint.report import Report
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
    add_output_arguments(parser)
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")
    parser.add_argument("--statistics", action="store_true", help="count the findings by rule instead of listing them")
    add_config_arguments(parser)
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    job = Run(options_from(arguments))
    outputs = outputs_from(arguments, job.plugins.reporters)
    report = Report()
    named = [path for path in arguments.paths if path != "-"]
    if len(named) < len(arguments.paths):
        report.files.append(job.check_file(Path(arguments.stdin_filename), sys.stdin.buffer.read()))
    report.files += job.check(find_files(named, job.suffixes)).files
    for error in report.errors:
        print(f"newslint: {error}", file=sys.stderr)
    if any(output.reporter.needs_rules for output in outputs):
        report.rules = job.rules_of(report)
    if any(output.reporter.needs_page for output in outputs):
        job.add_pages(report)
    write_reports(report, outputs, to_terminal=not arguments.statistics)
    if arguments.statistics:
        sys.stdout.write(_statistics(report))
    if report.errors:
        return 2
    return 1 if report.fails and not arguments.exit_zero else 0


def _statistics(report: Report) -> str:
    counts: dict[tuple[str, str], int] = {}
    for finding in report.findings:
        key = (finding.rule, finding.severity.value)
        counts[key] = counts.get(key, 0) + 1
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    total = f"{sum(counts.values())} findings in {len(report.files)} files\n"
    return "".join(f"{count:6}  {severity:8}{rule}\n" for (rule, severity), count in rows) + total
