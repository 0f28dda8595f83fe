"""What stays of a finding when the lines around it move: rule, words and neighbours, and which of several."""

from collections.abc import Iterable, Iterator

from newslint.findings.report import Located
from newslint.model.expressions import compiled
from newslint.model.named_tuple import NamedTuple

# Characters kept on each side of the mark, and the most that is kept of a long mark.
_BESIDE = 24
_LONGEST = 120


class Fingerprint(NamedTuple):
    """``occurrence`` counts from 0 the findings of one rule whose ``context`` is the same in one file."""

    rule: str
    context: str
    occurrence: int


def fingerprints(findings: Iterable[Located], source: str) -> Iterator[tuple[Located, Fingerprint]]:
    """Each finding of a file, in order, with its fingerprint."""
    counts: dict[tuple[str, str], int] = {}
    for finding in findings:
        key = (finding.rule, _context(finding, source))
        counts[key] = counts.get(key, -1) + 1
        yield finding, Fingerprint(*key, counts[key])


def _context(finding: Located, source: str) -> str:
    """The marked words with what stands beside them in their line, white space and case levelled."""
    start, end = finding.place.start, finding.place.end
    before = compiled(r"[\r\n]").split(source[max(0, start - _BESIDE) : start])[-1]
    after = compiled(r"[\r\n]").split(source[end : end + _BESIDE])[0]
    words = source[start:end]
    if len(words) > _LONGEST:
        words = words[: _LONGEST // 2] + "…" + words[-_LONGEST // 2 :]
    return " ".join(f"{before}[{words}]{after}".lower().split())
