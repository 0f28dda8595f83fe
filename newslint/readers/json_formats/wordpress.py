"""WordPress posts and pages as its REST API gives them: ``title``, ``excerpt`` and ``content``, rendered or raw."""

from __future__ import annotations

from typing import Any

from newslint.model.block import Role
from newslint.model.document import Document, Metadata
from newslint.readers.fields import Copy
from newslint.readers.json_formats import Path, Shape
from newslint.readers.json_formats._fields import date_of, text_at
from newslint.readers.json_text import pointer
from newslint.readers.wordpress_markup import add_post


def _fits(tree: Any) -> bool:
    return isinstance(tree, dict) and any(
        isinstance(tree.get("content"), dict) and isinstance(tree["content"].get(key), str)
        for key in ("raw", "rendered")
    )


def _read(tree: Any, path: Path, name: str) -> Document:
    copy = Copy(name)
    for field, role in (("title", Role.HEADLINE), ("excerpt", Role.STANDFIRST), ("content", None)):
        for key in ("raw", "rendered"):
            text = text_at(tree, field, key)
            if not text or not text.strip():
                continue
            where = pointer((*path, field, key))
            if field == "title":
                copy.line(where, text.value, Role.HEADLINE)
            elif field == "content":
                add_post(copy, where, text.value)
            elif not tree.get("content", {}).get("rendered") or text_at(tree, "excerpt", "raw"):
                copy.html(where, text.value, role)  # a rendered excerpt is the first words of the post once more
            break
    title = text_at(tree, "title", "raw") or text_at(tree, "title", "rendered") or ""
    return copy.document("wordpress", Metadata(" ".join(title.split()), date=date_of(tree.get("date"))))


SHAPES = (Shape("WordPress", _fits, _read),)
