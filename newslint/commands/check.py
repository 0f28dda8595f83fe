"""Report what a copy editor would mark in articles: plain text, Markdown or HTML."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.commands._complain import complain
from newslint.commands._output import Output, add_output_arguments, has_color, outputs_from, write_reports
from newslint.commands._shared import (
    add_config_arguments,
    add_reading_arguments,
    add_rule_arguments,
    articles_in,
    counted,
    options_from,
    process_count,
)
from newslint.findings.report import UNUSED, FileReport, Report
from newslint.model.errors import NewslintError
from newslint.model.finding import Severity
from newslint.run import modules, prepared
from newslint.run.deadline import GENEROUS
from newslint.run.run import Run
from newslint.run.unread import foreign, said, set_aside
from newslint.settings.config import BASELINE_NAME

if TYPE_CHECKING:
    from newslint.commands._mend import Mending


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", default=["."], metavar="PATH", help="files, folders, or - for standard input"
    )
    parser.add_argument("--stdin-filename", metavar="NAME", default="-", help="what to call standard input")
    add_rule_arguments(parser)
    add_output_arguments(parser)
    parser.add_argument("--exit-zero", action="store_true", help="exit 0 even with findings")
    parser.add_argument("--statistics", action="store_true", help="count the findings by rule instead of listing them")
    parser.add_argument("--fix", action="store_true", help="make the safe fixes in the files")
    parser.add_argument("--diff", action="store_true", help="show what --fix would change, and change nothing")
    parser.add_argument("--unsafe", action="store_true", help="with --fix, --diff: also suggestions with one candidate")
    parser.add_argument("--watch", action="store_true", help="check again whenever an article or a rule is saved")
    parser.add_argument(
        "--articles-only", action="store_true", help="of files that are named, too, only those that `files` means"
    )
    parser.add_argument("--allow-empty", action="store_true", help="exit 0 though nothing was found to read")
    parser.add_argument("--report-unused", action="store_true", help="report suppressions that suppress nothing")
    parser.add_argument(
        "--baseline", type=Path, metavar="FILE", help=f"report only what FILE lacks (default: {BASELINE_NAME})"
    )
    parser.add_argument("--no-baseline", action="store_true", help="report what the baseline knows, too")
    parser.add_argument(
        "--source", type=Path, action="append", metavar="FILE", help="check the quotations against this transcript"
    )
    parser.add_argument("--since", metavar="REV", help="only files that git says have changed since REV")
    parser.add_argument(
        "--jobs", type=process_count, default=0, metavar="N", help="processes (default: as many as are worth it)"
    )
    parser.add_argument(
        "--timeout",
        type=_seconds,
        default=GENEROUS,
        metavar="SECONDS",
        help=f"give a file up after so long, and go on; 0 for never (default: {GENEROUS:g})",
    )
    parser.add_argument("--no-cache", action="store_true", help="neither read nor write .newslint_cache")
    parser.add_argument(
        "--fail-on",
        choices=[severity.value for severity in Severity],
        metavar="SEVERITY",
        help="exit 1 only from this severity on: error, warning (the default) or info",
    )
    parser.add_argument(
        "--show",
        choices=[severity.value for severity in Severity],
        default=Severity.INFO.value,
        metavar="SEVERITY",
        help="report only from this severity on: error, warning or info (the default); what fails is always reported",
    )
    add_config_arguments(parser)
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    if arguments.watch:
        from newslint.commands._watch import watch

        return watch(arguments)
    prepared.bring()
    code = check_once(arguments, Run(options_from(arguments)), _checked)
    prepared.keep()
    modules.keep()
    return code


def check_once(
    arguments: argparse.Namespace, job: Run, check: Callable[[Run, list[Path], argparse.Namespace], Report]
) -> int:
    """One run from paths to exit code. ``check`` gives the report of the files before the last steps."""
    outputs = outputs_from(arguments, job.plugins.reporters)
    named = [path for path in arguments.paths if path != "-"]
    troubles: list[str] = []
    passed: dict[str, int] = {}
    paths = found = articles_in(job, named, troubles, passed, only=arguments.articles_only)
    for trouble in troubles:
        complain(trouble)
    if arguments.since:
        from newslint.run.changed import changed_since, same

        changed = changed_since(arguments.since)
        paths = [path for path in paths if same(path) in changed]
    stdin = _standard_input(job) if len(named) < len(arguments.paths) else None
    mending = None
    if arguments.diff or arguments.fix:
        from newslint.commands import _mend

        if arguments.diff:
            code, unread = _mend.show_diff(job, paths, named, unsafe=arguments.unsafe)
            troubles += _told(named, found, passed, unread, arguments)
            return max(code, 2 if troubles else 0)
        if stdin is not None:
            return _mend.fix_stdin(job, Path(arguments.stdin_filename), stdin, unsafe=arguments.unsafe)
        mending = _mend.fix_files(job, paths, named, unsafe=arguments.unsafe)
    report, unread = set_aside(check(job, paths, arguments), named)
    troubles += _told(named, found, passed, unread, arguments)
    if stdin is not None:
        report = report._replace(files=(job.check_file(Path(arguments.stdin_filename), stdin), *report.files))
    for line in foreign(report):
        complain(line)
    report = _filled(_finished(report, arguments, job), outputs, job)
    report = report._replace(troubles=(*report.troubles, *(mending.errors if mending else ())))
    for error in dict.fromkeys(report.errors):  # what is wrong with a config is wrong for all its files
        complain(error)
    report = _linked(report._replace(troubles=(*report.troubles, *troubles)), outputs, job)
    unwritten = write_reports(report, outputs, to_terminal=not arguments.statistics)
    if arguments.statistics:
        sys.stdout.write(_statistics(report, job.times or {}))
    if not arguments.quiet:
        outputs = [] if arguments.statistics else outputs  # they sum up themselves
        _close(report, outputs, mending, passed, unread)
    if report.errors or unwritten:
        return 2
    return 1 if report.fails and not arguments.exit_zero else 0


def _told(
    named: list[str], found: list[Path], passed: dict[str, int], unread: dict[str, int], arguments: argparse.Namespace
) -> list[str]:
    """Say what was not read: ``passed`` by suffix, ``unread`` by kind. What is wrong: that nothing was."""
    if not arguments.quiet:
        for line in said(passed, unread):
            complain(line)
    if not named or len(found) > sum(unread.values()) or arguments.allow_empty or arguments.articles_only:
        return []
    trouble = f"{', '.join(named)}: nothing here could be read; --allow-empty accepts that"
    complain(trouble)
    return [trouble]


def _close(
    report: Report,
    outputs: Sequence[Output],
    mending: Mending | None,
    passed: Mapping[str, int],
    unread: Mapping[str, int],
) -> None:
    """Say what was found, if a person reads this, and what was mended to anybody."""
    for_people = sys.stdout.isatty() and any(output.for_people for output in outputs)
    if mending is None and not for_people:
        return
    from newslint.commands._closing import closing, mended

    if for_people:
        print(closing(report, passed, unread))
    if mending is not None:
        sys.stdout.flush()
        complain(mended(mending.mends, mending.changed, report))


def _standard_input(job: Run) -> bytes:
    if sys.stdin is None:
        raise NewslintError("standard input", "is closed")
    data = sys.stdin.buffer.read(job.options.most + 1)
    if len(data) > job.options.most:
        limit = job.options.most / 1e6
        raise NewslintError("standard input", f"is larger than the limit of {limit:g} MB; --max-size raises it")
    return data


def _checked(job: Run, paths: list[Path], arguments: argparse.Namespace) -> Report:
    """The report of the files, by way of the cache and of several processes where they pay."""
    if arguments.statistics:
        job.times = {}
    if len(paths) < 2:
        return job.check(paths)
    from newslint.commands._progress import progress_bar
    from newslint.run.cache import Cache
    from newslint.run.processes import CACHED_FROM, check_all

    wanted = not (arguments.no_cache or arguments.statistics) and len(paths) >= CACHED_FROM
    cache = Cache(Path()) if wanted else None
    with progress_bar(len(paths)) as progress:
        report = check_all(job, paths, jobs=arguments.jobs, cache=cache, progress=progress)
    if cache and cache.trouble:
        complain(cache.trouble)
    return report


def _finished(report: Report, arguments: argparse.Namespace, job: Run) -> Report:
    """The report after the last steps, from the severity on that is to be shown."""
    least = Severity(arguments.show)

    files: list[FileReport] = []
    troubles: dict[str, None] = {}
    for file in report.files:
        alone = Report((file,)).after(file.path, lambda given: Report((job.finished(given.files[0]),)))
        files.append(alone.files[0].shown_from(least))
        troubles.update(dict.fromkeys(alone.troubles))  # a baseline that is broken is told once
    return report._replace(files=tuple(files), troubles=(*report.troubles, *troubles))


def _filled(report: Report, outputs: Sequence[Output], job: Run) -> Report:
    """The report with what its formats need besides."""
    if any(output.reporter.needs_rules for output in outputs):
        report = report.after("the rules of the report", lambda given: given._replace(rules=job.rules_of(given)))
    if any(output.reporter.needs_proof for output in outputs):
        report = report.after(
            "the proofs of the report", lambda given: given._replace(files=tuple(map(job.with_proof, given.files)))
        )
    return report


def _linked(report: Report, outputs: Sequence[Output], job: Run) -> Report:
    """The report with links for a terminal: to the user's own copy of the manual where the desk has none on the web."""
    met = [file for file in report.files if file.findings and not file.manual]
    links = sys.stdout.isatty() and has_color()
    if not (met and links and any(output.path is None and output.reporter.name == "grouped" for output in outputs)):
        return report
    from newslint.commands.manual import build
    from newslint.manual.place import OwnCopy

    own = OwnCopy(build)
    for file in met:
        if own.lacks(finding.rule for finding in file.findings if finding.rule != UNUSED):
            own.build(job.options, Path(file.path))
    files = (file if file.manual else file._replace(manual=own.address) for file in report.files)
    return report._replace(files=tuple(files))


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 1e6:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds")
    return seconds


def _statistics(report: Report, times: dict[str, float]) -> str:
    """Findings and milliseconds by rule that found something, then what all others took.

    A shared view counts for the rule that asks for it first.
    """
    counts: dict[str, int] = {}
    for finding in report.findings:
        counts[finding.rule] = counts.get(finding.rule, 0) + 1
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{count:8}  {1000 * times.get(rule, 0.0):9.1f} ms  {rule}\n" for rule, count in rows]
    quiet = [seconds for rule, seconds in times.items() if rule not in counts]
    if quiet:
        lines.append(f"{'':8}  {1000 * sum(quiet):9.1f} ms  {counted(len(quiet), 'other rule')}\n")
    found = counted(len(report.findings), "finding")
    return "".join(lines) + f"{found:>8} in {counted(len(report.files), 'file')}\n"
