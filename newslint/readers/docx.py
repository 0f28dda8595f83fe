"""Word files (.docx, ECMA-376): paragraphs, tables, text boxes, footnotes; tracked insertions are text, deletions not.

A Word file is a package, so places are shown in a text that is made of it, a paragraph a line; the field is
``paragraph 3`` (from 1, of the main text in its order, cells and text boxes among them), ``footnote 2`` or
``header 1``. Headers and footers of the page are furniture. Comments are no copy; one of them can suppress.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from newslint.model.block import Block, Role
from newslint.model.document import Comment, Document, Field, Metadata
from newslint.model.errors import NewslintError
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Piece, SourceMap, Span
from newslint.readers import Opened
from newslint.readers.package import Package
from newslint.readers.xml_text import Element, parse_xml

MAIN = "word/document.xml"
_PAGE = expression(r"word/(header|footer)\d*\.xml")
# Style name (in lower case, its number and spaces gone) -> what its paragraphs are for.
_ROLES = {
    **dict.fromkeys(("title", "heading", "headline"), Role.HEADLINE),
    **dict.fromkeys(("subtitle", "standfirst", "dek"), Role.STANDFIRST),
    **dict.fromkeys(("quote", "intensequote", "blockquote", "blocktext"), Role.QUOTE),
    **dict.fromkeys(("caption", "photocaption"), Role.CAPTION),
    **dict.fromkeys(("listparagraph", "listbullet", "listnumber"), Role.LIST),
    "byline": Role.BYLINE,
    "author": Role.BYLINE,
    "dateline": Role.DATELINE,
}
# What is not read within a paragraph: deleted words, codes of fields, properties, notes of their own.
UNREAD = frozenset("del moveFrom delText instrText delInstrText pPr rPr sdtPr AlternateContent txbxContent".split())
FALLBACK = "Fallback"  # says once more what newer programs read in its Choice
CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


class Paragraph(NamedTuple):
    """A paragraph as it reads, with the element that it is."""

    field: str
    text: str
    role: Role | None
    element: Element


def open_docx(data: bytes) -> Opened:
    """The article of a Word file. Raises NewslintError, its culprit a part of the package."""
    package = Package(data, "Word")
    paragraphs = list(paragraphs_of(package))
    texts: list[str] = []
    blocks: list[Block] = []
    fields: list[Field] = []
    pieces: list[Piece] = []
    clean = source = 0
    for paragraph in paragraphs:
        text = paragraph.text
        words = text.strip()
        if words:
            if blocks:
                pieces.append(Piece(clean - 2, source - 1, 2, 1, False))
            # A line break within a paragraph is a line feed in both, so that they have one length.
            pieces.append(Piece(clean, source, len(words), len(words), True))
            blocks.append(Block(clean, clean + len(words), paragraph.role or Role.BODY, paragraph.role is not None))
            fields.append(Field(paragraph.field, clean, clean + len(words)))
            texts.append(words)
            clean += len(words) + 2
            source += len(words) + 1
    about = _metadata(package, next((p.text for p in paragraphs if p.role is Role.HEADLINE), ""))
    shown = "\n".join(texts) + "\n" if texts else ""
    document = Document(
        "\n\n".join(texts), tuple(blocks), SourceMap(pieces), about, markup="docx", fields=tuple(fields)
    )
    return Opened(shown, (document._replace(comments=tuple(_comments(package, paragraphs, document))),))


def paragraphs_of(package: Package) -> Iterator[Paragraph]:
    """The paragraphs of the main text, then the notes, then the page's headers and footers, empty ones too."""
    main = _root(package, MAIN)
    if main is None:
        raise NewslintError(MAIN, "is not there: this is no Word file; save it anew")
    styles = _styles(package)
    for number, (element, outer) in enumerate(_found(main, None), 1):
        yield Paragraph(f"paragraph {number}", text_of(element), _role(element, styles) or outer, element)
    for part, what in (("footnotes", "footnote"), ("endnotes", "endnote")):
        root = _root(package, f"word/{part}.xml")
        for note in root.children if root else ():
            if note.attributes.get("w:type", "normal") == "normal":
                yield from _beside(note, f"{what} {note.attributes.get('w:id', '')}", Role.CAPTION)
    for what, name in sorted((match[1], match[0]) for match in map(_PAGE.fullmatch, package.names) if match):
        root = _root(package, name)
        if root is not None:
            which = name.removeprefix(f"word/{what}").removesuffix(".xml") or "1"
            yield from _beside(root, f"{what} {which}", Role.FURNITURE)


