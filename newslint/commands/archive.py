"""Keep an archive: findings, names, quotations and figures of very many articles; ask it (needs newslint[archive])."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from newslint.commands._complain import complain
from newslint.commands._shared import (
    add_config_arguments,
    add_reading_arguments,
    add_rule_arguments,
    counted,
    options_from,
)
from newslint.model.errors import NewslintError

SHARD = 2_000_000  # bytes of a shard, about: a few hundred articles


def add_arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", required=True, metavar="STEP")
    collect = steps.add_parser("collect", help="read articles into an archive; a run that was broken off goes on")
    collect.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="folders, files, zip, tar, WARC, Parquet, or - for JSON lines"
    )
    collect.add_argument("--out", type=Path, required=True, metavar="DIR", help="the archive")
    collect.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (default: one a core)"
    )
    collect.add_argument(
        "--shard-size", type=float, default=SHARD / 1e6, metavar="MB", help="bytes of a shard, about (default: 2)"
    )
    collect.add_argument(
        "--timeout", type=float, default=60.0, metavar="SECONDS", help="give an article up after so long (default: 60)"
    )
    add_rule_arguments(collect)
    add_config_arguments(collect)
    add_reading_arguments(collect)
    sql = steps.add_parser(
        "sql", help="ask the archive in SQL; its tables: articles, findings, names, quotations, figures, lines"
    )
    sql.add_argument("archive", type=Path, metavar="DIR")
    sql.add_argument("question", metavar="SQL")
    sql.add_argument("--format", choices=["text", "jsonl"], default="text", help="a table, or a JSON object a row")
    compare = steps.add_parser("compare", help="report what articles of the archive say against each other")
    compare.add_argument("archive", type=Path, metavar="DIR")
    compare.add_argument("--format", choices=["text", "jsonl"], default="text")
    add_rule_arguments(compare)
    add_config_arguments(compare)


def run(arguments: argparse.Namespace) -> int:
    missing = [library for library in ("duckdb", "pyarrow", "warcio") if find_spec(library) is None]
    if missing:
        raise NewslintError("newslint archive", f"needs {' and '.join(missing)}: pip install 'newslint[archive]'")
    steps = {"collect": _collect, "sql": _sql, "compare": _compare}
    return steps[arguments.step](arguments)


def _collect(arguments: argparse.Namespace) -> int:
    from newslint.archive.collect import Collector
    from newslint.archive.plan import locked, planned
    from newslint.run.run import Run

    options = options_from(arguments)
    job = Run(options)
    archive: Path = arguments.out
    with locked(archive):
        plan = planned(
            archive,
            arguments.sources,
            job.suffixes,
            stamp=job.settings_for(Path("article.txt")).key,
            size=int(arguments.shard_size * 1e6),
        )
        collector = Collector(options, archive, plan, max(1, arguments.jobs))
        if collector.before:
            print(f"{counted(collector.before, 'shard')} there already", file=sys.stderr)
        begun, articles, troubles, shards = time.monotonic(), 0, 0, 0
        for done in collector:
            shards, articles, troubles = shards + 1, articles + done.articles, troubles + done.troubles
            rate = articles / max(time.monotonic() - begun, 1e-9)
            left = (len(plan.shards) - collector.before - shards) * (time.monotonic() - begun) / shards
            if sys.stderr.isatty():
                print(f"\r{articles:,} articles, {rate:.0f} a second, {left:.0f} s left ", end="", file=sys.stderr)
        if sys.stderr.isatty():
            print(file=sys.stderr)
    print(f"{counted(articles, 'article')} read into {archive}", file=sys.stderr)
    return _told_troubles(archive)


def _told_troubles(archive: Path) -> int:
    from newslint.archive.query import asked

    _, rows = asked(archive, "SELECT article, message FROM troubles ORDER BY ALL")
    for article, message in rows:
        words = str(message)
        complain(words if words.startswith(str(article)) else f"{article}: {words}")
    return 2 if rows else 0


def _sql(arguments: argparse.Namespace) -> int:
    from newslint.archive.query import asked

    columns, rows = asked(arguments.archive, arguments.question)
    if arguments.format == "jsonl":
        for row in rows:
            print(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=str))
        return 0
    table: list[list[str]] = [columns]
    table += [["" if cell is None else " ".join(str(cell).split()) for cell in row] for row in rows]
    widths = [min(60, max(len(line[index]) for line in table)) for index in range(len(columns))]
    for line in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    return 0


def _compare(arguments: argparse.Namespace) -> int:
    from newslint.archive.compare import compared, group_rules
    from newslint.findings.check import matches
    from newslint.run.run import Run

    job = Run(options_from(arguments))
    asked, off = job.options.select, job.options.ignore
    rules = [
        rule
        for rule in group_rules(job.settings_for(Path("article.txt")))
        if (not asked or any(matches(rule.id, prefix) for prefix in asked))
        and not any(matches(rule.id, prefix) for prefix in off)
    ]
    troubles: list[str] = []
    found = 0
    for article, finding in compared(arguments.archive, rules, troubles):
        found += 1
        if arguments.format == "jsonl":
            row = {
                "article": article,
                "rule": finding.rule,
                "severity": finding.severity.value,
                "message": finding.message,
            }
            print(json.dumps({**row, "start": finding.start, "end": finding.end}, ensure_ascii=False))
        else:
            print(f"{article}:{finding.start}: {finding.rule} {finding.message}")
    for trouble in troubles:
        complain(trouble)
    return 2 if troubles else 1 if found else 0
