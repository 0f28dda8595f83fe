"""Open documents and the runs that lint them: the last good config stays when a new one is bad."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from newslint.article import Article
from newslint.findings.report import FileReport, Located
from newslint.lsp.buffer import Buffer
from newslint.manual.place import OwnCopy
from newslint.model.errors import NewslintError, one_line
from newslint.model.kept import keep
from newslint.plugins.packs import RuleFile
from newslint.run.run import Run
from newslint.run.settings import Options

_SUFFIXES = {"markdown": ".md", "html": ".html"}


@dataclass(frozen=True)
class Preferences:
    """The editor's `newslint.*` settings."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: str = ""
    speakers: bool = False

    @classmethod
    def of(cls, given: object) -> Preferences:
        """Settings from what a client sends; whatever is not understood is left out."""
        if isinstance(given, dict) and isinstance(given.get("newslint"), dict):
            given = given["newslint"]
        if not isinstance(given, dict):
            return cls()
        texts = {
            key: tuple(item for item in given[key] if isinstance(item, str))
            for key in ("select", "ignore")
            if isinstance(given.get(key), list)
        }
        config = given.get("config")
        return cls(**texts, config=config if isinstance(config, str) else "", speakers=given.get("speakers") is True)


@dataclass
class Document:
    """An open document with what was last found in it. ``article`` and ``report`` are of ``linted``, a version."""

    uri: str
    path: Path
    buffer: Buffer
    version: int
    linted: int | None = None
    article: Article | None = None
    report: FileReport | None = None
    positions: Buffer | None = None  # the text that was linted, for its positions
    seconds: float = 0.0  # that the last linting took

    @property
    def findings(self) -> tuple[Located, ...]:
        return self.report.findings if self.report else ()


@dataclass
class Session:
    """Lints documents under the config nearest to each."""

    preferences: Preferences = field(default_factory=Preferences)
    documents: dict[str, Document] = field(default_factory=dict)
    troubles: set[str] = field(default_factory=set)  # said already
    own: OwnCopy | None = None

    def __post_init__(self) -> None:
        keep()
        self._served: dict[Path, Run] = {}  # by folder, the run that last served a file there
        self.reload()

    def reload(self) -> None:
        """Read configs and packs anew from now on. What last served a folder goes on where the new is bad."""
        self.troubles.clear()
        preferences = self.preferences
        self._run = Run(
            Options(
                config=_expanded(preferences.config) if preferences.config else None,
                select=preferences.select,
                ignore=preferences.ignore,
            )
        )

    def run_for(self, path: Path) -> tuple[Run | None, str]:
        """(a run whose settings for the file work, what is wrong with the newest ones)."""
        trouble = ""
        before = (self._served[folder] for folder in path.parents if folder in self._served)
        for run in (self._run, *before):
            try:
                with one_line(str(path)):
                    settings = run.settings_for(path)
                    _ = settings.rules, settings.known_findings
            except NewslintError as error:
                trouble = trouble or str(error)
            else:
                self._served[path.parent] = run
                return run, trouble
        return None, trouble

    def markdown(self, path: Path) -> str:
        """The dialect of Markdown files there; nothing where no settings work."""
        run, _ = self.run_for(path)
        return run.settings_for(path).config.markdown if run else ""

    def complete_manual(self, path: Path, report: FileReport) -> Callable[[], None] | None:
        """The building of the user's own copy of the manual, where a rule that was met has no page there yet."""
        own = self.own
        met = [finding.rule for finding in report.findings]
        if own is None or report.manual != own.address or not own.lacks(met):
            return None
        options = self._run.options
        return lambda: own.build(options, path)

    def rule_files(self) -> tuple[RuleFile, ...]:
        """Every rule that the standard settings know."""
        return self._run.plugins.rules

    def read(self, path: Path, text: str) -> tuple[Article | None, FileReport, str]:
        """(article, report, trouble with the settings) of a text. Runs in any thread; never raises for bad input."""
        run, trouble = self.run_for(path)
        if run is None:
            return None, FileReport(path.as_posix(), errors=(f"nothing is checked here: {trouble}",)), trouble
        try:
            with one_line(path.as_posix()):
                if not run.is_article(path):
                    return None, FileReport(path.as_posix(), source=text), trouble
                articles = run.articles(path, text)
                report = run.finished(run.check_articles(path, text, articles))
                if self.own and not report.manual:
                    report = report._replace(manual=self.own.address)
                return articles[0] if articles else None, report, trouble
        except NewslintError as error:
            return None, FileReport(path.as_posix(), errors=(str(error),)), trouble


def _expanded(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # the home of nobody
        return Path(name)


def path_of(uri: str, language: str) -> Path:
    """The file of a URI; an untitled buffer is one of its language, in the working folder."""
    try:
        parts = urlsplit(uri)
        where = parts.path
    except ValueError:  # no URI at all
        return Path("untitled")
    if parts.scheme == "file":
        path = Path(url2pathname(where))
    else:
        path = Path(Path(unquote(where)).name or "untitled")
    if language in _SUFFIXES and path.suffix.lower() not in (".md", ".markdown", ".html", ".htm"):
        return path.with_name(path.name + _SUFFIXES[language])
    return path
