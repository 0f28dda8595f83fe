"""facts/count: a number against the list that it announces, in the wordings of many desks."""

import pytest
from newslint_rules.facts.count import Count

from newslint import Article, Block, Role
from newslint.model.document import Document


def messages(text: str) -> list[str]:
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        role = Role.LIST if paragraph.startswith("• ") else Role.BODY
        blocks.append(Block(at, at + len(paragraph), role))
        at += len(paragraph) + 2
    article = Article(Document(text, tuple(blocks)))
    return [f"{text[f.start : f.end]}: {f.message}" for f in Count(id="facts/count").check(article)]


WRONG = [
    "The pact was signed by five countries: Kenya, Norway, Malta and Nepal.",
    "The pact was signed by 5 countries: Kenya, Norway, Malta and Nepal.",
    "The pact was signed by five countries: Kenya, Norway, Malta, and Nepal.",
    "The pact was signed by three countries: Kenya, Norway, Malta and Nepal.",
    "The pact was signed by five countries – Kenya, Norway, Malta and Nepal.",
    "The pact was signed by five countries - Kenya, Norway, Malta and Nepal - in May.",
    "The five countries — Kenya, Norway, Malta and Nepal — signed it in May.",
    "The five countries—Kenya, Norway, Malta and Nepal—signed it in May.",
    "The five countries (Kenya, Norway, Malta and Nepal) signed it in May.",
    "It was signed by five countries, namely Kenya, Norway, Malta and Nepal.",
    "It was signed by five countries, namely: Kenya, Norway, Malta and Nepal.",
    "Five countries signed the pact: Kenya, Norway, Malta and Nepal.",
    "Five small countries signed it: Kenya, Norway, Malta and Nepal.",
    "Five landlocked African countries signed it: Chad, Mali, Niger and Malawi.",
    "There are four winners: Ana Ruiz, Jan de Wit and Eva Low.",
    "Four people were arrested: Ana Ruiz, 34, Jan de Wit, 29, and Eva Low, 17.",
    "He has four sons: Ivan, Petar and Luka.",
    "Two clubs bid: Ajax, Celtic and Lyon.\n\nThree sponsors paid.",
    "The law has three aims: to cut costs, to save time, to raise pay and to please voters.",
    "She gave three reasons: the cost, the weather, the traffic and the noise.",
    "He listed four worries: the cost; the weather, which may turn; and the noise.",
    "The five signatories are Kenya, Norway, Malta and Nepal.",
    "The five signatories were Kenya, Norway, Malta and Nepal, he said.",
    "The five signatories, Kenya, Norway, Malta and Nepal, met in Ghent.",
    "Its three brothers, Ivan Low, Petar Low, Luka Low and Ante Low, run the mill.",
    "He has three daughters, Ann, Beth, Cara and Dee.",
    "A group of four countries, France, Italy and Spain, signed.",
    "The company has plants in four countries: France, Italy and Spain.",
    "The committee consists of four people: the mayor, the judge and the priest.",
    "A total of four countries signed the deal: France, Italy and Spain.",
    "All five: Kenya, Norway, Malta and Nepal.",
    "Five of its members: Kenya, Norway, Malta and Nepal.",
    "The following five countries: Kenya, Norway, Malta and Nepal.",
    "The trio – Ivan, Petar, Luka and Ante – run the mill.",
    "The mill is run by the duo: Ivan, Petar and Luka.",
    "Six members voted no: Ruiz, Low, de Wit, Osei and Kim.",
    "It has twelve members: Ruiz, Low, Wit, Osei, Kim, Lee, Park, Cho, Han, Yun and Roh.",
    "The plan serves both Ghent, Bruges and Antwerp.",
    "Both Ghent, Bruges and Antwerp voted yes.",
    "It hurts both the House, the Senate and the courts.",
    "There are four reasons:\n\n• the cost\n\n• the weather\n\n• the noise",
    "The board has three aims:\n\n• more pay\n\n• more time\n\n• more peace\n\n• more love",
]

RIGHT = [
    "The pact was signed by four countries: Kenya, Norway, Malta and Nepal.",
    "The pact was signed by four countries: Kenya, Norway, Malta, and Nepal.",
    "The five countries, including Kenya, Norway and Malta, signed it.",
    "Five countries signed, among them Kenya, Norway and Malta.",
    "Five countries – including Kenya, Norway and Malta – signed it.",
    "Five countries (among them Kenya, Norway and Malta) signed it.",
    "At least three countries signed: Kenya, Norway, Malta and Nepal.",
    "More than three countries signed: Kenya, Norway, Malta and Nepal.",
    "About five countries signed it: Kenya, Norway, Malta and Nepal.",
    "Three of the five countries – Kenya, Norway and Malta – signed it.",
    "It has three members: Kenya, Bosnia and Herzegovina and Nepal.",
    "It has two members: Bosnia and Herzegovina and Nepal.",
    "Three cities bid: Portland, Oregon, Austin, Texas, and Boston.",
    "The two parties – Labour, led by Ms. Low, and the Greens – agreed.",
    "Two men – Jan de Wit, the coach, and Ivan Low, a player – left.",
    "In three years – 2010, 2011 and 2014 to 2016 – there was frost.",
    "He said three words: I love you.",
    "The five-year plan: roads, bridges and schools.",
    "After five days – rain, wind and snow – they left.",
    "Three hours later: rain, wind, snow and ice.",
    "It was 2 miles: up, down, up and down.",
    "There are five reasons: “They came, they saw and they won.”",
    "The firm said four employees left: it is hiring, training and promoting others.",
    "Both Ghent and Bruges voted yes.",
    "Both Jan de Wit, the coach, and Ivan Low left.",
    "Both sides, Ghent and Bruges, left.",
    "Both teams lost, won and drew.",
    "There are three reasons:\n\n• the cost\n\n• the weather\n\n• the noise",
    "There are ten reasons:\n\n• the cost\n\n• the weather\n\n• the noise",
    "The two men, Jan Low, a farmer, and Ivan Low, left.",
    "The two mayors were Belgian, Dutch and tired.",
    "The four signatories are Kenya, Norway, Malta and Nepal.",
    "The two teams, Kenya and Norway, met in Malta, Nepal and Peru.",
    "The two, Norway says, will meet.",
    "In the 3, Jan Low and Petar Low left.",
    "Two of the three: France, Italy and Spain.",
    "One of four countries: France, Italy and Spain.",
    "She met two officials, Smith, Jones and Brown said.",
    "Two friends – young, gifted and broke – opened a bar.",
    "They play in two halls – big, cold, dark – in Ghent.",
]


@pytest.mark.parametrize("text", WRONG)
def test_a_number_that_is_not_that_of_its_list_is_reported_once(text: str) -> None:
    assert len(messages(text)) == 1


@pytest.mark.parametrize("text", RIGHT)
def test_a_number_that_may_be_right_is_not_reported(text: str) -> None:
    assert messages(text) == []


def test_the_message_counts() -> None:
    assert messages("It was signed by five countries: Kenya, Norway, Malta and Nepal.") == [
        "five countries: “five countries”, but the list has 4."
    ]
