"""What two figures make, said in another sentence: a percentage, a multiple, a share."""

import re
from collections.abc import Callable, Iterator, Sequence

from newslint import Article, Figure, Interval, NamedTuple, Reading, Template, expression

from ._window import told

_NOUN = (
    r"(?:drop|fall|rise|gain|increase|decline|cut|saving|improvement|jump|growth|reduction|climb|swing|slide|dip|surge|"
    r"leap|hike|advance|discount|loss|mark-up|profit)"
)
_MOVED = r"(?:climbed|dropped|rose|risen|fell|fallen|grew|grown|increased|decreased|declined|slipped|jumped|shrank)"
_PERCENT = Template(
    rf"\b(?:the|that|this|an?|of) {{claim:%}} {_NOUN}\b|\b(?:an?|the|this|that) (?:[a-z-]+ )?{_NOUN} of {{claim:%}}|"
    rf"\b{_MOVED}(?: by)? {{claim:%}}(?! (?:to|from)\b)|\b(?:up|down)(?: by)? {{claim:%}}(?! (?:to|from)\b)"
)
# That is 1,000 people; which works out at 310 to each.
_THAT_IS = Template(
    r"(?:\b(?:that|this|which|it) (?:is|was|means|meant|makes|made|comes to|came to|gives|gave|works out at|"
    r"worked out at|amounts to|amounted to|adds up to|would be|will be)(?: (?:the|an?) [a-z]+(?: [a-z]+)?)?|"
    r"\bin other words,?|\bthat is,?|, or) {claim:n$m}"
    r"(?! (?:more|less|fewer|times|percent of|points|of)|[-–][\ue000-\uefff])"
)
_ELSE = expression(
    r"""
    \b(?:compared|forecast|predicted|expected|target|would|could|might|if|more[ ]than|nearly|almost|about|around|since
       |average|each|per|respectively|levels)\b
    """,
    re.I | re.VERBOSE,
)
_FAR = 2.5  # what differs by more is told of something else


class Made(NamedTuple):
    """What is said that two figures make, the two, and the sum that they do make."""

    claim: Figure
    one: Figure
    two: Figure
    sum: str


_Judge = Callable[[Figure, Sequence[Figure]], Made | None]


def portions(article: Article) -> Iterator[Made]:
    """Every claim that nothing in its passage makes, where the passage has just the two figures to make it of."""
    for way, judge in ((_PERCENT, _percent), (_THAT_IS, _share)):
        for claim, passage in told(article, (way,), "claim"):
            wrong = _judged(claim, passage, judge)
            if wrong is not None:
                yield wrong


def _judged(claim: Figure, passage: Sequence[Reading], judge: _Judge) -> Made | None:
    if not claim.exact or any(_ELSE.search(reading.text) for reading in passage):
        return None
    return judge(claim, [f for reading in passage for f in reading.figures if f.start < claim.start])


def _percent(claim: Figure, before: Sequence[Figure]) -> Made | None:
    """Takings rose to £66m from £60m. … The 15 per cent improvement …"""
    amounts = [f for f in before if f.kind in "n$m" and f.value >= 5]
    if len(amounts) != 2 or any(f.kind in "%fx" for f in before):
        return None
    one, two = amounts
    if one.kind != two.kind or one.unit != two.unit or not (one.exact and two.exact) or one.value == two.value:
        return None
    half = 0.6 if claim.value == int(claim.value) else 0.1
    said = Interval(claim.slack.low - half, claim.slack.high + half)
    for base, other in ((one, two), (two, one)):
        share = other.slack.over(base.slack)
        change = sorted((abs(share.low - 1) * 100, abs(share.high - 1) * 100))
        if Interval(*change).meets(said):
            return None
    low, high = sorted(amounts, key=lambda figure: figure.value)
    up, down = 100 * (high.value / low.value - 1), 100 * (1 - low.value / high.value)
    if not down / _FAR < claim.value < up * _FAR:
        return None
    return Made(claim, one, two, f"From {low.text} to {high.text} it is {up:.3g} percent up, or {down:.3g} down")


def _share(claim: Figure, before: Sequence[Figure]) -> Made | None:
    """Two in every five … With 2,500 forms returned, that is 1,250 people."""
    shares = [f for f in before if f.kind in "f%x"]
    amounts = [f for f in before if f.kind in "n$m"]
    if len(shares) != 1 or len(amounts) != 1 or not (shares[0].exact and amounts[0].exact):
        return None
    share, amount = shares[0], amounts[0]
    if amount.kind != claim.kind or (claim.kind != "n" and claim.unit != amount.unit) or not share.value:
        return None
    part = Interval(share.slack.low / 100, share.slack.high / 100) if share.kind == "%" else share.slack
    ways = [amount.slack.times(part), amount.slack.over(part)]
    ways.append(amount.slack.times(Interval(1 - part.high, 1 - part.low)))
    ways += [amount.slack.plus(way) for way in ways]
    right = amount.value * (share.value / 100 if share.kind == "%" else share.value)
    if (
        not right
        or any(way.wider(0.01).meets(claim.slack) for way in ways)
        or not 1 / _FAR < claim.value / right < _FAR
    ):
        return None
    return Made(claim, share, amount, f"{share.text} of {amount.text} is {right:,.4g}")
