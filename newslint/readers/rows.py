"""Archives of articles in rows: JSON lines and CSV. ``[formats]`` or ``--text-field`` names the columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence

from newslint.model.block import Role
from newslint.model.document import Document, Metadata
from newslint.model.errors import NewslintError, NotCopyError
from newslint.model.named_tuple import NamedTuple
from newslint.readers.fields import Copy, Value, value_of
from newslint.readers.json_formats import documents_in
from newslint.readers.json_formats._fields import add_body, add_line, date_of, first_text, text_at
from newslint.readers.json_text import parse, pointer
from newslint.readers.metadata import DATE

_TEXTS = ("text", "body", "body_html", "content", "article", "article_text", "articleBody", "story", "copy")
_TITLES = ("headline", "title")
_BYLINES = ("byline", "author", "authors")
_IDS = ("id", "_id", "guid", "uri", "url")
_SECTIONS = ("section", "category", "desk")
csv.field_size_limit(50_000_000)


class Columns(NamedTuple):
    """The columns that a user names: of the copy, in order, and of the article's name."""

    texts: tuple[str, ...] = ()
    name: str = ""


def read_jsonl(source: str, columns: Columns | None = None) -> tuple[Document, ...]:
    """The articles of JSON lines. Raises NewslintError that names the line."""
    columns = columns or Columns()
    found: list[Document] = []
    at = 0
    for number, line in enumerate(source.splitlines(keepends=True), 1):
        if line.strip():
            try:
                tree = parse(line)
            except NotCopyError as error:
                raise NewslintError(f"line {number}", error.message.replace("in line 1, ", "in ")) from None
            found += _moved(_of_tree(tree, columns), at, f"line {number}")
        at += len(line)
    if not found:
        raise NotCopyError("line 1", _WHICH, "JSON lines of no known kind")
    return tuple(found)


_WHICH = "has no column of copy that newslint knows (text, body, content ...): name it, --text-field NAME"


def read_record(source: str, columns: Columns) -> tuple[Document, ...]:
    """The articles of a JSON file whose fields the user names."""
    tree = parse(source)
    rows = tree if isinstance(tree, list) else [tree]
    documents = tuple(
        document
        for number, row in enumerate(rows)
        for document in _of_tree(row, columns, (number,) if isinstance(tree, list) else ())
    )
    if not documents:
        raise NewslintError("line 1", f"has no field {', '.join(columns.texts)}; see --text-field")
    return documents


def _of_tree(tree: object, columns: Columns, path: tuple[str | int, ...] = ()) -> list[Document]:
    if not columns.texts:
        documents = list(documents_in(tree, path))
        if documents:
            return documents
    if not isinstance(tree, dict):
        return []
    name = first_text(tree, (columns.name,) if columns.name else _IDS)
    copy = Copy(str(name[1]) if name else pointer(path))
    title = None
    if columns.texts:
        for key in columns.texts:
            add_body(copy, (*path, *key.split(".")), text_at(tree, *key.split(".")))
    else:
        title, byline, text = first_text(tree, _TITLES), first_text(tree, _BYLINES), first_text(tree, _TEXTS)
        if text is None:
            return []
        if title:
            add_line(copy, (*path, title[0]), title[1], Role.HEADLINE)
        if byline:
            add_line(copy, (*path, byline[0]), byline[1], Role.BYLINE)
        add_body(copy, (*path, text[0]), text[1])
    return [] if copy.is_empty else [copy.document("rows", _metadata(str(title[1]) if title else "", tree))]


def _metadata(title: str, values: Mapping[str, object]) -> Metadata:
    """What a row says about its article: title, day and section."""
    lower = {key.lower(): value for key, value in values.items() if isinstance(key, str)}
    section = next((said for key in _SECTIONS if isinstance(said := lower.get(key), str) and said), "")
    return Metadata(title, date=date_of(*map(lower.get, DATE)), other={"section": section} if section else {})


