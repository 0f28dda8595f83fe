"""What the JSON formats share: texts by key, names in lists, dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newslint.model.block import Role
from newslint.model.document import Listed
from newslint.readers.fields import Copy
from newslint.readers.json_text import Text, pointer

Path = tuple[str | int, ...]


def text_at(tree: Any, *keys: str | int) -> Text | None:
    """The text at some keys down a tree."""
    for key in keys:
        if isinstance(tree, Mapping):
            tree = tree.get(key)
        elif isinstance(tree, list) and isinstance(key, int) and key < len(tree):
            tree = tree[key]
        else:
            return None
    return tree if isinstance(tree, Text) else None


def items_at(tree: Any, key: str) -> Iterator[tuple[Path, Any]]:
    """(path, value) of a list under a key, of a mapping's values, or of the one value there."""
    given = tree.get(key) if isinstance(tree, Mapping) else None
    if isinstance(given, list):
        yield from (((key, number), item) for number, item in enumerate(given))
    elif given is not None:
        yield (key,), given


def first_text(tree: Any, keys: Iterable[str]) -> tuple[str, Text] | None:
    """The first of the keys whose value is a text with something in it."""
    for key in keys:
        text = text_at(tree, key)
        if text and text.strip():
            return key, text
    return None


def add_line(copy: Copy, path: Path, text: Text | None, role: Role) -> None:
    if text is not None:
        copy.line(pointer(path), text.value, role)


def add_body(copy: Copy, path: Path, text: Text | None, *, html: bool | None = None, role: Role | None = None) -> None:
    """A text in paragraphs; ``html``: whether it is such, None to see for oneself."""
    if text is None:
        return
    if html is None:
        html = looks_like_html(text)
    (copy.html if html else copy.plain)(pointer(path), text.value, role)


def looks_like_html(text: str) -> bool:
    from newslint.model.expressions import expression

    return (
        expression(r"</?(?:p|div|br|h[1-6]|em|strong|b|i|a|ul|ol|li|blockquote|figure|span|table)\b[^>]*>").search(text)
        is not None
    )


def names(kind: str, path: Path, tree: Any, keys: Iterable[str], name: str = "name") -> Iterator[Listed]:
    """The names in lists: of texts, or of objects that hold them under ``name``; or in one text, between commas."""
    for key in keys:
        for at, item in items_at(tree, key):
            text = item if isinstance(item, Text) else text_at(item, name)
            where = (*path, *at) if text is item else (*path, *at, name)
            for part in (text or "").split(",") if kind == "tag" else [text or ""]:
                if part.strip():
                    yield Listed(kind, " ".join(part.split()), pointer(where))


def date_of(*texts: object) -> datetime.date | None:
    """The day of the first text that is an ISO date or time."""
    for text in texts:
        if isinstance(text, str):
            try:
                return datetime.date.fromisoformat(text.strip()[:10])
            except ValueError:
                continue
    return None
