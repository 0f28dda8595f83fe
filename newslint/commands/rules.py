"""List the rules: name, severity, whether it runs here, and what it is about."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from newslint.commands._shared import add_config_arguments, options_from
from newslint.model.printable import json_safe, printable
from newslint.model.standing import DRAFT, LIVE
from newslint.run.run import Run
from newslint.settings.selection import is_on


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--on", action="store_true", help="only the rules that run here")
    add_config_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    settings = Run(options_from(arguments)).settings_for(Path("article.txt"))
    rows: list[dict[str, Any]] = []
    for file in settings.files:
        rule = file.load()
        on = is_on(file, rule, settings.config)
        if arguments.on and not on:
            continue
        standing = rule.standing.as_data()
        row = {"rule": file.id, "severity": rule.severity.value, "on": on, "summary": rule.summary, **standing}
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
        level = row["severity"] if row["on"] else row["status"] if row["status"] != LIVE else "off"
        notes = f" ({'; '.join(said)})" if (said := _notes(row)) else ""
        print(printable(f"  {row['rule']:<{width}}  {level:<8} {row['summary']}{notes}{lacking}"))
    return 0


def _notes(row: dict[str, Any]) -> list[str]:
    """What a rule's owners say of it, in a line."""
    scope = row.get("scope", {})
    said = [f"for {', '.join(filter(None, (*scope['desk'], scope['language'])))}"] if scope else []
    if row["on"] and row["status"] == DRAFT:
        said.append("a draft")
    if "since" in row:
        said.append(f"since {row['since']}")
    return [*said, row["owner"]] if "owner" in row else said
