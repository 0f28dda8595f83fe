"""Tokens: words, numbers, initials, addresses and single marks."""

from hypothesis import given
from hypothesis import strategies as st

from newslint.analysis.text.tokens import find_tokens


def words(text: str) -> list[str]:
    return [token.text for token in find_tokens(text)]


def test_words_keep_inner_apostrophes_and_hyphens():
    assert words("The mayor’s well-known aide won't go.") == [
        "The",
        "mayor’s",
        "well-known",
        "aide",
        "won't",
        "go",
        ".",
    ]


def test_initials_with_stops_are_one_token():
    assert words("The U.S. sent a U.S.-led team at 9 a.m.") == "The U.S. sent a U.S.-led team at 9 a.m.".split()


def test_numbers_keep_separators():
    assert words("$1,000.50, 20th, 9:30, 5%") == ["$", "1,000.50", ",", "20th", ",", "9:30", ",", "5", "%"]


def test_a_stop_without_a_space_still_parts_words():
    assert words("He said.The end") == ["He", "said", ".", "The", "end"]


def test_addresses_are_one_token():
    assert words("See www.example.org/a?b=1. Or @desk") == ["See", "www.example.org/a?b=1", ".", "Or", "@desk"]


def test_part_of_a_text():
    assert [token.text for token in find_tokens("one two three", 4, 7)] == ["two"]


@given(st.text())
def test_tokens_cover_all_but_white_space(text):
    end = 0
    for token in find_tokens(text):
        assert token.start >= end
        assert text[end : token.start].strip() == ""
        assert text[token.start : token.end] == token.text
        end = token.end
    assert text[end:].strip() == ""
