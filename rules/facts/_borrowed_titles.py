"""A title that one bears in one place and that belongs to another: "Sheriff Ruiz", where Kit Marsh is the sheriff."""

from bisect import bisect_right
from collections.abc import Iterator

from newslint import Article, Mention, Person, english, expression, lower_words

_DESCRIBED = expression(r",\s(?:\d+, )?(?:who is |now )?(?:the|an?|one of|its|his|her|their)\s[a-z]")


def borrowed_titles(article: Article) -> Iterator[tuple[Mention, Person, Person]]:
    """The mention with the title, whose it is, and the one other person who bears that title.

    Only of one who is introduced by full name with a description, has the title in one place, which is not the first,
    and is nowhere said to bear it.
    """
    if english.TITLES.isdisjoint(article.view(lower_words)):
        return
    holders: dict[str, list[tuple[Person, Mention]]] = {}
    for person in article.people:
        for mention in person.mentions:
            if mention.title:
                holders.setdefault(mention.title.lower().strip("."), []).append((person, mention))
    for title, held in holders.items():
        people = list(dict.fromkeys(person for person, _ in held))
        for person in people if len(people) > 1 else ():
            others = [other for other in people if other is not person and _is_introduced_with(other, title)]
            borne = [mention for holder, mention in held if holder is person]
            if len(others) == 1 and len(borne) == 1 and _is_described_otherwise(article, person, borne[0], title):
                yield borne[0], person, others[0]


def _is_introduced_with(person: Person, title: str) -> bool:
    return any(
        mention.title.lower().strip(".") == title and len(mention.text.split()) > 1 for mention in person.mentions
    )


def _is_described_otherwise(article: Article, person: Person, borne: Mention, title: str) -> bool:
    first = person.first
    if first is borne or len(first.text.split()) < 2 or _DESCRIBED.match(article.text, first.end) is None:
        return False
    word = title.split()[-1]
    return not any(
        word in _sentence_around(article, mention).lower() for mention in person.mentions if mention is not borne
    )


def _sentence_around(article: Article, mention: Mention) -> str:
    at = bisect_right(article.sentences, mention.start, key=lambda sentence: sentence.start) - 1
    return article.sentences[at].text if at >= 0 else ""