def _beside(element: Element, field: str, role: Role) -> Iterator[Paragraph]:
    """The paragraphs of what stands beside the main text."""
    found = [(inner, text_of(inner)) for inner, _ in _found(element, None)]
    several = sum(1 for _, text in found if text.strip()) > 1
    number = 0
    for inner, text in found:
        number += bool(text.strip())
        yield Paragraph(f"{field}#{number}" if several else field, text, role, inner)


def _comments(package: Package, paragraphs: list[Paragraph], document: Document) -> Iterator[Comment]:
    """The comments in the margin, each at the paragraph that it begins in."""
    root = _root(package, "word/comments.xml")
    words = {
        note.attributes.get("w:id", ""): "\n".join(text_of(inner) for inner, _ in _found(note, None))
        for note in (root.children if root else ())
    }
    starts = {field.name: field for field in document.fields}
    for paragraph in paragraphs if words else ():
        field = starts.get(paragraph.field)
        for mark in paragraph.element.every("commentReference") if field else ():
            text = words.get(mark.attributes.get("w:id", ""), "")
            if field and text:
                yield Comment(field.start, document.source_map.to_source(Span(field.start, field.end)), text)


def _root(package: Package, name: str) -> Element | None:
    data = package.part(name)
    if data is None:
        return None
    try:
        return parse_xml(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, NewslintError) as error:
        raise NewslintError(name, f"is broken ({error}); save the Word file anew") from None


def _found(element: Element, role: Role | None) -> Iterator[tuple[Element, Role | None]]:
    """All paragraphs within, with the role that what is around them gives; those of text boxes after their own."""
    for child in element.children:
        name = child.local
        if name in ("del", "moveFrom", FALLBACK):
            continue
        inner = Role.TABLE if name == "tc" else Role.CAPTION if name == "txbxContent" else role
        if name == "p":
            yield child, inner
        yield from _found(child, inner)


def text_of(paragraph: Element) -> str:
    return "".join(text for text, _ in leaves(paragraph))


def leaves(element: Element) -> Iterator[tuple[str, Element]]:
    """(text, the element that holds it) of a paragraph in order."""
    for child in element.children:
        name = child.local
        if name == "t":
            yield child.value().text, child
        elif name in CHARACTERS:
            yield CHARACTERS[name], child
        elif name not in UNREAD:
            yield from leaves(child)


def _role(paragraph: Element, styles: dict[str, str]) -> Role | None:
    style = paragraph.first("pPr", "pStyle")
    if style is not None:
        said = style.attributes.get("w:val", "")
        name = styles.get(said, said).lower().rstrip("0123456789 ").replace(" ", "").replace("-", "")
        if name in _ROLES:
            return _ROLES[name]
    return Role.LIST if paragraph.first("pPr", "numPr") is not None else None


def _styles(package: Package) -> dict[str, str]:
    """The names of styles by their ids: the ids are in the language of the program."""
    root = _root(package, "word/styles.xml")
    found = {}
    for style in root.every("style") if root else ():
        name = style.first("name")
        found[style.attributes.get("w:styleId", "")] = name.attributes.get("w:val", "") if name is not None else ""
    return found


def _metadata(package: Package, headline: str) -> Metadata:
    language = _language(package)
    root = _root(package, "docProps/core.xml")
    if root is None:
        return Metadata(headline, language=language)
    title, creator = (root.first(name) for name in ("title", "creator"))
    return Metadata(
        (title.words if title is not None else "") or headline,
        creator.words if creator is not None else "",
        _saved(root),
        language=language,
    )


def _language(package: Package) -> str:
    """The language of the styles' default."""
    root = _root(package, "word/styles.xml")
    found = root.first("docDefaults", "rPrDefault", "rPr", "lang") if root else None
    return found.attributes.get("w:val", "") if found is not None else ""


def _saved(root: Element) -> datetime.date | None:
    """The day of the last change; None for a file that is as its template made it, whose date is the template's."""
    created, modified = (found.words if (found := root.first(name)) else "" for name in ("created", "modified"))
    try:
        return datetime.date.fromisoformat(modified[:10]) if modified != created else None
    except ValueError:
        return None
