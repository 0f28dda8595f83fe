"""Arguments that several commands take."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Iterable
from pathlib import Path

from newslint.disk.reading import MOST
from newslint.model.errors import NewslintError
from newslint.model.finding import Severity
from newslint.run.deadline import GENEROUS
from newslint.run.files import find_files
from newslint.run.run import Run
from newslint.run.settings import Options


def add_config_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, metavar="FILE", help="use this config file")
    parser.add_argument("--no-config", action="store_true", help="use no config file")
    parser.add_argument(
        "--no-trust-copy",
        action="store_true",
        help="for copy of strangers: its articles name no sources, its config no files outside",
    )


def add_rule_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--select", action="append", metavar="RULES", help="only these: names, or names/unintroduced")
    parser.add_argument("--ignore", action="append", metavar="RULES", help="not these rules")


def add_reading_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--encoding", metavar="NAME", help="how the files are encoded (default: UTF-8, or UTF-16 with BOM)"
    )
    parser.add_argument(
        "--max-size", type=megabytes, default=MOST, metavar="MB", help=f"the largest file (default: {MOST / 1e6:g})"
    )
    parser.add_argument(
        "--text-field", action="append", metavar="NAME", help="the field or column of the copy, in JSON and CSV"
    )
    parser.add_argument("--id-field", default="", metavar="NAME", help="the field or column of an article's name")
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="date of articles that do not say theirs")


def options_from(arguments: argparse.Namespace) -> Options:
    """The run's options that a command's arguments hold."""
    return Options(
        no_config=arguments.no_config,
        config=_existing(arguments.config),
        select=_prefixes(getattr(arguments, "select", None)),
        ignore=_prefixes(getattr(arguments, "ignore", None)),
        encoding=getattr(arguments, "encoding", None),
        date=_date(getattr(arguments, "date", None)),
        fail_on=_severity(getattr(arguments, "fail_on", None)),
        report_unused=getattr(arguments, "report_unused", False),
        sources=_sources(getattr(arguments, "source", None)),
        texts=tuple(getattr(arguments, "text_field", None) or ()),
        id=getattr(arguments, "id_field", ""),
        most=getattr(arguments, "max_size", MOST),
        trust_copy=not getattr(arguments, "no_trust_copy", False),
        timeout=getattr(arguments, "timeout", GENEROUS),
        baseline=_existing(getattr(arguments, "baseline", None), "baseline"),
        no_baseline=getattr(arguments, "no_baseline", False),
    )


def articles_in(
    job: Run,
    named: Iterable[str],
    troubles: list[str] | None = None,
    passed: dict[str, int] | None = None,
    *,
    only: bool = False,
) -> list[Path]:
    """The files to be read of what was named (see ``find_files``): in folders the articles that the config means.

    ``only``: of files that were named themselves, too.
    """
    named = list(named)
    asked = set() if only else set(map(Path, named))
    files = find_files(named, job.suffixes, troubles, passed)
    return [path for path in files if path in asked or job.is_article(path)]


def megabytes(text: str) -> int:
    """Bytes."""
    try:
        size = float(text)
    except ValueError:
        size = 0.0
    if not 0 < size <= 1e6:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of megabytes")
    return int(size * 1e6)


def process_count(text: str) -> int:
    """From ``--jobs``."""
    if not text.isdigit() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 256")
    return int(text)


def _severity(value: str | None) -> Severity | None:
    return Severity(value) if value else None


def _sources(paths: list[Path] | None) -> tuple[Path, ...]:
    for path in paths or ():
        if not path.is_file():
            raise NewslintError("--source", f"{path}: no such file")
    return tuple(paths or ())


def _existing(path: Path | None, what: str = "config file") -> Path | None:
    if path is not None and not path.is_file():
        raise NewslintError(str(path), f"no such {what}")
    return path


def _prefixes(values: list[str] | None) -> tuple[str, ...]:
    return tuple(prefix.strip() for value in values or () for prefix in value.split(",") if prefix.strip())


def _date(value: str | None) -> datetime.date | None:
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise NewslintError("--date", f"{value!r} is not a date; write it as 2024-05-31") from None


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2 files``, ``3 entries``."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"


def here(path: Path) -> Path:
    """A path from this folder, where it lies below it."""
    folder = Path.cwd()
    return path.relative_to(folder) if path.is_relative_to(folder) else path
