"""leftovers/alternatives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, Span, expression, flags, lines_where, passes

_WORD = r"[a-z]{2,}n?[’']?t?"
_CHOICE = expression(rf"(?<![\w/.:\-’'])({_WORD})\s?/\s?({_WORD})(?:\s?/\s?({_WORD}))?(?![\w/:\-’']|\.\w)")
# What a finite verb or the participle after a helper is called; nouns and bare verbs pair in print ("win/loss").
_VERBAL = frozenset(["VBD", "VBZ", "VBN", "MD"])


class Alternatives(Rule):
    """Two or three verbs stand side by side, of which one was to be chosen: "the motion was carried/lost".

    Copy that is written before the result is known leaves both; so does an editor who was not sure. Pairs of nouns, of
    pronouns and of plain forms are in print everywhere and left alone (win/loss, his/her, read/write, and/or). Mend:
    take the one that is true.

    On 1.1 million words as published: no finding.
    """

    severity = Severity.WARNING
    claims_words = True
    examples = (
        flags("The motion was [[carried/lost]] by nine votes to six."),
        flags("Profits rose after the firm [[repaid/settled/retired]] a loan, it said."),
        flags("The bridge [[was/is]] 31 years old, the council said."),
        passes("Read/write errors and/or a poor win/loss record cost him his/her job, pass/fail."),
        passes("The pass/fail mark was set in the 2024/25 school year at example.org/won/lost."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        if "/" not in text:
            return
        for line in lines_where(text, lambda line: "/" in line):
            for match in _CHOICE.finditer(text, *line):
                if _is_choice(article, match):
                    message = f"“{match[0]}”: one of the {'three' if match[3] else 'two'} was to be chosen."
                    yield self.finding(Span(*match.span()), message)


def _is_choice(article: Article, match: re.Match[str]) -> bool:
    """Whether all words are others, and the first two verbs."""
    many = 3 if match[3] else 2
    if len(set(match.groups()[:many])) < many:
        return False
    sentence = Span(article.sentence_start(match.start()), match.end())
    tags = {row.token.start: row.tag for row in article.tagged(sentence)}
    return {tags.get(match.start(1)), tags.get(match.start(2))} <= _VERBAL
