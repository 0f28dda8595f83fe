"""Sentences of news copy: each case is written with a bar where one sentence ends and the next begins."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.analysis.text.sentences import ends_between, find_sentences, sentence_start
from newslint.model.block import Block

CASES = """
Mr. Hale met Gov. Jane Roe on Jan. 5 in St. Olaf. | He left.
Rep. Ann Roe, D-Mich., said no. | Sen. John Doe (R-Fla.) agreed. | It passed.
They live in the U.S. | The law is old.
The U.S. President spoke at 9 a.m. Monday to the U.N. Security Council. | He left at 5 p.m. | The crowd stayed.
“Why?” he asked. | “We won!” shouted the captain.
“Why?” Hale asked. | Nobody knew.
“Why now?” Mayor Ann Roe asked the board.
“What for?” asks student Ann Roe, 23.
“We won.” | Hale said the team was happy.
J. K. Hale and George W. Roe met J.R.R. Doe. | Nice.
The plan was to act. | said it was possible.
Hale Inc. said so. | The shop closed at 3 a.m. and reopened.
He said: “It is over.” | She agreed.
“It is over. | We lost,” he said.
It rose 3.5 percent. | See www.example.com. | Then go.
He waited ... and left. | She thought so… | But no.
It was the best year in the whole of the region.” | was.
It was a very long and hard year for the people here.” | said it was possible.
“It was a long year.” said Hale, the mayor.
The vote (it was close!) ended. | He left (by car.) | The end.
The No. 5 seed won. | The answer is no. | The team lost.
“I thought ... I could,” he said.
It happened in Washington, D.C. | Hale spoke.
In Spokane, Wash., the mill shut. | In Portland, Ore. | Police came.
He lives on Main St. | The house is big.
Yahoo! said profits rose. | Yahoo! Mail was down.
The film Shall We Dance? opened.
Is it right? | said it was possible.
1. The council met. | 2. It voted.
Q. Will it rain? | A. It may.
He praised plan B. | The rest left.
The deal is with Roe Motor Corp. | It was large.
He met John Doe Jr. | In 1960 he left.
“Stop! | Put it down!” an officer shouts.
Says Mr. Hale of St. Mary's vs. Roe et al. in court.
The Rev. Al Roe and Lt. Gov. Jo Doe left. | Mrs. Doe and Dr. Roe stayed.
On Sept. 11, 2001, it fell. | In Nov. 2009 it rose.
He said no. | ‘Rain’ came. | (It was wet.) | [Later it dried.]
Their power is waning. | is being made known again.
says Mr. | The alliance won.
She wrote “Homeland.” and left.
He read “It will not do.” — Jane Roe
He said it was over ... | The rest went home.
The depot lies off Rte. nine, which floods. | It shut.
Former Sec. Roe spoke. | The mill sold 3 lbs. of flour. | It weighs 5 lbs. | Roe bought it.
The mill belongs to Roe Mills LLC. | Doe runs it.
It will open at 5p.m. on Monday.
It shut at 5 p.m. ... | The rest left.
"""


@pytest.mark.parametrize("case", [line for line in CASES.splitlines() if line])
def test_case(case):
    wanted = [sentence.strip() for sentence in case.split("|")]
    text = " ".join(wanted)
    assert [sentence.text for sentence in find_sentences(text, (Block(0, len(text)),))] == wanted


def test_block_numbers_and_offsets():
    text = "One came. Two left.\n\nThree stayed."
    found = find_sentences(text, (Block(0, 19), Block(21, 34)))
    assert [(s.text, s.block) for s in found] == [("One came.", 0), ("Two left.", 0), ("Three stayed.", 1)]
    assert all(text[s.start : s.end] == s.text for s in found)


NEWSY = st.text(alphabet=st.sampled_from(list('aIB .!?…"”“’()[]\n\t—,;1-é')), max_size=200)


@given(NEWSY | st.text())
def test_sentences_cover_each_block_in_order(text):
    blocks = tuple(Block(match.start(), match.end()) for match in re.finditer(r"\S(?:[^\n]*\S)?", text))
    found = find_sentences(text, blocks)
    assert sorted(found) == list(found)
    for index, block in enumerate(blocks):
        end = block.start
        for sentence in found:
            if sentence.block == index:
                assert sentence.start >= end
                assert text[end : sentence.start].strip() == ""
                assert sentence.text == text[sentence.start : sentence.end]
                assert sentence.text.strip() == sentence.text != ""
                end = sentence.end
        assert text[end : block.end].strip() == ""


@pytest.mark.parametrize("piece", ["a?” he ", ". ", "...", "(x.) y", '."', "Mr. ", "x", " .", "“a.” b "])
def test_linear_time_on_one_long_line(piece):
    text = piece * 100_000
    start = time.perf_counter()
    find_sentences(text, (Block(0, len(text)),))
    assert time.perf_counter() - start < 10


def test_where_the_sentence_of_a_character_begins():
    text = "Mr. Hale came. The rest left.\n\nIt rained."
    blocks = (Block(0, 29), Block(31, len(text)))
    sentences = find_sentences(text, blocks)
    assert [sentence_start(sentences, text.index(word)) for word in ("Hale", "The", "left", "rained")] == [
        0,
        15,
        15,
        31,
    ]


def test_whether_a_sentence_ends_between_two_places():
    text = "Erik Hale met Mr. Eric Hale. Then they left."
    assert not ends_between(text, 4, 18)
    assert ends_between(text, 4, 34)
