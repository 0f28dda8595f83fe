"""A copy of a Word file in which each finding is a comment on the words that it is about (needs newslint[docx]).

The comment's author is newslint; it holds the rule, the message, and the suggestion if there is one. With
``docx-changes`` suggestions that leave no choice stand in the text besides, as tracked changes to accept or reject.
The same file gives the same bytes: what is put in has the date of the file's last change.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.disk.reading import read_file
from newslint.findings.fixes import applicable
from newslint.findings.report import FileReport, Located, Report
from newslint.model.errors import NewslintError
from newslint.model.finding import Edit
from newslint.readers.docx import open_docx
from newslint.reporters._word_runs import W, local, paragraphs, run_like, runs_of, text_of
from newslint.reporters._words import mends, message

if TYPE_CHECKING:
    from docx.document import Document

_AUTHOR = "newslint"


def render_bytes(report: Report, *, changes: bool = False) -> bytes:
    """The commented copy. Raises NewslintError: more than one file, none of Word, or as ``commented``."""
    if len(report.files) != 1 or not report.files[0].path.lower().endswith(".docx"):
        raise NewslintError("--format docx", "writes comments into a copy of one Word file; name one .docx")
    return commented(report.files[0], read_file(Path(report.files[0].path)), changes=changes)


def commented(file: FileReport, data: bytes, *, changes: bool = False) -> bytes:
    """The commented copy of a Word file with these bytes. Raises NewslintError: python-docx is missing."""
    try:
        import docx
    except ImportError:
        raise NewslintError("--format docx", "needs python-docx: pip install 'newslint[docx]'") from None
    document = docx.Document(io.BytesIO(data))
    copy = _Copy(document, data)
    for finding in file.findings:
        copy.comment(finding)
    if changes:
        for edit in reversed(_edits(file)):  # from the end on: what is put in moves nothing that is still to be found
            copy.change(edit)
    copy.number()
    out = io.BytesIO()
    document.save(out)
    return _undated(out.getvalue())


def _edits(file: FileReport) -> list[Edit]:
    """The edits of the fixes that leave no choice, in order; of two that overlap, the first."""
    chosen: list[Edit] = []
    every = sorted(
        edit
        for finding in file.findings
        if finding.fix is not None and applicable(finding.fix, unsafe=True)
        for edit in finding.fix.edits
    )
    for edit in every:
        if not chosen or edit.span.start >= max(chosen[-1].span.end, chosen[-1].span.start + 1):
            chosen.append(edit)
    return chosen


class _Copy:
    """A Word file that comments and changes are put into, at places in the text that was made of it."""

    def __init__(self, document: Document, data: bytes) -> None:
        self._document = document
        self._paragraphs = {f"paragraph {n}": p for n, p in enumerate(paragraphs(document.element.body), 1)}
        self._day = document.core_properties.modified
        (read,) = open_docx(data).documents
        self._fields = [field.name for field in read.fields]
        self._starts = [read.source_map.to_source(block).start for block in read.blocks]

    def _at(self, place: int) -> tuple[str, Any, int]:
        """(field, its paragraph, characters from its start) of a place; no paragraph for one in a note."""
        index = max(bisect_right(self._starts, place) - 1, 0)
        name = self._fields[index]
        paragraph = self._paragraphs.get(name)
        lead = 0 if paragraph is None else len(text_of(paragraph)) - len(text_of(paragraph).lstrip())
        return name, paragraph, place - self._starts[index] + lead

    def comment(self, finding: Located) -> None:
        if not self._starts:
            return
        name, paragraph, start = self._at(finding.place.start)
        runs: list[Any] = []
        said = _said(finding)
        if paragraph is None:  # Word keeps no comments in notes and headers: it stands where the note is called
            runs = [run for run in self._calls() if _called(run) == name.partition("#")[0]]
            words = finding.place.field
            said = f"In {name}{f', from character {words.start + 1}' if words else ''}: {said}"
        else:
            runs = runs_of(paragraph, start, start + max(finding.place.end - finding.place.start, 1))
        runs = runs or [run for p in self._paragraphs.values() for run in p.iter(f"{W}r")][-1:]
        if runs:
            comment = self._document.part._comments_part.comments.add_comment(text=said, author=_AUTHOR, initials="nl")
            _date(comment._comment_elm, self._day)
            _mark(runs[0], runs[-1], str(comment.comment_id))

    def _calls(self) -> Iterator[Any]:
        yield from (run for p in self._paragraphs.values() for run in p.iter(f"{W}r") if _called(run))

    def change(self, edit: Edit) -> None:
        """Put an edit in as a tracked change."""
        _, paragraph, start = self._at(edit.span.start)
        if paragraph is None:
            return
        length = edit.span.end - edit.span.start
        runs = runs_of(paragraph, start, start + length) if length else runs_of(paragraph, start - 1, start)
        if not runs:
            return
        last = runs[-1]
        if edit.replacement:
            inserted = self._changed(last, "ins")
            inserted.append(run_like(runs[0], edit.replacement))
            last.addnext(inserted)
        for run in runs if length else ():
            deleted = self._changed(run, "del")
            run.addprevious(deleted)
            deleted.append(run)
            for words in run.iter(f"{W}t"):
                words.tag = f"{W}delText"

    def _changed(self, run: Any, name: str) -> Any:
        element = run.makeelement(f"{W}{name}", {f"{W}id": "0", f"{W}author": _AUTHOR})
        _date(element, self._day)
        return element

    def number(self) -> None:
        """Give the changes the numbers that no other has."""
        marks = [element for element in self._document.element.iter() if local(element) in ("ins", "del")]
        used = [int(number) for mark in marks if (number := mark.get(f"{W}id", "")).isdecimal()]
        free = max(used, default=0)
        for mark in marks:
            if mark.get(f"{W}author") == _AUTHOR and mark.get(f"{W}id") == "0":
                free += 1
                mark.set(f"{W}id", str(free))


def _date(element: Any, day: datetime.datetime | None) -> None:
    """Give an element a date, in place of the present time."""
    element.attrib.pop(f"{W}date", None)
    if day is not None:
        element.set(f"{W}date", f"{day:%Y-%m-%dT%H:%M:%SZ}")


def _said(finding: Located) -> str:
    suggestion = mends(finding)
    return f"{message(finding)} ({finding.rule})" + (f"\nSuggestion: {suggestion}" if suggestion else "")


def _called(run: Any) -> str:
    """The note that a run calls: ``footnote 2``; "" for one that calls none."""
    for child in run:
        if local(child) in ("footnoteReference", "endnoteReference"):
            return f"{local(child).removesuffix('Reference')} {child.get(f'{W}id', '')}"
    return ""


def _mark(first: Any, last: Any, number: str) -> None:
    """Put the comment's range around the runs, and its reference after them."""
    begin, stop = (
        first.makeelement(f"{W}{name}", {f"{W}id": number}) for name in ("commentRangeStart", "commentRangeEnd")
    )
    first.addprevious(begin)
    last.addnext(stop)
    reference = first.makeelement(f"{W}r")
    reference.append(first.makeelement(f"{W}commentReference", {f"{W}id": number}))
    stop.addnext(reference)


def _undated(data: bytes) -> bytes:
    """The package without the time of its writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
