"""A rule tried on copy that is there already, before it goes live: how often it speaks, of what, and beside whom.

``trial.py`` reads the copy; here what it found is counted, article by article in their order.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from newslint.archive.trial import Tried
from newslint.archive.verdicts import Context, Verdicts
from newslint.rule import Rule

CONTEXTS = 30
_OVERLAPS = 300  # articles with hits on which all other rules run, too


@dataclass
class Count:
    """Hits, and the words that they are counted in."""

    hits: int = 0
    words: int = 0


@dataclass
class Audit:
    """What a rule said of all articles. ``dropped``: hits inside quotations, which nobody would have seen.

    ``met``: articles with hits. ``overlap``: hits on whose words another rule spoke too, by that rule, in the first
    ``compared`` articles with hits. ``judged``: hits that somebody has judged; ``contexts``: a choice of the others.
    """

    rule: Rule
    verdicts: Verdicts
    seed: int
    wanted: int = CONTEXTS
    articles: int = 0
    outside: int = 0
    words: int = 0
    hits: int = 0
    met: int = 0
    dropped: int = 0
    compared: int = 0
    years: dict[str, Count] = field(default_factory=dict)
    sections: dict[str, Count] = field(default_factory=dict)
    overlap: Counter[str] = field(default_factory=Counter)
    judged: list[Context] = field(default_factory=list)
    contexts: list[Context] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._chance = random.Random(f"{self.seed} {self.rule.id}")
        self._seen = 0

    @property
    def wants_others(self) -> bool:
        """Whether it is still to be known which other rules speak of the same words."""
        return self.compared < _OVERLAPS

    @property
    def rate(self) -> float:
        """Hits in 1,000 words."""
        return 1000 * self.hits / self.words if self.words else 0.0

    def add(self, tried: Tried) -> None:
        """Count an article."""
        if not tried.suits:
            self.outside += 1
            return
        hits = len(tried.contexts)
        self.articles += 1
        self.words += tried.words
        self.hits += hits
        self.met += bool(hits)
        self.dropped += tried.dropped
        for table, key in ((self.years, tried.year), (self.sections, tried.section)):
            count = table.setdefault(key, Count())
            count.hits += hits
            count.words += tried.words
        for context in tried.contexts:
            self._keep(context)
        if hits and self.wants_others:
            self.compared += 1
            self.overlap.update(tried.beside)

    def _keep(self, context: Context) -> None:
        """Keep so many contexts that each has the same chance; and whatever has been judged before."""
        if verdict := self.verdicts.of(context):
            self.judged.append(context._replace(verdict=verdict))
            return
        self._seen += 1
        if len(self.contexts) < self.wanted:
            self.contexts.append(context)
        elif (at := self._chance.randrange(self._seen)) < self.wanted:
            self.contexts[at] = context


def count(audits: Mapping[str, Audit], tried: Iterable[Tried]) -> None:
    """Count what was found in some copy. ``audits``: by their rules' ids."""
    for one in tried:
        audits[one.rule].add(one)


def as_data(audit: Audit) -> Mapping[str, object]:
    """What an audit found, as plain data."""
    severity, why = proposed(audit)
    return {
        "rule": audit.rule.id,
        "status": audit.rule.standing.status,
        "articles": audit.articles,
        "outside-scope": audit.outside,
        "words": audit.words,
        "hits": audit.hits,
        "articles-with-hits": audit.met,
        "hits-per-1000-words": round(audit.rate, 4),
        "dropped-in-quotations": audit.dropped,
        "severity": severity,
        "why": why,
        "years": _table(audit.years),
        "sections": _table(audit.sections),
        "overlap": dict(audit.overlap.most_common()),
        "contexts": [context._asdict() for context in (*audit.judged, *audit.contexts)],
    }


def _table(counts: Mapping[str, Count]) -> dict[str, dict[str, float]]:
    return {
        key: {"hits": count.hits, "words": count.words, "per-1000": round(1000 * count.hits / max(count.words, 1), 4)}
        for key, count in sorted(counts.items())
    }


_ENOUGH = 20  # verdicts
# A rule that speaks in every fifth article speaks against what the desk writes.
_MANY = 0.2


def proposed(audit: Audit) -> tuple[str, str]:
    """(severity, why): by the verdicts on its contexts, as CONTRIBUTING has it, and by how often it speaks."""
    judged = audit.judged
    right = sum(context.verdict == "right" for context in judged)
    if not audit.hits:
        return "info", "no hits: nothing is known of it"
    often = audit.met / audit.articles
    if len(judged) < _ENOUGH:
        return "info", f"{len(judged)} of {_ENOUGH} contexts are judged; nothing graver before"
    share = right / len(judged)
    said = f"{right} of {len(judged)} contexts are right"
    if share < 0.5:
        return "off", said
    if share < 0.7:
        return "info", said
    if often >= _MANY:
        return "info", f"{said}, but it speaks in {often:.0%} of the articles: the desk writes so"
    return ("error" if share >= 0.95 else "warning"), said
