"""names/inconsistent-title."""

import re
from collections.abc import Iterator, Set

from newslint import Article, Finding, Rule, Severity, Span, expression, flags, lower_words, passes

_PAST = expression(
    r"\b(?:former|ex|late|then|onetime|one-time|acting|interim|ousted|retired|candidate|nominee|elect)\b", re.I
)
# Offices of which one person holds one at a time, and the ways in which they are written.
_OFFICES = {
    "president": "president",
    "pres": "president",
    "vice president": "vice president",
    "prime minister": "prime minister",
    "premier": "premier",
    "chancellor": "chancellor",
    "senator": "senator",
    "sen": "senator",
    "congressman": "representative",
    "congresswoman": "representative",
    "representative": "representative",
    "rep": "representative",
    "governor": "governor",
    "gov": "governor",
    "lieutenant governor": "lieutenant governor",
    "mayor": "mayor",
    "king": "king",
    "queen": "queen",
    "attorney general": "attorney general",
    "foreign minister": "foreign minister",
    "defense minister": "defence minister",
    "defence minister": "defence minister",
    "finance minister": "finance minister",
    "interior minister": "interior minister",
    "colonel": "colonel",
    "general": "general",
    "major": "major",
    "captain": "captain",
    "sergeant": "sergeant",
    "lieutenant": "lieutenant",
}
_LAST_WORDS: dict[str, list[str]] = {}  # of an office -> the offices that it may be
for _words, _named in _OFFICES.items():
    _LAST_WORDS.setdefault(_words.rpartition(" ")[2], []).append(_named)


class InconsistentTitle(Rule):
    """One person has two offices or ranks that nobody holds at once.

    Flags "Senator Hale" where he is "Governor Hale" elsewhere. One of them may be a former office: then the article
    should say so.

    On 1.3 million words as published: read 2, worth a look 1.
    """

    severity = Severity.INFO
    gathers = True
    reference = "AP: use the current title; mark a past one with former"
    examples = (
        flags("Governor Anna Hale signed it. Gov. Hale smiled. Later [[Senator]] Hale left."),
        passes("Governor Anna Hale signed it. Gov. Hale smiled."),
        passes("Governor Anna Hale signed it. As a senator, former Senator Hale had opposed it."),
        passes("President Anna Hale met Prime Minister Jan Orbell."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if not _may_differ(article.view(lower_words)):
            return
        for person in article.people:
            held: dict[str, list[tuple[int, int, str]]] = {}
            for mention in person.mentions:
                office = _office(mention.title)
                if not office or article.in_quotation(mention):
                    continue
                start = article.text.rfind(mention.title, 0, mention.start)
                if _PAST.search(article.text, max(0, start - 20), mention.start):
                    continue
                held.setdefault(office, []).append((start, start + len(mention.title), mention.title))
            if len(held) < 2:
                continue
            main = max(held, key=lambda office: len(held[office]))
            for office, places in held.items():
                if office != main:
                    for start, end, title in places:
                        usual = held[main][0]
                        message = f"“{title}” here, “{usual[2]}” elsewhere for {person.name}."
                        related = [(Span(*place[:2]), "so here") for place in held[main][:3]]
                        yield self.finding(Span(start, end), message, related=related)


def _may_differ(words: Set[str]) -> bool:
    """Whether two offices may be named, by their last words; looked at before people are read."""
    return len({office for word in words & _LAST_WORDS.keys() for office in _LAST_WORDS[word]}) > 1


def _office(title: str) -> str:
    """The office that a title names, "" if it is none of those that exclude each other."""
    words = title.lower().replace(".", "").split()
    for size in (2, 1):
        office = _OFFICES.get(" ".join(words[-size:]))
        if office:
            return office
    return ""
