"""Questions to an archive in SQL: its tables as views of one DuckDB connection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newslint.archive.tables import TABLES
from newslint.model.errors import NewslintError

if TYPE_CHECKING:
    import duckdb


def opened(archive: Path, memory: str = "1GB") -> duckdb.DuckDBPyConnection:
    """A connection in which every table of the archive is a view; it reads nothing outside and spills into ``work``.

    ``archive`` may also be a folder of archives, such as one a day: they are read as one.

    Raises NewslintError: there is no archive, or a shard of it cannot be read.
    """
    import duckdb

    root = archive.resolve()
    depths = ("shard-??????", "*/shard-??????")
    shards = next((depth for depth in depths if any(path.is_dir() for path in root.glob(depth))), None)
    if shards is None:
        raise NewslintError(str(archive), "holds no shards; `newslint archive collect SOURCE --out` makes them")
    (root / "work").mkdir(exist_ok=True)
    connection = duckdb.connect(config={"memory_limit": memory, "temp_directory": str(root / "work")})
    connection.execute(f"SET allowed_directories = [{_quoted(str(root))}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    for name in TABLES:
        pattern = str(root / shards / f"{name}.parquet")
        try:
            connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM read_parquet({_quoted(pattern)})')
        except duckdb.Error as error:
            raise NewslintError(str(archive), f"its table {name} cannot be read: {short(error)}") from None
    return connection


def asked(archive: Path, question: str) -> tuple[list[str], list[tuple[object, ...]]]:
    """(columns, rows) of a question. Raises NewslintError that says what is wrong with it."""
    import duckdb

    connection = opened(archive)
    try:
        result = connection.execute(question)
        return [column[0] for column in result.description or ()], result.fetchall()
    except duckdb.Error as error:
        raise NewslintError("the question", short(error)) from None


def short(error: Exception) -> str:
    """An engine's error in one line."""
    return " ".join(str(error).split())[:300]


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
