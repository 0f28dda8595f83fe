"""Figures with their roles: what a number of the text measures, how exact it is meant, and what it counts.

A Number is a spelling; a Figure is what it says. Numbers of dates, ages, years, durations, clocks and scores are told
apart here, once, so that no rule adds years to people.
"""

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from newslint.analysis.figures.slack import Interval, hedge_before, rounding
from newslint.english.numerals import ORDINALS, TENS, cardinal
from newslint.english.quantities import CENTS, DURATIONS, MEASURES, MONEY_WORDS, MULTIPLES, PARTS
from newslint.model.expressions import expression

if TYPE_CHECKING:
    from newslint.analysis.figures.dates import Date
    from newslint.analysis.figures.numbers import Number


class Figure(NamedTuple):
    """A number in its role.

    ``kind`` is one letter: n count, % percent, p percentage points, $ money, m measure, t duration, y year, a age,
    f share ("a third of", "one in four"), x multiple ("twice the", "three times"), o ordinal, c clock (hours of the
    day), d date or month, i the number in a name ("Route 66", "the S&P 500"). ``start`` takes in the hedge ("about
    40"), ``figure`` is where the number itself begins. ``unit``: currency, measure or unit of time in the singular;
    for a count its noun in the singular, "" where none stands there. ``value`` is in ``unit``; ``slack`` holds the
    values that rounding and hedge allow; ``exact``: no hedge.
    """

    start: int
    end: int
    kind: str
    text: str
    value: float
    slack: Interval
    unit: str = ""
    exact: bool = True
    figure: int = 0
    date: "Date | None" = None


_PLURALS = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "kids": "child",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "police": "police",
    "mice": "mouse",
    "criteria": "criterion",
    "media": "medium",
    "dead": "dead",
    "injured": "injured",
    "wounded": "wounded",
    "infected": "infected",
    "crew": "crew",
    "staff": "staff",
    "cattle": "cattle",
    "sheep": "sheep",
    "aircraft": "aircraft",
}


def singular(word: str) -> str:
    """A plural noun in the singular; "" for a word that is no plural."""
    word = word.lower()
    if word in _PLURALS:
        return _PLURALS[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "’s", "'s")):
        return ""
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


# Words that end the noun phrase after a number.
_STOPS = frozenset(
    (
        "of in on at by to for from with without as than and or but nor "
        "that which who whom whose when where while if "
        "because since until after before during per a an the this that "
        "these those his her its their our my your is are "
        "was were be been being has have had do does did will would can "
        "could may might must shall should not no said says "
        "out over under about between among into onto off up down more "
        "fewer less each every apiece ago later earlier "
        "including such only also then there he she they it we i you"
    ).split()
)
_WORD = expression(r"[ \xa0-]([A-Za-z][\w’'-]*)")
_YEAR_CONTEXT = expression(
    r"\b(?:in|by|since|until|till|from|to|through|of|during|before|after|and|early|late|mid|year|spring|"
    r"summer|autumn|fall|"
    r"winter|for|the|around|circa|on|above|below|[A-Z][a-z]{2,8}\.?|\d(?:st|nd|rd|th)?,)[ -]$",
    2,  # re.I
)
_AGE_BEFORE = expression(r"\b(?:aged|age|age of|ages)[ ](?:of )?(?:just |only |about )?$", 2)
_APPOSED = expression(r"[A-Z][\w’'.-]+,[ ](?:now |aged )?$")
_APPOSED_END = expression(r",|[.]?$|[.](?=\s)|;|\)|[ ]and\b|[ ](?:of|from)[ ][A-Z]")
_NAMED = expression(
    r"(?:\b(?:No|Nos|no|nos)\.|\b(?:Number|Route|Highway|Interstate|Chapter|Section|Article|Flight|"
    r"Channel|Page|Room|Gate|Terminal|"
    r"District|Precinct|Ward|Grade|Level|Phase|Stage|Class|Boeing|Airbus|Fortune|Proposition|Prop\.|Type|"
    r"Title|Psalm|Apollo|"
    r"Formula|Under|Pier|Group|Unit|Line|Area|Season|Episode|Round|Week|Game|Day|Part|Volume|Issue|Super|Nasdaq|Dow)|"
    r"\b[A-Z]{2,}|\b[A-Z]&[A-Z])[ ]$"
)
_OLD = expression(r"[ -](?:years?|months?|weeks?|days?)(?:[ -]olds?\b|[ ]of[ ]age\b)")
_SQUARE = expression(r"[ -](?:sq\.?|square|nautical)[ -]([a-z]+)", 2)
_SQUARE_AFTER = expression(r"[ -](?:square)?(acres?|hectares?)\b")
_DEGREES = expression(r"[ ]?(?:degrees?[ ]|°[ ]?|º[ ]?)?(celsius|centigrade|fahrenheit|C|F)\b", 2)
_GLUED = expression(
    r"(?<![\w.,])(\d+(?:,\d{3})*(?:\.\d+)?)(km|kg|mph|kph|cm|mm|ml|ft|lbs?|oz|ha|g|m|C|F|°C|°F|°|p|c)(?![\w²])"
)


