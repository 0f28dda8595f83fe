"""Articles that are put together of the fields of a file: a headline here, a body with markup there.

A field's value is written in the format's escapes (``\\u2019``, ``&amp;``, quoted-printable): a ``Value`` is its text
with the map back into the file. The body is read by the reader of its own markup, and the two maps are made one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from newslint.model.block import Block, Role
from newslint.model.document import Comment, Document, Field, Listed, Metadata
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Piece, SourceMap, Span
from newslint.readers.pieces import BETWEEN

Write = Callable[[str], str]
BREAK = "\u2028"
_BREAK = expression(f"[\n{BREAK}]")
_GAP = expression(f"[ \t\r\n{BREAK}]+")


class Value(NamedTuple):
    """A text of a file as it reads; ``pieces`` lead from it to the source. ``write`` escapes words; None: it cannot."""

    text: str
    pieces: tuple[Piece, ...]
    write: Write | None = None

    def slice(self, start: int, end: int) -> Value:
        """A part of it."""
        return Value(self.text[start:end], tuple(_cut(self.pieces, start, end, start)), self.write)


def value_of(runs: Iterable[tuple[str, int, int]], write: Write | None = None, source: str = "") -> Value:
    """A value of runs: (text, start, end of the source).

    A run as long as its source stands there letter for letter, unless the ``source`` that is given says otherwise.
    """
    pieces: list[Piece] = []
    texts = []
    clean = 0
    for text, start, end in runs:
        if text:
            same = source[start:end] == text if source else len(text) == end - start
            pieces.append(Piece(clean, start, len(text), end - start, same, not same and len(text) == 1))
            texts.append(text)
            clean += len(text)
    return Value("".join(texts), tuple(pieces), write)


def joined(values: Iterable[Value]) -> Value:
    """Values one after another as one; one without pieces, such as a line break, is not in the source."""
    pieces: list[Piece] = []
    texts: list[str] = []
    size = 0
    written: list[Write | None] = []
    for value in values:
        if value.text and not value.pieces:
            at = pieces[-1].source + pieces[-1].source_length if pieces else 0
            pieces.append(Piece(size, at, len(value.text), 0, False))
        pieces += [piece._replace(clean=piece.clean + size) for piece in value.pieces]
        texts.append(value.text)
        size += len(value.text)
        if value.pieces:
            written.append(value.write)
    write = written[0] if written and all(other == written[0] for other in written) else None
    return Value("".join(texts), tuple(pieces), write)


def within(inner: Value, outer: Value) -> Value:
    """A value that is written in the text of another one, such as a JSON string in a mail."""
    write, escape = inner.write, outer.write
    both = None if write is None or escape is None else lambda words: escape(write(words))
    return Value(inner.text, tuple(_composed(inner.pieces, outer)), both)


class Copy:
    """Collects the fields of one article in the order in which they are read."""

    def __init__(self, name: str = "") -> None:
        self.name = name
        self._texts: list[str] = []
        self._size = 0
        self._pieces: list[Piece] = []
        self._blocks: list[Block] = []
        self._comments: list[Comment] = []
        self._fields: list[Field] = []
        self._counts: dict[str, int] = {}  # blocks by field

    def line(self, field: str, value: Value | None, role: Role) -> None:
        """A field of one line, such as a headline; its markup, if it has any, is read as HTML."""
        if value is None or not value.text.strip():
            return
        if "<" in value.text or "&" in value.text:
            self.html(field, value, role, one=True)
            return
        start = len(value.text) - len(value.text.lstrip())
        end = len(value.text.rstrip())
        document = Document(value.text[start:end], (Block(0, end - start, role, True),))
        self._add(field, document, value.slice(start, end), one=True)

    def runs(self, field: str, value: Value | None, role: Role | None = None, *, wrapped: bool = False) -> None:
        """A field that is one paragraph; a line separator (U+2028) in it is a line break.

        ``wrapped``: its white space is only layout, as in XML.
        """
        if value is None or not value.text.strip():
            return
        from newslint.readers.pieces import Builder

        build = Builder(value.text)
        build.open(role or Role.BODY, role is not None)
        at = 0
        for gap in (_GAP if wrapped else _BREAK).finditer(value.text):
            build.verbatim(at, gap.start())
            if BREAK in gap[0] or not wrapped:
                build.line_break(*gap.span())
            else:
                build.space(*gap.span())
            at = gap.end()
        build.verbatim(at, len(value.text))
        self._add(field, build.document(""), value, one=True)

    def plain(self, field: str, value: Value | None, role: Role | None = None) -> None:
        """A field of plain text, in paragraphs; ``role`` where the format says what it is."""
        if value is None or not value.text.strip():
            return
        from newslint.readers.plain import read_plain

        self._add(field, _with_role(read_plain(value.text), role), value)

    def html(self, field: str, value: Value | None, role: Role | None = None, *, one: bool = False) -> None:
        """A field of HTML."""
        if value is None or not value.text.strip():
            return
        from newslint.readers.html import escaped, read_fragment

        write = value.write
        value = value._replace(write=None if write is None else lambda words: write(escaped(words)))
        self._add(field, _with_role(read_fragment(value.text), role), value, one=one)

    def page(self, field: str, value: Value) -> None:
        """A field that is a whole page of HTML, of which the article is sought."""
        from newslint.readers.html import escaped, read_html

        if value.text.strip():
            write = value.write
            value = value._replace(write=None if write is None else lambda words: write(escaped(words)))
            self._add(field, read_html(value.text), value)

    def _add(self, field: str, document: Document, value: Value, *, one: bool = False) -> None:
        text = document.text
        if not document.blocks:
            return
        if self._blocks:
            last = self._pieces[-1]
            self._pieces.append(Piece(self._size, last.source + last.source_length, len(BETWEEN), 0, False))
            self._texts.append(BETWEEN)
            self._size += len(BETWEEN)
        at = self._size
        self._pieces += [
            piece._replace(clean=piece.clean + at) for piece in _composed(document.source_map.pieces, value)
        ]
        inner = SourceMap(value.pieces)
        for block in document.blocks:
            number = self._counts[field] = self._counts.get(field, 0) + 1
            self._blocks.append(block._replace(start=block.start + at, end=block.end + at))
            name = field if one else f"{field}#{number}"
            self._fields.append(Field(name, block.start + at, block.end + at, value.write))
        for comment in document.comments:
            self._comments.append(Comment(comment.position + at, inner.to_source(comment.source), comment.text))
        self._texts.append(text)
        self._size += len(text)

    @property
    def is_empty(self) -> bool:
        return not self._blocks

    def has_line(self, words: str) -> bool:
        """Whether a field is just these words, white space aside."""
        return " ".join(words.split()) in self._texts

    def has(self, words: str) -> bool:
        """Whether a field says these words already: a caption stands in the body and beside it."""
        return any(words.strip() in text for text in self._texts)

    def document(self, markup: str, metadata: Metadata | None = None) -> Document:
        return Document(
            "".join(self._texts),
            tuple(self._blocks),
            SourceMap(self._pieces),
            metadata or Metadata(),
            tuple(self._comments),
            markup,
            tuple(self._fields),
            self.name,
        )


def _with_role(document: Document, role: Role | None) -> Document:
    if role is None:
        return document
    return document._replace(blocks=tuple(block._replace(role=role, marked=True) for block in document.blocks))


def _composed(pieces: Sequence[Piece], value: Value) -> Iterator[Piece]:
    """From a clean text, whose pieces lead to the value that it was read from, to the file."""
    if not pieces:
        yield from value.pieces
        return
    inner = SourceMap(value.pieces)
    for piece in pieces:
        end = piece.source + piece.source_length
        if piece.verbatim:
            yield from _cut(value.pieces, piece.source, end, piece.source - piece.clean)
        else:
            span = Span(piece.source, end)
            place = inner.to_source(span)
            escape = piece.escape and inner.is_verbatim(span)
            yield Piece(piece.clean, place.start, piece.clean_length, place.end - place.start, False, escape)


def _cut(pieces: tuple[Piece, ...], start: int, end: int, shift: int) -> Iterator[Piece]:
    """The pieces of ``start`` to ``end`` of a value, moved to the left by ``shift``."""
    from bisect import bisect_right

    index = max(bisect_right(pieces, start, key=lambda piece: piece.clean) - 1, 0)
    while index < len(pieces) and pieces[index].clean < end:
        piece = pieces[index]
        left = max(start, piece.clean)
        right = min(end, piece.clean + piece.clean_length)
        if left < right:
            if piece.verbatim:
                source, length = piece.source + left - piece.clean, right - left
            else:
                source, length = piece.source, piece.source_length
            yield piece._replace(clean=left - shift, source=source, clean_length=right - left, source_length=length)
        index += 1


def listed(kind: str, names: Iterable[tuple[str, str]]) -> tuple[Listed, ...]:
    """Names of one kind as (field, name), without the empty ones."""
    return tuple(Listed(kind, name.strip(), field) for field, name in names if name.strip())
