"""Write today's findings into a baseline, so that later runs report only what is new."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint.commands._complain import complain
from newslint.commands._shared import (
    add_config_arguments,
    add_reading_arguments,
    add_rule_arguments,
    articles_in,
    counted,
    here,
    options_from,
)
from newslint.disk.reading import read_file
from newslint.disk.writing import replace_file
from newslint.findings.baseline import entries_of, load_baseline, name_in, save_baseline
from newslint.run.processes import check_all
from newslint.run.run import Run
from newslint.run.unread import set_aside
from newslint.settings.config import BASELINE_NAME, FILE_NAME
from newslint.settings.edits import toml_text, with_baseline


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files or folders")
    parser.add_argument(
        "--file",
        type=Path,
        metavar="FILE",
        help=f"where to write it (default: the config's baseline, else {BASELINE_NAME} beside the config)",
    )
    parser.add_argument("--prune", action="store_true", help="only take out what is no longer found; add nothing")
    add_rule_arguments(parser)
    add_config_arguments(parser)
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    job = Run(options_from(arguments)._replace(no_baseline=True))
    config = job.settings_for(Path("article.txt")).config
    file = arguments.file or here(config.root / (config.baseline or BASELINE_NAME))
    before = read_file(file) if file.exists() else None
    troubles: list[str] = []
    report, _ = set_aside(check_all(job, articles_in(job, arguments.paths, troubles)), arguments.paths)
    for trouble in (*troubles, *report.errors):
        complain(trouble)
    found = entries_of(report.files, file)
    if arguments.prune:
        known = load_baseline(file)
        # An article that this run did not read, and that still exists, keeps its entries.
        read = {name_in(part.path, file) for part in report.files}
        read |= {name for name, _ in known if not (file.absolute().parent / name).exists()}
        found = {entry for entry in known if entry in found or entry[0] not in read}
        print(f"{file}: {counted(len(known) - len(found), 'entry')} taken out, {len(found)} stay")
    else:
        print(f"{file}: {counted(len(found), 'finding')} in {counted(len(report.files), 'file')}")
    save_baseline(file, found, before)
    if not arguments.no_config and not config.baseline:
        _name_in_config(file, Path(config.origin) if config.is_file else None)
    return 2 if troubles or report.errors else 0


def _name_in_config(file: Path, config: Path | None) -> None:
    """Let the config say where the baseline is, so that it is found from any folder, by editors and the server too."""
    path = config or Path(FILE_NAME)
    if path.exists() and path.name not in (FILE_NAME, "pyproject.toml"):
        return
    old = read_file(path) if path.exists() else None
    name = name_in(file.as_posix(), path)
    replace_file(path, with_baseline((old or b"").decode(), name).encode(), read=old)
    print(f"{here(path)}: baseline = {toml_text(name)}")
