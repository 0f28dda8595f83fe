"""Say what a rule is about: why a desk cares, examples, options, source; or list what a family looks for."""

from __future__ import annotations

import argparse
import typing
from pathlib import Path
from typing import Any

from newslint.commands._shared import add_config_arguments, options_from
from newslint.model.errors import NewslintError, nearest
from newslint.model.printable import printable
from newslint.rule import Rule
from newslint.run.run import Run
from newslint.settings.options import options_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "rule", metavar="RULE", help="a rule such as names/inconsistent-spelling, or a family such as names"
    )
    add_config_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    settings = Run(options_from(arguments)).settings_for(Path("article.txt"))
    files = {file.id: file for file in settings.files}
    asked = arguments.rule.rstrip("/")
    if asked in files:
        _show(explain(files[asked].load()))
        return 0
    family = [file.load() for rule_id, file in files.items() if rule_id.startswith(asked + "/")]
    if not family:
        known = sorted({*files, *(rule_id.rpartition("/")[0] for rule_id in files)})
        raise NewslintError(asked, f"no such rule{nearest(asked, known)}; see newslint rules")
    _show(explain_family(asked, family))
    return 0


def _show(page: str) -> None:
    for line in page.splitlines():
        print(printable(line))


def explain_family(name: str, rules: list[Rule]) -> str:
    """A family's page, in Markdown: each of its rules in a line."""
    lines = [f"# {name}", ""]
    lines += [f"- `{rule.id}` ({rule.severity.value}): {rule.summary}" for rule in rules]
    return "\n".join([*lines, "", f"`newslint explain {rules[0].id}` says more of one."]) + "\n"


def explain(rule: Rule) -> str:
    """The rule's page, in Markdown."""
    lines = [f"# {rule.id}", "", rule.manual, "", f"Severity: {rule.severity.value}", ""]
    if rule.reference:
        lines += [f"Reference: {rule.reference}", ""]
    lines += ["## Examples", ""]
    for example in rule.examples:
        verdict = "flagged" if example.flags else "passes"
        lines.append(f"- {verdict}: {_quoted(example.text)}")
        if example.becomes is not None:
            lines.append(f"  becomes: {_quoted(example.becomes)}")
    options = options_of(rule)
    if options:
        lines += ["", "## Options", ""]
        for name, (kind, value) in options.items():
            shown = sorted(value) if isinstance(value, frozenset) else value
            lines.append(f"- `{name}` ({_kind(kind)}): {shown!r}")
    return "\n".join(lines) + "\n"


def _kind(kind: Any) -> str:
    """An option's type in a user's words."""
    if typing.get_origin(kind) is typing.Literal:
        return " or ".join(map(str, typing.get_args(kind)))
    return getattr(kind, "__name__", str(kind))


def _quoted(text: str) -> str:
    return text.replace("\n", "⏎")
