"""Write the first lines of a new rule, with examples that `newslint test` runs."""

from __future__ import annotations

import argparse
from pathlib import Path

from newslint.plugins.scaffold import new_rule


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="FAMILY/NAME", help="such as style/our-streets")
    parser.add_argument("--folder", type=Path, default=Path(), help="the folder of rules (default: here)")
    parser.add_argument("--python", action="store_true", help="a Python rule, for a plugin package; else TOML")


def run(arguments: argparse.Namespace) -> int:
    path = new_rule(arguments.rule, arguments.folder, python=arguments.python)
    print(f"{path} is written: change its words and examples, then run newslint test {arguments.folder}")
    return 0
