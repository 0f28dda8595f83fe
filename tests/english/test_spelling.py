"""The slips of the hand that spelling knows."""

import pytest

from newslint.english import spelling


@pytest.mark.parametrize("word", ["neccesary", "accomodate", "aa", "a", "o'neil", "xyzzy", "bookkeeper", "abcdefgh"])
def test_typical_slips_are_those_of_all_slips_that_are_typical(word):
    typical = [form for form, slip in spelling.slips(word) if slip == spelling._TYPICAL]
    assert list(spelling.typical_slips(word)) == typical
    assert typical or len(word) == 1


def test_a_word_may_be_meant_that_is_two_typical_slips_away():
    assert "necessary" in spelling.rare_corrections("neccesary")
