"""Articles and rules in, findings out: check, quote guard, order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newslint.article import Article
from newslint.errors import NewslintError
from newslint.finding import Finding, Fix, Safety, Severity
from newslint.rule import Rule


def lint(article: Article, rules: Sequence[Rule]) -> tuple[list[Finding], list[NewslintError]]:
    """Findings in clean-text offsets, sorted, without repeats; and the rules that failed on this article.

    ``article.lexicon`` must hold the phrases of these rules.
    """
    found: set[Finding] = set()
    errors = []
    for rule in rules:
        try:
            findings = list(rule.check(article))
        except NewslintError as error:
            errors.append(error)
            continue
        except Exception as error:
            errors.append(
                NewslintError(
                    rule.id, f"the rule failed: {type(error).__name__}: {error}; tell its author, or ignore it"
                )
            )
            continue
        if findings:
            found.update(guarded(findings, article, reads_quotes=rule.reads_quotes))
    return sorted(found, key=lambda finding: (finding.span, finding.rule, finding.message)), errors


def guarded(findings: Iterable[Finding], article: Article, *, reads_quotes: bool) -> Iterable[Finding]:
    """Quotations are not the paper's own words: findings inside them go, and nothing inside is fixed unasked."""
    for finding in findings:
        if reads_quotes:
            fix = finding.fix
            if fix and fix.safety is Safety.SAFE and any(article.in_quotation(edit.span) for edit in fix.edits):
                fix = Fix(fix.edits, Safety.SUGGESTION, fix.alternatives)
                yield replace(finding, fix=fix)
                continue
        elif article.in_quotation(finding.span):
            continue
        yield finding


def with_severity(findings: Iterable[Finding], overrides: dict[str, Severity]) -> list[Finding]:
    """Findings with the severities that the config sets; the longest matching prefix wins."""
    if not overrides:
        return list(findings)
    changed = []
    for finding in findings:
        prefixes = [prefix for prefix in overrides if matches(finding.rule, prefix)]
        changed.append(replace(finding, severity=overrides[max(prefixes, key=len)]) if prefixes else finding)
    return changed


def matches(rule_id: str, prefix: str) -> bool:
    """Whether a rule is meant by a prefix: the whole id, or a folder of it."""
    return rule_id == prefix or rule_id.startswith(prefix.rstrip("/") + "/")
