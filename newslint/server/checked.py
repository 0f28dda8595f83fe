"""Copy checked: by the same pipeline as files, with the rules that can judge as much as there is of it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from newslint.article import Article
from newslint.findings.baseline import without_known
from newslint.findings.check import matches
from newslint.findings.fixes import apply_edits
from newslint.findings.report import FileReport, Located
from newslint.model.document import Document
from newslint.model.finding import Edit
from newslint.model.kept import keep
from newslint.model.span import Span
from newslint.plugins.packs import RuleFile
from newslint.rule import Rule
from newslint.run.run import Run
from newslint.run.settings import Options
from newslint.server.job import JSON, Answer, RefusalError

# All copy is checked under this name: one that came with a request could be that of a file.
NAME = "article"
PLAIN = Path(f"{NAME}.txt")
# A mend that reaches further beyond the words of its finding is no replacement for them.
_REACH = 80


class Desk:
    """A run with its rules, of one process."""

    def __init__(self, options: Options) -> None:
        self.run = Run(options._replace(trust_copy=False))
        self.settings = self.run.settings_for(PLAIN)
        self.rules: Mapping[str, Rule] = self.settings.by_id
        self.run.warm_up(PLAIN)
        keep()

    @cached_property
    def files(self) -> Mapping[str, RuleFile]:
        return {file.id: file for file in self.settings.files}

    def text(self, text: str, *, scope: str = "auto", only: Callable[[str], bool] | None = None) -> Checked:
        """A plain text."""
        return self.documents(text, self.run.opener.documents(PLAIN, text), scope=scope, only=only)

    def documents(
        self,
        source: str,
        documents: tuple[Document, ...],
        *,
        path: Path = PLAIN,
        scope: str = "auto",
        only: Callable[[str], bool] | None = None,
        date: datetime.date | None = None,
        name: str = "",
    ) -> Checked:
        """Documents of a source. ``scope``: article, block or auto; ``only``: whether a rule, by id, has a say.

        ``date``: of articles that do not say theirs; ``name``: of the file, by which the desk's baseline knows it.
        """
        articles = tuple(self.run.article(path, document, date=date) for document in documents)
        part = scope == "block" or (scope == "auto" and sum(len(article.blocks) for article in articles) < 2)

        def heard(rule_id: str) -> bool:
            return not (part and self.files[rule_id].needs_article) and (only is None or only(rule_id))

        report = self._new(self.run.check_articles(path, source, articles, heard), name)
        return Checked(self, path, source, articles, report, "block" if part else "article")

    def _new(self, report: FileReport, name: str) -> FileReport:
        """The report without what the baseline knows of the file that its sender names; no file is looked for."""
        baseline, known = self.settings.baseline, self.settings.known_findings
        if not (name and baseline and known):
            return report
        named = report._replace(path=str(baseline.absolute().parent / name))
        return without_known(named, known, baseline)._replace(path=report.path)


class Checked:
    """Copy with what was found in it; places are code points of ``source``."""

    def __init__(
        self, desk: Desk, path: Path, source: str, articles: tuple[Article, ...], report: FileReport, scope: str
    ) -> None:
        self.desk = desk
        self.path = path
        self.source = source
        self.articles = articles
        self.report = report
        self.scope = scope

    @property
    def findings(self) -> tuple[Located, ...]:
        """Each place of a fault by itself."""
        return self.report.findings

    @property
    def finished(self) -> FileReport:
        """The report as a file's is shown: each fault once."""
        return self.desk.run.finished(self.report)

    @property
    def counts(self) -> Mapping[str, int]:
        return Counter(finding.rule for finding in self.findings)

    @property
    def words(self) -> int:
        return sum(article.text.count(" ") + 1 for article in self.articles if article.text)

    def answer(self, body: bytes, content_type: str = JSON) -> Answer:
        """An answer that says what was found."""
        return Answer(body, content_type, found=self.counts, words=self.words, whole=not self.report.errors)

    def sentence(self, finding: Located) -> str:
        """The sentence in which a finding begins; else its line."""
        for article in self.articles[:1]:
            start = article.source_map.to_clean(finding.place.span).start
            for sentence in article.sentences:
                if sentence.start <= start < sentence.end:
                    return sentence.text
        begin = self.source.rfind("\n", 0, finding.start) + 1
        end = self.source.find("\n", max(finding.end - 1, begin))
        return self.source[begin : end if end >= 0 else len(self.source)]


def replacements(finding: Located, source: str) -> tuple[Span, list[str]]:
    """(the words that are replaced, what may stand for them, best first) of a finding, for clients that know one place.

    The words are those of the finding, or a little more where the mend reaches beyond them.
    """
    span = finding.place.span
    if finding.fix is None:
        return span, []
    found: list[str] = []
    reach = Span(span.start, span.end)
    choices = [[edit for edit in choice if _touches(edit.span, span)] for choice in finding.fix.choices()]
    for edits in choices:
        for edit in edits:
            reach = Span(min(reach.start, edit.span.start), max(reach.end, edit.span.end))
    if not any(choices) or (reach.end - reach.start) - (span.end - span.start) > _REACH:
        return span, []
    for edits in choices:
        shifted = [
            Edit(Span(edit.span.start - reach.start, edit.span.end - reach.start), edit.replacement) for edit in edits
        ]
        words = apply_edits(source[reach.start : reach.end], shifted)
        if words not in found:
            found.append(words)
    return reach, found


def _touches(edit: Span, span: Span) -> bool:
    return edit.start <= span.end and span.start <= edit.end


def title(rule: str) -> str:
    """A rule's name in words: ``names/inconsistent-spelling`` is “Inconsistent spelling”."""
    return rule.rpartition("/")[2].replace("-", " ").capitalize()


def chosen(given: object, what: str) -> tuple[str, ...]:
    """A list of rules or families that a request names. Raises RefusalError."""
    if given is None:
        return ()
    if not isinstance(given, list) or not all(isinstance(item, str) for item in given):
        raise RefusalError(400, f"`{what}` is to be a list of rules or families")
    return tuple(given)


def among(select: tuple[str, ...], ignore: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a rule is meant by some prefixes (all, if there are none) and not by others."""

    def heard(rule_id: str) -> bool:
        on = not select or any(matches(rule_id, prefix) for prefix in select)
        return on and not any(matches(rule_id, prefix) for prefix in ignore)

    return heard


def blocks_of(articles: tuple[Article, ...]) -> Iterator[str]:
    """The words of every block."""
    for article in articles:
        for block in article.blocks:
            yield article.text[block.start : block.end]
