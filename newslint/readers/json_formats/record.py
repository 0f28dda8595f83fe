"""An article as a record of named fields: schema.org's NewsArticle, a block editor's tree with a title beside it."""

from __future__ import annotations

from typing import Any

from newslint.model.block import Role
from newslint.model.document import Document, Metadata
from newslint.readers.fields import Copy
from newslint.readers.json_formats import Path, Shape
from newslint.readers.json_formats._fields import add_body, add_line, date_of, first_text, items_at, names, text_at
from newslint.readers.json_formats.blocks import SHAPES as BLOCKS
from newslint.readers.json_formats.blocks import add_tree

_TITLES = ("headline", "title", "hed")
_STANDFIRSTS = ("standfirst", "subtitle", "dek", "lede", "abstract", "description", "summary", "excerpt")
_BYLINES = ("byline", "by", "author")
_DATES = (
    "datePublished",
    "publishedAt",
    "published_at",
    "date",
    "dateCreated",
    "createdAt",
    "created_at",
    "_createdAt",
)
_BODIES = ("body", "content", "text", "copy", "story", "blocks", "editorState", "document")


def _trees(tree: Any) -> list[str]:
    fits = BLOCKS[0].fits
    return [key for key in _BODIES if key in tree and key != "blocks" and fits(tree[key])]


def _fits(tree: Any) -> bool:
    if not isinstance(tree, dict):
        return False
    return isinstance(tree.get("articleBody"), str) or bool(_trees(tree))


def _read(tree: Any, path: Path, name: str) -> Document:
    copy = Copy(name)
    title = first_text(tree, _TITLES)
    if title:
        add_line(copy, (*path, title[0]), title[1], Role.HEADLINE)
    for key in _BYLINES:
        for at, author in items_at(tree, key):
            text = author if isinstance(author, str) else text_at(author, "name")
            where = (*path, *at) if text is author else (*path, *at, "name")
            add_line(copy, where, text, Role.BYLINE)  # type: ignore[arg-type]
    standfirst = first_text(tree, _STANDFIRSTS)
    if standfirst:
        add_body(copy, (*path, standfirst[0]), standfirst[1], role=Role.STANDFIRST)
    add_body(copy, (*path, "articleBody"), text_at(tree, "articleBody"))
    for key in _trees(tree):
        add_tree(copy, tree[key], (*path, key))
    about = Metadata(
        " ".join(title[1].split()) if title else "",
        date=date_of(*(tree.get(key) for key in _DATES)),
        language=str(text_at(tree, "inLanguage") or text_at(tree, "language") or ""),
        listed=tuple(names("tag", path, tree, ("keywords", "tags"))),
    )
    return copy.document("record", about)


SHAPES = (Shape("a record", _fits, _read),)
