"""Figures that do not double: "Rents have doubled … A room let for £95 in 2019 was advertised at £160"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, expression, lower_words, readings

_WORD = expression(
    r"""
    (?<!than[ ])(?<!nearly[ ])(?<!almost[ ])(?<!not[ ])(?<!to[ ])(?<!about[ ])(?<!roughly[ ])  # more than
    \b(?P<word>doubled|trebled|tripled|quadrupled|halved)\b
    """,
    re.I | re.VERBOSE,
)
_FACTORS = {"doubled": 2.0, "halved": 2.0, "trebled": 3.0, "tripled": 3.0, "quadrupled": 4.0}
_ELSE = expression(
    r"""
    \b(?:
        would|could|might|if|target|forecast|expected|average|each|per|down|will|until|nearly|almost
    )\b
    """,
    re.I | re.VERBOSE,
)
_LONG = 300  # characters after the sentence that doubles
_NEAR, _FAR = 0.12, 0.4  # of the factor: what differs by less may be meant, what differs by more is told of others


class Multiple(NamedTuple):
    """The word, where it stands, the two figures, and by what the greater is more."""

    word: str
    start: int
    end: int
    one: Figure
    two: Figure
    factor: float


def multiples(article: Article) -> Iterator[Multiple]:
    """Every doubling that the only two figures of its passage do not bear out."""
    if _FACTORS.keys().isdisjoint(article.view(lower_words)):
        return
    found = article.view(readings)
    sentences = article.sentences
    for match in _WORD.finditer(article.text):
        own = bisect_right(sentences, match.start(), key=lambda sentence: sentence.start) - 1
        first, last = (bisect_left(found, at, key=lambda reading: reading.sentence) for at in (own, own + 3))
        passage = [reading for reading in found[first:last] if reading.start < sentences[own].end + _LONG]
        if any(_ELSE.search(r.text) for r in passage) or _ELSE.search(sentences[own].text):
            continue
        amounts = [f for r in passage for f in r.figures if f.kind in "n$m" and f.value >= 5]
        if len(amounts) != 2 or any(f.kind in "%fx" for r in passage for f in r.figures):
            continue
        one, two = amounts
        if one.kind != two.kind or one.unit != two.unit or not (one.exact and two.exact) or one.value == two.value:
            continue
        low, high = sorted(amounts, key=lambda figure: figure.value)
        factor, said = high.value / low.value, _FACTORS[match["word"].lower()]
        if abs(factor / said - 1) <= _NEAR or abs(factor / said - 1) > _FAR or factor > said:
            continue
        yield Multiple(match["word"], *match.span("word"), one, two, factor)
