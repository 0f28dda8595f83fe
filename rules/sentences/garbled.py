"""sentences/garbled"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Article, Finding, Rule, Span, english, expression, flags, passes

from ._doubts import worthy_doubts
from ._stops import words

# "We are currently have", "it was is": on 10.8 million words of edited news found nine times, each a slip.
_MODALS = "|".join(sorted(english.MODALS))
_SUBJECTS = "|".join(["I", *(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(english.PRONOUNS - {"i"}))])
_TWO_HELPERS = expression(
    rf"""(?<![\w’'\-])(?:{_SUBJECTS})[ ](am|are|were|was|is)  # a pronoun and its verb
    (?:[ ](?:currently|now|also|still|already|really|often|always|just|actually|probably|only))*
    [ ](have|has|had|wants?|needs?|knows?|thinks?|{_MODALS}|do|did|does|is|are|was|were)\b
    """,
    re.VERBOSE,
)
# After these two verbs may well meet: "what it was is a mess", "better than she is can be seen".
_BEFORE_TWO = english.INTERROGATIVES | words("whatever whoever wherever than as that all for")
_NEAR = 10  # words


class Garbled(Rule):
    """The words of a sentence are out of order, or one is lost or left over.

    What a spinner or a machine's translation leaves ("the share to 68 per cent fallen has"), and what an edit leaves
    when only half of it was done ("we are currently have"). Two helping verbs in a row tell by themselves; the rest is
    heard by a small trained reader where words meet that hardly ever do. That part needs numpy.

    On 1.3 million words as published: read 8 warnings, right 6.
    """

    reference = "Corrections in the histories of news sites"
    needs = "numpy"
    examples = (
        flags("The bridge is old. [[We are currently have]] a plan to mend it."),
        flags("The bridge is old. The council has [[the to]] decide on Monday what will be done about it."),
        passes("The bridge is old. The council has to decide on Monday what will be done about it."),
        passes(
            "What it was is a mess. Better than she is can be seen. All it is is late. They are, will be and were so."
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for span in self._two_helpers(article):
            message = f"“{article.text[span.start : span.end]}”: one verb is left over here."
            yield self.finding(span, message)
        for doubt, severity, faint in article.view(worthy_doubts):
            if not doubt.lacks_verb:
                found = article.text[doubt.start : doubt.end]
                message = f"“{found}”: words are out of order here, or one is missing or left over."
                yield self.finding(doubt, message, severity=severity, faint=faint)

    @staticmethod
    def _two_helpers(article: Article) -> Iterator[Span]:
        text = article.text
        for match in _TWO_HELPERS.finditer(text):
            start, end = match.span()
            before = text[article.sentence_start(start) : start].lower().split()[-_NEAR:]
            block = article.block_at(start)
            joined = before[-1:] == ["way"] or not _BEFORE_TWO.isdisjoint(before)  # "the way we are is the only one"
            if match[1] != match[2] and not joined and block is not None and block.is_prose:
                yield Span(start, end)
