"""leftovers/note-to-self."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, Span, flags, passes

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
_TRACES = ("<<<<", "====", ">>>>", "||||", "mment", "eleted:", "nserted:", "ormatted:", "@@ -")
# Fields of a newsroom's form: "Slug: mayor-vote".
_LABELS = (
    "hed|hedline|dek|subhed|lede|nut graf|slug|subhead|standfirst|pull quote|pullquote|cutline|seo headline|seo title"
    "|meta description|meta title|social copy|social hed|web headline|print headline|word count|embargoed until"
    "|working title|suggested headline|photo caption|tweet text|url slug|note to editors|notes to editors|note to desk"
)
_LONGEST = 300  # characters of a remark


class NoteToSelf(Rule):
    """A note among the people who made the copy was left in it.

    "[EDITOR: please check]", "(needs a quote)", "<<<<<<< HEAD", "Commented [JM1]:", "Slug: ..." An editor's note that
    is meant for readers, and "[sic]", stay. Mend: do what the note asks, then delete it.
    """

    severity = Severity.ERROR
    reads_quotes = True
    examples = (
        flags("The mayor won 61 percent [[(please check)]] of the vote."),
        flags("The mayor won. [[(EDITOR: is that her title?)]] She takes office in May."),
        flags("[[<<<<<<< HEAD]]\nThe mayor won.\n[[=======]]\nThe mayor lost.\n[[>>>>>>> desk]]"),
        flags("[[Slug: mayor-vote-2]]\n\nThe mayor won 61 percent of the vote."),
        passes("Editor's note: this story was updated. The mayor “have [sic] won” (in May)."),
        passes("The mayor (who checks names) asked the desk to check the spelling. Note to readers: we move."),
    )

    remarks: tuple[str, ...] = tuple(phrase for row in _REMARKS.split("\n") for phrase in row.split("|") if phrase)
    labels: tuple[str, ...] = tuple(_LABELS.split("|"))

    @property
    def phrases(self) -> tuple[str, ...]:
        return (*self.remarks, *self.labels)

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
        if any(trace in text for trace in _TRACES):
            found.update(match.span() for match in re.finditer(_TRACKED, text))
        for start in sorted(found):
            words = text[start : found[start]]
            shown = words if len(words) <= 60 else f"{words[:60]}…"
            yield self.finding(Span(start, found[start]), f"“{shown}” is a note to colleagues, not copy.")
