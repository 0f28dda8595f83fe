"""Sentences as their figures see them: words as they stand, each figure one mark that tells its kind.

"About 30 of the 50 members, or 70 percent" reads "⟨n0⟩ of the ⟨n1⟩ members, or ⟨%2⟩". A Template is an expression
over that: it names figures by their role and kind, and what it finds are Figures, never bare digits.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from newslint.analysis.figures.figure import Figure
from newslint.analysis.figures.figures import figures_between, sliced
from newslint.analysis.text.distinct import lower_words
from newslint.analysis.text.sentences import Sentence
from newslint.english.numerals import ORDINALS
from newslint.english.quantities import MULTIPLES
from newslint.model.expressions import expression, store
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newslint.analysis.figures.dates import Date
    from newslint.analysis.figures.numbers import Number
    from newslint.analysis.views import Views

# A figure is two characters of the private use area: its kind, then its number in the sentence. An expression asks for
# the kind and takes any character after it: a class of thousands of characters takes longer to compile than to search.
_KIND = 0xE000
_INDEX = 0xE100
_TOP = 0xF000
_MOST = 200  # figures of one sentence; what has more is a table
_KEEPING = 100_000  # characters of the longest article of which every match is kept
_AHEAD = 120  # characters after a sentence that its last figure may be read with
LONGEST = 1500  # characters; what is longer is no sentence
_ROLE = expression(r"\{([a-z]\w*)(?::([a-z%$]+))?\}")
_PLAINER = (("’", "'"), ("‑", "-"), ("‐", "-"), ("—", "–"))
_RUN = expression(r"[a-z]+")
_LOOSE_DASH = expression(r" ?(?:–|--| - ) ?")


_new = tuple.__new__


class Matches:
    """What templates have found in a text, for all readings of it: an editor asks again with every letter."""

    __slots__ = ("by_template",)

    def __init__(self) -> None:
        self.by_template: dict[Template, tuple[re.Match[str], ...]] = {}


@lru_cache(maxsize=400)
def _matches_in(text: str) -> Matches:
    return Matches()


class Reading(NamedTuple):
    """One sentence, or several joined: ``text`` has a mark for each figure, ``figures`` are those, in order."""

    text: str
    figures: tuple[Figure, ...]
    start: int
    end: int
    sentence: int  # its index in the article
    block: int
    kinds: frozenset[str]  # of its figures
    matches: Matches | None  # None in a long article, which would keep too many

    def place(self, figure: Figure) -> int:
        """Where a figure's mark stands in ``text``."""
        return self.text.index(mark_of(figure, self.figures.index(figure)))

    def with_(self, other: "Reading") -> "Reading":
        """This and a later sentence read as one."""
        shift = len(self.figures)
        moved = other.text
        for index in range(len(other.figures) - 1, -1, -1):  # the last first: no mark is moved twice
            moved = moved.replace(chr(_INDEX + index), chr(_INDEX + index + shift))
        text = f"{self.text} {moved}"
        return Reading(
            text,
            self.figures + other.figures,
            self.start,
            other.end,
            self.sentence,
            self.block,
            self.kinds | other.kinds,
            _matches_in(text) if self.matches else None,
        )


class Found:
    """A template's match: the figures by their role, where their marks stand, and the match for what else it names."""

    __slots__ = ("figures", "match", "places")

    def __init__(self, figures: dict[str, Figure], places: dict[str, int], match: re.Match[str]) -> None:
        self.figures = figures
        self.places = places
        self.match = match

    def __getitem__(self, role: str) -> Figure:
        return self.figures[role]

    def get(self, role: str) -> Figure | None:
        return self.figures.get(role)


def mark_of(figure: Figure, index: int) -> str:
    return chr(_KIND + ord(figure.kind)) + chr(_INDEX + index)


def readings(article: "Views") -> tuple[Reading, ...]:
    """Every sentence that holds a figure."""
    numbers, dates, text = article.numbers, article.dates, article.text
    found = []
    telling = [word for word in _TELLING if word in article.view(lower_words)]
    if not numbers and not dates and not telling and not _DIGIT.search(text):
        return ()
    for index, sentence in enumerate(article.sentences):
        if sentence.end - sentence.start > LONGEST:
            continue
        inside = numbers[sliced(numbers, sentence.start, sentence.end)]
        days = dates[sliced(dates, sentence.start, sentence.end)]
        if not inside and not days and not _DIGIT.search(sentence.text):
            lower = sentence.text.lower()
            if not any(word in lower for word in telling):
                continue
        reading = _read(text, sentence, index, inside, days)
        if len(text) > _KEEPING:
            reading = reading._replace(matches=None)
        if reading.figures:
            found.append(reading)
    return tuple(found)


def _read(text: str, sentence: Sentence, index: int, numbers: "Sequence[Number]", days: "Sequence[Date]") -> Reading:
    """The reading of a sentence, put together from what is known of its words."""
    start = sentence.start
    moved = tuple([_new(type(row), (row[0] - start, row[1] - start, *row[2:])) for row in numbers])
    at_place = {
        day._replace(start=day.start - start, end=day.end - start, weekday_start=0, weekday_end=0): day for day in days
    }
    kept = _kept(text[start : sentence.end + _AHEAD], sentence.end - start, moved, tuple(at_place))
    figures = tuple(
        [
            _new(Figure, (low + start, end + start, *rest, figure + start, day and at_place[day]))
            for low, end, *rest, figure, day in kept.figures
        ]
    )
    return Reading(kept.text, figures, start, sentence.end, index, sentence.block, kept.kinds, kept.matches)


