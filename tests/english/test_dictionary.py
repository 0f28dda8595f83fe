"""What the large dictionary has, and what a misspelt word may stand for."""

import re

import pytest

from newslint import english
from newslint.english import spelling
from newslint.english.data import read


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


def test_the_words_that_open_its_lines_are_found_and_what_would_stand_beside_them_is_not():
    openers = [re.match("[a-z]+", line.decode())[0] for line in read("dictionary.txt").splitlines()[::50]]
    assert all(map(english.in_dictionary, openers))
    assert not any(english.in_dictionary(f"{word}zq") or english.in_dictionary(f"{word[:-1]}'") for word in openers)


@pytest.mark.parametrize("word", ["neccesary", "acomodation", "aab", "a", "letter"])
def test_typical_slips_are_those_of_all_slips(word):
    typical = [form for form, slip in spelling.slips(word) if slip == 3]
    assert list(spelling.typical_slips(word)) == typical
