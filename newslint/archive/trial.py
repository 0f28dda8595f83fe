"""Rules tried on copy, a piece at a time and in any process; ``audit.py`` counts what they say of each article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from newslint.analysis.text.language import is_foreign
from newslint.archive.context import in_context
from newslint.archive.item import Item
from newslint.archive.plan import all_items, is_archive
from newslint.archive.verdicts import Context
from newslint.article import Article
from newslint.article import Context as Known
from newslint.findings.check import guarded, run_rules
from newslint.findings.report import Lines
from newslint.model.errors import NewslintError, NotCopyError, one_line
from newslint.model.finding import Finding
from newslint.model.phrase_index import PhraseIndex
from newslint.rule import Rule
from newslint.run.deadline import deadline
from newslint.run.run import Run
from newslint.run.settings import Options

_BLOCK = 500  # pieces of copy that are given out at once
NOWHERE = "(none)"


class Tried(NamedTuple):
    """What a rule said of one article. ``suits``: whether the article is in its scope; without, the rest is empty.

    ``contexts``: its findings that would be shown; ``dropped``: how many more lie inside quotations. ``beside``: for
    each finding the other rules that spoke of the same words, where that was asked.
    """

    rule: str
    suits: bool
    words: int = 0
    year: str = NOWHERE
    section: str = NOWHERE
    contexts: tuple[Context, ...] = ()
    dropped: int = 0
    beside: tuple[str, ...] = ()


class Heard(NamedTuple):
    """What was found in a piece of copy, and what went wrong."""

    tried: tuple[Tried, ...] = ()
    troubles: tuple[str, ...] = ()


# A piece of copy, and whether to ask what other rules say of the same words.
Piece = tuple[Item | Path, bool]


class Trial:
    """Tries rules on articles; work for processes (``run.pool``)."""

    def __init__(self, job: Run, rules: Sequence[Rule]) -> None:
        self._job = job
        self._rules = tuple(rules)
        self._settings = job.settings_for(Path("article.txt"))
        self._tried = {rule.id: rule for rule in rules}
        self._others = {rule.id: rule for rule in self._settings.rules if rule.id not in self._tried}
        self._phrases = PhraseIndex((*self._tried.values(), *self._others.values()))

    def __reduce__(self) -> tuple[object, ...]:
        return _trial, (self._job.options, self._rules)

    @property
    def timeout(self) -> float:
        return self._job.options.timeout

    def do(self, piece: Piece) -> Heard:
        """Try the rules on all articles of a piece of copy."""
        source, others = piece
        name = _name(source)
        troubles: dict[str, None] = {}
        tried: list[Tried] = []
        try:
            with one_line(name), deadline(name, self.timeout):
                opened = self._job.opener.opened(Path(name), self._bytes(source))
                for number, document in enumerate(opened.documents, 1):
                    about = name if len(opened.documents) == 1 else f"{name}#{document.name or number}"
                    tried += self._try(about, Article(document, self._known), opened.source, others, troubles)
        except NotCopyError:
            pass
        except NewslintError as error:
            troubles[str(error)] = None
        return Heard(tuple(tried), tuple(troubles))

    def lost(self, piece: Piece, why: str) -> Heard:
        return Heard(troubles=(f"{_name(piece[0])}: {why}",))

    def _bytes(self, source: Item | Path) -> bytes:
        from newslint.archive.items import bytes_of

        if isinstance(source, Path):
            return self._job.opener.bytes_of(source)
        return bytes_of(source, self._job.options.most)

    @property
    def _known(self) -> Known:
        config = self._settings.config
        return Known(self._phrases, self._settings.house, (), self._job.options.date, config.desk, config.language)

    def _try(
        self, name: str, article: Article, source: str, others: bool, troubles: dict[str, None]
    ) -> Iterator[Tried]:
        if article.metadata.language and is_foreign(article.metadata.language, article.text):
            return
        suited = [rule for rule in self._rules if rule.standing.suits(article.desk, article.language)]
        yield from (Tried(rule.id, False) for rule in self._rules if rule not in suited)
        raw, errors = run_rules(article, suited)
        troubles.update(dict.fromkeys(map(str, errors)))
        shown = list(guarded(raw, article, self._tried))
        hits: dict[str, list[Finding]] = {}
        for finding in shown:
            hits.setdefault(finding.rule, []).append(finding)
        beside = [*shown, *self._said_by_others(article)] if others and hits else []
        words = len(article.text.split())
        year = str(article.metadata.date.year) if article.metadata.date else NOWHERE
        for rule in suited:
            own = hits.get(rule.id, [])
            dropped = 0
            if not rule.reads_quotes:
                dropped = sum(row.rule == rule.id and article.in_quotation(row.span) for row in raw)
            rules = tuple(also for hit in own for also in sorted({row.rule for row in beside if _both(row, hit)}))
            contexts = tuple(_contexts(name, article, source, own))
            yield Tried(rule.id, True, words, year, article.desk or NOWHERE, contexts, dropped, rules)

    def _said_by_others(self, article: Article) -> Iterator[Finding]:
        return guarded(run_rules(article, list(self._others.values()))[0], article, self._others)


def heard(trial: Trial, copy: Iterable[Item | Path], jobs: int, others: Callable[[], bool]) -> Iterator[Heard]:
    """What is found in each piece of copy, in their order, by ``jobs`` processes; the same whatever their number.

    ``others``: whether it is still asked what other rules say of the same words.
    """
    from newslint.run.pool import Pool

    copy = iter(copy)
    while block := list(islice(copy, _BLOCK)):
        asked = others()
        given = [(piece, asked) for piece in block]
        yield from Pool(trial, given, jobs) if min(jobs, len(given)) > 1 else map(trial.do, given)


def _trial(options: Options, rules: Sequence[Rule]) -> Trial:
    return Trial(Run(options), rules)


def _name(source: Item | Path) -> str:
    return source.as_posix() if isinstance(source, Path) else source.name


def _contexts(name: str, article: Article, source: str, found: Sequence[Finding]) -> Iterator[Context]:
    lines = Lines(source) if found else None
    for finding in found:
        place = article.source_map.to_source(finding.span)
        line = lines.position(place.start)[0] if lines else 0
        yield Context(name, line, in_context(article.text, finding.start, finding.end), finding.message)


def _both(one: Finding, two: Finding) -> bool:
    return one.rule != two.rule and one.start < two.end and two.start < one.end


def pieces(job: Run, source: str, told: list[str]) -> Iterator[Item | Path]:
    """The copy of an archive's sources, or of a folder. ``told``: troubles. Raises NewslintError: there is none."""
    from newslint.run.files import find_files

    yield from all_items(Path(source)) if is_archive(Path(source)) else find_files([source], job.suffixes, told)
