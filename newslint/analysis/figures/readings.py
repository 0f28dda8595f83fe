"""Sentences as their figures see them: words as they stand, each figure one mark that tells its kind.

"About 30 of the 50 members, or 70 percent" reads "⟨n0⟩ of the ⟨n1⟩ members, or ⟨%2⟩". A Template is an expression
over that: it names figures by their role and kind, and what it finds are Figures, never bare digits.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newslint.analysis.figures.figure import Figure
from newslint.analysis.figures.figures import figures_between, sliced
from newslint.analysis.figures.templates import INDEX, KIND, matching, named_by, suiting, words_in
from newslint.analysis.figures.worded import TELLING
from newslint.analysis.text.distinct import lower_words
from newslint.analysis.text.sentences import Sentence
from newslint.model.expressions import expression
from newslint.model.kept import is_keeping, kept
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newslint.analysis.figures.dates import Date
    from newslint.analysis.figures.numbers import Number
    from newslint.analysis.views import Views

_MOST = 200  # figures of one sentence; what has more is a table
_AHEAD = 120  # characters after a sentence that its last figure may be read with
LONGEST = 1500  # characters; what is longer is no sentence
_PLAINER = (("’", "'"), ("‑", "-"), ("‐", "-"), ("—", "–"))
_LOOSE_DASH = expression(r" ?(?:–|--| - ) ?")


_new = tuple.__new__


class Reading(NamedTuple):
    """One sentence, or several joined: ``text`` has a mark for each figure, ``figures`` are those, in order."""

    text: str
    figures: tuple[Figure, ...]
    start: int
    end: int
    sentence: int  # its index in the article
    block: int
    kinds: frozenset[str]  # of its figures
    named: int  # the templates that its words name, a bit each
    templates: int  # those of them for which it has the figures, too

    def place(self, figure: Figure) -> int:
        """Where a figure's mark stands in ``text``."""
        return self.text.index(mark_of(figure, self.figures.index(figure)))

    def with_(self, other: "Reading") -> "Reading":
        """This and a later sentence read as one."""
        shift = len(self.figures)
        moved = other.text
        for index in range(len(other.figures) - 1, -1, -1):  # the last first: no mark is moved twice
            moved = moved.replace(chr(INDEX + index), chr(INDEX + index + shift))
        text = f"{self.text} {moved}"
        figures, kinds, named = self.figures + other.figures, self.kinds | other.kinds, self.named | other.named
        templates = _templates(text, named, kinds, len(figures))
        return Reading(text, figures, self.start, other.end, self.sentence, self.block, kinds, named, templates)


def _templates(text: str, named: int, kinds: frozenset[str], figures: int) -> int:
    """Those of the ``named`` templates for which a reading has the figures; in an editor, looked at more closely."""
    templates = named & suiting(kinds, figures)
    return matching(text, templates) if is_keeping() else templates


def mark_of(figure: Figure, index: int) -> str:
    return chr(KIND + ord(figure.kind)) + chr(INDEX + index)


def readings(article: "Views") -> tuple[Reading, ...]:
    """Every sentence that holds a figure."""
    numbers, dates, text = article.numbers, article.dates, article.text
    found = []
    telling = TELLING & article.view(lower_words)
    if not numbers and not dates and not telling and not _DIGIT.search(text):
        return ()
    for index, sentence in enumerate(article.sentences):
        if sentence.end - sentence.start > LONGEST:
            continue
        inside = numbers[sliced(numbers, sentence.start, sentence.end)] if numbers else ()
        days = dates[sliced(dates, sentence.start, sentence.end)] if dates else ()
        in_words = False
        if telling:
            lower = sentence.text.lower()
            in_words = any(word in lower for word in telling)
        if inside or days or in_words or _DIGIT.search(sentence.text):
            reading = _read(text, sentence, index, inside, days, in_words)
            if reading.figures:
                found.append(reading)
    return tuple(found)


def _read(
    text: str, sentence: Sentence, index: int, numbers: "Sequence[Number]", days: "Sequence[Date]", in_words: bool
) -> Reading:
    """The reading of a sentence, put together from what is known of its words."""
    start = sentence.start
    moved = tuple([_new(type(row), (row[0] - start, row[1] - start, *row[2:])) for row in numbers])
    at_place = {
        day._replace(start=day.start - start, end=day.end - start, weekday_start=0, weekday_end=0): day for day in days
    }
    alone = _read_alone(text[start : sentence.end + _AHEAD], sentence.end - start, moved, tuple(at_place), in_words)
    figures = tuple(
        [
            _new(Figure, (low + start, end + start, *rest, figure + start, day and at_place[day]))
            for low, end, *rest, figure, day in alone.figures
        ]
    )
    place = figures, start, sentence.end, index, sentence.block
    return Reading(alone.text, *place, alone.kinds, alone.named, alone.templates)


@kept
def _read_alone(
    text: str, end: int, numbers: "tuple[Number, ...]", days: "tuple[Date, ...]", in_words: bool
) -> Reading:
    """The reading of ``text[:end]``, a sentence with what stands after it, at place 0."""
    figures = figures_between(text, 0, end, numbers, days, in_words=in_words)
    return read(text, Sentence(0, end, text[:end], 0), 0, figures)


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
    named = named_by(words_in(plain))
    templates = _templates(plain, named, kinds, len(figures))
    return Reading(plain, tuple(figures), sentence.start, sentence.end, index, sentence.block, kinds, named, templates)
