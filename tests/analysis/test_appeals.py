"""Lines in which the site speaks to its readers, by what they are made of."""

import pytest

from newslint.analysis.page.appeals import find_appeal

SITE = [
    ("Send us your pictures by WhatsApp", "sharing"),
    ("Enter your postcode", "navigation"),
    ("Please allow cookies to view this content", "cookies"),
    ("Our free bulletin, straight to your phone every Friday: subscribe here.", "newsletter"),
    ("Stream local news by downloading our app", "apps"),
    ("Reader comments", "comments"),
    ("Tell our newsroom what you think of this article.", "newsroom"),
    ("Watch the full video below", "player"),
]
STORY = [
    "Share the pain, unions say",
    "Sign up for the vaccine at the town hall, the council told residents.",
    "Newsletter row",
    "Facebook emails leaked",
    "The company's website was down for a day after the attack.",
    "She wrote about the flood in an email to the members of the club.",
    "“Subscribe to our newsletter,” read the sign above the door.",
    "This article was updated on Friday with a comment from the council.",
    "By Jane Miller",
    "OXFORD, England —",
    "Please help",
    "We will fight them in the courts, and we will win.",
    "…",
]


@pytest.mark.parametrize(("line", "control"), SITE)
def test_the_site_is_told_by_what_it_asks_and_names(line, control):
    appeal = find_appeal(line)
    assert appeal is not None
    assert appeal.control == control


@pytest.mark.parametrize("line", STORY)
def test_a_line_of_a_story_is_no_appeal(line):
    assert find_appeal(line) is None


def test_what_points_below_is_never_sure():
    below = find_appeal("Watch our new video below")
    assert below is not None
    assert below.points


def test_a_long_line_is_no_appeal():
    assert find_appeal("Subscribe to our newsletter " * 20) is None
