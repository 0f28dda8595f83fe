"""sentences/truncated"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, Span, expression, flags, passes

from ._stops import MAY_END, NEVER_LAST
from ._tails import Tail, tails

# How a sentence of a report begins, and no heading does: "On Thursday, he", "After four months of denial, police".
_ADVERBIAL = expression(
    r"(?:(?:On|In|At|By|Last|Since|During|Earlier|Later|Until) [\w ’'-]{3,40}|\w+day|Meanwhile|However|Instead|Also), "
)
_STOP = expression(r"[.](?=[\"”’)]*(?:\s|$))")
_ASIDE = expression(r", (?:who|which|whose|\d\d,)[ ,]")


class Truncated(Rule):
    """A paragraph, or the whole article, ends before its end.

    No stop where the other paragraphs have one, a stop after a word that cannot be the last ("into the."), or nothing
    after the colon that ends the article. Headings, captions, lists, links and signatures need no stop.
    """

    source = "Every desk's proof-reading list"
    reads_quotes = True
    examples = (
        flags("The fair opened on Monday. [[It drew thousands of visitors to the]]\n\nRain kept others away."),
        flags("The fair opened on Monday. It drew thousands of visitors to [[the.]]\n\nRain kept others away."),
        flags(
            "The fair opened on Monday.\n\nRain kept others away.\n\n[[The mayor, who had hoped for sun, spoke to the]]"
        ),
        passes("The fair opened on Monday.\n\nRain keeps others away\n\nThe mayor had hoped for sun, he said."),
        passes("The fair opened on Monday.\n\nThe mayor had hoped for sun, he said. By Ann Baker"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for tail in tails(article):
            if tail.alone or len(tail.words) > 3:
                severity = None if self._is_sure(tail) else Severity.INFO
                yield self.finding(tail, f"The paragraph breaks off after “{tail.words[-1]}”.", severity=severity)
        yield from self._stopped_short(article)

    def _stopped_short(self, article: Article) -> Iterator[Finding]:
        """Stops after a word that cannot be the last."""
        text = article.text
        for match in _STOP.finditer(text):
            stop = match.start()
            word = (text[max(0, stop - 10) : stop].split() or ("",))[-1]
            if word in NEVER_LAST:
                where = Span(stop - len(word), stop + 1)
                block = article.block_at(where.start)
                if block is not None and block.is_prose:
                    yield self.finding(where, f"A sentence cannot end with “{word}”.")

    @staticmethod
    def _is_sure(tail: Tail) -> bool:
        """Whether a paragraph of a single sentence can be no heading and no standfirst."""
        if not tail.alone:
            return True
        names = sum(not word[0].islower() for word in tail.words)
        if tail.unfinished:
            long = 14 if tail.words[-1] in MAY_END else 4
            return len(tail.words) > long and names * 2 < len(tail.words)
        opening = " ".join(tail.words[:8])
        return not tail.above_lead and bool(_ADVERBIAL.match(opening) or _ASIDE.search(" ".join(tail.words)))
