"""Roles of blocks in plain text: what is a paragraph, and what only looks like a short one."""

import time

import pytest

from newslint.analysis.page.roles import assign_roles
from newslint.model.block import Block, Role

BODY = [
    "The council voted on Monday to close the library, ending a debate that had run for more than two years in town.",
    "Members said the building needed repairs that would have cost more than the town spends on books in ten years.",
    "“We had no choice left,” the mayor, Ann Roe, said after the meeting, which lasted until shortly before midnight.",
]


def roles(*paragraphs: str) -> list[Role]:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return [block.role for block in assign_roles(text, tuple(blocks))]


def role_between(paragraph: str) -> Role:
    """The role of ``paragraph`` in the middle of a story."""
    return roles(*BODY, paragraph, *BODY)[3]


@pytest.mark.parametrize(
    "headline",
    [
        "Council votes to close library",
        "Council Votes to Close Library After Two-Year Debate",
        "COUNCIL VOTES TO CLOSE LIBRARY",
        "‘No choice left’: council to close library",
        "Council Votes To Close Library.",
        "Library to close;",
    ],
)
def test_headline(headline):
    assert roles(headline, *BODY) == [Role.HEADLINE, *[Role.BODY] * 3]


def test_headline_standfirst_byline_date():
    top = [
        "Council votes to close library",
        "After two years of debate, members say the building near the market needs repairs beyond the town's means",
        "By John Doe",
        "Monday, March 3, 2025",
    ]
    assert roles(*top, *BODY)[:4] == [Role.HEADLINE, Role.STANDFIRST, Role.BYLINE, Role.DATELINE]
    assert roles(top[0], "John Doe, Valley Times", *BODY)[1] is Role.BYLINE


@pytest.mark.parametrize("crosshead", ["‘A long wait’", "Rising costs", "Two years of talks", "4 The new building"])
def test_crosshead(crosshead):
    assert role_between(crosshead) is Role.HEADLINE


@pytest.mark.parametrize(
    "truncated",
    [
        "Mayor Ann Roe, who has led the town since",
        "The library, which opened in 1931, has lost almost half of its",
        "On Tuesday, members of the opposition said they would",
        "The council has been under pressure to cut its spending on the town's public buildings",
        "The vote was close. Four members had wanted to wait until the state",
        "The vote was close. There is",
    ],
)
def test_a_paragraph_that_lost_its_end_stays_body(truncated):
    assert role_between(truncated) is Role.BODY
    assert roles(*BODY, truncated)[-1] is Role.BODY


@pytest.mark.parametrize("clipped", ["The council met on Monday and said the", "There is", "The council met. says Mr."])
def test_a_block_alone_is_body_unless_it_is_very_short(clipped):
    assert roles(clipped)[0] is (Role.BODY if len(clipped) > 10 else Role.HEADLINE)


@pytest.mark.parametrize(
    ("block", "role"),
    [
        ("Residents wait outside the library on Monday. (AP Photo/John Doe)", Role.CAPTION),
        ("FILE - In this March 3, 2025, file photo, Mayor Ann Roe speaks in Oldtown.", Role.CAPTION),
        ("Ann Roe at the library on Monday. Photograph: John Doe/The Valley Times", Role.CAPTION),
        ("Readers queue in front of the library [John Doe/Reuters]", Role.CAPTION),
        ("This article was amended on March 4 to correct the date of the vote.", Role.FURNITURE),
        ("Associated Press writer John Doe contributed to this report.", Role.FURNITURE),
        ("Why libraries close: a history Read more", Role.FURNITURE),
        ("Story Continued Below", Role.FURNITURE),
        ("(Applause)", Role.FURNITURE),
        ("(Reporting by John Doe; editing by Jane Roe)", Role.FURNITURE),
        ("___", Role.FURNITURE),
        ("Oldtown 2 – 1 Newtown", Role.TABLE),
        ("Cases - 4,125", Role.TABLE),
        ("- More money for books", Role.LIST),
        ("It is a sad day for us all. — Ann Roe (@annroe) March 3, 2025", Role.QUOTE),
        ("It is a sad day for us all, and we had no choice. Ann Roe, Mayor", Role.QUOTE),
    ],
)
def test_what_stands_around_the_story(block, role):
    assert role_between(block) is role


@pytest.mark.parametrize(
    "paragraph",
    [
        "He agreed.",
        "“No.”",
        "By Monday, the books had gone.",
        "(The mayor declined to comment.)",
        "The town will change as follows:",
        "Follow the money, she said.",
        "She said the photo was sold to the agency Getty Images, which denied it had paid for it.",
    ],
)
def test_short_paragraphs_are_body(paragraph):
    assert role_between(paragraph) is Role.BODY


def test_bare_items_in_a_row_are_a_list():
    items = ["More money for books", "Longer hours at night", "A second branch", "Repairs to the roof"]
    assert set(roles(*BODY, *items, *BODY)[4:6]) == {Role.LIST}


def test_markup_has_the_last_word():
    text = "Rising costs"
    block = Block(0, len(text), Role.BODY, marked=True)
    assert assign_roles(text, (block,)) == (block,)


def test_many_blocks_take_linear_time():
    start = time.perf_counter()
    roles(*["Rising costs", BODY[0]] * 10_000)
    assert time.perf_counter() - start < 10
