"""Lines of the page that stand next to each other in the copy are one fault: an editor takes them out as a whole.

A newsletter's box, a row of share buttons, the foot of a page: whatever each of its lines says, the paste that brought
one brought all. What is not sure is said once for an article.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence

from newslint.findings.report import Located, Place, RelatedPlace
from newslint.model.expressions import expression
from newslint.model.finding import Edit, Fix, Severity
from newslint.model.span import Span

# Between two lines of the page: tags, blanks, rules such as "___". Possessive: pages are long.
_NOTHING = expression(r"(?:<[^<>]*+>|[^\w<]|_)*+")
_FAR = 400  # characters between neighbours, at most


def furniture_as_one(findings: Iterable[Located], source: str, rules: Collection[str]) -> list[Located]:
    """The findings in the order of the file, with those of ``rules`` that are neighbours as one.

    The gravest of a run speaks, for all its lines; the others are related. Further runs that are for information only
    are related to the first of them.
    """
    rows = sorted(findings, key=Located.sort_key)
    lines = [row for row in rows if row.rule in rules]
    if not lines:
        return rows
    again = [other.place for row in lines for other in row.related if other.rule in rules]
    kept = [row for row in rows if row.rule not in rules]
    runs = _runs([*(row.place for row in lines), *again], source)
    within: list[list[Located]] = [[] for _ in runs]
    for row in lines:
        within[bisect_right(runs, row.start, key=_start) - 1].append(row)
    said = [_one(run, rows, source) for run, rows in zip(runs, within, strict=True) if rows]
    return sorted([*kept, *_unsure_once(said, source)], key=Located.sort_key)


def _runs(places: Iterable[Place], source: str) -> list[Place]:
    """The places, neighbours together."""
    first, *others = sorted(places, key=lambda place: place.span)
    runs = [first]
    for place in others:
        last = runs[-1]
        if _are_neighbours(last, place, source):
            runs[-1] = _over(last, place)
        else:
            runs.append(place)
    return runs


def _are_neighbours(one: Place, two: Place, source: str) -> bool:
    fields = [place.field and (place.field.name, place.field.document) for place in (one, two)]
    if fields[0] != fields[1] or two.start - one.end > _FAR:
        return False
    return two.start <= one.end or _NOTHING.fullmatch(source, one.end, two.start) is not None


def _over(one: Place, two: Place) -> Place:
    """From the start of one place to the end of a later one."""
    if two.end <= one.end:
        return one
    field = one.field
    if field and two.field:
        field = field._replace(end=two.field.end, utf16_end=two.field.utf16_end)
    return one._replace(end=two.end, end_line=two.end_line, end_column=two.end_column, field=field)


def _start(place: Place) -> int:
    return place.start


def _one(run: Place, rows: Sequence[Located], source: str) -> Located:
    """The gravest finding of a run, over all of it."""
    leader = min(rows, key=lambda row: row.severity.rank)
    if run == leader.place:
        return leader
    written = sum(any(map(str.isalnum, line)) for line in source[run.start : run.end].splitlines())
    return leader._replace(
        message=f"{leader.message} It is one of {max(written, len(rows))} lines of the page that stand together.",
        place=run,
        related=(*leader.related, *_related(row for row in rows if row is not leader)),
        fix=_joined(rows, source),
    )


def _related(others: Iterable[Located]) -> list[RelatedPlace]:
    return [place for other in others for place in (other.as_related(), *other.related)]


def _joined(rows: Iterable[Located], source: str) -> Fix | None:
    """The mends of several findings as one: what two of them would take out goes once."""
    fixes = [row.fix for row in rows if row.fix]
    if not fixes or len({fix.safety for fix in fixes}) > 1:
        return None
    edits: list[Edit] = []
    for edit in sorted({edit for fix in fixes for edit in fix.edits}):
        last = edits[-1] if edits else None
        if last and edit.span.start < last.span.end and (last.replacement or edit.replacement):
            return None
        if last and edit.span.start <= last.span.end and not last.replacement and not edit.replacement:
            start, end = last.span.start, max(last.span.end, edit.span.end)
            if not source[end:].strip():  # the end of the copy: no empty lines are left
                start = len(source[:start].rstrip())
            edits[-1] = last._replace(span=Span(start, end))
        else:
            edits.append(edit)
    return fixes[0]._replace(edits=tuple(edits))


def _unsure_once(runs: Sequence[Located], source: str) -> list[Located]:
    """The runs, those for information as one."""
    unsure = [run for run in runs if run.severity is Severity.INFO]
    if len(unsure) < 2:
        return list(runs)
    first, *others = unsure
    said = first._replace(related=(*first.related, *_related(others)), fix=_joined([first, *others], source))
    return [*(run for run in runs if run.severity is not Severity.INFO), said]
