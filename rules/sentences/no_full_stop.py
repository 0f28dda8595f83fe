"""sentences/no-full-stop"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, flags, passes

from ._stops import CLOSERS
from ._tails import Tail, tails

_LEAST_WORDS = 6  # of a sentence that surely is one, and no label or signature
_LEAST_ALONE = 12  # of one that is a paragraph; a shorter one is a cross-head or a deck
_FEW = 2  # so many are slips; where more stand, it is how the text was laid out


class NoFullStop(Rule):
    """A whole sentence ends its paragraph without a full stop.

    Its last words may well be the last, so that nothing but the stop seems to be missing; where they cannot be, see
    sentences/truncated. Headings, decks, captions, lists, links and signatures need no stop. As a warning only where
    the paragraph holds other sentences that do have theirs; mend it by putting the stop, or the words that were lost.

    On 1.3 million words as published: read 12 warnings, right 10; read 32 for information, worth a look 17.
    """

    reference = "Every desk's proof-reading list"
    reads_quotes = True
    gathers_all = True
    examples = (
        flags("The fair opened on Monday. [[It drew thousands of visitors to the old town]]\n\nRain kept others away."),
        passes("The fair opened on Monday.\n\nRain keeps others away\n\nThe mayor had hoped for sun, he said."),
        passes(
            "“The fair is all that we have in this town.” Ann Roe, miller who built the wheel\n\nRain kept others away."
        ),
        passes("The fair opened on Monday. It drew thousands of visitors to the\n\nRain kept others away."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found = [tail for tail in tails(article) if not tail.unfinished and self._needs_stop(tail)]
        slips = [tail for tail in found if self._is_sentence(article, tail)]
        for tail in found:
            severity = None if tail in slips and len(slips) <= _FEW else Severity.INFO
            yield self.finding(tail, f"There is no full stop after “{tail.words[-1]}”.", severity=severity)

    @staticmethod
    def _needs_stop(tail: Tail) -> bool:
        if tail.alone:  # a paragraph of its own
            return not tail.above_lead and len(tail.words) >= _LEAST_ALONE
        return len(tail.words) > 3

    @staticmethod
    def _is_sentence(article: Article, tail: Tail) -> bool:
        last = tail.words[-1].strip(CLOSERS)
        if tail.alone or len(tail.words) < _LEAST_WORDS or not last.isalpha() or not last.islower():
            return False
        first = tail.words[0].lstrip("“\"'‘")
        return first[:1].isupper() and article.has_finite_verb(tail)
