"""The least and the greatest of one row, the wrong way round: "the youngest was 17 and the oldest 14"."""

from collections.abc import Iterator

from newslint import Figure, NamedTuple, Reading, Template

_PAIRS = (
    ("youngest", "oldest"),
    ("youngest", "eldest"),
    ("smallest", "largest"),
    ("smallest", "biggest"),
    ("lowest", "highest"),
    ("shortest", "longest"),
    ("shortest", "tallest"),
    ("cheapest", "dearest"),
    ("cheapest", "most expensive"),
    ("least", "most"),
    ("fewest", "most"),
    ("lightest", "heaviest"),
    ("slowest", "fastest"),
    ("minimum", "maximum"),
    ("worst", "best"),
)
_LOW = "|".join(sorted({low for low, _ in _PAIRS if low not in ("least", "fewest", "worst")}))
_HIGHS = {high for _, high in _PAIRS if high not in ("most", "best")}
_HIGH = "|".join(sorted(sorted(_HIGHS), key=len, reverse=True))
_GAP = r"[^.;:!?\ue000-\ue0ff]{0,30}?"
_WAYS = (
    Template(rf"\bthe (?P<a>{_LOW})\b{_GAP} {{low:n$m%at}}{_GAP}\bthe (?P<b>{_HIGH})\b{_GAP} {{high:n$m%at}}"),
    Template(rf"\bthe (?P<b>{_HIGH})\b{_GAP} {{high:n$m%at}}{_GAP}\bthe (?P<a>{_LOW})\b{_GAP} {{low:n$m%at}}"),
)


class Extremes(NamedTuple):
    """The least and the greatest of a row, as they are told."""

    low: Figure
    high: Figure
    least: str
    greatest: str


def extremes(reading: Reading) -> Iterator[Extremes]:
    """The least and the greatest of each row of a sentence where the least is the greater."""
    for way in _WAYS:
        for found in way.finditer(reading):
            low, high, words = found["low"], found["high"], (found.match["a"].lower(), found.match["b"].lower())
            alike = low.kind == high.kind or {low.kind, high.kind} <= {"n", "a"}
            if words in _PAIRS and alike and (low.kind not in "$mt" or low.unit == high.unit):
                if low.slack.low > high.slack.high:
                    yield Extremes(low, high, *words)
