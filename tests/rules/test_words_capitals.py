"""Names without their capital, and words that need none."""

import pytest

from newslint.plugins.packs import rules_in
from newslint.run.examples import findings_in_source

RULE = next(file for file in rules_in("newslint_rules") if file.id == "words/capitals").load()


def found(text, rule=RULE):
    return [text[f.start : f.end] for f in findings_in_source(rule, text, "plain")]


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        ("The hearing was put off until monday, the clerk said.", "monday"),
        ("The fleet was seen off the coast of australia again.", "australia"),
        ("The bill was sent to the United states by air.", "United states"),
        ("He spoke to the prime Minister about it at noon.", "prime Minister"),
        ("She wrote to the Devon Historical society in May.", "society"),
        ("He read law at the College of Rural & Natural sciences and left.", "sciences"),
    ],
)
def test_capitals_that_are_missing(copy, name):
    assert found(copy) == [name]


@pytest.mark.parametrize(
    "copy",
    [
        "They may march in august company; a porter ate french fries off the china, and turkey.",
        "The Labour party, the Catholic church, the Supreme court, the Scottish government and the Ivy League school.",
        "He wants an Islamic state; two united states of mind; the middle east wing of the house.",
        "See example.com/monday, @monday, #monday and the “monday” file, or call monday() at monday.com.",
        "A french-speaking, anti-australia, pro-monday crowd sang.",
        "The Attorney General school of thought and the Federal college system are old.",
    ],
)
def test_words_in_lower_case_by_right(copy):
    assert found(copy) == []


def test_the_house_may_write_a_name_in_lower_case():
    copy = "The band facebook played in the hall on the quay."
    assert found(copy) == ["facebook"]
    assert found(copy, RULE.having(words=frozenset({"facebook"}))) == []
