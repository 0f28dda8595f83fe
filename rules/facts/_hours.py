"""Two hours of a day in one passage and the time that is told of both: "due at 21.15 … at 23.50, two hours late"."""

import re
from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, Span, Template, english, expression, readings

_CLOCK = expression(
    r"""
    (?<=\s)(?P<hour>\d{1,2})[.:](?P<minute>[0-5]\d)  # 21.15
    (?!\d|[.:]\d|\s?(?:%|per|m\b|million|billion|seconds|metres|miles|points))
    (?:\s?(?P<half>[ap])\.?m\b\.?|\s(?:in\sthe\s)?(?P<part>morning|afternoon|evening))?
    |\b(?P<noon>noon|midnight)\b
    |(?<=\s)(?P<bare>\d{1,2})\s?(?P<bare_half>[ap])\.?m\b
    """,
    re.VERBOSE,
)
_AT = expression(r"\b(?:at|by|from|until|till|to|around|about|before|after|since|due|of|the|and)\s$", re.I)
# Two hours late; those three and a half hours; 20 minutes later.
_TIME = Template(
    r"(?:\b(?:those|the|all|that|took|lasted|for|in|after|over|within|just|,) {time:t}(?:,? (?:and )?{minutes:t})?"
    r"(?! (?:before|ago|old|a|of|drive|walk|flight|journey|per|each|every)\b)|"
    r"{time:t}(?:,? (?:and )?{minutes:t})? (?:late|early|later|earlier|behind|overdue|after that|in all|altogether)\b)",
    optional="minutes",
)
_EXACT = 0.2  # hours
_BACK, _LONG = 2, 500  # sentences, and characters, before the time that is told
_FAR = 4  # what differs by more is said of something else


class Stay(NamedTuple):
    """Where two hours stand, the time said to lie between them, in hours, and that which does."""

    first: Span
    last: Span
    time: Figure
    end: int
    gap: float


def stays(article: Article) -> Iterator[Stay]:
    """Every time of a passage with just two hours of the day that does not lie between them."""
    sentences = article.sentences
    for reading in article.view(readings):
        times = [f for f in reading.figures if f.kind == "t" and f.unit in ("hour", "minute")]
        if not 1 <= len(times) <= 2:
            continue
        start = sentences[max(0, reading.sentence - _BACK)].start
        for found in _TIME.finditer(reading):
            told = [figure for figure in (found["time"], found.get("minutes")) if figure is not None]
            if told == times and all(figure.exact for figure in told):
                clocks = _clocks(article.text, max(start, reading.start - _LONG), reading.end)
                stay = _judged(clocks, told) if len(clocks) == 2 else None
                if stay is not None:
                    yield stay


def _judged(clocks: list[tuple[Span, float]], told: list[Figure]) -> Stay | None:
    said = sum(figure.value * english.DURATIONS[figure.unit] * 24 for figure in told)
    (first, one), (last, two) = clocks
    gap = (two - one) % 12
    if any(abs(said - way) < _EXACT for way in (gap, gap + 12, 12 - gap, gap + 24)) or said > 14:
        return None
    if min(gap, 12 - gap) * _FAR < said or said * _FAR < gap:
        return None
    return Stay(first, last, told[0], told[-1].end, gap)


def _clocks(text: str, start: int, end: int) -> list[tuple[Span, float]]:
    """The hours of the day of a passage, from 0 to 24."""
    found = []
    for match in _CLOCK.finditer(text, start, end):
        if match["noon"]:
            found.append((Span(*match.span()), 12.0))
            continue
        half = match["half"] or match["bare_half"] or (match["part"] or "")[:1].replace("m", "a").replace("e", "p")
        if not half and not _AT.search(text, max(0, match.start() - 8), match.start()):
            return []
        hour = int(match["hour"] or match["bare"])
        if hour > 23:
            return []
        found.append(
            (Span(*match.span()), hour % 12 + (12 if half == "p" or hour > 12 else 0) + int(match["minute"] or 0) / 60)
        )
    return found
