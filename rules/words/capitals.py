"""words/capitals"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Finding, Role, Rule, Span, english, expression, flags, passes

from ._unknown import english_around

# A word in lower case between others, not within an address, a tag, a compound, or quotation marks of its own.
_LOWER = expression(r"(?<=[a-z,] )[a-z]{4,}(?=(?:['’]s)?(?: [a-z]|[,.;:?!)](?:\s|$)| [A-Z0-9]))")
# Bodies and places whose second word has a capital wherever the first has one.
_PAIRS = (
    "United States", "United Nations", "United Kingdom", "White House", "Middle East", "Wall Street", "Soviet Union",
    "European Union", "Associated Press", "Oval Office", "Rhode Island", "Capitol Hill", "Downing Street",
    "Security Council", "Air Force", "West Bank", "Long Island",
)  # fmt: skip
_HALF = expression(r"(?<=[a-z,;:(] )(?:" + "|".join(f"{p[0]}{p[1:].lower()}" for p in _PAIRS) + r")(?![\w’'-])")
_OTHER_HALF = expression(r"\b(?:united (?:States|Nations|Kingdom)|middle East|supreme Court|prime Minister)\b")
# A body whose name ends in an adjective with a capital would end so: "Ohio Medical [Society]".
_BODY = expression(
    r"(?<=[a-z,] )(?:[A-Z][a-z]+(?: & | of | and | )){1,4}"
    r"(?!General|Federal)[A-Z][a-z]+(?:ic|ion|ur|ent|i?ci|er)al"
    r" (academy|association|college|foundation|institute|museum|school|sciences|society|university)(?![\w’'-])"
)
_UNREAD = (Role.TABLE, Role.FURNITURE, Role.BYLINE)


class Capitals(Rule):
    """A name lacks its capital: “on monday”, “the United states”, “the Ohio Medical society”.

    Told of days, months, peoples, places and persons that edited news never writes in lower case and that are no other
    word; of some twenty bodies and places with a capital in one half only; and of a body whose name has all its
    capitals but the last, after an adjective that has one. What style books write either way (the Labour party, the
    Supreme court) is left alone, and so is a form that stands three times. `words` holds what the house writes in lower
    case.
    """

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

    def check(self, article: Article) -> Iterator[Finding]:
        for span, name in self._lacking(article.text):
            form = article.text[span.start : span.end]
            if article.role_at(span.start) in _UNREAD or form in self.words or article.text.count(form) > 2:
                continue
            yield self.finding(span, f"“{form}” lacks a capital: “{name}”.", suggest=name)

    def _lacking(self, text: str) -> Iterator[tuple[Span, str]]:
        for match in _LOWER.finditer(text):
            span = Span(*match.span())
            if english.needs_capital(match[0]) and english_around(text, span):
                yield span, match[0].capitalize()
        for pattern in (_HALF, _OTHER_HALF):
            for match in pattern.finditer(text):
                yield Span(*match.span()), match[0].title()
        for match in _BODY.finditer(text):
            yield Span(*match.span(1)), match[1].capitalize()
