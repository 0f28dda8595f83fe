"""What the dictionary says of words on which lists once disagreed, and of those that look alike."""

import pytest

from newslint import english


@pytest.mark.parametrize("word", ["Mr", "Rte", "Cllr", "Mx", "p.m", "U.S", "Ala", "Thurs", "Lt-Gen", "J", "inc", "lbs"])
def test_a_stop_after_an_abbreviation_may_be_its_own(word):
    assert english.is_abbreviation(word)


@pytest.mark.parametrize("word", ["miss", "ill", "sun", "Miller", "NATO", "I", "no", "KM"])
def test_a_stop_after_a_word_is_none_of_its_own(word):
    assert not english.is_abbreviation(word)


def test_a_name_follows_a_title_and_a_place():
    assert english.precedes_name("Sen")
    assert english.precedes_name("St")
    assert not english.precedes_name("Inc")
    assert english.precedes_number("No")


def test_reporting_verbs_by_form():
    assert english.is_reporting_verb("says")
    assert english.is_reporting_verb("vowed")
    assert not english.is_reporting_verb("vowing")
    assert english.is_reporting_participle("vowing")
    assert english.is_plain_reporting_verb("said")
    assert not english.is_plain_reporting_verb("called")


def test_titles_with_or_without_their_point():
    assert english.is_honorific("Mr.")
    assert english.is_honorific("dame")
    assert english.is_short_title("gov")
    assert not english.is_short_title("governor")
    assert english.is_title("Governor")
    assert english.is_post_nominal("Jr.")


def test_the_calendar_knows_short_forms_and_words_that_look_like_months():
    assert [english.month_number(word) for word in ("January", "sept.", "Sep", "Dec", "Deck")] == [1, 9, 9, 12, None]
    assert [english.weekday_number(word) for word in ("Mon", "Tues.", "sunday", "Sundae")] == [0, 1, 6, None]
    assert english.is_month("May")
    assert not english.is_month("may")
    assert english.is_weekday("Friday")


def test_numbers_in_words():
    assert [english.cardinal(word) for word in ("Seven", "forty-two", "hundred", "forty-ten")] == [7, 42, 100, None]
    assert [english.ordinal(word) for word in ("third", "Forty-second", "twentieth", "forty-two")] == [3, 42, 20, None]


def test_names_places_and_words():
    assert english.is_given_name("Maria")
    assert english.is_household_name("Obama")
    assert english.is_household_name("Reuters")
    assert english.is_particle("von")
    assert english.is_country("Kenya")
    assert english.is_place("Kenyan")
    assert english.is_organisation_word("Council")
    assert english.is_word("bridges")
    assert not english.is_word("brigdes")


@pytest.mark.parametrize("word", ["passed", "meetings", "Reportedly", "fiancées", "transgender", "accordions"])
def test_words_that_news_uses_and_their_inflections(word):
    assert english.is_word(word)


@pytest.mark.parametrize("word", ["Lindqvist", "Ojeda", "recieved", "fundrasier", "Brandt"])
def test_forms_that_are_no_ordinary_words(word):
    assert not english.is_word(word)


def test_what_the_dictionary_offers_is_there():
    assert sorted(english.__all__) == english.__all__
    assert all(hasattr(english, name) for name in english.__all__)


@pytest.mark.parametrize(
    ("word", "an"),
    [
        ("bridge", False), ("owl", True), ("hour", True), ("user", False), ("umbrella", True), ("European", False),
        ("one-off", False), ("MP", True), ("NHS", True), ("NATO", False), ("LAPD", None), ("8", True),
        ("11-year-old", True),
        ("1,100", False), ("1850s", None), ("historic", None), ("F", None), ("Nkosi", None),
    ],
)  # fmt: skip
def test_which_indefinite_article_a_word_takes(word: str, an: bool | None) -> None:
    assert english.takes_an(word) is an
