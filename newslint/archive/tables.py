"""The tables of an archive: what is kept of each article, one Parquet file a table and shard."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from newslint.analysis.figures.readings import readings
from newslint.article import Article
from newslint.findings.report import FileReport
from newslint.model.errors import NewslintError
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
    "values": {"rule": "string", "key": "string", "value": "string"},
    "troubles": {"message": "string"},
}  # fmt: skip
_ENDS = 12  # lines at either end of an article
_LONGEST = 400  # characters of a line or quotation that is kept

Rows = dict[str, list[dict[str, Any]]]


def no_rows() -> Rows:
    return {name: [] for name in TABLES}


def add_article(rows: Rows, name: str, article: Article, report: FileReport, rules: Iterable[GroupRule]) -> None:
    """Add to ``rows`` what is kept of one article. ``report``: of this article alone."""
    text = article.text
    rows["articles"].append(
        {
            "article": name,
            "date": article.metadata.date,
            "section": article.desk,
            "title": article.metadata.title,
            "words": len(text.split()),
        }
    )
    for found in report.findings:
        rows["findings"].append(
            {
                "article": name,
                "rule": found.rule,
                "severity": found.severity.value,
                "message": found.message,
                "line": found.place.line,
                "column": found.place.column,
                "start": found.start,
                "end": found.end,
                "words": _around(report.source, found.start, found.end),
            }
        )
    for person in article.people:
        forms: dict[tuple[str, str], int] = {}
        for mention in person.mentions:
            key = (mention.text, mention.honorific)
            forms[key] = forms.get(key, 0) + 1
        rows["names"] += [
            {"article": name, "name": person.name, "title": person.title, "form": form, "honorific": hon, "count": many}
            for (form, hon), many in forms.items()
        ]
    for said in article.attributions:
        rows["quotations"] += [
            {
                "article": name,
                "words": quote.text[:_LONGEST],
                "speaker": said.speaker.text if said.speaker else "",
                "person": said.person.name if said.person else "",
                "cue": said.cue.text,
                "start": quote.start,
            }
            for quote in said.quotes
        ]
    rows["figures"] += [
        {"article": name, "kind": f.kind, "value": float(f.value), "unit": f.unit, "words": f.text, "start": f.figure}
        for reading in article.view(readings)
        for f in reading.figures
    ]
    _add_lines(rows, name, article)
    rows["values"] += [
        {"article": name, "rule": rule.id, "key": row[0], "value": json.dumps(row, ensure_ascii=False)}
        for rule in rules
        for row in rule.collect(article)
    ]


def _add_lines(rows: Rows, name: str, article: Article) -> None:
    lines = article.lines
    middle = len(lines) // 2
    ends = [("head", line) for line in lines[: min(middle, _ENDS)]]
    ends += [("end", line) for line in lines[max(middle, len(lines) - _ENDS) :]]
    rows["lines"] += [
        {"article": name, "place": place, "words": line.text, "start": line.start, "end": line.end}
        for place, line in ends
        if len(line.text) <= _LONGEST
    ]


def _around(source: str, start: int, end: int) -> str:
    """The words of a finding with those beside it, the finding in brackets."""
    before, after = source[max(0, start - 60) : start], source[end : end + 60]
    return " ".join(f"{before}[[{source[start : min(end, start + 200)]}]]{after}".split())


def write_tables(rows: Rows, folder: Path) -> None:
    """Write all tables into a folder. Raises NewslintError that names the folder."""
    import pyarrow
    from pyarrow import parquet

    kinds = {
        "string": pyarrow.string(),
        "int": pyarrow.int32(),
        "float": pyarrow.float64(),
        "date": pyarrow.date32(),
    }
    try:
        for name, columns in TABLES.items():
            fields = [("article", pyarrow.string()), *((column, kinds[kind]) for column, kind in columns.items())]
            table = pyarrow.Table.from_pylist(rows[name], schema=pyarrow.schema(fields))
            parquet.write_table(table, folder / f"{name}.parquet", compression="zstd")
    except OSError as error:
        raise NewslintError(str(folder), f"cannot be written: {error.strerror or error}") from None
