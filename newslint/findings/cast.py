"""The cast list of an article, for a copy editor to tick off: every form of each name, and who is quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import TypedDict

from newslint.analysis.names.people import Mention, Person
from newslint.article import Article
from newslint.model.span import HasSpan, Passage


class PlaceData(TypedDict):
    """Offsets from 0, in code points of the file."""

    start: int
    end: int


class PassageData(PlaceData):
    text: str


class MentionData(PassageData):
    honorific: str
    title: str


class PersonData(TypedDict):
    """``confirmed``: the house list has the name; ``suspicious``: the forms that look misspelt."""

    name: str
    title: str
    mentions: list[MentionData]
    confirmed: bool
    suspicious: list[str]


class SpeakerData(PassageData):
    """Who speaks, in the article's words. ``person``: the name in the cast, if it is somebody there."""

    person: str | None


class QuoteData(PlaceData):
    """A quotation; ``cue``: the words that attribute it, such as “said”."""

    speaker: SpeakerData | None
    cue: PassageData | None


class Cast(TypedDict):
    """Who is in the story, as plain data."""

    people: list[PersonData]
    quotes: list[QuoteData]


def cast_json(article: Article) -> Cast:
    """The cast as plain data; all offsets are code points of the source file."""
    return {
        "people": [_person(article, person) for person in article.people],
        "quotes": list(_quotes(article)),
    }


def _person(article: Article, person: Person) -> PersonData:
    return {
        "name": person.name,
        "title": person.title,
        "mentions": [
            {**_place(article, mention), "text": mention.text, "honorific": mention.honorific, "title": mention.title}
            for mention in person.mentions
        ],
        "confirmed": is_confirmed(article, person),
        "suspicious": [form for form in dict.fromkeys(m.text for m in person.mentions) if _doubts(article, form)],
    }


def _place(article: Article, span: HasSpan) -> PlaceData:
    start, end = article.source_map.to_source(span)
    return {"start": start, "end": end}


def _quotes(article: Article) -> Iterator[QuoteData]:
    said = {quote.start: attribution for attribution in article.attributions for quote in attribution.quotes}
    for quote in article.quotes:
        if not quote.speech:
            continue
        attribution = said.get(quote.start)
        speaker: SpeakerData | None = None
        cue: PassageData | None = None
        if attribution is not None:
            person = attribution.person.name if attribution.person else None
            cue = _passage(article, attribution.cue)
            if attribution.speaker is not None:
                speaker = {**_passage(article, attribution.speaker), "person": person}
        yield {**_place(article, quote), "speaker": speaker, "cue": cue}


def _passage(article: Article, passage: Passage) -> PassageData:
    return {**_place(article, passage), "text": passage.text}


def cast_report(article: Article, source: str = "") -> str:
    """The cast list as text: a person a paragraph, in the order of entry.

    The name in full with what there is to say about it; the title or description; then every form as it stands, with
    its honorific, its count and its lines, the first reference first. A form that looks misspelt is marked with ``?``.
    ``source`` is the file's text, for its line numbers; left out, the lines are those of the clean text.
    """
    breaks = [at for at, letter in enumerate(source or article.text) if letter == "\n"]

    def line(mention: Mention) -> int:
        start = article.source_map.to_source(mention).start if source else mention.start
        return bisect_right(breaks, start - 1) + 1

    people = article.people
    if not people:
        return "Nobody is named.\n"
    return "\n".join("\n".join(_paragraph(article, person, line)) + "\n" for person in people)


def is_confirmed(article: Article, person: Person) -> bool:
    """Whether the house list has the name as the article spells it."""
    return person.name in article.house


def _paragraph(article: Article, person: Person, line: Callable[[Mention], int]) -> Iterator[str]:
    forms: dict[str, list[Mention]] = {}
    for mention in person.mentions:
        forms.setdefault(f"{mention.honorific} {mention.text}".strip(), []).append(mention)
    first = next(iter(forms))
    quoted = sum(bool(said.quotes) and said.person is person for said in article.attributions)
    notes = [
        *(["confirmed by the house list"] if is_confirmed(article, person) else []),
        *(["never given in full"] if len(person.words) == 1 else []),
        *([f"quoted {quoted} time{'s' if quoted > 1 else ''}"] if quoted else []),
    ]
    yield person.name + (f"  ({'; '.join(notes)})" if notes else "")
    if person.title:
        yield f"    {person.title}"
    width = max(map(len, forms))
    for form, mentions in forms.items():
        lines = ", ".join(str(number) for number in dict.fromkeys(map(line, mentions)))
        mark = "?" if _doubts(article, form) else "-"
        why = "".join(f"  ({doubt})" for doubt in _doubts(article, form))
        note = "  first reference" if form == first else ""
        yield f"  {mark} {form:{width}}  {len(mentions):3}  line{'s' if ',' in lines else ''} {lines}{note}{why}"


def _doubts(article: Article, form: str) -> list[str]:
    """What is wrong with a form of a name, in words."""
    odd = article.misspellings
    return [f"elsewhere {odd[word]}" for word in form.replace("-", " ").split() if word in odd]
