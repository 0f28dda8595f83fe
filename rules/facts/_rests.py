"""What is left of a whole, told sentences later: "Of the 212 homes, 64 … and 31 …. The remaining 127 …"."""

from collections.abc import Iterator, Sequence

from newslint import Article, Figure, NamedTuple, Reading, Template, english, expression, readings

from ._window import Seen, left_over, like_before, of_a_score

# What is said of those that are left; the weaker signs only of a part of what is said to be a whole.
_BE = "|".join(sorted(english.BE_AND_HAVE))
_STRONG = (
    rf"(?:others|remain(?:s|ed|ing|der)?|(?:{_BE}) left|left over|left(?=[,.;:)])|"
    r"balance|unsold|unlet|outstanding|to go|unaccounted|spare|vacant|still to|yet to)"
)
_WEAK = (
    r"(?:still|yet|without|not|[a-z]+n't|never|missing|fail(?:ed|s)?|refused|empty|unused|unpaid|stayed|escaped|absent|"
    r"spared|untouched|neither|survived|survivors|away|others?)"
)
_NEAR = r"(?: (?!(?:of|or|percent|more|less|and|but|than)\b)[\w'-]+)"
_BEFORE = (
    r"(?:(?:the|its|their|all|his|her|our) (?:others?|remaining|rest|balance|remainder|last)|leaving|leaves|"
    r"left (?=with)|remain(?:s|ed)?)"
)
_LINKS = rf"(?:,? (?:of|by|with|it|him|her|them|{_BE}|just|only|some|the|behind)){{0,3}},?"
_RESTING = Template(rf"\b{_BEFORE}{_LINKS} {{rest:n$m}}(?! (?:percent|others?|dead|of|more|days?|people dead))")
_STAYING = Template(rf"{{rest:n$m}}{_NEAR}{{0,4}}? {_STRONG}\b")
_LACKING = Template(rf"{{rest:n$m}}{_NEAR}{{0,4}}? {_WEAK}\b")
# Of the 212; out of 60; 30 of the club's 50.
_WHOLE = expression(r"(?:\bof|\bout of)(?: (?:the|its|their|his|her|all|those|these|our|a total of|[\w']+'s?))? $", 2)
_HOLDS = expression(r"\b(?:holds?|held|seats|room for|capacity of|total of|built for|meant for) $", 2)
_STILL = expression(r"\b(?:remain\w*|left|still|missing)\b", 2)
_EACH = expression(r"\b(?:each|apiece|per|a (?:day|week|month|year|head))\b", 2)
_PART = expression(r" (?:of|more|others?|further)\b", 2)
_ANOTHER = expression(r"\b(?:another|one more)\b", 2)
_GOES_ON = expression(r"(?: [a-z-]+){1,3}(?: and|, (?:and )?) ?[\ue000-\ue0ff]. [a-z]", 2)
_FAR = 3  # what differs by more is told of something else


class Left(NamedTuple):
    """A whole, the parts that are taken from it, what is said to be left, and what is."""

    whole: Figure
    parts: tuple[Figure, ...]
    rest: Figure
    right: float


def rests(article: Article) -> Iterator[Left]:
    """Every rest that no choice of the parts told before it leaves of their whole."""
    found = article.view(readings)
    done: set[Figure] = set()
    for index, reading in enumerate(found):
        if not reading.kinds & {"n", "$", "m"}:
            continue
        for sure, way in enumerate((_LACKING, _STAYING, _RESTING)):
            for match in way.finditer(reading):
                wrong = _judged(match["rest"], found, index, sure)
                if wrong is not None and wrong.rest not in done and not _one_more(article.text, wrong):
                    done.add(wrong.rest)
                    yield wrong


def _one_more(text: str, left: Left) -> bool:
    """Whether what is lacking are the ones that are told without a number: "Another is run by a firm"."""
    told = len(_ANOTHER.findall(text, left.whole.end, left.rest.start))
    return 0 < left.right - left.rest.value <= told


def _judged(rest: Figure, found: Sequence[Reading], index: int, sure: int) -> Left | None:
    if not rest.exact or rest.value < 2 or _goes_on(found[index], rest):
        return None
    before = like_before(found, index, rest)
    whole = _whole(before, sure)
    if whole is None or not whole.figure.exact or not (sure or rest.unit in ("", whole.figure.unit)):
        return None
    figure = whole.figure
    parts = [
        seen.figure
        for seen in before
        if seen.reading.sentence >= whole.reading.sentence
        and seen.figure is not figure
        and seen.figure.unit in ("", figure.unit, rest.unit)
    ]
    if not _WHOLE.search(whole.before) and whole.figure.start >= found[index].start:
        return None  # £37,000 on a boat, £28,000 on a loan and the remaining £18,000 on holidays
    if not parts or not all(part.exact and part.value < figure.value for part in parts):
        return None
    if of_a_score(whole) or any(_EACH.search(seen.reading.text) for seen in before[-len(parts) :]):
        return None
    others = [s.figure for s in before if s.reading.sentence >= whole.reading.sentence and s.figure is not figure]
    if rest.value == figure.value or left_over(figure.slack, others, rest.slack):
        return None
    if any(part.value == rest.value for part in parts) and (len(parts) > 1 or _STILL.search(before[-1].reading.text)):
        return None  # told of those once more
    right = figure.value - sum(part.value for part in parts)
    if right <= 0 or not 1 / _FAR < rest.value / right < _FAR:
        return None
    return Left(figure, tuple(parts), rest, right)


def _goes_on(reading: Reading, rest: Figure) -> bool:
    """Whether the rest is told in parts: "the others were five scientists and four technicians"."""
    return _GOES_ON.match(reading.text, reading.place(rest) + 2) is not None


def _whole(before: list[Seen], sure: int) -> Seen | None:
    """The figure that others are parts of: said so, or the first of two where what is left is surely told of them."""
    for sign in (_WHOLE, _HOLDS):
        marked = [seen for seen in before if sign.search(seen.before)]
        if marked:
            return marked[-1]
    if sure < 2 or len(before) != 2 or _PART.match(before[0].after):
        return None
    return before[0]
