"""Findings at their places in the source files: all that reporters see."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.model.document import Document, Field
from newslint.model.errors import NewslintError, one_line
from newslint.model.expressions import expression
from newslint.model.finding import Edit, Finding, Fix, Severity
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import HasSpan, Span

if TYPE_CHECKING:
    from newslint.findings.proof import Proof
    from newslint.rule import Example

_LINE_END = expression(r"\r\n|\n|\r")


class FieldPlace(NamedTuple):
    """A span of a field (see ``model.document.Field``): offsets from 0 in the field's text as it reads.

    ``document``: which article of a file that holds several, or "".
    """

    name: str
    start: int
    end: int
    utf16_start: int
    utf16_end: int
    document: str = ""


class Place(NamedTuple):
    """A span of a source file: code-point offsets from 0, lines and columns (in code points) from 1.

    ``field``: the same place in a field, for formats that have such.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    field: FieldPlace | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Lines:
    """Where the lines of a source text begin."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def starts(self) -> list[int]:
        """Offsets, told when something is first placed: in most articles nothing is found."""
        return [0, *(match.end() for match in _LINE_END.finditer(self._source))]

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


# Stands for a rule where a suppression silences nothing any more; it has no page.
UNUSED = "unused-suppression"


def page_path(rule_id: str) -> str:
    """A rule's page, from a manual's root."""
    return f"rules/{rule_id}.html"


def rule_page(manual: str, rule_id: str) -> str:
    """The address of a rule's page in a manual at an address."""
    return f"{manual.rstrip('/')}/{page_path(rule_id)}"


class FileReport(NamedTuple):
    """One file's findings, sorted, and what went wrong with it: lines that name the culprit and the mend.

    ``suppressed``: findings that a comment, the front matter, a sidecar or the baseline takes out of ``findings``.
    ``collected``: of each article by rule, what rules that see many keep until the end of the run.
    ``depends``: other files than the article have a say in it, so that it is not for the cache.
    ``proof``: for reporters with ``needs_proof``. ``fail_on``: the least severity that makes a run fail.
    ``manual``: the address of the manual, if it has one.
    ``unread``: what kind of files this is one of, if newslint does not read it; ``errors`` then say why.
    ``foreign``: how many of its articles are in other languages than English, and were not checked.
    """

    path: str
    findings: tuple[Located, ...] = ()
    errors: tuple[str, ...] = ()
    source: str = ""
    suppressed: tuple[Located, ...] = ()
    collected: Sequence[Mapping[str, object]] = ()
    depends: bool = False
    proof: "Proof | None" = None
    fail_on: Severity = Severity.WARNING
    unread: str = ""
    foreign: int = 0
    manual: str = ""

    def page_of(self, finding: Located) -> str:
        """The address of the page of a finding's rule, or nothing."""
        return rule_page(self.manual, finding.rule) if self.manual and finding.rule != UNUSED else ""

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
    """What a reporter may say about a rule. ``severity``: as it comes, before the config.

    ``page``: its address, where the desk's manual has one that others can open, too.
    """

    id: str
    summary: str
    manual: str
    severity: Severity
    reference: str = ""
    page: str = ""
    examples: "tuple[Example, ...]" = ()


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


def locate(finding: Finding, path: str, document: Document, lines: Lines) -> Located:
    """The finding in offsets of the source file. A fix that would eat markup, or cannot be written, is left out."""
    related = tuple(
        RelatedPlace(place_of(other.span, document, lines), other.message, other.rule) for other in finding.related
    )
    place = place_of(finding.span, document, lines)
    fix = finding.fix and _written(finding.fix, document)
    return Located(path, finding.rule, finding.severity, finding.message, place, related, fix)


def place_of(span: HasSpan, document: Document, lines: Lines) -> Place:
    """Where a span of clean text stands in the file, and in its field if it has such."""
    place = lines.place(document.source_map.to_source(span))
    field = document.field_at(span.start)
    return place._replace(field=_within(span, field, document)) if field else place


def _within(span: HasSpan, field: Field, document: Document) -> FieldPlace:
    start, end = (min(max(at, field.start), field.end) for at in (span.start, span.end))
    text = document.text
    before = _utf16(text[field.start : start])
    words = _utf16(text[start:end])
    return FieldPlace(field.name, start - field.start, end - field.start, before, before + words, document.name)


def _utf16(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _written(fix: Fix, document: Document) -> Fix | None:
    """The fix in offsets and escapes of the file."""
    if not all(document.source_map.is_verbatim(edit.span) for edit in fix.edits):
        return None
    try:
        return _in_escapes(fix, document)
    except UnicodeEncodeError:  # letters that the encoding of this part of the file has not
        return None


def _in_escapes(fix: Fix, document: Document) -> Fix | None:
    field = document.field_at(fix.edits[0].span.start)
    edits = []
    for edit in fix.edits:
        words = edit.replacement
        if document.fields:
            field = document.field_at(edit.span.start)
            if field is None or field.write is None or edit.span.end > field.end:
                return None
            words = field.write(words)
        edits.append(Edit(document.source_map.to_source(edit.span), words))
    write = field.write if field else None
    alternatives = tuple(map(write, fix.alternatives)) if write else fix.alternatives
    return Fix(tuple(edits), fix.safety, alternatives)
