"""The same fault at several places of one article is one finding, at the first of them; the others are related."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from newslint.findings.report import Located, RelatedPlace
from newslint.model.finding import HERE_TOO, Edit, Fix

_FEW = 3  # so many findings of a rule are faults of their own; more have one cause


def gathered(findings: Iterable[Located], gathering: Mapping[str, bool]) -> list[Located]:
    """The findings in the order of the file, repeats as one.

    ``gathering``: the rules of which the same message twice is the same fault, and whether many findings of a severity
    are one fault, too, whatever they say.
    """
    rows = sorted(findings, key=Located.sort_key)
    kinds = Counter((row.rule, row.severity) for row in rows)
    groups: dict[object, list[Located]] = {}
    for number, row in enumerate(rows):
        key: object = number
        if row.rule in gathering:
            many = gathering[row.rule] and kinds[row.rule, row.severity] > _FEW
            key = row.rule, row.severity, "" if many else row.message
        groups.setdefault(key, []).append(row)
    return [_one(first, rest) if rest else first for first, *rest in groups.values()]


def _one(first: Located, rest: list[Located]) -> Located:
    """The first of several places of a fault with the others; what is related to all of them is said once."""
    places = [
        RelatedPlace(other.place, HERE_TOO if other.message == first.message else other.message, other.rule)
        for other in rest
    ]
    about = dict.fromkeys(place for other in (first, *rest) for place in other.related)
    return first._replace(related=(*places, *about), fix=_joined([first, *rest]))


def _joined(findings: list[Located]) -> Fix | None:
    """One mend for all places, where each has one of the same safety."""
    fixes = [finding.fix for finding in findings if finding.fix]
    if len(fixes) < len(findings) or len({fix.safety for fix in fixes}) > 1:
        return findings[0].fix
    edits: dict[Edit, None] = dict.fromkeys(edit for fix in fixes for edit in fix.edits)
    return fixes[0]._replace(edits=tuple(edits))
