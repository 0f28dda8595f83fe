"""List the rules: name, severity, whether it runs here, and what it is about."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from newslint.commands._shared import add_config_arguments, options_from
from newslint.model.printable import json_safe, printable
from newslint.run.run import Run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--on", action="store_true", help="only the rules that run here")
    add_config_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    settings = Run(options_from(arguments)).settings_for(Path("article.txt"))
    rows = []
    for file in settings.files:
        rule = file.load()
        on = settings.config.chosen(file.id, opt_in=file.opt_in)
        if arguments.on and not on:
            continue
        row = {"rule": file.id, "severity": rule.severity.value, "on": on, "summary": rule.summary}
        rows.append(row | {"lacks": rule.lacks} if rule.lacks else row)
    if arguments.format == "json":
        print(json_safe(json.dumps(rows, ensure_ascii=False, indent=2)))
        return 0
    width = max((len(str(row["rule"])) for row in rows), default=0)
    family = ""
    for row in rows:
        if (here := str(row["rule"]).rpartition("/")[0]) != family:
            print(("\n" if family else "") + printable(here))
            family = here
        lacking = f" (says nothing: needs {row['lacks']}, which is not installed)" if "lacks" in row else ""
        level = row["severity"] if row["on"] else "off"
        print(printable(f"  {row['rule']:<{width}}  {level:<8} {row['summary']}{lacking}"))
    return 0
