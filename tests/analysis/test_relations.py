"""Guesses at what figures near each other have to do with each other, and whether it holds."""

import pytest

from newslint import Article, readings, unmet_relations
from newslint.analysis.figures.relations import Relation, relations
from newslint.readers.plain import read_plain


def guesses(text: str) -> list[Relation]:
    return list(relations(Article(read_plain(text)).view(readings)))


def shown(text: str, *, holds: bool) -> set[tuple[str, str]]:
    return {(guess.op, guess.order) for guess in guesses(text) if guess.holds is holds}


@pytest.mark.parametrize(
    ("text", "op", "order"),
    [
        ("Of 212 homes, 64 are let and 148 are sold.", "sum", "WPP"),
        ("It sold 640 pies and 410 cakes, 1,050 in all.", "sum", "PPW"),
        ("There are 39 seats: 16 blue, 11 red, 8 green and 4 grey.", "sum", "WAPPZ"),
        ("Of the 500 nurses 40 percent, or 200, work nights.", "share", "HRL"),
        ("Of the 500 nurses 40 percent smoke; 300 do not.", "rest", "HRL"),
        ("Rents rose 10 percent, from $300 to $330.", "rise", "RLH"),
        ("Eight trustees gave £250 each, £2,000 in all.", "product", "RLH"),
    ],
)
def test_a_relation_that_holds_is_found_with_the_role_of_each_figure(text: str, op: str, order: str) -> None:
    assert (op, order) in shown(text, holds=True)


def test_one_that_does_not_hold_says_what_would_make_it_hold():
    guess = next(guess for guess in guesses("Of 212 homes, 64 are let and 158 are sold.") if guess.op == "sum")
    assert not guess.holds
    assert [(want.low, want.high) for want in guess.wanted()] == [(222, 222), (54, 54), (148, 148)]


def test_figures_so_rough_that_anything_fits_make_no_guess():
    assert not guesses("At least 100 people came, more than 40 of them on foot and over 30 by bus.")


def test_figures_far_apart_make_no_guess():
    far = "Of 212 homes, 64 are let." + " Nobody there has said anything about it yet." * 5 + " Some 148 are sold."
    assert not guesses(far)


def test_the_guesses_grow_no_faster_than_the_figures():
    row = "They sold 31 cows, 52 pigs, 73 hens and 94 ducks. "
    assert len(guesses(row * 40)) < 2.2 * len(guesses(row * 20))


def test_a_relation_that_holds_explains_figures_of_which_another_would_not():
    text = "The choir set out with 46 singers and came home with 43; the {} missing were found in the bar at Crewe."
    assert not Article(read_plain(text.format("three"))).view(unmet_relations)
