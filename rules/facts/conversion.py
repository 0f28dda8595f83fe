from __future__ import annotations

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
    english,
    expression,
    flags,
    passes,
    readings,
)

from ._arithmetic import plain
from ._reference import quoted_as_hints
from ._same_digits import same_digits


class Conversion(Rule):
    """One quantity in two units that are not the same quantity.

    “10 miles (26 km)”: ten miles are 16 kilometres. Lengths, areas, weights, volumes, speeds and temperatures are
    worked out, with room for rounding; of two currencies the rates of one article are held against each other.

    On 13 million words of edited copy, on some of which it was mended: read 6, right 6.
    """

    severity = Severity.WARNING
    reference = "the International System of Units"
    reads_quotes = True
    examples = (
        flags("The road is 10 miles ([[26 km]]) long."),
        flags("It was 104F ([[50C]]) in the shade."),
        flags("The farm has 100 acres, or [[80 hectares]]."),
        flags("It cost £100 ($130), and the second £200 ($260), but the third £300 ([[$530]])."),
        flags("The mine lay 16 kilometres off. At dawn he was [[16 miles]] from where he had set out."),
        passes("The road is 10 miles (16 km) long."),
        passes("It was 104F (40C) in the shade."),
        passes("She is 6 feet, 3 inches tall, and the town has warmed by 1.5C (2.7F)."),
        passes("The tank is 10 metres long, or 2 metres longer than before."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        rates: dict[tuple[str, str], list[Found]] = {}
        for reading in article.view(readings):
            kinds = [figure.kind for figure in reading.figures]
            if kinds.count("m") > 1:
                for found in _TWICE.finditer(reading):
                    if not _one_measure(found) and not _is_change(reading, found):
                        yield from self._measures(found["one"], found["two"])
            if kinds.count("$") > 1:
                for found in _MONEY.finditer(reading):
                    one, two = found["one"], found["two"]
                    if one.unit != two.unit and "c" not in (one.unit, two.unit):
                        rates.setdefault((one.unit, two.unit), []).append(found)
        for one, two in same_digits(article):
            yield self.finding(
                Span(two.figure, two.end),
                f"{one.text} before, {two.text} here: one of the units may be a slip.",
                related=[(Span(one.start, one.end), "before")],
                severity=Severity.INFO,
            )
        for pairs in rates.values():
            if len(pairs) > 1:
                yield from self._rates(pairs)

    def _measures(self, one: Figure, two: Figure) -> Iterator[Finding]:
        a, b = english.MEASURES.get(one.unit), english.MEASURES.get(two.unit)
        if a is None or b is None or a.dimension != b.dimension or a == b:
            return
        true = (one.value + a.offset) * a.factor / b.factor - b.offset
        # what one unit of the last written place is worth, in the second unit
        step, own = _place(one) * a.factor / b.factor / 2, _place(two) / 2
        slack = 1.5 if a.dimension == "temperature" else 0.03 * abs(true)
        if a.dimension == "volume" and {"gallon", "pint"} & {one.unit.rstrip("s"), two.unit.rstrip("s")}:
            slack = 0.24 * abs(true)  # an imperial gallon is a fifth more than an American one
        if a.dimension == "length" and "ft" in (one.unit, two.unit) and step + own > 0.05:
            # a height in feet is not rounded, though it ends in noughts; "two miles" beside it may be
            step, own = min(step, 0.5 * a.factor / b.factor), own if b.factor > a.factor else 0.0
        if abs(true - two.value) <= step + own + slack or not (one.exact or two.exact):
            return
        yield self.finding(
            Span(two.figure, two.end),
            f"{one.text} is {plain(true)} {_NAMES.get(two.unit, two.unit).replace('-', ' ')}, not {two.text}.",
            related=[(Span(one.start, one.end), "the same in another unit")],
        )

    def _rates(self, pairs: list[Found]) -> Iterator[Finding]:
        """£100 ($130) here and £300 ($530) there."""
        values = [pair["two"].value / pair["one"].value for pair in pairs if pair["one"].value]
        if len(values) < len(pairs):
            return
        # The low median; the module `statistics` takes a tenth of a cold start to import.
        usual = sorted(values)[(len(values) - 1) // 2] if len(pairs) > 2 else values[0]
        for pair, rate in zip(pairs, values, strict=True):
            slack = 0.06 + _place(pair["one"]) / pair["one"].value / 2 + _place(pair["two"]) / pair["two"].value / 2
            if abs(rate / usual - 1) > slack:
                two = pair["two"]
                yield self.finding(
                    Span(two.figure, two.end),
                    f"{pair['one'].text} for {two.text} is a rate of {rate:.3g}; elsewhere "
                    f"in the article it is {usual:.3g}.",
                    related=[(Span(pair["one"].start, pair["one"].end), "converted")],
                    severity=Severity.WARNING if len(pairs) > 2 else Severity.INFO,
                )


def _one_measure(found: Found) -> bool:
    """Whether two units make one measure: 6 feet, 3 inches."""
    a, b = (english.MEASURES.get(found[role].unit) for role in ("one", "two"))
    joined = found.match.string[found.places["one"] + 2 : found.places["two"]]
    return a is not None and b is not None and joined == ", " and found["two"].value * b.factor < a.factor


def _is_change(reading: Reading, found: Found) -> bool:
    """Whether two temperatures are one difference: a rise of 1.5C (2.7F)."""
    a, b = (english.MEASURES.get(found[role].unit) for role in ("one", "two"))
    if a is None or b is None or a.dimension != "temperature" or b.dimension != "temperature":
        return False
    apart = found["one"].value * a.factor / b.factor
    return abs(apart - found["two"].value) < 0.6 and _CHANGE.search(reading.text) is not None


_CHANGE = expression(
    r"""
    \b(?:
        ris(?:e|es|ing|en)|rose|increas\w+|warm(?:ing|er|ed)|cool(?:er|ing|ed)
        |higher|lower|hotter|colder|above|below|difference|drop\w*|fell|fall\w*|by
        |than
    )\b
    """,
    re.I | re.VERBOSE,
)
_NAMES = {"c": "°C", "f": "°F"}


def _place(figure: Figure) -> float:
    """The worth of the last place that is not nought: 100 is written to a hundred, 104 to one."""
    words = figure.text
    number = "".join(char for char in words.split()[0] if char.isdigit() or char == ".")
    scale = abs(figure.value) / float(number) if number.strip(".") and float(number) else 1.0
    whole, _, part = number.partition(".")
    if part:
        return scale * 10.0 ** -len(part)
    zeros = len(whole) - len(whole.rstrip("0"))
    return scale * 10.0 ** min(zeros, max(0, len(whole) - 1))


_TWICE = Template(
    r"{one:m}~1(?: \(|, or |, | or | – |/| – or )(?:or |some |a little )?{two:m}(?! (?:longer|more|less|wide|long|high|"
    r"deep|tall) than)"
)
_MONEY = Template(r"{one:$}(?: \(| – or |, or )(?:or |worth )?{two:$}")
