"""Who says what: by the place of cue and subject beside a quotation."""

import time

import pytest

from newslint.analysis.speech.attributions import Attribution
from newslint.article import Article
from newslint.readers import standard_readers


def article_of(text: str) -> Article:
    return Article(standard_readers()[0].read(text))


def direct(text: str) -> list[Attribution]:
    return [row for row in article_of(text).attributions if row.quotes]


def said(text: str) -> list[tuple[str, str | None]]:
    """(quotation, speaker's words) of every attributed quotation."""
    return [(quote.text, row.speaker.text if row.speaker else None) for row in direct(text) for quote in row.quotes]


def speaker(text: str) -> str | None:
    ((_, words),) = said(text)
    return words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We won,” says Dr Ann June.", "Dr Ann June"),
        ("“We won,” said Chris Early on Monday.", "Chris Early"),
        ("“We won,” May told reporters.", "May"),
        ("“We won,” Will Lind wrote.", "Will Lind"),
        ("“We won,” said Lind in May.", "Lind"),
        ("“We won,” a man who gave his name as Said told the paper.", "a man"),
        ("Lind, who calls it “a gift to us all,” told readers it was late.", "Lind"),
        ("“We won,” he said.", "he"),
        ("“We won,” said Ann Lind, a teacher from Oslo.", "Ann Lind"),
        ("“We won,” Ann Lind, a teacher from Oslo, told the BBC.", "Ann Lind"),
        ("“We won”, said Mr Lind.", "Mr Lind"),
        ("‘We won,’ says Dr. Lind in her book.", "Dr. Lind"),
        ("“We won!” a spokesman for the Ministry of Works said.", "a spokesman for the Ministry of Works"),
        ("“We won,” said a spokeswoman for the ministry on Monday.", "a spokeswoman for the ministry"),
        ("“We won,” Sen. Ann Lind, R-Ky., said late Tuesday.", "Sen. Ann Lind"),
        ("“We won,” said Ohio congresswoman Ann Lind.", "Ohio congresswoman Ann Lind"),
        ("“We won,” said Maria van der Berg.", "Maria van der Berg"),
        ("“We won,” said Hassan al-Amin of the union.", "Hassan al-Amin"),
        ("“We won,” said Lind and Berg.", "Lind and Berg"),
        ("“We won,” Lind later told reporters.", "Lind"),
        ("“We won,” according to Lind.", "Lind"),
        ("“We won,” deadpanned Lind.", "Lind"),  # a verb that no list holds
        ("“We won,” Lind harrumphed.", "Lind"),
        ("“We won,” chimed in Lind.", "Lind"),
        ("“We won,” said Will Berg, who was there.", "Will Berg"),
        ("“We won,” retired army general Ann Lind said.", "retired army general Ann Lind"),
        ("“We won,” police said.", "police"),
    ],
)
def test_after_the_quotation(text: str, words: str) -> None:
    assert speaker(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lind said: “We won.”", "Lind"),
        ("Lind, who was there, told the paper, “We won.”", "Lind"),
        ("On Monday, the mayor told reporters in Oslo: “We won.”", "the mayor"),
        ("Asked about it, Lind replied: “We won.”", "Lind"),
        ("Waving flags, the men shouted: “We won!”", "the men"),
        ("As Lind put it, “we won.”", "Lind"),
        ("According to Lind, “we won.”", "Lind"),
        ("Lind smiled, adding that “we won the whole thing.”", "Lind"),
        ("She was like, “We won the whole thing.”", "She"),
        ("One resident, Ann Lind, 43, said: “We won.”", "One resident"),
        ("Said Lind, “We won.”", "Lind"),
        ("Lind had one message: “We won.”", "Lind"),
        ("Lind said:\n\n“We won.”", "Lind"),
        ("More from Lind: “We won the whole thing.”", "Lind"),
    ],
)
def test_before_the_quotation(text: str, words: str) -> None:
    assert speaker(text) == words


def test_inside_the_quotation_and_after_it() -> None:
    assert said("“We won,” Lind said, “and we are tired.” He sat down.") == [
        ("We won,", "Lind"),
        ("and we are tired.", "Lind"),
    ]
    rows = direct("“We won,” Lind said. “And we are tired.”")
    assert [(row.inherited, row.speaker and row.speaker.text) for row in rows] == [(False, "Lind"), (True, "Lind")]


def test_carried_over_paragraphs() -> None:
    assert said("Lind said: “We came.\n\n“We saw.\n\n“We won.”") == [
        ("We came.", "Lind"),
        ("We saw.", "Lind"),
        ("We won.", "Lind"),
    ]


