"""The words that an expression needs are told before it runs, and a text without them holds no match."""

import re
from importlib import import_module

import pytest

from newslint.model.expressions import Store
from newslint.model.needs import needs_of


def needs(pattern: str) -> list[set[str]]:
    return [set(words) for words in needs_of(import_module("re._parser").parse(pattern, re.I))]


@pytest.mark.parametrize(
    ("pattern", "sets"),
    [
        (r"\b(?:altogether|in total)\b", [{"altogether", "total"}]),
        (r" the (?:drop|fall)(?: in [a-z]+)? of ", [{"drop", "fall"}, {"the"}, {"of"}]),
        (r"\b(?:the|this|that) one\b", [{"the", "this", "that"}, {"one"}]),  # all begin with "th"
        (r"(?:were|are) (?:still )?(?:left|lost|alive)\b", [{"left", "lost", "alive"}]),
        (r"(?<![\w-])half(?![\w-])", [{"half"}]),
        (r"\d+ (?:women|men)\s", [{"women", "men"}]),
        (r"each (?=of the )\w", [{"the"}, {"of"}]),
        (r" remain(?:s|ed)?\b", [{"remain", "remains", "remained"}]),
        (r"\b(?:others?|totall?ing) ", [{"other", "others", "totaling", "totalling"}]),
    ],
)
def test_whole_words_that_every_match_holds(pattern, sets):
    assert sorted(map(sorted, needs(pattern))) == sorted(map(sorted, sets))


@pytest.mark.parametrize(
    "pattern",
    [
        r"win(?:s|ning)? ",  # a part of a word
        r"\w*half\b",
        r"\b(?:half|\d+)\b",  # one branch needs none
        r"(?: in all)?\.",
        r"(?<!not )\d",
        r"a(?:bc)+d",
        r"",
    ],
)
def test_nothing_is_needed_that_a_match_may_lack(pattern):
    assert needs(pattern) == []


def test_what_is_compiled_tells_its_needs_and_what_tells_its_needs_is_compiled():
    for is_kept in (True, False):
        for order in ("pattern needs", "needs pattern", "pattern needs pattern", "needs pattern needs"):
            store = Store()
            store.is_kept = is_kept
            for asked in order.split():
                found = getattr(store, asked)(r"\bin total\b", 0)
                if asked == "needs":
                    assert found == (frozenset({"total"}), frozenset({"in"}))
                else:
                    assert found.search("12 in total")
