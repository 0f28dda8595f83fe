import re
from collections.abc import Iterator

from newslint import (
    Article,
    Figure,
    Finding,
    Found,
    Reading,
    Rule,
    Severity,
    Span,
    Template,
    compiled,
    english,
    expression,
    flags,
    one_of,
    passes,
    readings,
)

from ._comparatives import comparatives
from ._reference import quoted_as_hints
from ._surpassed import records


class Direction(Rule):
    """A rise that falls and a fall that rises, in figures, times and places of a table.

    “Shortened his sentence from four years to five”; “debt was increased last season, from £4.4m to £3.9m”; “slipped
    from ninth place to fourth”, which is up. Words of change are read with the figures after “from” and “to”; where
    several point both ways, nothing is said.

    On 13 million words of edited copy: no finding.
    """

    severity = Severity.WARNING
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("The court shortened his sentence [[from four years to five]]."),
        flags("The debt was increased last season, [[from £4.4m to £3.9m]]."),
        flags("She slipped [[from ninth place to fourth]]."),
        flags("The shares rose 3 per cent on Monday, to close at [[97p from 100p]]."),
        passes("The shares fell 3 per cent on Monday, to close at 97p from 100p."),
        flags("The tower, at [[90 metres]], is taller than the 95-metre town hall."),
        flags("The 41C at Ghent is the highest yet. The old mark of [[42C]] had stood since 1976."),
        passes("The tower, at 90 metres, is taller than the 80-metre town hall."),
        passes("The court lengthened his sentence from four years to five."),
        passes("She slipped from fourth place to ninth."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        for reading in article.view(readings):
            if len(reading.figures) < 2:
                continue
            yield from self._compared(reading)
            if " from " not in reading.text:
                continue
            done = set()
            for way, judge in ((_FIGURES, _change), (_BACKWARDS, _change), (_RANKS, _rank)):
                for found in way.finditer(reading):
                    moved = judge(found)
                    said = _said(reading, found)
                    if moved and said and (moved > 0) != (said > 0) and found["after"] not in done:
                        done.add(found["after"])
                        yield self._wrong(article.text, found, moved)

        for old, new in records(article):
            yield self.finding(
                Span(old.figure, old.end),
                f"A record of {new.text} does not beat {old.text}.",
                related=[(Span(new.start, new.end), "the new one")],
            )

    def _compared(self, reading: Reading) -> Iterator[Finding]:
        for one, two, word in comparatives(reading):
            yield self.finding(
                Span(one.figure, one.end),
                f"{one.text} is said to be {word} than {two.text}.",
                related=[(Span(two.start, two.end), "compared with")],
            )

    def _wrong(self, text: str, found: Found, moved: int) -> Finding:
        first, last = sorted((found["before"], found["after"]), key=lambda figure: figure.start)
        start = first.start
        for lead in ("from ", "to "):
            if text[start - len(lead) : start].lower() == lead:
                start -= len(lead)
        word = found.match["word"].lower()
        way = "up" if moved > 0 else "down"
        return self.finding(
            Span(start, last.end), f"“{word}”, but from {found['before'].text} to {found['after'].text} is {way}."
        )


_LONGER = "lengthened lengthens lengthening extended extends widened widens prolonged heightened".split()
_SHORTER = "shortened shortens shortening narrowed narrows lightened".split()
_UP = (english.UP | frozenset(_LONGER)) - frozenset(
    ("more", "expansion", "gain", "gains", "boost", "spike", "advance", "raise", "leap", "growth")
)
_DOWN = (english.DOWN | frozenset(_SHORTER)) - frozenset(
    ("less", "fewer", "cut", "loss", "lost", "contract", "reduction")
)
_WORD = one_of(_UP | _DOWN)
_GAP = "(?: (?!from\\b|to\\b)(?:[\\w'-]+|[\ue020-\ue07f].)){0,6}?,?"  # rose 3 per cent on Monday,
_CLOSES = r"(?:(?:close|end|finish|stand|trade) at )?"  # fell 3 per cent, to close at 97p from 100p
_FIGURES = Template(
    rf"\b(?P<word>{_WORD}){_GAP} from (?:about |an? )?{{before:n$m%t}}(?: [\w'-]+){{0,4}}? to (?:about |"
    rf"an? )?{{after:n$m%t}}"
)
_BACKWARDS = Template(
    rf"\b(?P<word>{_WORD}){_GAP} to {_CLOSES}(?:about |an? )?{{after:n$m%t}}(?: [\w'-]+){{0,4}}?,? from (?:about |"
    rf"an? )?{{before:n$m%t}}"
)
_PLACE = r"(?: (?:place|in the (?:table|league|standings|rankings?)))?"
_RANKS = Template(
    rf"\b(?P<word>{_WORD}){_GAP} from {{before:o}}{_PLACE} to {{after:o}}(?! (?:floor|grade|century|gear|"
    rf"base|class|division|tier|degree))"
)
_TURNS = expression(
    r"""
    \b(?:
        deficit|loss|lead|surplus|profit|odds|handicap|rank\w*|place|seed\w*
        |from[ ]one[ ]in|minus|below|charts?
        |top[ ](?:ten|five|20|40|100)
        |number
        |to[ ]the[ ](?:dollar|euro|pound|yen)
    )\b
    """,
    re.I | re.VERBOSE,
)


def _said(reading: Reading, found: Found) -> int:
    """Which way the words point: 1 up, -1 down, 0 if two of them differ."""
    text = found.match[0].lower()
    words = set(compiled(r"[a-z]+").findall(compiled(r"[\ue000-\uefff]").split(text)[0]))
    up, down = bool(words & _UP), bool(words & _DOWN)
    if up == down or (found["before"].kind != "o" and _TURNS.search(reading.text)):
        return 0
    return 1 if up else -1


def _change(found: Found) -> int:
    before, after = found["before"], found["after"]
    one, two = _size(before, after), _size(after, before)
    if one is None or two is None or one == two or not (before.exact and after.exact):
        return 0
    if before.slack.meets(after.slack) and before.unit == after.unit:
        return 0
    return 1 if two > one else -1


def _size(figure: Figure, other: Figure) -> float | None:
    """What a figure is worth beside another: a bare number takes the other's unit and scale."""
    if figure.kind == "n" and other.kind in "$m%t" and not figure.unit:
        scale = english.DURATIONS.get(other.unit, 1.0) if other.kind == "t" else 1.0
        if other.kind == "$" and other.value >= 1000 and figure.value < 1000:
            return None
        return figure.value * scale
    if figure.kind != other.kind and not (other.kind == "n" and not other.unit):
        return None
    if figure.kind == "t":
        return figure.value * english.DURATIONS.get(figure.unit, 1.0)
    if figure.kind in "$m" and other.kind == figure.kind and figure.unit != other.unit:
        return None
    if figure.kind == "n" and figure.unit and other.unit and figure.unit != other.unit:
        return None
    if figure.value >= 1000 > other.value > 0 and figure.value / other.value > 500:
        return None
    return figure.value


def _rank(found: Found) -> int:
    """The lower the number, the better the place."""
    before, after = found["before"].value, found["after"].value
    return 0 if before == after else 1 if after < before else -1
