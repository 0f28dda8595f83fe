"""facts/percentage: changes against their own figures, in the wordings of many desks."""

import pytest
from newslint_rules.facts.percentage import Percentage

from newslint import Article, Block
from newslint.model.document import Document


def messages(text: str) -> list[str]:
    article = Article(Document(text, (Block(0, len(text)),)))
    return [f"{text[f.start : f.end]}: {f.message}" for f in Percentage(id="facts/percentage").check(article)]


WRONG = [
    "The number of complaints rose from 120 to 132, an increase of 17 percent.",
    "Complaints rose by 17 percent, from 120 to 132.",
    "Complaints rose 17% from 120 to 132.",
    "Complaints rose 17 per cent last year, from 120 in 2010 to 132.",
    "Complaints rose by 17 percent to 132 from 120.",
    "Complaints climbed 17 percent to 132, from 120 a year earlier.",
    "There was a 17 percent increase in complaints, from 120 to 132.",
    "A 17 percent increase, from 120 to 132, worried the board.",
    "Complaints were up 17 percent, from 120 to 132.",
    "Complaints went from 120 to 132, up 17 percent.",
    "Complaints went from 120 to 132 – a rise of 17%.",
    "Complaints went from 120 to 132 (up 17 percent).",
    "Complaints went from 120 to 132 (+17%).",
    "Complaints went from 120 to 132, or 17 percent more.",
    "Complaints jumped from 120 in 2010 to 132 in 2011, a jump of 17 percent.",
    "Complaints jumped from 120 in May to 132 in June, a 17-percent jump.",
    "Complaints rose from 120 to 132. That is an increase of 17 percent.",
    "Complaints rose from 120 to 132. It was a 17 percent rise.",
    "Complaints fell from 132 to 120, a drop of 17 percent.",
    "Complaints fell from 132 to 120, a 17 percent decline.",
    "Complaints dropped by 17 percent from 132 to 120.",
    "Complaints slid from 132 to 120, down 17 percent.",
    "The firm had 132 complaints, up 17 percent from 120 in 2010.",
    "There were 132 complaints, 17 percent more than the 120 of 2006.",
    "In 2010 there were 120 complaints; by 2011 there were 132, a 17 percent increase.",
    "There were 120 complaints in 2010 and 132 in 2011, an increase of 17 percent.",
    "Membership has fallen from 1,000 to 800 since 2010 – a fall of 30 per cent.",
    "Membership has fallen from 1,000 to 800 since 2010. The decrease of 30 percent worries him.",
    "Rents have gone up 17 percent, from an average of $1,200 to $1,320 a month.",
    "The firm’s revenue went up from $2.0 billion to $2.4 billion, or by 30 percent.",
    "It rose from 120 to 132, which is an increase of 17 percent.",
    "It rose from 120 to 132, representing an increase of 17 percent.",
    "There were 132 complaints last year, 17 percent more than the 120 a year earlier.",
    "The office had 132 complaints, up 17 percent on last year’s 120.",
    "The office had 132 complaints, a 17 percent increase on the 120 of 2006.",
    "The office had 132 complaints in 2007, an increase of 17 percent over the 120 in 2006.",
    "Profit was $150m, 40% higher than last year’s $120m.",
    "Complaints rose 17 percent to 132, compared with 120 a year earlier.",
    "Complaints rose 17 percent, to 132 in 2007 from 120 in 2006.",
    "Complaints rose 17 percent to 132 from last year’s 120.",
    "Complaints increased 17 percent (from 120 to 132).",
    "Complaints grew 17 percent: from 120 to 132.",
    "Deaths fell, a drop in cases among the young of nearly 30 percent, from 200 to 100.",
    "Costs are set to double from $100m to $150m.",
    "Profit rose from $1.2 billion to $1.5 billion, an increase of 45 percent.",
    "Profit rose from $1.2bn to $1.5bn, a gain of 45%.",
    "Profit rose from £810,000 to £900,000, an increase of 20 per cent.",
    "Profit rose from 1.2 to 1.5 million euros, an increase of 40 percent.",
    "Membership rose from twenty to thirty, an increase of 20 percent.",
    "Fares go up from £2.50 to £3, an increase of 50 per cent.",
    "Turnout rose from 40 percent to 50 percent, an increase of 10 percent.",
    "Turnout rose from 40 percent to 50 percent, an increase of 12 percentage points.",
    "Turnout rose by 12 points, from 40 to 50 percent.",
    "The crowd doubled from 10 to 15.",
    "The crowd more than doubled, from 100 to 150.",
    "The crowd tripled from 10,000 to 20,000.",
    "The crowd halved from 100 to 70.",
    "The crowd fell by half, from 100 to 70.",
    "The crowd fell by a third, from 100 to 80.",
    "The crowd grew tenfold, from 10 to 50.",
    "Sales rose by 15 to 132 from 120.",
    "Sales fell from 120 to 132 in a year.",
    "Turnout rose from 61 percent to 54 percent.",
    "Turnout was 54 percent, up from 61 percent in 2012.",
    "About 30 of the 50 members, or 70 percent, voted no.",
    "Only 12 out of 40 pupils (40 percent) passed.",
]

