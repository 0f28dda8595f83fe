"""What is found while somebody types is what a reading of the same text for the first time finds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.model import kept
from newslint.run.run import Run
from newslint.run.settings import Options

RUN = Run(Options(no_config=True))
PATH = Path("article.txt")
# Paragraphs in which rules find something, by their own examples.
PARAGRAPHS = [
    example.text.replace("[[", "").replace("]]", "")
    for rule in RUN.settings_for(PATH).rules
    for example in rule.examples
    if example.flags and example.markup == "plain"
]
Edit = tuple[float, int, str]  # where in the text, how many characters go, what is typed
TYPED = st.sampled_from([*"aeinst .,’“”\n", "\n\n", "the ", "5 percent ", "Mr. Lee ", "“No,” she said. ", ""])


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    yield
    kept._keeping = False


def found(text: str, *, keeping: bool) -> object:
    kept._keeping = keeping
    return RUN.check_text(PATH, text)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.sampled_from(PARAGRAPHS), min_size=3, max_size=8),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3), TYPED), min_size=1, max_size=6),
)
def test_each_edit_is_answered_as_if_it_were_the_first(paragraphs: list[str], edits: list[Edit]) -> None:
    text = "\n\n".join(paragraphs)
    found(text, keeping=True)
    for where, gone, typed in edits:
        at = int(where * len(text))
        text = text[:at] + typed + text[at + gone :]
        assert found(text, keeping=True) == found(text, keeping=False)
