"""What is kept of sentences and paragraphs, for an editor that asks again with every letter, changes no finding."""

import functools
import gc
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.run.run import Run
from newslint.run.settings import Options

PATH = Path("article.txt")
ARTICLE = """Mill Bridge votes to keep its library

By Jane Roe

The council of Mill Bridge voted on Monday, March 5, 2024, to keep the library, which costs $4.5 million a year. About
30 of its 50 members, or 70 percent, were in favor, and 12 were against.

“We have no choice,” said Ann Kuzio, 45, the mayor. “It is the only library that we have, and the the roof leaks.”

Kuzio, 54, said the cost had risen from $3.2 million in 2019 to $4.5 million, an increase of 30 percent. Of the 200
visitors, 120 were children and 90 were not. It opened on Tuesday, March 5, 2024, 12,50 days ago.

“They told us nothing,” Tom Osterly said, according to Osterly. The library was built in 1931, and a neccesary
repair is 87 years old. He spoke of it for two hours, from 9 a.m. to 10 a.m., on the 143th day,
and its rules came into affect.

The council of Mill Bridge voted on Monday, March 5, 2024, to keep the library, which costs $4.5 million a year.
"""
PIECES = [
    "x", " ", ".", ". ", "“", "”", "\n\n", "\n", "12", "0", " percent", " million", "5", ",", "'s", "the ", " said",
    "T", "neccesary ", "Ann Kuzio, 46, ", " of the 40 members, or 60 percent,", " (", ")", "€", "é", "\xa0", "In 2019 ",
]  # fmt: skip
EDITS = st.lists(
    st.tuples(st.integers(0, len(ARTICLE)), st.integers(0, 12), st.sampled_from(PIECES)), min_size=1, max_size=5
)
RUN = Run(Options(no_config=True))


def forget():
    """As in a program that has just started, but for the data files."""
    for thing in gc.get_objects():
        if isinstance(thing, functools._lru_cache_wrapper) and thing.cache_parameters()["maxsize"] is not None:
            if str(thing.__module__).startswith("newslint"):
                thing.cache_clear()


def found(text):
    return RUN.check_text(PATH, text).findings


@settings(max_examples=40, deadline=None)
@given(EDITS)
def test_an_edited_article_has_the_findings_of_a_fresh_check(edits):
    text, versions = ARTICLE, []
    found(text)
    for place, gone, words in edits:
        place = min(place, len(text))
        text = text[:place] + words + text[place + gone :]
        versions.append((text, found(text)))
    for text, findings in versions:
        forget()
        assert findings == found(text)


def test_the_article_has_something_to_find():
    rules = {finding.rule for finding in found(ARTICLE)}
    assert {"words/malformed", "sentences/repeated-passage", "facts/percentage", "words/misspelt"} <= rules


def test_a_paragraph_that_moves_takes_its_findings_along():
    forget()
    before = found(ARTICLE)
    after = found("It rained.\n\n" + ARTICLE)
    assert len(after) == len(before)
    shift = len("It rained.\n\n")
    assert [(row.rule, row.place.start + shift) for row in before] == [(row.rule, row.place.start) for row in after]
