"""NewsML-G2: news items and messages with NITF or XHTML inside them, packages of several, or plain text inline."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model.block import Role
from newslint.model.document import Document, Listed, Metadata
from newslint.readers.fields import Copy
from newslint.readers.xml_formats import nitf
from newslint.readers.xml_formats._fields import date_of, inner_markup
from newslint.readers.xml_text import Element

_ITEMS = ("newsItem", "packageItem")
_LISTED = {"person": "person", "organisation": "organisation", "organization": "organisation"}
_PLACES = ("city", "country", "statprov", "region", "geoarea", "place", "poi", "point")


def read(root: Element, source: str) -> Iterator[Document]:
    if root.local == "contentSet":
        items = [root]
    else:
        items = [root] if root.local in _ITEMS else [item for name in _ITEMS for item in root.every(name)]
    for item in items:
        name = item.attributes.get("guid", "") if len(items) > 1 else ""
        document = _item(item, source, name)
        if document.blocks:
            yield document


def _item(item: Element, source: str, name: str) -> Document:
    copy = Copy(name)
    about = item.first("contentMeta")
    for field, role in (("headline", Role.HEADLINE), ("by", Role.BYLINE)):
        for element in about.children if about else ():
            if element.local == field and not copy.has_line(element.words):
                copy.runs(element.path, element.value(breaks=("br",)), role, wrapped=True)
    content = item if item.local == "contentSet" else item.first("contentSet")
    story = None
    for inline in content.children if content else ():
        story = _inline(copy, inline, source) or story
    if about is not None:
        _descriptions(copy, about)
    return copy.document("newsml-g2", _metadata(item, about, story))


def _descriptions(copy: Copy, about: Element) -> None:
    for element in about.children:
        if element.local == "description" and not copy.has(element.words):
            role = Role.CAPTION if "caption" in element.attributes.get("role", "").lower() else Role.STANDFIRST
            copy.runs(element.path, element.value(breaks=("br",)), role, wrapped=True)


def _inline(copy: Copy, inline: Element, source: str) -> Element | None:
    """Add what is inline; the NITF element, if it is that."""
    if inline.local == "inlineData":
        value = inline.value()
        if "html" in inline.attributes.get("contenttype", ""):
            copy.html(inline.path, value)
        elif inline.attributes.get("contenttype", "text/plain").startswith("text"):
            copy.plain(inline.path, value)
        return None
    if inline.local != "inlineXML":
        return None
    story = inline.first("nitf")
    if story is not None:
        nitf.add_story(copy, story)
        return story
    page = inline.first("html", "body") or inline.first("body") or inline.first("html") or inline
    if page.children:
        copy.html(page.path, inner_markup(page, source))
    return None


def _metadata(item: Element, about: Element | None, story: Element | None) -> Metadata:
    inner = nitf.metadata_of(story) if story is not None else Metadata()
    if about is None:
        return inner
    headline, byline = about.first("headline"), about.first("by")
    dates = [element.words for name in ("contentCreated", "versionCreated") for element in item.every(name)]
    return Metadata(
        headline.words if headline else inner.title,
        byline.words if byline else inner.byline,
        date_of(*dates) or inner.date,
        language=item.attributes.get("xml:lang", "") or inner.language,
        listed=(*inner.listed, *_listed(about)),
    )


def _listed(about: Element) -> Iterator[Listed]:
    """People, places and organisations among the subjects, in English if they are given in several languages."""
    for element in about.children:
        kind = element.attributes.get("type", "").rpartition(":")[2].lower()
        if element.local == "keyword" and element.words:
            yield Listed("tag", element.words, element.path)
        kind = "place" if kind in _PLACES or element.local == "located" else _LISTED.get(kind, "")
        names = [name for name in element.children if name.local == "name"]
        english = [name for name in names if name.attributes.get("xml:lang", "en").startswith("en")]
        if kind and english:
            yield Listed(kind, english[0].words.partition(",")[0], english[0].path)
