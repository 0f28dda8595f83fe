"""What HTML elements mean for an article: where blocks begin, which role they have, what is not read at all.

Markdown keeps its own containers on the same stack, since both kinds of markup may stand in one file.
"""

from collections.abc import Mapping

from newslint.model.block import Role
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Span
from newslint.readers.office_markup import CLASSES, is_hidden, is_pointer, maker, note_begun
from newslint.readers.outline import VOID
from newslint.readers.pieces import OBJECT, Builder, Mark

_ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADLINE),
    **dict.fromkeys(("nav", "menu", "footer", "aside", "form", "dialog"), Role.FURNITURE),
    **dict.fromkeys(("li", "dt", "dd"), Role.LIST),
    **dict.fromkeys(("td", "th"), Role.TABLE),
    **dict.fromkeys(("figure", "figcaption", "caption"), Role.CAPTION),
    "blockquote": Role.QUOTE,
}
_FURNITURE = frozenset("banner complementary contentinfo dialog form menu menubar navigation search".split())
_CLASSES = {
    "byline": Role.BYLINE,
    "dateline": Role.DATELINE,
    "standfirst": Role.STANDFIRST,
    "dek": Role.STANDFIRST,
    **CLASSES,
}
# Of a paragraph only: elsewhere such classes are anything.
_TITLES = {"title": Role.HEADLINE, "subtitle": Role.STANDFIRST}
_TOLD_BY = frozenset(("html", "body", "meta", "b"))  # elements that say who wrote the page
# Words that a class is made of where the element holds what belongs to a picture: "wp-caption-text", "photo_credit".
_PICTURES = frozenset("caption captions figcaption credit credits photocredit imagecredit attribution".split())
_CLASS_WORD = expression(r"[a-z]+")
_BLOCKS = frozenset(
    "address article body center col colgroup details dir div dl fieldset figure frameset head header hgroup hr html "
    "legend main ol optgroup option p pre search section summary table tbody tfoot thead title tr ul".split()
) | frozenset(_ROLES)
_UNREAD = frozenset(
    "audio button canvas datalist del iframe math noembed noframes noscript object s script select strike style svg "
    "template textarea title video".split()
)
# Their end tags have no use without a start tag; others may be left out or are put in by browsers.
_STRAYS = frozenset(
    "a abbr article aside b blockquote center cite details div em figcaption figure font h1 h2 h3 h4 h5 h6 i main "
    "section small span strong sub sup table u ul ol".split()
)
# Beside one another these are parted by the page's style: "Sport</a><a>Weather" is two words.
_APART = frozenset("a address button cite label time".split())
# What refers to a footnote: a number, a letter, an asterisk; not "th", and no power ("km²" has a short word before).
_FOOTNOTE = expression(r"[\[(]?(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[a-z]|[*†‡§¶]{1,3})[\])]?")
_BEFORE_FOOTNOTE = expression(r"(?:[^\W\d_]{3}|[^\w\s])\s?\Z")
_CODE = frozenset(("code", "kbd", "samp"))
_SIBLINGS = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "td": ("td", "th"), "th": ("td", "th")}


class _Open(NamedTuple):
    name: str
    role: Role
    marked: bool
    unread: bool


