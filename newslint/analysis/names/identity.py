"""Whether articles of other days speak of one person: by who stands beside them, their titles, and what is near.

A name alone does not tell: a paper has had many a John Burton. The signs are counted over all articles that are known
to speak of somebody; their weights are fitted (identity_weights.py).
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from math import fsum
from typing import TYPE_CHECKING

from newslint.analysis.names.identity_weights import WEIGHTS
from newslint.english.calendar import is_month, is_weekday
from newslint.english.places import is_place
from newslint.english.titles import is_honorific, is_short_title, is_title
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newslint.analysis.names.people import Person
    from newslint.analysis.views import Views

_COMPANY = 12  # people beside whom somebody is named
_MENTIONS = 5  # of a person, whose sentences are read
_PLACES = 12
_OFTEN, _SOMETIMES = 0.2, 0.05  # shares of the articles


class Traits(NamedTuple):
    """What an article shows of who somebody is.

    ``company``: full names of others. ``titles``: words of offices and callings, in lower case. ``places``: places,
    bodies and other proper names in the sentences that name the person.
    """

    company: tuple[str, ...]
    titles: tuple[str, ...]
    places: tuple[str, ...]


class Known(NamedTuple):
    """The traits of somebody in so many articles, each counted once an article."""

    articles: int
    company: Counter[str]
    titles: Counter[str]
    places: Counter[str]


def find_traits(article: "Views") -> "tuple[tuple[Person, Traits], ...]":
    """The traits of everybody of whom the article has a full name, in the order in which they enter."""
    return tuple(_each(article))


def _each(article: "Views") -> "Iterator[tuple[Person, Traits]]":
    cast = [person for person in article.people if len(person.words) > 1]
    taken = {mention.start for person in article.people for mention in person.mentions}
    ends = sorted((mention.end, mention.start) for person in article.people for mention in person.mentions)
    starts = [sentence.start for sentence in article.sentences]

    def is_of_person(start: int) -> bool:
        at = bisect_right(ends, (start, len(article.text)))
        return start in taken or (at < len(ends) and ends[at][1] <= start)

    @cache
    def beside(index: int) -> tuple[str, ...]:
        sentence = article.sentences[index]
        return tuple(islice(_proper_names(article, sentence.start, sentence.end, is_of_person), _PLACES))

    first = [person.name for person in cast[: _COMPANY + 1]]
    for person in cast:
        told = (person.title, *(mention.title for mention in person.mentions))
        titles = {word for title in told for part in title.split() if is_title(word := part.strip(".,").lower())}
        indexes = [bisect_right(starts, mention.start) - 1 for mention in person.mentions[:_MENTIONS]]
        places = dict.fromkeys(name for index in indexes if index >= 0 for name in beside(index))
        company = tuple(name for name in first if name != person.name)[:_COMPANY]
        yield person, Traits(company, tuple(sorted(titles)), tuple(places)[:_PLACES])


def _proper_names(article: "Views", start: int, end: int, is_of_person: Callable[[int], bool]) -> Iterator[str]:
    """The words with a capital of a stretch that are no persons', titles or days."""
    inventory = article.name_inventory
    first = bisect_left(inventory.words, start, key=lambda word: word.start)
    for index in range(first, len(inventory.words)):
        word = inventory.words[index]
        if word.start >= end:
            break
        form = word.text
        if is_of_person(word.start) or is_title(form) or is_honorific(form) or is_month(form) or is_weekday(form):
            continue
        if is_place(form) or not inventory.opens_sentence(index):
            yield form


def known_from(many: Iterable[Traits]) -> Known:
    """The traits of one person in several articles, added up."""
    known = Known(0, Counter(), Counter(), Counter())
    articles = 0
    for traits in many:
        articles += 1
        known.company.update(traits.company)
        known.titles.update(traits.titles)
        known.places.update(traits.places)
    return known._replace(articles=articles)


def same_person(one: Traits, known: Known) -> float:
    """The log-odds that an article speaks of somebody who is known from others, were each as likely beforehand."""
    return fsum(WEIGHTS.get(sign, 0.0) for sign in identity_signs(one, known))


def identity_signs(one: Traits, known: Known) -> Iterator[str]:
    """The names of the signs (see WEIGHTS)."""
    yield "always"
    yield from _shared("company", one.company, known.company, known.articles)
    yield from _shared("title", one.titles, _with_short(one.titles, known.titles), known.articles)
    yield from _shared("place", one.places, known.places, known.articles)


def _shared(what: str, here: tuple[str, ...], there: Counter[str], articles: int) -> Iterator[str]:
    """How usual the most usual trait is that both have; nothing where one shows none at all."""
    if not here or not there:
        return
    found = [there[trait] for trait in here if trait in there]
    share = max(found, default=0) / articles
    often = "often" if share >= _OFTEN else "sometimes" if share >= _SOMETIMES else "seldom" if found else "none"
    yield f"{what}: {often}"
    if len(found) > 1:
        yield f"{what}: several"


def _with_short(here: tuple[str, ...], there: Counter[str]) -> Counter[str]:
    """The counts of titles in the forms that are used here: "sen" for "senator"."""
    found = Counter(there)
    for title in here:
        for other, times in there.items():
            short, whole = sorted((title, other), key=len)
            if short != whole and is_short_title(short) and whole.startswith(short):
                found[title] = max(found[title], times)
    return found
