"""Relations between figures that were meant, to all appearance, and do not hold."""

import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.analysis.figures.readings import readings
from newslint.analysis.figures.relation_signs import Words, between_of, named, shape_of, slips_of, words_of
from newslint.analysis.figures.relations import NO_CHANCE, Placed, Relation, chance, meant, relations

if TYPE_CHECKING:
    from newslint.analysis.views import Views

TABLE = Path(__file__).with_name("relation_weights.txt")
_MEANT = -1.0  # log-odds from which a relation is taken for meant
_SLIP = 0.8  # log-odds from which one that does not hold is told
_EXPLAINED = -3.5  # log-odds from which a relation that holds explains its figures
_FEWEST = 12  # sums of less are met by chance, and parts of them are told as "another" and "a few"
_COARSE = 0.01  # a percentage may be rounded further than it shows: 25 percent for 24
_OFF = 4.0  # times that the last figure may be off
_WORDS = 5.0  # what the words about figures may lack of the odds
_BEST = 1.5  # what the likeliest slip adds to them


def unmet_relations(article: "Views") -> tuple[Relation, ...]:
    """The likeliest slips, none explained by a relation that holds; each figure is in one of them at most."""
    found = article.view(readings)
    if sum(len(reading.figures) for reading in found) < 3:
        return ()
    weighed = _Weighed(Words(found))
    guesses = list(relations(found))
    slips = []
    for guess in guesses:
        if not guess.holds and _counts(guess):
            odds = weighed.slip(guess)
            if odds >= _SLIP:
                slips.append((odds, guess))
    if not slips:
        return ()
    right = [
        set(guess.figures)
        for guess in guesses
        if guess.holds and (chance(guess) < NO_CHANCE or weighed.meant(guess)[0] >= _EXPLAINED)
    ]
    told: list[Relation] = []
    for _, guess in sorted(slips, key=lambda slip: -slip[0]):
        places = set(guess.figures)
        if not any(len(places & other) > 1 for other in right) and not any(places & set(one.figures) for one in told):
            told.append(guess)
    return tuple(told)


def _counts(guess: Relation) -> bool:
    """Percentages of polls add up to nothing, small numbers to anything, and no slip is off by so much."""
    last = guess.figures[-1].figure
    if (guess.op == "sum" and last.kind in "%p") or max([placed.figure.value for placed in guess.figures]) < _FEWEST:
        return False
    slack, want = meant(guess.op, last), guess.wanted_at(len(guess.figures) - 1)
    if last.kind in "%p" and want.low - _COARSE < slack.high and slack.low < want.high + _COARSE:
        return False
    return want.high * _OFF > slack.low and want.low < slack.high * _OFF


@cache
def _weights() -> dict[str, str]:
    """Sign -> its two weights as they are written: few of the many are ever asked for."""
    lines = TABLE.read_text(encoding="utf-8").split("\n")
    return {sign: weights for sign, tab, weights in [line.partition("\t") for line in lines] if tab}


class _Weighed:
    """Sums of weights; what the words about a figure weigh in a role is worked out once."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._known: dict[tuple[Placed, str], tuple[float, float]] = {}

    def meant(self, guess: Relation) -> tuple[float, float]:
        """Log-odds that a relation is meant, and that it is a slip, before one looks at the slip."""
        likely = slip = 0.0
        for role, placed in zip(guess.order, guess.figures, strict=True):
            key = placed, named(guess, role)
            weights = self._known.get(key)
            if weights is None:
                weights = self._known[key] = _added(words_of(key[1], placed, self._words))
            likely += weights[0]
            slip += weights[1]
        if likely < _MEANT - _WORDS:
            return likely, slip
        more = _added([*shape_of(guess), *between_of(guess, self._words)])
        return likely + more[0], slip + more[1]

    def slip(self, guess: Relation) -> float:
        likely, slip = self.meant(guess)
        if likely < _MEANT or slip < _SLIP - _BEST:
            return -math.inf
        return slip + _added(slips_of(guess))[1]


def _added(signs: Iterable[str]) -> tuple[float, float]:
    table = _weights()
    likely = slip = 0.0
    for sign in signs:
        weights = table.get(sign)
        if weights is not None:
            one, _, two = weights.partition("\t")
            likely += float(one)
            slip += float(two)
    return likely, slip
