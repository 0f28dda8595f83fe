"""Literals that are sought before an expression runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model.literals import Literals, rarest


@pytest.mark.parametrize(
    ("literal", "expected"),
    [("](", "]"), ("mso-", "-"), ("# ", "#"), ("£", "£"), ("?t", "?"), ("END", "D")],
)
def test_the_rarest_character_of_a_literal_is_sought_first(literal, expected):
    assert rarest(literal) == expected


@given(st.lists(st.text("ab]-E", min_size=1, max_size=3), max_size=4), st.text("ab]-E", max_size=12))
def test_a_text_holds_literals_as_the_plain_question_has_it(literals, text):
    assert Literals(*literals).in_text(text) == any(literal in text for literal in literals)
