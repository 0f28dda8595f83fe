"""A copy of a Word file in which each finding is a comment on the words that it is about (needs newslint[docx]).

The comment's author is newslint; it holds the rule, the message, and the suggestion if there is one.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.disk.reading import read_file
from newslint.findings.report import FileReport, Located, Report
from newslint.model.errors import NewslintError
from newslint.readers.docx import CHARACTERS, FALLBACK, UNREAD
from newslint.reporters._words import mends

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def render_bytes(report: Report) -> bytes:
    """The commented copy. Raises NewslintError: more than one file, none of Word, or python-docx is missing."""
    if len(report.files) != 1 or not report.files[0].path.lower().endswith(".docx"):
        raise NewslintError("--format docx", "writes comments into a copy of one Word file; name one .docx")
    try:
        import docx
    except ImportError:
        raise NewslintError("--format docx", "needs python-docx: pip install 'newslint[docx]'") from None
    file = report.files[0]
    document = docx.Document(io.BytesIO(read_file(Path(file.path))))
    _comment(document, file)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _comment(document: Document, file: FileReport) -> None:
    paragraphs = {f"paragraph {n}": p for n, p in enumerate(_paragraphs(document.element.body), 1)}
    for finding in file.findings:
        field = finding.place.field
        paragraph = paragraphs.get(field.name) if field else None
        if field is None or paragraph is None:
            continue  # in a footnote, where Word keeps no comments of this kind
        lead = len(_text(paragraph)) - len(_text(paragraph).lstrip())
        runs = _runs_of(paragraph, field.start + lead, max(field.end, field.start + 1) + lead)
        if runs:
            comment = document.part._comments_part.comments.add_comment(
                text=_said(finding), author="newslint", initials="nl"
            )
            _mark(runs[0], runs[-1], str(comment.comment_id))


def _said(finding: Located) -> str:
    suggestion = mends(finding)
    return f"{finding.message} ({finding.rule})" + (f"\nSuggestion: {suggestion}" if suggestion else "")


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _paragraphs(element: Any) -> Iterator[Any]:
    """The paragraphs in the order in which the reader counts them."""
    for child in element:
        name = _local(child)
        if name in ("del", "moveFrom", FALLBACK):
            continue
        if name == "p":
            yield child
        yield from _paragraphs(child)


def _leaves(element: Any) -> Iterator[tuple[str, Any]]:
    for child in element:
        name = _local(child)
        if name == "t":
            yield child.text or "", child
        elif name in CHARACTERS:
            yield CHARACTERS[name], child
        elif name not in UNREAD:
            yield from _leaves(child)


def _text(paragraph: Any) -> str:
    return "".join(text for text, _ in _leaves(paragraph))


def _runs_of(paragraph: Any, start: int, end: int) -> list[Any]:
    """The runs that hold just the characters from ``start`` to ``end``: those at the edges are split."""
    for edge in (start, end):
        at = 0
        for text, leaf in list(_leaves(paragraph)):
            if at < edge < at + len(text) and _local(leaf) == "t":
                _split(leaf, edge - at)
                break
            at += len(text)
    found: list[Any] = []
    at = 0
    for text, leaf in _leaves(paragraph):
        run = leaf.getparent()
        if start <= at < end and text and _local(run) == "r" and run not in found:
            found.append(run)
        at += len(text)
    return found


def _split(leaf: Any, at: int) -> None:
    """Part the run of a ``w:t`` before its character ``at``."""
    run = leaf.getparent()
    after = copy.deepcopy(run)
    index = list(run).index(leaf)
    for child in list(run)[index + 1 :]:
        run.remove(child)
    for child in list(after)[:index]:
        if _local(child) != "rPr":
            after.remove(child)
    tail = next(child for child in after if _local(child) == "t")
    leaf.text, tail.text = leaf.text[:at], leaf.text[at:]
    for element in (leaf, tail):
        element.set(_SPACE, "preserve")
    run.addnext(after)


def _mark(first: Any, last: Any, number: str) -> None:
    """Put the comment's range around the runs, and its reference after them."""
    begin, stop = (
        first.makeelement(f"{_W}{name}", {f"{_W}id": number}) for name in ("commentRangeStart", "commentRangeEnd")
    )
    first.addprevious(begin)
    last.addnext(stop)
    reference = first.makeelement(f"{_W}r")
    reference.append(first.makeelement(f"{_W}commentReference", {f"{_W}id": number}))
    stop.addnext(reference)