class Elements:
    """The stack of open elements, which tells every block its role."""

    def __init__(self, build: Builder, *, shows_strays: bool = False) -> None:
        """``shows_strays``: an end tag of what was never begun stands for a slip, and is kept as text."""
        self.build = build
        self._shows_strays = shows_strays
        self.muted = False  # outside of the article of a page that marks it
        self._begun: dict[str, int] = {}  # how often each inline element was begun and not ended
        self._stack = [_Open("", Role.BODY, False, False)]
        self._counts: dict[str, int] = {}
        self._raised: Mark | None = None  # the words before a <sup>
        self._ended = ("", -1)  # the last end tag: its name, where it ended
        self._office = ""  # the office program that wrote the page: its spans are only for form

    @property
    def unread(self) -> bool:
        """Whether what stands here is no part of the text: a script, code, deleted words."""
        return self.muted or self._stack[-1].unread

    def enter(self, name: str, role: Role | None = None, *, unread: bool = False) -> None:
        """Open a container. Within furniture all is furniture; elsewhere the innermost role counts."""
        outer = self._stack[-1]
        if role is None or outer.role is Role.FURNITURE:
            entry = _Open(name, outer.role, outer.marked, outer.unread or unread)
        else:
            entry = _Open(name, role, True, outer.unread or unread)
        self._stack.append(entry)
        self._counts[name] = self._counts.get(name, 0) + 1

    def leave(self, name: str) -> bool:
        """Close the innermost container of that name, and all within it; whether there was one."""
        if not self._counts.get(name):
            return False
        while True:
            closed = self._stack.pop()
            self._counts[closed.name] -= 1
            if closed.name == name:
                return True

    def block(self) -> None:
        """Begin a block with the role that the open containers give."""
        top = self._stack[-1]
        self.build.open(top.role, top.marked)

    def start(
        self,
        name: str,
        attributes: Mapping[str, str | None],
        span: Span,
        *,
        empty: bool = False,
        furniture: bool = False,
        silent: bool = False,
    ) -> None:
        """A start tag at ``span`` of the source; ``empty``: it closes itself, as tags within svg may.

        ``furniture``: the page's outline takes it for such; ``silent``: it is not even read.
        """
        if self.unread:
            if name not in VOID and not empty:
                self.enter(name)
            return
        if name == "br":
            self.build.line_break(*span)
            return
        if attributes and name in _TOLD_BY:
            self._office = self._office or maker(name, attributes)
        if self._shows_strays and name in _STRAYS:
            self._begun[name] = self._begun.get(name, 0) + 1
        if self._ended[1] == span.start and self._are_apart(name, span):
            self.build.space(span.start, span.start)
        if name == "sup":
            self._raised = self.build.mark()
        is_block = name in _BLOCKS
        if is_block:
            top = self._stack[-1].name
            if top == "p" or top in _SIBLINGS.get(name, ()):
                self.leave(top)
        unread = silent or name in _UNREAD or _is_hidden(name, attributes)
        if name in _CODE:
            self.build.replaced(OBJECT, *span)
            unread = True
        elif name == "q":
            self.build.replaced("‘" if self._counts.get("q", 0) % 2 else "“", *span)
        if name == "a" and attributes and (note := note_begun(attributes)):
            self._note(note)
        if name not in VOID and (is_block or unread or name == "q") and not (empty and name in ("svg", "math")):
            # The header and the footer of Google's pages are its only other divisions beside notes.
            furniture = furniture or (name == "div" and self._office == "google")
            role = Role.FURNITURE if furniture else _role(name, attributes) if is_block else None
            self.enter(name, role, unread=unread)
        if is_block:
            self.block()

    def _note(self, role: Role) -> None:
        """Take the open paragraph, of which nothing is read yet, for a footnote, or pass over a comment's."""
        top = len(self._stack) - 1
        if top == 0 or not self.build.is_empty:
            return
        if role is Role.FURNITURE:
            outer = next((at for at in range(top, 0, -1) if self._stack[at].name == "div"), top)
            self._stack[outer:] = [entry._replace(unread=True) for entry in self._stack[outer:]]
        else:
            self._stack[top] = self._stack[top]._replace(role=role, marked=True)
            self.block()

    def end(self, name: str, span: Span) -> None:
        """An end tag at ``span`` of the source."""
        unread = self.unread
        if self._shows_strays and name in _STRAYS and not unread:
            self._begun[name] = self._begun.get(name, 0) - 1
            if self._begun[name] < 0:
                self._begun[name] = 0
                self.build.verbatim(*span)
                return
        closed = self.leave(name)
        if closed and name == "q" and not unread:
            self.build.replaced("’" if self._counts["q"] % 2 else "”", *span)
        self._ended = (name, span.end)
        if name == "sup" and self._raised is not None and not unread:
            before, words = self.build.around(self._raised)
            if _FOOTNOTE.fullmatch(words.strip()) and (not before or _BEFORE_FOOTNOTE.search(before)):
                self.build.cut(self._raised)
            self._raised = None
        if name in _BLOCKS and not self.unread:
            self.block()
        elif name == "br" and not unread:
            self.build.line_break(*span)  # browsers take </br> for <br>

    def _are_apart(self, name: str, span: Span) -> bool:
        """Whether a reader sees a gap between the inline element that just ended and this one."""
        if name in _APART and self._ended[0] in _APART:
            return True
        after = self.build.source[span.end : span.end + 1]
        return not self._office and name == "span" == self._ended[0] and after.isupper() and self.build.last.islower()

    def comment(self, span: Span) -> None:
        words = self.build.source[span.start : span.end]
        for opener, closer in (("<!--", "-->"), ("{/*", "*/}")):
            words = words.removeprefix(opener).removesuffix(closer)
        self.build.comment(span, words.strip())


def _role(name: str, attributes: Mapping[str, str | None]) -> Role | None:
    if attributes:
        if (attributes.get("role") or "").lower() in _FURNITURE:
            return Role.FURNITURE
        for word in (attributes.get("class") or "").lower().split():
            if word in _CLASSES:
                return _CLASSES[word]
            if name == "p" and (word in _TITLES or word.startswith("msolist")):
                return _TITLES.get(word, Role.LIST)
            if not _PICTURES.isdisjoint(_CLASS_WORD.findall(word)):
                return Role.CAPTION
    return _ROLES.get(name)


def _is_hidden(name: str, attributes: Mapping[str, str | None]) -> bool:
    if not attributes:
        return False
    if name == "a" and is_pointer(attributes):
        return True
    return "hidden" in attributes or is_hidden(attributes.get("style") or "")
