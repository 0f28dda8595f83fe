"""A template is not run on a sentence that lacks the words it needs: it would have found nothing there."""

import gc
from itertools import pairwise
from pkgutil import walk_packages

import pytest
from newslint_rules import facts

from newslint import Article, Reading, Template, readings
from newslint.analysis.figures.templates import _compiled, words_in
from newslint.readers import reader_for, standard_readers

from .bank import KINDS


@pytest.fixture(scope="module")
def templates() -> list[Template]:
    for module in walk_packages(facts.__path__, f"{facts.__name__}."):
        __import__(module.name)
    return [one for one in gc.get_objects() if isinstance(one, Template)]


def read() -> list[Reading]:
    """The readings of the bank's sentences, right and wrong, each alone and with the next."""
    rows = [row for rows in KINDS.values() for row in rows]
    text = "\n\n".join(sentence.replace("{}", figure) for sentence, *both in rows for figure in both)
    found = Article(reader_for("a.txt", standard_readers()).read(text)).view(readings)
    return [*found, *(one.with_(two) for one, two in pairwise(found))]


def test_what_a_template_finds_holds_the_words_it_needs(templates: list[Template]) -> None:
    rows = read()
    hits = 0
    for template in templates:
        needs, pattern = template.needs, _compiled(template.source)
        for reading in rows:
            if pattern.search(reading.text):
                hits += 1
                assert not any(map(words_in(reading.text).isdisjoint, needs)), (template.source, reading.text)
                assert reading.templates & template.bit, (template.source, reading.text)
    assert hits > 300


def test_most_templates_need_words(templates: list[Template]) -> None:
    assert sum(bool(template.needs) for template in templates) > 0.85 * len(templates)


def test_a_sentence_is_for_few_templates(templates: list[Template]) -> None:
    rows = read()
    assert sum((reading.templates & sum(one.bit for one in templates)).bit_count() for reading in rows) < 12 * len(rows)


def test_a_template_that_is_made_after_a_sentence_was_read_finds_what_it_holds() -> None:
    (reading,) = Article(reader_for("a.txt", standard_readers()).read("They sold 31 cows.")).view(readings)
    late = Template(r"\bsold {count} cows")
    assert [found["count"].value for found in late.finditer(reading)] == [31]
