"""What a sentence says of two figures, before and after: the claims about the size of their change."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint import compiled, expression

from ._arithmetic import another_pair_fits
from ._claims import COMPARED, Claim, claim_at, multiples_in
from ._figures import kind_of
from ._pairs import Pair

if TYPE_CHECKING:
    from newslint import Number

NEAR = 90  # characters between the figures and what is said of them
TIMES = frozenset("years months weeks days hours minutes seconds times miles metres meters points".split())
_BARE = frozenset({"to", "from", "in", "on", "a", "last", "this", "over", "since", "at", "and"} | set(COMPARED))
# What ends the talk of one change: another clause with its own subject.
_BREAKS = expression(
    r"""
    [;:!?]|\.\s  # another sentence or clause
    |\b(?:while|but|whereas|although|though|because|and|compared|when)\b
    |\b(?:after|before|since)\s(?!\d|the\b|last\b|[A-Z])  # after sales fell; not: after the sale
    """,
    re.VERBOSE,
)
# Shares of answers, each in brackets: cut spending (65 percent), raise the age from 65 to 67 (51 percent).
_BRACKETED = expression(r"\(\d[\d.]*\s?(?:%|per\s?cent)\)")


def claims_about(text: str, pair: Pair, start: int, end: int, numbers: "Sequence[Number]") -> list[Claim]:
    """The claims about a pair in ``text[start:end]``, but for shares of answers, each in brackets."""
    return [
        claim
        for claim in _all_claims(text, pair, start, end, numbers)
        if not ("(" in text[claim.start - 1 : claim.start + 1] and len(_BRACKETED.findall(text, start, end)) > 1)
    ]


def _all_claims(text: str, pair: Pair, start: int, end: int, numbers: "Sequence[Number]") -> Iterator[Claim]:
    """What the sentence says of the pair: just before it, within it, or in apposition after it."""
    for number in numbers:
        if number in (pair.before, pair.after):
            continue
        if number.start >= pair.end:
            claim = claim_at(text, pair.end, end, number)
            if claim and claim.start - pair.end < NEAR and _follows(text, pair.end, claim):
                yield claim
        elif number.end <= pair.start:
            claim = claim_at(text, start, pair.start, number)
            if (
                claim
                and pair.start - claim.end < NEAR
                and not _BREAKS.search(_BETWEEN.sub("", text[claim.end : pair.start]).rstrip(": "))
            ):
                yield claim
        else:  # 132, up 10 percent from 120; from 120, complaints rose 10 percent to 132
            first, second = sorted((pair.before, pair.after))
            claim = claim_at(text, first.end, second.start, number) if first.end <= number.start else None
            if claim:
                yield claim
    for claim in multiples_in(text, start, end):
        before = 0 <= pair.start - claim.end < 40 and not _BREAKS.search(text[claim.end : pair.start].rstrip(": "))
        inside = pair.before.end <= claim.start and claim.end < pair.after.start
        if before or inside or (0 <= claim.start - pair.end < 40 and _follows(text, pair.end, claim)):
            yield claim


def _follows(text: str, end: int, claim: Claim) -> bool:
    """Whether a claim after the figures is said of them: an apposition, not a new clause."""
    gap = compiled(r"\.\s+(?:(?:That|This|It)\b)?").sub(" – ", text[end : claim.start], count=1)
    words = text[claim.start : claim.end].split(None, 1)[0].lower()
    if _BREAKS.search(gap):
        return False
    if "," not in gap and "(" not in gap + words and not compiled(r"[–—]|\s-\s|\.\s").search(gap):
        return words in ("by", "or") or words.endswith("ing")
    # a finite verb with its own subject ("sales fell 5 percent") is another change
    tail = compiled(r"[,(–—]|\s-\s|\.\s").split(gap)[-1].strip()
    if words in ("a", "an", "the", "this", "that", "up", "down", "or", "by", "(", "(+", "(-") or words.endswith("ing"):
        return len(tail.split()) <= 4
    if words.startswith("("):
        return True
    return _TAIL.fullmatch(tail) is not None


_BETWEEN = expression(r"\bbetween\s+[\w ]{1,14}?\s+and\s+\w+(?:\s+\d{4})?")
# What may lead to the size of a change: a verb without a subject of its own.
_TAIL = expression(
    r"""
    (?:
        or|an?
        |(?:that|which|this|it)  # which is a
         (?:\s+(?:is|was|means|meant|represents|represented|marks)|[’']s)
         (?:\s+an?)?
        |(?:representing|meaning|making|marking|equating\s+to|amounting\s+to)  # representing a
         (?:\s+an?)?
    )?
    """,
    re.I | re.VERBOSE,
)


def same_things(pair: Pair, number: "Number") -> bool:
    """Whether an amount counts what the figures count; a bare amount may."""
    units = {pair.before.unit, pair.after.unit} - {"", *_BARE}
    if not number.unit or (number.unit in _BARE and not number.scaled):
        return True
    return number.unit in units or (not units and number.unit.endswith("s") and number.unit not in TIMES)


def is_explained(claim: Claim, number: "Number | None", numbers: "Sequence[Number]") -> bool:
    """Whether two other figures differ as the claim says: leads by 9 points, 53 percent to 44, up from 49 to 46."""
    if claim.kind == "times" or len(numbers) < 4:
        return False
    amounts = [(other.value, kind_of(other)) for other in numbers if other is not number]
    return another_pair_fits(amounts, claim.value, percent=claim.kind == "%")
