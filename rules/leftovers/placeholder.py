"""leftovers/placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, Span, flags, passes

# Words that only ever stand in for others, wherever they are found.
_STAND_INS = """
lorem ipsum|dolor sit amet|consectetur adipiscing|headline here|headline goes here|headline to come|hed here|hed tk
text here|text goes here|body text here|your text here|add text here|insert text here|enter text here|caption here
caption goes here|caption to come|add caption|byline here|name goes here|insert name|insert quote|insert link
insert image|insert photo|insert date|insert headline|insert caption|quote goes here|quote to come|quote tk
link here tk|photo tk|art tk|subhead here|subhed here|standfirst here|standfirst goes here|intro goes here
summary goes here|image goes here|photo goes here|details to come|placeholder text|dummy text|sample text
filler text|asdf|asdfgh|todo:|fixme
"""
# Phrases that are a placeholder only where they stand alone in brackets, in any case or all in capitals.
_IN_BRACKETS = frozenset("check cq tk tktk tbc tbd tba sp xx xxx xxxx todo insert placeholder".split())
_IN_CAPITALS = frozenset(
    "name date age title link photo quote number figure city source caption headline verify".split()
)
# Phrases that need a look at what stands around them.
_MARKS = frozenset("tk tktk tktktk tks xxx xxxx xxxxx xxxxxx xxxxxxx xxxxxxxx".split())
_SHOUTED = frozenset({"todo", "placeholder"})
_LATER = frozenset({"tbc", "tbd", "tba"})  # in listings too ("Venue TBC")
_LONGEST = 40  # characters in the brackets before and after such a phrase
# Three question marks or more that end no word: "the ??? percent".
_QUESTION_MARKS = r"(?:(?<=\s)|(?<=[(\[$£€])|^)\?{2,}(?=[\s)\],.%]|$)"


class Placeholder(Rule):
    """A placeholder was never filled in.

    "TK" (for "to come"), "[NAME TK]", "XXXX", "???", "(CHECK)", "headline here", "lorem ipsum": what writers and page
    designers put where words are still missing. "[sic]" is left alone, and so are TK Maxx, Super Bowl XXX and the like.
    Mend: find out what belongs there, or recast.
    """

    severity = Severity.ERROR
    reads_quotes = True
    examples = (
        flags("The mayor, [[TK]], will sign the law on Friday."),
        flags("It cost [[XXXX]] dollars, and [[???]] percent of it came from the state."),
        flags("The hall opens on Monday [[(CHECK)]]. [[Lorem ipsum]] is all that the sign says."),
        passes("The shop, a TK Maxx, opens on Monday. “We [sic] was first,” he said. What now???"),
        passes("The team won Super Bowl XXX. He drinks XXXX Gold. Check the date (or the year)."),
    )

    stand_ins: tuple[str, ...] = tuple(p.strip() for row in _STAND_INS.split("\n") for p in row.split("|") if p.strip())
    # Names that look like placeholders.
    names: frozenset[str] = frozenset({"tk maxx", "xxxx gold", "xxxx beer", "xxxx bitter", "xxxx brewery", "xxx lutz"})

    @property
    def phrases(self) -> tuple[str, ...]:
        return (*self.stand_ins, *sorted(_MARKS | _IN_BRACKETS | _IN_CAPITALS))

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        spans = []
        for hit in article.hits(self.id):
            if hit.phrase in self.stand_ins:
                spans.append(Span(hit.start, hit.end))
            elif span := _brackets(text, hit.start, hit.end):
                spans.append(span)
            elif (hit.phrase in _MARKS and self._is_bare(text, hit.start, hit.end)) or (
                hit.phrase in (_SHOUTED | _LATER) and text[hit.start : hit.end].isupper()
            ):
                spans.append(Span(hit.start, hit.end))
        if "??" in text:
            spans += [Span(*match.span()) for match in re.finditer(_QUESTION_MARKS, text, re.MULTILINE)]
        end = -1
        for span in sorted(spans, key=lambda span: (span.start, -span.end)):
            if span.start >= end:
                end = span.end
                words = text[span.start : end]
                severity = Severity.INFO if words.lower() in _LATER else None
                yield self.finding(span, f"“{words}” was never filled in.", severity=severity)

    def _is_bare(self, text: str, start: int, end: int) -> bool:
        """Whether TK or XXX stands for missing words rather than in a name or as a Roman numeral."""
        word = text[start:end]
        if not word.isupper():
            return word.lower() not in ("tk", "tks", "xxx")
        following = text[end : end + 20].split(None, 1)
        if following and f"{word} {following[0].strip('.,’')}".lower() in self.names:
            return False
        before = text[:start].rsplit(None, 1)[-1:] if start < 60 else text[start - 60 : start].rsplit(None, 1)[-1:]
        named = bool(before) and before[0][:1].isupper() and before[0][-1:].isalnum()
        if word.startswith("XXX"):
            return not (text[end : end + 1] == "-" or (word == "XXX" and named))
        return text[end : end + 1] not in ("-", "+") and text[start - 1 : start] != "-"


def _brackets(text: str, start: int, end: int) -> Span | None:
    """The brackets around a phrase if they hold nothing but a placeholder: "(CHECK)", "[NAME TK]", "[insert name]"."""
    before, after = text[max(start - _LONGEST, 0) : start], text[end : end + _LONGEST]
    opening = max(before.rfind(mark) for mark in "([<{")
    closing = min((at for mark in ")]>}" if (at := after.find(mark)) >= 0), default=-1)
    if opening < 0 or closing < 0:
        return None
    inside = before[opening + 1 :] + text[start:end] + after[:closing]
    word = text[start:end].lower()
    alone = inside.strip(" ?") == text[start:end]
    opens = word in ("insert", "placeholder") and not before[opening + 1 :].strip() and before[opening] != "("
    capitals = inside.replace(" ", "").isalpha() and inside.isupper() and (word != "check" or alone)
    if (word in _IN_BRACKETS and (alone or opens)) or (capitals and before[opening] in "[<{"):
        return Span(start - len(before) + opening, end + closing + 1)
    return None
