"""leftovers/note-to-self."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from newslint import (
    Article,
    Finding,
    Literals,
    Rule,
    Severity,
    Span,
    compiled,
    english,
    expression,
    flags,
    kept,
    passes,
)

from ._asides import fenced, is_note
from ._desk import is_for_desk

# With these words begins a remark to a colleague that stands in brackets.
_REMARKS = """
note to editor|note to editors|note to ed|note to eds|note to sub|note to subs|note to self|note to desk
note to the desk|note to copy|note to copy desk|note for editor|note for editors|note for subs|note for desk
note for the desk|question for editor|question for the editor|query for|memo to|editor:|ed:|eds:|subs:|sub:|desk:
copy desk:|fact-check:|query:|fixme:|todo:|please check|please confirm|please verify|please add|please fix
please insert|please cut|please update|please replace|please rewrite|please clarify|please advise|pls check
pls confirm|pls verify|pls add|pls fix|plz check|check spelling|check name|check this|check figure|check figures
check number|check numbers|check date|check title|check quote|check age|check stat|check source|check fact
check facts|confirm spelling|confirm name|confirm this|confirm date|verify this|verify name|double-check
double check|fact-check this|fact check this|need quote|need a quote|need source|need a source|needs source
needs a source|needs quote|needs a quote|needs attribution|needs citation|need attribution|need name|needs more
needs work|needs update|need confirmation|need comment|add quote|add a quote|add source|add name|add link|add photo
add details|add more|add figure|add context|add attribution|get quote|get a quote|get comment|find source
insert quote here|citation needed|source needed|quote needed|who?|source?|spelling?|is this right|is this correct
is that right|not sure about this|not sure if|rewrite this|cut this|move this|delete this|more here
more to come here|expand this|expand here|awaiting comment|waiting for comment|awaiting reply|awaiting confirmation
to be checked|to be confirmed with|legal to check|lawyer to check|subs to check
"""
# What version control and word processors leave behind, at the start of a line.
_TRACKED = (
    r"(?m)^(?:<{7}(?: .*)?|={7}|>{7}(?: .*)?|\|{7}(?: .*)?|(?:Commented|Comment) \[\w{1,6}\]:.*"
    r"|(?:Deleted|Inserted|Formatted): .*|@@ -\d.*@@.*)$"
)
_TRACES = Literals("<<<<", "====", ">>>>", "||||", "mment", "eleted:", "nserted:", "ormatted:", "@@ -")
# Fields of a newsroom's form: "Slug: mayor-vote".
_LABELS = (
    "hed|hedline|dek|subhed|lede|nut graf|slug|subhead|standfirst|pull quote|pullquote|cutline|seo headline|seo title"
    "|meta description|meta title|social copy|social hed|web headline|print headline|word count|embargoed until"
    "|kicker|strap|strapline|keywords|seo keywords|alt text|box out|embargo|embargoed|sub-head|subheading|headline"
    "|working title|suggested headline|photo caption|tweet text|url slug|note to editors|notes to editors|note to desk"
)
# A writer puts words into square brackets within quotations; outside of them, brackets that open with one of these
# words ask a colleague for something.
_OPENERS = frozenset(
    """
    add check confirm verify cut delete rewrite fix need needs update replace move ask legal lawyer query fact spelling
    pick hold cq ed eds editor editors sub subs desk note notes
    """.split()
)
_ASIDES = expression(
    r"""
    [\[(](
        (?:
            (?:can|could|do|did|are|should|shall)[ ]we  # [can we check this?]
            |(?:can|could|should)[ ]you
            |is[ ](?:this|that)
        )\b[^\[\]()\n]{0,120}\?
    )[\])]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BRACKETS = expression(r"\[\s?([A-Za-z]+)\b[^\[\]\n]{0,4}\s[^\[\]\n]{1,200}\]")
