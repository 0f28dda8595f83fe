"""The difference of the two figures of a passage, said in other words: "₹51 … ₹118 …, a drop of ₹77"."""

import re
from collections.abc import Iterator, Sequence

from newslint import Article, Figure, Interval, NamedTuple, Reading, Template, expression

from ._window import Seen, of_a_score, told

_NOUN = (
    r"(?:drop|fall|rise|gain|increase|decline|cut|difference|gap|margin|lead|saving|improvement|jump|shortfall|growth|"
    r"reduction|advantage|slump|climb|swing|thaw|deficit|surplus|discount|slide|dip|surge|leap|hike|profit|"
    r"overspend|underspend|excess|overrun)"
)
_THAN = (
    r"(?:more|less|fewer|higher|lower|shorter|longer|heavier|lighter|taller|hotter|colder|warmer|cooler|deeper|above|"
    r"below|short of|shy of|clear of|ahead of|behind|cheaper|dearer|too many|better|worse|up on|down on|adrift)"
)
_MOVED = (
    r"(?:put on|gained|lost|shed|climbed|dropped|rose|risen|rises|fell|fallen|falls|grew|grown|increased|decreased|"
    r"declined|slipped|went (?:up|down)|come down|gone (?:up|down)|saved|overspent|exceeded)"
)
_BY = (
    r"(?:won|wins?|lost|loses?|beat|beats|led|leads?|leading|ahead|carried|passed|raised|cut|reduced|exceed\w*|"
    r"outnumber\w*|missed|widened|lifted|shortened|lengthened|outsold|outscored|short|down|up)"
)
_OWN = r"(?:the|that|this|an?|his|her|its|their)"
_WORDS = r"(?: (?!(?:of|or|and|to)\b)[a-z][\w'-]*)"
_GAPS = (
    Template(
        rf"\b(?:an?|the|its|his|her|their) (?:[a-z-]+ )?{_NOUN}(?: of|, of|,| was| is)"
        r"(?: just| only)? {gap:n$m%p}(?! (?:to|from))"
    ),
    Template(rf"{{gap:n$m}}{_WORDS}{{0,2}}? {_THAN}\b"),
    Template(r"\bthe (?:extra|difference,|additional) {gap:n$m}"),
    Template(rf"\b{_MOVED}(?: by)? {{gap:$m}}(?! (?:to|percent)\b)"),
    Template(rf"\b{_BY} (?:[\w']+ ){{0,3}}?by {{gap:n$m}}(?![-–][\ue000-\uefff])"),
    Template(rf"\b{_OWN} {{gap:mn}}(?:-|{_WORDS} )(?:degree )?{_NOUN}\b"),
    Template(
        r"\bthe {gap:mn$}(?: [a-z-]+)? (?:that |which )?(?:he|she|it|they|was|were) (?:had |has |have )?"
        r"(?:lost|gained|saved|shed|put on|added|cut)\b"
    ),
    Template(r"{gap:t} (?:older|younger|his (?:senior|junior)|her (?:senior|junior)|their (?:senior|junior))\b"),
)
# What may explain another figure: a forecast, an average, a share each.
MORE_TOLD = expression(
    r"""
    \b(?:
        each|per|averaged?|another|more[ ]than[ ]one|in[ ]total|in[ ]all|making|would|could|might|if|expected
        |spend\w*|borrow\w*|needs?|needed|promis\w*|pledg\w*|plans?|planned|forecast|predicted|target|estimated?
        |since|respectively|altogether|apiece|initially|originally|revised|a[ ](?:day|week|month|year)[ ]ago
    )\b
    """,
    re.I | re.VERBOSE,
)
_FAR = 2.5  # what differs by more is told of something else
_MOST_AGE = 120
_AGED = expression(r"\b(?:is|was|been|be|aged?|at|turned|now) $", re.I)


class Gap(NamedTuple):
    """The greater figure and the less, what is said to lie between them, and what does."""

    one: Figure
    two: Figure
    gap: Figure
    right: float


def gaps(article: Article) -> Iterator[Gap]:
    """Every difference that is not that of the only two figures of its passage that it can be told of."""
    for gap, passage in told(article, _GAPS, "gap"):
        wrong = _judged(gap, passage)
        if wrong is not None:
            yield wrong


def _judged(gap: Figure, passage: Sequence[Reading]) -> Gap | None:
    if not gap.exact or not gap.value:
        return None
    if gap.kind != "t" and any(MORE_TOLD.search(reading.text) for reading in passage):
        return None
    seen = [
        Seen(figure, reading)
        for reading in passage
        for figure in reading.figures
        if figure is not gap and _may_differ(figure, gap)
    ]
    may = [item.figure for item in seen]
    if len(may) != 2 or not all(figure.exact for figure in may) or any(map(of_a_score, seen)):
        return None
    if gap.kind == "t" and not all(item.figure.kind == "a" or _AGED.search(item.before) for item in seen):
        return None
    two, one = sorted(may, key=lambda figure: figure.value)
    if one.kind != two.kind or (one.unit and two.unit and one.unit != two.unit) or gap.value in (one.value, two.value):
        return None
    right, slack = one.value - two.value, _rounded(gap)
    if not right or one.slack.minus(two.slack).meets(slack) or one.slack.plus(two.slack).meets(slack):
        return None
    return Gap(one, two, gap, right) if 1 / _FAR < gap.value / right < _FAR else None


def _may_differ(figure: Figure, gap: Figure) -> bool:
    """Whether a figure may be one of the two that ``gap`` lies between."""
    if gap.kind == "t":
        return figure.kind == "a" or (figure.kind == "n" and not figure.unit and figure.value < _MOST_AGE)
    if gap.kind == "p":
        return figure.kind == "%"
    if gap.kind == "n":
        return figure.kind == "n" and figure.value > 1
    return figure.kind == gap.kind and (gap.kind == "%" or figure.unit == gap.unit)


def _rounded(gap: Figure) -> Interval:
    """The values of a difference that is said in round numbers: 2,000 more."""
    if gap.value >= 100 and len(f"{gap.value:.0f}".rstrip("0")) == 1:
        return Interval(gap.slack.low * 0.85, gap.slack.high * 1.15)
    return gap.slack