def figures_between(
    text: str, start: int, end: int, numbers: "Sequence[Number]", dates: "Sequence[Date]"
) -> list[Figure]:
    """The figures of ``text[start:end]`` in order, none inside another."""
    found = [_dated(text, date) for date in dates]
    taken = [(date.start, date.end) for date in dates]

    def free(low: int, high: int) -> bool:
        return not any(low < stop and first < high for first, stop in taken)

    for figure in _worded(text, start, end):
        if free(figure.start, figure.end):
            found.append(figure)
            taken.append((figure.start, figure.end))
    for number in numbers:
        if free(number.start, number.end):
            read = _read(text, start, number)
            if read is not None:
                found.append(read)
                taken.append((number.start, read.end))
    found.sort(key=lambda figure: figure.figure)
    return _in_so_many(text, found)


def _dated(text: str, date: "Date") -> Figure:
    return Figure(date.start, date.end, "d", date.text, date.year or 0, Interval(0, 0), "", True, date.start, date)


@cache
def _word_pattern() -> "object":
    parts = "|".join(sorted(PARTS, key=len, reverse=True))
    ordinals = "|".join(sorted(ORDINALS, key=len, reverse=True))
    counts = "a|an|one|two|three|four|five|seven|nine"
    return expression(
        # two-thirds of, a half, half of the, by a third
        rf"(?<![\w-])(?:(?P<many>{counts})[ -](?P<part>{parts})s?(?![\w-])|(?P<half>half)(?=[ ](?:of|the|its|"
        rf"their|his|her|all|those|that|as|our)\b)|"
        # twice the, three times as many, double last year's
        rf"(?P<times>(?:twice|thrice)\b|(?:{'|'.join(MULTIPLES)})(?=[ ](?:the|that|what|as|its|their|his|her|"
        rf"last|this|of|more|in)\b))|"
        r"(?P<clock>\d{1,2}(?:[:.]\d\d)?[ ]?(?:[ap]\.?m\b\.?)|noon\b|midnight\b|"
        r"\d{1,2}[:.]\d\d(?=[ ]?(?:hours|GMT|BST|EST|IST|local)\b)|(?<=at[ ])\d{1,2}:\d\d\b(?!\.\d)|"
        r"(?<=from[ ])\d{1,2}:\d\d\b|(?<=to[ ])\d{1,2}:\d\d\b(?=[ ](?:on|every|daily)|[,.]))|"
        rf"(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|"
        rf"ninety)-(?:{ordinals})|{ordinals})(?![\w-]))",
        2,
    )


def _worded(text: str, start: int, end: int) -> Iterator[Figure]:
    """Shares, multiples, clocks, ordinals, and numbers with their unit glued on: "16km"."""
    for match in _word_pattern().finditer(text, start, end):  # type: ignore[attr-defined]
        kind = match.lastgroup
        at = match.start()
        words = match[0]
        if kind == "part" or kind == "half":
            part = (match["part"] or "half").lower()
            if match["many"] and match["many"].lower() in ("a", "an", "one") and not _is_share(text, match.end(), part):
                continue
            value = (cardinal(match["many"] or "one") or 1) * PARTS[part]
            yield _made(text, start, at, match.end(), "f", value, Interval(value * 0.93, value * 1.07))
        elif kind == "times":
            value = MULTIPLES[words.lower()]
            yield _made(text, start, at, match.end(), "x", value, Interval(value * 0.9, value * 1.1))
        elif kind == "clock":
            hours = _hours(words)
            if hours is not None:
                yield _made(text, start, at, match.end(), "c", hours, Interval(hours, hours))
        else:
            value = float(_ordinal(words))
            yield Figure(at, match.end(), "o", words, value, Interval(value, value), "", True, at)
    for match in _GLUED.finditer(text, start, end):
        value, unit = float(match[1].replace(",", "")), match[2]
        step = 10 ** -len(match[1].partition(".")[2]) if "." in match[1] else 1.0
        kind = "$" if unit in ("p", "c") else "m"
        yield _made(
            text, start, match.start(), match.end(), kind, value, rounding(value, step), unit.lower().replace("°c", "c")
        )


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
    words = words.lower().replace(".", ":", 1) if words[1:2] == "." or words[2:3] == "." else words.lower()
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


def _made(
    text: str, low: int, start: int, end: int, kind: str, value: float, slack: Interval, unit: str = ""
) -> Figure:
    hedge = hedge_before(text, start, low)
    return Figure(
        hedge.start, end, kind, text[start:end], value, hedge.loosen(slack), unit, hedge.start == start, start
    )