_ROUND = expression(r"[(\[]([^()\[\]\n]{3,120})[)\]]")
# Notes for readers, printed in brackets: whole sentences that ask nobody for anything.
_PUBLISHED = expression(r"\[\s?(?:editor['’]?s['’]? )?notes?: ?([A-Za-z][^\[\]?]+[.!])\s?\]", re.IGNORECASE)
# What a program that writes says around what it was asked for, and orders to the desk that fill a line.
_LINES = (
    "as an ai language model", "as an ai model", "as a large language model", "here is the article you",
    "here's the article you", "here is a revised", "here's a revised", "here is the revised", "here is the rewritten",
    "here's the rewritten", "here is a rewritten", "here is a draft", "sure! here", "sure, here is", "sure, here's",
    "certainly! here", "certainly, here is", "i hope this helps", "let me know if you would like me to",
    "let me know if you'd like me to", "would you like me to", "regenerate response", "as of my last update",
    "as of my last knowledge", "not for publication", "do not publish", "hold for release", "optional trim",
    "begin optional", "end optional", "(begin optional", "(end optional", "(optional add", "story can end here",
    "(story can end here", "(editors: ", "story can trim", "pick up story", "test article", "this is a test article",
    "test test", "blah blah", "untitled document", "rewrite this", "cut here", "delete this para", "kill this",
    "photo here", "image here", "video here", "crosshead here", "sub-head here", "factbox to come", "note to subs:",
    "note to desk:", "note for desk:", "notes for editor:", "notes to desk:", "notes for desk:", "note for editor:",
    "note for subs:", "notes for subs:", "subs: please", "subs - please", "subs: check", "subs: cut",
    "editors: ", "eds: ", "updates with ", "(updates ",
    "adds quote", "diff --git ", "draft - not for",
)  # fmt: skip
_WHOLE = frozenset(
    (
        "first draft",
        "untitled",
        "crosshead",
        "mf",
        "mfl",
        "with ap photos",
        "writethru",
        "1st lead",
        "new paragraph",
        "###",
    )
)
_QUESTIONS = ("is this right?", "is this correct?", "can you check", "please check")
_LONGEST = 300  # characters of a remark
_TELLING = english.function_words.BE_AND_HAVE


