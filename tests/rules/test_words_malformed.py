"""Figures that no figure looks like, and the many that only look odd."""

import pytest

from newslint.plugins.packs import rules_in
from newslint.run.examples import findings_in_source

RULE = next(file for file in rules_in("newslint_rules") if file.id == "words/malformed").load()


def found(text):
    return [text[f.start : f.end] for f in findings_in_source(RULE, text, "plain")]


@pytest.mark.parametrize(
    ("copy", "figure"),
    [
        ("The district pays 274,00 in rent for the hall.", "274,00"),
        ("The museum sold 14,3000 tickets by Friday.", "14,3000"),
        ("He was fined $35,8000 by the court in Leeds.", "$35,8000"),
        ("She finished 43th in the marathon on Sunday.", "43th"),
        ("It was signed on the 12the of June in Bath.", "12the"),
        ("The bridge was closed in 20224 for repairs.", "20224"),
        ("The index rose by 1..35 points on Tuesday.", "1..35"),
        ("The firm took in $1..5m from the sale of it.", "$1..5m"),
        ("Some 37percent of the town voted for him.", "37percent"),
        ("The vote begins at 9:75 p.m. in the old hall.", "9:75 p.m."),
        ("The train left at 13 p.m. on the dot.", "13 p.m."),
        ("It paid $$400 for the two chairs.", "$$400"),
        ("It opened in 2O19 after a year.", "2O19"),
    ],
)
def test_figures_that_are_none(copy, figure):
    assert found(copy) == [figure]


@pytest.mark.parametrize(
    "copy",
    [
        "In Mumbai 1,00,000 people lost 12,34,567 rupees; in Leeds it was 1,234,567 pounds and 250,000 euros.",
        "See pages 12,14,16 and 3,5; the 7,5 and the 101,102,103 are at 10.30 a.m., 12:59 p.m. and 9pm.",
        "She came 1st, 2nd, 3rd, 11th, 12th, 13th, 21st, 22nd, 111th and 112th. He weighs 17st 2lb, she 12st.",
        "Rain of 48in fell on 5in pipes; it cost £5million, 3bn euros and 20p, or 2½p, or $1,000.",
        "The ZIP code is 20005, the part no. 20224-A, and the call sign 2O1 is at example.org/12the/143th.",
        "In 20500 households nobody answered. They raised between 19000 and 20000 rupees.",
        "Version 1.2..3 and ranges 5...7 and the wait ... 5 days; 100%, 5 %, and so on.",
        "The score was 2:75 in the 9.75 metre race, 10:2 in the cup, and 6-4, 7-6.",
    ],
)
def test_figures_that_only_look_odd(copy):
    assert found(copy) == []


def test_what_can_be_mended():
    [finding] = findings_in_source(RULE, "It was his 43th visit.", "plain")
    assert finding.message == "“43th”: “43rd” is the ordinal."
    assert finding.fix.edits[0].replacement == "43rd"
