"""An article is complete at birth, and nobody changes it."""

import datetime

import pytest

from newslint.article import Article, Context
from newslint.model.block import Block
from newslint.model.document import Document, Metadata
from newslint.model.name_table import HouseNames
from newslint.model.phrase_index import PhraseIndex

TEXT = "The council met on Monday. It was cold."


class Rule:
    id = "house/cold"
    phrases = ("cold",)


def article(*context, **more):
    return Article(Document(TEXT, (Block(0, len(TEXT)),), **more), *context)


@pytest.mark.parametrize("name", ["text", "names", "metadata", "tokens", "anything"])
def test_nothing_can_be_assigned_to_it(name):
    with pytest.raises(AttributeError, match="frozen"):
        setattr(article(), name, ())


def test_its_context_gives_phrases_names_and_a_date():
    context = Context(PhraseIndex([Rule()]), house=HouseNames(("Kuzio",)), date=datetime.date(2024, 5, 31))
    one = article(context)
    assert [hit.phrase for hit in one.hits("house/cold")] == ["cold"]
    assert (one.house.names, one.metadata.date) == (("Kuzio",), datetime.date(2024, 5, 31))


def test_the_file_s_own_date_comes_first():
    own = Metadata(date=datetime.date(2020, 1, 1))
    assert article(Context(date=datetime.date(2024, 5, 31)), metadata=own).metadata.date == own.date


def test_a_view_is_worked_out_once():
    asked = []

    def length(one):
        asked.append(one)
        return len(one.text)

    one = article()
    assert (one.view(length), one.view(length)) == (len(TEXT), len(TEXT))
    assert asked == [one]
