"""The page of a rule, and of a family of rules, in Markdown: what `newslint explain` and editors show."""

from __future__ import annotations

import typing
from typing import Any

from newslint.rule import Rule
from newslint.settings.options import options_of


def family_page(name: str, rules: list[Rule]) -> str:
    """A family's page, in Markdown: each of its rules in a line."""
    lines = [f"# {name}", ""]
    lines += [f"- `{rule.id}` ({rule.severity.value}): {rule.summary}" for rule in rules]
    return "\n".join([*lines, "", f"`newslint explain {rules[0].id}` says more of one."]) + "\n"


def rule_page(rule: Rule) -> str:
    """The rule's page, in Markdown."""
    lines = [f"# {rule.id}", "", rule.manual, "", f"Severity: {rule.severity.value}", ""]
    if rule.reference:
        lines += [f"Reference: {rule.reference}", ""]
    for label, words in rule.standing.in_words():
        lines += [f"{label}: {words}", ""]
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
            lines.append(f"- `{name}` ({kind_of_option(kind)}): {shown!r}")
    return "\n".join(lines) + "\n"


def rule_data(rule: Rule) -> dict[str, Any]:
    """What the page says, as plain data."""
    return {
        "rule": rule.id,
        "severity": rule.severity.value,
        "summary": rule.summary,
        "manual": rule.manual,
        "reference": rule.reference,
        **rule.standing.as_data(),
        "examples": [
            {"flags" if example.flags else "passes": example.text}
            | ({} if example.becomes is None else {"becomes": example.becomes})
            for example in rule.examples
        ],
        "options": {
            name: sorted(value) if isinstance(value, frozenset) else value
            for name, (_, value) in options_of(rule).items()
        },
    }


def kind_of_option(kind: Any) -> str:
    """An option's type in a user's words."""
    if typing.get_origin(kind) is typing.Literal:
        return " or ".join(map(str, typing.get_args(kind)))
    return getattr(kind, "__name__", str(kind))


def _quoted(text: str) -> str:
    return text.replace("\n", "⏎")
