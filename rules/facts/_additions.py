"""A percentage that is added to a price or taken off it: "with the 10 percent tip the $60 meal cost $72"."""

from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, Reading, Template, expression

from ._joined import in_passages

_ADDED = "tip|tax|VAT|GST|levy|duty|surcharge|service charge|commission|fee|premium|interest|mark-up|markup|tariff"
_TAKEN = "discount|rebate|reduction|deposit|cut|off|deduction|down payment"
_RATE = Template(
    rf"{{rate:%}}(?: [\w'-]+){{0,2}}? (?P<what>{_ADDED}|{_TAKEN})\b|"
    rf"\b(?P<before>{_ADDED}|{_TAKEN})(?: of| at| is| was){{1,2}} {{rate:%}}"
)
_RANGE = expression(r"\b(?:from|between) [\ue000-\ue0ff]. (?:to|and) [\ue000-\ue0ff].")


class Addition(NamedTuple):
    """A percentage, the price before and the price after, which it does not make; ``right`` is what it makes."""

    rate: Figure
    before: Figure
    after: Figure
    right: float
    sign: int


def additions(article: Article) -> Iterator[Addition]:
    """Every tip, tax and discount of a passage with two amounts that it does not join in any way."""
    yield from in_passages(article, _addition)


def _addition(reading: Reading) -> Addition | None:
    rates = [figure for figure in reading.figures if figure.kind == "%"]
    amounts = [figure for figure in reading.figures if figure.kind == "$"]
    if len(rates) != 1 or len(amounts) != 2 or amounts[0].unit != amounts[1].unit or len(reading.figures) > 4:
        return None
    found = next(_RATE.finditer(reading), None)
    if (
        found is None
        or _RANGE.search(reading.text)
        or not all(figure.exact for figure in (*rates, *amounts))
        or not 0 < rates[0].value <= 60
        or not all(amount.value for amount in amounts)
    ):
        return None
    word = (found.match["what"] or found.match["before"]).lower()
    sign = 1 if word in _ADDED.lower().split("|") else -1
    share = rates[0].value / 100
    low, high = sorted(amounts, key=lambda figure: figure.value)
    ways = (1 + share, 1 - share, 1 / (1 + share), 1 / (1 - share), share, 1 / share, share / (1 + share))
    for one, two in ((low, high), (high, low)):
        if any(
            one.slack.low * way * 0.995 <= two.slack.high and two.slack.low <= one.slack.high * way * 1.005
            for way in ways
        ):
            return None
    before, after = (low, high) if sign > 0 else (high, low)
    right = before.value * (1 + sign * share)
    if not 0.75 < after.value / right < 1.34:
        return None  # other prices
    return Addition(rates[0], before, after, right, sign)
