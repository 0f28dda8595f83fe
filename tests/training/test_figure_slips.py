"""Slips of the pen for training: what they change, and that what they make never holds."""

import random

import pytest

from newslint import Article, readings
from newslint.analysis.figures.relations import chance, relations
from newslint.readers.plain import read_plain
from newslint.training.figure_slips import damaged, slipped

SOUND = "Of 212 homes, 64 are let and 148 are sold. Rents rose 10 percent, from $300 to $330."


def sound():
    return [guess for guess in relations(Article(read_plain(SOUND)).view(readings)) if guess.holds]


@pytest.mark.parametrize("seed", range(20))
def test_a_damaged_relation_does_not_hold(seed: int) -> None:
    for guess in sound():
        wrong = damaged(guess, random.Random(seed))
        if wrong is not None:
            at = wrong.claim()
            scale = 0.01 if wrong.op == "rise" else 1.0
            slack = wrong.figures[at].figure.slack
            want = wrong.wanted()[at]
            assert want.high < slack.low * scale or slack.high * scale < want.low


def test_some_figure_is_damaged():
    assert sum(damaged(guess, random.Random(3)) is not None for guess in sound()) >= 2


def test_a_small_number_goes_up_or_down_by_three_at_most():
    assert {slipped(5.0, random.Random(seed)) for seed in range(60)} == {3.0, 4.0, 6.0, 7.0, 8.0}


def test_a_sum_of_large_numbers_is_less_likely_chance_than_one_of_small_ones():
    large = next(guess for guess in sound() if guess.op == "sum")
    text = "Of 12 homes, 4 are let and 8 are sold."
    small = next(guess for guess in relations(Article(read_plain(text)).view(readings)) if guess.holds)
    assert chance(large) < 0.01 < chance(small)
