"""The plain reader: where paragraphs begin and end, what is a list, and that every offset is exact."""

import textwrap

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reading import assert_exact, blocks, source_of

from newslint.model.span import Span
from newslint.readers import reader_for, standard_readers
from newslint.readers.plain import read_plain

WORDS = "The council voted on Monday to close the old mill bridge for two years while the piers are rebuilt in steel."


def bodies(source: str) -> list[str]:
    article = read_plain(source)
    assert_exact(article, source)
    return [words for _, words in blocks(article)]


def test_paragraphs_are_parted_by_blank_lines() -> None:
    source = "\n\nOne here.\n  \t\nTwo there.  \n\n\n  Three.\n"
    assert bodies(source) == ["One here.", "Two there.", "Three."]
    article = read_plain(source)
    assert article.text is source
    assert not article.source_map.pieces


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    source = f"Bridge to close\n{WORDS} {WORDS}\n{WORDS} {WORDS}\nHe said no more.\n"
    assert len(bodies(source)) == 4


def test_hard_wrapped_lines_are_joined_by_a_space() -> None:
    paragraphs = [f"{WORDS} {WORDS}", f"Asked why, the mayor, Ms. Okafor, said nothing. {WORDS}"]
    source = "\n\n".join(textwrap.fill(words, 60) for words in paragraphs) + "\n"
    assert bodies(source) == paragraphs
    article = read_plain(source)
    assert len(article.text) == len(source) - 1
    at = source.index("Okafor")
    assert article.source_map.to_source(Span(at, at + 6)) == (at, at + 6)
    assert not article.source_map.is_verbatim(Span(0, 70))  # a line break lies within: no fix goes over it


def test_hard_wrapped_paragraphs_may_begin_with_an_indent_or_after_a_short_line() -> None:
    one, two = f"{WORDS} {WORDS}", f"Asked why, the mayor said nothing. {WORDS}"
    indented = textwrap.fill(one, 60, initial_indent="   ") + "\n" + textwrap.fill(two, 60, initial_indent="   ")
    assert bodies(indented) == [one, two]
    short = textwrap.fill(one, 60) + "\n" + textwrap.fill(two, 60)
    assert bodies(short) == [one, two]


def test_lines_that_only_stand_together_are_not_joined() -> None:
    assert bodies("Bridge to close\nBy Ann Lee\nMarch 3\n\nHe spoke.") == [
        "Bridge to close",
        "By Ann Lee",
        "March 3",
        "He spoke.",
    ]
    links = "Historic Climate Pact Is Adopted In Paris\nThe Paris Pact Is One Big Step For All\nOne Voice To Solve It"
    assert len(bodies(links)) == 3


def test_a_line_that_goes_on_in_lower_case_belongs_to_the_one_before() -> None:
    assert bodies("A single sentence that somebody broke\nin two.") == ["A single sentence that somebody broke in two."]
    assert len(bodies("This one is whole, and it ends here.\niPhones sell.")) == 2


@pytest.mark.parametrize("bullet", ["• ", "- ", "* ", "– ", "  •\t", "•", "◦ ", "\xa0•\xa0"])
def test_bullets_make_list_items_that_begin_after_them(bullet: str) -> None:
    source = f"He asked for:\n\n{bullet}More pay\n{bullet}Less work\n"
    article = read_plain(source)
    assert blocks(article) == [("body", "He asked for:"), ("list", "More pay"), ("list", "Less work")]
    assert_exact(article, source)


def test_numbers_make_list_items_only_with_a_neighbour() -> None:
    assert blocks(read_plain("1. Spain\n2. Italy\n10) Malta"))[:2] == [("list", "Spain"), ("list", "Italy")]
    assert blocks(read_plain("1. FC Köln won.\n\n11. He left.")) == [
        ("body", "1. FC Köln won."),
        ("body", "11. He left."),
    ]


def test_wrapped_list_items_keep_their_lines() -> None:
    item = f"{WORDS} {WORDS}"
    source = textwrap.fill(item, 60, initial_indent="- ", subsequent_indent="  ") + "\n- Short one\n"
    assert blocks(read_plain(source)) == [("list", item), ("list", "Short one")]


@pytest.mark.parametrize("line", ["* * *", "- 30 -", "-30-", "---", "-5 degrees at noon", "2023. Nobody came", "–"])
def test_breaks_and_minus_signs_are_no_bullets(line: str) -> None:
    assert blocks(read_plain(line)) == [("body", line)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\f", "\v"])
def test_every_line_end_parts_paragraphs(end: str) -> None:
    source = end.join(["One here.", "", "Two there.", "Three.", ""])
    assert bodies(source) == ["One here.", "Two there.", "Three."]
    article = read_plain(source)
    assert source_of(article, source, "Three.") == "Three."
    assert "\r" not in article.text


def test_invisible_characters_stay_and_are_no_paragraph_alone() -> None:
    source = "A\u200bword\xa0here\u00ad.\n\u200b\nCafe\u0301 👩‍👩‍👧.\n\n\ufeff\nEnd."
    assert bodies(source) == ["A\u200bword\xa0here\u00ad.", "Cafe\u0301 👩‍👩‍👧.", "End."]
    assert read_plain(source).text is source


def test_leftovers_are_not_touched() -> None:
    source = "AT&amp;T said <b>no</b> [[TK]] {{x}}."
    assert bodies(source) == [source]


def test_an_empty_file_is_an_empty_article() -> None:
    for source in ("", "\n\n", " \t\r\n"):
        assert bodies(source) == []


LINES = st.text(
    alphabet=st.sampled_from(list("abcA .“”'-•*1) \t\xa0\u200b\u0301é👍\n\n\r\f\v\u2028\u2029\x85\x00")), max_size=200
)


@given(LINES | st.text())
@example("1. \n2. ")
@example("\r\n")
@example("•\n• •")
def test_any_text_has_an_exact_map(source: str) -> None:
    article = read_plain(source)
    assert_exact(article, source)
    kept = "".join(article.text[b.start : b.end] for b in article.blocks)
    letters = [c for c in source if c.isalpha()]
    assert [c for c in kept if c.isalpha()] == letters  # no letter is lost


@given(st.lists(st.sampled_from(["word", "Word,", "end.", "•", "- x", "1.", "a", "supercalifragilistic"])), st.data())
def test_mixed_line_ends_lose_nothing(words: list[str], data: st.DataObject) -> None:
    ends = st.sampled_from([" ", " ", " ", "\n", "\r\n", "\r", "\n\n", "\u2028"])
    source = "".join(word + data.draw(ends) for word in words)
    assert_exact(read_plain(source), source)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", [f"{WORDS} {WORDS}\n\n", f"{WORDS}\r\n", f"{WORDS[:50]}\n{WORDS[50:]}\n", "“", "(", "- ", "a "]
)
def test_twenty_megabytes_are_read_in_linear_time(unit: str) -> None:
    source = unit * (20_000_000 // len(unit))
    assert read_plain(source).blocks


def test_files_find_their_reader_by_suffix() -> None:
    readers = standard_readers()
    names = {"a.txt": "plain", "a": "plain", "a.rst": "plain", "A.MD": "markdown", "x.y.markdown": "markdown"}
    names |= {"a.html": "html", "A.HTM": "html", "html": "plain", "a.md.txt": "plain"}
    assert {name: reader_for(name, readers).name for name in names} == names
    assert reader_for("a.txt", readers).read("One.").text == "One."
