from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint import Article, Finding, Role, Rule, Severity, Span, expression, flags, passes

_SMALL = frozenset("of the and for in on to de la du des del di da et y a an with by at &".split(" "))


class Expansion(NamedTuple):
    """An abbreviation in brackets after its full name."""

    start: int
    end: int
    name: str
    acronym: str
    at: int  # where the abbreviation stands


class Acronym(Rule):
    """An abbreviation that is expanded in two ways, or used before it is expanded.

    “World Health Organization (WHO)” and, below, “World Health Office (WHO)”: one is wrong. Where one name only cuts
    the other short, and where the abbreviation comes before its own expansion, it is a hint.
    """

    severity = Severity.WARNING
    source = "news desks: spell out at first use"
    examples = (
        flags("The World Health Organization (WHO) met. Later the [[World Health Office]] (WHO) spoke."),
        flags("The [[NGWB]] met on Monday. The National Grain and Wheat Board (NGWB) sells wheat."),
        passes("The World Health Organization (WHO) met. Later the WHO spoke."),
        passes("The Ghent mill (GM) burned down. Dairy farms (DF) did not."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        expansions = list(expansions_in(article.text))
        if not expansions:
            return
        first: dict[str, Expansion] = {}
        for expansion in expansions:
            known = first.setdefault(expansion.acronym, expansion)
            one, two = _key(known.name), _key(expansion.name)
            if one != two:
                short = one.startswith(two) or two.startswith(one)
                yield self.finding(
                    Span(expansion.start, expansion.end),
                    f"“{expansion.acronym}” is “{expansion.name}” here, “{known.name}” before.",
                    related=[(Span(known.start, known.end), "expanded before")],
                    severity=Severity.INFO if short else Severity.WARNING,
                )
        yield from self._used_before(article, first)

    def _used_before(self, article: Article, first: dict[str, Expansion]) -> Iterator[Finding]:
        waiting = dict(first)
        for match in _CAPITALS.finditer(article.text):
            expansion = waiting.pop(match[0], None)
            if expansion is not None and match.start() < expansion.start:
                if _LONGER.match(article.text, match.end()) or article.role_at(match.start()) is not Role.BODY:
                    waiting[match[0]] = expansion
                    continue
                yield self.finding(
                    Span(*match.span()),
                    f"“{expansion.acronym}” is used before it is expanded.",
                    related=[(Span(expansion.start, expansion.end), "expanded here")],
                    severity=Severity.INFO,
                )
            if not waiting:
                return


_CAPITALS = expression(r"(?<!\w)[A-Z]\w{1,9}(?!\w)")


# Part of another word or of a longer name: the NRA Foundation.
_LONGER = expression(r"\w|[’']s\s[A-Z]|[ -][A-Z]")


def expansions_in(text: str) -> Iterator[Expansion]:
    """Every "Full Name (FN)" whose capitals or initials make the abbreviation."""
    for match in _BRACKET.finditer(text):
        acronym = match[1]
        low = max(0, match.start() - 90)
        before = text[low : match.start()]
        before = before[max(before.rfind("\n"), before.rfind(". "), before.rfind(","), before.rfind("(")) + 1 :]
        words = list(re.finditer(r"[\w’'.&-]+", before))
        start = _aligned([word[0] for word in words], acronym)
        if start is not None:
            begin = match.start() - len(before) + words[start].start()
            end = match.start() - len(before) + words[-1].end()
            yield Expansion(begin, end, text[begin:end], acronym, match.start(1))


def _aligned(words: list[str], acronym: str) -> int | None:
    """The first word of the name whose initials are ``acronym``; small words may be skipped. At least two words."""
    letters = [letter for letter in acronym if letter.isupper()]
    index = len(words) - 1
    for letter in reversed(letters):
        while index >= 0 and words[index].lower() in _SMALL and words[index][0].lower() != letter.lower():
            index -= 1
        while index >= 0 and words[index] in _SMALL:
            index -= 1
        if index < 0 or words[index][0] != letter:
            return None
        index -= 1
    return index + 1 if len(words) - index > 2 else None


def _key(name: str) -> str:
    words = [word.lower().strip(".’'") for word in re.split(r"[\s-]+", name) if word.lower() not in _SMALL]
    return " ".join(_plain(word) for word in words)


def _plain(word: str) -> str:
    """A word without plural, possessive and the differences of British and American spelling."""
    word = re.sub(r"[’']s$", "", word).rstrip("s")
    return word.replace("isation", "ization").replace("centre", "center").replace("defence", "defense")


_BRACKET = expression(r"\s\((?:the\s+)?([A-Z][A-Za-z]{0,2}[A-Z]{1,6}s?)\)")
