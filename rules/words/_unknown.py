"""The words of an article that no dictionary has: a view that the rules of this family share."""

from __future__ import annotations

import re
from collections.abc import Collection

from newslint import Article, Role, Span, distinct_words, english, expression

# Not within a web address, a handle, a tag, a file name, brackets ("[f]ederal"), quotation marks of its own, or a
# compound with a hyphen, a soft one included. A possessive ending is left out.
_START, _END = r"(?<![\w@#./=&*\\'’‘“\"\[\]()$:~^\xad-])", r"(?![\w@/=*\\\[\](~^‐‑\xad-]|[.:]\w|['’](?!s\b))"
_LOWER = expression(rf"{_START}[a-zà-öø-ÿ]{{4,24}}{_END}")
_OPENING = expression(r"(?:^|[.!?]['’\"”]? |\n)[“\"‘']?([A-Z][a-z]{6,24})(?= [a-z])")
_UNREAD = (Role.TABLE, Role.FURNITURE, Role.BYLINE, Role.DATELINE)


def unknown_words(article: Article) -> tuple[Span, ...]:
    """Words in lower case that no dictionary has, in order."""
    words = article.view(distinct_words)
    # Hardly a word in lower case is in no dictionary: where it stands, and in what, is asked only then.
    return spans_of(
        article,
        {
            word
            for word in words
            if len(word) > 3 and word.isalpha() and word.islower() and not english.in_dictionary(word)
        },
    )


def spans_of(article: Article, forms: Collection[str]) -> tuple[Span, ...]:
    """Where words in lower case stand, in order."""
    return _spans(article, _LOWER, 0, forms) if forms else ()


def unknown_openings(article: Article) -> tuple[Span, ...]:
    """Words of seven letters or more that open a sentence and are in no dictionary, which holds many names too."""
    forms = {form for form in _OPENING.findall(article.text) if not english.in_dictionary(form)}
    return _spans(article, _OPENING, 1, forms) if forms else ()


def _spans(article: Article, pattern: re.Pattern[str], group: int, forms: Collection[str]) -> tuple[Span, ...]:
    spans = [Span(*match.span(group)) for match in pattern.finditer(article.text) if match[group] in forms]
    return tuple(span for span in spans if article.role_at(span.start) not in _UNREAD)


_NEAR = expression(r"(?<![^\s(])[a-z]{2,}(?![^\s.,;:)?!])")
# "qu'on", "l’homme", "d'un": French, and no English word is written so.
_ELIDED = expression(r"(?<![\w'’])(?:[cdjlmns]|qu)['’][aeiouyhàâéèêîô]")
_REACH = 40  # characters on either side that show the language


def english_around(text: str, span: Span) -> bool:
    """Whether the words around are English: of those in lower case, most are common, and none beside it is elided."""
    before, after = (
        text[max(0, span.start - _REACH) : span.start].rsplit(None, 1)[-1:],
        text[span.end : span.end + _REACH].split(None, 1)[:1],
    )
    if any(map(_ELIDED.match, (*before, *after))):
        return False
    near = _NEAR.findall(text, max(0, span.start - _REACH), span.start)
    near += _NEAR.findall(text, span.end, span.end + _REACH)
    return 3 * sum(english.word_size(word) > 0 for word in near) >= 2 * len(near)
