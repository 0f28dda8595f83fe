"""Many-article rules over an archive: rows put together by key in the database, each group judged alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

from newslint.archive.query import opened, short
from newslint.model.errors import NewslintError, unforeseen
from newslint.model.finding import Finding
from newslint.model.named_tuple import NamedTuple
from newslint.rule import GroupRule
from newslint.run.settings import Settings
from newslint.settings.selection import with_config_options

_MOST = 20_000  # rows of a group; a key with more, such as the President's name, is judged on so many
_BATCH = 2_048


class Compared(NamedTuple):
    """A finding of a many-article rule, and the article of the archive that it is about."""

    article: str
    finding: Finding


@cache
def group_rules(settings: Settings) -> tuple[GroupRule, ...]:
    """The rules of many articles, chosen or not: what they need has to be collected before anybody can ask."""
    rules = (with_config_options(file.load(), settings.config) for file in settings.files)
    return tuple(rule for rule in rules if isinstance(rule, GroupRule))


def compared(archive: Path, rules: Iterable[GroupRule], troubles: list[str]) -> Iterator[Compared]:
    """The findings of rules over all articles, sorted by rule and key. ``troubles``: rules that failed, a line each.

    Only groups whose rows differ are fetched: what all articles say alike contradicts nothing.
    """
    import duckdb

    connection = opened(archive)
    for rule in sorted(rules, key=lambda rule: rule.id):
        try:
            rows = connection.execute(_ROWS, [rule.id])
            fetched = iter(lambda rows=rows: rows.fetchmany(_BATCH), [])  # type: ignore[misc]
            stream = (row for batch in fetched for row in batch)
            for key, group in groupby(stream, key=lambda row: row[0]):
                parts = [(article, json.loads(value)) for _, article, value in group]
                for article, finding in rule.judge(key, parts[:_MOST]):
                    yield Compared(article, finding)
        except duckdb.Error as error:
            raise NewslintError(str(archive), short(error)) from None
        except NewslintError:
            raise
        except Exception as error:
            troubles.append(f"{rule.id}: the rule failed: {unforeseen(error)}")


_ROWS = """
WITH rows AS (SELECT key, article, value FROM "values" WHERE rule = ?),
     many AS (SELECT key FROM rows GROUP BY key HAVING count(DISTINCT article) > 1)
SELECT key, article, value FROM rows SEMI JOIN many USING (key) ORDER BY key, article, value
"""
