"""Keep what a finding is about: write the suppression that suits the article's format."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint.article import Article
from newslint.commands._shared import add_config_arguments, add_reading_arguments, options_from
from newslint.disk.reading import read_file
from newslint.disk.writing import replace_file
from newslint.findings.keeping import is_mdx, keeping
from newslint.findings.report import Located
from newslint.model.errors import NewslintError
from newslint.readers.decode import encode
from newslint.run.run import Run
from newslint.settings.config import FILE_NAME
from newslint.settings.config_file import find_config
from newslint.settings.edits import with_suppression


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "place", metavar="FILE:PLACE", help="where the finding stands, as newslint check prints it: a line, or a field"
    )
    parser.add_argument("rule", nargs="?", default="", metavar="RULE", help="which, where the line has several")
    add_config_arguments(parser)
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    path, place = _place(arguments.place)
    job = Run(options_from(arguments))
    data = read_file(path)
    source, articles = job.read(path)
    report = job.check_articles(path, source, articles)
    finding = _finding(report.findings, arguments.place, place, arguments.rule)
    article = _article(articles, finding)
    mdx = is_mdx(path.name, job.settings_for(path).config.markdown)
    if edit := keeping(finding, article, source, mdx=mdx):
        at = edit.span.start
        text = f"{source[:at]}{edit.replacement}{source[at:]}"
        replace_file(path, encode(text, data, job.opener.encoding_of(path, data)), read=data)
        print(f"{path.as_posix()}: a comment keeps {finding.rule} silent in that block")
        return 0
    config = arguments.config or find_config(path.absolute().parent) or _new_config(path)
    old = read_file(config) if config.exists() else b""
    words = _words(source, article, finding)
    entry = {"file": _name_from(config, path), "rule": finding.rule, "words": words}
    try:
        new = with_suppression(old.decode(), entry, project=config.name == "pyproject.toml")
    except NewslintError as error:
        raise NewslintError(config.as_posix(), str(error)) from None
    replace_file(config, new.encode(), read=old if config.exists() else None)
    print(f"{_shown(config)}: an entry keeps {finding.rule} silent about “{words}” in {entry['file']}")
    return 0


def _new_config(path: Path) -> Path:
    """Where a first config goes: here, for one beside the article would hide a later one."""
    return Path(FILE_NAME) if path.absolute().is_relative_to(Path.cwd()) else path.parent / FILE_NAME


def _place(said: str) -> tuple[Path, str]:
    """(file, place) of ``FILE:LINE``, ``FILE:LINE:COLUMN:`` or ``FILE:FIELD:COLUMN:`` as it is printed."""
    parts = said.rstrip(":").split(":")
    for count in range(len(parts) - 1, 0, -1):
        path = Path(":".join(parts[:count]))
        if path.is_file() or count == 1:
            return path, ":".join(parts[count:])
    raise NewslintError(said, "say where the finding stands: FILE:LINE, such as story.txt:12")


def _stands(found: Located, said: str) -> bool:
    """Whether a finding stands at a line, or in a field, that is said with or without the column."""
    place = found.place
    if place.field is not None:
        return said in (place.field.name, f"{place.field.name}:{place.field.start + 1}")
    line = said.partition(":")[0]
    return line.isdecimal() and place.line <= int(line) <= place.end_line


def _article(articles: tuple[Article, ...], finding: Located) -> Article:
    """The article of a file that a finding is in."""
    field = finding.place.field
    if field is None:
        return articles[0]
    names = (field.document, field.name)
    return next(a for a in articles if any((a.document.name, known.name) == names for known in a.document.fields))


def _words(source: str, article: Article, finding: Located) -> str:
    """The words that a finding is about, as they read."""
    field = finding.place.field
    if field is None:
        return source[finding.place.start : finding.place.end]
    begin = next(known.start for known in article.document.fields if known.name == field.name)
    return article.text[begin + field.start : begin + field.end]


def _finding(findings: tuple[Located, ...], said: str, place: str, rule: str) -> Located:
    """The one finding of a place that is meant."""
    here = [found for found in findings if _stands(found, place)]
    if not here:
        raise NewslintError(said, "nothing is reported there; see newslint check")
    exact = [found for found in here if f"{found.place.line}:{found.place.column}" == place]
    chosen = [found for found in exact or here if not rule or found.rule == rule]
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
