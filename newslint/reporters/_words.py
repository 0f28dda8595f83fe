"""What several formats say in the same words."""

from __future__ import annotations

from newslint.findings.report import Located


def mends(finding: Located) -> str:
    """The replacements to choose from, best first: ``“soon” or “shortly”``; nothing without a fix of one edit."""
    fix = finding.fix
    if fix is None or len(fix.edits) != 1:
        return ""
    return " or ".join(f"“{word}”" if word else "nothing" for word in (fix.edits[0].replacement, *fix.alternatives))


def advice(finding: Located) -> str:
    """The message with its suggestion, for formats that have no place for one."""
    said = mends(finding)
    return f"{finding.message} Suggestion: {said}" if said else finding.message
