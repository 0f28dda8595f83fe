from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from newslint import Article, Finding, Role, Rule, Severity, Span, english, expression, flags, passes

from ._described import read_described
from ._lists import read_list
from ._occasions import occasions
from ._reference import EXACT, hedge_before, occurrences, quoted_as_hints

_UNCOUNTED = frozenset(
    (
        "percent per cent points point years year months month weeks week days day hours hour minutes minute seconds "
        "dollars pounds euros cents pence miles mile kilometres kilometers metres meters feet inches degrees tonnes "
        "tons goals runs votes seats words letters times thousand million billion hundred dozen am pm stars acres "
        "wickets overs laps yards rounds pages copies episodes series sets thirds quarters others decades centuries"
    ).split(" ")
)
_IRREGULAR = frozenset(
    "people men women children teams criteria media data staff police crew accused dead injured wounded missing".split(
        " "
    )
)
_PLACES = frozenset("cities towns villages suburbs places locations sites airports counties states regions".split(" "))
_GROUPS = {"duo": 2, "pair": 2, "trio": 3, "quartet": 4, "quintet": 5}
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
    reference = "arithmetic"
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
        for found in occasions(article):
            yield self.finding(
                found,
                f"“{found.words}”, but {found.listed} are named.",
                related=[(Span(found.end, found.list_end), f"{found.listed} named")],
                severity=self.severity if found.sure else Severity.INFO,
            )

    def _announced(self, article: Article, start: int, end: int, stated: int) -> Iterator[Finding]:
        text = article.text
        intro = _intro().match(text, end, end + 110)
        if intro is None:
            return
        words = intro["words"].split()
        if any(word[0].isdigit() or english.is_numeral(word) for word in words):
            return  # the four include the three accusers
        if not _APART.isdisjoint(words):
            return  # three victories among these states
        mark = _kind(intro["mark"])
        place = next((index for index, word in enumerate(words[:3]) if _plural(word)), None)
        counted = words if place is None else words[: place + 1]
        if not _counts(text, start, " " + " ".join(counted)):
            return
        of_group = _OF_GROUP.search(text, max(0, start - 40), start) is not None
        definite = _DEFINITE.search(text, max(0, start - 24), start) is not None
        noun = words[-1].lower() if words else ""
        noun_end = end + len(intro["words"])
        direct = (
            (_plural(noun) and len(words) <= 4)
            or noun in _GROUPS
            or (not words and (definite or of_group))
            or intro["words"] in (" of them", " of us")
        )
        if not direct:
            if place is None:
                return
            noun, noun_end = words[place].lower(), end + _end_of_word(intro["words"], place)
        block = article.block_at(start)
        if block is None or _PARTIAL.match(text, intro.end()):
            return
        span = Span(start, noun_end)
        if mark in ("colon", "stop") and intro.end() >= block.end:
            if mark == "colon" or (direct and not _OTHER.search(text, max(0, start - 8), start)):
                yield from self._block_list(article, span, stated)
            return
        if mark == "stop" or (mark == "of" and noun not in _GROUPS):
            return
        if mark in ("comma", "be", "as", "of"):
            # the five countries, Kenya, Norway, Malta and Nepal, / are Kenya, ... / named as Kenya, ...
            if mark == "as" and not _NAMED.search(text, max(0, start - 40), intro.end()):
                return
            if mark == "be" and not definite:
                return
            if mark == "comma" and not direct:
                return
            if mark == "comma" and not definite and _IN_PHRASE.search(text, max(0, start - 12), start):
                return
            row = _names(mark == "of").match(text, intro.end(), block.end)
            if row is None or (mark == "be" and _PEOPLES.fullmatch(row[0])):
                return
            stop = row.end()
        else:
            stop = _list_end(article, intro.end(), block.end, intro["mark"])
        words_listed = _INSIDE.sub(r"\2\1", text[intro.end() : stop])
        listing = read_list(words_listed)
        if listing is None and mark in ("colon", "dash", "bracket") and direct:
            listing = read_described(words_listed)
        if listing is None or listing.fewest <= stated <= listing.most:
            return
        inserted = mark == "dash" and text[stop : stop + 2].strip() != ""  # – young, gifted and broke –
        if listing.names:
            if inserted and not direct and not definite:
                return  # four engineers from the firm that built it – Low, or LW –
            sure = definite if mark == "comma" else direct or mark != "dash"
            sure = sure and listing.joined
        else:
            sure = (mark == "colon" and direct) or listing.marked
            if not sure and (mark not in ("colon", "dash", "bracket") or inserted or (mark != "colon" and not direct)):
                return
        count = listing.most if stated > listing.most else listing.fewest
        if abs(stated - count) > (2 if stated < 8 else 3) or (stated < count and noun in _PLACES):
            return
        yield self.finding(
            span,
            f"“{text[span.start : span.end]}”, but the list has {count}.",
            related=[(Span(intro.end(), stop), f"{count} items")],
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
        r"(?:\s(?:are|were|have\sbeen))?\s(?:named|identified)\sas(?=\s[A-Z])|\sas(?=\s[A-Z])|\.(?=\n|$)|"
        r",\swho\s(?:are|were|have\sbeen)\s(?:named|identified)\sas(?=\s[A-Z])|"
        r"\s(?:are|were|will\sbe)(?=\s(?:the\s)?[A-Z])|\sof(?=\s[A-Z])|,(?=\s(?:the\s)?[A-Z])"
    )
    return re.compile(rf"(?P<words>(?:\s+[\w’'.-]*[\w’'-]){{0,9}}?)(?P<mark>{marks})\s*")


