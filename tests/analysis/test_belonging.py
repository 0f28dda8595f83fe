"""Whether a line belongs to the story around it."""

import pytest

from newslint import Article
from newslint.readers.plain import read_plain

STORY = (
    "The mayor of Moss opened the new bridge on Monday, two years too late.",
    "It had cost nine million, half of which the county paid.",
    "Ann Roe, who built it, said the river was to blame.",
    "The old bridge will be pulled down in May.",
    "The town band came, and it rained.",
    "Hardly anybody in Moss will miss the old one.",
)
STRAY = [
    "Obituaries land on your phone at seven: text ROSE to 40404. Rates apply.",
    "Letters may be shortened. Include a name, a street and a daytime number.",
    "You have read two of the five free pieces of this month.",
    "Flowers and gifts may be arranged through our notices desk.",
    "Turn on alerts and we will ping you when the verdict comes.",
]
OWN = [
    "The bridge is open to cars only, and the mayor wants a lane for bicycles.",
    "Tickets for the bridge cost two crowns each.",
    "Anybody in Moss may walk over it for nothing.",
]


def weight_of(line, at=3):
    article = Article(read_plain("\n\n".join((*STORY[:at], line, *STORY[at:]))))
    return max((row.weight for row in article.reader_lines if row.line.text == line), default=-9.0)


@pytest.mark.parametrize("line", STRAY)
def test_a_line_of_the_page_weighs_more_than_a_paragraph_of_the_story(line):
    assert weight_of(line) > 0.5 > max(map(weight_of, OWN))


def test_a_line_that_names_what_the_story_names_weighs_less():
    assert weight_of("Tell us what you think of Ann Roe and the bridge of Moss.") < weight_of(
        "Tell us what you think of Tom Berg and the ferry of Vik."
    )
