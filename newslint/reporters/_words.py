"""What several formats say in the same words."""

from __future__ import annotations

from newslint.findings.report import Located, RelatedPlace

# So many lines are named where a fault stands again; of more, only how many there are.
_NAMED = 4


def message(finding: Located) -> str:
    """The finding's message, and where the same fault stands again, for formats that show no related places."""
    again = [other.place.line for other in finding.related if other.rule == finding.rule]
    if not again:
        return finding.message
    if finding.place.field:
        same = [other.place.field for other in finding.related if other.rule == finding.rule]
        fields = dict.fromkeys(field.name for field in same if field)
        return f"{finding.message} Also in {', '.join(list(fields)[:_NAMED])}{' ...' if len(fields) > _NAMED else ''}."
    lines = list(dict.fromkeys(again))
    if len(lines) > _NAMED:
        return f"{finding.message} Also in {len(again)} more places from line {lines[0]} on."
    if len(lines) == 1:
        return f"{finding.message} Also in line {lines[0]}."
    return f"{finding.message} Also in lines {', '.join(map(str, lines[:-1]))} and {lines[-1]}."


def related(other: RelatedPlace, finding: Located) -> str:
    """What is said of a related place, with the rule that said it if that is another one."""
    return f"{other.rule}: {other.message}" if other.rule not in ("", finding.rule) else other.message


def mends(finding: Located) -> str:
    """What to write, best first: ``“soon” or “shortly”``, ``take it out``; nothing where several places differ."""
    fix = finding.fix
    if fix is None or len({edit.replacement for edit in fix.edits}) != 1:
        return ""
    return " or ".join(f"“{word}”" if word else "take it out" for word in (fix.edits[0].replacement, *fix.alternatives))


def advice(finding: Located) -> str:
    """The message with its suggestion, for formats that have no place for one."""
    said = mends(finding)
    return f"{message(finding)} Suggestion: {said}" if said else message(finding)