def _read(text: str, low: int, number: "Number") -> Figure | None:
    """The role of a number, from its own unit and the words beside it."""
    start, end, value = number.start, number.end, number.value
    unit = number.unit
    if unit == "%":
        return _made(text, low, start, end, "%", value, rounding(value, number.step, percent=True))
    if unit == "points" and (number.text.endswith(("points", "point")) or text.startswith((" point", "-point"), end)):
        end = end if number.text.endswith(("points", "point")) else end + 6 + (unit == "points")
        return _made(text, low, start, end, "p", value, rounding(value, number.step, percent=True))
    slack = rounding(value, number.step, scaled=number.scaled)
    if number.currency:
        return _made(text, low, start, end, "$", value, slack, number.currency)
    bare = unit.partition("-")[0].rstrip("s") if unit else ""
    after = _OLD.match(text, end)
    if after or _AGE_BEFORE.search(text, max(low, start - 16), start):
        if after or not (text.startswith((" per", "%"), end)):
            return _made(text, low, start, after.end() if after else end, "a", value, slack, "year")
    if value == int(value) and len(number.text) == 4 and number.text.isdigit() and 1000 <= value <= 2999:
        if not singular(unit) or _YEAR_CONTEXT.search(text, max(low, start - 14), start):
            if _YEAR_CONTEXT.search(text, max(low, start - 14), start) or 1800 <= value <= 2100:
                return Figure(start, end, "y", number.text, value, Interval(value, value), "", True, start)
    if bare in DURATIONS and unit.partition("-")[0] not in ("second",):
        size = end + 1 + len(unit.partition("-")[0])
        return _made(text, low, start, size, "t", value, slack, bare)
    return _measured(text, low, number, slack) or _counted(text, low, number, slack)


def _measured(text: str, low: int, number: "Number", slack: Interval) -> Figure | None:
    start, end, unit = number.start, number.end, number.unit.lower()
    degrees = _DEGREES.match(text, end)
    if degrees and (degrees[1].isupper() or len(degrees[1]) > 1):
        return _made(text, low, start, degrees.end(), "m", number.value, slack, degrees[1].lower())
    square = _SQUARE.match(text, end)
    if square:
        words = "sq-" + square[1].lower() if "naut" not in square[0] else "nautical-mile"
        return _made(text, low, start, square.end(), "m", number.value, slack, words)
    word = unit.partition("-")[0] if unit.partition("-")[0] in MEASURES else unit
    if word in MONEY_WORDS or word.rstrip("s") in MONEY_WORDS:
        if word.rstrip("s") != "pound" or number.scaled:
            return _made(text, low, start, end + 1 + len(word), "$", number.value, slack, MONEY_WORDS[word.rstrip("s")])
    if word in CENTS:
        return _made(text, low, start, end + 1 + len(word), "$", number.value, slack, "c")
    if word in MEASURES and word not in ("c", "f", "m", "g", "stone"):
        return _made(text, low, start, end + 1 + len(word), "m", number.value, slack, word)
    if unit == "times":
        return _made(text, low, start, end + 6, "x", number.value, Interval(slack.low * 0.95, slack.high * 1.05))
    return None


def _counted(text: str, low: int, number: "Number", slack: Interval) -> Figure:
    start, end, value = number.start, number.end, number.value
    if _NAMED.search(text, max(low, start - 16), start) and not number.scaled:
        return Figure(start, end, "i", number.text, value, slack, "", True, start)
    if value == int(value) and 1 <= value < 120 and not number.scaled and "-" not in number.unit:
        if _APPOSED.search(text, max(low, start - 30), start) and _APPOSED_END.match(text, end):
            return _made(text, low, start, end, "a", value, slack, "year")
    return _made(text, low, start, end, "n", value, slack, noun_after(text, end))


def noun_after(text: str, end: int) -> str:
    """The noun that a number counts, in the singular: "three rival firms" -> firm; "" where none stands there."""
    noun = ""
    at = end
    for _ in range(5):
        match = _WORD.match(text, at)
        if match is None:
            break
        word = match[1].lower()
        if word in _STOPS:
            break
        plural = singular(word)
        if plural:
            noun = plural
            break
        if text[at] == "-":  # a 12-member jury
            noun = word
            break
        at = match.end()
    return noun


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


def metric(figure: Figure) -> tuple[str, float, float, float] | None:
    """Dimension, and value, least and greatest value in base units, of a measure."""
    measure = MEASURES.get(figure.unit)
    if measure is None:
        return None
    low, high = figure.slack.low, figure.slack.high
    return (
        measure.dimension,
        (figure.value + measure.offset) * measure.factor,
        (low + measure.offset) * measure.factor,
        math.inf if high == math.inf else (high + measure.offset) * measure.factor,
    )


def days(figure: Figure) -> float:
    """A duration in days."""
    return figure.value * DURATIONS.get(figure.unit, 0.0)


def sliced(items: "Sequence[Number] | Sequence[Date]", start: int, end: int) -> slice:
    """Where the items between two places stand in a sequence ordered by start."""
    low = bisect_left(items, start, key=lambda item: item.start)
    return slice(low, bisect_left(items, end, lo=low, key=lambda item: item.start))
