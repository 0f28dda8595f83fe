"""Write today's findings into a baseline, so that later runs report only what is new."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint.commands._complain import complain
from newslint.commands._shared import add_config_arguments, add_reading_arguments, add_rule_arguments, options_from
from newslint.disk.reading import read_file
from newslint.findings.baseline import entries_of, load_baseline, name_in, save_baseline
from newslint.run.files import find_files
from newslint.run.processes import check_all
from newslint.run.run import Run
from newslint.run.unread import set_aside
from newslint.settings.config import BASELINE_NAME


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help="files or folders")
    parser.add_argument(
        "--file", type=Path, default=Path(BASELINE_NAME), metavar="FILE", help=f"default: {BASELINE_NAME}"
    )
    parser.add_argument("--prune", action="store_true", help="only take out what is no longer found; add nothing")
    add_rule_arguments(parser)
    add_config_arguments(parser)
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    job = Run(options_from(arguments))
    before = read_file(arguments.file) if arguments.file.exists() else None
    troubles: list[str] = []
    report, _ = set_aside(check_all(job, list(find_files(arguments.paths, job.suffixes, troubles))), arguments.paths)
    for trouble in (*troubles, *report.errors):
        complain(trouble)
    found = entries_of(report.files, arguments.file)
    if arguments.prune:
        known = load_baseline(arguments.file)
        # An article that this run did not read, and that still exists, keeps its entries.
        read = {name_in(file.path, arguments.file) for file in report.files}
        read |= {name for name, _ in known if not (arguments.file.absolute().parent / name).exists()}
        found = {entry for entry in known if entry in found or entry[0] not in read}
        print(f"{arguments.file}: {len(known) - len(found)} entries taken out, {len(found)} stay")
    else:
        print(f"{arguments.file}: {len(found)} findings in {len(report.files)} files")
    save_baseline(arguments.file, found, before)
    return 2 if troubles or report.errors else 0
