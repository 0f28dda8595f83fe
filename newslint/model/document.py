"""A document: what a reader makes of a file, and all that it knows about the article in it."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from newslint.model.block import Block
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import SourceMap, Span

if TYPE_CHECKING:
    import datetime


class Listed(NamedTuple):
    """A name that the file lists beside the copy. ``kind``: person, organisation, place or tag; ``field``: where."""

    kind: str
    name: str
    field: str


_SECTION = ("section", "article:section", "desk", "category", "categories")


class Metadata(NamedTuple):
    """What the file says about the article outside its text (front matter, HTML meta elements, fields).

    ``other`` keeps every further key of the front matter as it was parsed. ``fault``: what is wrong with front matter
    that cannot be parsed; the line at fault is then the first block of the text. ``language`` is a BCP 47 tag or empty.
    """

    title: str = ""
    byline: str = ""
    date: "datetime.date | None" = None
    other: Mapping[str, object] = MappingProxyType({})
    fault: str = ""
    language: str = ""
    listed: tuple[Listed, ...] = ()

    @property
    def section(self) -> str:
        """The section or desk that the file names, in its own words; empty if it names none."""
        lower = {key.lower(): key for key in reversed(tuple(self.other))}
        for name in _SECTION:
            value = self.other[lower[name]] if name in lower else ""
            first = value[0] if isinstance(value, list | tuple) and value else value
            named = first.get("name", "") if isinstance(first, Mapping) else first
            if isinstance(named, str) and named.strip():
                return " ".join(named.split())
        return ""


def _as_it_stands(words: str) -> str:
    return words


class Field(NamedTuple):
    """A stretch of clean text and the field of the file that it is: offsets in a field count from ``start``.

    ``name``: a JSON Pointer, an XPath, ``paragraph 3``; ``#2`` after it is the second block of a field that holds
    several. ``write`` puts words into the field's own escapes (or raises UnicodeEncodeError); None where the file
    cannot be mended in place.
    """

    name: str
    start: int
    end: int
    write: Callable[[str], str] | None = _as_it_stands


class Comment(NamedTuple):
    """A comment of the source, kept for suppressions: where it stands in the clean text, and its words."""

    position: int
    source: Span
    text: str


class Document(NamedTuple):
    """Clean text and its blocks, in code points of the text; ``source_map`` leads back to the file.

    ``blocks`` have the roles that the markup gives them. ``markup``: the reader's name; rules never see it.
    ``fields``: in the order of the text, for formats that have such. ``name``: which article of a file that holds
    several.
    """

    text: str
    blocks: tuple[Block, ...]
    source_map: SourceMap = SourceMap()
    metadata: Metadata = Metadata()
    comments: tuple[Comment, ...] = ()
    markup: str = "plain"
    fields: tuple[Field, ...] = ()
    name: str = ""

    def field_at(self, position: int) -> Field | None:
        """The field that holds the character at ``position``, or the last one before it."""
        if not self.fields:
            return None
        index = bisect_right(self.fields, position, key=lambda field: field.start) - 1
        return self.fields[max(index, 0)]
