"""A run over files: read, lint, and locate the findings in each."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from newslint.article import Article
from newslint.config import Config, check_prefixes, chosen_rules, find_config, load_config
from newslint.errors import NewslintError
from newslint.finding import Finding
from newslint.lexicon import Lexicon
from newslint.linter import lint, matches, with_severity
from newslint.packs import RuleFile, rules_from
from newslint.plugins import Plugins, load_plugins
from newslint.readers import reader_for
from newslint.readers.decode import decode
from newslint.report import FileReport, Lines, Report, locate
from newslint.rule import CorpusRule, Rule


@dataclass
class Settings:
    """A config with what follows from it, worked out when first asked for."""

    config: Config
    plugins: Plugins

    @cached_property
    def files(self) -> tuple[RuleFile, ...]:
        """Every rule there is, of plugins and of the config's packs, chosen or not."""
        packs = (file for pack in self.config.packs for file in rules_from(self.config.root / pack))
        found = {file.id: file for file in (*self.plugins.rules, *packs)}
        files = tuple(found[rule_id] for rule_id in sorted(found))
        check_prefixes(self.config, files)
        return files

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        return chosen_rules(self.config, self.files)

    @cached_property
    def lexicon(self) -> Lexicon:
        return Lexicon(self.rules)


@dataclass
class Options:
    """What the command line says about a run. ``date``: of articles that do not give their own."""

    no_config: bool = False
    config: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    encoding: str | None = None
    date: datetime.date | None = None


@dataclass
class Run:
    """Reads and lints files, each under the config nearest to it."""

    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        self._by_folder: dict[Path, Settings] = {}
        self._by_config: dict[Path | None, Settings] = {}

    @cached_property
    def plugins(self) -> Plugins:
        return load_plugins()

    @property
    def suffixes(self) -> tuple[str, ...]:
        return tuple(suffix for reader in self.plugins.readers for suffix in reader.suffixes)

    def settings_for(self, path: Path) -> Settings:
        """The settings for a file: --config, else the nearest config above it, else the defaults."""
        folder = path.parent
        if folder not in self._by_folder:
            found = self.options.config
            if found is None and not self.options.no_config:
                found = find_config(folder.resolve())
            if found not in self._by_config:
                self._by_config[found] = self._settings(load_config(found) if found else Config())
            self._by_folder[folder] = self._by_config[found]
        return self._by_folder[folder]

    def _settings(self, config: Config) -> Settings:
        options = self.options
        if options.select or options.ignore:
            origin = config.origin
            # Check the config's own words first, so that an error names the right culprit.
            check_prefixes(config, Settings(config, self.plugins).files)
            config = replace(
                config,
                select=options.select or config.select,
                ignore=(*config.ignore, *options.ignore),
                origin="--select/--ignore",
            )
            settings = Settings(config, self.plugins)
            check_prefixes(config, settings.files)
            settings.config = replace(config, origin=origin)
            return settings
        return Settings(config, self.plugins)

    def read(self, path: Path, data: bytes | None = None) -> tuple[str, Article]:
        """(decoded source, article) of a file, or of bytes that stand for it."""
        try:
            if data is None:
                data = path.read_bytes()
            source = decode(data, self.options.encoding)
        except OSError as error:
            raise NewslintError(str(path), f"cannot be read: {error.strerror or error}") from None
        except ValueError as error:
            raise NewslintError(str(path), str(error)) from None
        try:
            article = reader_for(path.name, self.plugins.readers).read(source)
        except NewslintError as error:
            raise NewslintError(str(path), error.message) from None
        settings = self.settings_for(path)
        article.lexicon = settings.lexicon
        article.names = settings.config.names
        if self.options.date and article.metadata.date is None:
            article.metadata = replace(article.metadata, date=self.options.date)
        return source, article

    def check_file(self, path: Path, data: bytes | None = None) -> FileReport:
        """One file's report; an error of the file or of a rule stands in it."""
        name = path.as_posix()
        try:
            source, article = self.read(path, data)
            settings = self.settings_for(path)
        except NewslintError as error:
            return FileReport(name, errors=(str(error),))
        rules = settings.rules
        if off := settings.config.ignored_in(path):
            rules = tuple(rule for rule in rules if not any(matches(rule.id, prefix) for prefix in off))
        findings, errors = lint(article, rules)
        findings = with_severity(findings, dict(settings.config.severity))
        lines = Lines(source)
        located = [locate(finding, name, article.source_map, lines) for finding in findings]
        located.sort(key=lambda row: row.sort_key())
        words = tuple(f"{name}: {error}" for error in errors)
        report = FileReport(name, tuple(located), words, source)
        self._collect(rules, article, report, lines)
        return report

    def _collect(self, rules: tuple[Rule, ...], article: Article, report: FileReport, lines: Lines) -> None:
        """Run the first step of rules that see many articles."""
        for rule in rules:
            if isinstance(rule, CorpusRule):
                report.collected[rule] = (rule.collect(article), article.source_map, lines)

    def check(self, paths: Iterable[Path]) -> Report:
        """All files, in the order given."""
        report = Report([self.check_file(path) for path in paths])
        compare(report)
        return report


def compare(report: Report) -> None:
    """Run the second step of rules that see many articles, and put their findings into the files' reports."""
    rules = {rule: None for file in report.files for rule in file.collected}
    by_path = {file.path: file for file in report.files}
    for rule in rules:
        values = {file.path: file.collected[rule][0] for file in report.files if rule in file.collected}
        found: dict[str, list[Finding]] = {}
        for path, finding in rule.compare(values):
            found.setdefault(path, []).append(finding)
        for path, findings in found.items():
            file = by_path[path]
            _, source_map, lines = file.collected[rule]
            located = [locate(finding, path, source_map, lines) for finding in findings]
            file.findings = tuple(sorted((*file.findings, *located), key=lambda row: row.sort_key()))
    for file in report.files:
        file.collected.clear()
