"""NITF 3, the IPTC's markup of a news story: ``hedline``, ``byline``, ``body.content`` with its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model.block import Role
from newslint.model.document import Document, Listed, Metadata
from newslint.readers.fields import Copy
from newslint.readers.xml_formats._fields import date_of
from newslint.readers.xml_text import Element

# Elements that are one paragraph of words, and what it is for.
_PARAGRAPHS = {
    "hl1": Role.HEADLINE,
    "hl2": Role.HEADLINE,
    "byline": Role.BYLINE,
    "byttl": Role.BYLINE,
    "dateline": Role.DATELINE,
    "p": None,
    "credit": Role.QUOTE,
    "li": Role.LIST,
    "dt": Role.LIST,
    "dd": Role.LIST,
    "th": Role.TABLE,
    "td": Role.TABLE,
    "media-caption": Role.CAPTION,
    "media-producer": Role.CAPTION,
    "caption": Role.CAPTION,
    "datasource": Role.CAPTION,
    "tagline": Role.FURNITURE,
    "bibliography": Role.FURNITURE,
    "note": Role.FURNITURE,
}
# Elements around paragraphs that say what these are for.
_AROUND = {"abstract": Role.STANDFIRST, "bq": Role.QUOTE, "note": Role.FURNITURE, "media": Role.CAPTION}
_UNREAD = frozenset("head rights distributor series story.date media-metadata media-object media-reference".split())
_LISTED = {"person": "person", "org": "organisation", "location": "place", "city": "place", "country": "place"}


def read(root: Element, source: str) -> Iterator[Document]:
    copy = Copy()
    add_story(copy, root)
    if not copy.is_empty:
        yield copy.document("nitf", metadata_of(root))


def add_story(copy: Copy, nitf: Element) -> None:
    body = nitf.first("body") or nitf
    for child in body.children:
        _walk(copy, child, None)


def _walk(copy: Copy, element: Element, role: Role | None) -> None:
    name = element.local
    if name in _UNREAD:
        return
    if name == "pre":
        copy.plain(element.path, element.value(), role)
        return
    role = _AROUND.get(name, role)
    inner = [child.local for child in element.children]
    if name in _PARAGRAPHS and not any(child in _PARAGRAPHS and child != "byttl" for child in inner):
        said = element.value(breaks=("br",), without=("byttl", "story.date"))
        words = " ".join(said.text.split())
        # A headline that stands twice under two names is one.
        if not (_PARAGRAPHS[name] is Role.HEADLINE and copy.has_line(words)):
            copy.runs(element.path, said, role or _PARAGRAPHS[name], wrapped=True)
        for title in element.every("byttl"):
            copy.runs(title.path, title.value(), Role.BYLINE, wrapped=True)
        return
    for child in element.children:
        _walk(copy, child, role)


def metadata_of(nitf: Element) -> Metadata:
    headline = next(nitf.every("hl1"), None) or nitf.first("head", "title")
    byline = next(nitf.every("byline"), None)
    issued = [element.attributes.get("norm", "") for element in nitf.every("date.issue")]
    issued += [element.attributes.get("date.publication", "") for element in nitf.every("pubdata")]
    return Metadata(
        headline.words if headline else "",
        " ".join(byline.value(without=("byttl",)).text.split()) if byline else "",
        date_of(*issued),
        language=nitf.attributes.get("baselang", ""),
        listed=tuple(_listed(nitf)),
    )


def _listed(nitf: Element) -> Iterator[Listed]:
    """Keywords, and the names that the document's data identify."""
    for keyword in nitf.every("keyword"):
        if keyword.attributes.get("key"):
            kind = _LISTED.get(keyword.attributes.get("type", ""), "tag")
            yield Listed(kind, keyword.attributes["key"], keyword.path)
    for holder in nitf.every("identified-content"):
        for name in holder.children:
            if name.local in _LISTED and name.words:
                yield Listed(_LISTED[name.local], name.words, name.path)
