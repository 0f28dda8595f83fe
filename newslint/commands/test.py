"""Run the examples of every rule, of a rule or family by its name, or of the TOML rules in a folder."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from newslint.commands._packs import advice, in_use
from newslint.commands._shared import add_config_arguments, counted, options_from
from newslint.model.errors import NewslintError, nearest
from newslint.model.printable import printable
from newslint.plugins.packs import RuleFile, rules_from
from newslint.run.examples import check_contract, run_example
from newslint.run.run import Run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", metavar="FOLDER|RULE", help="a folder of TOML rules; or a rule, or a family")
    add_config_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    folder = Path(arguments.what) if arguments.what and os.path.isdir(arguments.what) else None
    if folder and any((folder / name).is_file() for name in ("pyproject.toml", "__init__.py")):
        said = "is a Python package, no folder of TOML rules; pip install it, then `newslint test FAMILY/RULE`"
        raise NewslintError(folder.as_posix(), said)
    files = tuple(rules_from(folder)) if folder else _named(arguments)
    ran = failed = 0
    for file in files:
        rule = file.load()
        if rule.lacks:
            print(printable(f"{rule.id}: its examples are not run: it needs {rule.lacks}, which is not installed"))
            continue
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
    if folder and not in_use(folder) and not arguments.no_config:
        print(advice(folder))
    return 1 if failed else 0


def _named(arguments: argparse.Namespace) -> tuple[RuleFile, ...]:
    """The rules that hold here, all or those of a name. Raises NewslintError for a name that is none."""
    files = Run(options_from(arguments)).settings_for(Path("article.txt")).files
    if not arguments.what:
        return files
    asked = arguments.what.rstrip("/")
    meant = tuple(file for file in files if f"{file.id}/".startswith(f"{asked}/"))
    if not meant:
        known = sorted({*(file.id for file in files), *(file.id.rpartition("/")[0] for file in files)})
        raise NewslintError(asked, f"neither a folder of rules nor a rule that holds here{nearest(asked, known)}")
    return meant
