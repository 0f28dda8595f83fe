"""The trees of block editors, walked in one way: ProseMirror and Tiptap, Lexical, Slate, Portable Text, Draft.js,
Editor.js, and Typerighter's blocks.

A tree's paragraph is a node that holds texts; a table says under which keys an editor keeps what. Words that marks have
split (bold in the middle) are one text again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.model.block import Role
from newslint.model.document import Document, Metadata
from newslint.model.named_tuple import NamedTuple
from newslint.readers.fields import BREAK, Copy, Value, joined
from newslint.readers.json_formats import Path, Shape
from newslint.readers.json_formats._fields import add_body, items_at, text_at
from newslint.readers.json_text import Text, pointer


class Tree(NamedTuple):
    """Where an editor keeps a node's kind, its children and a leaf's text."""

    kind: str
    children: str
    text: str


_PROSEMIRROR = Tree("type", "content", "text")
_LEXICAL = Tree("type", "children", "text")  # Slate too
_PORTABLE = Tree("_type", "children", "text")

# A node's kind, in lower case without marks -> what its words are for.
_ROLES = {
    "heading": Role.HEADLINE,
    "header": Role.HEADLINE,
    "blockquote": Role.QUOTE,
    "quote": Role.QUOTE,
    "pullquote": Role.QUOTE,
    "listitem": Role.LIST,
    "li": Role.LIST,
    "tablecell": Role.TABLE,
    "tableheader": Role.TABLE,
    "td": Role.TABLE,
    "th": Role.TABLE,
    "caption": Role.CAPTION,
    "figcaption": Role.CAPTION,
    "imagecaption": Role.CAPTION,
    **dict.fromkeys(("headerone", "headertwo", "headerthree", "headerfour", "headerfive", "headersix"), Role.HEADLINE),
    **dict.fromkeys(("unorderedlistitem", "orderedlistitem"), Role.LIST),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADLINE),
}
_UNREAD = frozenset(("codeblock", "code", "horizontalrule", "embed", "iframe", "script"))
_BREAKS = frozenset(("hardbreak", "linebreak", "br"))
# Marks of a leaf that say that its words are gone.
_DELETED = frozenset(("strike", "strikethrough", "deletion", "suggestiondelete"))
_INLINE = frozenset(("link", "autolink", "mention", "a", "inline", "note", "suggestion"))
_CAPTIONS = ("caption", "title", "credit")
_DEEPEST = 150


def _kind(node: Any, tree: Tree) -> str:
    said = text_at(node, tree.kind) or ""
    return said.lower().replace("-", "").replace("_", "")


def walk(copy: Copy, node: Any, path: Path, tree: Tree, role: Role | None = None, depth: int = 0) -> None:
    """Add the paragraphs of a tree to an article."""
    if not isinstance(node, dict) or depth > _DEEPEST:
        return
    kind = _kind(node, tree)
    if kind in _UNREAD:
        return
    style = text_at(node, "style") or text_at(node, "tag") or ""
    role = _ROLES.get(kind) or _ROLES.get(style.lower()) or (Role.LIST if text_at(node, "listItem") else None) or role
    children = [(at, child) for at, child in items_at(node, tree.children) if isinstance(child, dict)]
    if any(_is_inline(child, tree) for _, child in children):
        value = joined(_texts(node, path, tree))
        if value.text.strip():
            copy.runs(pointer(path), value, role)
        return
    _caption(copy, node, path)
    for at, child in children:
        walk(copy, child, (*path, *at), tree, role, depth + 1)


def _is_inline(node: Any, tree: Tree) -> bool:
    return isinstance(node.get(tree.text), str) or _kind(node, tree) in _BREAKS | _INLINE


def _texts(node: Any, path: Path, tree: Tree, depth: int = 0) -> Iterator[Value]:
    for _, child in items_at(node, tree.children):
        if not isinstance(child, dict) or depth > _DEEPEST:
            continue
        text = text_at(child, tree.text)
        if text is not None:
            if not _is_deleted(child, tree):
                yield text.value
        elif _kind(child, tree) in _BREAKS:
            yield Value(BREAK, ())
        else:
            yield from _texts(child, path, tree, depth + 1)


def _is_deleted(leaf: Any, tree: Tree) -> bool:
    for _, mark in items_at(leaf, "marks"):
        name = mark if isinstance(mark, str) else text_at(mark, tree.kind) or ""
        if name.lower().replace("-", "").replace("_", "") in _DELETED:
            return True
    return leaf.get("strikethrough") is True or (isinstance(leaf.get("format"), int) and bool(leaf["format"] & 4))


def _caption(copy: Copy, node: Any, path: Path) -> None:
    """The caption of a picture, which stands among its attributes."""
    for holder, at in ((node, path), (node.get("attrs"), (*path, "attrs"))):
        text = text_at(holder, "caption")
        if text is not None:
            add_body(copy, (*at, "caption"), text, role=Role.CAPTION)


def _prosemirror(tree: Any) -> bool:
    return isinstance(tree, dict) and tree.get("type") == "doc" and isinstance(tree.get("content"), list)


def _lexical(tree: Any) -> bool:
    root = tree.get("root") if isinstance(tree, dict) else None
    return isinstance(root, dict) and isinstance(root.get("children"), list)


def _children_of(tree: Any, key: str) -> bool:
    """Whether a value is a list of nodes, of which one at least has children and a kind."""
    return isinstance(tree, list) and any(
        isinstance(node, dict) and isinstance(node.get("children"), list) and isinstance(node.get(key), str)
        for node in tree
    )


def _portable(tree: Any) -> bool:
    return _children_of(tree, "_type")


def _slate(tree: Any) -> bool:
    return _children_of(tree, "type")


def _flat(tree: Any) -> bool:
    """Draft.js, Editor.js or Typerighter: a list of blocks, each with its text."""
    rows = tree.get("blocks") if isinstance(tree, dict) else None
    return isinstance(rows, list) and any(
        isinstance(row, dict)
        and (isinstance(row.get("text"), str) or (isinstance(row.get("data"), dict) and "type" in row))
        for row in rows
    )


def _add_flat(copy: Copy, tree: Any, path: Path) -> None:
    for at, row in items_at(tree, "blocks"):
        if not isinstance(row, dict):
            continue
        where = (*path, *at)
        kind = _kind(row, _LEXICAL)
        if kind in _UNREAD or kind == "codeblock":
            continue
        text = text_at(row, "text")
        if text is not None:
            copy.runs(pointer((*where, "text")), text.value, _ROLES.get(kind))
        else:
            _add_data(copy, row.get("data"), (*where, "data"), _ROLES.get(kind))


def _add_data(copy: Copy, data: Any, path: Path, role: Role | None, depth: int = 0) -> None:
    """The texts of an Editor.js block, which are HTML."""
    add_body(copy, (*path, "text"), text_at(data, "text"), html=True, role=role)
    for at, item in items_at(data, "items"):
        _add_item(copy, item, (*path, *at), depth)
    for at, row in items_at(data, "content"):
        for number, cell in enumerate(row if isinstance(row, list) else ()):
            add_body(copy, (*path, *at, number), cell if isinstance(cell, Text) else None, html=True, role=Role.TABLE)
    for key in _CAPTIONS:
        add_body(copy, (*path, key), text_at(data, key), html=True, role=Role.CAPTION)


def _add_item(copy: Copy, item: Any, path: Path, depth: int) -> None:
    if isinstance(item, Text):
        add_body(copy, path, item, html=True, role=Role.LIST)
    elif isinstance(item, dict) and depth < _DEEPEST:
        for key in ("content", "text"):
            add_body(copy, (*path, key), text_at(item, key), html=True, role=Role.LIST)
        for at, inner in items_at(item, "items"):
            _add_item(copy, inner, (*path, *at), depth + 1)


def add_tree(copy: Copy, tree: Any, path: Path) -> bool:
    """Add a block editor's value to an article; whether it is one."""
    if _prosemirror(tree):
        walk(copy, tree, path, _PROSEMIRROR)
    elif _lexical(tree):
        walk(copy, tree["root"], (*path, "root"), _LEXICAL)
    elif _portable(tree) or _slate(tree):
        shape = _PORTABLE if _portable(tree) else _LEXICAL
        for number, node in enumerate(tree):
            walk(copy, node, (*path, number), shape)
    elif _flat(tree):
        _add_flat(copy, tree, path)
    else:
        return False
    return True


def _fits(tree: Any) -> bool:
    return _prosemirror(tree) or _lexical(tree) or _portable(tree) or _slate(tree) or _flat(tree)


def _read(tree: Any, path: Path, name: str) -> Document:
    copy = Copy(name)
    add_tree(copy, tree, path)
    return copy.document("blocks", Metadata())


SHAPES = (Shape("a block editor", _fits, _read),)
