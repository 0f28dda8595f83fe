"""The year that an age is tied to: "elected in 1990, aged 34", "at the age of 45 in 2010"."""

import re
from functools import cache

from newslint import compiled, expression

from ._ages import Age, When

DYING = expression(r"\b(?:die|dies|died|dead|death|killed|passed\s+away|succumbed)\b[^.;!?]*$", re.I)
AT_DEATH = expression(r"\s+(?:years\s+old\s+)?(?:when\s+(?:he|she)\s+(?:died|was\s+killed)|at\s+(?:his|her)\s+death)\b")


def tied_year(text: str, age: Age, years: list[When]) -> When | None:
    """The year that an age is tied to: the nearest one in its own clause."""
    best: tuple[int, When] | None = None
    for when in years:
        if when.start >= age.end:
            distance = when.start - age.end
            tied = _until_year(age.form).fullmatch(text, age.end, when.start)
        else:
            distance = age.phrase - when.end
            tied = _since_year(age.form).fullmatch(text, when.end, age.phrase)
            if tied and ". " in tied[0] and not DYING.search(text, max(0, when.start - 70), when.start):
                tied = None
        if tied is not None and distance < 75 and (best is None or distance < best[0]):
            best = distance, when
    return best[1] if best else None


_BREAK = (
    r"(?!(?:when|while|but|and|before|after|until|since|because|who|which|where|then|as|later|than|he|she|they|it)\b)"
)


@cache
def _until_year(form: str) -> re.Pattern[str]:
    """What may stand between an age and its year."""
    died = (
        r"(?:\s+at\s+(?:(?:her|his)\s+death|the\s+time\s+of\s+(?:her|his)\s+death)|\s+(?:up)?on\s+(?:her|his)\s+death)?"
    )
    if form == "was":  # was 45 when she was elected in
        when = r"(?:\s+when\s+(?:he|she|they|the|it)\s[^.;:,!?]{3,50})?"
        return compiled(rf"(?:\s+years\s+old)?{died}{when},?\s+(?:in|on)\s+", re.I)
    if form == "bare":  # Ana Ruiz, 45, who died in
        return compiled(
            r",?\)?(?:\s+who)?\s+(?:died|was\s+killed|passed\s+away)\s(?:[\w’' -]{1,30}\s)?(?:in|on)\s+", re.I
        )
    # at the age of 45 in; aged 45, in Ghent in; at the age of 45, mayor in
    word = rf"{_BREAK}(?!\w+ed\b)[\w’'-]+"
    return compiled(rf"(?:\s+{_BREAK}[\w’'-]+){{0,7}}\s+|,\s+(?:{word}\s+){{0,3}}(?:in|on)\s+", re.I)


@cache
def _since_year(form: str) -> re.Pattern[str]:
    """What may stand between a year and the age in it."""
    if form == "bare":
        return compiled(r"(?!)")
    if form == "was":  # in 2009, when she was; in 2009. She was
        return compiled(r"[\w’', -]{0,40}(?:,?\s+(?:when\s+)?(?:he|she)|\.\s+(?:He|She))\s+")
    # in 2009 [in Oslo][,] aged
    return compiled(r"(?:\s+(?:in|at|of|from|near|on|after)\s+[\w’' -]{1,40})?,?\s*[(–—-]?\s*", re.I)
