"""Where a run's report goes: formats to the terminal and to files."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from newslint.commands._complain import complain
from newslint.findings.report import Report
from newslint.model.errors import NewslintError, nearest, one_line
from newslint.model.named_tuple import NamedTuple
from newslint.reporters import Reporter, standard_reporters


class Output(NamedTuple):
    """A format and its file; None is standard output."""

    reporter: Reporter
    path: Path | None = None

    @property
    def for_people(self) -> bool:
        """Whether a person reads it on the terminal, so that a closing word fits below."""
        return self.path is None and self.reporter.name in ("text", "grouped", "full")


def add_output_arguments(parser: argparse.ArgumentParser) -> None:
    names = ", ".join(reporter.name for reporter in standard_reporters())
    parser.add_argument(
        "--format",
        action="append",
        metavar="NAME[:FILE]",
        help=f"{names}, or a plugin's; with :FILE it is written there, and the option may be repeated, as in "
        "--format text --format sarif:out.sarif (default: grouped on a terminal, github in its Actions, else text)",
    )
    parser.add_argument(
        "--output-file", type=Path, metavar="FILE", help="write the format that names no FILE of its own to this file"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="findings and errors only: no summary, no notes")


def outputs_from(arguments: argparse.Namespace, reporters: Sequence[Reporter]) -> list[Output]:
    """What the arguments ask for. Raises NewslintError for an unknown format or two reports in one place."""
    known = {reporter.name: reporter for reporter in reversed(reporters)}
    outputs: list[Output] = []
    for asked in arguments.format or [default_format(to_file=arguments.output_file is not None)]:
        name, _, file = asked.partition(":")
        if name not in known:
            raise NewslintError("--format", f"unknown format {name!r}{nearest(name, list(known))}")
        path = Path(file) if file else arguments.output_file
        if known[name].render_bytes and path is None:
            raise NewslintError("--format", f"{name} is no text for a terminal; give it a file: --format {name}:FILE")
        if path in [other.path for other in outputs]:
            where = "standard output" if path is None else str(path)
            raise NewslintError("--format", f"two reports to {where}; give one a file: --format {name}:FILE")
        outputs.append(Output(known[name], path))
    if arguments.output_file and not any(output.path is arguments.output_file for output in outputs):
        raise NewslintError("--output-file", "every format has a file of its own already; drop one")
    return outputs


def default_format(*, to_file: bool) -> str:
    """What a person at a terminal, GitHub or a program reads best."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        return "github"
    return "grouped" if sys.stdout.isatty() and not to_file else "text"


def write_reports(report: Report, outputs: Sequence[Output], *, to_terminal: bool = True) -> bool:
    """Write every report; files are replaced whole. Whether one could not be written, which is said."""
    failed = False
    for output in outputs:
        if output.path is None and not to_terminal:
            continue
        try:
            with one_line(f"--format {output.reporter.name}"):
                _write(report, output)
        except NewslintError as error:
            if isinstance(error.__cause__, BrokenPipeError):
                raise error.__cause__ from None
            complain(error)
            failed = True
    return failed


def _write(report: Report, output: Output) -> None:
    if output.path is None:
        for words in output.reporter.render(report, has_color()):
            sys.stdout.write(words)
        sys.stdout.flush()
        return
    if output.reporter.render_bytes:
        data = output.reporter.render_bytes(report)
    else:
        data = "".join(output.reporter.render(report, False)).encode("utf-8", "backslashreplace")
    if output.path.exists() and not output.path.is_file():
        _write_to_device(output.path, data)
    else:
        from newslint.disk.writing import replace_file

        replace_file(output.path, data)


def _write_to_device(path: Path, data: bytes) -> None:
    """Write to what cannot be replaced, such as /dev/stdout or a pipe that somebody reads."""
    try:
        # Without NONBLOCK a pipe that nobody reads would keep us waiting for ever.
        handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
        if hasattr(os, "set_blocking"):
            os.set_blocking(handle, True)
        with open(handle, "wb") as file:
            file.write(data)
    except OSError as error:
        raise NewslintError(str(path), f"cannot be written: {error.strerror}") from None


def has_color() -> bool:
    """Whether standard output is coloured, as https://no-color.org and https://force-color.org have it."""
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
