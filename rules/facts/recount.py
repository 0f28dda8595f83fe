import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set

from newslint import (
    Article,
    Figure,
    Finding,
    Reading,
    Role,
    Rule,
    Severity,
    Span,
    Template,
    expression,
    flags,
    passes,
    readings,
)

from ._joined import neighbours
from ._reference import quoted_as_hints


class Recount(Rule):
    """The same things counted twice with two results.

    “The team filmed five wrecks” and, below, “the three wrecks”: often the story was updated and one place was not. The
    rule takes up “the three”, “all three” and “these three” with the noun that was counted before, and the number in a
    headline, caption or standfirst with the noun of the first paragraphs. A number that stands anywhere else with that
    noun is believed, and so are parts of a whole.

    On 13 million words of edited copy: read 4, right 1.
    """

    severity = Severity.INFO
    reference = "news desks: update every place"
    reads_quotes = True
    examples = (
        flags("The team filmed five wrecks off the coast.\n\nThe [[three]] wrecks lie in deep water."),
        flags("# Fire destroys [[four]] barges\n\nA fire destroyed five barges on Monday.", markup="markdown"),
        flags("The plane had 84 people on board. All [[94]] on board were killed."),
        flags("The mill employs 340 people. The [[430]] workers were told on Monday."),
        passes("The team filmed five wrecks off the coast.\n\nThe five wrecks lie in deep water."),
        passes("The team filmed five wrecks, three of them in deep water.\n\nThe three wrecks are old."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        counts: dict[str, list[tuple[Figure, Reading]]] = {}
        found = article.view(readings)
        for reading in found:
            for figure in reading.figures:
                if figure.kind == "n" and figure.unit and 2 <= figure.value < 1000:
                    counts.setdefault(figure.unit, []).append((figure, reading))
        if not counts:
            return
        uses = Counter(figure.value for reading in found for figure in reading.figures)
        once = {noun for noun, told in counts.items() if len(told) == 1}
        for before, after in neighbours(article):
            first = _only_count(before)
            if first is not None:
                for figure in (*_all(first, after), *_people(first, after, once, uses)):
                    yield self._otherwise(figure, first)
        for noun, told in counts.items():
            if len(told) > 1 and noun not in _LOOSE:
                finding = self._clash(article, noun, told, uses)
                if finding is not None:
                    yield finding

    def _clash(
        self, article: Article, noun: str, told: list[tuple[Figure, Reading]], uses: Mapping[float, int]
    ) -> Finding | None:
        first = told[0][0]
        for figure, reading in told[1:]:
            if figure.value == first.value or uses[figure.value] > 1 or not (figure.exact and first.exact):
                continue
            if len({other.value for other, _ in told}) != 2:
                return None  # counted in more ways than two: parts, or many groups
            odd, usual = figure, first
            if article.role_at(first.start) in (Role.HEADLINE, Role.STANDFIRST, Role.CAPTION):
                if uses[first.value] > 1:
                    return None
                odd, usual = first, figure
                if article.sentences and reading.sentence > _LEAD:
                    return None
            elif not _taken_up(reading, figure):
                continue
            if _part(reading, figure) or _part(told[0][1], first):
                return None
            return self._otherwise(odd, usual, "in the story" if odd is first else "above")
        return None

    def _otherwise(self, odd: Figure, usual: Figure, where: str = "above") -> Finding:
        return self.finding(
            Span(odd.figure, odd.end),
            f"Counted as {odd.text} here, as {usual.text} {where}.",
            related=[(Span(usual.figure, usual.end), "counted here")],
        )


def _only_count(reading: Reading) -> Figure | None:
    """The one count of a sentence, if it is exact and says of what."""
    counted = [figure for figure in reading.figures if figure.kind == "n"]
    return counted[0] if len(counted) == 1 and counted[0].unit and counted[0].exact and counted[0].value > 2 else None


def _all(first: Figure, after: Reading) -> Iterator[Figure]:
    """With 84 people on board. All 94 were killed."""
    for found in _ALL.finditer(after):
        if found["every"].value != first.value and not found["every"].unit:
            yield found["every"]


def _people(first: Figure, after: Reading, once: Set[str], uses: Mapping[float, int]) -> Iterator[Figure]:
    """Employs 340 people. The 430 workers were told. ``once``: nouns that are counted in one place only."""
    if not _are_people(first.unit) or first.value < 10:
        return
    for figure in after.figures:
        counted = figure.kind == "n" and figure.exact and figure.unit in once and _are_people(figure.unit)
        same = len(figure.text) == len(first.text) and figure.value != first.value
        if counted and same and uses[figure.value] == 1 and _taken_up(after, figure) and not _part(after, figure):
            yield figure


def _taken_up(reading: Reading, figure: Figure) -> bool:
    """Whether a count takes up an earlier one: "the three wrecks lie"; not "the three wrecks that lie"."""
    at = reading.place(figure)
    before = _TAKEN_UP.search(reading.text, max(0, at - 12), at)
    return before is not None and figure.value > 2 and _BARE.match(reading.text, at + 2) is not None


def _part(reading: Reading, figure: Figure) -> bool:
    """Whether a count is a part of another: three of the five, three more, the other three."""
    at = reading.place(figure)
    return (
        _PARTIAL_BEFORE.search(reading.text, max(0, at - 20), at) is not None
        or _PARTIAL_AFTER.match(reading.text, at + 2) is not None
    )


_PEOPLE = expression(r"(?:person|child|pupil|man|woman|boy|girl|staff|crew|[a-z]+(?:er|or|ist|ian|ant|ent|ee))$")


def _are_people(noun: str) -> bool:
    return _PEOPLE.match(noun) is not None


_ALL = Template(r"^All {every} (?:on board|aboard|were|are|had|have|was|is|will|died|survived|voted|of them|of whom)\b")
_LEAD = 6  # sentences that tell the same as the headline
# What is counted anew at each turn.
_LOOSE = frozenset(
    (
        "time person vote point seat game goal match run win day year other "
        "thing way side state nation country county page"
    ).split()
)
_BARE = expression(r" [a-z]+(?:[.,;:)]| (?!who|that|which|where|of|to|in|from|with|not|on|at|by|for|than)[a-z])")
_TAKEN_UP = expression(r"(?:\b(?:the|all|these|those|all the|his|her|their|its)|[a-z]'s) $", re.I)
_PARTIAL_BEFORE = expression(
    r"""
    (?:
        \b(?:
            of|of[ ]the|other|first|last|next|another|remaining|final|past|top|only
            |least|most|than|or|to|and
        )
        |[-–]
    )[ ]$
    """,
    re.I | re.VERBOSE,
)
_PARTIAL_AFTER = expression(r" (?:of|more|other|others|further|new|additional|later|out of)\b", re.I)
