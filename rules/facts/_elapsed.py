"""The time between two days or years that a passage names, against the time that it says has passed."""

import datetime
from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, Reading, Template, english

from ._joined import with_following
from ._reference import day_of

# eight weeks later; after five months; eight weeks to the day
_PASSED = Template(
    r"(?:{time:t},? (?:later|to the day|after that|in all|apart)\b|"
    r"\b(?:lasted|lasting|took|traded for|ran for|stood for) {time:t}(?=[.,;:]| in all| later|$))"
)
_NEAR = 22  # characters: "five months later, on 3 June"
_FAR = 6  # what differs by more is said of something else
_SLACK = {"day": 1.0, "night": 1.0, "week": 3.5, "fortnight": 3.5, "month": 20.0}


class Elapsed(NamedTuple):
    """Two times, how long is said to lie between them, and how long does."""

    first: Figure
    last: Figure
    time: Figure
    right: str


def elapsed(article: Article) -> Iterator[Elapsed]:
    """Every time that has passed otherwise than told, where a passage names two days, or two years, and no more."""
    for reading, both in with_following(article):
        if any(figure.kind == "t" for figure in reading.figures):
            for found in _PASSED.finditer(reading):
                wrong = _wrong(reading, found["time"])
                if wrong is not None:
                    yield wrong
        elif both is not reading and sum(figure.kind in "dy" for figure in reading.figures) == 1:
            # war was declared on 3 March. Peace came on 3 June, five months later
            for found in _PASSED.finditer(both):
                wrong = _wrong(both, found["time"])
                if wrong is not None and wrong.last.start > reading.end:
                    yield wrong


def _wrong(reading: Reading, time: Figure) -> Elapsed | None:
    if not time.exact or time.unit not in english.DURATIONS:
        return None
    last = max((f for f in reading.figures if f.kind in "dy"), key=lambda f: f.start, default=None)
    if last is None or not (time.start > last.start or last.start - time.end < _NEAR):
        return None  # the last day is another's
    days = [f for f in reading.figures if f.kind == "d" and f.date is not None]
    years = [f for f in reading.figures if f.kind == "y"]
    said = time.value * english.DURATIONS[time.unit]
    if len(days) == 2 and not years and time.unit in ("day", "night", "week", "fortnight", "month", "year"):
        return _between_days(days[0], days[1], time, said)
    if len(years) == 2 and not days and time.unit in ("year", "decade"):
        if years[1].value < years[0].value:
            return None  # passed in 2004, named after a victim of 1989
        gap = years[1].value - years[0].value
        if abs(gap - said / 365.25) > (1.1 if time.unit == "year" else 5):
            return Elapsed(years[0], years[1], time, f"{gap:.0f} years")
    return None


def _between_days(first: Figure, last: Figure, time: Figure, said: float) -> Elapsed | None:
    a, b = first.date, last.date
    assert a is not None
    assert b is not None
    if a.month is None or b.month is None:
        return None
    if a.day is None or b.day is None or ((a.year is None) != (b.year is None) and time.unit == "year"):
        return None
    year = a.year or b.year or 2001
    one, two = day_of(a, year), day_of(b, b.year or year)
    if one is None or two is None:
        return None
    gap = abs((two - one).days)
    if b.year is None and two < one:
        gap = abs((datetime.date(two.year + 1, two.month, min(two.day, 28)) - one).days)
    if abs(gap - said) <= _SLACK.get(time.unit, 190.0) or not 1 / _FAR < said / max(gap, 0.1) < _FAR:
        return None
    right = f"{gap} days" if gap < 60 else f"{gap} days, or {gap / 30.44:.0f} months"
    return Elapsed(first, last, time, right)
