"""A part that is greater than its whole, and what is left that is more than there was."""

from collections.abc import Iterator, Sequence

from newslint import Article, Figure, NamedTuple, Template, expression, readings

from ._window import Seen, like_before, of_a_score

_THE = r"(?:the |its |their |his |her |these |those |our |all |[\w']+'s )"
_ORDER = r"(?:first |last |past |next |final |other |previous |opening |[\ue06f]. )?"
_NOUN = r"(?: (?!(?:of|or|and|to|in)\b)[a-z][\w'-]*){0,2}?"
# Nine scrums out of the first eight; nine of the eight.
_OF = Template(rf"{{part}}{_NOUN} (?:out of {_THE}?|of {_THE}){_ORDER}{{whole}}(?! (?:percent|%|points))")
_THEM = Template(
    r"{part} of (?:them|these|those)(?= (?:had|have|were|are|was|did|died|said|will|who|in|on|at)\b|[,.;:])"
)
_LEFT = Template(
    r"{part:n$m}(?: (?!of\b|more\b)[a-z][\w'-]*){0,2}? (?:were|are|was|is) (?:still )?(?:left|alive)\b|"
    r"\b(?:only|just) {part:n$m}(?: [a-z][\w'-]*){0,1}? remain(?:s|ed)?\b"
)
_ONCE = expression(r"\b(?:before|once|used to|had been|there were|numbered|counted|began|started with|at first)\b", 2)


class Exceeding(NamedTuple):
    """A whole and a part of it that is greater."""

    whole: Figure
    part: Figure


def exceeding(article: Article) -> Iterator[Exceeding]:
    """Every part that is greater than the whole that the passage gives for it."""
    found = article.view(readings)
    for index, reading in enumerate(found):
        if "n" not in reading.kinds:
            continue
        for match in _OF.finditer(reading):
            if _greater(match["part"], match["whole"]):
                yield Exceeding(match["whole"], match["part"])
        for way, judge, back in ((_THEM, _of_them, 1), (_LEFT, _left, 2)):
            for match in way.finditer(reading):
                exceeded = judge(match["part"], like_before(found, index, match["part"], back))
                if exceeded is not None:
                    yield exceeded


def _greater(part: Figure, whole: Figure) -> bool:
    return part.exact and whole.exact and part.slack.low > whole.slack.high > 1


def _of_them(part: Figure, before: Sequence[Seen]) -> Exceeding | None:
    """60 people ahead of her; 80 of them had been served: the one count that "them" may take up."""
    counted = [seen for seen in before if seen.figure.unit and not of_a_score(seen)]
    if len(counted) != 1:
        return None
    whole = counted[0].figure
    return Exceeding(whole, part) if _greater(part, whole) and part.value < 10 * whole.value else None


def _left(part: Figure, before: Sequence[Seen]) -> Exceeding | None:
    """40,000 head before the drought. After it 46,000 were left."""
    if len(before) != 1 or not _ONCE.search(before[0].reading.text):
        return None
    whole = before[0].figure
    return Exceeding(whole, part) if _greater(part, whole) and part.value < 3 * whole.value else None
