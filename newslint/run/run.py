"""A run over files: read, lint, and locate the findings in each."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path

from newslint.article import Article, Context, Transcript
from newslint.disk.reading import inside
from newslint.english import dictionary
from newslint.findings.check import matches, suited
from newslint.findings.parts import first_part
from newslint.findings.pipeline import finished, judged, lint, located
from newslint.findings.report import UNUSED, FileReport, Lines, Located, Report, RuleInfo, rule_page
from newslint.findings.suppressions import Suppression, suppressions_of
from newslint.model.document import Document
from newslint.model.errors import NewslintError, NotCopyError, one_line
from newslint.model.finding import Severity
from newslint.model.span import Span
from newslint.plugins.loading import Plugins, load_plugins
from newslint.rule import CorpusRule, Rule
from newslint.run.comparing import compared, in_english
from newslint.run.deadline import deadline
from newslint.run.opening import Opener
from newslint.run.settings import Options, Settings
from newslint.run.transcripts import Sources, named_sources
from newslint.settings.config import Config, Format, merged
from newslint.settings.config_file import find_config, load_config

# Read before processes are forked, so that each finds the rules and what they need at hand, the network too.
_SAMPLE = (
    "Ann Lee, 45, of Mill Bridge said on Monday that costs rose 12 percent.\n\n“We have no choice,” she said. "
    "The talks in the city been held on Monday for the first time.\n"
)


class Run:
    """Reads and lints files, each under the config nearest to it; or all under one that is given."""

    def __init__(self, options: Options | None = None, config: Config | None = None) -> None:
        self.options = options or Options()
        self._given = self._settings(config) if config is not None else None
        self._by_folder: dict[Path, Settings] = {}
        self._by_config: dict[Path | None, Settings] = {}
        self._held: dict[Path, bytes] = {}  # what was given, not read, such as standard input
        self.times: dict[str, float] | None = None  # seconds by rule, where somebody wants to know

    @cached_property
    def plugins(self) -> Plugins:
        return load_plugins()

    @cached_property
    def opener(self) -> Opener:
        return Opener(self.plugins.readers, self.options.encoding, self.options.most, self._format)

    def _format(self, path: Path) -> tuple[str, Format]:
        """The Markdown of a file's site, and what is said of files with its suffix."""
        config = self.settings_for(path).config
        said = config.formats.get(path.suffix.lower(), Format())
        if self.options.texts:
            said = said._replace(texts=self.options.texts, id=self.options.id)
        return config.markdown, said

    @cached_property
    def sources(self) -> Sources:
        return Sources(self.options.sources, self._parsed_file, self.suffixes)

    @property
    def suffixes(self) -> tuple[str, ...]:
        ours = self.settings_for(Path("article.txt")).config.formats
        return (*(suffix for reader in self.plugins.readers for suffix in reader.suffixes), *ours)

    def settings_for(self, path: Path) -> Settings:
        """The settings for a file: --config, else the nearest config above it, else the defaults."""
        if self._given is not None:
            return self._given
        folder = path.parent
        if folder not in self._by_folder:
            found = self.options.config
            if found is None and not self.options.no_config:
                found = find_config(folder.resolve())
            if found not in self._by_config:
                self._by_config[found] = self._settings(self._config(found) if found else Config())
            self._by_folder[folder] = self._by_config[found]
        return self._by_folder[folder]

    def _config(self, path: Path) -> Config:
        """The config in a file; one that is not trusted reads nothing outside its folder and this one."""
        bounds = () if self.options.trust_copy or path == self.options.config else (path.parent, Path())
        return load_config(path, bounds)

    def _settings(self, config: Config) -> Settings:
        options = self.options
        said = {"select": options.select, "ignore": options.ignore, "fail-on": options.fail_on}
        if given := tuple(key for key, value in said.items() if value):
            asked = Config(
                select=options.select,
                ignore=options.ignore,
                fail_on=options.fail_on or Severity.WARNING,
                origin="/".join(f"--{key}" for key in given),
                given=given,
            )
            config = merged(config, asked)._replace(root=config.root, origin=config.origin)
        return Settings(config, self.plugins, options)

    def is_article(self, path: Path) -> bool:
        """Whether the config that holds for a file takes it for an article."""
        try:
            settings = self.settings_for(path)
        except NewslintError:  # which is said of the file when it is read
            return True
        known = settings.baseline  # it lies among the articles, and may be called as JSON lines are
        return settings.config.is_article(path) and not (known and path.name == known.name and path.samefile(known))

    def read(self, path: Path, data: bytes | None = None) -> tuple[str, tuple[Article, ...]]:
        """(source text, articles) of a file, or of ``data`` as if they were its bytes."""
        source, documents = self.opener.opened(path, self.opener.bytes_of(path) if data is None else data)
        return source, tuple(self.article(path, document) for document in documents)

    def articles(
        self,
        path: Path,
        source: str,
        *,
        reader: str = "",
        sources: Sequence[Transcript] = (),
        date: datetime.date | None = None,
    ) -> tuple[Article, ...]:
        """The articles of a source text, ready for the rules of its config: one, but for some formats.

        ``reader``: by name, else as the file's suffix has it. ``sources``: transcripts beside the run's own. ``date``:
        of articles that do not give theirs.
        """
        documents = self.opener.documents(path, source, reader)
        return tuple(self.article(path, document, sources, date) for document in documents)

    def article(
        self, path: Path, document: Document, given: Sequence[Transcript] = (), date: datetime.date | None = None
    ) -> Article:
        """A document, ready for the rules of its config; ``given`` and ``date`` as in ``articles``."""
        settings = self.settings_for(path)
        try:
            transcripts = (*given, *self.sources.of(path, document, self._root(path, settings.config)))
        except NewslintError as error:
            raise NewslintError(path.as_posix(), str(error)) from None
        config = settings.config
        day = date or self.options.date
        return Article(
            document, Context(settings.phrases, settings.house, transcripts, day, config.desk, config.language)
        )

    def _root(self, path: Path, config: Config) -> Path | None:
        """The folder below which an article may name sources, if it may name any."""
        if not (self.options.trust_copy and config.trust_copy):
            return None
        return config.root if config.is_file and inside(path.parent, config.root) else path.parent

    def _parsed_file(self, path: Path) -> tuple[Document, ...]:
        return self.opener.opened(path, self.opener.bytes_of(path)).documents

    def check_file(self, path: Path, data: bytes | None = None) -> FileReport:
        """One file's report; an error of the file or of a rule stands in it."""
        try:
            with one_line(path.as_posix()), deadline(path.as_posix(), self.options.timeout):
                if data is None:
                    data = self.opener.bytes_of(path)
                else:
                    self._held[path] = data
                source, documents = self.opener.opened(path, data)
                return self.check_articles(path, source, [self.article(path, document) for document in documents])
        except NotCopyError as error:
            return FileReport(path.as_posix(), errors=(str(error),), unread=error.kind)
        except NewslintError as error:
            return FileReport(path.as_posix(), errors=(str(error),))

    def warm_up(self, path: Path) -> None:
        """Load the rules and all that they use for a file, without reading it."""
        with suppress(NewslintError):
            self.check_text(path, _SAMPLE)
            self.settings_for(path).phrases.build()
        dictionary.unpack()

    def check_text(self, path: Path, source: str) -> FileReport:
        """The report of a source text that stands, or is to stand, in a file.

        Raises NewslintError where the article cannot be read at all.
        """
        return self.check_articles(path, source, self.articles(path, source))

    def check_articles(
        self, path: Path, source: str, articles: Sequence[Article], only: Callable[[str], bool] | None = None
    ) -> FileReport:
        """The report of a file whose articles are read already. ``only``: whether a rule, by id, has a say."""
        settings = self.settings_for(path)
        rules = settings.rules
        if only:
            rules = tuple(rule for rule in rules if only(rule.id))
        if off := settings.config.ignored_in(path):
            rules = tuple(rule for rule in rules if not any(matches(rule.id, prefix) for prefix in off))
        lines = Lines(source)
        english = in_english(articles)
        reports = [self._check_article(path, source, article, rules, lines) for article in english]
        if len(reports) == len(articles) == 1:
            return reports[0]
        foreign = len(articles) - len(english)
        empty = FileReport(
            path.as_posix(), source=source, fail_on=settings.config.fail_on, manual=settings.config.manual
        )
        return empty._replace(
            findings=tuple(sorted((row for file in reports for row in file.findings), key=Located.sort_key)),
            errors=tuple(dict.fromkeys(error for file in reports for error in file.errors)),
            suppressed=tuple(sorted((row for file in reports for row in file.suppressed), key=Located.sort_key)),
            collected=tuple(values for file in reports for values in file.collected),
            depends=bool(foreign) or any(file.depends for file in reports),
            foreign=foreign,
        )

    def _check_article(
        self, path: Path, source: str, article: Article, rules: Sequence[Rule], lines: Lines
    ) -> FileReport:
        name = path.as_posix()
        settings = self.settings_for(path)
        rules = suited(rules, article)
        findings, errors = lint(article, rules, self.times)
        suppressions = self.suppressions(path, article, settings)
        found, silenced, unused = judged(findings, article, settings.severities, suppressions)
        report = FileReport(
            name,
            located(found, article, name, lines),
            tuple(f"{name}: {error}" for error in errors),
            source,
            located(silenced, article, name, lines),
            ({rule.id: rule.collect(first_part(article)) for rule in rules if isinstance(rule, CorpusRule)},),
            depends=bool(article.transcripts) and bool(named_sources(article.document)),
            fail_on=settings.config.fail_on,
            manual=settings.config.manual,
        )
        if self.options.report_unused and unused:
            rows = (*report.findings, *(self._unused(row, name, lines) for row in unused))
            return report._replace(findings=tuple(sorted(rows, key=Located.sort_key)))
        return report

    def suppressions(self, path: Path, article: Article, settings: Settings) -> list[Suppression]:
        """What silences findings of an article, in the copy and in the config. Raises NewslintError."""
        try:
            found = suppressions_of(article, settings.known)
        except NewslintError as error:
            raise NewslintError(path.as_posix(), str(error)) from None
        return [*found, *settings.config.suppressed_in(path)]

    def _unused(self, row: Suppression, path: str, lines: Lines) -> Located:
        place = lines.place(row.source or Span(0, 0))
        where = "" if row.source else f" ({self.settings_for(Path(path)).config.origin})"
        message = f"Nothing is suppressed here any more: take out “{row.said}”{where}."
        return Located(path, UNUSED, Severity.WARNING, message, place)

    def check(self, paths: Iterable[Path]) -> Report:
        """All files, in the order given, with the findings of rules that compare them."""
        return self.compared([self.check_file(path) for path in paths])

    def rules_of(self, report: Report) -> dict[str, RuleInfo]:
        """The rules that the report's files were read with."""
        read = [Path(file.path) for file in report.files if not file.errors or file.source]
        settings = [self.settings_for(path) for path in read]
        rules = {rule.id: (rule, part.config) for part in settings for rule in part.rules}
        return {
            rule_id: RuleInfo(
                rule_id,
                rule.summary,
                rule.manual,
                rule.severity,
                rule.reference,
                rule_page(config.manual, rule_id) if config.manual else "",
                rule.examples,
            )
            for rule_id, (rule, config) in sorted(rules.items())
        }

    def with_proof(self, file: FileReport) -> FileReport:
        """The report with its proof: the article is read once more, for nobody else needs it."""
        from newslint.findings.proof import proof_of

        return file._replace(proof=proof_of(self.again(file))) if file.source else file

    def again(self, file: FileReport) -> tuple[Article, ...]:
        """The articles of a file that has been read before."""
        path = Path(file.path)
        opener = self.opener
        if not opener.may_be_packed(path):
            return self.articles(path, file.source)
        data = self._held[path] if path in self._held else opener.bytes_of(path)
        return tuple(self.article(path, document) for document in opener.opened(path, data).documents)

    def compared(self, files: list[FileReport]) -> Report:
        """The report of all files, with the findings of rules that see many articles."""
        return Report(tuple(files)).after("comparing the articles", partial(compared, self))

    def finished(self, file: FileReport) -> FileReport:
        """The report as it is shown: the last steps, with what the baseline knows taken out.

        Raises NewslintError for a baseline that is broken or not there.
        """
        settings = self.settings_for(Path(file.path))
        known = settings.known_findings
        if not file.findings:
            return file
        if settings.baseline and known:
            from newslint.findings.baseline import without_known

            file = without_known(file, known, settings.baseline)
        return finished(file, settings.gathering, settings.furniture)
