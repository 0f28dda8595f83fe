"""quotes/misplaced-mark"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, Span, english, expression, flags, passes

_SUBJECTS = english.PRONOUNS - {"it", "you"}
_SHORTEST = 4  # words: of fewer, any may be what is quoted
_LAST = expression(r"(?:^|[\s,;])(?P<word>[A-Za-z]+)$")
_GOES_ON = expression(r" [a-z]")
_ENDS = ",.?!"


class MisplacedMark(Rule):
    """A quotation closes in the middle of a clause: “But she knew it, and she” told nobody.

    Its last word asks for another one, which stands behind the mark. Mend: close it where what was said ends.

    On 5 million words as published: read 1, right 1.
    """

    severity = Severity.WARNING
    reads_quotes = True
    examples = (
        flags("“I knew where the boats were, and [[they”]] never came in, Roe said."),
        flags("The order asks for “a full copy of all of [[the”]] records of the port."),
        passes("The plan was “drafted and aggressively advocated for” by the port. He called it “the and” of it all."),
        passes("“You knew it, and so did she,” Roe said. The law speaks of “texts authored by or relating to” her."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        for quote in article.quotes:
            if quote.text[-1:] in _ENDS or quote.continues or not _GOES_ON.match(text, quote.end):
                continue
            last = _LAST.search(quote.text)
            if last is None:
                continue
            word, begins = last["word"], quote.end - 1 - len(last["word"])
            if word not in english.NEVER_LAST and not (word in _SUBJECTS and text[begins - 5 : begins] == " and "):
                continue
            if len(quote.text.split()) >= _SHORTEST:
                yield self.finding(Span(begins, quote.end), f"The quotation closes after “{word}”, within a clause.")
