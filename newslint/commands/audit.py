"""Try a draft rule, or a pack, on an archive or a folder of articles before it goes live.

Says how often it speaks, when and where, beside which other rules, and shows hits to judge; the verdicts are kept in
a file beside the rule.
"""

from __future__ import annotations

import argparse
import json
import os
from itertools import islice
from pathlib import Path

from newslint.commands._complain import complain
from newslint.commands._extras import need_archive
from newslint.commands._shared import (
    add_config_arguments,
    add_reading_arguments,
    counted,
    here,
    options_from,
    process_count,
)
from newslint.findings.check import matches
from newslint.model.errors import NewslintError, nearest
from newslint.model.printable import json_safe, printable
from newslint.model.standing import RETIRED
from newslint.plugins.packs import RuleFile, rule_file, rules_from
from newslint.rule import CorpusRule
from newslint.run.run import Run
from newslint.run.settings import Settings
from newslint.settings.config import PACKS_NAME
from newslint.settings.selection import with_config_options


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE|PACK", help="a rule or family by name, a TOML file, or a folder of rules")
    parser.add_argument("folder", metavar="DIR", help="an archive (newslint archive collect) or a folder of articles")
    parser.add_argument("--contexts", type=int, default=30, metavar="N", help="hits to show (default: 30)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the choice of hits (default: 1)")
    parser.add_argument("--most", type=int, metavar="N", help="read so many files, or parts of an archive, at most")
    parser.add_argument(
        "--jobs", type=process_count, default=os.cpu_count() or 1, metavar="N", help="processes (default: one a core)"
    )
    parser.add_argument("--verdicts", type=Path, metavar="FILE", help="keep the verdicts of one rule there")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    add_config_arguments(parser)
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    from newslint.archive.audit import Audit, as_data, count
    from newslint.archive.plan import is_archive
    from newslint.archive.trial import Trial, heard, pieces
    from newslint.archive.verdicts import Verdicts

    if is_archive(Path(arguments.folder)):
        need_archive(arguments.folder)
    job = Run(options_from(arguments))
    settings = job.settings_for(Path("article.txt"))
    files = _meant(arguments.rule, settings)
    if arguments.verdicts and len(files) > 1:
        raise NewslintError("--verdicts", f"is for one rule, and {arguments.rule} holds {len(files)}")
    audits = [
        Audit(
            with_config_options(file.load(), settings.config),
            Verdicts(arguments.verdicts or _beside(file)),
            arguments.seed,
            max(0, arguments.contexts),
        )
        for file in files
    ]
    trial = Trial(job, [audit.rule for audit in audits])
    by_rule = {audit.rule.id: audit for audit in audits}
    troubles: dict[str, None] = {}
    told: list[str] = []
    copy = islice(pieces(job, arguments.folder, told), arguments.most)
    for found in heard(trial, copy, arguments.jobs, lambda: any(audit.wants_others for audit in audits)):
        count(by_rule, found.tried)
        troubles.update(dict.fromkeys(found.troubles))
    troubles.update(dict.fromkeys(told))
    if not any(audit.articles or audit.outside for audit in audits) and not troubles:
        raise NewslintError(arguments.folder, "holds no articles that newslint reads")
    data = [dict(as_data(audit)) for audit in audits]
    for audit, row in zip(audits, data, strict=True):
        audit.verdicts.save(row)
    if arguments.format == "json":
        print(json_safe(json.dumps(data, ensure_ascii=False, indent=1)))
    else:
        for audit, row in zip(audits, data, strict=True):
            _show(row, audit.compared, audit.verdicts.path)
    for trouble in troubles:
        complain(trouble)
    return 2 if troubles else 0


def _meant(asked: str, settings: Settings) -> list[RuleFile]:
    """The rules that are meant. Raises NewslintError for none, and for one that an audit cannot try."""
    path = Path(asked)
    if path.suffix == ".toml" and path.is_file():
        files = [rule_file(path)]
    elif path.is_dir():
        files = list(rules_from(path))
    else:
        files = [file for file in settings.files if matches(file.id, asked.rstrip("/"))]
    if not files:
        known = sorted(file.id for file in settings.files)
        raise NewslintError(asked, f"no such rule, file or folder of rules{nearest(asked, known)}; see newslint rules")
    kept = [file for file in files if _can_be_tried(file)]
    if not kept:
        raise NewslintError(asked, "is retired, or compares articles with each other; an audit cannot try it")
    return kept


def _can_be_tried(file: RuleFile) -> bool:
    rule = file.load()
    return rule.standing.status != RETIRED and not isinstance(rule, CorpusRule)


def _beside(file: RuleFile) -> Path | None:
    """Where the verdicts of a rule are kept: nowhere beside rules of plugins, and of packs that are locked."""
    from newslint.archive.verdicts import beside

    if file.path is None or not file.path.endswith(".toml") or PACKS_NAME in Path(file.path).parts:
        return None
    return here(beside(Path(file.path))) if file.of_pack else None


def _show(found: dict[str, object], compared: int, kept: Path | None) -> None:
    """Print what an audit found."""

    def number(key: str) -> int:
        return int(str(found[key]))

    print(printable(f"# {found['rule']} ({found['status']})"))
    articles = f"{number('articles-with-hits'):,} of {counted(number('articles'), 'article')}"
    dropped = f"{number('dropped-in-quotations'):,} more inside quotations, dropped"
    print(f"{counted(number('hits'), 'hit')} in {articles}, {found['hits-per-1000-words']} in 1,000 words; {dropped}")
    if number("outside-scope"):
        print(f"{counted(number('outside-scope'), 'article')} out of the rule's scope")
    for title, key in (("by year", "years"), ("by section", "sections")):
        table = found[key]
        if isinstance(table, dict) and list(table) != ["(none)"] and table:
            print(f"\n{title}:")
            width = max(map(len, table))
            for name, count in table.items():
                print(printable(f"  {name:<{width}}  {count['hits']:>7,}  {count['per-1000']:.3f} in 1,000 words"))
    overlap = found["overlap"]
    if isinstance(overlap, dict) and overlap:
        print(f"\nother rules on the same words, in {counted(compared, 'article')} with hits:")
        for rule, hits in overlap.items():
            print(printable(f"  {rule}  {hits:,}"))
    contexts = found["contexts"]
    if isinstance(contexts, list) and contexts:
        print(f"\n{counted(len(contexts), 'context')}{f', kept in {kept.as_posix()}' if kept else ''}:")
        for row in contexts:
            verdict = f"{row['verdict']}: " if row["verdict"] else ""
            print(printable(f"  {row['article']}:{row['line']}: {verdict}{row['words']}"))
    print(f"\nproposed severity: {found['severity']} ({found['why']})")
