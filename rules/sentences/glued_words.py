"""sentences/glued-words"""

from __future__ import annotations

from collections.abc import Iterator, Set

from newslint import (
    Article,
    Finding,
    Role,
    Rule,
    Sieve,
    Span,
    distinct_words,
    english,
    every_place,
    expression,
    flags,
    passes,
    places_of,
)

from ._stops import words

# Not within a web address, a file name, a tag, a hyphened or possessive form.
_START, _END = r"(?<![\w.@#/=?&’'\-])", r"(?![\w@/=’'\-]|[.:]\w)"
_CAPITAL = expression(rf"{_START}([a-z]{{4,}})([A-Z][a-z]{{2,}}){_END}")
_OPENER = expression(
    rf"{_START}([A-Z]?[a-z]{{3,}})((?:The|Is|Was|Are|And|But|This|That|He|She|They|We|With|From|When|After|If)){_END}"
)
# "onTuesday", "MrHale", "1987by": what stands before a name or a year, and what follows a number.
_SMALL_THEN_NAME = expression(
    rf"{_START}(in|on|at|of|to|by|the|and|for|with|from|Mr|Mrs|Ms|Dr|Prof)([A-Z][a-z]{{2,}}){_END}"
)
_AFTER_NUMBER = "by|in|and|the|when|with|for|from|was|were|is|of|but|to"
_NUMBER_THEN = expression(rf"(?<![\w.,:/#-])((?:1[5-9]|20)\d\d|\d{{1,3}}(?:,\d{{3}})+)({_AFTER_NUMBER}){_END}")
_THE = expression(rf"{_START}The[a-z]{{3,}}{_END}")
_COMMA = expression(rf"{_START}([a-z]{{3,}}[,;])([a-z]{{2,}}){_END}")
# What those with a comma hold, quicker to look for, and the word in those with a number.
_COMMAS_WITHIN = (expression(r",[a-z]{2}"), expression(r";[a-z]{2}"))
_NUMBER_WITHIN = expression(rf"\d+(?:{_AFTER_NUMBER})$")
_LOWER = expression(rf"{_START}[a-z]{{5,}}{_END}")
# Small words that hardly any other word begins or ends with by chance ("thehuge", "runfor", but not "inhuman").
_FIRST = (
    "the", "and", "with", "that", "from", "said", "of", "to", "been", "which", "have", "has", "was", "were", "this",
    "these", "their", "would", "will", "could", "should", "than", "when", "who", "because", "another", "between",
)  # fmt: skip
_LAST = (
    "the", "for", "of", "that", "with", "to", "and", "from", "his", "their", "was", "were", "have", "has", "will",
    "would", "at", "in", "by",
)  # fmt: skip
_LAST_OF_VERBS = ("he", "she", "it", "a")
# A word that no other is made with, so that whatever stands before or behind it in one word is glued to it.
_NO_PART = (
    english.CLOSED
    | words("also not such more most here then both several every even their")
) - words(
    """
    over under after off through out in on up by down back around about along across before behind below beside between
    beyond inside outside near past round since till upon within without one some any all as at no so or he it i me us
    an a am be do may can like per via plus minus self man own less pro anti post her his ever every each that worth
    """
)  # fmt: skip
# How a word ends that is no first part of another one: "changingrooms", "structuralchanges".
_INFLECTED = ("ing", "ed", "al", "ic", "ous", "ive", "ful", "ly", "ies", "ers", "ions", "ents", "years", "er")
_LAST_PARTS = words("wide like worthy making maker makers minded based style proof free ships")
_FIRST_PARTS = words("counter quarter master electro multi inter super hyper ultra under trans micro other water paper")
_HALF = 4  # letters of either word,
_LONG_HALF = 7  # of an inflected one, which short ones only look like (speed, metal), and of two that nothing marks
# Any two of these make no word: "willbe", "itis".
_CLOSED = english.CLOSED - {"a", "an", "i", "per", "via"}
_COMMON = 8  # bits of the count that the other word has in news: 128 times in ten million words
_SHORTEST = 3
_UNREAD = (Role.TABLE, Role.FURNITURE)


