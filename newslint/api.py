"""newslint for programs: texts in, located findings out, by the same steps as the command line and the editors.

``lint`` is for one text; a ``Linter`` keeps its rules and dictionaries warm for many. No method prints, exits or
reads a file that it was not given, and a text names no files to be read. All may be called from several threads.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, fields
from functools import cache
from os import PathLike
from pathlib import Path
from typing import Any, overload

from newslint.article import Article, Transcript
from newslint.findings.cast import Cast, cast_json, cast_report
from newslint.findings.fixes import fix_text
from newslint.findings.report import FileReport, Located, Report, RuleInfo
from newslint.model.errors import NewslintError, nearest, one_line
from newslint.run.deadline import deadline_in_thread
from newslint.run.run import Run
from newslint.run.settings import Options
from newslint.settings.config import Config, merged
from newslint.settings.config_file import config_from, find_config, load_config

PathOf = str | PathLike[str]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What a config file may say, as keywords; ``newslint schema`` and the manual say what each means.

    ``root``: the folder that packs, the baseline and globs are meant from. Raises NewslintError for a value that is
    no setting; a rule or pack that does not exist is an error of the first text that is linted.
    """

    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    names: Sequence[str] = ()
    name_lists: Sequence[str] = ()
    packs: Sequence[str] = ()
    suppress: Sequence[Mapping[str, str]] = ()
    per_file_ignores: Mapping[str, Sequence[str]] = field(default_factory=dict)
    markdown: str = "all"
    baseline: str = ""
    fail_on: str = "warning"
    desk: str = ""
    language: str = ""
    root: Path = Path()

    def __post_init__(self) -> None:
        self._config()

    def _config(self) -> Config:
        given: dict[str, Any] = {}
        for key in fields(self):
            value = getattr(self, key.name)
            if key.name == "root" or value == (key.default_factory() if callable(key.default_factory) else key.default):
                continue
            plain = isinstance(value, str | Mapping)
            given[key.name.replace("_", "-")] = value if plain else list(value)
        return config_from(given, root=self.root, origin="Settings")


class Result(Sequence[Located]):
    """What was found in a text: a sequence of findings in the order of the text.

    Offsets count code points of ``text`` from 0, lines and columns from 1; ``finding.place.field`` is the place within
    a field, for formats that have such. A rule that failed is a line of ``errors``; the others' findings are there.
    """

    def __init__(self, report: FileReport, articles: Sequence[Article]) -> None:
        self.report = report
        self.articles = tuple(articles)

    @overload
    def __getitem__(self, index: int) -> Located: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Located, ...]: ...
    def __getitem__(self, index: int | slice) -> Located | tuple[Located, ...]:
        return self.report.findings[index]

    def __len__(self) -> int:
        return len(self.report.findings)

    def __repr__(self) -> str:
        rows = ", ".join(f"{row.place.line}:{row.place.column} {row.rule}" for row in self)
        return f"<Result of {self.path}: {rows or 'nothing found'}>"

    @property
    def path(self) -> str:
        """The name that the text was given."""
        return self.report.path

    @property
    def text(self) -> str:
        """The text that offsets count in."""
        return self.report.source

    @property
    def findings(self) -> tuple[Located, ...]:
        return self.report.findings

    @property
    def suppressed(self) -> tuple[Located, ...]:
        """Findings that a comment, the front matter, a setting or the baseline keeps quiet."""
        return self.report.suppressed

    @property
    def errors(self) -> tuple[str, ...]:
        """What went wrong, each a line that names the culprit and the mend."""
        return self.report.errors

    @property
    def fails(self) -> bool:
        """Whether a finding is as grave as the settings' ``fail_on``: the exit code 1 of the command line."""
        return any(map(self.report.fails, self.report.findings))

    @property
    def cast(self) -> tuple[Cast, ...]:
        """Who is in the story, of each article in the text: people with every mention, quotations with speakers."""
        return tuple(map(cast_json, self.articles))

    @property
    def cast_list(self) -> str:
        """The same for people to read, as ``newslint cast`` prints it."""
        return "\n".join(cast_report(article, self.text) for article in self.articles)

    def rows(self) -> list[dict[str, Any]]:
        """The findings as plain data, each as a line of the format jsonl."""
        from newslint.reporters.jsonl import row

        return [row(finding) for finding in self]


@dataclass(frozen=True)
class Mended:
    """A text with its mends made. ``mends``: how many edits; ``left``: what is found in the mended text."""

    text: str
    mends: int
    left: Result


