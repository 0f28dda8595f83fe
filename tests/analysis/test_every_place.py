"""Where many strings stand in a text, and in which of its lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import every_place, lines_where


@pytest.mark.parametrize("more", [0, 100])
def test_every_place_is_found_however_many_strings_are_sought(more: int) -> None:
    strings = {"ana", "né", *(f"{number}x" for number in range(more))}
    assert sorted(every_place("Banana né ana", strings)) == [(1, "ana"), (3, "ana"), (7, "né"), (10, "ana")]


@given(st.text("abé", max_size=40), st.sets(st.text("abé", min_size=1, max_size=3), max_size=60))
def test_many_strings_stand_where_each_of_them_does(text: str, strings: set[str]) -> None:
    expected = {(at, one) for one in strings for at in range(len(text)) if text.startswith(one, at)}
    assert set(every_place(text, strings)) == expected


def test_lines_are_told_with_their_places() -> None:
    text = "a/b\n\nc\nd/"
    assert [text[start:end] for start, end in lines_where(text, lambda line: "/" in line)] == ["a/b", "d/"]
