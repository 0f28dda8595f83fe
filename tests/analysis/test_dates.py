"""The dates view: what is read, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.analysis.figures.dates import find_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("March 4, 2015", [(2015, 3, 4, None)]),
        ("4 March 2015", [(2015, 3, 4, None)]),
        ("the 4th of March, 2015", [(2015, 3, 4, None)]),
        ("2015-03-04", [(2015, 3, 4, None)]),
        ("04.03.2015", [(2015, 3, 4, None)]),
        ("3/25/2015", [(2015, 3, 25, None)]),
        ("3/4/2015", []),  # nobody knows
        ("March 1960", [(1960, 3, None, None)]),
        ("March 4", [(None, 3, 4, None)]),
        ("Tues., March 4", [(None, 3, 4, 1)]),
        ("4 March (Tuesday)", [(None, 3, 4, 1)]),
        ("March 4-7, 2014", [(2014, 3, 4, None), (2014, 3, 7, None)]),
        ("4-7 March 2014", [(2014, 3, 4, None), (2014, 3, 7, None)]),
        ("Dec. 30-Jan. 3, 2015", [(2014, 12, 30, None), (2015, 1, 3, None)]),
        ("Saturday and Sunday, March 7 and 8", [(None, 3, 7, 5), (None, 3, 8, 6)]),
        ("the May election and Marchers on Sunday", []),
        ("April’s 30 days", []),
    ],
)
def test_a_date_is_read_in_every_order(text: str, dates: list[tuple[int | None, ...]]) -> None:
    assert [(date.year, date.month, date.day, date.weekday) for date in find_dates(text)] == dates


def test_the_weekday_has_its_own_place() -> None:
    text = "on Tuesday, March 4, 2015"
    (date,) = find_dates(text)
    assert text[date.weekday_start : date.weekday_end] == "Tuesday"
    assert date.text == "Tuesday, March 4, 2015"


@given(
    st.lists(
        st.sampled_from(["Tuesday", "Sun", "March", "May", "4", "31", "2015", "-", ",", "(", ")", "and", "to", "\n"])
    )
)
def test_dates_stand_in_order_where_they_say(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for date in find_dates(text):
        assert end <= date.start < date.end
        assert text[date.start : date.end] == date.text
        end = date.end
