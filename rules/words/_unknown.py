"""The words of an article that no dictionary has: a view that the rules of this family share."""

from __future__ import annotations

import re

from newslint import Article, Role, Span, english, expression

# Not within a web address, a handle, a tag, a file name, brackets ("[f]ederal"), quotation marks of its own, or a
# compound with a hyphen. A possessive ending is left out.
_START, _END = r"(?<![\w@#./=&*\\'’‘“\"\[\]()$:~^-])", r"(?![\w@/=*\\\[\](~^‐‑-]|[.:]\w|['’](?!s\b))"
_LOWER = expression(rf"{_START}[a-zà-öø-ÿ]{{4,24}}{_END}")
_CAPITALISED = expression(rf"{_START}[A-Z][a-z]{{4,24}}{_END}")
_UNREAD = (Role.TABLE, Role.FURNITURE, Role.BYLINE, Role.DATELINE)


def unknown_words(article: Article) -> tuple[Span, ...]:
    """Words in lower case that no dictionary has, in order."""
    return _spans(article, _LOWER)


def unknown_capitals(article: Article) -> tuple[Span, ...]:
    """Words with a capital that are in no dictionary either, which holds the names that the world knows."""
    return _spans(article, _CAPITALISED)


def _spans(article: Article, pattern: re.Pattern[str]) -> tuple[Span, ...]:
    text = article.text
    forms = {form for form in pattern.findall(text) if not english.in_dictionary(form)}
    if not forms:
        return ()
    spans = [Span(*match.span()) for match in pattern.finditer(text) if match[0] in forms]
    return tuple(span for span in spans if article.role_at(span.start) not in _UNREAD)


def around(text: str, span: Span) -> tuple[str, str]:
    """The words before and after, "" where another mark than a space stands between."""
    before = _BEFORE.search(text, max(0, span.start - 30), span.start)
    after = _AFTER.match(text, span.end)
    return before[1] if before else "", after[1] if after else ""


_BEFORE = expression(r"([\w’'-]+) $")
_AFTER = expression(r" ([\w’'-]+)")
_NEAR = expression(r"(?<![^\s(])[a-z]{2,}(?![^\s.,;:)?!])")
_REACH = 40  # characters on either side that show the language


def english_around(text: str, span: Span) -> bool:
    """Whether the words around are English: of those in lower case, most are common."""
    near = _NEAR.findall(text, max(0, span.start - _REACH), span.start)
    near += _NEAR.findall(text, span.end, span.end + _REACH)
    return 3 * sum(english.word_size(word) > 0 for word in near) >= 2 * len(near)
