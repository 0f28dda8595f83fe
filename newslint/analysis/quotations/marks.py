"""Tells quotation marks from apostrophes, inches and elisions, and which side each is on, by what stands around it."""

import re

from newslint.english.abbreviations import is_abbreviation
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple

EITHER, OPEN, CLOSE = 0, 1, 2
DOUBLE, SINGLE, ANGLE = 0, 1, 2

_MARKS = "\"“”„‟«»`'‘’"
# Any double mark; a single one that does not stand within a word; two backticks.
_CANDIDATE = expression(r"[\"“”„‟«»`'‘’](?:(?<=[\"“”„‟«»])|(?<=`)`|(?<!\w.)|(?!\w))", re.DOTALL)
_BEFORE_OPENING = frozenset(" \t\n\r\xa0\u2002\u2003\u2009\u200a\u200b\u202f([{<>|/*_•~=")
_AFTER_CLOSING = frozenset(" \t\n\r\xa0\u2002\u2003\u2009\u200a\u200b\u202f.,;:!?)]}…|/*_<")
# Spreadsheets write each mark twice: ""We won,"" she said.
_DOUBLED = expression(r'(?:^|(?<=[\s(]))""(?=\w)', re.MULTILINE)
_DASHES = frozenset("—–-―‑−")
_STOPS = frozenset(".,!?…;:—–")
_GLYPHS = {"“": OPEN, "‟": OPEN, "„": OPEN, "”": CLOSE, "«": OPEN, "»": CLOSE, "‘": OPEN, "’": CLOSE}
# Words that lose their first letters in print ('em, 'til, rock 'n' roll), and tails that were torn off (isn 't).
_ELIDED = frozenset(
    (
        "t",
        "s",
        "re",
        "ve",
        "ll",
        "d",
        "m",
        "em",
        "til",
        "tis",
        "twas",
        "twere",
        "cause",
        "cuz",
        "cos",
        "coz",
        "bout",
        "n",
        "nuff",
        "ello",
        "neath",
        "tween",
    )
)
_WORD = expression(r"\w+")
_YEAR = expression(r"\d{4}")


class Candidate(NamedTuple):
    """What may be a quotation mark.

    ``against``: the glyph says ``side``, its surroundings the other. ``weak``: it may well be an apostrophe or a sign
    for inches or feet; ``faint``: it is one (’em, ’90s) unless a ``sure`` closing mark (,’) answers it.
    """

    start: int
    end: int
    kind: int
    side: int
    weak: bool = False
    against: bool = False
    faint: bool = False
    sure: bool = False


def candidates(text: str, start: int, end: int) -> list[Candidate]:
    """What may be a quotation mark in ``text[start:end]``, a block."""
    found: list[Candidate] = []
    last_end, last_left = -1, " "
    doubled = text.find('""', start, end) >= 0 and _DOUBLED.search(text, start, end) is not None
    lone_angle = ("«" in text[start:end]) != ("»" in text[start:end])  # an arrow, a bullet
    for match in _CANDIDATE.finditer(text, start, end):
        at, after = match.span()
        if at < last_end:
            continue
        glyph = text[at]
        if lone_angle and glyph in "«»":
            continue
        twice = after < end and text[after] == glyph
        if twice and ((doubled and glyph == '"') or (glyph in "'‘’" and not _ends_in_three(text, at, start))):
            after += 1
        if at == last_end:
            left = last_left
        else:
            left = text[at - 1] if at > start else " "
        right = text[after] if after < end else " "
        if right in _MARKS:
            right = _beyond(text, after, end)
        last_end, last_left = after, left
        if glyph in "'‘’`" and after - at == 1:
            single = _single(text, at, glyph, left, right)
            if single is not None:
                found.append(single)
            continue
        opening = left in _BEFORE_OPENING or left.isspace()
        closing = right in _AFTER_CLOSING or right.isspace()
        if opening != closing:
            side = OPEN if opening else CLOSE
        elif opening:
            side = OPEN if right == "…" or text.startswith("..", after) else EITHER
        elif left in _DASHES and right.isalnum():
            side = OPEN
        elif right in _DASHES:
            side = CLOSE
        else:
            side = EITHER
        inches = side != OPEN and left.isdigit() and glyph in '"”' and not _YEAR.match(text, max(at - 4, start))
        says = _GLYPHS.get(glyph, side)
        kind = ANGLE if glyph in "«»" else DOUBLE
        found.append(Candidate(at, after, kind, says, inches, says != side != EITHER))
    return found


def _ends_in_three(text: str, at: int, start: int) -> bool:
    """Whether three equal marks begin at ``at`` that close: first an inner quotation, then with two the outer one."""
    return text.startswith(text[at] * 3, at) and at > start and not text[at - 1].isspace()


def _beyond(text: str, at: int, end: int) -> str:
    """The first character from ``at`` on that is no quotation mark; four marks in a row are looked at."""
    for position in range(at, min(at + 4, end)):
        if text[position] not in _MARKS:
            return text[position]
    return " "


def _single(text: str, at: int, glyph: str, left: str, right: str) -> Candidate | None:
    """A single mark, or None for an apostrophe."""
    opening = left in _BEFORE_OPENING or left in _DASHES or left.isspace()
    if opening and (right.isalnum() or right in "…[$£€(" or text.startswith("..", at + 1)):
        word = _WORD.match(text, at + 1)
        elided = word is not None and (
            word[0].lower() in _ELIDED or (right.isdigit() and len(word[0].rstrip("s")) == 2)
        )
        if elided or glyph == "’":  # ’em, ’90s, ’Arry
            return Candidate(at, at + 1, SINGLE, OPEN, weak=True, against=not elided, faint=True)
        # A straight mark before a small letter may be an elision that nobody has listed.
        weak = glyph == "'" and (right.islower() or right.isdigit())
        return Candidate(at, at + 1, SINGLE, OPEN, weak)
    if opening or glyph == "`" or (right.isalnum() and left in _STOPS):
        return None
    if left == "." and glyph != "‘" and right.isspace() and _is_possessive(text, at):
        return Candidate(at, at + 1, SINGLE, CLOSE, weak=True)
    if left in _STOPS:
        return Candidate(at, at + 1, SINGLE, CLOSE, against=glyph == "‘", sure=left not in ":;—–")
    if glyph == "‘":
        return None
    # boys' bikes, goin' home, 6' tall: no closing mark if a better one follows
    weak = (left in "szxSnN" or left.isdigit()) and not (right in _STOPS or right in ")]}")
    return Candidate(at, at + 1, SINGLE, CLOSE, weak)


def _is_possessive(text: str, at: int) -> bool:
    """Whether the mark at ``at`` may make an abbreviation a possessive: "the U.S.’ largest ports"."""
    before = text[max(0, at - 20) : at - 1].split()
    return text[at + 2 : at + 3].islower() and bool(before) and is_abbreviation(before[-1].lstrip(_MARKS))
