"""leftovers/placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import (
    Article,
    Finding,
    Literals,
    Rule,
    Severity,
    Span,
    compiled,
    distinct_words,
    expression,
    flags,
    passes,
)

# Words that only ever stand in for others, wherever they are found.
_STAND_INS = """
lorem ipsum|dolor sit amet|consectetur adipiscing|headline here|headline goes here|headline to come|hed here|hed tk
text here|text goes here|body text here|your text here|add text here|insert text here|enter text here|caption here
caption goes here|caption to come|add caption|byline here|name goes here|insert name|insert quote|insert link
insert image|insert photo|insert date|insert headline|insert caption|quote goes here|quote to come|quote tk
link here tk|photo tk|art tk|subhead here|subhed here|standfirst here|standfirst goes here|intro goes here
summary goes here|image goes here|photo goes here|details to come|placeholder text|dummy text|sample text
filler text|asdf|asdfgh|asdfasdf|todo:|fixme|eiusmod tempor|magna aliqua|click to add text|click here to enter text
type your text|enter caption here|insert caption here|subhead here|crosshead here|quote tk|head tk|foo bar
blah blah blah
"""
# Phrases that are a placeholder only where they stand alone in brackets, in any case or all in capitals.
_IN_BRACKETS = frozenset("check cq tk tktk tbc tbd tba sp xx xxx xxxx todo insert placeholder".split())
_IN_CAPITALS = frozenset(
    "name date age title link photo quote number figure city source caption headline verify".split()
)
# Phrases that need a look at what stands around them.
_MARKS = frozenset("tk tktk tktktk tks xxx xxxx xxxxx xxxxxx xxxxxxx xxxxxxxx".split())
_SHOUTED = frozenset(
    ("todo", "placeholder", "do not publish", "not for publication", "hold for release", "check spelling", "kill this")
)
# Fields that nobody filled in, where they stand alone in square brackets outside a quotation.
_FIELDS = frozenset(
    "name|first name|last name|surname|title|age|date|time|location|number|link|link here|your name|company name|"
    "company|city, state|phone number|publication name|more to come|quote|confirm|to confirm|x|xx|?|??|address|pic|"
    "pic here|cut|hold|legal|lawyer|ck|pickup|crosshead|subhead|rewrite|embargoed|hyperlink|blah|embedded content|"
    "embed tweet|delete".split("|")
)
_SPOKEN = frozenset({"blah blah blah"})  # people say it, too: no placeholder within quotation marks
_LATER = frozenset({"tbc", "tbd", "tba"})  # in listings too ("Venue TBC")
_FIELD = expression(r"\[([A-Za-z, ?]{1,20})\]")
# An unknown figure: "$XX", "XX percent", "X,XXX people", "an XX-year-old".
_UNKNOWN = expression(
    r"""
    (?<![\w-])(?:
        [$£€]X{1,3}(?:,XXX)*(?!\w)  # £XXX
        |X{1,3}(?:,XXX)+  # X,XXX
        |XX?(?:\.X)?(?=%|-year-old|\spercent\b|\sper\scent\b)  # XX%, XX-year-old
        |X{1,2}(?=\s(?:million|billion)\b)
        |XX(?![\w-])
        |(?<!\w)00[ ][A-Z][a-z]+[ ](?=\d{4})  # 00 March 2019
        |(?:1[5-9]|20)X{1,2}(?![\w-])  # 19XX
        |[$£€]X+(?:bn|m|k)\b  # £Xm
        |(?<!\w)xx(?=[ ][A-Z][a-z]{2})  # xx May
        |(?<=[\w,(][ ])(?:_{2,}|[$]{2,}|[£]{2,}|[€]{2,})(?=[ ]\w)  # the ___ of
        |DD/MM(?:/Y+)?\b
    )
    """,
    re.VERBOSE,
)
_UNKNOWN_SIGNS = Literals("X", "xx ", "DD/MM", "__", "$$", "££", "€€")
# A field's name where its content was to stand: "in MONTH by", "said NAME, who".
_FIELD_NAMES = frozenset("NAME SURNAME DATE MONTH YEAR WEEKDAY PLACE AGE NUMBER FIGURE CITY TOWN".split())
_NAMED_FIELD = expression(
    rf"""
    (?<=[a-z])[ ]  # within a sentence
    (?:{"|".join(sorted(_FIELD_NAMES))})
    (?=[ ,.](?:[^A-Z]|$))  # and not of a longer name
    """,
    re.VERBOSE,
)
_SURNAME = expression(r" [A-Z][a-z]+(?:,| (?!Street|Road|Avenue|Lane)[a-z])")  # TK Larsen, a gardener
_NAMED_TK = expression(r"\s?\d|['’]s(?!\w)")  # taka, or somebody of that name
_LONGEST = 40  # characters in the brackets before and after such a phrase
# Three question marks or more that end no word: "the ??? percent".
_QUESTION_MARKS = r"(?:(?<=\s)|(?<=[(\[$£€])|^)\?{2,}(?=[\s)\],.%]|$)"


class Placeholder(Rule):
    """A placeholder was never filled in.

    "TK" (for "to come"), "[NAME TK]", "XXXX", "???", "(CHECK)", "headline here", "lorem ipsum": what writers and page
    designers put where words are still missing. "[sic]" is left alone, and so are TK Maxx, Super Bowl XXX and the like,
    a currency or a singer of that name (TK 500, TK’s song), and what shortens the words before it.
    Mend: find out what belongs there, or recast.

    On 1.3 million words as published: read 2 warnings, right 0: a band and a columnist.
    """

    severity = Severity.WARNING
    claims_words = True
    reads_quotes = True
    examples = (
        flags("The mayor, [[TK]], will sign the law on Friday."),
        flags("It cost [[XXXX]] dollars, and [[???]] percent of it came from the state."),
        flags("The hall opens on Monday [[(CHECK)]]. [[Lorem ipsum]] is all that the sign says."),
        flags("The mill, built in [[19XX]], opens in [[MONTH]].\n\nCaption [[tk]]"),
        flags("The fund of [[$XX]] million paid [[XX]] percent to an [[XX]]-year-old from Oxford."),
        flags("The hall opens on [[xx]] May or [[DD/MM]] and cost [[£Xm]], [[___]] percent of it the state's."),
        passes("“Ask [name] for it,” he said. Women have two XX chromosomes. King Louis XX. Mr X of Company X."),
        passes("The shop, a TK Maxx, opens on Monday. “We [sic] was first,” he said. What now???"),
        passes(
            "A phone costs TK 500, a ticket 20 TK. TK’s song is out. The Social Party (SP) and the SP Group (SP) lost."
        ),
        passes("He said “blah blah blah” for an hour."),
        passes("The team won Super Bowl XXX. He drinks XXXX Gold. Check the date (or the year)."),
    )

    stand_ins: tuple[str, ...] = tuple(p.strip() for row in _STAND_INS.split("\n") for p in row.split("|") if p.strip())
    # Names that look like placeholders.
    names: frozenset[str] = frozenset({"tk maxx", "xxxx gold", "xxxx beer", "xxxx bitter", "xxxx brewery", "xxx lutz"})

    @property
    def phrases(self) -> tuple[str, ...]:
        return (*self.stand_ins, *sorted(_MARKS | _SHOUTED | _IN_BRACKETS | _IN_CAPITALS))

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        spans = []
        for hit in article.hits(self.id):
            if hit.phrase in self.stand_ins:
                if hit.phrase not in _SPOKEN or not article.in_quotation(Span(hit.start, hit.end)):
                    spans.append(Span(hit.start, hit.end))
            elif span := _brackets(text, hit.start, hit.end):
                spans.append(span)
            elif (hit.phrase in _MARKS and self._is_bare(text, hit.start, hit.end)) or (
                hit.phrase in (_SHOUTED | _LATER) and text[hit.start : hit.end].isupper()
            ):
                spans.append(Span(hit.start, hit.end))
        if "?" in text and "??" in text:
            spans += [Span(*match.span()) for match in compiled(_QUESTION_MARKS, re.MULTILINE).finditer(text)]
        if _UNKNOWN_SIGNS.in_text(text):
            spans += [
                Span(*match.span())
                for match in _UNKNOWN.finditer(text)
                if len(match[0]) > 2
                or match[0][0] in "$£€_x"
                or (match[0] == "XX" and self._is_bare(text, *match.span()))
            ]
        if not _FIELD_NAMES.isdisjoint(article.view(distinct_words)):
            spans += [
                Span(match.start() + 1, match.end())
                for match in _NAMED_FIELD.finditer(text)
                if not article.in_quotation(Span(*match.span()))
            ]
        if "[" in text:
            spans += [
                Span(*match.span())
                for match in _FIELD.finditer(text)
                if match[1].strip().lower() in _FIELDS
                and ((match[1].isupper() and len(match[1]) > 2) or not article.in_quotation(Span(*match.span())))
            ]
        end = -1
        for span in sorted(spans, key=lambda span: (span.start, -span.end)):
            if span.start >= end:
                end = span.end
                words = text[span.start : end]
                named = words == "TK" and _SURNAME.match(text, end) is not None
                severity = Severity.INFO if named or words.lower() in _LATER else None
                yield self.finding(span, f"“{words}” was never filled in.", severity=severity)

    def _is_bare(self, text: str, start: int, end: int) -> bool:
        """Whether TK or XXX stands for missing words rather than in a name or as a Roman numeral."""
        word = text[start:end]
        if not word.isupper() and word != "tk":
            return word.lower() not in ("tk", "tks", "xxx")
        if word in ("TK", "tk") and (_NAMED_TK.match(text, end) or text[start - 2 : start - 1].isdigit()):
            return False
        if word == "tk" and text[end : end + 1] in ("-", "."):
            return False
        following = text[end : end + 20].split(None, 1)
        if following and f"{word} {following[0].strip('.,’')}".lower() in self.names:
            return False
        before = text[:start].rsplit(None, 1)[-1:] if start < 60 else text[start - 60 : start].rsplit(None, 1)[-1:]
        named = bool(before) and before[0][:1].isupper() and before[0][-1:].isalnum()
        if text.startswith("-year-old", end):
            return True
        if word.startswith("XX"):
            genes = word == "XX" and (" chromosome" in text[end : end + 14] or "XY" in text)
            return not (text[end : end + 1] == "-" or (len(word) < 4 and named) or genes)
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
    if alone and before[opening] == "(" and _is_short_for(before[:opening], word):
        return None
    if (word in _IN_BRACKETS and (alone or opens)) or (capitals and before[opening] in "[<{"):
        return Span(start - len(before) + opening, end + closing + 1)
    return None


def _is_short_for(before: str, word: str) -> bool:
    """Whether a bracket shortens the name before it: "Social Party (SP)", "SP Group (SP)"."""
    names = [name for name in before.split()[-len(word) :] if name[0].isupper()]
    return word.upper() in names or "".join(name[0] for name in names).lower() == word
