"""Many-article rules over an archive: rows put together by key in the database, each group judged alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from newslint.archive.query import opened, short
from newslint.archive.tables import TABLES
from newslint.model.errors import NewslintError, unforeseen
from newslint.model.finding import Finding
from newslint.model.named_tuple import NamedTuple
from newslint.rule import Group, GroupRule
from newslint.run.settings import Settings
from newslint.settings.selection import with_config_options

if TYPE_CHECKING:
    import duckdb

_MOST = 500  # rows of a group that say the same; that more do is known by their number
_BATCH = 2_048
_MEMORY = "500MB"  # that the database takes before it goes on on disk


class Compared(NamedTuple):
    """A finding of a many-article rule, and the article of the archive that it is about."""

    article: str
    rule: str
    severity: str
    message: str
    start: int
    end: int


@cache
def group_rules(settings: Settings) -> tuple[GroupRule, ...]:
    """The rules of many articles, chosen or not: what they need has to be collected before anybody can ask."""
    rules = (with_config_options(file.load(), settings.config) for file in settings.files)
    return tuple(rule for rule in rules if isinstance(rule, GroupRule))


def compared(archive: Path, rules: Iterable[GroupRule], troubles: list[str]) -> Iterator[Compared]:
    """The findings of rules over all articles, sorted by article and place; a rule speaks once of a place.

    ``troubles``: rules that failed, a line each. Nothing grows in memory with the archive: rows are grouped, and
    findings sorted, by the database. Raises NewslintError: the archive cannot be read, or its folder not written.
    """
    import duckdb

    connection = opened(archive, _MEMORY)
    columns = [row[0] for row in connection.execute('DESCRIBE "values"').fetchall()]
    if columns != ["article", *TABLES["values"]]:
        raise NewslintError(str(archive), "was collected by another newslint; collect it anew to compare its articles")
    try:
        with TemporaryDirectory(prefix="compare-", dir=archive.resolve() / "work") as folder:
            path = Path(folder) / "findings.parquet"
            _write(path, _judged(connection, sorted(rules, key=lambda rule: rule.id), troubles))
            rows = connection.execute(_SORTED, [str(path)])
            while batch := rows.fetchmany(_BATCH):
                yield from (Compared(*row) for row in batch)
    except duckdb.Error as error:
        raise NewslintError(str(archive), short(error)) from None
    except OSError as error:
        raise NewslintError(str(archive), f"cannot be written: {error.strerror or error}") from None


def _judged(
    connection: duckdb.DuckDBPyConnection, rules: Iterable[GroupRule], troubles: list[str]
) -> Iterator[Compared]:
    import duckdb

    found = connection.execute("SELECT count(*) FROM articles").fetchone()
    articles = int(found[0]) if found else 0
    for rule in rules:
        try:
            for group in _groups(connection, rule, articles):
                for article, finding in rule.judge(group):
                    yield _row(article, finding)
        except (NewslintError, duckdb.Error, OSError):
            raise
        except (IndexError, TypeError) as error:  # fewer values in a row than the rule now gives
            troubles.append(f"{rule.id}: the rule failed; is the archive of another newslint? ({error})")
        except Exception as error:
            troubles.append(f"{rule.id}: the rule failed: {unforeseen(error)}")


def _row(article: str, finding: Finding) -> Compared:
    return Compared(article, finding.rule, finding.severity.value, finding.message, finding.start, finding.end)


def _groups(connection: duckdb.DuckDBPyConnection, rule: GroupRule, articles: int) -> Iterator[Group]:
    """The groups of a rule, by key."""
    rows = connection.execute(_ROWS, [rule.id, rule.least, 1 if rule.differ else 0, _MOST])
    stream = (row for batch in iter(lambda: rows.fetchmany(_BATCH), []) for row in batch)
    for key, group in groupby(stream, key=lambda row: row[0]):
        counts: dict[str, int] = {}
        pairs: list[tuple[str, list[Any]]] = []
        for _, says, article, rest, many in group:
            counts[says] = many
            pairs.append((article, [key, says, *json.loads(rest)]))
        yield Group(key, pairs, counts, articles)


def _write(path: Path, findings: Iterable[Compared]) -> None:
    import pyarrow
    from pyarrow import parquet

    kinds = {str: pyarrow.string(), int: pyarrow.int32()}
    numbers = {"start", "end"}
    schema = pyarrow.schema([(name, kinds[int if name in numbers else str]) for name in Compared._fields])
    with path.open("wb") as file, parquet.ParquetWriter(file, schema) as writer:
        rows: list[dict[str, Any]] = []
        for found in findings:
            rows.append(found._asdict())
            if len(rows) == _BATCH:
                writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))
                rows = []
        writer.write_table(pyarrow.Table.from_pylist(rows, schema=schema))


# Each step is a grouping or a sorting, which the database does on disk where memory ends.
_ROWS = """
WITH rows AS (SELECT key, says, article, rest FROM "values" WHERE rule = $1),
     said AS (SELECT key, says, count(*) AS many
              FROM (SELECT key, says, article FROM rows GROUP BY ALL) GROUP BY ALL),
     several AS (SELECT key FROM said GROUP BY key HAVING sum(many) >= $2 AND count(*) > $3)
SELECT key, says, article, rest, many
FROM rows SEMI JOIN several USING (key) JOIN said USING (key, says)
QUALIFY row_number() OVER (PARTITION BY key, says ORDER BY article, rest) <= $4
ORDER BY key, article, says, rest
"""
_SORTED = """
SELECT DISTINCT ON (article, rule, start, "end") article, rule, severity, message, start, "end"
FROM read_parquet($1) ORDER BY article, start, "end", rule, message
"""
