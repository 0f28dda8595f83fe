from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from newslint import Article, Finding, Role, Rule, Severity, Span, expression, flags, passes

from ._lists import read_list
from ._reference import EXACT, hedge_before, occurrences, quoted_as_hints

_UNCOUNTED = frozenset(
    (
        "percent per cent points point years year months month weeks week days day hours hour minutes minute seconds "
        "dollars pounds euros cents pence miles mile kilometres kilometers metres meters feet inches degrees tonnes "
        "tons goals runs votes seats words letters times thousand million billion hundred dozen am pm stars acres "
        "wickets overs laps yards rounds pages copies episodes series sets thirds quarters others decades centuries"
    ).split(" ")
)
_IRREGULAR = frozenset("people men women children teams criteria media data staff police crew".split(" "))
_PLACES = frozenset("cities towns villages suburbs places locations sites airports counties states regions".split(" "))
_GROUPS = {"duo": 2, "trio": 3, "quartet": 4, "quintet": 5}
NUMERALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "many")
MOST = 40  # a longer list is no list in a sentence


class Count(Rule):
    """A number that is not that of the list after it.

    “Five countries: Kenya, Norway, Malta and Nepal” names four. The rule counts lists of like things after a colon, a
    dash, a bracket or “namely”, and Markdown lists after a paragraph that announces them, and “both” before three. It
    is silent after “including” and “such as”, for “at least” and “about”, and where commas or “and” can be read in two
    ways.
    """

    severity = Severity.WARNING
    source = "arithmetic"
    reads_quotes = True
    examples = (
        flags("The pact was signed by [[five countries]]: Kenya, Norway, Malta and Nepal."),
        flags("The [[three brothers]] – Ivan, Petar, Luka and Ante – run the mill."),
        flags("The plan serves [[both]] Ghent, Bruges and Antwerp."),
        passes("The pact was signed by five countries, including Kenya and Norway."),
        passes("The pact was signed by three countries: Kenya, Bosnia and Herzegovina, and Nepal."),
        passes("She has two homes: Paris, where she works, and Ghent."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        text = article.text
        for number in article.numbers:
            if 2 <= number.value <= MOST and not number.currency and number.unit not in _UNCOUNTED:
                yield from self._announced(article, number.start, number.end, int(number.value))
        for at in occurrences(text, *(f" {word}" for word in _GROUPS)):
            match = _WORD.match(text, at + 1)
            if match and match[0] in _GROUPS:
                yield from self._announced(article, at + 1, at, _GROUPS[match[0]])
        yield from self._both(text)

    def _announced(self, article: Article, start: int, end: int, stated: int) -> Iterator[Finding]:
        text = article.text
        intro = _intro().match(text, end, end + 110)
        if intro is None or not _counts(text, start, intro["words"]):
            return
        words = intro["words"].split()
        mark = intro["mark"].strip()
        noun_end = end + len(intro["words"])
        noun = words[-1].lower() if words else ""
        definite = _DEFINITE.search(text, max(0, start - 24), start) is not None
        direct = (_plural(noun) and len(words) <= 4) or noun in _GROUPS or (not words and definite)
        if not direct:
            plural = next((i for i, word in enumerate(words[:3]) if _plural(word)), None)
            if plural is None or mark not in (":", "namely", ", namely", ", namely:"):
                return
            noun = words[plural].lower()
            noun_end = end + _end_of_word(intro["words"], plural)
        block = article.block_at(start)
        if block is None or _PARTIAL.match(text, intro.end()):
            return
        span = Span(start, noun_end)
        if mark == ":" and intro.end() >= block.end:
            yield from self._block_list(article, span, stated)
            return
        if mark in ("are", "were", ","):  # the five countries, Kenya, Norway, Malta and Nepal, / are Kenya, ...
            names = _names().match(text, intro.end(), block.end) if definite else None
            if names is None:
                return
            stop = names.end()
        else:
            stop = _list_end(text, intro.end(), block.end, mark)
        listing = read_list(text[intro.end() : stop])
        if listing is None or listing.fewest <= stated <= listing.most:
            return
        if not listing.names and not (mark == ":" and direct) and not listing.marked:
            return
        count = listing.most if stated > listing.most else listing.fewest
        if abs(stated - count) > (2 if stated < 8 else 3) or (stated < count and noun in _PLACES):
            return
        message = f"“{text[span.start : span.end]}”, but the list has {count}."
        yield self.finding(span, message, related=[(Span(intro.end(), stop), f"{count} items")])

    def _block_list(self, article: Article, span: Span, stated: int) -> Iterator[Finding]:
        """The list items that follow a paragraph as blocks of their own."""
        blocks = article.blocks
        index = bisect_right(blocks, span.start, key=lambda block: block.start) - 1
        items = 0
        while index + 1 + items < len(blocks) and blocks[index + 1 + items].role is Role.LIST:
            items += 1
        if items < 2 or items == stated or abs(items - stated) > 2:
            return
        whole = Span(blocks[index + 1].start, blocks[index + items].end)
        yield self.finding(
            span,
            f"“{article.text[span.start : span.end]}”, but the list has {items}.",
            related=[(whole, f"{items} items")],
        )

    def _both(self, text: str) -> Iterator[Finding]:
        for at in occurrences(text, "both ", "Both "):
            if at and text[at - 1].isalpha():
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
def _intro() -> re.Pattern[str]:
    """The words after a number and the mark that opens its list."""
    marks = (
        r"\s?:(?=\s|$)|\s[–—-]{1,2}\s|[—–]|\s\((?=[A-Za-z])|,?\s+namely[,:]?(?=\s)|"
        r"\s(?:are|were)(?=\s[A-Z])|,(?=\s[A-Z])"
    )
    return re.compile(rf"(?P<words>(?:\s+[\w’'.-]*[\w’'-]){{0,9}}?)(?P<mark>{marks})\s*")


_WORD = expression(r"[a-z]+\b")


_DEFINITE = expression(
    r"(?:\b(?:the|these|those|all|its|their|his|her|our|whose|has|have|had|by|group\sof)|[’']s)\s+(?:other\s+)?$",
    re.I,
)


@cache
def _names() -> re.Pattern[str]:
    """A row of names up to the mark that ends it."""
    name = (
        r"(?:[Tt]he\s)?[A-Z][\w’'-]*(?:\s(?:[A-Z]\.|[A-Z][\w’'-]*|of|de|van|von|der|la|al)){0,4}"
        r"(?:,\s\d{1,2}(?=,|\sand\s))?"
    )
    return re.compile(rf"{name}(?:,\s(?!and\s){name}){{0,20}},?\sand\s{name}(?=[.,;)]|\s*$|\s[–—-])")


# Lists that do not mean to be whole, and lists of something else.
_PARTIAL = expression(
    r"(?:including|such\s+as|among|for\s+(?:example|instance)|e\.g\.|mostly|mainly|notably|especially|particularly|"
    r"like|from|in|at|on|with|as|one|two|three|four|five|the\s+first|either|neither|not|both|all|some|many|most|"
    r"who|which|that|and|or|but|so|if|because|when|where|while|by|for|of|see|read|more|then|plus|even|up|down|out)\b",
    re.I,
)


@cache
def _three() -> re.Pattern[str]:
    name = r"(?:the\s)?[A-Z][\w’'.-]*(?:\s(?:[A-Z][\w’'-]+)){0,3}"
    thing = r"(?:a|an|the|his|her|its|their)\s[a-z][\w’'-]*(?:\s(?!and\b|or\b)[a-z][\w’'-]*)?"
    item = rf"(?:{name}|{thing})"
    return re.compile(rf"[Bb]oth\s(?P<list>{item},\s{item}\sand\s{item})(?=[\s.,;)]|$)")


def _counts(text: str, start: int, words: str) -> bool:
    """Whether the number says how many there are: not "at least five", not "of the five", not "five or six"."""
    if hedge_before(text, start) is not EXACT:
        return False
    if _not_counted().search(text, max(0, start - 30), start):
        return False
    own = _OWN.match(words)  # five of its members
    return _ASIDE.search(" ".join(words[own.end() if own else 0 :].split()[:2])) is None


@cache
def _not_counted() -> re.Pattern[str]:
    part = rf"(?:{'|'.join(NUMERALS)}|one|\d+|some|most|several|each|any|none|half|which|whom)"
    return re.compile(
        rf"(?:\b{part}\sof(?:\s+(?:the|his|her|its|their|these|those|all|our))?|\bNo\.|\bnumber|[-–—/.:]|"
        r"\b(?:or|to|than|last|first|top|every))\s*$",
        re.I,
    )


_OWN = expression(rf"\s+of\s+(?:its|their|his|her|the|our|them)\b(?!\s+(?:{'|'.join(NUMERALS)}|\d))")


_ASIDE = expression(r"\b(?:of|or|and|in|including|such|like|among|for|with|from|to|at|by|on|that|who|which)\b")


def _plural(word: str) -> bool:
    word = word.lower()
    return (
        word.endswith("s") and not word.endswith(("ss", "us", "’s", "'s", "is")) and len(word) > 3
    ) or word in _IRREGULAR


def _end_of_word(words: str, index: int) -> int:
    return list(re.finditer(r"\S+", words))[index].end()


def _list_end(text: str, start: int, end: int, mark: str) -> int:
    """Where the list stops: the closing dash or bracket, else the end of the sentence."""
    mark = mark.strip()
    if mark == "(":
        stop = text.find(")", start, end)
        return stop if stop >= 0 else start
    sentence = re.compile(r"[.!?][”\"’]?(?=\s+[A-Z“\"‘]|\s*$)|\n").search(text, start, end)
    stop = sentence.end() if sentence else end
    if mark in ("-", "--", "–", "—"):
        closing = re.compile(rf"\s{mark}\s|[—–]").search(text, start, stop)
        if closing:
            return closing.start()
    return stop
