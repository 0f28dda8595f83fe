"""The numbers view: values, units, currencies and places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.analysis.figures.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "value", "unit", "currency"),
    [
        ("12 people", 12, "people", ""),
        ("1,300 people", 1300, "people", ""),
        ("3.5 percent", 3.5, "%", ""),
        ("3.5 per cent", 3.5, "%", ""),
        ("3.5%", 3.5, "%", ""),
        ("3 percentage points", 3, "points", ""),
        ("3 points", 3, "points", ""),
        ("$1.2 billion", 1.2e9, "", "$"),
        ("US$5m", 5e6, "", "US$"),
        ("£810,000", 810_000, "", "£"),
        ("€2bn", 2e9, "", "€"),
        ("R11bn", 11e9, "", "R"),
        ("Rs500", 500, "", "Rs"),
        ("Sh5,400", 5400, "", "Sh"),
        ("N20 million", 20e6, "", "N"),
        ("US$5,000", 5000, "", "US$"),
        ("80 million votes", 80e6, "votes", ""),
        ("twenty-two men", 22, "men", ""),
        ("one hundred and five dogs", 105, "dogs", ""),
        ("a hundred dogs", 100, "dogs", ""),
        ("a million dogs", 1e6, "dogs", ""),
        ("half a million dogs", 5e5, "dogs", ""),
        ("two dozen eggs", 24, "eggs", ""),
        ("three thousand five hundred and twelve", 3512, "", ""),
        ("two million three hundred thousand", 2.3e6, "", ""),
        ("34-year-old", 34, "year-old", ""),
        ("Sixteen ships", 16, "ships", ""),
    ],
)
def test_a_number_is_read_with_what_it_counts(text: str, value: float, unit: str, currency: str) -> None:
    (number,) = find_numbers(text)
    assert (number.value, number.unit, number.currency) == (pytest.approx(value), unit, currency)


@pytest.mark.parametrize(
    "text",
    [
        "F-16",
        "A320",
        "M25 men",
        "COVID-19",
        "10:30",
        "12th",
        "4G",
        "10am",
        "3.4.5",
        "phone, often, someone",
        "4/5/2001",
        "@5",
        "#5",
    ],
)
def test_codes_times_and_ordinals_are_no_numbers(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [("60-80 percent", [60, 80]), ("six and nine men", [6, 9]), ("five, six or 7", [5, 6, 7]), ("won 6-4", [6, 4])],
)
def test_neighbours_stay_apart(text: str, values: list[int]) -> None:
    assert [number.value for number in find_numbers(text)] == values


def test_the_step_is_that_of_the_last_place() -> None:
    assert [number.step for number in find_numbers("1.2 million, 1.25 and 40")] == [1e5, 0.01, 1]


@given(st.text(alphabet="0123456789.,-% $£aeiotwhundrml\nİ", max_size=80))
def test_numbers_stand_in_order_where_they_say(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.end
        assert text[number.start : number.end] == number.text
        end = number.start


def test_a_number_longer_than_any_in_the_news_is_a_code():
    """More digits than a float can hold: the rules on facts would stop at infinity."""
    for digits in (31, 310, 5000):
        assert find_numbers(f"The code is {'9' * digits} today, and 12 came.")[0].text == "12"
    assert find_numbers(f"It cost {'9' * 30} dollars.")[0].value == 1e30
