"""The Guardian's Typerighter protocol: blocks of an editor in, matches by the editor's own positions out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from newslint.findings.cast import is_confirmed
from newslint.findings.report import Located
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
    result, checked = _result(desk, job)
    return Answer(dumped(result), found=checked.counts, words=checked.words)


def stream(desk: Desk, job: Job) -> Answer:
    """``/checkStream``: all in one record, for a rule that judges the article must have seen it all."""
    result, checked = _result(desk, job)
    return Answer(dumped(result) + END, "application/json-seq", found=checked.counts, words=checked.words)


def _categories(desk: Desk) -> dict[str, str]:
    return {family: family.capitalize() for family in dict.fromkeys(rule.partition("/")[0] for rule in desk.rules)}


def _result(desk: Desk, job: Job) -> tuple[dict[str, Any], Checked]:
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
    matches = [_match(desk, checked, blocks, finding) for finding in checked.findings]
    if "names" in left:
        matches += _confirmed(checked, blocks)
    return {
        "requestId": asked.get("requestId", ""),
        "categoryIds": left,
        "blocks": given,
        "matches": matches,
        "percentageRequestComplete": 100,
    }, checked


def _within(families: list[str]) -> Callable[[str], bool]:
    return lambda rule_id: rule_id.partition("/")[0] in families


def _ids(asked: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = asked.get(key) or ()
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise RefusalError(400, f"Invalid request: `{key}` is to be a list of texts")
    return tuple(value)


def _block(row: Mapping[str, Any]) -> EditorBlock:
    start = _position(row.get("from", 0), "the `from` of a block")
    return EditorBlock(row["id"], row["text"], start, skipped=tuple(_skipped(row, start)))


def _skipped(row: Mapping[str, Any], start: int) -> Iterator[Span]:
    """The ranges of a block that are no copy, such as notes; their ``to`` is the last position that they hold."""
    ranges = row.get("skipRanges") or ()
    if not isinstance(ranges, list | tuple):
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


def _match(desk: Desk, checked: Checked, blocks: Blocks, finding: Located) -> dict[str, Any]:
    span, choices = replacements(finding, checked.source)
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
        **_placed(blocks, span),
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


def _confirmed(checked: Checked, blocks: Blocks) -> Iterator[dict[str, Any]]:
    """A green mark on every name that the house list has as it is spelled."""
    taken = [finding.place.span for finding in checked.findings]
    for article in checked.articles:
        for person in article.people:
            if not is_confirmed(article, person):
                continue
            for mention in person.mentions:
                span = article.source_map.to_source(mention)
                if any(span.overlaps(other) for other in taken):
                    continue
                message = f"“{person.name}” is spelled as the house list has it."
                yield {
                    "rule": {
                        "id": _CONFIRMED,
                        "description": "A name that the house list has.",
                        "category": {"id": "names", "name": "Names"},
                        "matcherType": "newslint",
                        "issueType": "other",
                    },
                    **_placed(blocks, span),
                    "message": message,
                    "shortMessage": "Confirmed",
                    "suggestions": [],
                    "markAsCorrect": True,
                    "groupKey": _CONFIRMED,
                    "priority": 0,
                }