def _moved(documents: Sequence[Document], by: int, line: str) -> Iterator[Document]:
    """Documents of a line as those of its file: places later, fields with the line before them."""
    from newslint.model.span import SourceMap, Span

    for document in documents:
        pieces = [piece._replace(source=piece.source + by) for piece in document.source_map.pieces]
        yield document._replace(
            source_map=SourceMap(pieces),
            fields=tuple(field._replace(name=f"{line}{field.name}") for field in document.fields),
            comments=tuple(
                comment._replace(source=Span(comment.source.start + by, comment.source.end + by))
                for comment in document.comments
            ),
            name=document.name or line,
        )


def read_csv(source: str, columns: Columns | None = None) -> tuple[Document, ...]:
    """The articles of a CSV file with a line of column names. Raises NotCopyError where none of them is the copy's."""
    columns = columns or Columns()
    rows = _cells(source)
    names = [" ".join(cell.text.split()) for cell in next(rows, [])]
    lower = [name.lower() for name in names]

    def column(wanted: Sequence[str]) -> int:
        return next((lower.index(name.lower()) for name in wanted if name.lower() in lower), -1)

    texts = [column((name,)) for name in columns.texts] if columns.texts else [column(_TEXTS)]
    if -1 in texts or not names:
        raise NotCopyError(
            "line 1", f"{_WHICH}; it has {', '.join(names[:20]) or 'none'}", "CSV files of no known kind"
        )
    title, byline, name = column(_TITLES), column(_BYLINES), column((columns.name,) if columns.name else _IDS)
    found = []
    for number, row in enumerate(rows, 2):
        copy = Copy(row[name].text if 0 <= name < len(row) else f"row {number}")
        for index, role in ((title, Role.HEADLINE), (byline, Role.BYLINE)):
            if 0 <= index < len(row) and index not in texts:
                copy.line(f"row {number}, {names[index]}", row[index], role)
        for index in texts:
            if index < len(row):
                is_html = "</" in row[index].text
                (copy.html if is_html else copy.plain)(f"row {number}, {names[index]}", row[index])
        if not copy.is_empty:
            cells = {key: cell.text for key, cell in zip(names, row, strict=False)}
            found.append(copy.document("rows", _metadata(row[title].text if 0 <= title < len(row) else "", cells)))
    return tuple(found)


def _cells(source: str) -> Iterator[list[Value]]:
    """The rows of a CSV file; each cell's quotation marks are doubled in the file."""
    separator = separator_of(source)
    at, row = 0, []
    while at < len(source):
        cell, at = _cell(source, at, separator)
        row.append(cell)
        if at < len(source) and source[at] == separator:
            at += 1
            if at < len(source):
                continue
        if row != [] and (len(row) > 1 or row[0].text):
            yield row
        row = []
        at += 2 if source.startswith("\r\n", at) else 1


def separator_of(source: str) -> str:
    head = source.partition("\n")[0]
    return max(",;\t|", key=head.count)


def _cell(source: str, at: int, separator: str) -> tuple[Value, int]:
    if not source.startswith('"', at):
        end = at
        while end < len(source) and source[end] not in (separator, "\n", "\r"):
            end += 1
        return value_of([(source[at:end], at, end)]), end  # a separator written there would part it
    runs = []
    start = at = at + 1
    while True:
        end = source.find('"', at)
        if end < 0:
            raise NewslintError(
                f"line {source.count(chr(10), 0, start) + 1}", "has a quotation mark that nothing closes"
            )
        if not source.startswith('""', end):
            break
        runs += [(source[start:end], start, end), ('"', end, end + 2)]
        start = at = end + 2
    runs.append((source[start:end], start, end))
    while end + 1 < len(source) and source[end + 1] not in (separator, "\n", "\r"):
        end += 1  # what stands after a closing mark is no part of the cell
    return value_of(runs, _doubled), end + 1


def _doubled(words: str) -> str:
    return words.replace('"', '""')