RIGHT = [
    "The number of complaints rose from 120 to 132, an increase of 10 percent.",
    "Complaints rose by 10 percent, from 120 to 132.",
    "Complaints rose 10% to 132 from 120.",
    "Complaints rose from 120 to 132, about 11 percent more.",
    "Complaints rose from 120 to 132, an increase of nearly 11 percent.",
    "Complaints fell from 132 to 120, a 9 percent decline.",
    "Complaints fell from 132 to 120, a drop of 9.1 percent.",
    "Complaints rose from 120 to 132, while thefts fell by 40 percent.",
    "Complaints rose from 120 to 132 and thefts were up 40 percent.",
    "Complaints rose from 120 to 132, but a 40 percent increase in thefts worried him more.",
    "Turnout rose from 40 percent to 50 percent, an increase of 25 percent.",
    "Turnout rose from 40 percent to 50 percent, an increase of 10 percentage points.",
    "Turnout rose 10 points, from 40 percent to 50 percent.",
    "Profit rose from 1.2 to 1.5 million euros, an increase of 25 percent.",
    "Profit rose from £900,000 to £1.2m, an increase of a third.",
    "The crowd doubled from 10 to 20.",
    "The crowd nearly doubled, from 10,000 to 19,000.",
    "The crowd more than doubled from 100 to 450.",
    "The crowd fell by more than half, from 100 to 40.",
    "The crowd fell by a third, from 90 to 60.",
    "The crowd grew tenfold, from 10 to 100.",
    "There were 132 complaints, 10 percent more than the 120 of 2006.",
    "The firm made 132 cars and 40 percent more than the 120 vans of 2006.",
    "Of 132 members, 17 percent more than 120 days late, none paid.",
    "Complaints rose to 132, compared with 120 a year earlier.",
    "The office had 132 complaints, and staff costs rose 17 percent on the 120 million of 2006.",
    "Profit was £120m in 2010 and sales were £132m in 2011, up 17 percent.",
    "There were 120 complaints in 2010 and 132 thefts in 2011, an increase of 17 percent.",
    "There were 120 complaints in 2010 and 132 in 2011, an increase of 10 percent.",
    "They sailed from 1990 to 2000, and sales grew 40 percent.",
    "The song rose from 14 to 9 in the chart.",
    "She climbed from No. 12 to No. 3.",
    "The term was cut from six months to 30 days.",
    "Open from 9 to 5, with 20 percent off.",
    "The team is up from one in eight to one in three, a rise of 20 percent.",
    "Sales grew by 4 percent a year, from 100 in 2000 to 148 in 2010.",
    "Some 30 of the 50 members, or 60 percent, voted no.",
    "One of the 50 members, a 70 percent shareholder, voted no.",
    "He moved from 10 Oak Street to 12 Elm Street, a rise of 20 metres.",
    "The price fell 3 percent to $97 from $100.",
    "Unemployment was 4.4 percent, down from 4.9 percent.",
    "The rate of growth fell to 2.5 percent from 10 percent of a decade ago.",
    "Children aged from 5 to 12 make up 30 percent of patients.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_change_that_its_figures_do_not_give_is_reported_once(text: str) -> None:
    assert len(messages(text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_a_change_that_may_be_right_is_not_reported(text: str) -> None:
    assert messages(text) == []


def test_the_message_gives_the_true_figure() -> None:
    assert messages("Complaints rose from 120 to 132, an increase of 17 percent.") == [
        "17 percent: From 120 to 132 is a rise of 10 percent, not 17 percent."
    ]
