"""words/indefinite-article"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Article, Finding, Role, Rule, Severity, Span, english, expression, flags, passes

# "A" with a capital only where a sentence may begin, for it is a letter too: Serie A.
_ARTICLE = expression(
    r"""
    (?P<article>[aA](?:(?<=[\s"“‘(–—]a)|(?<=\AA)|(?<=\nA)|(?<=[.!?:]\sA)|(?<=["“‘]A))n?)
    [ ]["“‘]?(?P<word>[A-Za-z\d][\w’'-]*)
    """,
    re.VERBOSE,
)
_UNREAD = (Role.TABLE, Role.FURNITURE)


class IndefiniteArticle(Rule):
    """“A” stands before a word that takes “an”, or “an” before one that takes “a”.

    The first sound decides, not the letter: an hour, an MP, an 11-year-old, a user, a European, a one-off. Words that
    edited news writes with either (an historic vote) are left alone, as are abbreviations that may be spoken as a word.

    On 5 million words as published: read 49 warnings, right 44.
    """

    severity = Severity.WARNING
    reference = "counted in edited news"
    reads_quotes = True
    examples = (
        flags("We had [[an]] user of the port.", becomes="We had a user of the port."),
        flags("It took [[a]] hour to reach [[a]] island.", becomes="It took an hour to reach an island."),
        flags(
            "She is [[a]] MP of [[a]] “old” party, with [[a]] 11-year-old.",
            becomes="She is an MP of an “old” party, with an 11-year-old.",
        ),
        flags("[[An]] bridge burned.", becomes="A bridge burned."),
        passes(
            "It was an historic vote, a one-off for a European; an honest MP took an hour and a user a year, with an F."
        ),
        passes("A FIFA man and a NATO general met a UFO; an 1850s map; Serie A is back; vitamin a is in it."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        for match in _ARTICLE.finditer(text):
            written, word = match["article"], match["word"]
            an = english.takes_an(word)
            if an is None or an == (len(written) == 2) or not self._is_sure(word):
                continue
            block = article.block_at(match.start("article"))
            if block is None or block.role in _UNREAD:
                continue
            meant = written[0] + ("n" if an else "")
            message = f"“{written} {word}”: “{word}” takes “{meant.lower()}”."
            yield self.finding(Span(*match.span("article")), message, suggest=meant)

    @staticmethod
    def _is_sure(word: str) -> bool:
        """Whether it is a word that an article may stand before: no function word, and none of another language."""
        if word.lower() in english.CLOSED:
            return False
        if not word.islower() or word[0].isdigit() or len(word) < 4:
            return True
        return english.in_dictionary(word.partition("-")[0])