# "fiscal cliff," "hard landing" and: American desks put the comma inside.
_INSIDE = expression(r"([,;])([\"”’])")
_APART = frozenset("among these those between".split())
_OTHER = expression(r"\bother\s$")


def _kind(mark: str) -> str:
    """What sort of mark leads to the list."""
    words = mark.strip(" ,:").split()
    if words:
        last = words[-1]
        return _KINDS.get(last) or ("dash" if last.strip("–—-") == "" else last)
    return "colon" if ":" in mark else "comma"


_KINDS = {"(": "bracket", ".": "stop", "are": "be", "were": "be", "be": "be"}


# Police named the three men as; a team of four; the five victims were Turkish, Dutch and German.
_NAMED = expression(
    r"\b(?:named|names|naming|identif(?:ies|ied|ying))\s(?:(?:the|all|her|his|their|its)\s[^.;:!?,]{3,50})?as\s*$"
)
_OF_GROUP = expression(r"\b(?:an?|the|its|their|his|her|our)\s+(?:[a-z]+\s+)?[a-z]+\s+of\s+$", re.I)
_IN_PHRASE = expression(r"\b(?:In|After|With|For|Over|Within|During|At|On|To|From|Of|By|than)\s+$")
_PEOPLES = expression(r"(?:[A-Z]\w*(?:ish|[ae]n|ese|ch|i|ic|ek|ss|man)(?:,\s|,?\sand\s|$)){2,}")
_WORD = expression(r"[a-z]+\b")
_DEFINITE = expression(
    r"(?:\b(?:the|these|those|all|its|their|his|her|our|whose|has|have|had|by|group\sof)|[’']s)\s+(?:other\s+)?$",
    re.I,
)


@cache
def _names(on: bool) -> re.Pattern[str]:
    """A row of names up to the mark that ends it; or up to the next word, if the sentence goes on."""
    name = (
        r"(?:[Tt]he\s)?[A-Z][\w’'-]*(?:\s(?:[A-Z]\.|[A-Z][\w’'-]*|of|de|van|von|der|la|al)){0,4}"
        r"(?:,\s\d{1,2}(?=[,;]|\sand\s))?"
    )
    goes_on = r"|\s[a-z]" if on else ""
    return re.compile(rf"{name}(?:[,;]\s(?!and\s){name}){{0,20}}[,;]?\sand\s{name}(?=[.,;)]|\s*$|\s[–—-]{goes_on})")


# Lists that do not mean to be whole, and lists of something else.
_PARTIAL = expression(
    r"(?:including|such\s+as|among|for\s+(?:example|instance)|e\.g\.|mostly|mainly|notably|especially|particularly|"
    r"like|from|in|at|on|with|as|one|two|three|four|five|the\s+first|either|neither|not|both|all|some|many|most|"
    r"who|which|that|and|or|but|so|if|because|when|where|while|by|for|of|see|read|more\s(?:than|to|on|about|of)|then|plus|even|up|down|out)\b",
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
        rf"(?:\b{part}\sof(?:\s+(?:the|his|her|its|their|these|those|all|our))?|\bNo\.|\bnumber|(?<=\w)\s?[-–—]|[/.:](?!\s)|"
        rf"\b(?:or|than|last|first|top|every)|\b(?:{part})\s+to)\s*$",
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


def _list_end(article: Article, start: int, end: int, mark: str) -> int:
    """Where the list stops: the closing dash or bracket, else the end of the sentence."""
    text = article.text
    end = min(end, start + 600)  # no list that is read is longer
    mark = mark.strip()
    if mark == "(":
        stop = text.find(")", start, end)
        return stop if stop >= 0 else start
    sentences = article.sentences
    sentence = sentences[bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1]
    stop = min(end, sentence.end) if sentence.start <= start < sentence.end else end
    line = text.find("\n", start, stop)
    stop = line if line >= 0 else stop
    if mark in ("-", "--", "–", "—"):
        closing = re.compile(rf"\s{mark}\s|[—–]").search(text, start, stop)
        if closing:
            return closing.start()
    return stop
