"""Markdown (CommonMark with tables, strikethrough, task lists and footnotes), parsed by pulldown-cmark.

Link texts stay and their addresses go; an image that stands alone leaves its alt text as a caption; code is not read;
HTML within Markdown means what it means in HTML. Comments are kept for suppressions. What a site generator adds to
Markdown (see ``site_markup``) is taken out before the parser sees it, but for the captions and titles in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

import pyromark

from newslint.model.block import Role
from newslint.model.expressions import compiled, expression
from newslint.model.span import Span
from newslint.readers.byte_offsets import ByteOffsets
from newslint.readers.elements import Elements
from newslint.readers.front_copy import add_copy
from newslint.readers.frontmatter import front_matter
from newslint.readers.masked import Masked, Run
from newslint.readers.pictures import picture_captions
from newslint.readers.pieces import OBJECT, Builder
from newslint.readers.site_markup import Words, site_masks

if TYPE_CHECKING:
    from newslint.model.document import Document

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
_OPENS = _BLOCKS | {"CodeBlock", "HtmlBlock"}
_ADDRESS = expression(r"<?(?:https?://|www\.)[^\s<>]+>?[ \t]*(?:\r?\n[ \t]*\r?\n|\s*\Z)")
# A comment of MDX that is meant for newslint; as many characters as one of HTML.
_JSX_DIRECTIVE = expression(r"\{/\*[ \t](\s*newslint:[^*]{1,300})\*/\}")
_SIMPLE_TAG = expression(r"<(/?)([A-Za-z][A-Za-z0-9-]*)\s*(/?)>")


def read_markdown(source: str, dialect: str = "all") -> Document:
    """The article in Markdown ``source``, with the title, byline and date of its front matter.

    ``dialect``: a name of ``site_markup.DIALECTS``. Of front matter that cannot be parsed the line at fault is a block,
    so that a rule can point to it. Raises NewslintError for front matter that is never closed.
    """
    front = front_matter(source)
    build = Builder(source)
    if front.fault is not None:
        build.open(Role.FURNITURE)
        build.verbatim(*front.fault)
    add_copy(build, front.copy)
    build.open(Role.BODY)
    _Walk(build, dialect).run(front.end, len(source))
    return build.document("markdown", front.metadata)


def read_mdx(source: str) -> Document:
    """The article in MDX: Markdown with JSX."""
    return read_markdown(source, "mdx")


class _Walk:
    """Hands the parser's events to the builder. Spans are offsets in ``masked.text``, the source without its masks."""

    def __init__(self, build: Builder, dialect: str) -> None:
        self.build = build
        self.dialect = dialect
        self.elements = Elements(build, shows_strays=True)
        self.masked = Masked("", 0, 0)
        self.html: list[Span] = []  # the lines of the HTML block that is open
        self.images = 0  # how deep in images
        self.alts: list[list[tuple[str, Span]]] = []  # the words of each image since the paragraph began
        self.carried: list[Words] = []  # the captions of the masks that lie ahead, the next one last

    def run(self, start: int, end: int) -> None:
        """Read ``source[start:end]``."""
        source = self.build.source[start:end]
        if "\r" in source:
            source = compiled(r"\r(?!\n)").sub("\n", source)  # the parser knows only LF and CR LF, the masks only LF
        if self.dialect in ("mdx", "all") and "{/*" in source:
            source = _JSX_DIRECTIVE.sub(r"<!--\1-->", source)
        masks = site_masks(source.replace("\r\n", " \n"), 0, self.dialect)
        masked = Masked(source, 0, len(source), masks)
        self.masked = masked.moved(start)
        self.carried = [
            words._replace(start=words.start + start, end=words.end + start) for mask in masks for words in mask.words
        ][::-1]
        offsets = ByteOffsets(masked.text)
        events: Iterable[Any] = pyromark.events_with_range(masked.text, options=_OPTIONS)
        captions: frozenset[int] = frozenset()
        if "![" in masked.text:
            events = list(events)
            captions = picture_captions(events)
        for event, place in events:
            if isinstance(event, str):
                if event in ("SoftBreak", "HardBreak"):
                    self.line_break(event, offsets.span(place["start"], place["end"]))
                elif event == "Rule":
                    self.elements.block()
                continue
            ((kind, value),) = cast("Mapping[str, object]", event).items()
            if kind == "Start":
                name = _name(value)
                if self.carried and name in _OPENS:
                    self.carry(self.source(Span(*2 * (offsets.at(place["start"]),))).start)
                self.enter(name)
                if name == "Paragraph":
                    self.paragraph(masked.text, offsets.at(place["start"]), place["start"] in captions)
            elif kind == "End":
                self.leave(_name(value))
            else:
                self.words(kind, str(value), offsets.span(place["start"], place["end"]))
        if self.carried:
            self.carry(len(self.build.source))

    def paragraph(self, text: str, start: int, is_caption: bool) -> None:
        """What a paragraph is besides: the line under a picture, an address in whose place the site puts something."""
        if is_caption:
            self.build.open(Role.CAPTION, True)
        elif _ADDRESS.match(text, start):
            self.elements.enter("#Address", unread=True)

    def words(self, kind: str, value: str, span: Span) -> None:
        """Text, code or HTML within a block."""
        if kind == "Text":
            self.text(value, span)
        elif kind == "Code":
            if not self.elements.unread and not self.images:
                self.build.replaced(OBJECT, *self.source(span))
        elif kind == "InlineHtml":
            self.inline_html(span)
        elif kind == "Html":
            self.html.append(span)

    def source(self, span: Span) -> Span:
        return self.masked.span(span.start, span.end)

    def carry(self, limit: int) -> None:
        """Read the captions of the masks that stand before ``limit`` in the source, each as a block of its own."""
        ahead = self.carried
        while ahead and ahead[-1].end <= limit:
            words = ahead.pop()
            if words.start < self.build.reached or self.elements.unread:
                continue  # it stood within a line of copy
            outer = self.masked
            self.elements.enter("#words", words.role)
            self.elements.block()
            self.run(words.start, words.end)
            self.elements.leave("#words")
            self.elements.block()
            self.masked = outer
        self.carried = ahead

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
                self.elements.leave("#Address")
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
        if self.masked.text[span.start : span.end] != text:
            self.build.replaced(text, *self.source(span))
            return
        for run in self.masked.within(span.start, span.end):
            if run.value:
                self.build.replaced(OBJECT, run.start, run.end)
            else:
                # Where an image, deleted words or a mask stood between two spaces, one is enough.
                source = self.build.source
                doubled = source[run.start] == " " and self.build.ends_in_space
                if self._is_apart(run.start):
                    self.build.space(run.start, run.start)
                self.build.verbatim(run.start + doubled, run.end)

    def _is_apart(self, start: int) -> bool:
        """Whether a sentence begins at ``start`` after a mask: a note in the margin, a box."""
        before, source = self.build.last, self.build.source
        return (
            start > 0 and source[start - 1] == "}" and source[start].isupper() and (before in ".!?" or before.islower())
        )

    def line_break(self, event: str, span: Span) -> None:
        if self.images:
            self.alts[-1].append((" ", span))
        elif self.alts and self.build.is_empty:
            self.build.open(Role.CAPTION, True)  # the line below a picture
        elif event == "SoftBreak":
            self.build.space(*self.source(span))
        else:
            self.build.line_break(*self.source(span))

    def inline_html(self, span: Span) -> None:
        markup = self.masked.text[span.start : span.end]
        if tag := _SIMPLE_TAG.fullmatch(markup):
            name = tag[2].lower()
            if tag[1]:
                self.elements.end(name, self.source(span))
            else:
                self.elements.start(name, {}, self.source(span), empty=bool(tag[3]))
        elif _is_comment(markup):
            self.elements.comment(self.source(span))
        else:
            self.feed([span])

    def html_block(self) -> None:
        spans, self.html = self.html, []
        whole = Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)
        stripped = self.masked.text[whole.start : whole.end].rstrip()
        if _is_comment(stripped):
            self.elements.comment(self.source(Span(whole.start, whole.start + len(stripped))))
        elif spans:
            self.elements.block()
            self.feed(spans)
            self.elements.block()

    def feed(self, spans: list[Span]) -> None:
        from newslint.readers.html import feed

        text = self.masked.text
        feed(self.elements, "".join(text[a:b] for a, b in spans), origin=_Lines(self.masked, spans))


def _is_comment(markup: str) -> bool:
    return markup.startswith("<!--") and len(markup) >= 7 and markup.find("-->", 4) == len(markup) - 3


class _Lines:
    """Turns offsets in the joined lines of an HTML block into places of the source."""

    def __init__(self, masked: Masked, spans: Sequence[Span]) -> None:
        self._masked = masked
        self._spans = spans
        self._edges, total = [], 0
        for span in spans:
            self._edges.append(total)
            total += span.end - span.start

    def _at(self, offset: int) -> int:
        index = bisect_right(self._edges, offset) - 1
        return self._spans[index].start + offset - self._edges[index]

    def span(self, start: int, end: int) -> Span:
        return self._masked.span(self._at(start), self._at(end - 1) + 1)

    def within(self, start: int, end: int) -> Iterator[Run]:
        return self._masked.within(self._at(start), self._at(end - 1) + 1)


def _name(value: object) -> str:
    """The name of an element that begins or ends, with or without its attributes."""
    return value if isinstance(value, str) else next(iter(cast("Mapping[str, str]", value)))
