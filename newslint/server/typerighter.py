"""The Guardian's Typerighter protocol: blocks of an editor in, matches by the editor's own positions out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from newslint.findings.cast import is_confirmed
from newslint.findings.report import Located
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Span
from newslint.server.checked import Checked, Desk, replacements, title
from newslint.server.copy import Blocks, EditorBlock, blocks_of
from newslint.server.issues import category_of
from newslint.server.job import Answer, Job, RefusalError, dumped, parsed
from newslint.server.units import Utf16, length

# What ends a record of the stream: the unit separator, whatever clients call it.
END = b"\x1f"
# Characters on either side of a match.
_AROUND = 100
_CONFIRMED = "names/confirmed"


def refusal(status: int, why: str) -> Answer:
    return Answer(dumped({"error": why}), status=status)


def categories(desk: Desk, job: Job) -> Answer:
    """``/categories``: one for each family of rules."""
    return Answer(dumped([{"id": family, "name": name} for family, name in _categories(desk).items()]))


def check(desk: Desk, job: Job) -> Answer:
    """``/check``. Raises RefusalError."""
    result = _result(desk, job)
    matches = [match for found in result.matches for match in found]
    return result.checked.answer(dumped(result.record(result.given, matches, 100)))


def stream(desk: Desk, job: Job) -> Answer:
    """``/checkStream``: a record a block, with the matches that begin in it.

    The client takes a block's categories for done when it has a record of them, so there is one with all of them; and
    the whole article is read before the first, for a rule that compares blocks must have seen them all. Raises
    RefusalError.
    """
    result = _result(desk, job)
    count = len(result.given)
    records = [
        result.record([block], matches, 100 * number // count)
        for number, (block, matches) in enumerate(zip(result.given, result.matches, strict=True), 1)
    ] or [result.record([], [], 100)]
    body = b"".join(dumped(record) + END for record in records)
    return result.checked.answer(body, "application/json-seq")


class _Result(NamedTuple):
    """What a request found. ``given``: its blocks as they came, ``matches``: of each; ``categories``: asked for."""

    id: str
    categories: list[str]
    given: list[dict[str, Any]]
    matches: list[list[dict[str, Any]]]
    checked: Checked

    def record(self, blocks: list[dict[str, Any]], matches: list[dict[str, Any]], percent: int) -> dict[str, Any]:
        return {
            "requestId": self.id,
            "categoryIds": self.categories,
            "blocks": blocks,
            "matches": matches,
            "percentageRequestComplete": percent,
        }


def _categories(desk: Desk) -> dict[str, str]:
    return {family: family.capitalize() for family in dict.fromkeys(rule.partition("/")[0] for rule in desk.rules)}


def _result(desk: Desk, job: Job) -> _Result:
    """Raises RefusalError."""
    asked = parsed(job)
    if not isinstance(asked.get("requestId", ""), str):
        raise RefusalError(400, "Invalid request: `requestId` is to be a text")
    given = blocks_of(asked.get("blocks"))
    blocks = Blocks([_block(row) for row in given])
    known = _categories(desk)
    wanted = _ids(asked, "categoryIds") or tuple(known)
    unwanted = _ids(asked, "excludeCategoryIds")
    left = [family for family in known if family in wanted and family not in unwanted]
    checked = desk.documents(blocks.source, (blocks.document(),), only=_within(left))
    matches: list[list[dict[str, Any]]] = [[] for _ in given]
    for finding in checked.findings:
        span, choices = replacements(finding, checked.source)
        matches[blocks.number(span.start)].append(_match(desk, finding, _placed(blocks, span), choices))
    if "names" in left:
        for span, name in _confirmed(checked):
            matches[blocks.number(span.start)].append(_green(name, _placed(blocks, span)))
    return _Result(asked.get("requestId", ""), left, given, matches, checked)


def _within(families: list[str]) -> Callable[[str], bool]:
    return lambda rule_id: rule_id.partition("/")[0] in families


def _ids(asked: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = asked.get(key)
    if value is None:
        return ()
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise RefusalError(400, f"Invalid request: `{key}` is to be a list of texts")
    return tuple(value)


def _block(row: Mapping[str, Any]) -> EditorBlock:
    start, _ = (_position(row.get(key, 0), f"the `{key}` of a block") for key in ("from", "to"))
    return EditorBlock(row["id"], row["text"], start, skipped=tuple(_skipped(row, start)))


def _skipped(row: Mapping[str, Any], start: int) -> Iterator[Span]:
    """The ranges of a block that are no copy, such as notes; their ``to`` is the last position that they hold."""
    ranges = row.get("skipRanges")
    if ranges is None:
        return
    if not isinstance(ranges, list):
        raise RefusalError(400, "Invalid request: `skipRanges` is to be a list")
    units = Utf16(row["text"])
    size = len(row["text"])
    for given in ranges:
        ends = given if isinstance(given, dict) else {}
        begin, stop = (_position(ends.get(key), f"the `{key}` of a range") for key in ("from", "to"))
        first, last = (min(units.back(max(end - start, 0)), size) for end in (begin, stop + 1))
        if first < last:
            yield Span(first, last)


def _position(value: object, what: str) -> int:
    """A position in the editor. Raises RefusalError."""
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= 1 << 53 and value == int(value):
        return int(value)
    raise RefusalError(400, f"Invalid request: {what} is to be a number")


def _match(desk: Desk, finding: Located, place: dict[str, Any], choices: list[str]) -> dict[str, Any]:
    rule = desk.rules[finding.rule]
    family = finding.rule.partition("/")[0]
    suggestions = [{"type": "TEXT_SUGGESTION", "text": words} for words in choices[:10]]
    return {
        "rule": {
            "id": finding.rule,
            "description": rule.summary,
            "category": {"id": family, "name": family.capitalize()},
            "matcherType": "newslint",
            "issueType": category_of(desk.files[finding.rule].issue).issue_type,
        },
        **place,
        "message": finding.message,
        "shortMessage": title(finding.rule),
        "suggestions": suggestions,
        **({"replacement": suggestions[0]} if suggestions else {}),
        "markAsCorrect": False,
        "groupKey": finding.rule,
        "priority": 2 - finding.severity.rank,
    }


def _placed(blocks: Blocks, span: Span) -> dict[str, Any]:
    block, start, end = blocks.place(span.start, span.end)
    units = Utf16(block.text)
    words = block.text[units.back(start) : units.back(end)]
    before = block.text[max(units.back(start) - _AROUND, 0) : units.back(start)]
    after = block.text[units.back(end) : units.back(end) + _AROUND]
    return {
        "fromPos": block.start + start,
        "toPos": block.start + start + length(words),
        "matchedText": words,
        "precedingText": before,
        "subsequentText": after,
        "matchContext": f"{before}[{words}]{after}",
    }


def _confirmed(checked: Checked) -> Iterator[tuple[Span, str]]:
    """Every name that the house list has as it is spelled: its place, and whose it is."""
    taken = [finding.place.span for finding in checked.findings]
    for article in checked.articles:
        for person in article.people:
            if not is_confirmed(article, person):
                continue
            for mention in person.mentions:
                span = article.source_map.to_source(mention)
                if not any(span.overlaps(other) for other in taken):
                    yield span, person.name


def _green(name: str, place: dict[str, Any]) -> dict[str, Any]:
    """The match of a confirmed name."""
    return {
        "rule": {
            "id": _CONFIRMED,
            "description": "A name that the house list has.",
            "category": {"id": "names", "name": "Names"},
            "matcherType": "newslint",
            "issueType": "other",
        },
        **place,
        "message": f"“{name}” is spelled as the house list has it.",
        "shortMessage": "Confirmed",
        "suggestions": [],
        "markAsCorrect": True,
        "groupKey": _CONFIRMED,
        "priority": 0,
    }
