"""What editors made of findings: a line of JSON each, and the sum of them by rule."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newslint.model.errors import NewslintError
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple
from newslint.server.job import Job, RefusalError

VERDICTS = ("accepted", "ignored", "wrong")
_RULE = expression(r"[a-z0-9][a-z0-9-]{0,60}(?:/[a-z0-9][a-z0-9-]{0,60}){1,3}")
_MOST = 1000  # verdicts in one request
_LONGEST = 300  # characters of what a verdict repeats


def rows_of(job: Job) -> list[dict[str, str]]:
    """The verdicts of a request, one or a list. Raises RefusalError."""
    try:
        given = json.loads(job.body)
    except (ValueError, RecursionError):
        raise RefusalError(400, "the body is not JSON") from None
    rows = given if isinstance(given, list) else [given]
    if not 0 < len(rows) <= _MOST:
        raise RefusalError(400, f"from 1 to {_MOST} verdicts at a time")
    return [_row(row) for row in rows]


def _row(row: object) -> dict[str, str]:
    if not isinstance(row, dict) or row.get("verdict") not in VERDICTS:
        raise RefusalError(400, f"a verdict has a `rule` and a `verdict`: {', '.join(VERDICTS)}")
    rule = row.get("rule")
    if not isinstance(rule, str) or not _RULE.fullmatch(rule):
        raise RefusalError(400, "the `rule` is to be the id of a rule, such as names/inconsistent-spelling")
    found = {"time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "rule": rule, "verdict": row["verdict"]}
    for key in ("message", "words", "note", "document"):
        if row.get(key) is not None:
            if not isinstance(row[key], str):
                raise RefusalError(400, f"`{key}` is to be a text")
            found[key] = row[key][:_LONGEST]
    return found


def add(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Add rows to a file, whole lines at once. Raises OSError."""
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, data)
    finally:
        os.close(handle)


class Sum(NamedTuple):
    """Verdicts about a rule."""

    rule: str
    accepted: int
    ignored: int
    wrong: int

    @property
    def right(self) -> float | None:
        """The share of accepted among accepted and wrong; None where nobody said either."""
        said = self.accepted + self.wrong
        return self.accepted / said if said else None


def summed(rows: Iterable[Mapping[str, Any]]) -> list[Sum]:
    """The verdicts by rule, the rule with most verdicts first."""
    counts: dict[str, dict[str, int]] = {}
    for row in rows:
        verdicts = counts.setdefault(row["rule"], dict.fromkeys(VERDICTS, 0))
        verdicts[row["verdict"]] += 1
    sums = [Sum(rule, *(verdicts[verdict] for verdict in VERDICTS)) for rule, verdicts in counts.items()]
    return sorted(sums, key=lambda one: (-one.accepted - one.ignored - one.wrong, one.rule))


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file. Raises NewslintError that names the line."""
    try:
        with open(path, encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _parsed(line, path, number)
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "is not UTF-8"
        raise NewslintError(str(path), f"{why}; name a file of newslint serve --feedback") from None


def _parsed(line: str, path: Path, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if isinstance(row, dict) and isinstance(row.get("rule"), str) and row.get("verdict") in VERDICTS:
        return row
    raise NewslintError(f"{path}:{number}", "is no verdict of newslint serve --feedback; take the line out")
