"""What newslint does not read, told by how a file begins or by its suffix, and what to do instead."""

from __future__ import annotations

from newslint.model.errors import NotCopyError

_PDF = "a PDF, which is no copy format: it keeps lines and pages, not paragraphs; give the Word file, text or HTML"
_OLD_WORD = "an old Word file (.doc); save it as .docx"
_IMAGE = "a picture; give the caption as text"
# (first bytes, what it is), for each of ``readers.BINARY``
_MAGIC = (
    (b"%PDF-", _PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_WORD),
    (b"PK\x03\x04", "a package (zip); unpack it, or save the story as .docx, .html or .txt"),
    (b"\x1f\x8b", "compressed (gzip); unpack it first"),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
)
# Suffix -> (files of that kind, the mend): copy that lies in a folder and is not read is counted.
KINDS = {
    ".pdf": ("PDF files", "give the Word file, text or HTML"),
    ".doc": ("old Word files", "save them as .docx"),
    ".odt": ("OpenDocument files", "save them as .docx"),
    ".pages": ("Pages files", "export them as .docx"),
    ".wpd": ("WordPerfect files", "save them as .docx"),
    ".idml": ("InDesign files", "export the story as .txt or .html"),
    ".epub": ("e-books", "unpack them and read the HTML"),
}


def refuse(filename: str, head: bytes) -> None:
    """Raise NotCopyError if the bytes that a file begins with are those of something that is no text."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise NotCopyError(filename, f"is {what}", what.split(",")[0].split(";")[0])
