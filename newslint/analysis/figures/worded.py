"""Shares, multiples, clocks, ordinals, and numbers with their unit glued on, as they are worded."""

import re
from collections.abc import Iterator
from functools import cache

from newslint.analysis.figures.figure import Figure, below_zero, made
from newslint.analysis.figures.slack import Interval, rounding
from newslint.english.numerals import ORDINALS, TENS, cardinal
from newslint.english.quantities import DURATIONS, MULTIPLES, PARTS
from newslint.model.expressions import expression, one_of

_FEET = expression(
    r"(\d(?<![\w.,]\d)\d?)(?:ft|[ -]feet|[ -]foot|′|')[ -]?(\d{1,2}(?:\.\d)?)(?:in\b|[ -]inch(?:es)?\b|" r"″)"
)
_GLUED = expression(
    r"""
    (\d(?<![\w.,$£€¥₹]\d)\d{0,14}(?:,\d{3})*(?:\.\d+)?)  # the number, 1,000.5
    (km|kg|mph|kph|cm|mm|ml|ft|lbs?|oz|ha|g|C|F|°C|°F|°|p|c)(?![\w²])
    """,
    re.VERBOSE,
)

_UNITS = rf"(?:{'|'.join(DURATIONS)})s?"
# an hour and a half; two and a half years; half an hour; three-quarters of an hour
_HALVES = expression(
    rf"""(?<![\w-])
    (?:(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{{1,3}})
       (?:[ ](?P<unit>{_UNITS})[ ]and[ ]a[ ](?P<more>half|quarter)|[ ]and[ ]a[ ]half[ ](?P<units>{_UNITS}))
      |(?P<three>three[ -])?(?P<part>half|quarters?)[ ](?:of[ ])?an?[ ](?P<whole>{_UNITS}))
    (?![\w-])""",
    re.I | re.VERBOSE,
)


def _cardinal(word: str) -> float:
    return float(word) if word.isdigit() else float(cardinal(word) or 1)


@cache
def _word_pattern() -> re.Pattern[str]:
    parts, ordinals = one_of(PARTS), one_of(ORDINALS)
    counts = "a|an|one|two|three|four|five|seven|nine"
    return expression(
        rf"""
        (?<![\w-])(?:
            (?P<many>{counts})[ -](?P<part>{parts})s?(?![\w-])  # two-thirds, a half
            |(?P<half>half)(?=[ ](?:of|the|its|their|his|her|all|those|that|as|our)\b)  # half of the
            |(?P<times>
                 (?:twice|thrice)\b  # twice as many
                 |(?:{"|".join(MULTIPLES)})(?=[ ](?:the|that|what|as|its|their|his|her|last|this|of|more|in)\b)
             )
            |(?P<clock>noon\b|midnight\b)
            |(?P<nth>(?:{"|".join(TENS)})-(?:{ordinals})|{ordinals})(?![\w-])  # twenty-first, first
        )
        """,
        re.I | re.VERBOSE,
    )


# It begins with the digit, which can be sought, and looks back from behind it.
_DIGIT_PATTERN = expression(
    r"""
    \d(?<![\w-]\d)(?:
        (?P<clock>
             \d?(?:[:.]\d\d)?[ ]?(?:[ap]\.?m\b\.?)  # 9.15pm
             |\d?[:.]\d\d(?=[ ]?(?:hours|GMT|BST|EST|IST|local)\b)  # 18.30 hours
             |(?<=at[ ]\d)\d?:\d\d\b(?!\.\d)
             |(?<=from[ ]\d)\d?:\d\d\b
             |(?<=to[ ]\d)\d?:\d\d\b(?=[ ](?:on|every|daily)|[,.])
         )
        |(?P<nth>\d{0,2}(?:st|nd|rd|th))(?![\w-])  # 21st
    )
    """,
    re.I | re.VERBOSE,
)
# What is found in words holds one of these.
TELLING = frozenset([*PARTS, *(part + "s" for part in PARTS), *MULTIPLES, *ORDINALS, "half", "noon", "midnight"])
# What is found in digits holds one with something glued to it or just after it.
_BESIDE_DIGIT = expression(r"\d(?:[^\W\d_]|[:.]\d|[ -]f[eo]|[ ][ap]\.?m\b|[°′'])", re.I)


