"""An example plugin: readers of formats of our own.

The town hall sends its notices as JSON, several in a file, each with a subject and a text with HTML in it; and the
archive keeps old ones as `.notice` files, a subject line, then the text.
"""

import pluggy

from newslint.model.block import Role
from newslint.model.document import Document, Metadata
from newslint.readers import Reader
from newslint.readers.fields import Copy, value_of
from newslint.readers.json_text import parse

hookimpl = pluggy.HookimplMarker("newslint")


def read_board(source: str) -> list[Document]:
    """The notices of a board, an article each; parse gives strings that know their place in the file."""
    found = []
    for number, notice in enumerate(parse(source)["board-notices"]):
        copy = Copy(name=str(notice["id"]))
        copy.line(f"/board-notices/{number}/subject", notice["subject"].value, Role.HEADLINE)
        copy.html(f"/board-notices/{number}/text", notice["text"].value)
        found.append(copy.document("board", Metadata(title=str(notice["subject"]), language=str(notice["language"]))))
    return found


def read_notice(source: str) -> Document:
    """An old notice: its first line is the subject."""
    end = source.find("\n") if "\n" in source else len(source)
    copy = Copy()
    copy.line("subject", value_of([(source[:end], 0, end)], write=str), Role.HEADLINE)
    copy.plain("text", value_of([(source[end:], end, len(source))], write=str))
    return copy.document("notice")


@hookimpl
def newslint_readers() -> list[Reader]:
    """Our readers; they come before newslint's own, so that sniff parts our .json from all other."""
    return [
        Reader("board", (".json",), read_board, sniff=lambda head: b'"board-notices"' in head),
        Reader("notice", (".notice",), read_notice, encoding=lambda data: "windows-1252"),
    ]
