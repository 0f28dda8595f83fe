"""Keep what a finding is about: write the suppression that suits the article's format."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint.commands._shared import add_config_arguments, add_reading_arguments, options_from
from newslint.disk.reading import read_file
from newslint.disk.writing import replace_file
from newslint.findings.report import Located
from newslint.model.errors import NewslintError
from newslint.readers.decode import encode
from newslint.run.run import Run
from newslint.settings.config import FILE_NAME
from newslint.settings.config_file import find_config
from newslint.settings.edits import with_suppression


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", metavar="FILE:LINE", help="where the finding stands, as newslint check prints it")
    parser.add_argument("rule", nargs="?", default="", metavar="RULE", help="which, where the line has several")
    add_config_arguments(parser)
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    path, line = _place(arguments.place)
    job = Run(options_from(arguments))
    data = read_file(path)
    source, articles = job.read(path)
    report = job.check_articles(path, source, articles)
    article = articles[0]
    finding = _finding(report.findings, arguments.place, line, arguments.rule)
    if article.document.markup in ("markdown", "html"):
        start = finding.place.start
        for block in article.blocks:
            place = article.source_map.to_source(block)
            if place.start <= start < place.end:
                start = place.start
                break
        begin = source.rfind("\n", 0, start) + 1
        text = f"{source[:begin]}<!-- newslint: ignore {finding.rule} -->\n{source[begin:]}"
        replace_file(path, encode(text, data, job.opener.encoding_of(path, data)), read=data)
        print(f"{path.as_posix()}: a comment keeps {finding.rule} silent in that block")
        return 0
    config = arguments.config or find_config(path.absolute().parent) or path.parent / FILE_NAME
    old = read_file(config) if config.exists() else b""
    words = source[finding.place.start : finding.place.end]
    entry = {"file": _name_from(config, path), "rule": finding.rule, "words": words}
    new = with_suppression(old.decode(), entry, project=config.name == "pyproject.toml")
    replace_file(config, new.encode(), read=old if config.exists() else None)
    print(f"{_shown(config)}: an entry keeps {finding.rule} silent about “{words}” in {entry['file']}")
    return 0


def _place(said: str) -> tuple[Path, int]:
    """(file, line) of ``FILE:LINE``, or of ``FILE:LINE:COLUMN:`` as it is printed."""
    parts = said.rstrip(":").split(":")
    numbers: list[int] = []
    while len(parts) > 1 and parts[-1].isdecimal() and len(numbers) < 2:
        numbers.append(int(parts.pop()))
    if not numbers:
        raise NewslintError(said, "say where the finding stands: FILE:LINE, such as story.txt:12")
    return Path(":".join(parts)), numbers[-1]


def _finding(findings: tuple[Located, ...], said: str, line: int, rule: str) -> Located:
    """The one finding of a line that is meant."""
    here = [found for found in findings if found.place.line <= line <= found.place.end_line]
    if not here:
        raise NewslintError(said, "nothing is reported there; see newslint check")
    chosen = [found for found in here if not rule or found.rule == rule]
    rules = sorted({found.rule for found in here})
    if not chosen:
        raise NewslintError(rule, f"is not reported there, but {', '.join(rules)}")
    if len({found.rule for found in chosen}) > 1:
        raise NewslintError(said, f"several rules report there; name one of {', '.join(rules)}")
    return chosen[0]


def _name_from(config: Path, path: Path) -> str:
    """The article as a config names it: from the config's folder, or its bare name where it lies elsewhere."""
    try:
        return path.resolve().relative_to(config.parent.resolve()).as_posix()
    except ValueError:
        return path.name


def _shown(path: Path) -> str:
    """A path from here, where it lies below this folder."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
