"""What a rule reports."""

from enum import StrEnum
from typing import NamedTuple

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


class Related(NamedTuple):
    """Another place that the finding is about, with its own message."""

    span: Span
    message: str


class Edit(NamedTuple):
    """Put ``replacement`` where ``span`` stands."""

    span: Span
    replacement: str


class Fix(NamedTuple):
    """Edits that mend the finding together.

    ``alternatives`` are other replacements for the same span, best first, for an editor to choose from.
    """

    edits: tuple[Edit, ...]
    safety: Safety = Safety.SUGGESTION
    alternatives: tuple[str, ...] = ()


class Finding(NamedTuple):
    """One report: what is wrong, and where.

    Rules make findings in clean-text offsets; the linter hands them on in offsets of the source file.
    """

    rule: str
    message: str
    span: Span
    severity: Severity = Severity.WARNING
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end
