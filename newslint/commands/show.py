"""Show what newslint reads of a file: its articles, and each block with its role, its field, its place and its text."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newslint.article import Article
from newslint.commands._shared import add_config_arguments, add_reading_arguments, options_from
from newslint.findings.report import Lines, place_of
from newslint.model.printable import json_safe, one_line
from newslint.reporters.jsonl import place_row
from newslint.reporters.text import spot
from newslint.run.run import Run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    add_config_arguments(parser)
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    source, articles = Run(options_from(arguments)).read(arguments.file)
    lines = Lines(source)
    if arguments.format == "json":
        print(json_safe(json.dumps([_row(article, lines) for article in articles], ensure_ascii=False, indent=1)))
        return 0
    for number, article in enumerate(articles, 1):
        if number > 1:
            print()
        for line in _heading(article, number if len(articles) > 1 else 0):
            print(line)
        for block in article.blocks:
            place = place_of(block, article.document, lines)
            words = one_line(article.text[block.start : block.end])
            print(f"{spot(place)}: {block.role.value}: {words}")
    return 0


def _heading(article: Article, number: int) -> Iterator[str]:
    """What the file says about the article."""
    about = article.metadata
    if number:
        yield f"# article {number}: {one_line(article.document.name)}"
    for what, said in (("title", about.title), ("byline", about.byline), ("language", about.language)):
        if said:
            yield f"# {what}: {one_line(said)}"
    if about.date:
        yield f"# date: {about.date.isoformat()}"
    for row in about.listed:
        yield f"# {row.kind}: {one_line(row.name)} ({one_line(row.field)})"


def _row(article: Article, lines: Lines) -> dict[str, Any]:
    about = article.metadata
    return {
        "document": article.document.name or None,
        "format": article.document.markup,
        "title": about.title,
        "byline": about.byline,
        "date": about.date.isoformat() if about.date else None,
        "language": about.language or None,
        "listed": [row._asdict() for row in about.listed],
        "blocks": [
            {
                "role": block.role.value,
                **place_row(place_of(block, article.document, lines)),
                "text": article.text[block.start : block.end],
            }
            for block in article.blocks
        ],
    }
