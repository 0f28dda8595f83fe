"""facts/sum: parts against their whole, in the wordings of many desks."""

import pytest
from newslint_rules.facts.sum import Sum

from newslint import Article, Block
from newslint.model.document import Document


def messages(text: str) -> list[str]:
    article = Article(Document(text, (Block(0, len(text)),)))
    return [f"{text[f.start : f.end]}: {f.message}" for f in Sum(id="facts/sum").check(article)]


WRONG = [
    "The fire killed 12 people: seven women and six men.",
    "The fire killed 12 people – seven women and six men.",
    "The fire killed 12 people - 7 women and 6 men - on Monday.",
    "The fire killed 12 people—seven women and six men.",
    "The fire killed 12 people (seven women and six men).",
    "The blast killed 12 people, among them seven women and six men.",
    "The blast killed 12 people, including seven women and six men.",
    "The blast killed 12 people, including seven women, three men and four children.",
    "Twelve people, including seven women and six men, were hurt.",
    "Twelve people were killed, among them seven women and six men.",
    "Twelve people died, among whom were seven women and six men.",
    "She has four children: two sons and three daughters.",
    "She has four children – two sons and a daughter.",
    "The board has five members: three Democrats and three Republicans.",
    "The board has five members (two Democrats and two Republicans).",
    "The team won 12 medals: five gold, four silver and four bronze.",
    "The team won 12 medals – five gold, four silver and two bronze.",
    "Of those there were 30 pupils: 14 girls and 17 boys.",
    "The staff of 20 nurses: 12 locals and nine foreigners.",
    "The poll found 52 percent for, 41 percent against and 12 percent undecided.",
    "In all, 52% were in favour, 41% were against and 12% unsure.",
    "52 per cent supported it, 41 per cent opposed it and 12 per cent were undecided.",
    "52 percent approve, 51 percent disapprove.",
    "The bill has 52 percent in support and 49.5 percent opposed.",
    "It passed with 52 percent saying yes, 47 percent saying no and 5 percent neutral.",
]

RIGHT = [
    "The fire killed 12 people: seven women and five men.",
    "The fire killed 12 people, including seven women and six doctors.",
    "The fire killed 12 people, including seven women and three men.",
    "At least 12 people died: seven women and six men.",
    "About 12 people were there: seven women and six men.",
    "The fire killed 12 people: three in Ghent and four in Bruges.",
    "Two of the 12 people – one woman and three men – survived.",
    "She has three children: two sons and a daughter.",
    "The couple have three children – two daughters aged 11 and 7, and a son of 4.",
    "They won 20 medals: three gold and four silver.",
    "The poll found 52 percent for, 41 percent against and 7 percent undecided.",
    "The poll found 52 percent for, 41 percent against and 8 percent undecided.",
    "About 52 percent were for, some 41 percent against and 12 percent undecided.",
    "52 percent of men approve, 51 percent of women disapprove.",
    "52 percent of Democrats support it; 60 percent of Republicans oppose it.",
    "52 percent read papers, 41 percent listen to radio and 60 percent watch television.",
    "52 percent were for it in May, 55 percent for it in June.",
    "Ten years: five good and six bad.",
    "She bought 12 eggs, seven of them brown, and six apples.",
    "They met 12 times, three men and two women said.",
    "Twelve people – two doctors, a nurse and nine others – were hurt.",
    "It costs $12: seven for me and six for you.",
    "He ran 12 miles: seven on Monday and six on Tuesday.",
    "Between 10 and 12 people: seven women and six men.",
    "They scored 12 points: seven tries and six kicks.",
]


@pytest.mark.parametrize("text", WRONG)
def test_parts_that_do_not_make_their_whole_are_reported_once(text: str) -> None:
    assert len(messages(text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_parts_that_may_make_their_whole_are_not_reported(text: str) -> None:
    assert messages(text) == []
