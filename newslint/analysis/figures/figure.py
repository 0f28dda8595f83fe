"""A figure: a number in its role, and what the words beside it say of it."""

from typing import TYPE_CHECKING

from newslint.analysis.figures.slack import Interval, hedge_before
from newslint.english.function_words import ADVERBIAL_PREPOSITIONS, CLOSED
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newslint.analysis.figures.dates import Date


class Figure(NamedTuple):
    """A number in its role.

    ``kind`` is one letter: n count, % percent, p percentage points, $ money, m measure, t duration, y year, a age,
    f share ("a third of", "one in four"), x multiple ("twice the", "three times"), o ordinal, c clock (hours of the
    day), d date or month, i the number in a name ("Route 66", "the S&P 500"). ``start`` takes in the hedge ("about
    40"), ``figure`` is where the number itself begins. ``unit``: currency, measure or unit of time in the singular;
    for a count its noun in the singular, "" where none stands there. ``value`` is in ``unit``; ``slack`` holds the
    values that rounding and hedge allow; ``exact``: no hedge.
    """

    start: int
    end: int
    kind: str
    text: str
    value: float
    slack: Interval
    unit: str = ""
    exact: bool = True
    figure: int = 0
    date: "Date | None" = None


_PLURALS = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "kids": "child",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
    "police": "police",
    "mice": "mouse",
    "criteria": "criterion",
    "media": "medium",
    "dead": "dead",
    "injured": "injured",
    "wounded": "wounded",
    "infected": "infected",
    "crew": "crew",
    "staff": "staff",
    "cattle": "cattle",
    "sheep": "sheep",
    "aircraft": "aircraft",
}


def singular(word: str) -> str:
    """A plural noun in the singular; "" for a word that is no plural."""
    word = word.lower()
    if word in _PLURALS:
        return _PLURALS[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "’s", "'s")):
        return ""
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


# Words that end the noun phrase after a number.
_STOPS = (
    CLOSED
    | ADVERBIAL_PREPOSITIONS
    | frozenset("not said says more fewer less apiece ago later earlier including such only also then there".split())
)
_WORD = expression(r"[ \xa0-]([A-Za-z][\w’'-]*)")


def made(text: str, low: int, start: int, end: int, kind: str, value: float, slack: Interval, unit: str = "") -> Figure:
    hedge = hedge_before(text, start, low)
    return Figure(
        hedge.start, end, kind, text[start:end], value, hedge.loosen(slack), unit, hedge.start == start, start
    )


def below_zero(text: str, figure: Figure) -> Figure:
    """A temperature with its sign: minus 5 C."""
    if not text[max(0, figure.figure - 6) : figure.figure].lower().endswith(("minus ", "-", "−", "–")):
        return figure
    return figure._replace(value=-figure.value, slack=Interval(-figure.slack.high, -figure.slack.low))


def noun_after(text: str, end: int) -> str:
    """The noun that a number counts, in the singular: "three rival firms" -> firm; "" where none stands there."""
    noun = ""
    at = end
    for _ in range(5):
        match = _WORD.match(text, at)
        if match is None:
            break
        word = match[1].lower()
        if word in _STOPS:
            break
        plural = singular(word)
        if plural:
            noun = plural
            break
        if text[at] == "-":  # a 12-member jury
            noun = word
            break
        at = match.end()
    return noun
