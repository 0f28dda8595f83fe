"""Dates as they are written."""

from typing import NamedTuple


class Date(NamedTuple):
    """A date of the text. ``year`` is None where the text leaves it out; ``weekday`` is 0 for Monday or None."""

    start: int
    end: int
    text: str
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None


def find_dates(text: str) -> tuple[Date, ...]:
    return ()
