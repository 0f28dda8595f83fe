"""WordPress exports (WXR), RSS and Atom: an article an item. In an export only posts and pages are articles."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from newslint.model.block import Role
from newslint.model.document import Document, Listed, Metadata
from newslint.readers.fields import Copy
from newslint.readers.wordpress_markup import add_post
from newslint.readers.xml_formats._fields import date_of, inner_markup
from newslint.readers.xml_text import Element

# What else a site keeps as posts: pictures, entries of menus, revisions.
_UNREAD = frozenset("attachment nav_menu_item revision custom_css wp_block wp_template wp_navigation".split())
_BODIES = ("content:encoded", "content", "description", "summary")


def read(root: Element, source: str) -> Iterator[Document]:
    is_export = any(True for _ in root.every("wxr_version"))
    language = _language(root)
    for name in ("item", "entry"):
        for item in root.every(name):
            kind = item.first("wp:post_type")
            if kind is not None and kind.words in _UNREAD:
                continue
            copy = Copy(_name(item))
            _add(copy, item, source, is_export)
            if not copy.is_empty:
                yield copy.document("wordpress" if is_export else "feed", _metadata(item, language))


def _name(item: Element) -> str:
    for key in ("wp:post_id", "guid", "id", "link"):
        found = item.first(key)
        if found is not None and found.words:
            return found.words
    return item.path


def _add(copy: Copy, item: Element, source: str, is_export: bool) -> None:
    title = item.first("title")
    if title is not None:
        copy.line(title.path, title.value(), Role.HEADLINE)
    excerpt = item.first("excerpt:encoded")
    if excerpt is not None:
        copy.html(excerpt.path, excerpt.value(), Role.STANDFIRST)
    for key in _BODIES:
        body = next((child for child in item.children if child.name == key), None)
        if body is None:
            continue
        value = inner_markup(body, source) if body.attributes.get("type") == "xhtml" else body.value()
        if not value.text.strip():
            continue
        if is_export:
            add_post(copy, body.path, value)
        else:
            copy.html(body.path, value)
        return


def _metadata(item: Element, language: str) -> Metadata:
    title = item.first("title")
    byline = item.first("dc:creator") or item.first("author")
    dates = ("wp:post_date", "published", "updated", "dc:date", "pubDate")
    date = next((found for name in dates if (found := item.first(name)) is not None), None)
    return Metadata(
        title.words if title else "",
        byline.words if byline else "",
        _day(date.words) if date else None,
        language=item.attributes.get("xml:lang", language),
        listed=tuple(
            Listed("tag", element.words, element.path)
            for element in item.children
            if element.local == "category" and element.attributes.get("domain") != "post_format" and element.words
        ),
    )


def _day(words: str) -> datetime.date | None:
    """The day of an ISO date, or of one as RSS has it: Sat, 28 Feb 2026 10:00:00 GMT."""
    found = date_of(words)
    if found is None:
        try:
            found = parsedate_to_datetime(words).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            found = None
    return found


def _language(root: Element) -> str:
    said = root.first("channel", "language") or root.first("language")
    return said.words if said is not None else root.attributes.get("xml:lang", "")
