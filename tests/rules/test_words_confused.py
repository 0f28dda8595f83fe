"""Real words that do not belong, and the many that do."""

import pytest

from newslint.plugins.packs import rules_in
from newslint.run.examples import findings_in_source

RULE = next(file for file in rules_in("newslint_rules") if file.id == "words/confused").load()


def found(text):
    return [(text[f.start : f.end], f.fix.edits[0].replacement) for f in findings_in_source(RULE, text, "plain")]


@pytest.mark.parametrize(
    ("copy", "written", "meant"),
    [
        ("The new rules came into affect on Monday morning.", "affect", "effect"),
        ("The bridge costs far more then they had expected.", "then", "than"),
        ("The town is known for it's own way of doing things.", "it's", "its"),
    ],
)
def test_words_that_do_not_belong(copy, written, meant):
    assert found(copy) == [(written, meant)]


@pytest.mark.parametrize(
    "copy",
    [
        "It’s its own fault, and then it was worse than before; whose fault is it, and who’s to pay?",
        "The inquiry led to a lead roof. The council sought counsel, and the effect did affect the public.",
        "He had passed the past week in quiet, and it was quite late; the principal stood on principle.",
        "“The rules came into affect on Monday,” he wrote.",
    ],
)
def test_words_that_belong(copy):
    assert found(copy) == []
