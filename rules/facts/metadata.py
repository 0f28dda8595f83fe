import re
from collections.abc import Iterator

from newslint import (
    Article,
    Finding,
    Role,
    Rule,
    Severity,
    Span,
    compiled,
    english,
    expression,
    flags,
    passes,
    readings,
    singular,
)

from ._reference import day_of


class MetadataRule(Rule):
    """The text against the item's own fields: title, byline and date.

    A number in the title field that the story tells otherwise of the same things, a byline that is spelled otherwise in
    the text, a dateline more than half a year away from the date field.

    On 1.3 million words as published: no finding.
    """

    severity = Severity.INFO
    reference = "news desks: the fields are published too"
    examples = (
        flags(
            "<title>Fire destroys four barges</title>\n<p>A fire destroyed [[five]] barges on Monday.</p>",
            markup="html",
        ),
        flags(
            "---\ntitle: Fire\nauthor: Ana Ruiz\n---\n\nBy [[Anna Ruiz]]\n\nA fire destroyed five barges.",
            markup="markdown",
        ),
        passes("---\ntitle: Fire\nauthor: Ana Ruiz\n---\n\nBy Ana Ruiz\n\nA fire.", markup="markdown"),
        passes(
            "---\ntitle: Fire destroys five barges\n---\n\nA fire destroyed five barges on Monday.", markup="markdown"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        metadata = article.metadata
        if metadata.title and metadata.title not in article.text:  # else it is read with the copy
            yield from self._title(article, metadata.title)
        if metadata.byline:
            yield from self._byline(article, metadata.byline)
        if metadata.date is not None:
            yield from self._dateline(article)

    def _title(self, article: Article, title: str) -> Iterator[Finding]:
        for match in _COUNTED.finditer(title):
            noun, value = singular(match["noun"]), _value(match["number"])
            if not value or value < 2:
                continue
            told = [
                figure
                for reading in article.view(readings)
                for figure in reading.figures
                if figure.kind == "n" and figure.unit == noun
            ]
            everywhere = {figure.value for reading in article.view(readings) for figure in reading.figures}
            if len({figure.value for figure in told}) == 1 and value not in everywhere and told[0].exact:
                figure = told[0]
                yield self.finding(
                    Span(figure.figure, figure.end),
                    f"{figure.text} {match['noun']} here, “{match[0]}” in the title field.",
                )

    def _byline(self, article: Article, byline: str) -> Iterator[Finding]:
        names = {
            name.strip().lower(): name.strip() for name in compiled(r",| and | & |^By ").split(byline) if name.strip()
        }
        for block in article.blocks[:6]:
            found = _BY.match(article.text, block.start, block.end)
            if found is None or found["name"].lower() in names:
                continue
            near = next((name for key, name in names.items() if _near(key, found["name"].lower())), None)
            if near is not None:
                message = f"“{found['name']}” here, “{near}” in the byline field."
                yield self.finding(Span(*found.span("name")), message)

    def _dateline(self, article: Article) -> Iterator[Finding]:
        home = article.metadata.date
        for block in [block for block in article.blocks if block.role in (Role.DATELINE, Role.BODY)][:4]:
            for date in article.dates:
                if date.start > block.start + 40 or home is None:
                    break
                day = day_of(date)
                line = article.text[block.start : date.start]
                if day is None or date.start < block.start or not _PLACE.fullmatch(line):
                    continue
                apart = abs((day - home).days)
                if apart > _FAR:
                    message = f"{date.text} is {apart} days from the date field, {home.isoformat()}."
                    yield self.finding(date, message)
                return


_FAR = 180
_COUNTED = expression(
    rf"""
    \b(?P<number>
        \d{{1,3}}|{"|".join(list(english.UNITS)[2:13])}
    )[ ](?P<noun>[a-z]+s|people|men|women|children)\b  # people
    """,
    re.I | re.VERBOSE,
)
_BY = expression(r"By (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*){1,3})(?=$|,|\s*\n| and )")
_PLACE = expression(r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w.]{1,15})?,? ")


def _value(words: str) -> int | None:
    return int(words) if words.isdigit() else english.cardinal(words)


def _near(one: str, two: str) -> bool:
    """Whether two names differ by one slip: a letter more, less or otherwise in one of their words."""
    a, b = one.split(), two.split()
    if len(a) != len(b):
        return False
    odd = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(odd) == 1 and _one_letter(*odd[0])


def _one_letter(one: str, two: str) -> bool:
    if abs(len(one) - len(two)) > 1:
        return False
    short, long = sorted((one, two), key=len)
    for index in range(len(long)):
        cut = long[:index] + long[index + 1 :]
        if cut == short or (len(short) == len(long) and cut == short[:index] + short[index + 1 :]):
            return True
    return False
