"""Quotation marks and quotations: what is a mark, which side, and where damage ends."""

import re

import pytest

from newslint.analysis.quotations.pairing import Pairing
from newslint.analysis.quotations.paragraphs import find_marks
from newslint.analysis.quotations.quotes import find_quotes
from newslint.article import Article
from newslint.model.block import Block
from newslint.model.document import Document
from newslint.model.span import Span


def article_of(text: str) -> Article:
    return Article(Document(text, tuple(Block(*match.span()) for match in re.finditer(r"\S(?:.*\S)?", text))))


def quoted(text: str) -> list[str]:
    return [quote.text for quote in article_of(text).quotes]


def unpaired(text: str) -> list[tuple[str, str]]:
    """(pairing, the mark with the six characters after it) of every mark that is not simply paired."""
    marks = article_of(text).quote_marks
    return [(mark.pairing, text[mark.start : mark.end + 6]) for mark in marks if mark.pairing is not Pairing.PAIRED]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“We won,” she said. “At last.”", ["We won,", "At last."]),
        ('"We won," she said. "At last."', ["We won,", "At last."]),
        ("‘We won,’ she said. ‘At last.’", ["We won,", "At last."]),
        ("'We won,' she said. 'At last.'", ["We won,", "At last."]),
        ("« Nous avons gagné », she said.", [" Nous avons gagné "]),
        ("``We won,'' she said.", ["We won,"]),
        ("It was called “the end”.", ["the end"]),
        ("It was “the end”, he said, and “a start.”", ["the end", "a start."]),
        ("He said:“We won.” And left.", ["We won."]),
        ("The plan—“a disgrace”—was dropped.", ["a disgrace"]),
        ('The plan--"a disgrace"--was dropped.', ["a disgrace"]),
        ('He said "...and then we won."', ["...and then we won."]),
        ('He ("the Fox") left.', ["the Fox"]),
        ('“Hello," she said.', ["Hello,"]),
    ],
)
def test_styles(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside
    assert unpaired(text) == []


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“He told me, ‘Go home,’ and I went,” she said.", ["He told me, ‘Go home,’ and I went,", "Go home,"]),
        ("‘He told me, “Go home,” and I went,’ she said.", ["He told me, “Go home,” and I went,", "Go home,"]),
        ("\"He told me, 'Go home.'\" She went.", ["He told me, 'Go home.'", "Go home."]),
        ("“‘Go home’ was all he said,” she said.", ["‘Go home’ was all he said,", "Go home"]),
        ("“He said “no” to me,” she said.", ["He said “no” to me,", "no"]),
    ],
)
def test_nested(text: str, inside: list[str]) -> None:
    assert quoted(text) == inside
    assert [quote.level for quote in article_of(text).quotes] == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "They don't, won't and can't, and it's the dog's.",
        "In the '90s and the ’80s, rock 'n' roll and rock ’n’ roll.",
        "Give 'em hell till ’tis done, 'cause they're comin' home.",
        "The boys' bikes and the girls’ bags were at the Joneses' house.",
        'He is 6\'2" tall, she 5\' 11", on a 27" screen and a 40” TV.',
        "Class of '08 meets the class of ’09.",
        "James' car, Congress' vote.",
    ],
)
def test_apostrophes_inches_and_elisions_are_no_marks(text: str) -> None:
    assert article_of(text).quote_marks == ()


def test_apostrophes_within_single_quotes() -> None:
    text = "'The boys' bikes weren't theirs,' he said of the workers' club."
    assert quoted(text) == ["The boys' bikes weren't theirs,"]
    assert quoted("He called it 'a dogs' dinner' and 'the workers' and left.") == ["a dogs' dinner", "the workers"]


def test_several_paragraphs() -> None:
    text = "“We came.\n\n“We saw.\n\n“We won,” she said.\n\nThat was it."
    assert [(quote.text, quote.continues) for quote in article_of(text).quotes] == [
        ("We came.", True),
        ("We saw.", True),
        ("We won,", False),
    ]
    assert unpaired(text) == []


def test_several_paragraphs_when_their_breaks_are_lost() -> None:
    text = 'She said: "We came. "We saw. "We won." That was it.'
    assert quoted(text) == ["We came.", "We saw.", "We won."]
    assert [problem for problem, _ in unpaired(text)] == ["reopened", "reopened"]


def test_a_partial_quotation_does_not_go_on() -> None:
    text = "He was “tired of it all.\n\n“I quit,” she said."
    assert unpaired(text) == [("partial", "“tired ")]
    assert quoted(text) == ["I quit,"]


