"""A document: what a reader makes of a file, and all that it knows about the article in it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from newslint.model.block import Block
from newslint.model.span import SourceMap, Span

if TYPE_CHECKING:
    import datetime


class Metadata(NamedTuple):
    """What the file says about the article outside its text (front matter, HTML meta elements).

    ``other`` keeps every further key of the front matter as it was parsed. ``fault``: what is wrong with front matter
    that cannot be parsed; the line at fault is then the first block of the text.
    """

    title: str = ""
    byline: str = ""
    date: "datetime.date | None" = None
    other: Mapping[str, object] = MappingProxyType({})
    fault: str = ""


class Comment(NamedTuple):
    """A comment of the source, kept for suppressions: where it stands in the clean text, and its words."""

    position: int
    source: Span
    text: str


class Document(NamedTuple):
    """Clean text and its blocks, in code points of the text; ``source_map`` leads back to the file.

    ``blocks`` have the roles that the markup gives them. ``markup``: the reader's name; rules never see it.
    """

    text: str
    blocks: tuple[Block, ...]
    source_map: SourceMap = SourceMap()
    metadata: Metadata = Metadata()
    comments: tuple[Comment, ...] = ()
    markup: str = "plain"
