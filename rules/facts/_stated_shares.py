"""A share with the two figures that it is of: "30 of 50 members, or 70 percent"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint import expression

from ._change_claims import TIMES
from ._figures import Interval, interval_of
from ._reference import hedge_before

if TYPE_CHECKING:
    from newslint import Number

_OF = expression(
    r"""
    (?:\s+[a-z]+)?(?:\s+out)?\s+of\s+  # 30 members out of
    (?:the\s+|its\s+|their\s+|all\s+|a\s+total\s+of\s+)?(?:[a-z]+\s+){0,2}  # the 50
    """,
    re.VERBOSE,
)
_OF_BEFORE = expression(r"\b[Oo]f\s+(?:the|its|their|all|a\s+total\s+of)?\s*$")
# Of the 50 members who came to the hall on Monday, only 30
_COMMA = expression(r"(?:\s+[\w’'.-]+){0,12},\s+(?:only\s+|just\s+|some\s+|about\s+)?")
_OF_THEM = expression(r"\s+of\s+(?:them|these|those)\b")
_OF_THEM_BEFORE = expression(r"\bOf\s+(?:them|these|those),?\s+$")
_SAID = expression(r"\s+of\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+(?:,\s+or\s+|,\s+|\s+\(|\s[–—-]\s)")
_OR = expression(
    r"""
    (?:\s+[\w’'-]+){0,5},?\s*(?:\(|,?\s*or\s+|[–—]\s*|,\s+)(?:or\s+)?  # members, or
    (?:an?\s+(?:[a-z]+\s+){1,2}of\s+)?  # a total share of
    (?:
        about\s+|nearly\s+|almost\s+|roughly\s+|around\s+|just\s+(?:over|under)\s+
        |more\s+than\s+
    )*
    """,
    re.VERBOSE,
)


def wrong_shares(text: str, numbers: "Sequence[Number]") -> "Iterator[tuple[Number, Number, Number]]":
    """Part, whole and share, where the share is not theirs, however the three were rounded."""
    for trio in zip(numbers, numbers[1:], numbers[2:], strict=False):
        read = _share_of(text, *trio)
        if read is not None and not _agree(text, *read):
            yield read


def wrong_shares_of_them(
    text: str, whole: "Number", numbers: "Sequence[Number]"
) -> "Iterator[tuple[Number, Number, Number]]":
    """The same, of the only figure of the sentence before: 50 members came. Of these, 30, or 70 percent"""
    for part, share in pairwise(numbers):
        theirs = _OF_THEM.match(text, part.end) or _OF_THEM_BEFORE.search(text, max(0, part.start - 20), part.start)
        if theirs and share.unit == "%" and _OR.fullmatch(text, part.end, share.start):
            if not _agree(text, part, whole, share):
                yield part, whole, share


def _agree(text: str, part: "Number", whole: "Number", share: "Number") -> bool:
    """Whether the part may be that share of the whole, or one of them is no such figure."""
    if (
        any(n.unit in ("%", "points") or n.unit in TIMES or _in_range(text, n) for n in (part, whole))
        or part.currency != whole.currency
    ):
        return True
    if not 0 < part.value <= whole.value or part.scaled != whole.scaled:
        return True
    top, bottom = interval_of(text, part), interval_of(text, whole)
    hedge = hedge_before(text, share.start)
    slack = max(share.step, 1.0) if share.step >= 1 else share.step
    said = Interval((share.value - slack) * hedge.low, (share.value + slack) * hedge.high)
    return Interval(100 * top.low / bottom.high, 100 * top.high / max(bottom.low, 1e-9)).meets(said)


def _share_of(text: str, one: "Number", two: "Number", three: "Number") -> "tuple[Number, Number, Number] | None":
    """Part, whole and share of three numbers in a row, if they are said to be that."""
    if three.unit == "%" and _OR.fullmatch(text, two.end, three.start):
        if _OF.fullmatch(text, one.end, two.start):
            return one, two, three  # 30 of 50 members, or 70 percent
        if _OF_BEFORE.search(text, max(0, one.start - 16), one.start) and _COMMA.fullmatch(text, one.end, two.start):
            return two, one, three  # of the 50 members, 30, or 70 percent
        if _OF_THEM.match(text, two.end):
            return two, one, three  # 50 members came; 30 of them, or 70 percent
    if two.unit == "%" and _OR.fullmatch(text, one.end, two.start) and _OF.fullmatch(text, two.end, three.start):
        return one, three, two  # 30 members, or 70 percent of the 50
    if one.unit == "%" and _OF.fullmatch(text, two.end, three.start) and _SAID.fullmatch(text, one.end, two.start):
        return two, three, one  # 70 percent of the members, 30 of 50,
    return None


def _in_range(text: str, number: "Number") -> bool:
    """Whether a number is an end of a range: those 50-64."""
    return text[number.end : number.end + 1] in ("-", "–") or text[number.start - 1 : number.start] in ("-", "–")
