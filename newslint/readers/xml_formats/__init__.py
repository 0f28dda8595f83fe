"""XML of agencies and content management systems, told by its root: NITF, NewsML-G2, WordPress (WXR), RSS."""

from __future__ import annotations

from importlib import import_module

from newslint.model.document import Document
from newslint.model.errors import NotCopyError
from newslint.readers.xml_text import parse_xml

KNOWN = "NITF, NewsML-G2, WordPress export or RSS, Atom, XHTML"
# The root's local name -> the module whose ``read(root, source)`` gives its articles.
_ROOTS = {
    "nitf": "nitf",
    **dict.fromkeys(("newsItem", "newsMessage", "packageItem", "knowledgeItem", "contentSet"), "newsml_g2"),
    **dict.fromkeys(("rss", "feed", "RDF"), "feed"),
    "html": "xhtml",
}


def read_xml(source: str) -> tuple[Document, ...]:
    """The articles of an XML file. Raises NewslintError for what is no XML, NotCopyError for XML of another kind."""
    root = parse_xml(source)
    module = _ROOTS.get(root.local)
    documents: tuple[Document, ...] = ()
    if module is not None:
        documents = tuple(import_module(f"{__name__}.{module}").read(root, source))
    if not documents:
        kind = f"<{root.local[:40]}>" if module is None else f"{root.local} without an article in it"
        raise NotCopyError(
            "line 1",
            f"is XML of no kind that newslint reads: {kind} (it reads {KNOWN}); save the story as one of them",
            "XML files of no known kind",
        )
    return documents
