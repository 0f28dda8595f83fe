"""The tables of an archive: what is kept of each article, one Parquet file a table and shard."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Self

from newslint.analysis.figures.readings import readings
from newslint.analysis.page.lines import lines_at_ends
from newslint.archive.context import in_context
from newslint.article import Article
from newslint.findings.report import FileReport, Located
from newslint.rule import GroupRule

# Table -> its columns and their types in SQL's words; every row begins with the article that it is of.
TABLES: dict[str, dict[str, str]] = {
    "articles": {"date": "date", "section": "string", "title": "string", "words": "int"},
    "findings": {
        "rule": "string", "severity": "string", "message": "string", "line": "int", "column": "int", "start": "int",
        "end": "int", "words": "string",
    },
    "names": {"name": "string", "title": "string", "form": "string", "honorific": "string", "count": "int"},
    "quotations": {"words": "string", "speaker": "string", "person": "string", "cue": "string", "start": "int"},
    "figures": {"kind": "string", "value": "float", "unit": "string", "words": "string", "start": "int"},
    "lines": {"place": "string", "words": "string", "start": "int", "end": "int"},
    "values": {"rule": "string", "key": "string", "says": "string", "rest": "string"},
    "troubles": {"message": "string"},
}  # fmt: skip
_ENDS = 12  # lines at either end of an article
_LONGEST = 400  # characters of a line or quotation that is kept

_BATCH = 20_000  # rows that are in memory


class TableWriter:
    """Writes the tables of a shard into a folder, some thousand rows at a time.

    Raises OSError where they cannot be written. Left with an error, the files are not whole.
    """

    def __init__(self, folder: Path) -> None:
        import pyarrow
        from pyarrow import parquet

        kinds = {
            "string": pyarrow.string(),
            "int": pyarrow.int32(),
            "float": pyarrow.float64(),
            "date": pyarrow.date32(),
        }
        self.articles = self.troubles = 0
        self._table = pyarrow.Table
        self._files: dict[str, IO[bytes]] = {}
        self._writers: dict[str, Any] = {}
        self._schemas: dict[str, Any] = {}
        self._rows: dict[str, list[dict[str, Any]]] = {}
        try:
            for name, columns in TABLES.items():
                fields = [("article", pyarrow.string()), *((column, kinds[kind]) for column, kind in columns.items())]
                self._schemas[name] = pyarrow.schema(fields)
                self._rows[name] = []
                # Python's own files, for they say what goes wrong in the system's words.
                self._files[name] = (folder / f"{name}.parquet").open("wb")
                self._writers[name] = parquet.ParquetWriter(
                    self._files[name], self._schemas[name], compression="zstd", store_schema=False
                )
        except BaseException:
            self._close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            if kind is None:
                for name, writer in self._writers.items():
                    if self._rows[name]:
                        self._flush(name)
                    writer.close()
                    self._files[name].flush()
                    os.fsync(self._files[name].fileno())
        finally:
            self._close()

    def add(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        kept = self._rows[table]
        kept.extend(rows)
        if len(kept) >= _BATCH:
            self._flush(table)

    def add_trouble(self, article: str, message: str) -> None:
        self.troubles += 1
        self.add("troubles", [{"article": article, "message": message}])

    def _flush(self, name: str) -> None:
        self._writers[name].write_table(self._table.from_pylist(self._rows[name], schema=self._schemas[name]))
        self._rows[name] = []

    def _close(self) -> None:
        for writer in self._writers.values():
            with contextlib.suppress(OSError, ValueError):
                writer.close()
            writer.is_open = False  # one that could not be closed would try again when it is forgotten, aloud
        for file in self._files.values():
            with contextlib.suppress(OSError):
                file.close()


def add_entry(tables: TableWriter, name: str, article: Article) -> None:
    """Keep an article's name, day, section and title: all that is kept of one that is not in English."""
    tables.articles += 1
    row = {"date": article.metadata.date, "section": article.desk, "title": article.metadata.title}
    tables.add("articles", [{"article": name, **row, "words": len(article.text.split())}])


def add_article(
    tables: TableWriter, name: str, article: Article, report: FileReport, rules: Iterable[GroupRule]
) -> None:
    """Add to ``tables`` what is kept of one article. ``report``: of this article alone."""
    add_entry(tables, name, article)
    tables.add("findings", (_finding(name, report.source, found) for found in report.findings))
    for person in article.people:
        forms: dict[tuple[str, str], int] = {}
        for mention in person.mentions:
            key = (mention.text, mention.honorific)
            forms[key] = forms.get(key, 0) + 1
        who = {"article": name, "name": person.name, "title": person.title}
        tables.add("names", ({**who, "form": form, "honorific": hon, "count": n} for (form, hon), n in forms.items()))
    for said in article.attributions:
        who = {
            "article": name,
            "speaker": said.speaker.text if said.speaker else "",
            "person": said.person.name if said.person else "",
            "cue": said.cue.text,
        }
        tables.add("quotations", ({**who, "words": q.text[:_LONGEST], "start": q.start} for q in said.quotes))
    tables.add(
        "figures",
        (
            {
                "article": name,
                "kind": f.kind,
                "value": float(f.value),
                "unit": f.unit,
                "words": f.text,
                "start": f.figure,
            }
            for reading in article.view(readings)
            for f in reading.figures
        ),
    )
    tables.add("lines", _lines(name, article))
    for rule in rules:
        rows = rule.collect(article)
        who = {"article": name, "rule": rule.id}
        tables.add("values", ({**who, "key": key, "says": says, "rest": _packed(rest)} for key, says, *rest in rows))


def _finding(name: str, source: str, found: Located) -> dict[str, Any]:
    return {
        "article": name,
        "rule": found.rule,
        "severity": found.severity.value,
        "message": found.message,
        "line": found.place.line,
        "column": found.place.column,
        "start": found.start,
        "end": found.end,
        "words": in_context(source, found.start, found.end),
    }


def _packed(rest: list[Any]) -> str:
    """What a row holds beyond its key and what it says, which are columns: alike, and so small, for many keys."""
    return json.dumps(rest, ensure_ascii=False, separators=(",", ":"))


def _lines(name: str, article: Article) -> Iterator[dict[str, Any]]:
    for place, lines in zip(("head", "end"), lines_at_ends(article.lines, _ENDS), strict=True):
        for line in lines:
            if len(line.text) <= _LONGEST:
                yield {"article": name, "place": place, "words": line.text, "start": line.start, "end": line.end}
