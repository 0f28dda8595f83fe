"""XML with the place of every text: expat, which fetches nothing; entities that a file declares are refused.

Offsets are code points of the source. Names keep their prefix; ``local`` is the part after it.
"""

from __future__ import annotations

import codecs
import html
from collections.abc import Iterator
from xml.parsers import expat

from newslint.model.errors import NewslintError, NotCopyError
from newslint.model.expressions import expression
from newslint.model.span import Span
from newslint.readers.fields import BREAK, Value, joined, value_of

_DEEPEST = 200
_DECLARED = expression(r"""^\ufeff?\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")
_TAG = expression(r"""<[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")
# expat reads UTF-8, as the text is given to it; the declaration may say otherwise.
_AS = "utf-8"


class Element:
    """An element: its attributes, and in ``content`` its texts and elements in order. ``inner``: between its tags."""

    __slots__ = ("attributes", "content", "counts", "inner", "name", "outer", "parent", "place")

    def __init__(self, name: str, attributes: dict[str, str], parent: Element | None, start: int) -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.content: list[Element | Value] = []
        self.outer = Span(start, start)
        self.inner = Span(start, start)
        self.counts: dict[str, int] = {}  # children by name
        self.place = 1  # among the siblings of its name, from 1

    @property
    def local(self) -> str:
        return self.name.rpartition(":")[2]

    @property
    def children(self) -> list[Element]:
        return [item for item in self.content if isinstance(item, Element)]

    def first(self, *path: str) -> Element | None:
        """The first element at a path of local (or prefixed) names."""
        found: Element | None = self
        for name in path:
            found = next((e for e in found.children if name in (e.local, e.name)), None) if found else None
        return found

    def every(self, name: str) -> Iterator[Element]:
        """All elements of a local name within, in order, not those within one another."""
        for child in self.children:
            if name in (child.local, child.name):
                yield child
            else:
                yield from child.every(name)

    @property
    def path(self) -> str:
        """Its XPath; a position only where several of its name stand together."""
        parts: list[str] = []
        element: Element | None = self
        while element is not None:
            several = element.parent is not None and element.parent.counts[element.name] > 1
            parts.append(f"{element.name}[{element.place}]" if several else element.name)
            element = element.parent
        return "/" + "/".join(reversed(parts))

    def value(self, breaks: tuple[str, ...] = (), without: tuple[str, ...] = ()) -> Value:
        """All its text as one, less that of some elements; ``breaks``: elements that are line breaks."""
        return joined(self._values(breaks, without))

    def _values(self, breaks: tuple[str, ...], without: tuple[str, ...]) -> Iterator[Value]:
        for item in self.content:
            if not isinstance(item, Element):
                yield item
            elif item.local in breaks:
                yield Value(BREAK, ())
            elif item.local not in without:
                yield from item._values(breaks, without)

    @property
    def words(self) -> str:
        """All its text, white space levelled."""
        return " ".join(self.value().text.split())


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an XML declaration names, None if UTF-8 or none; a byte order mark says more than it."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    match = _DECLARED.match(data[:200].decode("latin-1"))
    name = match[1].lower() if match else "utf-8"
    return None if name in ("utf-8", "utf8", "us-ascii", "utf-16") else {"iso-8859-1": "windows-1252"}.get(name, name)


def parse_xml(source: str) -> Element:
    """The root element. Raises NewslintError, its culprit a line."""
    scan = _Scan(source)
    try:
        return scan.run()
    except expat.ExpatError as error:
        what = expat.errors.messages.get(error.code, str(error))
        said = f"is not XML: {what} in line {error.lineno}, column {error.offset + 1}; mend the file"
        raise NotCopyError(f"line {error.lineno}", said, "broken XML files") from None
    except ValueError as error:
        raise NotCopyError("line 1", f"is not XML: {error}", "broken XML files") from None


class _Scan:
    def __init__(self, source: str) -> None:
        self.source = source
        self.data = source.encode("utf-8", "surrogatepass")
        self.plain = len(self.data) == len(source)
        self.counted = (0, 0)  # (byte, code point) that were last asked for
        self.root: Element | None = None
        self.open: Element | None = None
        self.depth = 0
        self.text: tuple[str, int] | None = None  # the text whose end the next event tells
        self.runs: list[tuple[str, int, int]] = []
        self.cdata = False
        declared = _DECLARED.match(source[:200])
        self.charset = declared[1].lower() if declared else "utf-8"

    def run(self) -> Element:
        parser = expat.ParserCreate(_AS)
        parser.buffer_text = False
        parser.UseForeignDTD(True)  # an entity that nobody declared is told, not an error
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = lambda: self._cdata(True)
        parser.EndCdataSectionHandler = lambda: self._cdata(False)
        parser.EntityDeclHandler = self._entity
        parser.CommentHandler = lambda _: self._other("")
        parser.ProcessingInstructionHandler = lambda *_: self._other("")
        parser.DefaultHandler = self._other
        self.parser = parser
        parser.Parse(self.data, True)
        if self.root is None:
            raise ValueError("no element found")
        return self.root

    def _at(self) -> int:
        """The code point of the present event."""
        index = self.parser.CurrentByteIndex
        if self.plain:
            return index
        byte, point = self.counted
        if index < byte:
            byte = point = 0
        point += len(self.data[byte:index].decode("utf-8", "surrogatepass"))
        self.counted = (index, point)
        return point

    def _pending(self, at: int) -> None:
        if self.text is not None:
            words, start = self.text
            self.text = None
            self.runs.append((words, start, at))

    def _flush(self) -> None:
        """Put the texts since the last tag into the open element."""
        if self.runs and self.open is not None:
            write = _for_cdata if self.cdata else self._for_text
            self.open.content.append(value_of(self.runs, write, self.source))
        self.runs = []

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._at()
        self._pending(at)
        self._flush()
        self.depth += 1
        if self.depth > _DEEPEST:
            raise NewslintError(f"line {self.parser.CurrentLineNumber}", f"is nested more than {_DEEPEST} deep")
        element = Element(name, attributes, self.open, at)
        if self.open is None:
            self.root = element
        else:
            element.place = self.open.counts[name] = self.open.counts.get(name, 0) + 1
            self.open.content.append(element)
        self.open = element
        tag = _TAG.match(self.source, at)
        end = tag.end() if tag else at
        element.inner = Span(end, end)

    def _end(self, name: str) -> None:
        at = self._at()
        self._pending(at)
        self._flush()
        element = self.open
        if element is not None:
            element.inner = Span(min(element.inner.start, at), max(at, element.inner.start))
            element.outer = Span(element.outer.start, self.source.find(">", at) + 1)
            self.open = element.parent
        self.depth -= 1

    def _characters(self, words: str) -> None:
        at = self._at()
        self._pending(at)
        self.text = (words, at)

    def _cdata(self, begins: bool) -> None:
        at = self._at()
        self._pending(at)
        self._flush()
        self.cdata = begins

    def _other(self, words: str) -> None:
        at = self._at()
        self._pending(at)
        if words.startswith("&") and words.endswith(";"):
            self.text = (html.unescape(words), at)

    def _entity(self, *_: object) -> None:
        raise NewslintError(
            f"line {self.parser.CurrentLineNumber}", "declares entities, which newslint does not follow; take them out"
        )

    def _for_text(self, words: str) -> str:
        words = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        try:
            return words.encode(self.charset, "xmlcharrefreplace").decode(self.charset)
        except (LookupError, UnicodeError):
            return words


def _for_cdata(words: str) -> str:
    return words.replace("]]>", "]]]]><![CDATA[>")
