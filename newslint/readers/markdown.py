"""Markdown (CommonMark with tables, strikethrough, task lists and footnotes), parsed by pulldown-cmark.

Link texts stay and their addresses go; an image that stands alone leaves its alt text as a caption; code is not read;
HTML within Markdown means what it means in HTML. Comments are kept for suppressions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

import pyromark

from newslint.model.block import Role
from newslint.model.expressions import expression
from newslint.model.span import Span
from newslint.readers.elements import Elements
from newslint.readers.frontmatter import front_matter
from newslint.readers.pieces import OBJECT, Builder

if TYPE_CHECKING:
    from newslint.article import Article

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_FOOTNOTES
)
_ROLES = {
    "Heading": Role.HEADLINE,
    "BlockQuote": Role.QUOTE,
    "Item": Role.LIST,
    "TableCell": Role.TABLE,
}
_BLOCKS = frozenset(("Paragraph", "List", "Table", "TableHead", "TableRow", "FootnoteDefinition")) | frozenset(_ROLES)
_UNREAD = frozenset(("CodeBlock", "Strikethrough"))
_SIMPLE_TAG = expression(r"<(/?)([A-Za-z][A-Za-z0-9-]*)\s*(/?)>")


def read_markdown(source: str) -> Article:
    """The article in Markdown ``source``, with the title, byline and date of its front matter.

    Raises NewslintError for broken front matter.
    """
    start, metadata = front_matter(source)
    build = Builder(source)
    _Walk(build).run(source, start)
    return build.article("markdown", metadata)


class _Walk:
    """Hands the parser's events to the builder."""

    def __init__(self, build: Builder) -> None:
        self.build = build
        self.elements = Elements(build)
        self.html: list[Span] = []  # the lines of the HTML block that is open
        self.images = 0  # how deep in images
        self.alts: list[list[tuple[str, Span]]] = []  # the words of each image since the paragraph began

    def run(self, source: str, start: int) -> None:
        body = source[start:]
        if "\r" in body:
            body = re.sub(r"\r(?!\n)", "\n", body)  # the parser knows only LF and CR LF
        offsets = _Offsets(body, start)
        for event, place in pyromark.events_with_range(body, options=_OPTIONS):
            if isinstance(event, str):
                if event in ("SoftBreak", "HardBreak"):
                    self.line_break(event, offsets.span(place["start"], place["end"]))
                elif event == "Rule":
                    self.elements.block()
                continue
            ((kind, value),) = cast("Mapping[str, object]", event).items()
            if kind == "Text":
                self.text(str(value), offsets.span(place["start"], place["end"]))
            elif kind == "Start":
                self.enter(value if isinstance(value, str) else next(iter(cast("Mapping[str, object]", value))))
            elif kind == "End":
                self.leave(value if isinstance(value, str) else next(iter(cast("Mapping[str, object]", value))))
            elif kind == "Code":
                if not self.elements.unread and not self.images:
                    self.build.replaced(OBJECT, *offsets.span(place["start"], place["end"]))
            elif kind == "InlineHtml":
                self.inline_html(offsets.span(place["start"], place["end"]))
            elif kind == "Html":
                self.html.append(offsets.span(place["start"], place["end"]))

    def enter(self, name: str) -> None:
        if name == "Image":
            self.images += 1
            self.alts.append([])
        elif name in _UNREAD:
            self.elements.enter("#" + name, unread=True)
        elif name in _BLOCKS:
            if name in _ROLES:
                self.elements.enter("#" + name, _ROLES[name])
            self.elements.block()
            self.alts.clear()

    def leave(self, name: str) -> None:
        if name == "Image":
            self.images -= 1
        elif name == "HtmlBlock":
            self.html_block()
        elif name in _UNREAD or name in _ROLES:
            if name == "Item":
                self.captions()
            self.elements.leave("#" + name)
            if name != "Strikethrough":
                self.elements.block()
        elif name in _BLOCKS:
            if name == "Paragraph":
                self.captions()
            self.elements.block()

    def captions(self) -> None:
        """The alt texts of a paragraph that holds nothing but images; elsewhere they are no part of the sentence."""
        if self.build.is_empty and not self.elements.unread:
            for alt in self.alts:
                self.build.open(Role.CAPTION, True)
                for text, span in alt:
                    self.add(text, span)
        self.alts.clear()

    def text(self, text: str, span: Span) -> None:
        if self.images:
            self.alts[-1].append((text, span))
        elif not self.elements.unread:
            self.add(text, span)

    def add(self, text: str, span: Span) -> None:
        if self.build.source[span.start : span.end] == text:
            # Where an image or deleted words stood between two spaces, one is enough.
            doubled = text[0] == " " and self.build.ends_in_space
            self.build.verbatim(span.start + doubled, span.end)
        else:
            self.build.replaced(text, *span)

    def line_break(self, event: str, span: Span) -> None:
        if self.images:
            self.alts[-1].append((" ", span))
        elif event == "SoftBreak":
            self.build.space(*span)
        else:
            self.build.line_break(*span)

    def inline_html(self, span: Span) -> None:
        markup = self.build.source[span.start : span.end]
        if tag := _SIMPLE_TAG.fullmatch(markup):
            name = tag[2].lower()
            if tag[1]:
                self.elements.end(name, span)
            else:
                self.elements.start(name, {}, span, empty=bool(tag[3]))
        elif _is_comment(markup):
            self.elements.comment(span)
        else:
            self.feed([span])

    def html_block(self) -> None:
        spans, self.html = self.html, []
        whole = Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)
        stripped = self.build.source[whole.start : whole.end].rstrip()
        if _is_comment(stripped):
            self.elements.comment(Span(whole.start, whole.start + len(stripped)))
        elif spans:
            self.elements.block()
            self.feed(spans)
            self.elements.block()

    def feed(self, spans: list[Span]) -> None:
        from newslint.readers.html import feed, locator

        source = self.build.source
        feed(self.elements, "".join(source[a:b] for a, b in spans), locate=locator(spans))


def _is_comment(markup: str) -> bool:
    return markup.startswith("<!--") and len(markup) >= 7 and markup.find("-->", 4) == len(markup) - 3


class _Offsets:
    """Turns the parser's offsets, which count bytes of UTF-8, into code points of the source. They come in order."""

    def __init__(self, body: str, start: int) -> None:
        self._data = None if body.isascii() else body.encode("utf-8")
        self._start = start
        self._byte, self._point = 0, start

    def span(self, start: int, end: int) -> Span:
        return Span(self._at(start), self._at(end))

    def _at(self, byte: int) -> int:
        if self._data is None:
            return self._start + byte
        if byte < self._byte:
            self._byte, self._point = 0, self._start
        self._point += len(self._data[self._byte : byte].decode("utf-8"))
        self._byte = byte
        return self._point
