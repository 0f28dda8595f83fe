"""One fault, one finding: where several rules see the same fault, the surest speaks and the others are related.

Two findings are about one fault if they mark the same words, or if one lies on words that the other claims
(``Rule.claims_words``). The graver finding is the surer one, since severities are measured; of two that are alike, the
one whose rule has the higher ``precedence``. What is related keeps its rule's id, so that nothing is lost to a program.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol, TypeVar

from newslint.findings.report import Located
from newslint.model.finding import Finding, Severity

# Two marks are the same words from this share on of all that both cover: “says Mr” and “says Mr.”.
_SAME = 0.5

F = TypeVar("F", Finding, Located)


class Weight(Protocol):
    """A rule, as far as its findings are weighed against others."""

    @property
    def precedence(self) -> int: ...
    @property
    def claims_words(self) -> bool: ...


def one_fault(findings: Iterable[F], rules: Mapping[str, Weight], text: str) -> list[F]:
    """The findings, each fault once. Spans are offsets of ``text``; ``rules`` has the rules of the findings by id."""
    rows = sorted(findings, key=lambda finding: (finding.start, finding.end))
    if not _any_touch(rows):
        return rows
    claimed = _absorbed(rows, _by_reach(rows, rules), lambda one: _claimed_by(one, rows, rules, text))
    return _absorbed(claimed, _by_sureness(claimed, rules), lambda one: _same_words(one, claimed))


def _any_touch(rows: list[F]) -> bool:
    """Whether any two findings may be about one fault: most articles have none, and are done."""
    reach = -2
    for row in rows:
        if row.start <= reach + 1:
            return True
        reach = max(reach, row.end)
    return False


def _rank(finding: F, rules: Mapping[str, Weight]) -> tuple[int, int]:
    """The surest first: by severity, then by precedence."""
    rule = rules.get(finding.rule)
    return finding.severity.rank, -(rule.precedence if rule else 0)


def _by_sureness(rows: list[F], rules: Mapping[str, Weight]) -> list[F]:
    return sorted(rows, key=lambda row: (*_rank(row, rules), row.start, row.rule, row.message))


def _by_reach(rows: list[F], rules: Mapping[str, Weight]) -> list[F]:
    """The findings that claim their words, the widest first."""
    claiming = [row for row in rows if row.rule in rules and rules[row.rule].claims_words]
    return sorted(claiming, key=lambda row: (row.start - row.end, *_rank(row, rules), row.rule, row.message))


def _absorbed(rows: list[F], speakers: Iterable[F], others_of: Callable[[F], list[F]]) -> list[F]:
    """``rows`` with what each speaker, in order, takes up as related; nothing is taken up twice."""
    gone: set[int] = set()
    changed: dict[int, F] = {}
    for speaker in speakers:
        if id(speaker) in gone:
            continue
        seen = [other for other in others_of(speaker) if id(other) not in gone and id(other) not in changed]
        if seen:
            gone.update(map(id, seen))
            changed[id(speaker)] = _with_related(speaker, seen)
    return [changed.get(id(row), row) for row in rows if id(row) not in gone]


def _with_related(speaker: Any, others: list[Any]) -> Any:
    """The finding with others as its related, and with the first mend among them if it has none of its own."""
    seen = [place for other in others for place in (other.as_related(), *other.related)]
    fix = next((other.fix for other in (speaker, *others) if other.fix), None)
    return speaker._replace(related=(*speaker.related, *seen), fix=fix)


def _claimed_by(speaker: F, rows: list[F], rules: Mapping[str, Weight], text: str) -> list[F]:
    """What lies on the words that a finding claims: within it, or on a word that it touches."""
    start, end = speaker.start, speaker.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    sure = speaker.severity is not Severity.INFO
    rank = _rank(speaker, rules)
    found = []
    for other in _starting(rows, start, end):
        if other is speaker or other.end > end or not (sure or other.severity is Severity.INFO):
            continue
        same = (other.start, other.end) == (speaker.start, speaker.end)
        if not same or rank <= _rank(other, rules):
            found.append(other)
    return found


def _same_words(speaker: F, rows: list[F]) -> list[F]:
    """What other rules say of the same words."""
    size = speaker.end - speaker.start
    near = _starting(rows, speaker.start - size, speaker.end)
    return [other for other in near if other.rule != speaker.rule and _is_same(speaker, other)]


def _starting(rows: list[F], low: int, high: int) -> list[F]:
    """Those of the sorted rows that start from ``low`` to ``high``."""

    def start(row: F) -> int:
        return row.start

    return rows[bisect_left(rows, low, key=start) : bisect_right(rows, high, key=start)]


def _is_same(one: F, two: F) -> bool:
    both = min(one.end, two.end) - max(one.start, two.start)
    either = max(one.end, two.end) - min(one.start, two.start)
    return both >= _SAME * either and (both > 0 or either == 0)
