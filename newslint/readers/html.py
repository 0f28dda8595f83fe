"""HTML, a fragment or a whole page, cut into tokens by turbohtml's WHATWG tokenizer.

White space collapses as in a browser, entities become their characters, ``<br>`` is a line feed within the block and
two of them part paragraphs, ``<q>`` reads as quotation marks. Scripts, styles, hidden and deleted parts are not read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol

from turbohtml import TokenType, tokenize

from newslint.model.expressions import expression
from newslint.model.span import Span
from newslint.readers.elements import Elements
from newslint.readers.masked import Run
from newslint.readers.metadata import MetaTags
from newslint.readers.outline import Outline, OutlineBuilder
from newslint.readers.pieces import OBJECT, Builder

if TYPE_CHECKING:
    from turbohtml import Token

    from newslint.model.document import Document

_NOTHING = Outline()
_TEXT, _REFERENCE, _COMMENT = TokenType.TEXT, TokenType.CHARACTER_REFERENCE, TokenType.COMMENT
_START, _END = TokenType.START_TAG, TokenType.END_TAG
_SPACES = " \t\n\r\f"  # what HTML collapses; a no-break space stays
_BREAK = expression(r"\r\n?|\n")
_GAP = expression(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")
_UNFINISHED = expression(r"<(?:[a-zA-Z!?]|/[a-zA-Z])")


def read_html(source: str) -> Document:
    """The article in an HTML page or fragment. Its title, author, date and all its meta elements are the metadata.

    Where a page marks its article, only that is read, and no furniture within it (see ``outline``).
    """
    build = Builder(source)
    meta = MetaTags()
    feed(Elements(build), source, meta=meta, outlined=True)
    return build.document("html", meta.metadata())


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
