"""words/capitals"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, Sieve, Span, distinct_words, english, flags, passes

from ._unknown import english_around, spans_of

# Bodies and places whose second word has a capital wherever the first has one.
_PAIRS = frozenset(
    {
        *("united states", "united nations", "united kingdom", "white house", "middle east", "wall street"),
        *("soviet union", "european union", "associated press", "oval office", "rhode island", "capitol hill"),
        *("downing street", "security council", "air force", "west bank", "long island"),
    }
)
# Pairs whose first word has a capital wherever the second has one.
_OPEN_PAIRS = frozenset({"united states", "united nations", "united kingdom", "middle east", "prime minister"})
# A body whose name ends in an adjective with a capital would end so: "Ohio Medical [Society]".
_BODIES = frozenset(
    "academy association college foundation institute museum school sciences society university".split()
)
_ADJECTIVES = ("ical", "ional", "ural", "ental", "cial", "eral")
_NEVER_SO = frozenset({"General", "Federal"})


class Capitals(Rule):
    """A name lacks its capital: “on monday”, “the United states”, “the Ohio Medical society”.

    Told of days, months, peoples, places and persons that edited news never writes in lower case and that are no other
    word; of some twenty bodies and places with a capital in one half only; and of a body whose name has all its
    capitals but the last, after an adjective that has one. What style books write either way (the Labour party, the
    Supreme court) is left alone, and so is a form that stands three times. `words` holds what the house writes in lower
    case.

    On 1.3 million words as published: read 1 warning, right 1; read 5 for information, worth a look 3.
    """

    gathers = True
    reference = "Corrections in the histories of news sites"
    examples = (
        flags("The council met on [[monday]] in the old hall.", becomes="The council met on Monday in the old hall."),
        flags(
            "He asked the Ohio Medical [[society]] to pay.",
            becomes="He asked the Ohio Medical Society to pay.",
        ),
        flags("He left the [[United states]] in May.", becomes="He left the United States in May."),
        flags("She met the [[prime Minister]] there.", becomes="She met the Prime Minister there."),
        passes("A porter with a french loaf may march in august; turkey was served on china."),
        passes("The Labour party, the Catholic church, the Scottish government and the Supreme court met."),
    )
    words: frozenset[str] = frozenset()

    @property
    def phrases(self) -> tuple[str, ...]:
        return (*_PAIRS, *_OPEN_PAIRS, *_BODIES)

    def check(self, article: Article) -> Iterator[Finding]:
        for span, name in self._lacking(article):
            form = article.text[span.start : span.end]
            if form not in self.words and article.text.count(form) < 3:
                whole = form.islower() and form not in _BODIES  # chicken kiev, a bain marie: names that became words
                severity = Severity.INFO if whole else None
                yield self.finding(span, f"“{form}” lacks a capital: “{name}”.", suggest=name, severity=severity)

    def _lacking(self, article: Article) -> Iterator[tuple[Span, str]]:
        for span in spans_of(article, _SMALL_NAMES.odd(article.view(distinct_words))):
            if english_around(article.text, span):
                yield span, article.text[span.start : span.end].capitalize()
        for hit in article.hits(self.id):
            span = Span(hit.start, hit.end)
            form = article.text[hit.start : hit.end]
            if hit.phrase in _BODIES:
                if form.islower() and _completes(article.text, hit.start):
                    yield span, form.capitalize()
            elif _mid_sentence(article.text, hit.start) and _half(form):
                yield span, hit.phrase.title()


def _is_small_name(word: str) -> bool:
    return word.islower() and english.needs_capital(word)


_SMALL_NAMES = Sieve(_is_small_name)


def _half(pair: str) -> bool:
    """Whether one word of a pair has its capital and the other has not, where both should."""
    one, two = pair.split()
    if one.istitle():
        return two.islower() and pair.lower() in _PAIRS
    return one.islower() and two.istitle() and pair.lower() in _OPEN_PAIRS


def _mid_sentence(text: str, start: int) -> bool:
    return start > 1 and text[start - 1] == " " and (text[start - 2].isalnum() or text[start - 2] in ",;)")


def _completes(text: str, start: int) -> bool:
    """Whether a name stands before that ends in an adjective: "Ohio Medical", "College of Earth & Mineral"."""
    *before, last = text[max(0, start - 60) : start].split(" ")[:-1] or [""]
    named = next((word for word in reversed(before) if word not in ("&", "and", "of")), "")
    return (
        last.istitle() and last.endswith(_ADJECTIVES) and last not in _NEVER_SO and named.istitle() and named.isalpha()
    )
