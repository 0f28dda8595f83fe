"""Sums told in words that no template knows: which figures belong together is told by what was learned."""

import pytest

from newslint import Linter, Settings

LINTER = Linter(Settings(select=("facts/derived",)))

# The passage with what is right and what is wrong in braces, and the message.
PASSAGES = [
    (
        "The guild has 148 members. Of those, 96 came to the dinner, and the {52|42} who did not were sent a bill.",
        "148 − 96 = 52, not 42.",
    ),
    (
        "A heifer made £640 at Dunlow in May. Its sister made £915 on Tuesday, which is {£275|£375} more.",
        "£915 − £640 = £275, not £375.",
    ),
]


def told(text: str) -> list[tuple[str, str, str]]:
    return [(text[found.start : found.end], found.severity.value, found.message) for found in LINTER.lint(text)]


def made(passage: str, *, right: bool) -> str:
    before, _, rest = passage.partition("{")
    slot, _, after = rest.partition("}")
    return before + slot.split("|")[not right] + after


@pytest.mark.parametrize(("passage", "message"), PASSAGES)
def test_a_sum_that_its_figures_do_not_make_is_told_at_the_last_of_them(passage: str, message: str) -> None:
    wrong = passage.partition("|")[2].partition("}")[0]
    assert told(made(passage, right=False)) == [(wrong, "info", message)]


@pytest.mark.parametrize("passage", [passage for passage, _ in PASSAGES])
def test_the_right_figure_is_left_alone(passage: str) -> None:
    assert not told(made(passage, right=True))
