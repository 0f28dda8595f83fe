"""Print who is in the story: each person with every form of the name, and every quotation with its speaker."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from newslint.commands._shared import add_config_arguments, add_reading_arguments, options_from
from newslint.findings.cast import cast_json, cast_report
from newslint.model.printable import json_safe, printable
from newslint.run.run import Run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    add_config_arguments(parser)
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    source, articles = Run(options_from(arguments)).read(arguments.file)
    if arguments.format == "json":
        rows = [cast_json(article) for article in articles]
        print(json_safe(json.dumps(rows[0] if len(rows) == 1 else rows, ensure_ascii=False, indent=1)))
        return 0
    for article in articles:
        for line in cast_report(article, source).split("\n")[:-1]:
            print(printable(line))
    return 0
