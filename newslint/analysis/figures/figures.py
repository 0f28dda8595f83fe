"""Figures with their roles: what a number of the text measures, how exact it is meant, and what it counts.

A Number is a spelling; a Figure is what it says. Numbers of dates, ages, years, durations, clocks and scores are told
apart here, once, so that no rule adds years to people.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newslint.analysis.figures.figure import Figure, below_zero, made, noun_after, singular
from newslint.analysis.figures.slack import Interval, rounding
from newslint.analysis.figures.worded import worded
from newslint.english.quantities import CENTS, DURATIONS, MEASURES, MONEY_WORDS
from newslint.model.expressions import expression

if TYPE_CHECKING:
    from newslint.analysis.figures.dates import Date
    from newslint.analysis.figures.numbers import Number


_YEAR_CONTEXT = expression(
    r"""
    \b(?:
        in|by|since|until|till|from|to|through|of|during|before|after|and|early
        |late|mid|year|spring|summer|autumn|fall|winter|for|the|around|circa|on
        |above|below|[A-Z][a-z]{2,8}\.?|\d(?:st|nd|rd|th)?,
    )[ -]$
    """,
    re.I | re.VERBOSE,
)
_AGE_BEFORE = expression(r"\b(?:aged|age|age of|ages)[ ](?:of )?(?:just |only |about )?$", 2)
_APPOSED = expression(r"[A-Z][\w’'.-]+,[ ](?:now |aged )?$")
_APPOSED_END = expression(r",|[.]?$|[.](?=\s)|;|\)|[ ]and\b|[ ](?:of|from)[ ][A-Z]")
_NAMED = expression(
    r"""
    (?:
        \b(?:No|Nos|no|nos)\.
        |\b(?:
             Number|Route|Highway|Interstate|Chapter|Section|Article|Flight|Channel
             |Page|Room|Gate|Terminal|District|Precinct|Ward|Grade|Level|Phase|Stage
             |Class|Boeing|Airbus|Fortune|Proposition|Prop\.|Type|Title|Psalm|Apollo
             |Formula|Under|Pier|Group|Unit|Line|Area|Season|Episode|Round|Week|Game
             |Day|Part|Volume|Issue|Super|Nasdaq|Dow
         )
        |\b[A-Z]{2,}|\b[A-Z]&[A-Z]  # DC 10, B&B 4
    )[ ]$
    """,
    re.VERBOSE,
)
# The old one, which held 20,000; this one.
_PRONOUN = expression(r"\b(?:the|this|that|each|every|another|no|any)(?: [a-z]+)?[ ]one$", 2)
_OLD = expression(r"[ -](?:years?|months?|weeks?|days?)(?:[ -]olds?\b|[ ]of[ ]age\b)")
_SQUARE = expression(r"[ -](?:sq\.?|square|nautical)[ -]([a-z]+)", 2)
_DEGREES = expression(r"[ ]?(?:degrees?[ ]|°[ ]?|º[ ]?)?(celsius|centigrade|fahrenheit|C|F)\b(?!&)", 2)


def figures_between(
    text: str, start: int, end: int, numbers: "Sequence[Number]", dates: "Sequence[Date]", *, in_words: bool
) -> list[Figure]:
    """The figures of ``text[start:end]`` in order, none inside another; ``in_words`` as for ``worded``."""
    found = [_dated(text, date) for date in dates]
    taken = [(date.start, date.end) for date in dates]
    for figure in worded(text, start, end, in_words=in_words):
        if _is_free(figure.start, figure.end, taken):
            found.append(figure)
            taken.append((figure.start, figure.end))
    read_to = start
    for number in numbers:
        if read_to <= number.start and _is_free(number.start, number.end, taken):
            read = _read(text, start, number)
            if read is not None:
                found.append(read)
                read_to = read.end
    if taken:  # else they are in order
        found.sort(key=lambda figure: figure.figure)
    return _in_so_many(text, found) if len(found) > 1 else found


def _is_free(low: int, high: int, taken: "Sequence[tuple[int, int]]") -> bool:
    return not taken or not any(low < stop and first < high for first, stop in taken)


def _dated(text: str, date: "Date") -> Figure:
    return Figure(date.start, date.end, "d", date.text, date.year or 0, Interval(0, 0), "", True, date.start, date)


def _read(text: str, low: int, number: "Number") -> Figure | None:
    """The role of a number, from its own unit and the words beside it."""
    start, end, value = number.start, number.end, number.value
    unit = number.unit
    if unit == "%":
        return made(text, low, start, end, "%", value, rounding(value, number.step, percent=True))
    if unit == "points" and (number.text.endswith(("points", "point")) or text.startswith((" point", "-point"), end)):
        end = end if number.text.endswith(("points", "point")) else end + 6 + (unit == "points")
        return made(text, low, start, end, "p", value, rounding(value, number.step, percent=True))
    slack = rounding(value, number.step, scaled=number.scaled)
    if number.currency:
        return made(text, low, start, end, "$", value, slack, number.currency)
    bare = unit.partition("-")[0].rstrip("s") if unit else ""
    after = _OLD.match(text, end)
    if after or _AGE_BEFORE.search(text, max(low, start - 16), start):
        if after or not (text.startswith((" per", "%"), end)):
            return made(text, low, start, after.end() if after else end, "a", value, slack, "year")
    if value == int(value) and len(number.text) == 4 and number.text.isdigit() and 1700 <= value <= 2100:
        if not singular(unit) or _YEAR_CONTEXT.search(text, max(low, start - 14), start):
            if _YEAR_CONTEXT.search(text, max(low, start - 14), start) or 1800 <= value <= 2100:
                return Figure(start, end, "y", number.text, value, Interval(value, value), "", True, start)
    if bare in DURATIONS and unit.partition("-")[0] not in ("second",):
        size = end + 1 + len(unit.partition("-")[0])
        return made(text, low, start, size, "t", value, slack, bare)
    return _measured(text, low, number, slack) or _counted(text, low, number, slack)


def _measured(text: str, low: int, number: "Number", slack: Interval) -> Figure | None:
    start, end, unit = number.start, number.end, number.unit.lower()
    degrees = _DEGREES.match(text, end)
    if degrees and (degrees[1].isupper() or len(degrees[1]) > 1):
        return below_zero(text, made(text, low, start, degrees.end(), "m", number.value, slack, degrees[1].lower()))
    square = _SQUARE.match(text, end)
    if square:
        words = "sq-" + square[1].lower() if "naut" not in square[0] else "nautical-mile"
        return made(text, low, start, square.end(), "m", number.value, slack, words)
    word = unit.partition("-")[0] if unit.partition("-")[0] in MEASURES else unit
    if word in MONEY_WORDS or word.rstrip("s") in MONEY_WORDS:
        if word.rstrip("s") != "pound" or number.scaled:
            return made(text, low, start, end + 1 + len(word), "$", number.value, slack, MONEY_WORDS[word.rstrip("s")])
    if word in CENTS:
        return made(text, low, start, end + 1 + len(word), "$", number.value, slack, "c")
    if word in MEASURES and word not in ("c", "f", "m", "g", "stone"):
        return made(text, low, start, end + 1 + len(word), "m", number.value, slack, word)
    if unit == "times":
        return made(text, low, start, end + 6, "x", number.value, Interval(slack.low * 0.95, slack.high * 1.05))
    return None


def _counted(text: str, low: int, number: "Number", slack: Interval) -> Figure | None:
    start, end, value = number.start, number.end, number.value
    if value == 1 and _PRONOUN.search(text, max(low, start - 24), end) and not noun_after(text, end):
        return None
    if _NAMED.search(text, max(low, start - 16), start) and not number.scaled:
        return Figure(start, end, "i", number.text, value, slack, "", True, start)
    if value == int(value) and 1 <= value < 120 and not number.scaled and "-" not in number.unit:
        if _APPOSED.search(text, max(low, start - 30), start) and _APPOSED_END.match(text, end):
            return made(text, low, start, end, "a", value, slack, "year")
    return made(text, low, start, end, "n", value, slack, noun_after(text, end))


def _in_so_many(text: str, figures: list[Figure]) -> list[Figure]:
    """One in four, nine out of ten: two numbers that make a share."""
    kept: list[Figure] = []
    for figure in figures:
        last = kept[-1] if kept else None
        if last is not None and last.kind == "a" and figure.kind == "n" and not figure.unit and figure.value < 120:
            if text[last.end : figure.start] in (" and ", ", ", ", and ", " or ", " to ", "-"):
                kept.append(figure._replace(kind="a", unit="year"))  # aged 11 and 7
                continue
        if last is not None and last.kind == figure.kind == "n" and 0 < last.value < figure.value <= 1000:
            between = text[last.end : figure.start]
            if between in (" in ", "-in-", " out of every ", " in every ") or (
                between == " out of " and figure.value <= 10
            ):
                value = last.value / figure.value
                half = 0.12 * value if last.value == 1 else 0.06 * value
                slack = Interval(value - half, value + half)
                kept[-1] = Figure(
                    last.start,
                    figure.end,
                    "f",
                    text[last.figure : figure.end],
                    value,
                    slack,
                    "",
                    last.exact,
                    last.figure,
                )
                continue
        kept.append(figure)
    return kept


def sliced(items: "Sequence[Number] | Sequence[Date]", start: int, end: int) -> slice:
    """Where the items between two places stand in a sequence ordered by start, which is their first field."""
    low = bisect_left(items, (start,))
    return slice(low, bisect_left(items, (end,), lo=low))
