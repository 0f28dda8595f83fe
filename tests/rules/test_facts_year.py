"""facts/year: years against the words around them, in the wordings of many desks."""

import datetime

import pytest
from newslint_rules.facts.year import Year

from newslint import Article, Block
from newslint.model.document import Document, Metadata

HOME = datetime.date(2022, 3, 10)


def messages(text: str, date: datetime.date | None = None) -> list[str]:
    article = Article(Document(text, (Block(0, len(text)),), metadata=Metadata(date=date)))
    return [f"{text[f.start : f.end]}: {f.message}" for f in Year(id="facts/year").check(article)]


DATED_WRONG = [
    "The vote is due next year, 2021.",
    "The vote is due next year (2021).",
    "The vote is due next year, in 2024.",
    "The vote was held last year, 2020.",
    "The vote was held last year (2020), he said.",
    "This year, 2021, is the warmest.",
    "Ten years ago, in 1998, she fled.",
    "She fled 10 years ago (1998).",
    "She fled 10 years ago, in May 1998.",
    "She fled two decades ago, in 1990.",
    "She fled fifteen years ago in 2001.",
    "It is the 20th anniversary of the 1989 revolution.",
]
DATED_RIGHT = [
    "The vote is due next year, 2023.",
    "The vote was held last year (2021).",
    "The vote was held last year, and 2020 people came.",
    "The vote was held last year, 2,020 people said.",
    "Last year, 2020 looked far away to many.",
    "Ten years ago, in 2012, she fled.",
    "Ten years ago, in 2011, she fled.",
    "Two decades ago, in 2000, she fled.",
    "Years ago, in 1998, she fled.",
    "Many years ago, in 1998, she fled.",
    "It is the 33rd anniversary of the 1989 revolution.",
    "Next month is the 30th anniversary of the 1991 revolution.",
]
WRONG = [
    "The 20th anniversary of the 1989 revolution was marked in 2019.",
    "In 2019, on the 20th anniversary of the 1989 revolution, he spoke.",
    "They marked the 50th anniversary of the strike of 1926 in 1986.",
    "They marked the 50th anniversary of the (1926) strike in 1986.",
    "He fled in 1989 and came back 20 years later, in 2019.",
    "He fled in 1989, returning 10 years later, in 2010.",
    "He fled in 1989 and, two decades later, in 2019, came back.",
    "In 2019, 20 years after the 1989 revolution, he came back.",
    "He came back in 2019, 20 years after the 1989 revolution.",
    "She was mayor from 2003 to 1999.",
    "She was mayor between 2003 and 1999.",
    "Ana Ruiz (2003-1999) was mayor.",
    "The war (1918–1914) was long.",
]
RIGHT = [
    "The vote is due next year, 2021.",
    "Ten years ago, in 1998, she fled.",
    "It is the 20th anniversary of the 1989 revolution.",
    "The 30th anniversary of the 1989 revolution was marked in 2019.",
    "The 20th anniversary of the party, which ruled in 1989, was marked.",
    "He fled in 1989 and came back 30 years later, in 2019.",
    "He fled in 1989 and came back 20 years later.",
    "He fled in 1989, joined in 1999 and came back 20 years later, in 2019.",
    "In 2019, 30 years after the 1989 revolution, he came back.",
    "She was mayor from 1999 to 2003.",
    "She cycled from 2,000 to 1,500 metres above sea level.",
    "Call 2003-1999 for help.",
    "She lived in the 1980s and 20 years later, in 1991, left.",
]


@pytest.mark.parametrize("text", DATED_WRONG)
def test_a_year_that_does_not_fit_the_articles_date_is_reported_once(text: str) -> None:
    assert len(messages(text, HOME)) == 1
    assert messages(text) == []


@pytest.mark.parametrize("text", DATED_RIGHT)
def test_a_year_that_fits_the_articles_date_is_not_reported(text: str) -> None:
    assert messages(text, HOME) == []


@pytest.mark.parametrize("text", WRONG)
def test_years_that_contradict_each_other_are_reported_once(text: str) -> None:
    assert len(messages(text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_years_that_may_be_right_are_not_reported(text: str) -> None:
    assert messages(text) == []