def worded(text: str, start: int, end: int, *, in_words: bool) -> Iterator[Figure]:
    """Shares, multiples, clocks, ordinals, and numbers with their unit glued on: "16km".

    ``in_words``: whether one of ``TELLING`` may stand there.
    """
    if in_words:
        lower = text[start:end].lower()
        if "half" in lower or "quarter" in lower:
            yield from _halves(text, start, end)
        yield from _matched(_word_pattern(), text, start, end)
    if _BESIDE_DIGIT.search(text, start, end):
        yield from _matched(_DIGIT_PATTERN, text, start, end)
        yield from _glued(text, start, end)


def _halves(text: str, start: int, end: int) -> Iterator[Figure]:
    for match in _HALVES.finditer(text, start, end):
        unit = (match["unit"] or match["units"] or match["whole"]).lower()
        count = 0.0 if match["whole"] else _cardinal(match["count"])
        part = match["more"] or match["part"] or "half"
        value = count + PARTS[part.lower().removesuffix("s")] * (3 if match["three"] else 1)
        yield made(text, start, *match.span(), "t", value, Interval(value, value), unit.removesuffix("s"))


def _matched(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Figure]:
    for match in pattern.finditer(text, start, end):
        kind = match.lastgroup
        at = match.start()
        words = match[0]
        if kind == "part" or kind == "half":
            part = (match["part"] or "half").lower()
            if match["many"] and match["many"].lower() in ("a", "an", "one") and not _is_share(text, match.end(), part):
                continue
            value = (cardinal(match["many"] or "one") or 1) * PARTS[part]
            yield made(text, start, at, match.end(), "f", value, Interval(value * 0.93, value * 1.07))
        elif kind == "times":
            value = MULTIPLES[words.lower()]
            yield made(text, start, at, match.end(), "x", value, Interval(value * 0.9, value * 1.1))
        elif kind == "clock":
            hours = _hours(words)
            if hours is not None:
                yield made(text, start, at, match.end(), "c", hours, Interval(hours, hours))
        else:
            value = float(_ordinal(words))
            yield Figure(at, match.end(), "o", words, value, Interval(value, value), "", True, at)


def _glued(text: str, start: int, end: int) -> Iterator[Figure]:
    for match in _FEET.finditer(text, start, end):
        feet = int(match[1]) + float(match[2]) / 12
        yield made(text, start, match.start(), match.end(), "m", feet, Interval(feet - 0.04, feet + 0.04), "ft")
    for match in _GLUED.finditer(text, start, end):
        value, unit = float(match[1].replace(",", "")), match[2]
        step = 10 ** -len(match[1].partition(".")[2]) if "." in match[1] else 1.0
        kind = "$" if unit in ("p", "c") else "m"
        figure = made(text, start, *match.span(), kind, value, rounding(value, step), unit.lower())
        yield below_zero(text, figure) if unit.endswith(("C", "F")) else figure


def _is_share(text: str, end: int, part: str) -> bool:
    """Whether "a third" is a share: of something, or how far something fell; not a third man, a quarter."""
    after = text[end : end + 12]
    if after.startswith((" of", " less", " more", " fewer", " higher", " lower", " the", " as ")) or part == "half":
        return True
    return not after[:1].strip() or after[0] in ",.;:)–—"


def _ordinal(words: str) -> int:
    words = words.lower()
    if words[0].isdigit():
        return int(words[:-2])
    tens, _, ones = words.rpartition("-")
    return TENS.get(tens, 0) + ORDINALS[ones]


def _hours(words: str) -> float | None:
    """The hour of the day that a clock shows, None where there is no such hour."""
    words = words.lower()
    hours, _, rest = words.partition(".")
    if hours.isdigit() and rest[:1].isdigit():  # 9.15pm; "5a.m." has its first stop elsewhere
        words = f"{hours}:{rest}"
    if words in ("noon", "midnight"):
        return 12.0 if words == "noon" else 24.0
    figures = words.rstrip("apm. ").partition(":")
    hour, minutes = int(figures[0]), int(figures[2] or 0)
    if hour > 24 or minutes > 59:
        return None
    bare = words.replace(".", "").replace(" ", "")
    if bare.endswith("pm") and hour < 12:
        hour += 12
    elif bare.endswith("am") and hour == 12:
        hour = 0
    return hour + minutes / 60
