"""HTML, a fragment or a whole page, cut into tokens by turbohtml's WHATWG tokenizer.

White space collapses as in a browser, entities become their characters, ``<br>`` is a line feed within the block and
two of them part paragraphs, ``<q>`` reads as quotation marks. Scripts, styles, hidden and deleted parts are not read.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from turbohtml import TokenType, tokenize

from newslint.model.document import Document, Field
from newslint.model.expressions import expression
from newslint.model.span import Span
from newslint.readers.elements import Elements
from newslint.readers.masked import Run
from newslint.readers.metadata import MetaTags
from newslint.readers.outline import Outline, OutlineBuilder
from newslint.readers.pieces import OBJECT, Builder

if TYPE_CHECKING:
    from turbohtml import Token


_NOTHING = Outline()
_TEXT, _REFERENCE, _COMMENT = TokenType.TEXT, TokenType.CHARACTER_REFERENCE, TokenType.COMMENT
_START, _END = TokenType.START_TAG, TokenType.END_TAG
_SPACES = " \t\n\r\f"  # what HTML collapses; a no-break space stays
_BREAK = expression(r"\r\n?|\n")
_GAP = expression(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_LONG_LINE = 300  # columns up to which a place is soon found
_HEAD = 4096  # bytes in which a page names its encoding
_CHARSET = expression(r"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([A-Za-z][\w.:-]*)", 2)  # IGNORECASE
# What browsers take for Windows' own encoding, under the names of narrower ones.
_LABELS = dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "windows-1252")
_UNFINISHED = expression(r"<(?:[a-zA-Z!?]|/[a-zA-Z])")


def read_html(source: str) -> Document:
    """The article in an HTML page or fragment. Its title, author, date and all its meta elements are the metadata.

    Where a page marks its article, only that is read, and no furniture within it (see ``outline``).
    """
    build = Builder(source)
    meta = MetaTags()
    feed(Elements(build), source, meta=meta, outlined=True)
    document = build.document("html", meta.metadata())
    return document._replace(fields=_paragraphs(document)) if _is_crowded(document, source) else document


def page_encoding(data: bytes) -> str | None:
    """The encoding that a page's ``meta`` names, where its bytes are not UTF-8; None for the usual ones."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        found = _CHARSET.search(data[:_HEAD].decode("latin-1"))
        name = found[1].lower() if found else ""
        return _LABELS.get(name, name) or None
    return None


def _is_crowded(document: Document, source: str) -> bool:
    """Whether line and column say little, since a long line holds many paragraphs: a page that a program saved."""
    if source.count("\n") > len(document.blocks):
        return False
    starts = [document.source_map.start_of(block.start) for block in document.blocks]
    return any(
        two - one > 1 and "\n" not in source[one:two] and two - source.rfind("\n", 0, two) > _LONG_LINE
        for one, two in pairwise(starts)
    )


def _paragraphs(document: Document) -> tuple[Field, ...]:
    return tuple(
        Field(f"paragraph {number}", block.start, block.end, escaped) for number, block in enumerate(document.blocks, 1)
    )


def escaped(words: str) -> str:
    """Words as they stand in HTML."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def read_fragment(source: str) -> Document:
    """HTML that is an article's body and nothing else: all of it is read."""
    build = Builder(source)
    feed(Elements(build), source)
    return build.document("html")


class Origin(Protocol):
    """Where markup that is no whole file comes from: its offsets as places of the source."""

    def span(self, start: int, end: int) -> Span: ...
    def within(self, start: int, end: int) -> Iterable[Run]: ...


def feed(
    elements: Elements,
    markup: str,
    *,
    origin: Origin | None = None,
    meta: MetaTags | None = None,
    outlined: bool = False,
) -> None:
    """Hand the tokens of ``markup`` to ``elements``; without an ``origin`` the markup is the source.

    ``outlined``: it is a page, of which the article is sought.
    """
    tokens = _placed(markup)
    outline = _NOTHING
    if outlined and "<" in markup:
        tokens = list(tokens)
        outline = _outline(tokens, len(markup))
    feeder = _Feeder(elements, markup, origin, meta, outline)
    for token, start, end in tokens:
        feeder.take(token, start, end)


