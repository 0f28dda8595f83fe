"""Run the examples of every rule, or of the TOML rules in a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint.commands._packs import advice, in_use
from newslint.commands._shared import add_config_arguments, counted, options_from
from newslint.model.printable import printable
from newslint.plugins.packs import rules_from
from newslint.run.examples import check_contract, run_example
from newslint.run.run import Run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="a folder of TOML rules")
    add_config_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    if arguments.folder:
        files = tuple(rules_from(arguments.folder))
    else:
        files = Run(options_from(arguments)).settings_for(Path("article.txt")).files
    ran = failed = 0
    for file in files:
        rule = file.load()
        for lack in check_contract(rule):
            failed += 1
            print(printable(f"{rule.id}: {lack}"))
        for example in rule.examples:
            ran += 1
            for failure in run_example(rule, example):
                failed += 1
                print(printable(f"{rule.id}: {failure.why}"))
                print(f"    {example.text!r}")
    print(f"{counted(len(files), 'rule')}, {counted(ran, 'example')}, {failed} failed")
    if arguments.folder and not in_use(arguments.folder) and not arguments.no_config:
        print(advice(arguments.folder))
    return 1 if failed else 0