@lru_cache(maxsize=400)
def _kept(text: str, end: int, numbers: "tuple[Number, ...]", days: "tuple[Date, ...]") -> Reading:
    """The reading of ``text[:end]``, a sentence with what stands after it, at place 0: an editor asks for it again."""
    return read(text, Sentence(0, end, text[:end], 0), 0, figures_between(text, 0, end, numbers, days))


# Sentences without a number are read only for these.
_TELLING = ("half", "quarter", *MULTIPLES, "noon", "midnight", *ORDINALS)
_DIGIT = expression(r"\d")


def read(text: str, sentence: Sentence, index: int, figures: list[Figure]) -> Reading:
    """The reading of a sentence."""
    figures = figures[:_MOST]
    pieces = []
    at = sentence.start
    for number, figure in enumerate(figures):
        start = max(figure.start, at)
        pieces += [text[at:start], mark_of(figure, number)]
        at = max(at, figure.end)
    pieces.append(text[at : sentence.end])
    plain = " ".join("".join(pieces).split())
    for mark, plainer in _PLAINER:
        plain = plain.replace(mark, plainer)
    kinds = frozenset([figure.kind for figure in figures])
    if "–" in plain or "--" in plain or " - " in plain:
        plain = _LOOSE_DASH.sub(" – ", plain)
    return Reading(
        plain, tuple(figures), sentence.start, sentence.end, index, sentence.block, kinds, _matches_in(plain)
    )


class Template:
    """An expression over readings.

    ``{role:kinds}`` is a figure of one of the kinds, ``{role}`` a count; ``~4`` up to four words, each with a space
    before it; ``...`` anything within the clause. A role may stand in several alternatives. Case is ignored.
    """

    def __init__(self, source: str, optional: str = "") -> None:
        """``optional``: the roles, parted by spaces, that a match may lack."""
        self.source = source
        kinds: dict[str, str] = {}
        for role, kind in _ROLE.findall(source):
            kinds[role] = kinds.get(role, "") + (kind or "n")
        self._needed = tuple(kinds[role] for role in kinds if role not in optional.split())
        self._suits: dict[frozenset[str], bool] = {}
        self._has_lower = _CAPITAL.search(source) is None

    def _may(self, reading: Reading) -> bool:
        """Whether a sentence has a figure for every role, and the words that the expression needs.

        That is looked at before the expression is even compiled.

        An expression that need not ignore case seeks its first letter, instead of trying all of it at every place; so
        one looks at the sentence in lower case first, and finds nothing in most.
        """
        if len(reading.figures) < len(self._needed):
            return False
        may = self._suits.get(reading.kinds)
        if may is None:
            may = self._suits[reading.kinds] = not any(map(reading.kinds.isdisjoint, self._needed))
        if not may or any(map(_words_in(reading.text).isdisjoint, _needs(self.source))):
            return False
        if not self._has_lower:
            return True
        return _compiled(self.source, 0).search(_lower(reading.text)) is not None

    def finditer(self, reading: Reading) -> Iterator[Found]:
        if reading.matches is None:
            return self._found(self._matches(reading), reading.figures)
        known = reading.matches.by_template
        matches = known.get(self)
        if matches is None:
            matches = known[self] = self._matches(reading)
        return self._found(matches, reading.figures) if matches else iter(())

    def _matches(self, reading: Reading) -> tuple[re.Match[str], ...]:
        return tuple(_compiled(self.source).finditer(reading.text)) if self._may(reading) else ()

    @staticmethod
    def _found(matches: tuple[re.Match[str], ...], found: tuple[Figure, ...]) -> Iterator[Found]:
        for match in matches:
            figures, places = {}, {}
            for role, mark in match.groupdict().items():
                if mark and len(mark) == 2 and _KIND <= ord(mark[0]) < _INDEX <= ord(mark[1]) < _TOP:
                    name = role.partition("__")[0]
                    places[name] = match.start(role)
                    figures[name] = found[ord(mark[1]) - _INDEX]
            yield Found(figures, places, match)


_WORDS = expression(r"~(\d+)")
ANY_FIGURE = "[\ue020-\ue07f]."


# A capital that stands for itself, or in a class.
_CAPITAL = re.compile(r"(?<!\\)(?<!\(\?)[A-Z]")


@lru_cache(maxsize=256)
def _lower(text: str) -> str:
    return text.lower()


@lru_cache(maxsize=256)
def _words_in(text: str) -> frozenset[str]:
    return frozenset(_RUN.findall(_lower(text)))


@cache
def _compiled(source: str, flags: int = int(re.I)) -> re.Pattern[str]:
    return store.pattern(_pattern(source), flags)


@cache
def _needs(source: str) -> tuple[frozenset[str], ...]:
    """The sets of words of which a match has one each."""
    return store.needs(_pattern(source), int(re.I))


def _pattern(source: str) -> str:
    roles: list[str] = []

    def role(match: re.Match[str]) -> str:
        roles.append(match[1])
        kinds = "".join(chr(_KIND + ord(kind)) for kind in match[2] or "n")
        return f"(?P<{match[1]}__{len(roles)}>[{kinds}].)"

    pattern = _ROLE.sub(role, source)
    pattern = _WORDS.sub(r"(?: [\\w'$£-]+){0,\1}?", pattern)
    return pattern.replace("...", r"[^.;:!?]{0,90}?")
