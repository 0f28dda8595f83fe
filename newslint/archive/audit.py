"""A rule tried on copy that is there already, before it goes live: how often it speaks, of what, and beside whom."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from newslint.analysis.text.language import is_foreign
from newslint.archive.plan import all_items, is_archive
from newslint.archive.verdicts import Context, Verdicts
from newslint.article import Article
from newslint.article import Context as Known
from newslint.findings.check import guarded, run_rules
from newslint.findings.report import Lines
from newslint.model.errors import NewslintError, NotCopyError, one_line
from newslint.model.finding import Finding
from newslint.model.phrase_index import PhraseIndex
from newslint.model.span import Span
from newslint.rule import Rule
from newslint.run.deadline import deadline
from newslint.run.run import Run

CONTEXTS = 30
_AROUND = 70  # characters of a context on either side
_LONGEST = 200
_OVERLAPS = 300  # articles with hits on which all other rules run, too
NOWHERE = "(none)"


class Copy(NamedTuple):
    """What an audit reads: a name and, when asked, its bytes."""

    name: str
    data: bytes


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
    def rate(self) -> float:
        """Hits in 1,000 words."""
        return 1000 * self.hits / self.words if self.words else 0.0

    def add(self, name: str, article: Article, source: str, found: Sequence[Finding], dropped: int) -> None:
        """Count an article. ``found``: the rule's findings that would be shown."""
        words = len(article.text.split())
        self.articles += 1
        self.words += words
        self.hits += len(found)
        self.met += bool(found)
        self.dropped += dropped
        year = str(article.metadata.date.year) if article.metadata.date else NOWHERE
        for table, key in ((self.years, year), (self.sections, article.desk or NOWHERE)):
            count = table.setdefault(key, Count())
            count.hits += len(found)
            count.words += words
        lines = Lines(source) if found else None
        for finding in found:
            place = article.source_map.to_source(finding.span)
            line = lines.position(place.start)[0] if lines else 0
            self._keep(Context(name, line, _around(article.text, finding.span), finding.message))

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


def _around(text: str, span: Span) -> str:
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    return " ".join(f"{before}[[{text[span.start : min(span.end, span.start + _LONGEST)]}]]{after}".split())


class Auditor:
    """Tries rules on articles, one after another. ``troubles``: what could not be read, and rules that failed."""

    def __init__(self, job: Run, audits: Sequence[Audit]) -> None:
        self.job = job
        self.audits = audits
        self.troubles: dict[str, None] = {}
        self._settings = job.settings_for(Path("article.txt"))
        self._tried = {audit.rule.id: audit.rule for audit in audits}
        self._others = {rule.id: rule for rule in self._settings.rules if rule.id not in self._tried}
        self._phrases = PhraseIndex((*self._tried.values(), *self._others.values()))

    def read(self, copy: Copy) -> None:
        """Try the rules on all articles of a piece of copy; trouble with it is noted."""
        path = Path(copy.name)
        try:
            with one_line(copy.name), deadline(copy.name, self.job.options.timeout):
                opened = self.job.opener.opened(path, copy.data)
                for number, document in enumerate(opened.documents, 1):
                    name = copy.name if len(opened.documents) == 1 else f"{copy.name}#{document.name or number}"
                    config = self._settings.config
                    known = Known(
                        self._phrases, self._settings.house, (), self.job.options.date, config.desk, config.language
                    )
                    self._try(name, Article(document, known), opened.source)
        except NotCopyError:
            return
        except NewslintError as error:
            self.troubles[str(error)] = None

    def _try(self, name: str, article: Article, source: str) -> None:
        if article.metadata.language and is_foreign(article.metadata.language, article.text):
            return
        suited = [audit for audit in self.audits if audit.rule.standing.suits(article.desk, article.language)]
        for audit in self.audits:
            audit.outside += audit not in suited
        raw, errors = run_rules(article, [audit.rule for audit in suited])
        self.troubles.update(dict.fromkeys(map(str, errors)))
        shown = list(guarded(raw, article, self._tried))
        hits: dict[str, list[Finding]] = {}
        for finding in shown:
            hits.setdefault(finding.rule, []).append(finding)
        others: list[Finding] | None = None
        for audit in suited:
            own = hits.get(audit.rule.id, [])
            quoted = 0
            if not audit.rule.reads_quotes:
                quoted = sum(row.rule == audit.rule.id and article.in_quotation(row.span) for row in raw)
            audit.add(name, article, source, own, quoted)
            if own and audit.compared < _OVERLAPS:
                audit.compared += 1
                if others is None:
                    others = list(guarded(run_rules(article, list(self._others.values()))[0], article, self._others))
                for hit in own:
                    audit.overlap.update({row.rule for row in (*others, *shown) if _both(row, hit)})


def _both(one: Finding, two: Finding) -> bool:
    return one.rule != two.rule and one.start < two.end and two.start < one.end


def copies(job: Run, source: str, troubles: dict[str, None]) -> Iterator[Copy]:
    """The copy of an archive's sources, or of a folder. Raises NewslintError: there is none."""
    from newslint.run.files import find_files

    if is_archive(Path(source)):
        yield from _of_archive(job, Path(source), troubles)
        return
    told: list[str] = []
    for path in find_files([source], job.suffixes, told):
        try:
            yield Copy(path.as_posix(), job.opener.bytes_of(path))
        except NewslintError as error:
            troubles[str(error)] = None
    troubles.update(dict.fromkeys(told))


def _of_archive(job: Run, archive: Path, troubles: dict[str, None]) -> Iterator[Copy]:
    """The copy that an archive was collected from, where it still is."""
    from newslint.archive.items import bytes_of

    for item in all_items(archive):
        try:
            data = bytes_of(item, job.options.most)
        except NewslintError as error:
            troubles[str(error)] = None
        else:
            yield Copy(item.name, data)


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
