"""Rates, times and totals that stand apart: "40 metres of wall a day ... the 1,000 metres to do will take 35 days"."""

from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, Reading, Template, english

from ._joined import with_following

_UNIT = rf"(?P<unit>{'|'.join(english.DURATIONS)}|shift)"
_RATE = Template(rf"{{rate:n$m}}(?: (?!and|or|but|for|in|on|at|to)[\w'-]+){{0,4}}? (?:a|an|per|each|every) {_UNIT}\b")
# Words that say that something was worked out.
_WORKED_OUT = Template(
    r"\b(?:that makes|which makes|makes|makes it|at that (?:pace|rate)|at this (?:pace|rate)|in all|"
    r"in total|altogether|a total of|"
    r"the whole|will take|would take|must run|takes|comes to|came to|adds up to|to empty|to fill)\b"
)


class Pace(NamedTuple):
    """A rate, a time and a total that do not go together: rate × time = ``right``."""

    rate: Figure
    unit: str
    time: Figure
    total: Figure
    right: float


def paces(article: Article) -> Iterator[Pace]:
    """Every rate with the one time and the one total beside it, where they do not fit."""
    for reading, both in with_following(article):
        for found in _RATE.finditer(reading):
            pace = _judged(found["rate"], found.match["unit"].lower(), reading) or _judged(
                found["rate"], found.match["unit"].lower(), both
            )
            if pace is not None:
                yield pace


def _judged(rate: Figure, unit: str, reading: Reading) -> Pace | None:
    per = english.DURATIONS.get(unit)
    if per is None or not rate.exact or next(_WORKED_OUT.finditer(reading), None) is None:
        return None
    times = [f for f in reading.figures if f.kind == "t" and f.start > rate.start and f.unit in english.DURATIONS]
    totals = [
        f
        for f in reading.figures
        if f.kind == rate.kind
        and f is not rate
        and f.start > rate.start
        and (f.unit == rate.unit or (rate.kind == "n" and (not f.unit or not rate.unit)))
    ]
    if len(times) != 1 or len(totals) != 1 or not times[0].exact:
        return None
    ratio = times[0].value * english.DURATIONS[times[0].unit] / per
    right = rate.value * ratio
    total = totals[0]
    if right <= 0 or not 0.2 < total.value / right < 5 or abs(total.value / right - 1) < 0.08:
        return None
    if rate.slack.low * ratio * 0.95 <= total.slack.high and total.slack.low <= rate.slack.high * ratio * 1.05:
        return None
    return Pace(rate, unit, times[0], total, right)
