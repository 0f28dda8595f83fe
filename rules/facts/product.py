from collections.abc import Iterator

from newslint import (
    Article,
    Figure,
    Finding,
    NamedTuple,
    Reading,
    Rule,
    Severity,
    Span,
    Template,
    english,
    flags,
    passes,
)

from ._arithmetic import comparable, plain
from ._joined import in_passages
from ._reference import quoted_as_hints

_SIDES = Template(r"{one:mn}(?:-| )?(?:long |wide )?(?: ?(?:by|x|×) )(?:about )?{two:m}")
_SPEEDS = frozenset("mph kph kmh km/h".split())
_LONG = 1000.0  # metres of a unit that travellers count in


class Product(Rule):
    """An area, a distance or an average that is not what the two figures beside it make.

    “40 metres by 30 metres, a floor of 1,500 square metres” is one of 1,200; two hours at 60 mph are 120 miles; 90
    goals in 30 games are three a game. Read only where a passage of one or two sentences has just these three figures.

    On 3.4 million words of edited copy: no finding.
    """

    severity = Severity.WARNING
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("The hall, 40 metres by 30 metres, has a floor of [[1,500 square metres]]."),
        flags("The train ran at 60 mph for two hours and covered [[160 miles]]."),
        flags("She scored 90 goals in 30 games, an average of [[four]]."),
        passes("The hall, 40 metres by 30 metres, has a floor of 1,200 square metres."),
        passes("The train ran at 60 mph for two hours and covered 120 miles."),
        passes("She scored 90 goals in 30 games, an average of three."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        for made in _all_made(article):
            figure, one, two = made.figure, made.one, made.two
            yield self.finding(
                Span(figure.figure, figure.end),
                f"{one.text} {made.words} {two.text} = {plain(made.right)}, not {figure.text}.",
                related=[(Span(one.start, one.end), "one"), (Span(two.start, two.end), "the other")],
            )


class Made(NamedTuple):
    """A figure and what the two others beside it make: ``words`` says how."""

    figure: Figure
    one: Figure
    two: Figure
    right: float
    words: str


def _all_made(article: Article) -> Iterator[Made]:
    """Every area, way and average of a passage that the two figures it comes from do not make."""
    text, averages = article.text, "average" in article.lower

    def judge(passage: Reading) -> Made | None:
        made = _area(passage) or _way(passage) if "m" in passage.kinds else None
        return made or (_average(passage, text) if averages else None)

    yield from in_passages(article, judge)


def _area(reading: Reading) -> Made | None:
    """40 metres by 30, an area of 1,200 square metres."""
    areas = [f for f in reading.figures if f.kind == "m" and f.unit.startswith("sq-")]
    lengths = [f for f in reading.figures if f.kind == "m" and not f.unit.startswith("sq-")]
    if len(areas) != 1 or not 1 <= len(lengths) <= 2 or not areas[0].exact:
        return None
    for found in _SIDES.finditer(reading):
        one, two = found["one"], found["two"]
        if one.kind == "m" and one.unit != two.unit:
            return None
        if not areas[0].unit.startswith("sq-" + two.unit.rstrip("s")[:4]):
            return None
        if one.slack.times(two.slack).wider(0.03).meets(areas[0].slack) or areas[0].start < one.start:
            return None
        right = one.value * two.value
        return Made(areas[0], one, two, right, "×") if right and 0.4 < areas[0].value / right < 2.5 else None
    return None


def _way(reading: Reading) -> Made | None:
    """At 60 mph for two hours, 120 miles."""
    speeds = [f for f in reading.figures if f.kind == "m" and f.unit in _SPEEDS]
    times = [f for f in reading.figures if f.kind == "t" and f.unit in ("hour", "minute")]
    if not len(speeds) == len(times) == 1:
        return None
    speed, time = speeds[0], times[0]
    ways = [f for f in reading.figures if f.kind == "m" and _metres(f.unit) >= _LONG]
    if len(ways) != 1 or not (speed.exact and time.exact and ways[0].exact):
        return None
    way = ways[0]
    if abs(_metres(way.unit) - 1000 * english.MEASURES[speed.unit].factor) > 1:
        return None  # miles an hour, and kilometres
    hours = time.value * english.DURATIONS[time.unit] * 24
    right = speed.value * hours
    if not right or abs(way.value / right - 1) < 0.06 or not 0.6 < way.value / right < 1.67:
        return None
    return Made(way, speed, time, right, "×")


def _metres(unit: str) -> float:
    """The metres of a unit of length, 0 for another."""
    measure = english.MEASURES.get(unit)
    return measure.factor if measure is not None and measure.dimension == "length" else 0.0


def _average(reading: Reading, text: str) -> Made | None:
    """90 goals in 30 games, an average of three."""
    averages = [f for f in reading.figures if "average" in text[f.start : f.figure].lower() and f.kind in "n$m"]
    others = [f for f in reading.figures if f not in averages and f.kind in "n$m"]
    if len(averages) != 1 or len(others) != 2 or not all(figure.exact for figure in others):
        return None
    average = averages[0]
    totals = [f for f in others if comparable(f, average) and f.value > average.value]
    counts = [f for f in others if f.kind == "n" and f.unit and f.value >= 2 and f not in totals[:1]]
    if not totals or len(counts) != 1:
        return None
    total, count = totals[0], counts[0]
    right = total.value / count.value  # at least two
    if abs(average.value - right) <= max(0.06 * right, 0.51 if right > 5 else 0.06):
        return None
    return Made(average, total, count, right, "÷") if 0.5 < average.value / right < 2 else None
