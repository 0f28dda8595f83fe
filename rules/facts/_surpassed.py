"""A new record that does not beat the old one: "8.31m … the record, 8.37m, is a thing of the past"."""

import re
from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, Template, expression

from ._arithmetic import comparable
from ._window import told

_MARK = r"(?:mark|record|best|high|peak|maximum|total|figure)"
_OLD = Template(
    # the old mark of 42.3C
    rf"\b(?:old|previous|former|existing|standing|earlier|last) (?:[a-z-]+ ){{0,3}}?{_MARK}"
    r"(?:,| of| was| is| at| stood at| had been| –)+ {old:m$n%}|"
    # the record, 8.37m, is a thing of the past
    rf"\b{_MARK},? (?:of |at )?{{old:m$n%}},? (?:is|was|has been|had been) "
    r"(?:a thing of the past|broken|beaten|bettered|surpassed|history|no more|gone)\b|"
    # eclipsed her own record of 8.37m
    r"\b(?:beat|beating|broke|breaking|bettered|eclipsed|surpassed|topped|smashed|bettering|eclipsing) "
    rf"(?:the|her|his|its|their|a) (?:[\w'-]+ ){{0,4}}?{_MARK}(?:,| of| by)? {{old:m$n%}}"
)
# What is the better for being less.
_LOW = expression(
    r"""
    \b(?:
        coldest|lowest|fastest|quickest|shortest|slowest|least|fewest|smallest|youngest|driest|worst|cheapest
        |seconds?|minutes?|laps?|low|golf|round|par|under|below|fell|dropped
    )\b
    """,
    re.I | re.VERBOSE,
)


class Record(NamedTuple):
    """The old mark, and a new one that does not beat it."""

    old: Figure
    new: Figure


def records(article: Article) -> Iterator[Record]:
    """Every new record that is less than the old one, where the passage gives one figure beside it."""
    for old, passage in told(article, (_OLD,), "old"):
        others = [f for r in passage for f in r.figures if f is not old and comparable(f, old)]
        if len(others) != 1 or any(_LOW.search(r.text) for r in passage):
            continue
        new = others[0]
        if old.exact and new.exact and old.value / 2 <= new.value and new.slack.high < old.slack.low:
            yield Record(old, new)
