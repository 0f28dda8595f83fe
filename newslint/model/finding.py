"""What a rule reports."""

from collections.abc import Iterator
from enum import StrEnum

from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Span


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 is the gravest."""
        return ("error", "warning", "info").index(self.value)


class Safety(StrEnum):
    SAFE = "safe"  # the meaning cannot change: applied by --fix
    SUGGESTION = "suggestion"  # applied by --fix --unsafe where it is the only candidate
    BY_HAND = "by hand"  # shown, never applied: the words are a name or stand in a quotation


# What is said of a further place of the same fault.
HERE_TOO = "here too"


class Related(NamedTuple):
    """Another place that the finding is about, with its own message.

    ``rule``: the rule that saw the fault there, where it is more than a place to compare: another rule that the same
    words have set off, or the finding's own rule where the fault stands again.
    """

    span: Span
    message: str
    rule: str = ""


class Edit(NamedTuple):
    """Put ``replacement`` where ``span`` stands."""

    span: Span
    replacement: str


class Fix(NamedTuple):
    """Edits that mend the finding together.

    ``alternatives`` are other replacements for the same words, best first, for an editor to choose from.
    """

    edits: tuple[Edit, ...]
    safety: Safety = Safety.SUGGESTION
    alternatives: tuple[str, ...] = ()

    def choices(self) -> Iterator[tuple[Edit, ...]]:
        """The edits, and with each alternative in place of the first replacement."""
        yield self.edits
        first = self.edits[0].replacement
        for words in self.alternatives:
            yield tuple(edit._replace(replacement=words) if edit.replacement == first else edit for edit in self.edits)


class Finding(NamedTuple):
    """One report: what is wrong, and where.

    Rules make findings in clean-text offsets; the linter hands them on in offsets of the source file. One that is
    ``faint`` is told only in an article that has other faults.
    """

    rule: str
    message: str
    span: Span
    severity: Severity = Severity.WARNING
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    faint: bool = False

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end

    def as_related(self) -> Related:
        return Related(self.span, self.message, self.rule)

    def moved(self, by: int) -> "Finding":
        """The same finding so many characters later."""
        if not by:
            return self
        related = tuple([row._replace(span=row.span.moved(by)) for row in self.related])
        edits = tuple([edit._replace(span=edit.span.moved(by)) for edit in self.fix.edits]) if self.fix else ()
        fix = self.fix._replace(edits=edits) if self.fix else None
        return self._replace(span=self.span.moved(by), related=related, fix=fix)
