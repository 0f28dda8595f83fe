"""The learned model of lost verbs: what it reports, what it leaves alone, and that its data can be made anew."""

from __future__ import annotations

import random

import pytest

from newslint.analysis import gaps, train_gaps
from newslint.readers.plain import read_plain

SOUND = (
    "The council voted on Monday to close the library after a long debate.",
    "She has been a member of the board since 2015, and he said he would not stand again.",
    "“We had no choice,” the mayor told reporters, who waited outside in the rain.",
    "Neighboring Newtown faces the same question, though its budget has grown.",
)


def found(said: str) -> str | None:
    """The two words around the gap of a sentence."""
    if not gaps.may_lack_verb(said.split()):
        return None
    gap = gaps.find_lost_verb(said, 0, len(said))
    return None if gap is None else " ".join(token.text for token in gap[1][gap[0].at - 1 : gap[0].at + 1])


@pytest.mark.parametrize("said", SOUND)
def test_sound_sentences_have_no_gap(said: str) -> None:
    assert found(said) is None


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("The mayor said that there no money left for the bridge.", "there no"),
        ("On Friday he not available for comment on the plan.", "he not"),
    ],
)
def test_a_lost_verb_is_found_where_it_stood(said: str, words: str) -> None:
    assert found(said) == words


def test_weights_are_found_again_after_packing() -> None:
    learned = {"": 0.5, "one": 1.25, "two": -2.0, "three": 0.0}
    weights = gaps.Weights(train_gaps.pack(learned, 2))
    assert weights.total(["one", "two", "three", "four"]) == -0.75


def test_fitting_tells_what_it_was_shown() -> None:
    weights = train_gaps.fit([(["here", "odd"], True), (["here", "plain"], False)] * 40)
    assert weights["odd"] > 0 > weights["plain"]


def test_training_takes_finite_verbs_out_at_their_places() -> None:
    article = read_plain("Hall to close\n\n" + "\n\n".join(SOUND) + "\n")
    pairs = list(train_gaps.samples([(article.text, article.blocks)], random.Random(1)))
    assert [whole.text for whole, _ in pairs] == list(SOUND)
    assert all(len(sample.text) < len(whole.text) and sample.gap > 0 for whole, robbed in pairs for sample in robbed)


def test_words_with_marks_around_them_keep_the_class_of_the_word() -> None:
    classes = gaps.Classes(frozenset(["the"]))
    assert (classes["The"], classes["“The"], classes["the,"], classes["Oldtown."], classes["—"]) == (
        "the", '"the', "the,", "C.", "—",
    )  # fmt: skip