class Linter:
    """Lints texts under the same settings; its first text loads the rules, those after it are quick.

    ``settings``: none for newslint's own defaults; config files that lie about are not looked for (see ``load``).
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self._run = _run_of(settings._config() if settings else Config())

    @classmethod
    def _of(cls, config: Config) -> Linter:
        linter = cls.__new__(cls)
        linter._run = _run_of(config, beside=True)
        return linter

    @property
    def rules(self) -> tuple[RuleInfo, ...]:
        """The rules that run, by id. Raises NewslintError for settings that name a rule or pack that there is not."""
        info = self._run.rules_of(Report((FileReport(_name("", "plain", self._run).as_posix()),)))
        return tuple(info.values())

    def warm_up(self) -> None:
        """Load the rules and what they need, so that the first text need not wait. Raises as ``rules``."""
        self.lint("Ann Lee, 45, said on Monday that costs rose 12 percent.\n\n“We had no choice,” she said.\n")

    def lint(
        self,
        text: str,
        *,
        markup: str = "",
        name: str = "",
        date: datetime.date | None = None,
        sources: Sequence[str | Transcript] = (),
        timeout: float = 0.0,
    ) -> Result:
        """What a copy editor would mark in a text.

        ``markup``: plain, markdown, html or another reader's name; left out, what the suffix of ``name`` says, or
        plain. ``name``: what to call the text in findings, and for the globs of the settings. ``date``: of publication,
        if the text does not say. ``sources``: transcripts or documents that its quotations are checked against.
        ``timeout``: seconds, 0 for any number.

        Raises NewslintError, one line that names the culprit, where the settings are wrong, the text cannot be read in
        its format, or the time is over.
        """
        path = _name(name, markup, self._run)
        given = tuple(part if isinstance(part, Transcript) else Transcript("the source", part) for part in sources)
        with _limit(path, timeout), one_line(path.as_posix()):
            articles = self._run.articles(path, text, reader=markup, sources=given, date=date)
            return self._result(path, text, articles)

    def lint_file(self, path: PathOf, data: bytes | None = None, *, timeout: float = 0.0) -> Result:
        """The same of a file in any format that newslint reads, or of ``data`` as if they were its bytes.

        Raises NewslintError: also for a file that cannot be read, or is no copy.
        """
        path = Path(path)
        with _limit(path, timeout), one_line(path.as_posix()):
            source, articles = self._run.read(path, data)
            return self._result(path, source, articles)

    def _result(self, path: Path, source: str, articles: Sequence[Article]) -> Result:
        return Result(self._run.finished(self._run.check_articles(path, source, articles)), articles)

    def fix(
        self, text: str, *, markup: str = "", name: str = "", date: datetime.date | None = None, unsafe: bool = False
    ) -> Mended:
        """A text with the mends made that cannot change its meaning; ``unsafe``: also those with one candidate.

        Names, figures and what stands in quotation marks are never mended. Raises NewslintError as ``lint``.
        """

        def check(source: str) -> Result:
            return self.lint(source, markup=markup, name=name, date=date)

        mended = fix_text(text, check, unsafe=unsafe)
        return Mended(mended.text, mended.mends, check(mended.text))

    def render(self, results: Sequence[Result], as_format: str = "text") -> str:
        """Results in one of the command line's formats, such as json, sarif or html. Raises NewslintError."""
        known = {reporter.name: reporter for reporter in self._run.plugins.reporters if not reporter.render_bytes}
        if as_format not in known:
            raise NewslintError("format", f"unknown format {as_format!r}{nearest(as_format, list(known))}")
        reporter = known[as_format]
        report = Report(tuple(result.report for result in results))
        if reporter.needs_rules:
            report = report._replace(rules=self._run.rules_of(report))
        if reporter.needs_proof:
            from newslint.findings.proof import proof_of

            files = (result.report._replace(proof=proof_of(result.articles)) for result in results)
            report = report._replace(files=tuple(files))
        return "".join(reporter.render(report, False))


def load(where: PathOf = ".", settings: Settings | None = None) -> Linter:
    """The linter of a desk: of a config file, or of a folder by the nearest config at or above it.

    ``settings`` hold over what the file says. Raises NewslintError: there is no such file or folder, or the config is
    wrong. A folder without any config gives the defaults.
    """
    path = Path(where)
    if not path.exists():
        raise NewslintError(str(path), "no such config file or folder")
    found = find_config(path.resolve()) if path.is_dir() else path
    config = load_config(found) if found else Config()
    if settings is not None:
        over = settings._config()
        config = merged(config, over)._replace(origin=config.origin, root=config.root if found else over.root)
    return Linter._of(config)


def lint(
    text: str,
    *,
    markup: str = "",
    name: str = "",
    date: datetime.date | None = None,
    sources: Sequence[str | Transcript] = (),
    settings: Settings | None = None,
) -> Result:
    """What a copy editor would mark in a text; see ``Linter.lint``. For many texts under settings keep a Linter."""
    linter = _shared() if settings is None else Linter(settings)
    return linter.lint(text, markup=markup, name=name, date=date, sources=sources)


@cache
def _shared() -> Linter:
    return Linter()


def _run_of(config: Config, *, beside: bool = False) -> Run:
    """A run under one config. ``beside``: a baseline that lies in its folder counts, though it names none."""
    # A text comes from anywhere: it names no files. A Linter's own settings are trusted.
    options = Options(trust_copy=False, timeout=0.0, no_baseline=not (beside or config.baseline))
    return Run(options, config)


def _name(name: str, markup: str, run: Run) -> Path:
    """What a text is called: its name, or one with a suffix of its markup. Raises NewslintError for no known markup."""
    known = {reader.name: reader for reader in run.plugins.readers}
    if markup and markup not in known:
        raise NewslintError("markup", f"no such reader: {markup!r}{nearest(markup, list(known))}")
    return Path(name or f"text{known[markup or 'plain'].suffixes[0]}")


def _limit(path: Path, seconds: float) -> AbstractContextManager[None]:
    return deadline_in_thread(path.as_posix(), seconds) if seconds else nullcontext()
