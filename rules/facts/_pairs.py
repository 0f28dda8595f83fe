"""Two figures of the same thing, before and after: "from 120 to 132", "to 132 from 120", "132, up from 120"."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint import NamedTuple, compiled, english

from ._figures import AFTER_YEARS, DOWN, UP, Interval, direction_of, interval_of, kind_of, looks_like_year, word_set
from ._pair_patterns import pair_patterns

if TYPE_CHECKING:
    from newslint import Number


# Two figures with different ones of these are no before and after: "from six months to two years".
_MEASURES = word_set("ton dollar euro cent pence degree").union(
    english.DURATIONS, [unit.removesuffix("s") for unit in english.MEASURES if len(unit) > 1]
)
_TURNS = word_set("and to then by in there were was it had but the year next following a just only about nearly or")
_PLURAL_NOUNS = word_set("cuts gains hikes losses raises drops slips jumps")


class Pair(NamedTuple):
    """Two figures of the same thing, before and after. ``start`` and ``end`` take in "from" and "to"."""

    start: int
    end: int
    before: "Number"
    after: "Number"
    verb: str  # the word of rising or falling that governs it, in lower case; "" if none
    kind: str  # "%", a currency, or "" for a plain count


def _measure(number: "Number") -> str:
    unit = number.unit.removesuffix("s")
    return unit if unit in _MEASURES else ""


def pairs_in(text: str, start: int, end: int, numbers: "Sequence[Number]") -> list[Pair]:
    """Every before-and-after of a sentence: "from A to B", "to B from A", "B, up from A", "P more than A"."""
    found = compared_in(text, start, end, numbers) if len(numbers) > 2 else []
    if text.find(": ", start, end) >= 0:
        found += _bracketed(text, start, numbers)
    for match in pair_patterns()["pivot"].finditer(text, start, end):
        pair = _pair_at(text, start, match, numbers)
        if pair is not None and not any(pair.before == known.before and pair.after == known.after for known in found):
            found.append(pair)
    return found


def compared_in(text: str, start: int, end: int, numbers: "Sequence[Number]") -> list[Pair]:
    """The pairs of "132, 17 percent more than the 120 of 2010" and "a 17 percent increase on last year's 120"."""
    found = []
    patterns = pair_patterns()
    for index, share in enumerate(numbers):
        if share.unit != "%" and not patterns["more"].match(text, share.end):
            continue
        earlier = [n for n in numbers[max(0, index - 4) : index] if not looks_like_year(text, n)]
        if not earlier or not patterns["then"].fullmatch(text, earlier[-1].end, share.start):
            continue
        after = earlier[-1]
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        if following is not None and patterns["than"].fullmatch(text, share.end, following.start):
            before, low, high = following, after.start, following.end
        elif len(earlier) > 1 and _told_in_turn(text, earlier[-2].end, after.start):
            before, low, high = earlier[-2], earlier[-2].start, after.end  # 120 in 2010 and 132 in 2011, up 10 percent
        else:
            continue
        if any(n.unit in ("%", "points") or _is_ratio(text, n, numbers) for n in (before, after)):
            continue
        if (
            looks_like_year(text, before)
            or _two_kinds(before, after)
            or not 0.2 < after.value / (before.value or 1) < 5
        ):
            continue
        pair = _made(text, start, low, high, before, after, low)
        if pair is not None:
            found.append(pair._replace(verb=""))
    return found


def _bracketed(text: str, start: int, numbers: "Sequence[Number]") -> list[Pair]:
    """The pairs of "to £60m (2018: £50m)"."""
    found = []
    counted = [number for number in numbers if not looks_like_year(text, number)]
    for after, before in pairwise(counted):
        if text.startswith(")", before.end) and pair_patterns()["bracket"].fullmatch(text, after.end, before.start):
            pair = _made(text, start, after.start, before.end + 1, before, after, after.start)
            if pair is not None:
                found.append(pair._replace(verb=""))
    return found


def _told_in_turn(text: str, start: int, end: int) -> bool:
    """Whether two figures are one thing at two times: "[120] complaints in 2010 and [132]", and no other subject."""
    times = list(pair_patterns()["times"].finditer(text, start, end))
    if not times:
        return False
    words = compiled(r"[a-z]+").findall(text[times[0].end() : end].lower())
    return all(word in _TURNS or word in UP or word in DOWN for word in words)


def _two_kinds(before: "Number", after: "Number") -> bool:
    """Whether two figures count different things."""
    return before.unit != after.unit and _is_noun(before.unit) and _is_noun(after.unit)


def _is_noun(unit: str) -> bool:
    return (unit.endswith("s") and unit not in AFTER_YEARS) or unit in ("people", "men", "women", "children")


def _pair_at(text: str, start: int, pivot: re.Match[str], numbers: "Sequence[Number]") -> Pair | None:
    """The pair whose figure before stands after ``pivot``: "from", "against", "compared with"."""
    patterns = pair_patterns()
    at = pivot.start()
    compared = pivot[0][0] not in "fF"
    first = next((n for n in numbers if n.start >= pivot.end()), None)
    if first is None or first.start - at > 60 or looks_like_year(text, first):
        return None
    if not patterns["filler"].fullmatch(text, pivot.end(), first.start) or _is_ratio(text, first, numbers):
        return None
    if _is_time(text, first):
        return None
    if compared and patterns["tally"].match(text, first.end):
        return None  # compared with 47 percent to 41
    reached = None if compared else _reached(text, first, [n for n in numbers if n.start >= first.end])
    if reached is not None:
        return _made(text, start, at, reached.end, first, reached, at)
    earlier = [n for n in numbers if n.end <= at]
    for number in reversed(earlier[-3:]):
        if _is_ratio(text, number, numbers):
            return None
        if (
            looks_like_year(text, number)
            or _is_season(text, number)
            or (
                _measure(number)
                and _measure(number) != _measure(first)
                and patterns["period"].search(text, max(start, number.start - 12), number.start)
            )
        ):
            continue  # the first nine months, up from 30 last year
        if patterns["start"].search(text, max(start, number.start - 30), number.start):
            return None  # down 4 percent from 60,779 but up 62 percent from
        if not _is_no_end(text, start, number):
            return _turned_back(text, start, pivot, number, first)
    return None


def _is_time(text: str, number: "Number") -> bool:
    """Whether a figure only says when: "from 12 months earlier", "from the first five months", "a five-decade low"."""
    patterns = pair_patterns()
    if patterns["span"].match(text, number.end) or patterns["age_of_record"].match(text, number.end):
        return True
    return (
        bool(_measure(number)) and patterns["period"].search(text, max(0, number.start - 12), number.start) is not None
    )


def _reached(text: str, first: "Number", later: "Sequence[Number]") -> "Number | None":
    """B of "from A to B", over the years between."""
    for number in later[:3]:
        if pair_patterns()["to"].fullmatch(text, first.end, number.start):
            if text.startswith(" or ", number.end):
                return None  # to 6 or 5.5 percent
            told = looks_like_year(text, number) or pair_patterns()["margin"].match(text, number.end)
            return None if told else number  # up from a 49 to 46 percent lead
        if not looks_like_year(text, number):
            return None
    return None


def _is_season(text: str, number: "Number") -> bool:
    """16 of 2015-16."""
    return (
        text[number.start - 1 : number.start] in ("-", "–", "/") and text[number.start - 5 : number.start - 1].isdigit()
    )


def _is_no_end(text: str, start: int, number: "Number") -> bool:
    """Whether a figure before "from" is the size of the change, or says the figure before it in other terms."""
    before = text[start : number.start]
    if before.endswith(" or "):
        return True  # $60 million, or $1.20 a share, from
    sized = pair_patterns()["size"].search(text, max(start, number.start - 30), number.start)
    return sized is not None and (number.unit in ("%", "points") or before.endswith("by "))


def _turned_back(text: str, start: int, pivot: re.Match[str], number: "Number", first: "Number") -> Pair | None:
    """The pair of "to B from A", "B, up from A" and "B, compared with A a year ago"."""
    patterns = pair_patterns()
    compared = pivot[0][0] not in "fF"
    gap = text[number.end : pivot.start()]
    match = patterns["up"].fullmatch(text, number.end, first.start)
    if match:
        pair = _made(text, start, number.start, first.end, first, number, number.start)
        return pair._replace(verb=match["verb"].lower()) if pair else None
    to = patterns["ends_with_to"].search(text, max(start, number.start - 60), number.start)
    if to and len(gap) < 50 and not compiled(r"[.;:!?()](?!\d)").search(gap):
        pair = _made(text, start, to.start(), first.end, first, number, to.start())
        return pair._replace(verb="") if pair and (compared or to["at"]) else pair
    if compared and len(gap) < 60 and not compiled(r"[.;:!?()]").search(gap) and not _two_kinds(first, number):
        times = patterns["times"].search(text, first.end, first.end + 50)
        if times and "," not in text[first.end : times.start()]:  # 60 billion, compared with 50 billion a year ago
            pair = _made(text, start, number.start, times.end(), first, number, number.start)
            return pair._replace(verb="") if pair else None
    return None


def _is_ratio(text: str, number: "Number", numbers: "Sequence[Number]") -> bool:
    """One in eight, two out of three, 30 of 50."""
    if number.unit not in ("in", "of", "out"):
        return False
    following = next((n for n in numbers if n.start >= number.end), None)
    if following is None or looks_like_year(text, following):
        return False
    return pair_patterns()["ratio"].fullmatch(text, number.end, following.start) is not None


def _made(text: str, start: int, low: int, high: int, before: "Number", after: "Number", governed: int) -> Pair | None:
    """The pair, unless its two figures count different things."""
    one, two = kind_of(before), kind_of(after)
    if one and two and one != two:
        return None
    if bool(one) != bool(two) and not (high - low < 40 and (before.scaled or after.scaled or "%" in (one, two))):
        return None  # money and people, a share and a count
    if (one and after.unit in english.CENTS) or (two and before.unit in english.CENTS):
        return None
    units = _measure(before), _measure(after)
    if units[0] != units[1] and ((units[0] and units[1]) or (_is_noun(before.unit) and _is_noun(after.unit))):
        return None
    if before.value <= 0 or after.value <= 0 or _turned(text, before, after):
        return None
    patterns = pair_patterns()
    governor = patterns["governor"].search(text, max(start, governed - 60), governed)
    if governor is None or direction_of(governor[1]) == 0:
        governor = patterns["object"].search(text, max(start, governed - 70), governed)
        if patterns["clock"].match(text, after.end):
            return None
    verb = governor[1].lower() if governor else ""
    if governor and verb in _PLURAL_NOUNS and text[governor.start() - 2 : governor.start() - 1].islower():
        verb = ""  # tax cuts from
    if verb == "growth" or (verb not in UP and verb not in DOWN):
        verb = ""
    return Pair(low, high, before, after, verb, one or two)


def _turned(text: str, before: "Number", after: "Number") -> bool:
    """Whether one figure is a debt and the other is not: from an 8-point deficit to a 4-point lead."""
    debt, credit = pair_patterns()["in_debt"].match, pair_patterns()["in_credit"].match
    one, two = before.end, after.end
    return bool((debt(text, one) and credit(text, two)) or (credit(text, one) and debt(text, two)))


def scale_choices(pair: Pair) -> list[tuple[float, float]]:
    """How much each figure is multiplied by: "from 1.2 to 1.5 million" means two millions."""
    choices = [(1.0, 1.0)]
    if pair.after.scaled and not pair.before.scaled and pair.before.value < 1000:
        choices.append((_scale(pair.after), 1.0))
    elif pair.before.scaled and not pair.after.scaled and pair.after.value < 1000:
        choices.append((1.0, _scale(pair.before)))
    return choices


def _scale(number: "Number") -> float:
    for scale in (1e12, 1e9, 1e6, 1e3):
        if number.value >= scale or number.step >= scale:
            return scale
    return 1.0


def change_range(text: str, pair: Pair, scales: tuple[float, float]) -> Interval:
    """The factors, after by before, that the two figures allow."""
    before, after = interval_of(text, pair.before), interval_of(text, pair.after)
    low = after.low * scales[1] / (before.high * scales[0])
    high = after.high * scales[1] / max(before.low * scales[0], 1e-9)
    return Interval(low, high)
