"""What a number announces: "the five countries:", "three men were named as", "a team of four,"."""

import re
from bisect import bisect_right
from functools import cache

from newslint import Article, NamedTuple, compiled, english, expression

from ._reference import EXACT, hedge_before

_IRREGULAR = frozenset(
    "people men women children teams criteria media data staff police crew accused dead injured wounded missing".split(
        " "
    )
)
GROUPS = {"duo": 2, "pair": 2, "couple": 2, "trio": 3, "quartet": 4, "quintet": 5}
NUMERALS = (*list(english.UNITS)[2:13], "many")  # two to twelve
_APART = frozenset("among these those between".split())


class Announcement(NamedTuple):
    """A number that a list may follow. ``opens`` is where the list would begin, ``mark`` the sort of what opens it."""

    start: int
    noun: str  # what is counted, in lower case; "" where the number stands alone
    noun_end: int
    mark: str  # colon, dash, bracket, comma, stop, be, as, of, namely
    sign: str  # the mark as it stands
    opens: int
    block_end: int
    direct: bool  # nothing but the counted noun stands between number and mark
    definite: bool  # the five, all five, Kenya's five


def announcement(article: Article, start: int, end: int) -> Announcement | None:
    """What the number from ``start`` to ``end`` announces; None where it counts something else, or not exactly."""
    text = article.text
    intro = _intro().match(text, end, end + 110)
    if intro is None:
        return None
    words = intro["words"].split()
    if any(word[0].isdigit() or english.is_numeral(word) for word in words):
        return None  # the four include the three accusers
    if not _APART.isdisjoint(words):
        return None  # three victories among these states
    place = next((index for index, word in enumerate(words[:3]) if _plural(word)), None)
    counted = words if place is None else words[: place + 1]
    if not _counts(text, start, " " + " ".join(counted)):
        return None
    definite = _DEFINITE.search(text, max(0, start - 24), start) is not None
    noun = words[-1].lower() if words else ""
    noun_end = end + len(intro["words"])
    direct = (
        (_plural(noun) and len(words) <= 4)
        or noun in GROUPS
        or (not words and (definite or _OF_GROUP.search(text, max(0, start - 40), start) is not None))
        or intro["words"] in (" of them", " of us")
    )
    if not direct:
        if place is None:
            return None
        noun, noun_end = words[place].lower(), end + _end_of_word(intro["words"], place)
    block = article.block_at(start)
    if block is None or _PARTIAL.match(text, intro.end()):
        return None
    mark = _kind(intro["mark"])
    return Announcement(start, noun, noun_end, mark, intro["mark"], intro.end(), block.end, direct, definite)


def list_stop(article: Article, told: Announcement) -> int | None:
    """Where the list ends that follows in the same block; None where there is none."""
    if told.mark == "stop" or (told.mark == "of" and told.noun not in GROUPS):
        return None
    if told.mark == "dash" and _ASIDE_CLOSES.search(article.text, max(0, told.start - 120), told.start):
        return None  # Low and Ruiz – the two members from Ghent – were
    if told.mark not in ("comma", "be", "as", "of"):
        return _list_end(article, told.opens, told.block_end, told.sign)
    # the five countries, Kenya, Norway, Malta and Nepal, / are Kenya, ... / named as Kenya, ...
    text, start = article.text, told.start
    if told.mark == "as" and not _NAMED.search(text, max(0, start - 40), told.opens):
        return None
    if told.mark == "be" and not told.definite:
        return None
    if told.mark == "comma" and not told.direct:
        return None
    if told.mark == "comma" and _BEGUN.search(text, told.start, told.noun_end):
        return None  # three fairs in Ghent, Bruges and Antwerp
    if told.mark == "comma" and not told.definite and _IN_PHRASE.search(text, max(0, start - 12), start):
        return None
    row = _names(told.mark == "of").match(text, told.opens, told.block_end)
    if row is None or (told.mark == "be" and _PEOPLES.fullmatch(row[0])):
        return None
    return row.end()


