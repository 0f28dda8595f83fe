"""Rules on an article: what they say, the quote guard, the severities of the config."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from time import perf_counter

from newslint.article import Article
from newslint.findings.fix_safety import harmless
from newslint.model.block import Role
from newslint.model.errors import NewslintError
from newslint.model.finding import Finding, Severity
from newslint.model.standing import ORDINARY_STANDING
from newslint.rule import Rule


def run_rules(
    article: Article, rules: Sequence[Rule], times: dict[str, float] | None = None
) -> tuple[list[Finding], list[NewslintError]]:
    """What the rules say, without repeats, and the rules that failed on this article.

    The article's phrases must be those of these rules. ``times`` adds up seconds by rule; a view counts for the rule
    that asks for it first.
    """
    found: dict[Finding, None] = {}
    errors = []
    for rule in rules:
        began = perf_counter() if times is not None else 0.0
        try:
            found.update(dict.fromkeys(rule.check(article)))
        except NewslintError as error:
            errors.append(error)
        except Exception as error:
            errors.append(
                NewslintError(
                    rule.id, f"the rule failed: {type(error).__name__}: {error}; tell its author, or ignore it"
                )
            )
        if times is not None:
            times[rule.id] = times.get(rule.id, 0.0) + perf_counter() - began
    return list(found), errors


def suited(rules: Sequence[Rule], article: Article) -> Sequence[Rule]:
    """The rules in whose scope an article is."""
    desk, language = article.desk, article.language
    return [rule for rule in rules if rule.standing is ORDINARY_STANDING or rule.standing.suits(desk, language)]


def guarded(findings: Iterable[Finding], article: Article, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """Quotations are not the paper's own words: findings inside them go, and no name, figure or quotation is fixed
    unasked (see fix_safety).

    What the markup itself calls furniture (a menu, a footer, readers' comments) is no copy: nothing is said about it.
    """
    for finding in findings:
        block = article.block_at(finding.start)
        if block is not None and block.marked and block.role is Role.FURNITURE:
            continue
        reads_quotes = finding.rule in rules and rules[finding.rule].reads_quotes
        if not reads_quotes and article.in_quotation(finding.span):
            continue
        yield finding._replace(fix=harmless(finding.fix, article)) if finding.fix else finding


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
