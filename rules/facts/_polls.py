"""Shares of one whole: for, against and undecided cannot be more than a hundred percent."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint import Figure, Finding, Reading, Rule, compiled, expression

_SIDES = {
    "for": "for favor favour favored favoured support supported supporting approve approved agree yes back backed",
    "against": "against oppose opposed opposing disapprove disapproved disagree disagreed no reject rejected",
    "neither": "undecided unsure uncertain abstained neither don't didn't neutral",
}
_SIDE_OF = {word: side for side, words in _SIDES.items() for word in words.split()}
# "... and the remaining 30 percent", "and the rest (30 percent)": the last of the row closes the whole.
_OTHERS = expression(r"\b(?:the (?:rest|remaining|other)|remainder)\b[^.;:!?\ue020-\ue07f]{0,20}(\ue025.)", re.I)
_ANOTHER = expression(r"\b(?:while|although|though|whereas|polls?|surveys?|found)\b|\bfrom [\ue020-\ue07f]", re.I)
_VIEWS = frozenset("view views opinion opinions preference idea answer".split())
ROUNDING = 4  # percent that a poll may lack of one hundred


def too_many_percent(rule: Rule, reading: Reading) -> Iterator[Finding]:
    """What the shares of a sentence make, if they are of one whole and make more than it, or less with "the rest"."""
    shares = [figure for figure in reading.figures if figure.kind == "%"]
    if len(shares) < 2 or not all(share.exact for share in shares):
        return
    sides: dict[str, Figure] = {}
    for share in shares:
        side = _side(reading, share)
        if side is None:
            break
        if side in sides:
            return
        sides[side] = share
    if "for" not in sides or "against" not in sides:
        sides = {str(index): share for index, share in enumerate(_listed(reading, shares))}
        if len(sides) < 3:
            return
    first, *others = sorted(sides.values(), key=lambda share: share.start)
    if _ANOTHER.search(reading.text, reading.place(first), reading.place(others[-1])):
        return  # 54 percent for it in one poll, while another found 51 percent against
    total = sum(share.value for share in sides.values())
    slack = len(sides) * 0.5 + 0.01
    closed = len(sides) == len(shares) > 2 and bool(_listed(reading, shares))
    if total > 100 + slack or (closed and total < 100 - ROUNDING):
        shown = " + ".join(f"{share.value:g}" for share in (first, *others))
        yield rule.finding(
            first,
            f"{shown} = {total:g} percent of one whole.",
            related=[(other, "added") for other in others],
        )


def _side(reading: Reading, share: Figure) -> str | None:
    """Which side a share is on, from the words after it; None if it is no side, or a share of some group."""
    at = reading.place(share) + 2
    words = compiled(r"[.!?;\ue000-\uefff]").split(reading.text[at : at + 45].lower())[0]
    told = compiled(r"[a-z']+").findall(words)
    for word, following in pairwise([*told, ""]):
        if word in ("of", "among"):
            return None  # of some group, not of the whole
        if word == "not" or (word == "no" and following in _VIEWS):
            return "neither"
        if word in _SIDE_OF:
            return _SIDE_OF[word]
    return None


def _listed(reading: Reading, shares: list[Figure]) -> list[Figure]:
    """Shares in a row whose last is "the rest": "40 percent went to A, 30 to B and the remaining 30 to C"."""
    last = _OTHERS.search(reading.text)
    if last is None or ord(last[1][1]) - 0xE100 != reading.figures.index(shares[-1]):
        return []
    return shares if reading.place(shares[0]) < last.start() else []
