"""facts/weekday: the calendar against the copy, in the wordings of many desks."""

import datetime

import pytest
from newslint_rules.facts.weekday import Weekday

from newslint import Article, Block, Severity
from newslint.model.document import Document, Metadata


def messages(text: str, date: datetime.date | None = None) -> list[str]:
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph)))
        at += len(paragraph) + 2
    article = Article(Document(text, tuple(blocks), metadata=Metadata(date=date)))
    return [f"{text[f.start : f.end]}: {f.message}" for f in Weekday(id="facts/weekday").check(article)]


WRONG = [
    "The vote was held on Tuesday, March 4, 2015.",
    "The vote was held Tuesday, March 4, 2015, in Ghent.",
    "The vote was held on Tues., March 4, 2015.",
    "The vote was held on Tue, Mar 4, 2015.",
    "The vote was held on Thurs. Sept. 1, 2015.",
    "The vote was held on Tuesday March 4 2015.",
    "The vote was held on Tuesday, March 4th, 2015.",
    "The vote was held on Tuesday 4 March 2015.",
    "The vote was held on Tuesday, 4 March, 2015.",
    "The vote was held on Tuesday, 4th March 2015.",
    "The vote was held on Tuesday the 4th of March, 2015.",
    "The vote was held on Tuesday, the 4th of March 2015.",
    "The vote was held on 4 March 2015, a Tuesday.",
    "The vote was held on March 4, 2015 (Tuesday).",
    "The vote was held on March 4, 2015, a Tuesday, in Ghent.",
    "The vote was held on March 4, 2015, which was a Tuesday.",
    "March 4, 2015, was a Tuesday.",
    "The vote was held on 4 March 2015 (a Tuesday).",
    "The vote was held on Tuesday (4 March 2015).",
    "The vote was held on 2015-03-04 (Tuesday).",
    "Tuesday, 2015-03-04: the vote.",
    "The vote was held on Tuesday, 04.03.2015.",
    "The vote was held on Tuesday, 3/25/2015.",
    "The vote was held on Tuesday night, March 4, 2015.",
    "The vote was held on Tuesday at 7 p.m., March 4, 2015.",
    "The vote was held on the morning of Tuesday 4 March 2015.",
    "Tuesday and Thursday, March 3 and 4, 2015, were holidays.",
    "It runs from Monday, March 2 to Saturday, March 6, 2015.",
    "It runs from Monday, March 2 to Saturday, March 6.",
    "GHENT, TUESDAY, MARCH 4, 2015.",
    "The vote was held on Tuesday, March 4th of 2015.",
    "March 4, 2015, fell on Tuesday.",
    "The vote was held on Tuesday,March 4,2015.",
    "The vote was held on Tuesday – March 4, 2015 – in Ghent.",
    "The shop closes on Feb. 30.",
    "The shop closes on 31 June, he said.",
    "The shop closed on February 29, 2015.",
    "The shop is closed March 9-3.",
    "The shop is closed from 9 to 3 March 2015.",
    "The shop is closed from March 9, 2015 to March 3, 2014.",
]

RIGHT = [
    "The vote was held on Wednesday, March 4, 2015.",
    "The vote was held on Wed., March 4, 2015.",
    "The vote was held on 4 March 2015 (Wednesday).",
    "The vote was held on Tuesday, March 4.",  # nobody knows the year
    "The vote was held on Tuesday 4 March.",
    "Saturday and Sunday, March 7 and 8, 2015, were holidays.",
    "Saturday-Sunday, March 7-8, 2015.",
    "Saturday 7 and Sunday 8 March 2015.",
    "Open Monday to Friday, March 2 to 6, 2015.",
    "Games on Sunday, March 1, 2015, Tuesday, March 3, 2015, and Friday, March 6, 2015.",
    "He wrote it in the Edmonton Sun, August 16, 2008.",
    "It was published in the Sun, August 16, 2008.",
    "In June 31 people died on the road.",
    "By April 31-year-old Amara Osei had left.",
    "In February 30 percent of the staff left.",
    "It runs from Dec. 20 to Jan. 6.",
    "It runs from November 3 to March 5.",
    "It runs from Aug. 30-Sept. 3, 2015.",
    "It fell on 29 February 2016.",
    "They extended article 50 until 12 April.",
    "On March 4, 2015, Tuesday's result was annulled.",
    "They won on May 9 3-2 and on May 12 4-1.",
    "The Battle of Hastings: Monday, October 14, 1066.",  # an older calendar
    "May 35 is too old, and March on Monday 15 miles.",
    "On Monday 15 people marched; in March 2015 there were 12.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_date_that_the_calendar_does_not_have_is_reported_once(text: str) -> None:
    assert len(messages(text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_a_date_that_may_be_right_is_not_reported(text: str) -> None:
    assert messages(text) == []


def test_the_message_names_the_true_weekday() -> None:
    assert messages("On Tuesday, March 4, 2015.") == [
        "Tuesday, March 4, 2015: “Tuesday, March 4, 2015” cannot be: March 4, 2015 was a Wednesday, not a Tuesday."
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The vote was held on Tuesday, March 4.", 1),
        ("The vote was held on Wednesday, March 4.", 0),
        ("The vote is on Monday, Jan. 4.", 0),  # of the next year
        ("The vote is on Saturday, Nov. 29.", 0),  # of the year before
    ],
)
def test_without_a_year_the_articles_own_date_settles_it(text: str, count: int) -> None:
    assert len(messages(text, datetime.date(2015, 3, 10))) == count
    assert messages(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday, March 10, 2015",
        "Published: 10 March 2015",
        "10 March 2015 10:30 GMT",
        "Last updated on March 10, 2015, 9:15 a.m.",
    ],
)
def test_a_date_line_gives_the_articles_date(line: str) -> None:
    assert len(messages(f"A vote in Ghent\n\n{line}\n\nThe vote was held on Tuesday, March 4.")) == 1


def test_a_full_dateline_gives_the_articles_date() -> None:
    assert len(messages("GHENT, March 10, 2015 (Agency) - The vote was held on Tuesday, March 4.")) == 1


def test_a_date_in_the_text_does_not_give_the_articles_date() -> None:
    assert messages("The mill burned down on March 10, 2015.\n\nThe vote was held on Tuesday, March 4.") == []


def test_both_mends_are_offered() -> None:
    text = "On Tues., March 4th, 2015."
    article = Article(Document(text, (Block(0, len(text)),)))
    (finding,) = Weekday(id="facts/weekday").check(article)
    assert finding.fix is not None
    assert finding.fix.edits[0].replacement == "Wed., March 4th, 2015"
    assert finding.fix.alternatives == ("Tues., March 3rd, 2015",)


def test_inside_quotation_marks_it_is_a_hint_without_a_mend() -> None:
    text = "“We met on Tuesday, March 4, 2015,” he said."
    article = Article(Document(text, (Block(0, len(text)),)))
    (finding,) = Weekday(id="facts/weekday").check(article)
    assert (finding.severity, finding.fix) == (Severity.INFO, None)


def test_a_list_of_dates_of_another_year_is_left_alone() -> None:
    lines = "Mon Mar 3\n\nTue Mar 4\n\nWed Mar 5\n\nThu Mar 6"  # of 2014
    assert messages(lines, datetime.date(2015, 3, 10)) == []
    assert len(messages("Mon Mar 3\n\nWed Mar 4\n\nThu Mar 5\n\nFri Mar 6", datetime.date(2015, 3, 10))) == 1
