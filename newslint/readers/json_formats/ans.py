"""Arc XP's ANS: headlines, credits, captions, and the story in ``content_elements``, each an element of its own.

Also a single element of a story (text, list, table ...), as Arc hands them about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from newslint.model.block import Role
from newslint.model.document import Document, Listed, Metadata
from newslint.readers.fields import Copy
from newslint.readers.json_formats import Path, Shape
from newslint.readers.json_formats._fields import add_body, add_line, date_of, items_at, names, text_at
from newslint.readers.json_text import Text

# Elements whose words are in ``content``, and what they are for.
_CONTENT = {
    "text": None,
    "raw_html": None,
    "header": Role.HEADLINE,
    "blockquote": Role.QUOTE,
    "quote": Role.QUOTE,
    "interstitial_link": Role.FURNITURE,
}
_LISTED = {
    "person": "person",
    "people": "person",
    "location": "place",
    "place": "place",
    "organization": "organisation",
}
_STORIES = ("story", "image", "gallery", "video", "audio")
_ELEMENTS = (*_CONTENT, "list", "table", "link_list", "element_group", "correction", "endorsement")


def _fits(tree: Any) -> bool:
    if not isinstance(tree, dict) or not isinstance(tree.get("type"), str):
        return False
    if isinstance(tree.get("content_elements"), list):
        return "version" in tree or "headlines" in tree or tree["type"] in (*_STORIES, "element_group")
    if tree["type"] in _STORIES:
        return "version" in tree or isinstance(tree.get("headlines"), dict)
    return tree["type"] in _ELEMENTS and "_id" in tree


def _read(tree: Any, path: Path, name: str) -> Document:
    copy = Copy(name)
    said: set[str] = set()
    for key in ("headlines", "subheadlines", "description"):
        role = Role.HEADLINE if key == "headlines" else Role.STANDFIRST
        for at, text in _variants(tree, key):
            if text.strip() not in said:
                said.add(text.strip())
                add_line(copy, (*path, *at), text, role)
    for at, text in _bylines(tree):
        add_line(copy, (*path, *at), text, Role.BYLINE)
    for key in ("promo_items",):
        for variant, item in tree[key].items() if isinstance(tree.get(key), dict) else ():
            _captions(copy, (*path, key, variant), item)
    if tree["type"] in _STORIES:
        _captions(copy, path, tree)
        for at, element in items_at(tree, "content_elements"):
            _element(copy, (*path, *at), element)
    else:
        _element(copy, path, tree)
    return copy.document("ans", _metadata(tree, path))


def _variants(tree: Any, key: str) -> Iterator[tuple[Path, Text]]:
    """The wordings under a key, the basic one first."""
    given = tree.get(key)
    if isinstance(given, dict):
        for variant in sorted(given, key=lambda variant: variant != "basic"):
            text = text_at(given, variant)
            if text and variant not in ("meta_description",):
                yield (key, variant), text


def _bylines(tree: Any) -> Iterator[tuple[Path, Text]]:
    for key in ("credits", "vanity_credits"):
        for at, author in items_at(tree.get(key), "by"):
            for word in ("byline", "name"):
                text = text_at(author, word)
                if text and text.strip():
                    yield (key, *at, word), text
                    break


def _captions(copy: Copy, path: Path, item: Any) -> None:
    """What is said about a picture; ``subtitle`` is a heading over it."""
    if not isinstance(item, dict) or item.get("type") not in ("image", "video", "gallery", "audio"):
        return
    for key in ("subtitle", "caption"):
        text = text_at(item, key)
        if text is not None and not (text.strip() and copy.has(text)):
            add_body(copy, (*path, key), text, role=Role.CAPTION)


def _element(copy: Copy, path: Path, element: Any, role: Role | None = None, depth: int = 0) -> None:
    kind = text_at(element, "type")
    if kind is None or depth > 20:
        return
    if kind in _CONTENT:
        add_body(copy, (*path, "content"), text_at(element, "content"), html=True, role=role or _CONTENT[kind])
        for at, inner in items_at(element, "content_elements"):
            _element(copy, (*path, *at), inner, role or _CONTENT[kind], depth + 1)
        citation = text_at(element, "citation", "content")
        add_body(copy, (*path, "citation", "content"), citation, html=True, role=Role.FURNITURE)
        return
    more = _OTHERS.get(kind)
    if more is not None:
        more(copy, path, element, role, depth + 1)


def _list(copy: Copy, path: Path, element: Any, role: Role | None, depth: int) -> None:
    for at, item in items_at(element, "items"):
        _element(copy, (*path, *at), item, role or Role.LIST, depth)


def _table(copy: Copy, path: Path, element: Any, role: Role | None, depth: int) -> None:
    for at, cell in items_at(element, "header"):
        _element(copy, (*path, *at), cell, Role.TABLE, depth)
    for at, row in items_at(element, "rows"):
        for number, cell in enumerate(row if isinstance(row, list) else ()):
            _element(copy, (*path, *at, number), cell, Role.TABLE, depth)


def _links(copy: Copy, path: Path, element: Any, role: Role | None, depth: int) -> None:
    """A list of links to other stories is no part of this one."""
    add_line(copy, (*path, "title"), text_at(element, "title"), Role.FURNITURE)
    for at, item in items_at(element, "items"):
        _element(copy, (*path, *at), item, Role.FURNITURE, depth)
        _element(copy, (*path, *at, "description"), text_tree(item, "description"), Role.FURNITURE, depth)


def text_tree(tree: Any, key: str) -> Any:
    return tree.get(key) if isinstance(tree, dict) else None


def _group(copy: Copy, path: Path, element: Any, role: Role | None, depth: int) -> None:
    for at, item in items_at(element, "content_elements"):
        _element(copy, (*path, *at), item, role, depth)


def _correction(copy: Copy, path: Path, element: Any, role: Role | None, depth: int) -> None:
    add_body(copy, (*path, "text"), text_at(element, "text"), html=True, role=Role.FURNITURE)


def _endorsement(copy: Copy, path: Path, element: Any, role: Role | None, depth: int) -> None:
    add_line(copy, (*path, "endorsement"), text_at(element, "endorsement"), Role.FURNITURE)


def _picture(copy: Copy, path: Path, element: Any, role: Role | None, depth: int) -> None:
    _captions(copy, path, element)


_OTHERS: dict[str, Callable[[Copy, Path, Any, Role | None, int], None]] = {
    "list": _list,
    "table": _table,
    "link_list": _links,
    "element_group": _group,
    "correction": _correction,
    "endorsement": _endorsement,
    **dict.fromkeys(("image", "video", "gallery", "audio"), _picture),
}


def _metadata(tree: Any, path: Path) -> Metadata:
    headline = next((str(text) for _, text in _variants(tree, "headlines")), "")
    byline = ", ".join(str(text) for at, text in _bylines(tree) if at[0] == "credits")
    found: list[Listed] = []
    for at, entity in items_at(tree.get("taxonomy"), "named_entities"):
        kind = _LISTED.get(str(text_at(entity, "type") or "").lower())
        if kind:
            found += names(kind, (*path, "taxonomy", *at), entity, ("name",))
    found += names("tag", (*path, "taxonomy"), tree.get("taxonomy"), ("tags", "seo_keywords"), "text")
    dates = (tree.get(key) for key in ("display_date", "publish_date", "last_updated_date", "created_date"))
    return Metadata(
        " ".join(headline.split()),
        byline,
        date_of(*dates),
        language=str(text_at(tree, "language") or ""),
        listed=tuple(found),
    )


SHAPES = (Shape("Arc ANS", _fits, _read),)
