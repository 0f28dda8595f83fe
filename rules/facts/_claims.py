"""How large a change is said to be: "an increase of 17 percent", "a 17 percent rise", "doubled", "by a third"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newslint import NamedTuple, english, expression, one_of

from ._figures import DOWN, UP, Interval, direction_of, interval_of, looks_like_year
from ._reference import ANYTHING, EXACT, hedge_before

if TYPE_CHECKING:
    from newslint import Number

_MULTIPLES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}
_FOLDS = {word: value for word, value in english.UNITS.items() if 2 <= value <= 10}
_PARTS = {word: round(1 / share) for word, share in english.PARTS.items() if word != "halves"}


_PAST = frozenset(["rose", "grew", "leapt", "fell", "slid", "sank", "shrank", "lost"])


_SIGNS = {"": 0, "+": 1, "plus": 1}
COMPARED = frozenset({"more", "fewer", "less", "higher", "lower"})
_CHANGES = frozenset(UP | DOWN)
_LETTERS = expression(r"[a-z]+")
_STOP = expression(r"\s*(?:[.;)]|$)")


class Claim(NamedTuple):
    """How large the change is said to be: ``kind`` is "%", "points", "times" or "amount"."""

    start: int
    end: int
    value: float
    kind: str
    direction: int  # 1 up, -1 down, 0 unsaid
    slack: Interval  # the values that the words allow


@cache
def _claim_patterns() -> dict[str, re.Pattern[str]]:
    nouns = one_of(UP | DOWN)
    # "a 17 percent rise", "17 percent more"; no finite verb: its subject is what stands before it
    things = one_of(word for word in UP | DOWN if not word.endswith(("ed", "s", "ng", "en")) and word not in _PAST)
    hedge = (
        r"(?:a\s+|an\s+|the\s+)?(?:(?:about|around|roughly|approximately|some|estimated|nearly|almost|more\s+than|less\s+than|over|"
        r"under|just\s+(?:over|under)|as\s+much\s+as|at\s+least|up\s+to|well\s+over|nearly\s+a|whopping|full|further|"
        r"staggering|massive|huge|sharp|modest|slight|mere|only)\s+)*"
    )
    return {
        # an increase of 17 percent / a rise in sales of 17 percent
        "noun": expression(
            rf"(?:\b(?:an?|the)\s+(?:[a-z-]+\s+){{0,2}})?\b(?P<word>{nouns})(?:\s+in\s+[\w’' -]{{3,50}}?)?"
            rf"\s+of\s+{hedge}$",
            re.I,
        ),
        # rose by 17 percent / rose 17 percent / up 17 percent / rising by
        "verb": expression(
            rf"\b(?P<word>{nouns})(?:\s+(?:[a-z]+ly|again|further|another|overall|in\s+\w+))?(?:\s+by)?\s+{hedge}$",
            re.I,
        ),
        "by": expression(rf"\bby\s+{hedge}$"),
        "or": expression(
            rf"\b(?:or|equivalent\s+to|equal\s+to|amounting\s+to|amounts\s+to|that\s+is,?|i\.e\.,?)\s+{hedge}$"
        ),
        "article": expression(rf"\b(?:a|an|the|its|their|that|this)\s+{hedge}$", re.I),
        "paren": expression(r"\(\s*(?P<sign>[+−–-]|plus\s|minus\s)?\s*$"),
        # from £2 to £2.20 – 10 per cent.
        "dash": expression(r"\s[–—-]\s$"),
        "noun_after": expression(rf"[\s-]+(?:[a-z-]+\s+)?(?P<word>{things})\b", re.I),
        "yearly": expression(
            r"""
            \s+(?:a|an|per|each|every)\s+(?:year|month|week|day|annum|quarter)  # a year
            |\s+(?:annually|yearly|annual|annuali[sz]ed|monthly)
            """,
            re.I | re.VERBOSE,
        ),
    }


def claim_at(text: str, low: int, high: int, number: "Number") -> Claim | None:
    """What a number between ``low`` and ``high`` says of a change, if it says anything."""
    patterns = _claim_patterns()
    if patterns["yearly"].match(text, number.end, high + 12):
        return None
    kind = number.unit if number.unit in ("%", "points") else "amount"
    if looks_like_year(text, number):
        return None
    after = patterns["noun_after"].match(text, number.end, min(high, number.end + 40))
    window = max(low, number.start - 70)
    changes = not _CHANGES.isdisjoint(_LETTERS.findall(text[window : number.start].lower()))
    for name in ("noun", "verb") if changes else ():
        match = patterns[name].search(text, window, number.start)
        if match:
            return _claim(text, match.start(), number.end, number, kind, direction_of(match["word"]))
    if after and patterns["yearly"].match(text, after.end(), high + 12):
        return None  # 50 percent more a month
    if after and (kind != "amount" or after["word"].lower() in COMPARED):
        match = patterns["article"].search(text, window, number.start)
        begin = match.start() if match else number.start
        return _claim(text, begin, after.end(), number, kind, direction_of(after["word"]))
    for name in ("by", "or", "paren"):
        match = patterns[name].search(text, window, number.start)
        if match and (name == "by" or kind != "amount"):
            sign = (match["sign"] or "").strip() if name == "paren" else ""
            if name == "paren" and not text.startswith(")", number.end):
                return None
            return _claim(text, match.start(), number.end, number, kind, _SIGNS.get(sign, -1))
    if kind == "%" and patterns["dash"].search(text, window, number.start) and _STOP.match(text, number.end):
        return _claim(text, number.start, number.end, number, kind, 0)
    return None


def _claim(text: str, start: int, end: int, number: "Number", kind: str, direction: int) -> Claim:
    hedge = hedge_before(text, number.start)
    if kind == "amount":
        slack = interval_of(text, number)
    else:
        half = number.step * (0.5 if kind == "points" else 1.0 if number.step >= 1 else 0.75)
        if number.value >= 100:
            half = max(half, 0.02 * number.value)
        if hedge is not EXACT:
            half += 1
        slack = Interval((number.value - half) * hedge.low, (number.value + half) * hedge.high)
    return Claim(start, end, number.value, kind, direction, slack)


# from 35 to 21 percent, double the deduction: another verb with an object of its own; not double the figure of 1990
_OBJECT = r"\s(?:the|its|their|his|her|our)\s(?!(?:figure|number|amount|level|rate|total|sum|price|size|value)\b)"


@cache
def _multiple_pattern() -> re.Pattern[str]:
    folds, parts, nouns = "|".join(_FOLDS), "|".join(_PARTS), one_of(UP | DOWN)
    return expression(
        rf"""
        \b(?:
            (?!(?<=,\s)\w+{_OBJECT})(?P<stem>doubl|tripl|trebl|quadrupl|quintupl|halv)  # doubled, halving
            (?:ed?|es|ing)
            |(?P<cut>cut(?:ting)?\s+in\s+half)  # cut in half
            |(?P<fold>{folds}|\d{{1,2}})-?fold  # threefold, 3-fold
            |(?:by|(?P<word>{nouns})\s+of)\s+(?P<hedge>(?:[a-z]+\s+){{0,2}}?)  # by nearly
             (?:half|(?P<count>an?|one|two|three)[\s-](?P<part>{parts})s?)  # half, a third
            |(?P<many>an?|one|two|three)[\s-](?P<piece>{parts})s?\s  # a quarter
             (?P<change>
                 fewer|less|lower|more|higher|drop|fall|cut|decline|decrease|reduction|rise
                 |increase|jump
             )
        )\b(?!\s+(?:a\s+)?(?:percent|per\s+cent|million|point))
        """,
        re.I | re.VERBOSE,
    )


def multiples_in(text: str, low: int, high: int) -> Iterator[Claim]:
    """Changes said without a figure: doubled, halved, a threefold rise, by a third."""
    for match in _multiple_pattern().finditer(text, low, high):
        if match["stem"]:
            value = _MULTIPLES[match["stem"].lower()]
            yield Claim(*match.span(), value, "times", 1 if value > 1 else -1, _around(value, text, match.start()))
        elif match["cut"]:
            yield Claim(*match.span(), 0.5, "times", -1, _around(0.5, text, match.start()))
        elif match["fold"]:
            value = float(_FOLDS.get(match["fold"].lower()) or int(match["fold"]))
            # some mean "by", some "to"
            slack = Interval(value * 0.85, (value + 1) * 1.15)
            yield Claim(*match.span(), value, "times", 1, slack)
        else:
            piece, many = match["part"] or match["piece"], match["count"] or match["many"] or ""
            part = _PARTS[piece.lower()] if piece else 2
            count = {"two": 2, "three": 3}.get(many.lower(), 1)
            share = 100 * count / part
            hedge = hedge_before(text, match.end("hedge") if match["piece"] is None else match.start())
            slack = Interval((share - 3.5) * hedge.low, (share + 3.5) * hedge.high)
            yield Claim(*match.span(), share, "%", direction_of(match["word"] or match["change"] or ""), slack)


def _around(value: float, text: str, start: int) -> Interval:
    """The factors that "doubled", "more than doubled", "nearly halved" ... allow."""
    hedge = hedge_before(text, start)
    if hedge is EXACT:
        return Interval(value * 0.93, value * 1.12)
    if hedge is ANYTHING:
        return Interval(0.0, 99.0)
    if hedge.low >= 1:  # more than doubled, more than halved
        return Interval(value * 0.98, 99.0) if value > 1 else Interval(0.0, value * 1.02)
    if hedge.high <= 1.02:  # nearly doubled, nearly halved
        return Interval(value * 0.75, value * 1.02) if value > 1 else Interval(value * 0.98, 0.66)
    return Interval(value * 0.8, value * 1.25)
