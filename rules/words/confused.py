"""words/confused"""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Finding, Role, Rule, Span, english, flags, kept, passes

_UNREAD = (Role.TABLE, Role.FURNITURE, Role.BYLINE, Role.DATELINE)


class Confused(Rule):
    """A word stands where another was meant that sounds or is written like it: “lead to his arrest” for “led”.

    The words around decide, by a model of some 45 pairs (led/lead, its/it’s, then/than, public/pubic) fitted on ten
    million words of edited news; only what the model is all but certain of is reported.

    On 1.3 million words as published: read 4 warnings, right 4.
    """

    reference = "Lists of commonly confused words, and corrections in the histories of news sites"
    examples = (
        flags(
            "The rules came into [[affect]] on Monday, and all went well.",
            becomes="The rules came into effect on Monday, and all went well.",
        ),
        passes("Then the mayor lost the form that came from the clerk, whose principal aim it was."),
        passes("The firm said its plan led to more jobs than it’s had, and then it lost the lead."),
    )
    # The logarithm of the odds, from which on the other word is taken to be meant.
    sure: float = 5.6

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        for block in article.blocks:
            if block.role in _UNREAD:
                continue
            for start, end, other, odds in _doubtful(text[block.start : block.end]):
                if odds < self.sure:
                    continue
                span = Span(block.start + start, block.start + end)
                written = text[span.start : span.end]
                meant = other.capitalize() if written[0].isupper() else other
                meant = meant.replace("'", "’") if "’" in text else meant
                yield self.finding(span, f"“{written}” does not fit here; “{meant}” may be meant.", suggest=meant)


@kept
def _doubtful(text: str) -> tuple[tuple[int, int, str, float], ...]:
    """(start, end, the other word, its odds) in a paragraph, written small or opening a sentence."""
    found = []
    for place in english.confusable_places(text, 0, len(text)):
        other, odds = english.likelier(place.word, place.around)
        written = text[place.start : place.end]
        if odds > 0 and (written.islower() or (written == written.capitalize() and _opens(text, place.start))):
            found.append((place.start, place.end, other, odds))
    return tuple(found)


def _opens(text: str, start: int) -> bool:
    return text[max(0, start - 2) : start].strip(" “\"'‘(")[-1:] in ("", ".", "?", "!", "\n")
