"""A rule's page within a report, which travels to where no manual is: as HTML and as Markdown.

Manuals are paragraphs, lists and code. Of the examples the first of each sort are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from newslint.findings.report import RuleInfo
from newslint.model.expressions import expression

# Examples of each sort, flagged and passing.
_SHOWN = 3
_MARK = expression(r"\[\[(.*?)\]\]", re.DOTALL)
_CODE = expression(r"`+([^`]+)`+")


def manual_html(manual: str) -> str:
    return "".join(_paragraph(part) for part in re.split(r"\n\s*\n", manual.strip()) if part.strip())


def page_html(info: RuleInfo) -> str:
    """All that a reader needs of the rule: its manual, examples, source, and what to do where it is wrong."""
    reference = f'<p class="reference">{escape(info.reference)}</p>' if info.reference else ""
    rows = "".join(f"<li>{verdict}: {_MARK.sub(_marked, escape(words))}</li>" for verdict, words in _examples(info))
    examples = f"<details><summary>Examples</summary><ul>{rows}</ul></details>" if rows else ""
    return f"{manual_html(info.manual)}{reference}{examples}{_paragraph(_silence(info))}"


def page_markdown(info: RuleInfo) -> str:
    """The same in Markdown."""
    rows = "\n".join(f"- {verdict}: {_MARK.sub(_bold, _plain(words))}" for verdict, words in _examples(info))
    parts = [
        f"# {info.id}",
        info.manual,
        f"Reference: {info.reference}" if info.reference else "",
        f"## Examples\n\n{rows}" if rows else "",
        _silence(info),
    ]
    return "\n\n".join(part for part in parts if part)


def _examples(info: RuleInfo) -> Iterator[tuple[str, str]]:
    """(verdict, the copy on one line)."""
    for verdict, flagged in (("flagged", True), ("passes", False)):
        for example in [row for row in info.examples if row.flags is flagged][:_SHOWN]:
            yield verdict, " ".join(example.text.split())


def _silence(info: RuleInfo) -> str:
    return (
        "Where it is wrong: `newslint accept FILE:LINE` keeps one finding, "
        f"`newslint explain --web {info.id}` opens all that there is to say."
    )


def _marked(match: re.Match[str]) -> str:
    return f"<mark>{match[1]}</mark>"


def _bold(match: re.Match[str]) -> str:
    return f"**{match[1]}**"


def _plain(words: str) -> str:
    """Copy as Markdown that reads the same."""
    return re.sub(r"([\\`*_<>#&|~])", r"\\\1", words)


def _paragraph(part: str) -> str:
    if part.lstrip().startswith(("- ", "* ")):
        return "<ul>" + "".join(f"<li>{_words(item)}</li>" for item in _items(part)) + "</ul>"
    return f"<p>{_words(part)}</p>"


def _items(part: str) -> Iterator[str]:
    item = ""
    for line in part.splitlines():
        if line.lstrip().startswith(("- ", "* ")):
            if item:
                yield item
            item = line.lstrip()[2:]
        else:
            item += " " + line.strip()
    yield item


def _words(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(" ".join(text.split())))
