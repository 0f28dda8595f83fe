"""sentences/garbled"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint import Article, Doubt, Finding, Rule, Severity, Span, english, expression, flags, passes

from ._doubts import worthy_doubts
from ._stops import words

# "We are currently have", "it was is": on 10.8 million words of edited news found nine times, each a slip.
_MODALS = "|".join(sorted(english.MODALS))
_SUBJECTS = "|".join(["I", *(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(english.PRONOUNS - {"i"}))])
_HELPERS = rf"""[ ](am|are|were|was|is)  # its verb
    (?:[ ](?:currently|now|also|still|already|really|often|always|just|actually|probably|only))*
    [ ](have|has|had|wants?|needs?|knows?|thinks?|{_MODALS}|do|did|does|is|are|was|were)\b
    """
_TWO_HELPERS = expression(rf"(?<![\w’'\-])(?:{_SUBJECTS}){_HELPERS}  # a pronoun before them", re.VERBOSE)
_ANY_HELPERS = expression(_HELPERS, re.VERBOSE)  # looked for first: it begins with what can be sought
# After these two verbs may well meet: "what it was is a mess", "better than she is can be seen".
_BEFORE_TWO = english.INTERROGATIVES | words("whatever whoever wherever than as that all for")
_NEAR = 10  # words
_LOUD_QUOTED = 3.5  # the logit from which what people say is told, in an article that has other faults
_OPENING = words("the a an its our their my your")
_AWAIT = _OPENING | {"to"}  # a noun, or a verb
_NO_NOUNS = (english.PREPOSITIONS | english.function_words.BE_AND_HAVE | english.MODALS) - words(
    "be have can may might must will like past near"
)
_CLOSED = (english.DETERMINERS | english.function_words.PRONOUNS | words("to of")) - words(
    "i many few little one other"
)


class Garbled(Rule):
    """The words of a sentence are out of order, or one is lost or left over.

    What a spinner or a machine's translation leaves ("the share to 68 per cent fallen has"), and what an edit leaves
    when only half of it was done ("we are currently have"). Two helping verbs in a row tell by themselves; the rest is
    heard by a small trained reader where words meet that hardly ever do. That part needs numpy, and warns only where an
    article or a possessive meets another one or a pronoun ("the his"), or a helping verb comes last; for information
    where one meets a word that no noun is ("the through"), and else only in an article that has other faults.

    On 700,000 words of edited copy: read 5 warnings, right 5; read 7 for information, worth a look 4.
    """

    reference = "Corrections in the histories of news sites"
    needs = "numpy"
    reads_quotes = True  # what people say, only where other faults and a sure ear speak for it
    examples = (
        flags("The bridge is old. [[We are currently have]] a plan to mend it."),
        flags("The bridge is old. The council has [[the to]] decide on Monday what will be done about it."),
        flags("The law is old. It makes it a crime [[to for]] anyone to share what the council has said."),
        passes("The bridge is old. The council has to decide on Monday what will be done about it."),
        passes(
            "What it was is a mess. Better than she is can be seen. All it is is late. They are, will be and were so."
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for span in self._two_helpers(article):
            if article.in_quotation(span):
                continue
            message = f"“{article.text[span.start : span.end]}”: one verb is left over here."
            yield self.finding(span, message)
        for doubt, severity, faint in article.view(worthy_doubts):
            if doubt.lacks_verb:
                continue
            said = article.in_quotation(doubt)
            if said and doubt.logit < _LOUD_QUOTED:
                continue
            found = article.text[doubt.start : doubt.end]
            message = f"“{found}”: words are out of order here, or one is missing or left over."
            if said:
                yield self.finding(doubt, message, severity=severity, faint=True)
            elif faint or _two_determiners(article, doubt) or _turned(article, doubt):
                yield self.finding(doubt, message, severity=severity, faint=faint)
            else:
                if _no_noun_between(article, doubt):
                    yield self.finding(doubt, message, severity=Severity.INFO)
                yield self.finding(doubt, message, severity=severity, faint=True)  # beside other faults

    @staticmethod
    def _two_helpers(article: Article) -> Iterator[Span]:
        text = article.text
        if not _ANY_HELPERS.search(text):
            return
        for match in _TWO_HELPERS.finditer(text):
            start, end = match.span()
            before = text[article.sentence_start(start) : start].lower().split()[-_NEAR:]
            block = article.block_at(start)
            joined = before[-1:] == ["way"] or not _BEFORE_TWO.isdisjoint(before)  # "the way we are is the only one"
            if match[1] != match[2] and not joined and block is not None and block.is_prose:
                yield Span(start, end)


def _two_determiners(article: Article, doubt: Doubt) -> bool:
    """Whether an article or a possessive meets another one or a pronoun there: "the his", "its an order"."""
    text = article.text
    before = text[article.sentence_start(doubt.start) : doubt.start].split()[-1:]
    found = [*before, *text[doubt.start : doubt.end].split()]
    # "a His Dark Materials reader", "an In These Times article": a capital opens a title.
    return any(one.lower() in _OPENING and two in _CLOSED for one, two in pairwise(found))


def _no_noun_between(article: Article, doubt: Doubt) -> bool:
    """Whether an article, a possessive or "to" meets a preposition or a helping verb there: "the through", "to for"."""
    found = article.text[doubt.start : doubt.end].split()
    return any(one.lower() in _AWAIT and two in _NO_NOUNS for one, two in pairwise(found)) or any(
        one in english.PREPOSITIONS and two == "to" for one, two in pairwise(found)
    )


def _turned(article: Article, doubt: Doubt) -> bool:
    """Whether a sentence ends in a helping verb after its participle: "to 68 per cent fallen has."."""
    tagged = [row for row in article.tagged(doubt) if row.token.text[0].isalpha()]
    last = [row.token.text.lower() for row in tagged[-1:]]
    ends = article.text[doubt.end - 1 : doubt.end + 1].startswith((".", f"{last[0][-1:]}.")) if last else False
    return ends and last[0] in english.function_words.BE_AND_HAVE and tagged[-2:][0].tag in ("VBN", "VBD")
