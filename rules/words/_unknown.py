"""The words of an article that no dictionary has: a view that the rules of this family share."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from newslint import Article, Role, Sieve, Span, distinct_words, english, every_place, expression, kept

# Not within a web address, a handle, a tag, a file name, brackets ("[f]ederal"), quotation marks of its own, or a
# compound with a hyphen, a soft one included. A possessive ending is left out.
_START, _END = r"(?<![\w@#./=&*\\'’‘“\"\[\]()$:~^\xad-])", r"(?![\w@/=*\\\[\](~^‐‑\xad-]|[.:]\w|['’](?!s\b))"
_LOWER = expression(rf"{_START}[a-zà-öø-ÿ]{{4,24}}{_END}")
_OPENS, _FOLLOWED = expression(r"[A-Z][a-z]{6,24}"), expression(r"[A-Z][a-z]{6,24}(?= [a-z])")
_BEFORE_OPENING = expression(r"(?:\A|[.!?]['’\"”]? |\n)[“\"‘']?\Z")
_UNREAD = (Role.TABLE, Role.FURNITURE, Role.BYLINE, Role.DATELINE)


def unknown_words(article: Article) -> tuple[Span, ...]:
    """Words in lower case that no dictionary has, in order."""
    # Hardly a word in lower case is in no dictionary: where it stands, and in what, is asked only then.
    return spans_of(article, _UNKNOWN.odd(article.view(distinct_words)))


def _is_unknown(word: str) -> bool:
    return len(word) > 3 and word.isalpha() and word.islower() and not english.in_dictionary(word)


def _is_unknown_opening(word: str) -> bool:
    return _OPENS.fullmatch(word) is not None and not english.in_dictionary(word)


_UNKNOWN, _UNKNOWN_OPENINGS = Sieve(_is_unknown), Sieve(_is_unknown_opening)


def spans_of(article: Article, forms: Collection[str]) -> tuple[Span, ...]:
    """Where words in lower case stand, in order."""
    text = article.text
    return _in_copy(article, [match.span() for match in _standing(text, forms, _LOWER)])


def unknown_openings(article: Article) -> tuple[Span, ...]:
    """Words of seven letters or more that open a sentence and are in no dictionary, which holds many names too."""
    text = article.text
    found = [
        match.span()
        for match in _standing(text, _UNKNOWN_OPENINGS.odd(article.view(distinct_words)), _FOLLOWED)
        if match.start() == 0 or _BEFORE_OPENING.search(text, max(0, match.start() - 4), match.start())
    ]
    return _in_copy(article, found)


def _standing(text: str, forms: Collection[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The matches of ``pattern`` that are one of ``forms``, which are found sooner than all words are looked at."""
    for start, form in every_place(text, forms):
        match = pattern.match(text, start)
        if match and match[0] == form:
            yield match


def _in_copy(article: Article, places: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    spans = [Span(*place) for place in sorted(places)]
    return tuple(span for span in spans if article.role_at(span.start) not in _UNREAD)


_NEAR = expression(r"(?<![^\s(])[a-z]{2,}(?![^\s.,;:)?!])")
# "qu'on", "l’homme", "d'un": French, and no English word is written so.
_ELIDED = expression(r"(?<![\w'’])(?:[cdjlmns]|qu)['’][aeiouyhàâéèêîô]")
_REACH = 40  # characters on either side that show the language


def english_around(text: str, span: Span) -> bool:
    """Whether the words around are English: of those in lower case, most are common, and none beside it is elided."""
    first = max(0, span.start - _REACH)
    low = max(0, first - 1)
    return _reads_english(text[low : span.end + _REACH], first - low, span.start - low, span.end - low)


@kept
def _reads_english(text: str, low: int, start: int, end: int) -> bool:
    """The same of ``text[start:end]`` among the words from ``low`` on; before them stands at most a character."""
    before, after = text[low:start].rsplit(None, 1)[-1:], text[end:].split(None, 1)[:1]
    if any(map(_ELIDED.match, (*before, *after))):
        return False
    near = [*_NEAR.findall(text, low, start), *_NEAR.findall(text, end)]
    return 3 * sum(english.word_size(word) > 0 for word in near) >= 2 * len(near)
