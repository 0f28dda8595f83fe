"""The phrases of a run's rules: the first texts are searched for some of them only, and have the same hits."""

from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st

from newslint.model.phrase_index import Hit, PhraseIndex

PHRASES = ("a", "a b", "ab", "b a b", "don't", "don", "(a", "a)", "é a", "1 b", "a_b", "_", "-b", "b.", "x's b", "ſ")
PIECES = st.sampled_from([*PHRASES, " ", "\n", "\xa0", "’", "'", "_", ".", "é", "1", "c"])


def index():
    return PhraseIndex([SimpleNamespace(id="some/rule", phrases=PHRASES)])


@given(st.lists(PIECES).map("".join))
def test_a_first_text_has_the_hits_of_a_later_one(text):
    built = index()
    built.build()
    assert index().hits(text) == built.hits(text)


def test_all_texts_are_searched_alike():
    ours = index()
    found = [ours.hits("so don’t a b.") for _ in range(5)]
    assert found[0]["some/rule"] == (
        Hit(3, 6, "don"),
        Hit(3, 8, "don't"),
        Hit(9, 10, "a"),
        Hit(9, 12, "a b"),
        Hit(11, 13, "b."),
    )
    assert all(one == found[0] for one in found)
