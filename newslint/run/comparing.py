"""What rules that see many articles find, added to the reports of the files after all were read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.article import Article
from newslint.findings.pipeline import joined, judged, located, settled
from newslint.findings.report import FileReport, Lines, Report
from newslint.model.finding import Finding
from newslint.rule import CorpusRule

if TYPE_CHECKING:
    from newslint.run.run import Run


def compared(run: Run, report: Report) -> Report:
    """The report with the findings of the rules that see many articles."""
    files = report.files
    values: dict[str, dict[str, object]] = {}
    names: dict[str, tuple[str, int]] = {}  # of articles: their file, and which in it
    for file in files:
        for number, collected in enumerate(file.collected):
            name = file.path if len(file.collected) == 1 else f"{file.path}#{number + 1}"
            names[name] = (file.path, number)
            for rule_id, value in collected.items():
                values.setdefault(rule_id, {})[name] = value
    found: dict[str, dict[int, list[Finding]]] = {}
    for rule_id in values:
        rule = _corpus_rule(run, rule_id, files)
        for name, finding in rule.compare(values[rule_id]):
            path, number = names[name]
            found.setdefault(path, {}).setdefault(number, []).append(finding)
    late = tuple(_with_late(run, file, found[file.path]) if file.path in found else file for file in files)
    return report._replace(files=late)


def _corpus_rule(run: Run, rule_id: str, files: Iterable[FileReport]) -> CorpusRule:
    for file in files:
        rule = run.settings_for(Path(file.path)).by_id.get(rule_id)
        if isinstance(rule, CorpusRule):
            return rule
    raise KeyError(rule_id)


def _with_late(run: Run, file: FileReport, findings: Mapping[int, list[Finding]]) -> FileReport:
    """The report with findings, by article, that came after the articles were let go."""
    articles = in_english(run.again(file))
    for number, found in findings.items():
        file = _with_late_article(run, file, articles[number], found)
    return file


def _with_late_article(run: Run, file: FileReport, article: Article, findings: list[Finding]) -> FileReport:
    path = Path(file.path)
    settings = run.settings_for(path)
    suppressions = run.suppressions(path, article, settings)
    found, silenced, _ = judged(settled(findings, article, settings.by_id), article, settings.severities, suppressions)
    lines = Lines(file.source)
    late = FileReport(
        file.path,
        located(found, article, file.path, lines),
        suppressed=located(silenced, article, file.path, lines),
    )
    return joined(file, late, settings.by_id)


def in_english(articles: Sequence[Article]) -> list[Article]:
    """The articles that newslint can judge."""
    found = []
    for article in articles:
        if article.metadata.language:
            from newslint.analysis.text.language import is_foreign

            if is_foreign(article.metadata.language, article.text):
                continue
        found.append(article)
    return found