class GluedWords(Rule):
    """Two words have lost the space between them.

    Told by a capital inside a word that no name has ("challengerTom"), by a comma with letters on both sides, and by
    a word in no dictionary that is a small word and another one ("saidhe", "runfor") and stands only once. Names such
    as YouTube, web addresses and words with a hyphen are left alone.

    On 1.3 million words as published: read 20 warnings, right 19.
    """

    gathers_all = True
    reference = "Corrections in the histories of news sites"
    reads_quotes = True
    examples = (
        flags(
            "He lost to the little-known [[challengerAnn]] Roe.",
            becomes="He lost to the little-known challenger Ann Roe.",
        ),
        flags("They closed it as a [[precaution,and]] left.", becomes="They closed it as a precaution, and left."),
        flags("It was late, [[saidhe]], and dark.", becomes="It was late, said he, and dark."),
        flags("He brought a [[thermosand]] to say it.", becomes="He brought a thermos and to say it."),
        flags("She will not [[runfor]] mayor again.", becomes="She will not run for mayor again."),
        flags("[[WhereIs]] the bridge?", becomes="Where Is the bridge?"),
        passes("She posted it on YouTube and iPhone users saw it on eBay and at example.org/theEnd,too."),
        flags(
            "It is good news for [[marketersThe]] fair opens.", becomes="It is good news for marketers The fair opens."
        ),
        flags("The meeting [[onTuesday]] was short.", becomes="The meeting on Tuesday was short."),
        flags(
            "It was built in [[1987by]] Ann Roe. [[MrRoe]] sold it.",
            becomes="It was built in 1987 by Ann Roe. Mr Roe sold it.",
        ),
        flags("[[Theship]] is slow, they say.", becomes="The ship is slow, they say."),
        passes("Theodore went to Thebes in the 1980s on a DeLorean; ToMarket and theGrio wrote of it."),
        flags(
            "The [[changingrooms]] are shut, and they [[willbe]] for long.",
            becomes="The changing rooms are shut, and they will be for long.",
        ),
        passes("The speedbump is campuswide, masterplanning a must, and underinclusive facepainting a would-be hit."),
        passes("The inhuman errand was therefore forgone, and the jihadis bathed."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        # What a word shows by itself, most of all that it is in order, is looked at once for all articles.
        forms = _UNLIKE.odd(article.view(distinct_words))
        for start, _ in places_of(article, set(filter(_has_capital_within, forms))):
            for pattern, most in ((_CAPITAL, 1), (_OPENER, 2)):  # a summary may say again what the story says
                match = pattern.match(text, start)
                if match and text.count(match[0]) <= most:
                    if english.is_word(match[1]) or english.in_dictionary(match[1].lower()):
                        yield from self._parted(article, start, match[1], match[2])
            match = _SMALL_THEN_NAME.match(text, start)
            if match and self._is_name(article, match[2]) and text.count(match[0]) == 1:
                yield from self._parted(article, start, match[1], match[2])
        has_number = any(map(_NUMBER_WITHIN.match, forms))
        has_comma = any(within.search(text) for within in _COMMAS_WITHIN)
        for pattern in (*[_COMMA] * has_comma, *[_NUMBER_THEN] * has_number):
            for match in pattern.finditer(text):
                yield from self._parted(article, match.start(), match[1], match[2])
        yield from self._after_the(article, set(filter(_begins_with_the, forms)))
        standing: dict[str, list[int]] = {}
        for start, word in every_place(text, list(filter(str.islower, forms))):
            standing.setdefault(word, []).append(start)
        for word, (start, *others) in standing.items():
            here = None if others else _LOWER.match(text, start)
            if here and here[0] == word:
                first = _first_word(word)
                yield from self._parted(article, start, first, word[len(first) :])

    @staticmethod
    def _is_name(article: Article, word: str) -> bool:
        """Whether a word in capitals is a name by itself: of the calendar, of a country, or of this article."""
        known = english.is_month(word) or english.is_weekday(word) or english.is_country(word)
        return known or word in article.name_inventory.forms

    def _after_the(self, article: Article, forms: Set[str]) -> Iterator[Finding]:
        text = article.text
        for start, end in places_of(article, forms):
            whole = text[start:end]
            if _THE.match(text, start) and _stands_alone(whole[3:]) and not english.is_name(whole):
                if text.count(whole) == 1 and not english.in_dictionary(whole):
                    yield from self._parted(article, start, "The", whole[3:])

    def _parted(self, article: Article, start: int, first: str, second: str) -> Iterator[Finding]:
        block = article.block_at(start)
        if block is None or block.role in _UNREAD:
            return
        message = f"“{first}{second}”: a space is missing after “{first}”."
        yield self.finding(Span(start, start + len(first) + len(second)), message, suggest=f"{first} {second}")


def _has_capital_within(word: str) -> bool:
    return word.isalpha() and not (word.islower() or word.istitle() or word.isupper())


def _begins_with_the(word: str) -> bool:
    return word.startswith("The") and len(word) > 5


def _is_unlike(word: str) -> bool:
    """Whether two words may have been glued to make this one, by its looks and the dictionary."""
    if word.islower() and not word[0].isdigit():
        return not english.in_dictionary(word) and not english.is_word(word) and bool(_first_word(word))
    return _has_capital_within(word) or _begins_with_the(word) or _NUMBER_WITHIN.match(word) is not None


_UNLIKE = Sieve(_is_unlike)


def _first_word(word: str) -> str:
    """The first of two words in one, of which one is small; empty if the word cannot be parted so."""
    for first in _FIRST:
        if word.startswith(first) and _stands_alone(word[len(first) :]):
            return first
    for last in _LAST:
        if word.endswith(last) and _stands_alone(word[: -len(last)]):
            return word[: -len(last)]
    for at in range(_SHORTEST, len(word) - _SHORTEST + 1):
        if _are_two(word[:at], word[at:]):
            return word[:at]
    for last in _LAST_OF_VERBS:
        first = word[: -len(last)]
        if word.endswith(last) and (english.is_reporting_verb(first) or first in english.AUXILIARIES):
            return first
    return next((word[:at] for at in range(2, len(word) - 1) if word[:at] in _CLOSED and word[at:] in _CLOSED), "")


def _are_two(first: str, last: str) -> bool:
    """Whether two words stand in one that make none: a word that no other is made with, an inflected one, long ones."""
    if last in _LAST_PARTS or first in _FIRST_PARTS or not (english.word_size(first) and english.word_size(last)):
        return False
    if first in _NO_PART or last in _NO_PART:
        return _stands_alone(first) and _stands_alone(last)
    long = len(first) >= _LONG_HALF
    return long and len(last) >= _HALF and (first.endswith(_INFLECTED) or len(last) >= _LONG_HALF)


def _stands_alone(word: str) -> bool:
    """Whether it is a word by itself: a common one, or a longer one of the dictionary."""
    return (len(word) >= _SHORTEST and english.word_size(word) >= _COMMON) or (
        len(word) >= _LONG_HALF and english.in_dictionary(word)
    )