def test_a_new_speaker_in_the_same_paragraph() -> None:
    assert said("“We won,” Lind said. Berg replied: “You lost.”") == [("We won,", "Lind"), ("You lost.", "Berg")]


@pytest.mark.parametrize(
    "text",
    [
        "She read “Gone with the Wind” in the garden.",
        "“We won the whole thing.” The hall was quiet.",
        "The so-called “bridge party” met at noon.",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "tail", [" said.", " said in a statement.", " says Mr.", " told reporters.", " added on Monday."]
)
def test_a_cue_without_a_subject(tail: str) -> None:
    assert speaker(f"“We won,”{tail}") is None


@pytest.mark.parametrize(
    ("tail", "second"),
    [
        ("Lind said, he added.", "he added"),
        ("Lind said says Mr.", "says"),
        ("said Lind says Mr.", "says"),
        ("Lind said Lind said.", "Lind said"),
        ("said Lind, said Lind.", "said Lind"),
        ("Lind told reporters, he said.", "he said"),
        ("Lind told reporters says Mr.", "says"),
    ],
)
def test_a_second_attribution(tail: str, second: str) -> None:
    text = f"“We won,” {tail}"
    (row,) = direct(text)
    other = row.second
    assert other is not None
    spans = [other.cue, *([other.speaker] if other.speaker else [])]
    assert text[min(s.start for s in spans) : max(s.end for s in spans)] == second


@pytest.mark.parametrize(
    "text",
    [
        "“We won,” Lind said, adding that it was late.",
        "“We won,” Lind said, according to a transcript.",
        "“We won,” the minister said, Reuters reported.",
        "“We won,” said Lind, who told nobody else.",
        "“We won,” Lind said when asked what he told the court.",
        "“We won,” Lind said. She added that it was late.",
        "Lind said: “We won.” He added that it was late.",
    ],
)
def test_no_second_attribution(text: str) -> None:
    assert [row.second for row in direct(text)] == [None]


def test_indirect_speech_has_no_quotations() -> None:
    rows = article_of("Ann Lind said the bridge was safe. It was old, according to Tom Berg.").attributions
    assert [(row.cue.text, row.speaker and row.speaker.text, row.quotes) for row in rows] == [
        ("said", "Ann Lind", ()),
        ("according to", "Tom Berg", ()),
    ]


def test_speakers_are_linked_to_the_cast() -> None:
    text = "Ann Lind runs the bridge. “It is safe,” Lind said. “It is old,” she added."
    rows = direct(text)
    assert [row.person.name if row.person else None for row in rows] == ["Ann Lind", "Ann Lind"]
    assert [row.speaker.text if row.speaker else "" for row in rows] == ["Lind", "she"]
    assert rows[1].named == rows[0].speaker


def test_a_pronoun_that_may_mean_two_people_is_left_open() -> None:
    text = "“It is safe,” Ann Lind said. Then the engineer Eva Berg said it was not. “It is old,” she added."
    assert direct(text)[-1].person is None or direct(text)[-1].person.name == "Eva Berg"


@pytest.mark.parametrize("unit", ["“Yes,” he said. ", '"', "“a” said ", "said, ", "“Yes,” a ", "“Yes,” said Mr. "])
def test_long_and_odd_text_is_quick(unit: str) -> None:
    began = time.perf_counter()
    assert article_of(unit * 5_000).attributions is not None
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lind said it was over. “We lost the vote.”", "Lind"),
        ("“Yes,” said Lind. Berg said it was not over. “We won the vote.”", "Berg"),
        ("“It is over,” Berg can be heard saying.", "Berg"),
        ("“It is over,” he, like the others, said.", "he"),
        ("The crowd stayed in Oslo, with Lind reportedly yelling: “Go home.”", "Lind"),
        ("Eva Holm (and, as Tom Berg once said, “so it ends”) left.", "Tom Berg"),
        ("The play was so long that a friend of Berg could only quip: “At last.”", "a friend of Berg"),
        ("She spoke of the bill. Lind shot back, “We will not pay.”", "Lind"),
        ("“We lost the vote,” Lind said; “we won”, said Berg.", "Berg"),
    ],
)
def test_the_last_speaker(text: str, speaker: str) -> None:
    found = [row for row in article_of(text).attributions if row.quotes]
    assert found[-1].speaker is not None
    assert found[-1].speaker.text == speaker


def test_who_is_asked_does_not_speak() -> None:
    assert all(not row.quotes for row in article_of("Lind was asked, “Where is it?” It rained.").attributions)
