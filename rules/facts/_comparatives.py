"""One figure said to be greater than another that is not: "at 90 metres, is taller than the 95-metre hall"."""

from collections.abc import Iterator

from newslint import Figure, NamedTuple, Reading, Template

_MORE = (
    "taller longer higher larger bigger heavier deeper wider thicker dearer costlier faster older warmer hotter".split()
)
_LESS = "shorter lower smaller lighter shallower narrower thinner cheaper slower younger cooler colder".split()
_THAN = Template(
    rf"(?:\bat |\bwith |\bwas |\bis |, ){{one:m$%}}(?P<gap>[^.;:!?\ue000-\ue0ff]{{0,40}}?)"
    rf"\b(?P<word>{'|'.join(_MORE + _LESS)}) than (?:the |its |their |a |that of |his |her )?"
    r"(?:[\w'-]+ ){0,4}?(?:at |of |with )?{two:m$%}"
)


class Compare(NamedTuple):
    """Two figures and the word that is said of the first."""

    one: Figure
    two: Figure
    word: str


def comparatives(reading: Reading) -> Iterator[Compare]:
    """Every first figure of a sentence that is not greater, or smaller, than the second, as it is said to be."""
    for found in _THAN.finditer(reading):
        one, two, word = found["one"], found["two"], found.match["word"].lower()
        if (
            one.kind != two.kind
            or one.unit.rstrip("s")[:5] != two.unit.rstrip("s")[:5]
            or not (one.exact and two.exact)
        ):
            continue
        if found.match["gap"].strip().startswith(("and", "or", "by")) or " not " in found.match["gap"]:
            continue
        greater = word in _MORE
        if (one.slack.high < two.slack.low) if greater else (one.slack.low > two.slack.high):
            yield Compare(one, two, word)
