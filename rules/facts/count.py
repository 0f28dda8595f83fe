from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from newslint import (
    Article,
    Finding,
    Role,
    Rule,
    Severity,
    Span,
    compiled,
    english,
    expression,
    flags,
    lower_words,
    passes,
)

from ._announced import GROUPS, Announcement, announcement, list_stop
from ._described import read_described
from ._listed_days import listed_days
from ._lists import Listing, read_list
from ._occasions import occasions
from ._reference import occurrences, quoted_as_hints

_UNCOUNTED = frozenset(
    (
        "percent per cent points point years year months month weeks week days day hours hour minutes minute seconds "
        "dollars pounds euros cents pence miles mile kilometres kilometers metres meters feet inches degrees tonnes "
        "tons goals runs votes seats words letters times am pm stars acres "
        "wickets overs laps yards rounds pages copies episodes series sets thirds quarters others decades centuries"
    ).split(" ")
).union(english.SCALES)
_LONG = 12  # blocks that one item of a list may have
_PLACES = frozenset("cities towns villages suburbs places locations sites airports counties states regions".split(" "))
MOST = 40  # a longer list is no list in a sentence


class Count(Rule):
    """A number that is not that of the list after it.

    “Five countries: Kenya, Norway, Malta and Nepal” names four. The rule counts lists of like things after a colon, a
    dash, a bracket or “namely”, and Markdown lists after a paragraph that announces them, and “both” before three. It
    is silent after “including” and “such as”, for “at least” and “about”, and where commas or “and” can be read in two
    ways.

    On 13 million words of edited copy, on some of which it was mended: read 2, right 2.
    """

    severity = Severity.WARNING
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("The pact was signed by [[five countries]]: Kenya, Norway, Malta and Nepal."),
        flags("The [[three brothers]] – Ivan, Petar, Luka and Ante – run the mill."),
        flags("The plan serves [[both]] Ghent, Bruges and Antwerp."),
        flags("Snow fell on [[three days]] in May. It came on the 4th, the 5th, the 9th and the 22nd."),
        flags("[[Neither]] of the three sisters spoke."),
        passes("The pact was signed by five countries, including Kenya and Norway."),
        passes("The pact was signed by three countries: Kenya, Bosnia and Herzegovina, and Nepal."),
        passes("She has two homes: Paris, where she works, and Ghent."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        text, words = article.text, article.view(lower_words)
        for number in article.numbers:
            if 2 <= number.value <= MOST and not number.currency and number.unit not in _UNCOUNTED:
                yield from self._announced(article, number.start, number.end, int(number.value))
        for at in occurrences(text, *(f" {word}" for word in GROUPS if word in words)):
            match = _WORD.match(text, at + 1)
            if match and match[0] in GROUPS:
                yield from self._announced(article, at + 1, at, GROUPS[match[0]])
        if not _TWO.isdisjoint(words):
            yield from self._both(text)
        for days in listed_days(article):
            yield self.finding(
                Span(days.told.figure, days.told.end),
                f"“{days.told.text}”, but {days.listed} are named.",
                related=[(Span(days.first.start, days.last.end), f"{days.listed} named")],
            )
        for found in occasions(article):
            yield self.finding(
                found,
                f"“{found.words}”, but {found.listed} are named.",
                related=[(Span(found.end, found.list_end), f"{found.listed} named")],
                severity=self.severity if found.sure else Severity.INFO,
            )

    def _announced(self, article: Article, start: int, end: int, stated: int) -> Iterator[Finding]:
        told = announcement(article, start, end)
        if told is None:
            return
        text = article.text
        span = Span(start, told.noun_end)
        if told.mark in ("colon", "stop") and told.opens >= told.block_end:
            if told.direct and not _OTHER.search(text, max(0, start - 8), start):
                yield from self._block_list(article, span, stated)
            return
        stop = list_stop(article, told)
        listing = None if stop is None else _listing(text[told.opens : stop], told)
        if stop is None or listing is None or listing.fewest <= stated <= listing.most:
            return
        inserted = told.mark == "dash" and text[stop : stop + 2].strip() != ""  # – young, gifted and broke –
        sure = _is_sure(told, listing, inserted)
        if sure is None:
            return
        count = listing.most if stated > listing.most else listing.fewest
        if abs(stated - count) > (2 if stated < 8 else 3) or (stated < count and told.noun in _PLACES):
            return
        if _POINTS_BACK.search(text, max(0, start - 8), start) or _counted_by_another(article, start, listing):
            return
        yield self.finding(
            span,
            f"“{text[span.start : span.end]}”, but the list has {count}.",
            related=[(Span(told.opens, stop), f"{count} items")],
            severity=self.severity if sure else Severity.INFO,
        )

    def _block_list(self, article: Article, span: Span, stated: int) -> Iterator[Finding]:
        """The list items that follow a paragraph as blocks of their own."""
        blocks = article.blocks
        index = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
        items = 0
        while index + 1 + items < len(blocks) and blocks[index + 1 + items].role is Role.LIST:
            items += 1
        if items < 2 or items == stated or abs(items - stated) > 2:
            return
        if any(block.role is Role.LIST for block in blocks[index + 1 + items : index + 1 + items + _LONG]):
            return  # a paragraph stands between the items
        rest = blocks[index + 1 + items] if index + 1 + items < len(blocks) else None
        if rest is not None and article.text[rest.end - 1] not in ".?!:…”\"’'":
            return  # perhaps a further item, taken for something else
        whole = Span(blocks[index + 1].start, blocks[index + items].end)
        yield self.finding(
            span,
            f"“{article.text[span.start : span.end]}”, but the list has {items}.",
            related=[(whole, f"{items} items")],
        )

    def _both(self, text: str) -> Iterator[Finding]:
        for two in _OF_TWO.finditer(text):
            yield self.finding(
                Span(*two.span("word")),
                f"“{two['word']}” is said of two, not of {two['count']}.",
                related=[(Span(*two.span("count")), "the number")],
            )
        for at in occurrences(text, "both ", "Both "):
            if at and (text[at - 1].isalpha() or text.endswith((", ", "(", "– ", "— "), 0, at)):
                continue
            match = _three().match(text, at)
            if match is None:
                continue
            listing = read_list(match["list"])
            if listing is not None and listing.fewest >= 3 and (listing.names or listing.marked):
                span = Span(at, at + 4)
                yield self.finding(
                    span,
                    f"“{text[at : at + 4]}” is said of two, not of {listing.fewest}.",
                    related=[(Span(*match.span("list")), "the list")],
                )


@cache
def _three() -> re.Pattern[str]:
    name = r"(?:the\s)?[A-Z][\w’'.-]*(?:\s(?:[A-Z][\w’'-]+)){0,3}"
    thing = r"(?:a|an|the|his|her|its|their)\s[a-z][\w’'-]*(?:\s(?!and\b|or\b)[a-z][\w’'-]*)?"
    item = rf"(?:{name}|{thing})"
    return compiled(rf"[Bb]oth\s(?P<list>{item},\s{item}\sand\s{item})(?=[\s.,;)]|$)")


def _counted_by_another(article: Article, start: int, listing: Listing) -> bool:
    """Whether another number of the sentence is that of the list: three groups put the four in front: A, B and C."""
    sentence = article.sentences[bisect_right(article.sentences, start, key=lambda sentence: sentence.start) - 1]
    low, high = (bisect_left(article.numbers, at, key=lambda number: number.start) for at in (sentence.start, start))
    return any(
        listing.fewest <= number.value <= listing.most
        and not number.currency
        and number.unit not in _UNCOUNTED
        and not article.text.startswith(" of", number.end)  # three of the seats
        for number in article.numbers[low:high]
    )


def _listing(words: str, told: Announcement) -> Listing | None:
    """What the words after the mark list."""
    words = _INSIDE.sub(r"\2\1", words)
    listing = read_list(words)
    if listing is None and told.mark in ("colon", "dash", "bracket") and told.direct:
        return read_described(words)
    return listing


def _is_sure(told: Announcement, listing: Listing, inserted: bool) -> bool | None:
    """Whether a list is surely that of its number; None where it may be another. ``inserted``: between two dashes."""
    if listing.names:
        if inserted and not told.direct and not told.definite:
            return None  # four engineers from the firm that built it – Low, or LW –
        sure = told.definite if told.mark == "comma" else told.direct or told.mark != "dash"
        return sure and listing.joined
    if (told.mark == "colon" and told.direct) or listing.marked:
        return True
    if told.mark == "colon" or (told.mark in ("dash", "bracket") and told.direct and not inserted):
        return False
    return None


# "fiscal cliff," "hard landing" and: American desks put the comma inside.
_INSIDE = expression(r"([,;])([\"”’])")
_TWO = frozenset(["both", "neither", "either"])
_OF_TWO = expression(
    r"""
    \b(?P<word>[Bb]oth|[Nn]either|[Ee]ither)\sof\s  # both of
    (?:the|its|their|his|her|these|those)\s
    (?P<count>three|four|five|six|seven|eight|nine|ten|\d+)\s  # three
    (?!(?:and|or|to)\b)
    """,
    re.VERBOSE,
)
_OTHER = expression(r"\bother\s$")
_POINTS_BACK = expression(r"\b(?:[Tt]hese|[Tt]hose)\s$")  # what they are was said before
_WORD = expression(r"[a-z]+\b")
