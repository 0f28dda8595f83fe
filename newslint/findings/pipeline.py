"""The way of findings from the rules to a report, step by step: lists in, lists out, and this is their order.

Of an article: what the rules say; the quote guard; faint ones only in company; one fault, one finding; the severities
of the config; suppressions; their places in the file. Of a run: what rules that compare articles add, by the same
steps; the baseline; the same fault at several places gathered; sorted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from newslint.article import Article
from newslint.findings.check import guarded, run_rules, with_severity
from newslint.findings.company import with_company
from newslint.findings.furniture import furniture_as_one
from newslint.findings.one_fault import one_fault
from newslint.findings.parts import parts_of
from newslint.findings.repeats import gathered
from newslint.findings.report import FileReport, Lines, Located, locate
from newslint.findings.suppressions import Suppression, apply_suppressions
from newslint.model.errors import NewslintError
from newslint.model.finding import Finding, Severity
from newslint.model.named_tuple import NamedTuple
from newslint.rule import Rule


class Verdict(NamedTuple):
    """What an article's findings come to in clean text: those that stand, those suppressed, suppressions unused."""

    findings: list[Finding]
    suppressed: list[Finding]
    unused: list[Suppression]


def lint(
    article: Article, rules: Sequence[Rule], times: dict[str, float] | None = None
) -> tuple[list[Finding], list[NewslintError]]:
    """The findings of an article in clean-text offsets, sorted, before any config; and the rules that failed on it."""
    by_id = {rule.id: rule for rule in rules}
    findings: list[Finding] = []
    errors: dict[str, NewslintError] = {}
    for start, part in parts_of(article):
        found, failed = run_rules(part, rules, times)
        findings += [finding.moved(start) for finding in settled(found, part, by_id)]
        errors.update({str(error): error for error in failed})
    return findings, list(errors.values())


def settled(found: Iterable[Finding], article: Article, rules: Mapping[str, Rule]) -> list[Finding]:
    """Findings behind the quote guard, each fault once, the faint only in company, sorted."""
    kept = with_company(list(guarded(found, article, rules)), rules, article.text)
    single = one_fault(kept, rules, article.text)
    return sorted(single, key=lambda finding: (finding.span, finding.rule, finding.message))


def judged(
    findings: Iterable[Finding],
    article: Article,
    severities: Mapping[str, Severity],
    suppressions: Sequence[Suppression],
) -> Verdict:
    """Settled findings under a config."""
    return Verdict(*apply_suppressions(with_severity(findings, severities), article, suppressions))


def located(findings: Iterable[Finding], article: Article, path: str, lines: Lines) -> tuple[Located, ...]:
    rows = (locate(finding, path, article.document, lines) for finding in findings)
    return tuple(sorted(rows, key=Located.sort_key))


def joined(file: FileReport, late: FileReport, rules: Mapping[str, Rule]) -> FileReport:
    """A file's report with what came later, from rules that see many articles; a fault that both saw is one still."""
    silent = {(row.rule, row.place) for row in (*file.suppressed, *late.suppressed)}
    rows = one_fault((*file.findings, *late.findings, *file.suppressed, *late.suppressed), rules, file.source)
    return file._replace(
        findings=tuple(sorted([row for row in rows if (row.rule, row.place) not in silent], key=Located.sort_key)),
        suppressed=tuple(row for row in rows if (row.rule, row.place) in silent),
    )


def finished(file: FileReport, gathering: Mapping[str, bool], furniture: Collection[str]) -> FileReport:
    """The report as it is shown: the same fault at several places is one finding, and so are neighbours of the page."""
    rows = gathered(file.findings, gathering)
    return file._replace(findings=tuple(furniture_as_one(rows, file.source, furniture)))
