"""A text longer than any article is read part by part."""

from pathlib import Path

import pytest

from newslint import Article
from newslint.findings.parts import LONGEST, parts_of
from newslint.model.document import Document
from newslint.run.run import Run
from newslint.run.settings import Options

SENTENCE = "The council of Mill Bridge voted to close the library on Monday, and the mayor was glad of it. "
COUNT = 2 * LONGEST // len(SENTENCE)
RUN = Run(Options(no_config=True))
PATH = Path("article.txt")


def of(text: str) -> Article:
    return RUN.articles(PATH, text)[0]


def test_an_article_is_its_own_part() -> None:
    article = of(SENTENCE)
    assert [part for _, part in parts_of(article)] == [article]


@pytest.mark.parametrize("text", [SENTENCE * COUNT, (SENTENCE + "\n\n") * COUNT, "a" * 3 * LONGEST], ids=lambda _: "")
def test_parts_are_no_longer_than_a_part_and_leave_no_word_out(text: str) -> None:
    article = of(text)
    parts = [part.text for _, part in parts_of(article)]
    assert max(map(len, parts)) <= LONGEST + 2
    assert "".join(parts) == article.text


def test_a_long_line_is_cut_after_a_sentence() -> None:
    for _, part in parts_of(of(SENTENCE * COUNT)):
        assert part.text[part.blocks[-1].start : part.blocks[-1].end].endswith("glad of it.")


def test_paragraphs_keep_the_roles_that_all_of_the_text_gives_them() -> None:
    article = of((SENTENCE + "\n\n") * COUNT)
    assert [block.role for _, part in parts_of(article) for block in part.blocks] == [b.role for b in article.blocks]


def test_what_is_found_in_a_later_part_stands_at_its_place() -> None:
    text = SENTENCE * COUNT + "It was the the end of it, she said. "
    found = [row for row in RUN.check_text(PATH, text).findings if row.rule == "sentences/repeated-word"]
    assert [text[row.start : row.end] for row in found] == ["the the"]


def test_the_title_of_a_document_is_held_against_the_first_part_only() -> None:
    document = Document(SENTENCE * COUNT, of(SENTENCE * COUNT).blocks)
    titled = Article(document._replace(metadata=document.metadata._replace(title="Library to close")))
    assert [part.metadata.title for _, part in parts_of(titled)][:2] == ["Library to close", ""]


def test_a_rule_that_fails_on_two_parts_is_told_once() -> None:
    class Failing:
        id = "a/b"

        def check(self, article: Article) -> None:
            raise KeyError("key")

    from newslint.findings.pipeline import lint

    assert len(lint(of(SENTENCE * COUNT), [Failing()])[1]) == 1  # type: ignore[list-item]
