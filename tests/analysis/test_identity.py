"""What an article shows of who somebody is, and whether two articles speak of one person."""

import pytest

from newslint import Article
from newslint.analysis.names.identity import Traits, find_traits, known_from, same_person
from newslint.readers import documents_of, standard_readers

TEXT = (
    "Senator Marta Kuzio of Hull met Ann Lee on Monday in Leeds.\n\n"
    "“It is late,” Kuzio said to the Gazette. The Herald was there.\n\nAnn Lee, a lawyer, left for York."
)


def traits(text):
    article = Article(documents_of(standard_readers()[0], text)[0])
    return {person.name: found for person, found in find_traits(article)}


def test_company_titles_and_places_are_found():
    assert traits(TEXT) == {
        "Marta Kuzio": Traits(("Ann Lee",), ("senator",), ("Hull", "Leeds", "Gazette")),
        "Ann Lee": Traits(("Marta Kuzio",), ("lawyer",), ("Hull", "Leeds", "York")),
    }


KNOWN = known_from([Traits(("Ann Lee",), ("senator",), ("Hull",))] * 12)
NOTHING = Traits((), (), ())


@pytest.mark.parametrize(
    ("more", "less"),
    [
        (Traits(("Ann Lee",), (), ()), Traits(("Jan Orbell",), (), ())),
        (Traits((), ("senator",), ()), Traits((), ("goalkeeper",), ())),
        (Traits((), ("sen",), ()), NOTHING),  # a title in its short form
        (Traits((), (), ("Hull",)), Traits((), (), ("Leeds",))),
        (NOTHING, Traits((), ("goalkeeper",), ())),  # another title tells against it
    ],
)
def test_what_is_shared_speaks_for_one_person(more, less):
    assert same_person(more, KNOWN) > same_person(less, KNOWN)


def test_what_few_articles_have_tells_little():
    often = known_from([Traits(("Ann Lee",), (), ())] * 12)
    seldom = known_from([Traits(("Ann Lee",), (), ()), *[Traits(("Jan Orbell",), (), ())] * 40])
    one = Traits(("Ann Lee",), (), ())
    assert same_person(one, often) > same_person(one, seldom)
