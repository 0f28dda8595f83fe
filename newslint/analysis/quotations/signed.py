"""Quotations that are set off and signed: the words, and on the next line who said them, in one pair of marks.

A pull quote as a page's markup leaves it: it repeats the story by design, and its marks close after the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.analysis.quotations.pairing import Pairing
from newslint.analysis.text.tokens import find_tokens
from newslint.model.span import Span

if TYPE_CHECKING:
    from newslint.analysis.views import Views

_MOST_LINES = 4  # of words, before the signature
_LONGEST = 120  # characters of a signature


def signed_quotations(article: Views) -> tuple[Span, ...]:
    """From the opening mark of each to its closing one, in the order of the text."""
    text, blocks = article.text, article.blocks
    open_at = {
        mark.start for mark in article.quote_marks if mark.pairing in (Pairing.RUNS_ON, Pairing.UNCLOSED) and mark.opens
    }
    if not open_at:
        return ()
    found: list[Span] = []
    for number, block in enumerate(blocks):
        if block.start not in open_at:
            continue
        mark = text[block.start]
        for last in blocks[number + 1 : number + _MOST_LINES + 1]:
            if text[last.start] in "\"“”'‘’" or "\n\n" in text[block.start : last.start]:
                break  # a paragraph of its own
            if text[last.end - 1] in (mark, "”"):
                if _is_signature(text, Span(last.start, last.end - 1)):
                    found.append(Span(block.start, last.end))
                break
    return tuple(found)


def _is_signature(text: str, line: Span) -> bool:
    """Whether a line names somebody and tells nothing: "Ana Ruiz, mayor of Moss."."""
    if line.end - line.start > _LONGEST or not text[line.start].isupper():
        return False
    from newslint.analysis.tagger.tagger import finite_verbs  # only where a quotation was left open before a short line

    return not finite_verbs([token.text for token in find_tokens(text, line.start, line.end)])
