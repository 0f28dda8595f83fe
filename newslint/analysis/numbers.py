"""Numbers as they are written, in figures and in words."""

from typing import NamedTuple


class Number(NamedTuple):
    """A number of the text. ``unit``: what it is said to count, "" if bare; ``currency``: "$", "£" ... or ""."""

    start: int
    end: int
    text: str
    value: float
    unit: str = ""
    currency: str = ""


def find_numbers(text: str) -> tuple[Number, ...]:
    return ()
