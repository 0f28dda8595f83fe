"""Mends: edits made to a text, round after round."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from newslint.findings.report import Located
from newslint.model.errors import NewslintError
from newslint.model.finding import Edit, Fix, Safety
from newslint.model.named_tuple import NamedTuple

# Fixes that undo each other would go round for ever.
_ROUNDS = 10


def applicable(fix: Fix | None, *, unsafe: bool) -> bool:
    """Whether a program may make the fix: a safe one, or with ``unsafe`` a suggestion with one candidate."""
    if fix is None:
        return False
    return fix.safety is Safety.SAFE or (unsafe and fix.safety is Safety.SUGGESTION and not fix.alternatives)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made; of two that overlap, the first in the text counts."""
    pieces, last, at = [], 0, -1
    for edit in sorted(set(edits)):
        # Two insertions at one place would depend on their order; the later round makes the second.
        if edit.span.start < last or (edit.span.start, edit.span.end) == (at, at):
            continue
        pieces += [text[last : edit.span.start], edit.replacement]
        last, at = edit.span.end, edit.span.start
    return "".join([*pieces, text[last:]])


def chosen_edits(findings: Iterable[Located], *, unsafe: bool) -> list[Edit]:
    """The edits of a round, from fixes that may be made: one of several edits is made whole or not at all."""
    taken: list[Edit] = []
    for finding in findings:
        if finding.fix is None or not applicable(finding.fix, unsafe=unsafe):
            continue
        new = [edit for edit in finding.fix.edits if edit not in taken]
        if not any(_clash(edit, other) for edit in new for other in taken):
            taken += new
    return taken


def _clash(one: Edit, other: Edit) -> bool:
    if one.span == other.span:
        return True
    return one.span.start < other.span.end and other.span.start < one.span.end


class Mended(NamedTuple):
    """A text with its fixes made, and how many edits that took."""

    text: str
    mends: int


def fix_text(source: str, check: Callable[[str], Iterable[Located]], *, unsafe: bool = False) -> Mended:
    """The source with every fix that may be made, made again until nothing changes.

    ``check`` gives the findings of a source text, or raises NewslintError for one that cannot be read. A fix that would
    make such a text of the source is left: "<", a control character and "!-- newslint: off" are no comment yet.
    """
    found, mends = list(check(source)), 0
    for _ in range(_ROUNDS):
        edits = chosen_edits(found, unsafe=unsafe)
        mended = apply_edits(source, edits)
        if mended == source:
            break
        try:
            found = list(check(mended))
        except NewslintError:
            edits = chosen_edits(
                [row for row in found if _is_read(source, chosen_edits([row], unsafe=unsafe), check)], unsafe=unsafe
            )
            mended = apply_edits(source, edits)
            if mended == source:
                break
            found = list(check(mended))
        source = mended
        mends += len(edits)
    return Mended(source, mends)


def _is_read(source: str, edits: Sequence[Edit], check: Callable[[str], Iterable[Located]]) -> bool:
    """Whether a source can still be read with some edits made."""
    try:
        check(apply_edits(source, edits))
    except NewslintError:
        return False
    return True
