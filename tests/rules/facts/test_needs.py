"""A template is not run on a sentence that lacks the words it needs: it would have found nothing there."""

import gc
from itertools import pairwise
from pkgutil import walk_packages

import pytest
from newslint_rules import facts

from newslint import Article, Reading, Template, readings
from newslint.analysis.figures.readings import _compiled, _needs, _words_in
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
        needs, pattern = _needs(template.source), _compiled(template.source)
        for reading in rows:
            if pattern.search(reading.text):
                hits += 1
                assert not any(map(_words_in(reading.text).isdisjoint, needs)), (template.source, reading.text)
    assert hits > 300


def test_most_templates_need_words(templates: list[Template]) -> None:
    assert sum(bool(_needs(template.source)) for template in templates) > 0.8 * len(templates)
