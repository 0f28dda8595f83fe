"""XHTML under the name of XML: a page, read as HTML is."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model.document import Document
from newslint.readers.html import read_html
from newslint.readers.xml_text import Element


def read(root: Element, source: str) -> Iterator[Document]:
    yield read_html(source)
