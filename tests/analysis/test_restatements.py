"""Figures of headings, summaries and captions, and those of the story that tell the same thing."""

import random

import pytest

from newslint.analysis.restatements.likeness import is_worked_out, same_value, slip_between
from newslint.analysis.restatements.pairs import find_heading_clashes, heading_pairs
from newslint.analysis.restatements.slots import Slot, find_slots, stem
from newslint.article import Article
from newslint.readers import reader_for, standard_readers
from newslint.training.restatements import slipped


def article(text: str, name: str = "a.md") -> Article:
    return Article(reader_for(name, standard_readers()).read(text))


def slots(text: str) -> tuple[Slot, ...]:
    return article(text).view(find_slots).slots


STORY = """

Mill Lane bridge in Ghent will be shut for {} weeks from Monday, the county said. The repairs are to cost £{}m, of
which the county pays half.

Traders said that the {} shops in the lane would lose their summer. "We sell ices," said Ana Ruiz, 41.
"""


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("# Bridge to be shut for nine weeks", ("nine weeks", "six weeks")),
        ("# Bridge repairs to cost £48m", ("£48m", "£84m")),
        ("# Traders in 23 shops fear for summer", ("23", "32")),
        (
            "---\ntitle: Bridge shut\ndescription: The county will shut it for nine weeks.\n---",
            ("nine weeks", "six weeks"),
        ),
        ("# Bridge to be shut for six weeks", None),
        ("# Bridge repairs to cost £80m", None),  # more roughly
        ("# Bridge to be shut for up to nine weeks", None),
    ],
)
def test_a_heading_is_held_against_the_figure_that_tells_the_same(heading: str, told: tuple[str, str] | None) -> None:
    found = [
        (clash.odd.figure.text, clash.told.figure.text)
        for clash in find_heading_clashes(article(heading + STORY.format("six", "84", "32")))
        if clash.odds > 0
    ]
    assert found == ([told] if told else [])


def test_a_vote_is_one_figure() -> None:
    found = slots("The board voted 6-3 on Monday.\n\nThe council voted by nine to four on Tuesday.")
    assert [(slot.kind, slot.figure.text) for slot in found] == [("s", "6-3"), ("s", "nine to four")]


def test_an_age_at_death_is_an_age_wherever_it_stands() -> None:
    found = slots("Ana Ruiz, weaver, dies at 93 in Ghent.\n\nShe was 89. The mill has 89 looms.")
    assert [slot.kind for slot in found] == ["a", "a", "n"]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("It cost £4.2m.", "It cost £4,185,300.", True),
        ("It cost £4m.", "It cost £4.6m.", False),
        ("It cost about 400 lives.", "It cost 430 lives.", True),
        ("It cost 40 lives.", "It cost 46 lives.", False),
        ("It lasts two years.", "It lasts 24 months.", True),
        ("It has six cars.", "It has six boats.", False),
        ("It has 60 cars.", "It has 60 boats.", True),
    ],
)
def test_which_values_may_be_one(one: str, two: str, same: bool) -> None:
    first, second = slots(f"{one}\n\n{two}")
    assert same_value(first, second) is same_value(second, first) is same


def test_a_sum_of_two_is_told_by_its_parts() -> None:
    whole, *parts = slots("Ghent will lose 102 jobs.\n\nIn May 73 jobs go, and 29 jobs later.")
    assert is_worked_out(whole, parts)
    assert not is_worked_out(whole, parts[:1])


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [(460e6, 640e6, "swapped"), (35, 25, "digit"), (35, 47, "digits"), (35, 350, "swapped"), (35, 412, "other")],
)
def test_which_slip_makes_one_value_the_other(one: float, two: float, slip: str) -> None:
    assert slip_between(one, two) == slip == slip_between(two, one)


@pytest.mark.parametrize("words", ["report reports reported reporting", "city cities", "pump pumps"])
def test_the_forms_of_a_word_have_one_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_a_slip_never_leaves_a_value_as_it_was() -> None:
    chance = random.Random(7)
    for kind, value in (("n", 2.0), ("n", 41436.0), ("$", 4.2e9), ("y", 1999.0), ("s", 6003.0), ("%", 0.5)):
        assert value not in {slipped(value, kind, chance) for _ in range(200)}


def test_it_is_linear_in_the_figures_of_a_story() -> None:
    text = "# Ghent to lose 41 mills\n\n" + "\n\n".join(
        f"Street {n} has {n} mills and {n + 1} shops." for n in range(2, 400)
    )
    assert list(heading_pairs(article(text), article(text).view(find_slots))) == []  # a table of them
