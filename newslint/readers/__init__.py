"""Readers: one module a format, each turning source text into a Document with an exact source map.

A reader's module is imported when the first file of its format is read.
"""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newslint.model.document import Document


class Reader(NamedTuple):
    """A format that newslint reads.

    ``suffixes`` are in lower case with their dot. ``read`` takes the text of a file as decoded (without a byte order
    mark) and gives its Document, whose source map leads to offsets (code points) in just that text. It raises
    NewslintError, its culprit a line, for a file that cannot be read in this format.
    """

    name: str
    suffixes: tuple[str, ...]
    read: "Callable[[str], Document]"


def standard_readers() -> tuple[Reader, ...]:
    """Plain text, Markdown, MDX and HTML."""
    return (
        Reader("plain", (".txt", ".text"), _plain),
        Reader("markdown", (".md", ".markdown", ".mdown", ".mkd"), _markdown),
        Reader("mdx", (".mdx",), _mdx),
        Reader("html", (".html", ".htm", ".xhtml"), _html),
    )


def reader_for(filename: str, readers: Iterable[Reader], *, markdown: str = "all") -> Reader:
    """The first reader that claims the file's suffix, or else the plain one.

    ``markdown``: the dialect of Markdown files, a name of ``site_markup.DIALECTS``.
    """
    known = tuple(readers)
    name = filename.lower()
    for reader in known:
        if name.endswith(reader.suffixes):
            if reader.name == "markdown" and markdown != "all":
                return reader._replace(read=partial(_markdown, dialect=markdown))
            return reader
    return next((reader for reader in known if reader.name == "plain"), known[0])


def _plain(source: str) -> "Document":
    from newslint.readers.plain import read_plain

    return read_plain(source)


def _markdown(source: str, dialect: str = "all") -> "Document":
    from newslint.readers.markdown import read_markdown

    return read_markdown(source, dialect)


def _mdx(source: str) -> "Document":
    from newslint.readers.markdown import read_markdown

    return read_markdown(source, "mdx")


def _html(source: str) -> "Document":
    from newslint.readers.html import read_html

    return read_html(source)
