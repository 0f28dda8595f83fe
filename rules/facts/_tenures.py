"""A year that began, a year that ended, and how many years are said to lie between them."""

import re
from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, Reading, Template, compiled, expression

from ._joined import in_passages

# What begins something that lasts, and what ends it.
_BEGINNINGS = (
    "launched|opened|built|founded|formed|established|set up|began|begun|started|joined|elected|appointed|imposed|"
    "handed down|introduced|married|wed|wedding|hired|bought|took (?:office|over)|came to (?:power|office)|crowned|"
    "sworn in|enlisted|moved (?:in|to)|signed|from|since|in force|installed|planted|laid|jailed|sentenced"
)
_ENDINGS = (
    "scrapped|closed|shut|demolished|ended|finished|left|retired|resigned|stepped down|died|death|divorced|dissolved|"
    "released|freed|disbanded|sold|quit|lost office|abolished|repealed|felled|stood down|until|till|to"
)
_BEGAN = expression(rf"\b(?:{_BEGINNINGS})\b", re.I)
_ENDED = expression(rf"\b(?:{_ENDINGS})\b", re.I)
_LONG = Template(
    r"(?:\bafter(?: (?:just|only|serving|spending|nearly|a run of|a career of|a reign of))? {time:t}|"
    r"{time:t}(?: of (?:service|marriage|use|rule)| in (?:office|power|charge|prison|jail|the job|service|post|all)|"
    r" at (?:sea|the helm|the club|the paper|the firm)| as | on the (?:throne|board|council|bench)| behind bars|"
    r" long\b)|\b(?:for|served|ruled|reigned|spent|lasted|a reign of|stood for|ran for|worked for) {time:t})"
)


_AGAIN = Template(r"{a:y}(?: to |-| – ){b:y},? and (?:then )?again (?:from |in |between )?{c:y}")


def overlaps(reading: Reading) -> Iterator[tuple[Figure, Figure]]:
    """From 1998 to 2006 and again from 2004: each second term that begins before the first is over."""
    for found in _AGAIN.finditer(reading):
        if found["c"].value < found["b"].value:
            yield found["b"], found["c"]


class Tenure(NamedTuple):
    """Two years and the time that is said to lie between them; ``years`` do."""

    first: Figure
    last: Figure
    time: Figure
    years: float


def tenures(article: Article) -> Iterator[Tenure]:
    """Every tenure, marriage, sentence and life of a thing whose two years and whose length do not fit."""
    yield from in_passages(article, _tenure)


def _tenure(reading: Reading) -> Tenure | None:
    years = [figure for figure in reading.figures if figure.kind == "y"]
    times = [f for f in reading.figures if f.kind == "t"]
    if len(years) != 2 or len(times) != 1 or "d" in reading.kinds or times[0].unit != "year" or not times[0].exact:
        return None
    if next(_LONG.finditer(reading), None) is None:
        return None
    first, last = sorted(years, key=lambda figure: figure.value)
    if not _near(_BEGAN, reading, first) or not _near(_ENDED, reading, last):
        return None
    gap, said = last.value - first.value, times[0].value
    if abs(gap - said) <= 1.05 or not 0.4 < said / max(gap, 0.5) < 2.5:
        return None
    return Tenure(first, last, times[0], gap)


def _near(verb: re.Pattern[str], reading: Reading, year: Figure) -> bool:
    """Whether such a word leads to a year within its clause."""
    at = reading.place(year)
    clause = reading.text[max(0, at - 45) : at]
    return verb.search(compiled(r"[;:.]|[\ue000-\ue0ff].").split(clause)[-1]) is not None
