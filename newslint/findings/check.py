"""Articles and rules in, findings out: check, quote guard, order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from time import perf_counter

from newslint.article import Article
from newslint.model.block import Role
from newslint.model.errors import NewslintError
from newslint.model.finding import Finding, Fix, Safety, Severity
from newslint.rule import Rule


def lint(
    article: Article, rules: Sequence[Rule], times: dict[str, float] | None = None
) -> tuple[list[Finding], list[NewslintError]]:
    """Findings in clean-text offsets, sorted, without repeats; and the rules that failed on this article.

    ``article.lexicon`` must hold the phrases of these rules. ``times`` adds up seconds by rule; a view counts for the
    rule that asks for it first.
    """
    found: set[Finding] = set()
    yielding: list[Finding] = []
    errors = []
    for rule in rules:
        began = perf_counter() if times is not None else 0.0
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
        if times is not None:
            times[rule.id] = times.get(rule.id, 0.0) + perf_counter() - began
        if findings:
            kept = guarded(findings, article, reads_quotes=rule.reads_quotes)
            if rule.gives_way:
                yielding.extend(kept)
            else:
                found.update(kept)
    found.update(once(yielding))
    return sorted(found, key=lambda finding: (finding.span, finding.rule, finding.message)), errors


def once(findings: list[Finding]) -> Iterator[Finding]:
    """The findings but for those that lie within one of the same family that is as grave or graver."""
    reach: dict[str, tuple[int, int]] = {}
    for finding in sorted(findings, key=lambda finding: (finding.start, -finding.end, finding.severity.rank)):
        family, rank = finding.rule.rpartition("/")[0], finding.severity.rank
        end, graver = reach.get(family, (-1, 0))
        if finding.end > end:
            reach[family] = finding.end, rank
        elif graver <= rank:
            continue
        yield finding


def guarded(findings: Iterable[Finding], article: Article, *, reads_quotes: bool) -> Iterable[Finding]:
    """Quotations are not the paper's own words: findings inside them go, and nothing inside is fixed unasked.

    What the markup itself calls furniture (a menu, a footer, readers' comments) is no copy: nothing is said about it.
    """
    for finding in findings:
        block = article.block_at(finding.start)
        if block is not None and block.marked and block.role is Role.FURNITURE:
            continue
        if reads_quotes:
            fix = finding.fix
            if fix and any(article.in_quotation(edit.span) for edit in fix.edits):
                yield finding._replace(fix=Fix(fix.edits, Safety.BY_HAND, fix.alternatives))
                continue
        elif article.in_quotation(finding.span):
            continue
        yield finding


def with_severity(findings: Iterable[Finding], overrides: Mapping[str, Severity]) -> list[Finding]:
    """Findings with the severities that the config sets; the longest matching prefix wins."""
    if not overrides:
        return list(findings)
    changed = []
    for finding in findings:
        prefixes = [prefix for prefix in overrides if matches(finding.rule, prefix)]
        changed.append(finding._replace(severity=overrides[max(prefixes, key=len)]) if prefixes else finding)
    return changed


def matches(rule_id: str, prefix: str) -> bool:
    """Whether a rule is meant by a prefix: the whole id, or a folder of it."""
    return rule_id == prefix or rule_id.startswith(prefix.rstrip("/") + "/")
