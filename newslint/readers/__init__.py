"""Readers: one module a format, each turning a file into Documents with exact source maps.

A reader's module is imported when the first file of its format is read.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from newslint.model.errors import NotCopyError
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newslint.model.document import Document

# How much of a file is looked at to tell formats apart that share a suffix.
HEAD = 4096
# How files begin that are no text, whatever they are called (``unreadable`` says what they are).
BINARY = (b"%PDF-", b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


class Opened(NamedTuple):
    """A file as it was read: the text that places are offsets in, and the articles that it holds."""

    source: str
    documents: "tuple[Document, ...]"


class Reader(NamedTuple):
    """A format that newslint reads.

    ``suffixes`` are in lower case with their dot. ``read`` takes the text of a file as decoded (without a byte order
    mark) and gives its Document, or several, whose source maps lead to offsets (code points) in just that text. It
    raises NewslintError, its culprit a line, for a file that cannot be read in this format, and NotCopyError for one
    that is no copy at all.

    ``encoding``: the name of the encoding that the bytes declare, if it is not UTF-8 (or UTF-16 with its mark).
    ``sniff``: whether a file that begins with such bytes is of this format, where others share its suffix.
    ``open``: for files that are no text, such as packages, in place of ``read``: its Opened's source is a text made
    for showing places, and nothing can be mended in the file.
    """

    name: str
    suffixes: tuple[str, ...]
    read: "Callable[[str], Document | Sequence[Document]] | None" = None
    encoding: Callable[[bytes], str | None] | None = None
    sniff: Callable[[bytes], bool] | None = None
    open: Callable[[bytes], Opened] | None = None


def standard_readers() -> tuple[Reader, ...]:
    """Plain text, Markdown, MDX, HTML, and what content management systems and agencies exchange."""
    return (
        Reader("plain", (".txt", ".text"), _in("plain", "read_plain")),
        Reader("markdown", (".md", ".markdown", ".mdown", ".mkd"), _in("markdown", "read_markdown")),
        Reader("mdx", (".mdx",), _in("markdown", "read_mdx")),
        Reader("html", (".html", ".htm", ".xhtml"), _in("html", "read_html"), _of("html", "page_encoding")),
        Reader("json", (".json",), _in("json_formats", "read_json")),
        Reader(
            "xml",
            (".xml", ".nitf", ".rss", ".atom"),
            _in("xml_formats", "read_xml"),
            _of("xml_text", "declared_encoding"),
        ),
        Reader("jsonl", (".jsonl", ".ndjson"), _in("rows", "read_jsonl")),
        Reader("csv", (".csv", ".tsv"), _in("rows", "read_csv")),
        Reader("mail", (".eml",), _in("mail", "read_mail"), _of("mail", "mail_encoding")),
        Reader("rtf", (".rtf",), _in("rtf", "read_rtf"), lambda data: "latin-1"),
        Reader("subtitles", (".srt", ".vtt"), _in("subtitles", "read_subtitles")),
        Reader("docx", (".docx", ".docm"), open=_of("docx", "open_docx")),
    )


def reader_for(filename: str, readers: Iterable[Reader], head: bytes = b"", *, markdown: str = "all") -> Reader:
    """The first reader that claims the file's suffix and how it begins; for other suffixes the one that its beginning
    shows, or else the plain one.

    ``markdown``: the dialect of Markdown files, a name of ``site_markup.DIALECTS``.
    Raises NotCopyError, its culprit the file's name, for what no reader can make text of.
    """
    known = tuple(readers)
    name = filename.lower()
    found = next((r for r in known if name.endswith(r.suffixes) and (r.sniff is None or r.sniff(head))), None)
    if head.startswith(BINARY) and (found is None or found.open is None):
        from newslint.readers.unreadable import refuse

        refuse(filename, head)
    if found is None:
        from newslint.readers.sniffing import shown_by

        wanted = shown_by(head) or "plain"
        found = next((reader for reader in known if reader.name == wanted), known[0])
    if found.name == "markdown" and markdown != "all":
        return found._replace(read=_in("markdown", "read_markdown", dialect=markdown))
    return found


def documents_of(reader: Reader, source: str) -> "tuple[Document, ...]":
    """What a reader makes of a text."""
    if reader.read is None:
        raise NotCopyError("line 1", f"is text; {reader.name} is no format that can be typed in")
    found = reader.read(source)
    return (found,) if hasattr(found, "source_map") else tuple(found)  # type: ignore[return-value]


def _in(module: str, function: str, **options: str) -> "Callable[[str], Document | Sequence[Document]]":
    """A reader's function, whose module is imported when it is first called."""

    def read(source: str) -> "Document | Sequence[Document]":
        from importlib import import_module

        return getattr(import_module(f"newslint.readers.{module}"), function)(source, **options)  # type: ignore[no-any-return]

    return read


def _of(module: str, function: str) -> "Callable[[bytes], Any]":
    """The same of a function of bytes."""

    def call(data: bytes) -> Any:
        from importlib import import_module

        return getattr(import_module(f"newslint.readers.{module}"), function)(data)

    return call
