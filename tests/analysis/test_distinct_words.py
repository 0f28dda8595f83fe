"""The distinct words of an article, and where some of them stand."""

from newslint import Article, distinct_words, lower_words, places_of
from newslint.readers.plain import read_plain

COPY = "Told of it, she said no. A man told me: “said-and-done”, he’d said; unsaid things, said_so and SAID."


def article(text: str = COPY) -> Article:
    return Article(read_plain(text))


def test_words_are_parted_by_marks_and_kept_as_they_are_written():
    assert {"Told", "told", "he", "d", "said_so", "SAID"} <= article().view(distinct_words)
    assert "Told" not in article().view(lower_words)


def test_places_are_those_of_whole_words_as_they_are_written_in_order():
    found = places_of(article(), {"said", "told", "whispered"})
    assert [COPY[start:end] for start, end in found] == ["said", "told", "said", "said"]
    assert [start for start, _ in found] == sorted(start for start, _ in found)


def test_a_word_at_either_end_of_the_text_is_found():
    assert places_of(article("said she said"), {"said"}) == [(0, 4), (9, 13)]
