"""The year of an anniversary, and ages that two years give: "built in 1874, will mark its 150th birthday in 2034"."""

from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, Reading, Template, readings

from ._joined import in_passages

_NTH = Template(
    r"{nth:o} (?:anniversary|birthday|year|jubilee|annual|season)\b|\b(?:turn(?:s|ed|ing)?|is|be) {nth:n}(?= in )"
)
_WHEN = r"(?:when|in|at)\b[^.;:!?\ue000-\ue0ff]{0,50}"
_AGES = Template(
    rf"\b(?:he|she|I) was {{one:an}} {_WHEN} {{first:y}}[^.;:!?\ue000-\ue0ff]{{0,20}}\b(?:and|but) "
    rf"(?:he was |she was |was |only )?{{two:an}} {_WHEN} {{last:y}}"
)


class Counted(NamedTuple):
    """Two years, what is counted between them, and what is wrong with it."""

    first: Figure
    last: Figure
    said: Figure
    words: str


def counted_years(article: Article) -> Iterator[Counted]:
    """Every anniversary and pair of ages that the two years beside it do not give."""
    for reading in article.view(readings):
        yield from _ages(reading)
    yield from in_passages(article, _anniversary)


def _anniversary(reading: Reading) -> Counted | None:
    years = [figure for figure in reading.figures if figure.kind == "y"]
    if len(years) != 2 or years[0].value >= years[1].value or "d" in reading.kinds:
        return None
    found = list(_NTH.finditer(reading))
    if len(found) != 1:
        return None
    nth, first, last = found[0]["nth"], *years
    if nth.start < first.start and "anniversary" not in reading.text:
        return None
    gap = int(last.value - first.value)
    if nth.value in (gap, gap + 1, gap - 1) or nth.value < 5 or not 0.5 < nth.value / gap < 2:
        return None
    if reading.text[reading.place(last) - 4 : reading.place(last)].lower() not in (" in ", "its "):
        return None
    return Counted(first, last, nth, f"From {first.text} to {last.text} it is {gap} years, not {nth.text}.")


def _ages(reading: Reading) -> Iterator[Counted]:
    """She was 29 when she won it in 1988 and 45 when she lost it in 2014."""
    for found in _AGES.finditer(reading):
        one, two, first, last = (found[name] for name in ("one", "two", "first", "last"))
        gap, grown = int(last.value - first.value), int(two.value - one.value)
        if abs(gap - grown) > 1:
            said = f"From {first.text} to {last.text} it is {gap} years; from {one.value:g} to {two.value:g}, {grown}."
            yield Counted(first, last, two, said)
