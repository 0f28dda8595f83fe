"""Findings at their places in the source files: all that reporters see."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from newslint.model.errors import NewslintError, one_line
from newslint.model.expressions import expression
from newslint.model.finding import Edit, Finding, Fix, Severity
from newslint.model.span import SourceMap, Span

if TYPE_CHECKING:
    from newslint.findings.pages import Page

_LINE_END = expression(r"\r\n|\n|\r")


class Place(NamedTuple):
    """A span of a source file: code-point offsets from 0, lines and columns (in code points) from 1."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Lines:
    """Where the lines of a source text begin."""

    def __init__(self, source: str) -> None:
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def position(self, offset: int) -> tuple[int, int]:
        """(line, column) of an offset, from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def place(self, span: Span) -> Place:
        return Place(span.start, span.end, *self.position(span.start), *self.position(span.end))


class RelatedPlace(NamedTuple):
    """A related place of a finding; ``rule`` as in ``Related``."""

    place: Place
    message: str
    rule: str = ""


class Located(NamedTuple):
    """A finding in offsets of its source file; ``fix`` too."""

    path: str
    rule: str
    severity: Severity
    message: str
    place: Place
    related: tuple[RelatedPlace, ...] = ()
    fix: Fix | None = None

    @property
    def start(self) -> int:
        return self.place.start

    @property
    def end(self) -> int:
        return self.place.end

    def as_related(self) -> RelatedPlace:
        return RelatedPlace(self.place, self.message, self.rule)

    def sort_key(self) -> tuple[object, ...]:
        return (self.place.start, self.place.end, self.rule, self.message)


class FileReport(NamedTuple):
    """One file's findings, sorted, and what went wrong with it: lines that name the culprit and the mend.

    ``suppressed``: findings that a comment, the front matter, a sidecar or the baseline takes out of ``findings``.
    ``collected``: by rule, what rules that see many articles keep of this one until the end of the run.
    ``depends``: other files than the article have a say in it, so that it is not for the cache.
    ``page``: for reporters with ``needs_page``. ``fail_on``: the least severity that makes a run fail.
    """

    path: str
    findings: tuple[Located, ...] = ()
    errors: tuple[str, ...] = ()
    source: str = ""
    suppressed: tuple[Located, ...] = ()
    collected: Mapping[str, object] = {}
    depends: bool = False
    page: "Page | None" = None
    fail_on: Severity = Severity.WARNING

    def fails(self, finding: Located) -> bool:
        return finding.severity.rank <= self.fail_on.rank

    def shown_from(self, least: Severity) -> "FileReport":
        """The report without what is less grave than ``least``, but for what makes the run fail."""
        return self._replace(
            findings=tuple(
                finding for finding in self.findings if finding.severity.rank <= least.rank or self.fails(finding)
            )
        )


class RuleInfo(NamedTuple):
    """What a reporter may say about a rule. ``severity``: as the rule comes, before the config."""

    id: str
    summary: str
    manual: str
    severity: Severity
    reference: str = ""


class Report(NamedTuple):
    """A run: its files in order, and in ``troubles`` what went wrong beside them.

    ``rules``: those of the run by id, for reporters with ``needs_rules``.
    """

    files: tuple[FileReport, ...] = ()
    rules: Mapping[str, RuleInfo] = {}
    troubles: tuple[str, ...] = ()

    def after(self, step: str, change: "Callable[[Report], Report]") -> "Report":
        """What a step makes of the report; where it fails, this report, with what is wrong in its ``troubles``."""
        try:
            with one_line(step):
                return change(self)
        except NewslintError as error:
            return self._replace(troubles=(*self.troubles, str(error)))

    @property
    def findings(self) -> list[Located]:
        return [finding for file in self.files for finding in file.findings]

    @property
    def fails(self) -> bool:
        """Whether a finding is grave enough for exit 1."""
        return any(file.fails(finding) for file in self.files for finding in file.findings)

    @property
    def errors(self) -> list[str]:
        return [*self.troubles, *(error for file in self.files for error in file.errors)]


def locate(finding: Finding, path: str, source_map: SourceMap, lines: Lines) -> Located:
    """The finding in offsets of the source file. A fix that would eat markup is left out."""
    related = tuple(
        RelatedPlace(lines.place(source_map.to_source(other.span)), other.message, other.rule)
        for other in finding.related
    )
    fix = finding.fix
    if fix is not None:
        if all(source_map.is_verbatim(edit.span) for edit in fix.edits):
            edits = tuple(Edit(source_map.to_source(edit.span), edit.replacement) for edit in fix.edits)
            fix = Fix(edits, fix.safety, fix.alternatives)
        else:
            fix = None
    place = lines.place(source_map.to_source(finding.span))
    return Located(path, finding.rule, finding.severity, finding.message, place, related, fix)
