"""Sum up what editors made of findings: accepted, ignored and wrong, by rule."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from newslint.server.feedback import read, summed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a file of newslint serve --feedback")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="(default: text)")


def run(arguments: argparse.Namespace) -> int:
    sums = summed(row for path in arguments.files for row in read(path))
    if arguments.format == "json":
        print(json.dumps([{**one._asdict(), "right": one.right} for one in sums], indent=2))
        return 0
    width = max((len(one.rule) for one in sums), default=4)
    print(f"{'rule':{width}}  accepted  ignored  wrong  right")
    for one in sums:
        right = f"{one.right:6.0%}" if one.right is not None else "     -"
        print(f"{one.rule:{width}}  {one.accepted:8}  {one.ignored:7}  {one.wrong:5} {right}")
    return 0
