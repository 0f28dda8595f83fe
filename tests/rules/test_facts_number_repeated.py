"""facts/number-repeated: the headline's toll against the story's."""

import pytest
from newslint_rules.facts.number_repeated import NumberRepeated

from newslint import Article, Block, Role
from newslint.model.document import Document


def findings(headline: str, *paragraphs: str):
    text, blocks = headline, [Block(0, len(headline), Role.HEADLINE, marked=True)]
    for paragraph in paragraphs:
        blocks.append(Block(len(text) + 2, len(text) + 2 + len(paragraph)))
        text += "\n\n" + paragraph
    article = Article(Document(text, tuple(blocks)))
    return [
        (text[f.start : f.end], f.severity.value) for f in NumberRepeated(id="facts/number-repeated").check(article)
    ]


DIFFERENT = [
    ("12 dead in mill fire", "Thirteen people died in a fire on Monday."),
    ("Twelve dead in mill fire", "A fire killed 13 people on Monday."),
    ("12 people killed in mill fire", "A fire killed 13 people on Monday."),
    ("Fire kills 12 in Ghent", "Thirteen workers were killed in a fire on Monday."),
    ("Mill fire killed 12", "The fire left 13 people dead on Monday."),
    ("12 workers die in mill fire", "Thirteen mill workers have died in a fire."),
    ("Mill fire: 12 deaths", "There were 13 deaths in a fire on Monday."),
    ("12 bodies found in mill", "The mill held 13 bodies, police said."),
    ("12 injured in mill fire", "Thirteen people were injured on Monday."),
    ("12 hurt in mill fire", "Thirteen people were slightly hurt on Monday."),
    ("Fire injures 12", "Thirteen people were hurt on Monday."),
    ("12 wounded in attack", "Thirteen soldiers were wounded on Monday."),
    ("12 missing after flood", "Thirteen people are still missing after a flood."),
    ("12 people missing in flood", "Thirteen people were missing after a flood."),
    ("12 arrested at rally", "Police arrested 13 people on Monday."),
    ("Police arrest 12", "Thirteen protesters were arrested on Monday."),
    ("12 detained at rally", "Thirteen students were detained on Monday."),
    ("12 dead, 40 hurt in fire", "Thirteen people died and 40 were hurt on Monday."),
    ("12 feared dead in flood", "Thirteen people are feared dead after a flood."),
    ("12 killed as bus crashes", "Thirteen passengers were killed on Monday."),
    ("12 reported dead", "Thirteen people were reported dead on Monday."),
    ("12 civilians killed in raid", "Thirteen civilians were killed in a raid."),
    ("12 more dead", "Thirteen more people died on Monday."),
]
SAME = [
    ("12 dead in mill fire", "Twelve people died in a fire on Monday."),
    ("12 dead in mill fire", "A fire killed 12 people on Monday and 13 people died last year."),
    ("12 dead in mill fire", "At least 13 people died in a fire on Monday."),
    ("At least 12 dead in mill fire", "Thirteen people died in a fire on Monday."),
    ("12 dead in mill fire", "The mill burned on Monday.", "It was built in 1900.", "In 1950, 13 people died there."),
    ("12 dead in mill fire", "Thirteen people were injured on Monday."),
    ("12 dead in mill fire", "Thirteen hours after he died, it burned."),
    ("Mill fire in Ghent", "Thirteen people died in a fire on Monday."),
    ("12 mills burn", "Thirteen people died in a fire on Monday."),
    ("12 dead in mill fire", "More than 13 people died in a fire on Monday."),
    ("$12 dead", "Thirteen people died in a fire on Monday."),
]


@pytest.mark.parametrize(("headline", "lead"), DIFFERENT)
def test_a_headline_that_counts_otherwise_is_a_hint(headline: str, lead: str) -> None:
    assert [severity for _, severity in findings(headline, lead)] == ["info"]


@pytest.mark.parametrize("paragraphs", SAME)
def test_a_headline_that_may_be_right_is_not_reported(paragraphs: tuple[str, ...]) -> None:
    assert findings(*paragraphs) == []
