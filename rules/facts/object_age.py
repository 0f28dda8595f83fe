import re
from collections.abc import Iterator

from newslint import (
    Article,
    Figure,
    Finding,
    Reading,
    Rule,
    Severity,
    Span,
    Template,
    expression,
    flags,
    passes,
    readings,
)

from ._reference import article_date, quoted_as_hints


class ObjectAge(Rule):
    """A ship, firm, house or law that is not as old as its own year makes it.

    “Built in 1998 ... the 36-year-old ferry” in an article of 2024: it is 26. The rule knows the day of the article
    from its metadata, a date line or `--date`, and looks for the year and the age in one sentence, or with the same
    noun in two.

    On 13 million words of edited copy: no finding.
    """

    severity = Severity.WARNING
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("10 March 2024\n\nThe ferry, built in 1998, sank on Monday. The [[36-year-old]] ferry was empty."),
        flags("10 March 2024\n\nThe [[60-year-old]] mill, founded in 1950, will close."),
        passes("10 March 2024\n\nThe ferry, built in 1998, sank on Monday. The 26-year-old ferry was empty."),
        passes("10 March 2024\n\nThe ferry, built in 1998, sank on Monday. A 36-year-old man was on board."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        for reading in article.view(readings):
            kinds = [figure.kind for figure in reading.figures]
            if "a" in kinds and kinds.count("y") == 2:
                yield from self._one_sentence(reading)
        yield from self._over_sentences(article)

    def _one_sentence(self, reading: Reading) -> Iterator[Finding]:
        """Built in 1874, the hotel was 124 years old when it burned in 2008."""
        for found in _MADE.finditer(reading):
            made = found["year"]
            then = next(figure for figure in reading.figures if figure.kind == "y" and figure is not made)
            for age in [figure for figure in reading.figures if figure.kind == "a" and "year" in figure.text]:
                gone = then.value - made.value
                if age.exact and gone > 0 and abs(age.value - gone) > 1 and then.start > made.start:
                    yield self.finding(
                        Span(age.figure, age.end),
                        f"{then.value:.0f} − {made.value:.0f} = {gone:.0f}, not {age.value:.0f} years.",
                        related=[(Span(made.start, made.end), "its year"), (Span(then.start, then.end), "the year")],
                    )
                    return

    def _over_sentences(self, article: Article) -> Iterator[Finding]:
        if "year-old" not in article.text and "years old" not in article.text:
            return
        home = article_date(article)
        if home is None:
            return
        made: dict[str, Figure] = {}
        for reading in article.view(readings):
            for found in _MADE.finditer(reading):
                for noun in _nouns(reading, found.match.start()):
                    made.setdefault(noun, found["year"])
        for reading in article.view(readings) if made else ():
            for found in _OLD.finditer(reading):
                noun = found.match["noun"].lower()
                year = made.get(noun)
                age = found["age"]
                if year is None or noun in _PEOPLE or not age.exact:
                    continue
                gone = home.year - int(year.value)
                if not gone - 1 <= age.value <= gone:
                    yield self._wrong(age, year, home.year, gone, noun)

    def _wrong(self, age: Figure, year: Figure, now: int, gone: int, noun: str) -> Finding:
        near = abs(age.value - gone) <= 2
        return self.finding(
            Span(age.figure, age.end),
            f"The {noun} of {year.value:.0f} is {gone} years old in {now}: {now} − {year.value:.0f} = {gone}.",
            related=[(Span(year.start, year.end), "its year")],
            severity=Severity.INFO if near else Severity.WARNING,
        )


_PEOPLE = frozenset(
    ("man woman boy girl son daughter child mother father player driver student suspect victim").split()
)
_THING = expression(
    r"""
    \b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Tt]his|[Oo]ld)\b  # the
    ((?:[ ][\w\ue000-\uefff'-]+){1,4}?)  # old bridge
    (?=,|[ ]–|[ ]\(|[ ]which|[ ]that|[ ]was|[ ]is|$)
    """,
    re.VERBOSE,
)


def _nouns(reading: Reading, at: int) -> set[str]:
    """The nouns that may be what was built: the heads of the noun phrases before the verb."""
    before = reading.text[max(0, at - 80) : at]
    return {match[1].split()[-1].lower() for match in _THING.finditer(before)}


_MADE = Template(
    r"\b(?:built|launched|founded|established|opened|completed|erected|constructed|set up|formed|dating|"
    r"made|passed|enacted)(?: (?:from|in|back to))*~3 {year:y}"
)
_OLD = Template(r"{age:a}~1 (?P<noun>[a-z]+)\b(?! (?:who|man|woman))")
