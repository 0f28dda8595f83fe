"""A fault seldom comes alone: what is too faint to be told by itself is told where the article has sure faults.

Copy that a machine has spun, or that was pasted in a hurry, breaks in many places; edited copy hardly ever breaks in
two. So the same sign is worth much more beside others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from newslint.model.finding import Finding, Severity


class Claim(Protocol):
    """A rule, as far as its findings tell about their article."""

    @property
    def claims_words(self) -> bool: ...


def with_company(findings: Sequence[Finding], rules: Mapping[str, Claim], text: str) -> list[Finding]:
    """The findings without the faint ones (``Finding.faint``) that stand in an article without faults enough.

    Where they do stand among faults, they take the place of what their rule says of the same words without them. What
    claims its words (furniture, leftovers) tells about the page, not about its sentences.
    """
    if not any(finding.faint for finding in findings):
        return list(findings)
    sure = [
        finding.rule
        for finding in findings
        if not finding.faint
        and finding.severity is not Severity.INFO
        and not (finding.rule in rules and rules[finding.rule].claims_words)
    ]
    from newslint.analysis.acceptability.signs import are_many  # only where something faint was found

    if not are_many(len(sure), len(set(sure)), text):
        return [finding for finding in findings if not finding.faint]
    faint = {(finding.rule, finding.span) for finding in findings if finding.faint}
    return [finding for finding in findings if finding.faint or (finding.rule, finding.span) not in faint]
