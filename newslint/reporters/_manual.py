"""A rule's manual as HTML: paragraphs, lists and code, which is all that manuals use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from newslint.model.expressions import expression

_CODE = expression(r"`+([^`]+)`+")


def manual_html(manual: str) -> str:
    return "".join(_paragraph(part) for part in re.split(r"\n\s*\n", manual.strip()) if part.strip())


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
