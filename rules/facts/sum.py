from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Figure, Finding, Found, Reading, Rule, Severity, Span, Template, flags, passes, readings

from ._amount_sums import splits
from ._apart import told_apart
from ._arithmetic import plain
from ._exceeding import exceeding
from ._opposed import opposed
from ._partition import Row, row_at
from ._polls import too_many_percent
from ._reference import quoted_as_hints
from ._resumed import resumed

NOUNS = r"(?:[ -](?:more |other )?(?!(?:of|or|for|to|from|by)\b)[a-z][\w'-]*){0,3}?"
PHRASE = r"(?:[ -](?:more |other )?(?!of\b|or\b|and\b)[\w'-]+){0,7}?"
FATES = r"(?: (?:dead|injured|killed|hurt|in hospital|(?:were|have been|had been) [a-z]+(?:ed|n|t)|died|survived))?"
OWN = r"(?:the |its |their |his |her |those |these |all |our )?(?:first |other |remaining )?"


class Sum(Rule):
    """Parts that do not make their whole.

    “12 people: seven women and six men” are 13; “of the 186 infected, 121 were under ten, 40 were teenagers and 45
    were adults” are 206. The rule adds up the parts after a colon, a dash or in brackets, what is told of “the 186” or
    of “14 of the 23”, what a total follows (“12 in all”), money and its parts, and “the other five”. People who are
    only said to be among a number are added where nobody can be two things at once (women, men, children).

    On 13 million words of edited copy, on some of which it was mended: read 1, right 1.
    """

    severity = Severity.WARNING
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("The fire killed [[12]] people: seven women and six men."),
        flags("The blast killed [[12]] people, among them seven women and six men."),
        flags("The poll found [[52 percent]] for, 41 percent against and 12 percent undecided."),
        flags("Of the [[60]] pupils, 31 were girls, 20 were boys and 18 were teachers’ children."),
        flags("Nine of the [[20]] barges carried coal, six carried lumber and the other three were empty."),
        flags("The city got a [[$9 million]] grant: $5 million for roads and $3 million for parks."),
        flags("They came home with four golds, two silvers and five bronzes. The [[twelve]] medals were weighed."),
        flags("Of the 84 patients, 77 needed no further care.\n\n[[Eleven]] of the patients needed a second visit."),
        flags("The barge had 60 people on board. [[Eighty]] of them were saved."),
        passes("He spent £37,000 on a boat, £28,000 on a loan and the remaining £18,000 on holidays."),
        passes("Flour brought in ₦126 billion, starch ₦52 billion and feed the remaining ₦32 billion."),
        passes("The fire killed 12 people: seven women and five men."),
        passes("The blast killed 12 people, including seven women and six doctors."),
        passes("The poll found 52 percent for, 41 percent against and 7 percent undecided."),
        passes("Nine of the 20 barges carried coal; the other 11 were empty."),
        passes(
            "The town will spend £18,400. Drainage takes £11,000 of that and posts £2,900, and the £4,500 left will "
            "buy a mower."
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        told: list[Finding] = []
        for reading in article.view(readings):
            kinds = [figure.kind for figure in reading.figures]
            if max(kinds.count("n"), kinds.count("$"), kinds.count("%")) > 1 or (
                " a " in reading.text and "n" in kinds
            ):
                told += self._sentence(reading)
        yield from told
        for split in splits(article):
            places = sorted(split.parts, key=lambda part: part.start)
            if not any(finding.start < places[-1].end and split.whole.start < finding.end for finding in told):
                total = sum(part.value for part in places)
                shown = " + ".join(plain(part.value, part) for part in places)
                yield self.finding(
                    Span(split.whole.figure, split.whole.end),
                    f"“{split.whole.text}”, but {shown} = {plain(total, places[0])}.",
                    related=[(Span(part.figure, part.end), "a part") for part in places],
                )
        for whole, row, severity in told_apart(article):
            yield self._wrong(whole, row, severity)
        for whole, row in resumed(article):
            yield self._wrong(whole, row)
        for whole, one, two in opposed(article):
            yield self.finding(
                Span(two.figure, two.end),
                f"{one.text} and {two.text} make {one.value + two.value:,g}, not {whole.text}.",
                related=[(Span(figure.start, figure.end), "told here") for figure in (whole, one)],
            )
        for whole, part in exceeding(article):
            yield self.finding(
                Span(part.figure, part.end),
                f"{part.text} of {whole.text}: the part is greater than the whole.",
                related=[(Span(whole.start, whole.end), "the whole")],
            )

    def _sentence(self, reading: Reading) -> Iterator[Finding]:
        yield from too_many_percent(self, reading)
        done: set[Figure] = set()  # wholes that were judged, and the parts of rows: these are no wholes
        for ways, judge in ((_WHOLE, self._whole), (_AMONG, self._among), (_OF_WHOLE, self._of), (_LOOSE, self._loose)):
            for found in ways.finditer(reading):
                whole = found["whole"]
                row = row_at(reading, found.match.end())
                if row is None or whole in done or not _addable(whole, row) or _is_part(found, row):
                    continue
                finding = judge(whole, row)
                done.update(row.figures if judge == self._loose and not row.exclusive else (whole, *row.figures))
                if finding is not None:
                    yield finding
        for found in _PART_OF.finditer(reading):
            finding = self._part_of(reading, found["whole"], found["first"], found.places["first"])
            if finding is not None and found["whole"] not in done:
                done.add(found["whole"])
                yield finding
        for found in _TOTAL.finditer(reading):
            yield from self._total(reading, found["whole"], found.places["whole"], found.match.start())

    def _wrong(self, whole: Figure, row: Row, severity: Severity | None = None) -> Finding:
        places = sorted(row.figures)
        return self.finding(
            Span(whole.figure, whole.end),
            f"“{whole.text}”, but the parts make {row.sum}.",
            related=[(Span(places[0].start, places[-1].end), "the parts")],
            severity=severity,
        )

    def _whole(self, whole: Figure, row: Row) -> Finding | None:
        """12 people: seven women and six men."""
        if not (row.closed or row.exclusive) or _fits(whole, row):
            return None
        if abs(row.total - whole.value) > max(2, (0.5 if row.exclusive or row.rest else 0.2) * whole.value):
            return None
        return self._wrong(whole, row)

    def _among(self, whole: Figure, row: Row) -> Finding | None:
        """12 people, among them seven women and six men."""
        return self._wrong(whole, row) if row.exclusive and row.total > whole.slack.high else None

    def _loose(self, whole: Figure, row: Row) -> Finding | None:
        """Nine people, five adults and three children, were killed."""
        if not (row.exclusive or row.parallel) or _fits(whole, row) or not row.closed or row.excludes(whole.unit):
            return None
        if row.parallel and not row.exclusive and not 0.6 < row.total / whole.value < 1.6:
            return None
        if abs(row.total - whole.value) > max(2, 0.5 * whole.value):
            return None
        return self._wrong(whole, row)

    def _of(self, whole: Figure, row: Row) -> Finding | None:
        """Of the 186 infected, 121 were under ten, 40 were teenagers and 45 were adults."""
        if _fits(whole, row) or _of_another_kind(whole, row):
            return None
        over = row.total > whole.slack.high
        if row.rest or (over and (row.exclusive or len(row.parts) > 2)):
            return self._wrong(whole, row)
        near = 0.8 * whole.value < row.total < 1.5 * whole.value
        if near and row.closed and len(row.parts) > 2:
            return self._wrong(whole, row, Severity.INFO)
        return None

    def _part_of(self, reading: Reading, whole: Figure, first: Figure, at: int) -> Finding | None:
        """Fourteen of the 23 were carrying grain, six carried lumber and five were empty."""
        row = row_at(reading, at)
        if row is None or not _addable(whole, row, first) or row.parts[0].figure != first:
            return None
        if row.rest and len(row.parts) == 2:
            return None  # what is left of a whole: facts/remainder
        return self._of(whole, row)

    def _total(self, reading: Reading, whole: Figure, at: int, end: int) -> Iterator[Finding]:
        """Seven men and five women, 12 in all."""
        for index, figure in enumerate(reading.figures):
            if figure.start >= whole.start or figure.kind != whole.kind:
                continue
            place = reading.place(figure)
            row = row_at(reading, place, end)
            if row is None or not row.closed or not row.end <= end <= row.end + 40:
                continue
            if index and reading.figures[index - 1].kind == figure.kind and end - place > 120:
                return
            if _addable(whole, row) and not _fits(whole, row):
                if abs(row.total - whole.value) <= max(2, 0.5 * whole.value):
                    yield self._wrong(whole, row)
            return


def _is_part(found: Found, row: Row) -> bool:
    """Whether the whole is only the first of the parts: eight in the South, five in the West and four in the East."""
    words = found.match.string[found.places["whole"] + 2 : found.match.end()].split()
    return bool(words) and all(part.words.split(" ", 1)[0] == words[0] for part in row.parts) and row.parallel


def _addable(whole: Figure, row: Row, first: Figure | None = None) -> bool:
    """Whether whole and parts count the same sort of thing, and exactly."""
    if not row.figures or not whole.exact or not row.exact or whole in row.figures or whole.value < 2:
        return False
    if any(part.kind != whole.kind or (whole.kind == "$" and part.unit != whole.unit) for part in row.figures):
        return False
    return first is not None or not row.parts[0].words.startswith("of ") or row.parallel


def _of_another_kind(whole: Figure, row: Row) -> bool:
    """Whether the parts have nouns of their own: 38 of the 46 senators, 12 governors and 17 unions."""
    nouns = {figure.unit for figure in row.figures} - {"", whole.unit}
    return bool(nouns) and whole.kind == "n" and not row.exclusive and not row.rest


def _fits(whole: Figure, row: Row) -> bool:
    for parts in row.tellings:
        low = sum(part.figure.slack.low if part.figure else 1 for part in parts)
        high = sum(part.figure.slack.high if part.figure else 1 for part in parts)
        if low <= whole.slack.high and whole.slack.low <= high:
            return True
    return False


# Not the 23 of "14 of the 23", not the 12 of "between 10 and 12". It looks back from behind the whole: what begins with
# a figure seeks it, what begins with a look back tries every place.
ALONE = r"(?<![\ue020-\ue07f].-..)" + "".join(
    rf"(?<![\ue020-\ue07f]. {words} ..)" for words in ("of", "of the", "of its", "and", "to", "or", "–")
)
_WHOLE = Template(
    rf"{{whole:n$}}{ALONE}(?:{NOUNS}{FATES}(?::| –| \(|,? made up of|,? consisting of|,? composed of|,? comprising|"
    rf",? broken down (?:as|into)|,? divided into|,? split into)|{PHRASE}:) ?(?=\S)"
)
_AMONG = Template(
    rf"{{whole}}{ALONE}{NOUNS}{FATES},? (?:including|includes|included|among them|among whom|of (?:whom|them|which))"
    r"(?: were| are)? "
)
_LOOSE = Template(
    rf"{{whole:n$}}{ALONE}{NOUNS}{FATES}(?: in all| altogether)?(?:, | has | had | have | holds | (?:were|was|are) "
    r"(?:[\w' -]{{3,30}}), )"
)
_OF_WHOLE = Template(
    rf"(?:(?:^|[;:–] ?)Of {OWN}|(?<![\ue020-\ue07f]. )\bof (?:the|its|their|those|these|his|her|all|"
    rf"our) ){{whole}}(?:[ -][a-z][\w'-]*){{0,6}}?(?: (?:in|on|at|from) [\w' -]{{3,30}})?, "
)
_PART_OF = Template(rf"{{first}} of {OWN}{{whole}}")
_TOTAL = Template(
    r"(?:,? (?:or |for )?a total of {whole}|(?:, | – | \(){whole}~2 (?:in all|in total|altogether|all told|overall)\b|"
    r", [^,.;:!?\ue020-\ue07f]{0,25}?\b(?:has|have|had) (?:now )?played {whole}(?= (?:matches|games|tests)\b)|"
    r",? (?:making|giving|bringing|totall?ing|which makes|adding up to|amounting to)(?: the total to|"
    r" a total of| up)? {whole}|"
    r",? (?:putting|taking|bringing) the (?:number|total|toll|count|tally)(?: of [\w'-]+)? (?:at|to) {whole})"
)