class NoteToSelf(Rule):
    """A note among the people who made the copy was left in it.

    "[EDITOR: please check]", "(needs a quote)", "<<<<<<< HEAD", "Commented [JM1]:", "Slug: ..." An editor's note that
    is meant for readers, and "[sic]", stay. Mend: do what the note asks, then delete it.

    On 1.3 million words as published: read 1 error, right 1.
    """

    severity = Severity.ERROR
    claims_words = True
    reads_quotes = True
    examples = (
        flags("The mayor won 61 percent [[(please check)]] of the vote."),
        flags("The mayor won. [[(EDITOR: is that her title?)]] She takes office in May."),
        flags("[[<<<<<<< HEAD]]\nThe mayor won.\n[[=======]]\nThe mayor lost.\n[[>>>>>>> desk]]"),
        flags("[[Slug: mayor-vote-2]]\n\nThe mayor won 61 percent of the vote."),
        flags("The mayor won by a mile [[(do we have a figure?)]]."),
        flags("The mayor won 61 percent of the vote.\n\n[[DO NOT PUBLISH]]"),
        flags("[[Subs – the tonnage may be off]]\n\nThe mayor won.\n\n[[TOP LINE: she won. Reax to follow.]]"),
        flags("[[mayor-vote-v2-FINAL]]\n\nThe mayor won 61 percent of the vote.\n\n[[450 words]]"),
        flags("The mayor won [[(turnout to come from the clerk)]] by a mile [[(ring her after ten)]]."),
        flags("[[<<<chart of the vote, Ann has it>>>]] The mayor won by a mile."),
        flags("[[{read as far as this, more when Ann is back}]]\n\nThe mayor won by a mile. [[§§ ask her §§]]"),
        flags("The mayor, 31 [[(32?)]], won a vote [[(31%?)]]. Ann Roe [[(her title?)]] lost.\n\n[[Pls chk w Tom.]]"),
        flags("The mayor won 61 percent of the vote.\n\nShe takes office in May.\n\n[[END]]"),
        passes(
            "The mayor won (ring 01632 960123 to hear her). Check in (a hold of two hours). The rest is yet to come."
        ),
        passes("Legal: a judge ruled.\n\nmother-in-law\n\nPicture: Ann Roe\n\nNote: prices may rise."),
        passes("“Please [check] what we [add],” she said. She wrote it (is it true?) in [Latin]. Subs came on."),
        passes("[Editor's note: This story was updated on Friday.] The mayor won. [Note: The author owns a bank.]"),
        passes("[Editor's note: Answers were cut to a hundred words.] The mayor won."),
        passes("Editor's note: this story was updated. The mayor “have [sic] won” (in May)."),
        passes("He hoped (prayed?) for a vote (really?), and gave a reason (the same one?). The end\n\nMay ends."),
        passes("Keep track of your calls (did you get eight of them?). [Note: in the test, the picture was red.]"),
        passes("The mayor (who checks names) asked the desk to check the spelling. Note to readers: we move."),
    )

    remarks: tuple[str, ...] = tuple(phrase for row in _REMARKS.split("\n") for phrase in row.split("|") if phrase)
    labels: tuple[str, ...] = tuple(_LABELS.split("|"))

    @property
    def phrases(self) -> tuple[str, ...]:
        return (*self.remarks, *self.labels)

    def _asides(self, article: Article) -> Iterator[tuple[int, int]]:
        """Brackets outside quotations that ask a colleague for something."""
        for match in _BRACKETS.finditer(article.text):
            if match[1].lower() in _OPENERS and "=" not in match[0] and not _is_published(match[0]):
                if (len(match[1]) > 2 and match[1].isupper()) or not article.in_quotation(Span(*match.span())):
                    yield match.span()
        for match in _ASIDES.finditer(article.text):
            if not article.in_quotation(Span(*match.span())):
                yield match.span()

    @staticmethod
    def _notes(article: Article) -> Iterator[tuple[int, int]]:
        """Brackets outside quotations that say what is to come or to be done."""
        for match in _ROUND.finditer(article.text):
            if is_note(match[1], square=match[0][0] == "[") and not article.in_quotation(Span(*match.span())):
                yield match.span()

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        found: dict[int, int] = {}
        labels = frozenset(self.labels)
        for hit in article.hits(self.id):
            before = text[max(hit.start - 9, 0) : hit.start].rstrip(" \t")[-1:]
            if before in ("(", "["):
                closing = text.find(")" if before == "(" else "]", hit.end, hit.end + _LONGEST)
                if closing >= 0:
                    found[text.rindex(before, 0, hit.start)] = closing + 1
            elif hit.phrase in labels and before in ("", "\n") and text[hit.end : hit.end + 2].lstrip()[:1] == ":":
                end = text.find("\n", hit.end)
                found[hit.start] = len(text) if end < 0 else end
        if _TRACES.in_text(text):
            found.update(match.span() for match in compiled(_TRACKED).finditer(text))
        found.update(fenced(text))
        if "[" in text or "?)" in text:
            found.update(self._asides(article))
        if "[" in text or "(" in text:
            found.update(self._notes(article))
        found.update(
            (line.start, line.end) for line in article.lines if line.words < 30 and _is_for_desk(line.text, line.words)
        )
        for start in sorted(found):
            words = text[start : found[start]]
            shown = words if len(words) <= 60 else f"{words[:60]}…"
            yield self.finding(Span(start, found[start]), f"“{shown}” is a note to colleagues, not copy.")


def _is_published(remark: str) -> bool:
    """Whether a note tells readers something: what was cut or updated is told, "cut this" is asked for."""
    published = _PUBLISHED.match(remark)
    words = published[1].lower().split() if published else ["cut"]
    return not any(word in _OPENERS and before not in _TELLING for before, word in pairwise(["", *words]))


@kept
def _is_for_desk(line: str, words: int) -> bool:
    return _asks(line.lower().replace("’", "'"), words) or is_for_desk(line, words)


def _asks(line: str, words: int) -> bool:
    if line.startswith(_LINES) or line in _WHOLE or (len(line) > 3 and not line.strip("#")):
        return True
    if words < 11 and line[0] not in '"“‘' and line.endswith(_QUESTIONS[:2]):
        return True
    return words < 8 and line[0] == "@" and any(question in line for question in _QUESTIONS)
