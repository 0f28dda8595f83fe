"""Numbers as they are written, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newslint.expression import expression

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


_SMALL = {
    word: value
    for value, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
        )
    )
}
_TENS = {
    word: value
    for value, word in zip(
        range(20, 100, 10),
        ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        strict=True,
    )
}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_SUFFIXES = {"m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12, "k": 1000}
WORDS = frozenset([*_SMALL, *_TENS, *_SCALES])

_FIGURE = expression(r"\d+(?:,\d{3})*(?:\.\d+)?")


@cache
def _word_pattern() -> re.Pattern[str]:
    """Spelled-out cardinals; every alternative begins with a literal, longest first."""
    # Longer words first: "sixty" and "sixteen" before "six".
    ones = "|".join(sorted(_SMALL, key=len, reverse=True))
    tens = "|".join(_TENS)
    below_100 = rf"(?:(?:{tens})(?:[\s-](?:{ones}))?|{ones})"
    group = rf"{below_100}(?![\w’'])(?:[\s-]hundred(?!\w)(?:\s(?:and\s)?{below_100}(?![\w’']))?)?"
    scale = r"(?:thousand|million|billion|trillion|dozen)(?!\w)"
    more = rf"(?:\s(?:and\s)?{group}(?:[\s-]{scale})?)*"
    return expression(
        rf"{group}(?:[\s-]{scale}{more})?|a\shundred(?!\w)(?:\s(?:and\s)?{below_100}(?![\w’'])|\s{scale})?|"
        rf"a\s{scale}(?:\sand\s{group})?|half\sa\s(?:million|billion|dozen)(?!\w)"
    )


_UNIT_PATTERN = expression(
    r"\s?%(?P<point>[\s-]points?\b)?|[\s-]per[\s-]?cent(?!\w)(?P<point2>[\s-]points?\b)?|"
    r"[\s-]percentage[\s-]points?\b|[\s-](?P<word>[a-zé]+(?:['’-][a-z]+)*)"
)


_SCALE_PATTERN = expression(
    r"[\s-](hundred|thousand|million|billion|trillion|dozen)(?!\w)|\s?(mn?|bn?|tn|k)(?!\w|['’.]\w)", re.I
)


_CURRENCY_PATTERN = expression(
    r"(?:(?:US|A|AU|C|CA|NZ|HK|S|R|NT)?\$|[£€¥₹₽₩₦]|(?<!\w)(?:Rs\.?|RM|Rp|USD|EUR|GBP|AUD|R|CHF)\s?)\s?$"
)


def find_numbers(text: str) -> tuple[Number, ...]:
    """Every cardinal number, in figures or in words, in the order of the text."""
    found: list[Number] = []
    scale_after = _SCALE_PATTERN.match
    for match in _FIGURE.finditer(text):
        start, end = match.span()
        if not _stands_alone(text, start, end):
            continue
        figures = match[0]
        digits = figures.replace(",", "")
        scale = 1.0
        after = text[end : end + 1]
        scaled = None
        if after == " " or after.isalpha() or after == "-":
            scaled = scale_after(text, end)
            if scaled:
                scale = float(_SCALES[scaled[1].lower()] if scaled[1] else _SUFFIXES[scaled[2].lower()])
                end = scaled.end()
            elif after.isalpha():
                continue  # 12th, 4G, 10am
        point = digits.find(".")
        step = scale / 10 ** (len(digits) - point - 1) if point >= 0 else scale
        found.append(_with_units(text, start, end, float(digits) * scale, step, scaled is not None))
    found += _in_words(text)
    found.sort()
    return tuple(found)


def _in_words(text: str) -> Iterator[Number]:
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(char if len(char.lower()) != 1 else char.lower() for char in text)
    match_at = _word_pattern().match
    done = 0
    for _, start, _ in _finder().find_matches_as_indexes(lower):
        if start < done or (start and (lower[start - 1].isalnum() or lower[start - 1] in "-‑'’")):
            continue
        match = match_at(lower, start)
        if match is not None:
            done = match.end()
            value, scaled = value_of(match[0])
            yield _with_units(text, start, done, value, 1.0, scaled)


@cache
def _finder() -> AhoCorasick:
    """Finds the words that may begin a number: four times as fast as the pattern alone."""
    from ahocorasick_rs import AhoCorasick

    openings = [f"a {scale}" for scale in _SCALES] + ["half a "]
    return AhoCorasick([*_SMALL, *_TENS, *openings])


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Not part of a code (F-16, COVID-19), a time or score (10:30), a date in figures, or a longer number."""
    if start:
        before = text[start - 1]
        if before.isalpha() and text[start - 2 : start] not in ("RM", "Rs") and before != "R":
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


def _with_units(text: str, start: int, end: int, value: float, step: float, scaled: bool) -> Number:
    currency = ""
    if start and not text[start - 1].islower():
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
    for word in re.split(r"[\s-]+", words.lower()):
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
    return (value / 2 if half else value), last in ("thousand", "million", "billion", "trillion")
