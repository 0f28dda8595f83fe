"""Whose captain, mayor or bishop somebody is: "captain of the Hawks", "the Rovers captain"."""

import re
from collections.abc import Iterator

from newslint import Article, Person, expression, lower_words

from ._descriptions import Description

# Posts of which one has one at a time.
_NAMES = (
    "captain|manager|coach|head coach|goalkeeper|striker|midfielder|defender|quarterback|pitcher|mayor|bishop|"
    "archbishop|governor|premier|sheriff|headteacher|head teacher|principal|editor|vicar|rector"
)
_POST = rf"(?P<post>(?:team |club )?(?:{_NAMES}))"
_EACH = _NAMES.split("|")
_ENDS = tuple(f"{name} " for name in _EACH)
_LAST_WORDS = frozenset(name.split()[-1] for name in _EACH)
_BODY = r"(?P<body>[A-Z][\w'’&-]+(?: [A-Z][\w'’&-]+){0,2})"
_OF = expression(rf",? (?:the |an? )?{_POST} (?:of|at|for) (?:the )?{_BODY}(?=[,.;:)]| (?:who|said|says|and)\b|$)")
_WHOSE = expression(rf", (?:the |an? )?{_BODY}(?:[’']s?)? {_POST}(?=[,.;:)]|$)")
_BEFORE = expression(rf"(?:^|[^\w’'.-] ?|\b[Tt]he ){_BODY}(?:[’']s?)? {_POST} $")
_GONE = expression(r"\b(?:former|ex|late|then|once|old|previous|new|next|acting|interim|deputy|assistant|vice)\b", 2)
_STEM = 4  # letters that a place and its people share


def posts(article: Article) -> Iterator[Description]:
    """Every post that a mention of a person carries, with the body that it is a post of."""
    text = article.text
    if _LAST_WORDS.isdisjoint(article.view(lower_words)) or not any(name in text for name in _EACH):
        return
    for person in article.people:
        for mention in person.mentions:
            before, after = text[max(0, mention.start - 60) : mention.start], text[mention.end : mention.end + 90]
            yield from _post(person, mention.end, _OF.match(after) or _WHOSE.match(after), after)
            found = _BEFORE.search(before) if before.endswith(_ENDS) else None
            yield from _post(person, mention.start - len(before), found, before)


def _post(person: Person, low: int, found: re.Match[str] | None, words: str) -> Iterator[Description]:
    if found is None or _GONE.search(words[max(0, found.start() - 16) : found.end()]):
        return
    post = found["post"].split()[-1]
    start, end = found.span("body")
    yield Description(
        low + start, low + end, person.name, f"{post} of", found["body"].split()[-1][:_STEM].lower(), False
    )
