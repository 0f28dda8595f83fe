"""Numbers as they are written, in figures and in words."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from newslint.english.numerals import SCALES as _SCALES
from newslint.english.numerals import TENS as _TENS
from newslint.english.numerals import UNITS as _SMALL
from newslint.model.expressions import compiled, expression
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


class Number(NamedTuple):
    """A number of the text.

    ``unit``: what it is said to count, in lower case: the word after it, "%" for any spelling of per cent, "points" for
    (percentage) points, "" if bare. ``currency``: "$", "£" ... or "". ``step``: the worth of the last place that is
    written ("1.2 million" is written to 100,000). ``end`` takes in the scale and the per cent, no other unit.
    Ordinals, times of day, scores and version numbers are no Numbers; years, ages and days of the month are.
    """

    start: int
    end: int
    text: str
    value: float
    unit: str = ""
    currency: str = ""
    step: float = 1.0
    scaled: bool = False  # a scale ("million", "bn") is written


_INDIAN = {"lakh": 10**5, "lakhs": 10**5, "crore": 10**7, "crores": 10**7}
_SUFFIXES = {"m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "k": 1000}

_FIGURE = expression(r"\d\d*(?:,\d{3})*(?:\.\d+)?")  # not \d+, which the engine cannot seek
# Digits that a number of the news may have; what has more is a code, and would be more than a float can hold.
_MOST_DIGITS = 30


# Longer words first: "sixty" and "sixteen" before "six".
_ONES = "|".join(sorted(_SMALL, key=len, reverse=True))
_BELOW_100 = expression(rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{_ONES}))?|{_ONES})(?![\w’'])")
_HUNDRED = expression(r"[\s-]hundred(?!\w)")
_BIG = "|".join(name for name in _SCALES if name != "hundred")
_THOUSANDS = expression(rf"[\s-](?:{_BIG})(?!\w)")
_AND = expression(r"\s(?:and\s)?")
_WITH_AND = expression(r"\sand\s")
_ONE_SCALE = expression(rf"a\s(?:hundred|{_BIG})(?!\w)")
_HALF = expression(r"half\sa\s(?:million|billion|dozen)(?!\w)")
_UNIT_PATTERN = expression(
    r"""
    \s?%(?P<point>[\s-]points?\b)?  # 12%, 12%-point
    |[\s-]per[\s-]?cent(?!\w)(?P<point2>[\s-]points?\b)?
    |[\s-]percentage[\s-]points?\b
    |[\s-](?P<word>[a-zé]+(?:['’-][a-z]+)*)  # 12 complaints, a 12-mile
    """,
    re.VERBOSE,
)


_SCALE_PATTERN = expression(
    rf"[\s-](hundred|{_BIG}|lakh\scrore|lakhs?|crores?)(?!\w)|"
    r"\s?(mn?|bn?|tn|k)(?!\w|['’.]\w)",
    re.I,
)


# The last: letters that stand right before an amount, whatever money they are of: Sh5,400, N20 million.
_CURRENCY_PATTERN = expression(
    r"""
    (?:
        (?:US|A|AU|C|CA|NZ|HK|S|R|NT)?\$
        |[£€¥₹₽₩₦]
        |(?<!\w)(?:Rs\.?|RM|Rp|USD|EUR|GBP|AUD|R|CHF)\s?
        |(?<!\w)[A-Z][A-Za-z]{0,2}\.?(?=$)
    )\s?$
    """,
    re.VERBOSE,
)
_LETTERS = expression(r"(?<!\w)[A-Z][A-Za-z]{0,2}\.?$")


def find_numbers(text: str) -> tuple[Number, ...]:
    """Every cardinal number, in figures or in words, in the order of the text."""
    found: list[Number] = []
    scale_after = _SCALE_PATTERN.match
    for match in _FIGURE.finditer(text):
        start, end = match.span()
        if end - start > _MOST_DIGITS or not _stands_alone(text, start, end):
            continue
        figures = match[0]
        digits = figures.replace(",", "")
        scale = 1.0
        after = text[end : end + 1]
        scaled = None
        if after == " " or after.isalpha() or after == "-":
            scaled = scale_after(text, end)
            if scaled:
                scale = _scale_of(scaled[1].lower()) if scaled[1] else float(_SUFFIXES[scaled[2].lower()])
                end = scaled.end()
            elif after.isalpha():
                continue  # 12th, 4G, 10am
        point = digits.find(".")
        step = scale / 10 ** (len(digits) - point - 1) if point >= 0 else scale
        found.append(_with_units(text, start, end, float(digits) * scale, step, scaled is not None))
    found += _in_words(text)
    found.sort()
    return tuple(found)


def _scale_of(words: str) -> float:
    """What "million", "crore" or "lakh crore" multiplies by."""
    scale = 1.0
    for word in words.split():
        scale *= _SCALES.get(word) or _INDIAN[word]
    return scale


def _in_words(text: str) -> Iterator[Number]:
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char if len(char.lower()) != 1 else char.lower() for char in text)
    done = 0
    for _, start, _ in _finder().find_matches_as_indexes(lower):
        if start < done or (start and (lower[start - 1].isalnum() or lower[start - 1] in "-‑'’")):
            continue
        end = _end_of_words(lower, start)
        if end > start:
            done = end
            value, scaled = value_of(lower[start:end])
            yield _with_units(text, start, end, value, 1.0, scaled)


def _end_of_words(lower: str, start: int) -> int:
    """The end of the longest spelled-out cardinal at ``start``; ``start`` if there is none."""
    if half := _HALF.match(lower, start):
        return half.end()
    if one := _ONE_SCALE.match(lower, start):
        if one[0].endswith("hundred"):
            end = _then(lower, one.end(), _AND, _end_below_100)
            return end if end > one.end() else _after(_THOUSANDS, lower, end)
        return _then(lower, one.end(), _WITH_AND, _end_below_1000)
    end = _end_below_1000(lower, start)
    scaled = _after(_THOUSANDS, lower, end) if end > start else end
    while scaled > end:  # two million, three hundred thousand and five
        end = scaled
        more = _then(lower, end, _AND, _end_below_1000)
        scaled = max(more, _after(_THOUSANDS, lower, more)) if more > end else end
    return end


def _end_below_1000(lower: str, start: int) -> int:
    end = _end_below_100(lower, start)
    hundred = _after(_HUNDRED, lower, end) if end > start else end
    return _then(lower, hundred, _AND, _end_below_100) if hundred > end else end


def _end_below_100(lower: str, start: int) -> int:
    return _after(_BELOW_100, lower, start)


def _then(lower: str, start: int, joint: re.Pattern[str], end_of: Callable[[str, int], int]) -> int:
    """The end of what ``end_of`` finds behind a joint; ``start`` where either is missing."""
    joined = _after(joint, lower, start)
    end = end_of(lower, joined) if joined > start else start
    return end if end > joined else start


def _after(pattern: re.Pattern[str], lower: str, start: int) -> int:
    match = pattern.match(lower, start)
    return match.end() if match else start


@cache
def _finder() -> "AhoCorasick":
    """Finds the words that may begin a number: four times as fast as the pattern alone."""
    from ahocorasick_rs import AhoCorasick

    openings = [f"a {scale}" for scale in _SCALES] + ["half a "]
    return AhoCorasick([*_SMALL, *_TENS, *openings])


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Not part of a code (F-16, COVID-19), a time or score (10:30), a date in figures, or a longer number."""
    if start:
        before = text[start - 1]
        if before.isalpha() and before != "R" and not _is_money(text, start, end):
            return False
        if before.isdigit() or before in ":/_#@":
            return False
        if before in ".,-–‑" and start > 1:
            earlier = text[start - 2]
            if before in ".," and earlier.isdigit():
                return False
            if before in "-‑" and earlier.isalpha():
                return False
    after = text[end : end + 2]
    return not (len(after) == 2 and after[0] in ":/.," and after[1].isdigit())


def _is_money(text: str, start: int, end: int) -> bool:
    """Whether letters right before a figure are a currency's: no code (A320, M25) has thousands or a scale."""
    if text[start - 2 : start] in ("RM", "Rs"):
        return True
    amount = "," in text[start:end] or (text[end : end + 1] == " " and _SCALE_PATTERN.match(text, end) is not None)
    return amount and _LETTERS.search(text, max(0, start - 4), start) is not None


def _with_units(text: str, start: int, end: int, value: float, step: float, scaled: bool) -> Number:
    currency = ""
    if start and (not text[start - 1].islower() or text[start].isdigit()):
        match = _CURRENCY_PATTERN.search(text, max(0, start - 4), start)
        if match:
            start, currency = match.start(), match[0].strip()
    unit = ""
    match = _UNIT_PATTERN.match(text, end)
    if match:
        word = match["word"]
        if word is None:
            unit, end = "%", match.end()
            if match["point"] or match["point2"] or "percentage" in match[0]:
                unit = "points"
        elif word in ("point", "points"):
            unit, end = "points", match.end()
        else:
            unit = word
    return Number(start, end, text[start:end], value, unit, currency, step, scaled)


def value_of(words: str) -> tuple[float, bool]:
    """The value of a number in words ("a hundred and five"), and whether it ends in a scale ("two million")."""
    total = current = 0.0
    last = ""
    half = False
    for word in compiled(r"[\s-]+").split(words.lower()):
        if word in _SMALL:
            current += _SMALL[word]
        elif word in _TENS:
            current += _TENS[word]
        elif word in ("hundred", "dozen"):
            current = (current or 1) * _SCALES[word]
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0
        elif word == "half":
            half = True
        last = word
    value = total + current
    return (value / 2 if half else value), last in _SCALES and last not in ("hundred", "dozen")