@cache
def _intro() -> re.Pattern[str]:
    """The words after a number and the mark that opens its list."""
    marks = (
        r"\s?:(?=\s|$)|\s[–—-]{1,2}\s|[—–]|\s\((?=[A-Za-z])|,?\s+namely[,:]?(?=\s)|"
        r"(?:\s(?:are|were|have\sbeen))?\s(?:named|identified)\sas(?=\s[A-Z])|\sas(?=\s[A-Z])|\.(?=\n|$)|"
        r",\swho\s(?:are|were|have\sbeen)\s(?:named|identified)\sas(?=\s[A-Z])|"
        r"\s(?:are|were|will\sbe)(?=\s(?:the\s)?[A-Z])|\sof(?=\s[A-Z])|,(?=\s(?:the\s)?[A-Z])"
    )
    return compiled(rf"(?P<words>(?:\s+[\w’'.-]*[\w’'-]){{0,9}}?)(?P<mark>{marks})\s*")


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
    r"""
    \b(?:named|names|naming|identif(?:ies|ied|ying))\s  # police identified
    (?:(?:the|all|her|his|their|its)\s[^.;:!?,]{3,50})?as\s*$  # the three men as
    """,
    re.VERBOSE,
)
_OF_GROUP = expression(r"\b(?:an?|the|its|their|his|her|our)\s+(?:[a-z]+\s+)?[a-z]+\s+of\s+$", re.I)
_IN_PHRASE = expression(r"\b(?:In|After|With|For|Over|Within|During|At|On|To|From|Of|By|than)\s+$")
_ASIDE_CLOSES = expression(r"(?:\s[–—-]{1,2}\s|—)[^–—.;:!?\n]*$")
_BEGUN = expression(r"\b(?:in|at|on|from|to|for|with|by|of)\s(?:the\s)?[A-Z]\w*(?:\s[A-Z]\w*)*$")
_PEOPLES = expression(r"(?:[A-Z]\w*(?:ish|[ae]n|ese|ch|i|ic|ek|ss|man)(?:,\s|,?\sand\s|$)){2,}")
_DEFINITE = expression(
    r"""
    (?:
        \b(?:
            the|these|those|all|its|their|his|her|our|whose|has|have|had|by|group\sof
        )
        |[’']s  # the city's
    )\s+(?:other\s+)?$
    """,
    re.I | re.VERBOSE,
)


@cache
def _names(on: bool) -> re.Pattern[str]:
    """A row of names up to the mark that ends it; or up to the next word, if the sentence goes on."""
    name = (
        r"(?:[Tt]he\s)?[A-Z][\w’'-]*(?:\s(?:[A-Z]\.|[A-Z][\w’'-]*|of|de|van|von|der|la|al)){0,4}"
        r"(?:,\s\d{1,2}(?=[,;]|\sand\s))?"
    )
    goes_on = r"|\s[a-z]" if on else ""
    return compiled(rf"{name}(?:[,;]\s(?!and\s){name}){{0,20}}[,;]?\sand\s{name}(?=[.,;)]|\s*$|\s[–—-]{goes_on})")


# Lists that do not mean to be whole, and lists of something else.
_PARTIAL = expression(
    rf"""
    (?:
        including|such\s+as|among
        |for\s+(?:example|instance)
        |e\.g\.|mostly|mainly|notably|especially|particularly|like|from|in|at|on
        |with|as|one|two|three|four|five|the\s+first|either|neither|not|both|all
        |some|many|most|{"|".join(sorted(english.CONJUNCTIONS))}
        |by|for|of|see|read
        |more\s(?:than|to|on|about|of)
        |then|plus|even|up|down|out
    )\b
    """,
    re.I | re.VERBOSE,
)


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
    return compiled(
        rf"""
        (?:
            \b{part}\sof  # two of the
            (?:\s+(?:the|his|her|its|their|these|those|all|our|(?:the\s+)?\w+[’']s?))?
            |\bNo\.|\bnumber|(?<=\w)\s?[-–—]|[/.:](?!\s)  # No. 3, a two-
            |\b(?:or|than|last|first|top|every)
            |\b(?:{part})\s+to  # two to three
        )\s*$
        """,
        re.I | re.VERBOSE,
    )


_OWN = expression(rf"\s+of\s+(?:its|their|his|her|the|our|them)\b(?!\s+(?:{'|'.join(NUMERALS)}|\d))")
_ASIDE = expression(r"\b(?:of|or|and|in|including|such|like|among|for|with|from|to|at|by|on|that|who|which)\b")


def _plural(word: str) -> bool:
    word = word.lower()
    return (
        word.endswith("s") and not word.endswith(("ss", "us", "’s", "'s", "is")) and len(word) > 3
    ) or word in _IRREGULAR


def _end_of_word(words: str, index: int) -> int:
    return list(compiled(r"\S+").finditer(words))[index].end()


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
        closing = compiled(rf"\s{mark}\s|[—–]").search(text, start, stop)
        if closing:
            return closing.start()
    return stop
