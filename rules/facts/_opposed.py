"""Two parts of one whole that nobody can be in both of: "46 people … 41 were accounted for … two were missing"."""

from collections.abc import Iterator, Sequence

from newslint import Article, Figure, NamedTuple, Reading, Template, readings

from ._window import window

_WORDS = r"(?: (?!(?:of|and|but|or|while|who)\b)[\w'-]+)"
# Nobody is both, and everybody is one of the two.
_PAIRS = (
    (r"accounted for|found|rescued|located", r"missing|unaccounted for"),
    (r"survived|survivors", r"died|dead|killed|drowned|perished"),
    (r"convicted|found guilty", r"acquitted|cleared|found not guilty"),
    (r"passed", r"failed"),
    (r"vaccinated|inoculated", r"unvaccinated|not vaccinated"),
)


def _side(words: str) -> Template:
    return Template(rf"(?<!of ){{part}}{_WORDS}{{0,4}}? (?:{words})\b")


_SIDES = tuple((_side(one), _side(two)) for one, two in _PAIRS)
# 77 had needed no further surgery; eleven of the children needed a second operation
_STEM = r"(?P<verb>[a-z]{4,}?)(?:s|ed|d)?"
_NOT = Template(rf"{{part}}{_WORDS}{{0,2}}? {_STEM} (?:no|neither|nothing)\b")
_YES = Template(
    rf"{{part}} of (?:the|these|those|its|their|his|her) [a-z]+s? (?:(?:had|have|has) )?{_STEM} "
    r"(?!no\b|neither\b|nothing\b|only\b)[a-z]"
)
_LEAST, _MOST = 0.85, 1.2  # of the whole that its parts may seem to make


class Opposed(NamedTuple):
    """A whole, and two parts that do not make it, or make more."""

    whole: Figure
    one: Figure
    two: Figure


def opposed(article: Article) -> Iterator[Opposed]:
    """Every two parts, told anywhere in an article, that do not make the only whole that it has for them."""
    found = article.view(readings)
    counts = [f for reading in found for f in reading.figures if f.kind == "n" and f.unit and f.exact and f.value > 2]
    if not counts:
        return
    for sides in _SIDES:
        one, two = (_only(side, found) for side in sides)
        whole = _whole(counts, one, two) if one is not None and two is not None else None
        if whole is not None and one is not None and two is not None and whole.value != one.value + two.value:
            if not _left(found, whole.value - one.value - two.value, (whole, one, two)):
                yield Opposed(whole, one, two)
    yield from _denied(found)


def _only(side: Template, found: Sequence[Reading]) -> Figure | None:
    """The part that is told of one side, if only one number is."""
    parts = {match["part"].value: match["part"] for reading in found for match in side.finditer(reading)}
    return next(iter(parts.values())) if len(parts) == 1 else None


def _whole(counts: Sequence[Figure], one: Figure, two: Figure) -> Figure | None:
    total = one.value + two.value
    may = [f for f in counts if f.value > max(one.value, two.value) and _LEAST < total / f.value < _MOST]
    if len({figure.value for figure in may}) != 1 or not (one.exact and two.exact) or one == two:
        return None
    return may[0]


def _left(found: Sequence[Reading], value: float, told: Sequence[Figure]) -> bool:
    """Whether the number that is lacking stands in one of the sentences of the others."""
    return value > 0 and any(
        figure.kind == "n" and figure.value == value
        for reading in found
        if any(reading.start <= other.start < reading.end for other in told)
        for figure in reading.figures
    )


def _denied(found: Sequence[Reading]) -> Iterator[Opposed]:
    """77 of the 84 needed no operation, eleven needed one: more than there are."""
    denied: dict[str, tuple[Figure, Figure]] = {}
    for index, reading in enumerate(found):
        for yes in _YES.finditer(reading) if denied else ():
            whole, one = denied.get(yes.match["verb"], (None, None))
            two = yes["part"]
            if whole is None or one is None or two is one or not two.exact:
                continue
            if one.value + two.value > whole.value > two.value:
                yield Opposed(whole, one, two)
        for no in _NOT.finditer(reading):
            part = no["part"]
            before = [f for r in window(found, index, 1) for f in r.figures if f.kind == "n" and f.start < part.start]
            if before and before[-1].exact and before[-1].value > part.value and part.exact:
                denied.setdefault(no.match["verb"], (before[-1], part))