def test_an_attribution_within_an_open_quotation_shows_the_slip() -> None:
    text = "“We will win, said Marta Lind.\n\n“I quit,” she said."
    assert unpaired(text) == [("unclosed", "“We wil")]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("“We won, she said.", [("unclosed", "“We won")]),
        ("We won,” she said.", [("unopened", "” she s")]),
        ("“We won, she said. “At last.”", [("unclosed", "“We won")]),
        ("“We won,” she said. At last.”", [("unopened", "”")]),
        ('We won," she said. "At last."', [("unopened", '" she s')]),
        ("”We won,” she said.", [("turned", "”We won")]),
        ("“We won,“ she said.", [("turned", "“ she s")]),
    ],
)
def test_slips(text: str, wrong: list[tuple[str, str]]) -> None:
    assert unpaired(text) == wrong


def test_damage_ends_with_its_paragraph() -> None:
    text = "“We won, she said.\n\nThen “nobody” spoke.\n\nWe lost,” he said.\n\n“All” was well."
    assert quoted(text) == ["nobody", "All"]


def test_only_what_is_surely_quoted_is_guarded() -> None:
    text = "“We ‘won’ it,” she said.\n\n“We lost, he said. It is his own fault."
    article = article_of(text)

    def guarded(words: str) -> bool:
        start = text.index(words)
        return article.in_quotation(Span(start, start + len(words)))

    assert guarded("won")
    assert guarded("it,")
    assert not guarded("said")
    assert not guarded("fault")
    assert not guarded("lost")


def test_tags_left_in_the_text_hold_no_quotations_out_of_balance() -> None:
    assert unpaired('<tweet pic="" author="nobody" id="6">Hello there.</tweet>') == []


@pytest.mark.parametrize(
    "unit", ["“", "”", '"', "'", "‘", "\"'", "“a ", ' "a', '"" ', "“ a,’ ", "‘a “", "“ ‘a “b”", "“A, he said to me. "]
)
def test_ten_thousand_marks(unit: str) -> None:
    text = unit * 10_000
    blocks = (Block(0, len(text)),)
    find_quotes(text, blocks, find_marks(text, blocks))


def test_a_second_paragraph_without_its_opening_mark() -> None:
    text = "“We came.\n\nWe saw ‘Rome’.” So she said."
    assert unpaired(text) == [("runs on", "“We cam")]
    assert quoted(text) == ["We came.", "We saw ‘Rome’.", "Rome"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("We won,’ she said. ‘At last.’", [("unopened", "’ she s")]),
        ("We won,' she said. 'At last.'", [("unopened", "' she s")]),
        ("‘We won,’’ she said.", [("unclosed", "‘We won"), ("unopened", "’’ she s")]),
        ("‘We won,‘ she said.", [("turned", "‘ she s")]),
        ("’We won,’ she said.", [("turned", "’We won")]),
        ("‘He called it “mad,’ she said.", [("unclosed", "“mad,’ ")]),
        ("“We won,’ she said.", [("unclosed", "“We won"), ("unopened", "’ she s")]),
        ("‘We won. The end. ‘At last,’ she said.", [("reopened", "‘We won")]),
        ("He said 'terror is the answer. It is not.", [("unclosed", "'terror")]),
        ("“We won, the mayor of Moss said last week. “At last.”", [("unclosed", "“We won")]),
        ("“We won, Ann Lind, who runs it, told the paper. “At last.”", [("unclosed", "“We won")]),
        ("They dubbed the “Last Train a gift. “At last,” he said.", [("unclosed", "“Last T")]),
        ("It was “a gift and that was it. “At last,” he said.", [("unclosed", "“a gift")]),
    ],
)
def test_slips_in_other_styles(text: str, wrong: list[tuple[str, str]]) -> None:
    assert unpaired(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "‘’Til death, and ’90s music,’ she said. ’Twas the boys’ idea.",
        "'Til death,' she said. The boys' 'em and 'ow were lost on Mr. Berg's aunt.",
        "“It was a gift,’’ she said. “At last.’’",
        "She asked, ‘Who?’, and left: ‘me’ – ‘you’.",
        "Gerald and Sons Inc.’s year. The 'round trip of the '60s. Rock ’n’ roll.",
        "“I was ill, so the doctor told me to rest, the nurse said no.\n\n“And I did,” he said.",
    ],
)
def test_sound_copy_in_other_styles(text: str) -> None:
    assert unpaired(text) == []
