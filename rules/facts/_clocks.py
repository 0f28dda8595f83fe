"""Two hours of a day, and how long is said to lie between them."""

from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, Reading, Template, english

from ._joined import in_passages

_FAR = 4  # what differs by more is said of something else
_NEAR = 0.26  # hours
# What begins; what ends; how long it is said to have taken.
_BEGINS = (
    r"(?:left|leaves|leaving|set (?:off|out)|sets (?:off|out)|departed|departs|opens?|opened|starts?|started|begins?|"
    r"began|beginning|starting|from|sailed|took off|took to|kicked off|called|broke out|went (?:in|up|out))"
)
_ENDS = (
    r"(?:arriv(?:ed|es|ing)|reach(?:ed|es|ing)|clos(?:ed|es|ing)|end(?:ed|s|ing)|finish(?:ed|es|ing)|to|until|till|"
    r"docked|landed|landing|returned|came (?:home|back|in)|was (?:out|back|over|home|put out|under control)|"
    r"got (?:home|back|in)|let out|rose|adjourned|concluded|stopped|restored)"
)
_SPAN = Template(
    rf"\b{_BEGINS}\b[^.;:!?\ue000-\ue0ff]{{0,40}}? {{first:c}}[^.;:!?\ue000-\ue0ff]{{0,50}}?"
    rf"\b{_ENDS}\b[^.;:!?\ue000-\ue0ff]{{0,50}}? {{last:c}}"
)


class Clocks(NamedTuple):
    """Two hours, how long is said to lie between them, and how long does."""

    first: Figure
    last: Figure
    time: Figure
    hours: float


def clocks(article: Article) -> Iterator[Clocks]:
    """Every stay, journey and sitting of a passage with two hours and one length of time, where they do not fit."""
    yield from in_passages(article, _judged)


def _judged(reading: Reading) -> Clocks | None:
    if not {"c", "t"} <= reading.kinds:
        return None
    hours = [figure for figure in reading.figures if figure.kind == "c"]
    times = [f for f in reading.figures if f.kind == "t" and f.unit in ("hour", "minute")]
    if len(hours) != 2 or len(times) != 1 or not times[0].exact:
        return None
    if next(_SPAN.finditer(reading), None) is None:
        return None
    first, last, time = hours[0], hours[1], times[0]
    gap = (last.value - first.value) % 24
    said = time.value * english.DURATIONS[time.unit] * 24
    if any(abs(said - way) < _NEAR for way in (gap, gap + 12, abs(gap - 12), gap + 24)):
        return None
    if not 1 / _FAR < said / max(gap, 0.1) < _FAR:
        return None
    return Clocks(first, last, time, gap)