def _placed(markup: str) -> Iterable[tuple[Token, int, int]]:
    """The tokens, each with where it starts and ends."""
    lines = [0, *(match.end() for match in _BREAK.finditer(markup))]
    previous, start = None, 0
    for token in tokenize(markup, resolve_references=False):
        end = lines[token.line - 1] + token.col
        if previous is not None:  # a token ends where the next one starts
            yield previous, start, end
        previous, start = token, end
    if previous is not None:
        yield previous, start, len(markup)


def _outline(tokens: Iterable[tuple[Token, int, int]], size: int) -> Outline:
    build = OutlineBuilder()
    for token, start, end in tokens:
        if token.type is _TEXT:
            build.text(token.data or "")
        elif token.type is _START and not token.self_closing:
            build.start(token.tag or "", dict(token.attrs or ()), start)
        elif token.type is _END:
            build.end(token.tag or "", end)
    return build.outline(size)


class _Feeder:
    def __init__(
        self, elements: Elements, markup: str, origin: Origin | None, meta: MetaTags | None, outline: Outline
    ) -> None:
        self.elements = elements
        self.markup = markup
        self.origin = origin
        self.meta = meta
        self.outline = outline
        self.in_title = False

    def take(self, token: Token, start: int, end: int) -> None:
        kind = token.type
        elements = self.elements
        if self.outline.article is not None:
            elements.muted = not self._is_copy(start)
        if kind is _TEXT or kind is _REFERENCE:
            data = token.data or ""
            if self.in_title and self.meta:
                self.meta.title_words.append(data)
            if elements.unread:
                return
            if kind is _TEXT:
                if len(data) == end - start:
                    self._text(start, end)
                else:
                    self._odd_text(start, end)
            else:
                span = self._span(start, start + len(token.source or ""))
                if data.strip(_SPACES):
                    elements.build.replaced(data, *span)
                else:
                    elements.build.space(*span)
        elif kind is _START:
            name = token.tag or ""
            attributes = dict(token.attrs or ())
            if self.meta and not elements.unread:
                self.in_title = name == "title"
                if name == "meta":
                    self.meta.add(attributes)
                elif name == "html":
                    self.meta.language = attributes.get("lang") or attributes.get("xml:lang") or ""
            furniture = start in self.outline.furniture
            silent = furniture and self.outline.article is not None
            elements.start(
                name, attributes, self._span(start, end), empty=token.self_closing, furniture=furniture, silent=silent
            )
        elif kind is _END:
            self.in_title = False
            elements.end(token.tag or "", self._span(start, end))
        elif kind is _COMMENT and self.markup.startswith("<!--", start):
            elements.comment(self._span(start, end))

    def _is_copy(self, at: int) -> bool:
        article, headline = self.outline.article, self.outline.headline
        if article is None or article.start <= at < article.end:
            return True
        return headline is not None and headline.start <= at < headline.end

    def _span(self, start: int, end: int) -> Span:
        return Span(start, end) if self.origin is None else self.origin.span(start, end)

    def _odd_text(self, start: int, end: int) -> None:
        """Text with CR LF in it, or with what browsers drop: ``</>``, and a tag that the end of the file cuts off."""
        position = start
        while position < end:
            stop = self.markup.find("</>", position, end)
            stop = end if stop < 0 else stop
            cut = _UNFINISHED.search(self.markup, position, stop)
            self._text(position, cut.start() if cut else stop)
            if cut:
                return
            position = stop + 3

    def _text(self, start: int, end: int) -> None:
        for gap in _GAP.finditer(self.markup, start, end):
            self._words(start, gap.start())
            self.elements.build.space(*self._span(*gap.span()))
            start = gap.end()
        self._words(start, end)

    def _words(self, start: int, end: int) -> None:
        """Text whose only white space is single spaces."""
        build, markup = self.elements.build, self.markup
        if start < end and markup[start] == " ":
            build.space(*self._span(start, start + 1))
            start += 1
        if start < end:
            stop = end - (markup[end - 1] == " ")
            if self.origin is None:
                build.verbatim(start, stop)
            else:
                self._runs(self.origin.within(start, stop))
            if stop < end:
                build.space(*self._span(stop, end))

    def _runs(self, runs: Iterable[Run]) -> None:
        for run in runs:
            if run.value:
                self.elements.build.replaced(OBJECT, run.start, run.end)
            else:
                self.elements.build.verbatim(run.start, run.end)
