"""What the large dictionary has, and what a misspelt word may stand for."""

import pytest

from newslint import english


@pytest.mark.parametrize(
    "word", ["the", "colour", "color", "Realised", "naïve", "cafe", "zymurgy", "livestream", "aardvark", "Johannesburg"]
)
def test_words_of_any_variety_and_names(word):
    assert english.in_dictionary(word)


@pytest.mark.parametrize("word", ["goverment", "recieve", "transfering", "zzqzzz", "qwzx", "goverméntt"])
def test_forms_that_are_no_words(word):
    assert not english.in_dictionary(word)


def test_corrections_come_best_first():
    assert english.corrections("goverment")[0].word == "government"
    swapped = english.corrections("taht")[0]
    assert (swapped.word, swapped.slip) == ("that", 3)
    assert english.corrections("qqqqqqqq") == ()


def test_sizes_grow_with_use():
    assert english.word_size("the") > english.word_size("bridge") > english.word_size("zymurgy") == 0
