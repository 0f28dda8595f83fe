"""Keep an archive: findings, names, quotations and figures of very many articles; ask it (needs newslint[archive])."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from newslint.commands import _archive_collect
from newslint.commands._complain import complain
from newslint.commands._extras import need_archive
from newslint.commands._shared import add_config_arguments, add_rule_arguments, options_from


def add_arguments(parser: argparse.ArgumentParser) -> None:
    steps = parser.add_subparsers(dest="step", required=True, metavar="STEP")
    collect = steps.add_parser("collect", help="read articles into an archive; a run that was broken off goes on")
    _archive_collect.add_arguments(collect)
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
    report = steps.add_parser("report", help="write a page: findings by rule, section and month, and rules' effect")
    report.add_argument("archive", type=Path, metavar="DIR")
    report.add_argument("--output", type=Path, required=True, metavar="FILE", help="the page, such as archive.html")
    add_config_arguments(report)


def run(arguments: argparse.Namespace) -> int:
    need_archive("newslint archive")
    steps = {"collect": _archive_collect.run, "sql": _sql, "compare": _compare, "report": _report}
    return steps[arguments.step](arguments)


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
    for row in compared(arguments.archive, rules, troubles):
        found += 1
        if arguments.format == "jsonl":
            print(json.dumps(row._asdict(), ensure_ascii=False))
        else:
            print(f"{row.article}:{row.start}: {row.rule} {row.message}")
    for trouble in troubles:
        complain(trouble)
    return 2 if troubles else 1 if found else 0


def _report(arguments: argparse.Namespace) -> int:
    from newslint.archive.page import Live, page_of
    from newslint.disk.writing import replace_file
    from newslint.run.run import Run

    settings = Run(options_from(arguments)).settings_for(Path("article.txt"))
    live = [Live(rule.id, rule.standing.since, rule.standing.owner) for rule in settings.rules if rule.standing.since]
    replace_file(arguments.output, page_of(arguments.archive, live).encode())
    print(f"{arguments.output.as_posix()} is written")
    return 0
