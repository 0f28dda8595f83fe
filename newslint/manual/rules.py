"""A page of each rule: what and why, examples, how to mend, options, how often it is right, how to silence it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from newslint.findings.report import page_path
from newslint.manual.site import Page, html_of
from newslint.rule import Example, Rule
from newslint.settings.manual import kind_of_option
from newslint.settings.options import options_of

# A paragraph of a manual that says what was counted.
_COUNTED = re.compile(r"^(Counted|Measured|Of \d|On [\d.,]+ (M|million)|\d[\d,]* findings)", re.IGNORECASE)
_MARK = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
_SEVERITY = {
    "error": "error, the level of rules that are to be right in at least 19 of 20 findings",
    "warning": "warning, the level of rules that are to be right in at least 7 of 10 findings",
    "info": "info, the level of rules of which 1 of 2 findings is to be worth a look",
}


def rule_pages(rules: Sequence[Rule], on: Mapping[str, bool]) -> Iterator[Page]:
    """A page for each rule, one for each family, and the list of all. ``on``: whether a rule runs by itself, by id."""
    families: dict[str, list[Rule]] = {}
    for rule in rules:
        families.setdefault(rule.id.rpartition("/")[0], []).append(rule)
    sections = []
    for family, members in families.items():
        up = "../" * (family.count("/") + 2)
        table = "".join(_row(rule, on, up) for rule in members)
        yield Page(f"rules/{family}/index.html", family, f"<h1>{escape(family)}</h1>\n<table>{table}</table>\n")
        listed = "".join(_row(rule, on, "../") for rule in members)
        sections.append(f'<h2 id="{escape(family)}">{escape(family)}</h2>\n<table>{listed}</table>\n')
    yield Page("rules/index.html", "Rules", f"<h1>Rules</h1>\n{''.join(sections)}", "main")
    for rule in rules:
        yield Page(page_path(rule.id), rule.id, _body(rule, on.get(rule.id, True)))


def _row(rule: Rule, on: Mapping[str, bool], up: str) -> str:
    level = rule.severity.value if on.get(rule.id, True) else "off"
    return (
        f'<tr><td><a href="{up}{page_path(rule.id)}"><code>{escape(rule.id)}</code></a></td>'
        f'<td class="{level}">{level}</td><td>{escape(rule.summary)}</td></tr>'
    )


def _body(rule: Rule, on: bool) -> str:
    paragraphs = re.split(r"\n\s*\n", rule.manual.strip())
    counted = [part for part in paragraphs if _COUNTED.match(part.strip())]
    plain = [part for part in paragraphs if part not in counted]
    family = rule.id.rpartition("/")[0]
    parts = [
        f'<p class="path"><a href="index.html">{escape(family)}</a></p><h1><code>{escape(rule.id)}</code></h1>',
        html_of("\n\n".join(plain)),
        "".join(f"<p>{label}: {escape(words)}</p>" for label, words in rule.standing.in_words()),
        f"<p>Severity: {_SEVERITY[rule.severity.value]}.{'' if on else ' <strong>Off unless selected.</strong>'}</p>",
    ]
    if counted:
        parts += ['<h2 id="right">How often it is right</h2>', html_of("\n\n".join(counted))]
    if rule.examples:
        parts.append('<h2 id="examples">Examples</h2>')
        parts += [_example(example) for example in rule.examples]
    parts += ['<h2 id="silence">Where it is wrong</h2>', _silence(rule.id)]
    if options := options_of(rule):
        parts.append('<h2 id="options">Options</h2><table>')
        for name, (kind, value) in options.items():
            shown = sorted(value) if isinstance(value, frozenset) else value
            parts.append(
                f"<tr><td><code>{escape(name)}</code></td><td>{escape(kind_of_option(kind))}</td>"
                f"<td><code>{escape(repr(shown))}</code></td></tr>"
            )
        parts.append("</table>")
    if rule.reference:
        parts.append(f"<p>Reference: {escape(rule.reference)}</p>")
    return "\n".join(parts) + "\n"


def _example(example: Example) -> str:
    words = _MARK.sub(r"<mark>\1</mark>", escape(example.text))
    verdict = "flagged" if example.flags else "passes"
    becomes = f'<p class="becomes">mended: {escape(example.becomes)}</p>' if example.becomes is not None else ""
    return f'<div class="example {verdict}"><b>{verdict}</b><p>{words}</p>{becomes}</div>'


def _silence(rule_id: str) -> str:
    comment = escape(f"<!-- newslint: ignore {rule_id} -->")
    return (
        "<p><code>newslint accept FILE:LINE</code> keeps one finding. In Markdown and HTML "
        f"<code>{comment}</code> stands before the paragraph; in newslint.toml "
        f'<code>ignore = ["{escape(rule_id)}"]</code> switches the rule off.</p>'
    )
