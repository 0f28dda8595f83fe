"""leftovers/markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from newslint import Article, Edit, Finding, Fix, Literals, Related, Rule, Severity, Span, compiled, flags, passes

_TAG = (
    r"</?(?:p|br|b|i|u|s|a|em|strong|span|div|h[1-6]|ul|ol|li|dl|dt|dd|img|figure|figcaption|blockquote|iframe|script"
    r"|style|table|tbody|thead|tr|td|th|sup|sub|font|center|section|article|aside|header|footer|nav|main|hr|pre|code"
    r"|video|audio|source|picture|svg|button|form|input|label|small|big|strike|del|ins|mark|cite|q|abbr|wbr|o:p|tweet"
    r"|embed|object|body|html|head|meta|link|title)(?:\s[^<>]{0,1000})?\s*/?>"
    r"|</?[a-z]{3,12}>"  # of some other vocabulary: <para>, <byline>
    r"|<!--[^\n]{0,1000}?-->|<!--|-->|<!\[CDATA\[|\]\]>|<!DOCTYPE[^>]{0,200}>"
)
_ENTITY = (
    r"&(?:amp;){0,5}(?:#\d{2,7}|#x[0-9a-f]{2,6}|[a-z][a-z0-9]{1,30});"
    r"|&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,5})(?![\w;=])"
    r"|(?<![\w&#])(?:nbsp|amp|quot|[lr][sd]quo|#8\d{3}|#39|#038);"
)
# Ends of entities that have lost their "&".
_TAILS = Literals("amp;", "nbsp;", "quot;", "squo;", "dquo;", "#8", "#39;", "#038;")
_MARKDOWN = (
    ("](", r"!?\[[^\[\]\n]{0,300}\]\((?:https?:|/|#|mailto:|www\.)[^()\s]{0,500}(?:\([^()\s]{0,100}\))?\)"),
    ("**", r"(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])\*\*(?![\w*])"),
    ("__", r"(?<![\w_])__(?=[^\s_])[^_\n]{1,300}(?<=[^\s_])__(?![\w_])"),
    ("~~", r"~~(?=[^\s~])[^~\n]{1,300}~~"),
    ("# ", r"(?m)^#{2,6} (?=\S)|^# (?=[A-Z])"),
    ("```", r"```\w*"),
    ("`", r"(?<![\w`])`[^`'\n]{1,60}`(?![\w`])"),
    ('="', r"\b(?:class|style)=\"[^\"\n]{0,200}\""),
    ("mso-", r"\bmso-[a-z-]{3,40}(?::[^;\n]{0,60};?)?"),
    ("{\\rtf", r"\{\\rtf\d?"),
)
_SOUGHT = tuple([(Literals(literal), pattern) for literal, pattern in _MARKDOWN])
_BBCODE = r"(?i)\[(/?)(b|i|u|s|url|img|quote|code|size|color|center|list|youtube)(=[^\[\]\n]{1,300})?\]"
_ESCAPE = (
    r"\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|(?<![A-Za-z:\\])\\[nrt](?![a-z])|(?<=[.,!?;])\\[nrt]|\\[\"'](?=[\w\s.,]|$)"
)
# Bytes as addresses write them: line ends, spaces, marks of print.
_PERCENT = (
    r"(?<!\S)[^\s%/=&?#:@]*?(?<!\d)(?P<bytes>(?:%0[AD]|%20|%2[27C]|%3[CE]|%E2%80%[89][0-9A-F]|%C[23]%[89AB][0-9A-F])+)"
)
_BYTES = Literals("%0", "%2", "%3", "%E2", "%C")
# What only style sheets and scripts hold.
_CODE_LINE = (
    r"(?m)^[ \t]*(?:[.#@]?[\w.#:, ()>-]{1,80}\{|\}\)?[;.]?|[a-z-]{3,30}:\s?[^;\n]{1,100};|.*\bfunction\s?\([^\n]*"
    r"|(?:var|let|const) \w+ ?=[^\n]*|(?:window|document|jQuery|googletag)\.[^\n]*)[ \t]*$"
)

_CODE = Literals("{", "function(", "function (")


class Markup(Rule):
    """Markup or code shows in the copy.

    Tags (``<br>``), entities (``&nbsp;``), Markdown in plain text, BBCode, escapes (``\\u2019``, ``%0A``), style
    sheets: what a program should have turned into the page. An entity has one reading, so it is a safe fix; a tag may
    have had a sense, so deleting it is for an editor to decide.

    On 1.3 million words as published: read 27 errors, right 27.
    """

    severity = Severity.ERROR
    claims_words = True
    gathers = True
    reads_quotes = True
    examples = (
        flags("Marks [[&amp;]] Spencer", becomes="Marks & Spencer"),
        flags("The vote[[<br>]] was [[<strong>]]close</strong>.", becomes="The vote was close."),
        flags("It was [[**very**]] close, [[[the paper](https://example.org/vote)]] said."),
        flags("The vote was close.[[\\n]] It was[[\\u2019]]t open."),
        flags("It costs $120 a year[[%0A%0A]]."),
        passes("A share of 20%20 years on is 5%. See example.org/a%20b and ?q=%22it%22."),
        passes("Marks & Spencer said profit rose 5 < 6. “P*** off,” it read. R&D; A&E."),
        passes("**Bold** words belong in [Markdown](https://example.org).", markup="markdown"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        found: list[Finding] = []
        if "<" in text or ">" in text:
            found += self._tags(text)
        if "&" in text or _TAILS.in_text(text):
            found += self._entities(text)
        if article.is_plain:
            found += self._markdown(text)
        if "[" in text and ("[/" in text or "[url=" in text):
            found += self._bbcode(text)
        if "\\" in text:
            found += [
                self.finding(
                    Span(*match.span()), f"“{match[0]}” is an escape sequence, not copy.", suggest=_unescaped(match[0])
                )
                for match in compiled(_ESCAPE).finditer(text)
            ]
        if _BYTES.in_text(text):
            found += self._percent(text)
        if _CODE.in_text(text):
            found += self._code(text)
        end = -1
        for finding in sorted(found, key=lambda finding: finding.span):
            if finding.start >= end:
                end = finding.end
                yield finding

    def _tags(self, text: str) -> Iterator[Finding]:
        """Each kind of tag as one finding, with all its places."""
        kinds: dict[str, list[Span]] = {}
        for match in compiled(_TAG, re.IGNORECASE).finditer(text):
            kind = match[0].strip("</>").split(None, 1)[0].lower() if match[0][1:2] != "!" else "!"
            kinds.setdefault(kind, []).append(Span(*match.span()))
        for first, *others in kinds.values():
            shown = text[first.start : first.end]
            shown = shown if len(shown) <= 40 else f"{shown[:40]}…"
            yield Finding(
                self.id,
                f"“{shown}” is markup, not copy.",
                first,
                self.severity,
                tuple(Related(other, "here too") for other in others),
                Fix(tuple(Edit(span, "") for span in (first, *others))),
            )

    def _entities(self, text: str) -> Iterator[Finding]:
        for match in compiled(_ENTITY, re.IGNORECASE).finditer(text):
            better = _entity(match[0])
            if better is not None:
                reads = f"it should read “{better}”" if better.strip() else "it stands for a space"
                yield self.finding(Span(*match.span()), f"“{match[0]}” is markup; {reads}.", fix=better)

    def _percent(self, text: str) -> Iterator[Finding]:
        for match in compiled(_PERCENT).finditer(text):
            better = unquote(match["bytes"])
            yield self.finding(
                Span(*match.span("bytes")), f"“{match['bytes']}” is how addresses write characters.", suggest=better
            )

    def _markdown(self, text: str) -> Iterator[Finding]:
        for literal, pattern in _SOUGHT:
            if literal.in_text(text):
                for match in compiled(pattern).finditer(text):
                    yield self.finding(Span(*match.span()), f"“{match[0].strip()}” is Markdown in plain text.")

    def _bbcode(self, text: str) -> Iterator[Finding]:
        matches = list(compiled(_BBCODE).finditer(text))
        # "[i]t" is how quotations are fitted in: only a tag that is closed somewhere is one.
        closed = {match[2].lower() for match in matches if match[1]}
        for match in matches:
            if match[2].lower() in closed or match[3]:
                yield self.finding(Span(*match.span()), f"“{match[0]}” is markup, not copy.", suggest="")

    def _code(self, text: str) -> Iterator[Finding]:
        """Runs of lines of code, each as one finding."""
        start = end = -1
        lines = 0
        for match in [*compiled(_CODE_LINE).finditer(text), None]:
            if match and start >= 0 and not text[end : match.start()].strip():
                end, lines = match.end(), lines + 1
                continue
            if lines >= 2:
                yield self.finding(Span(start, end), f"{lines} lines of code, not copy.", suggest="")
            if match:
                start, end, lines = match.start() + len(match[0]) - len(match[0].lstrip()), match.end(), 1


def _entity(written: str) -> str | None:
    """What an entity reads as; None if there is no such entity."""
    import html

    whole = written if written.startswith("&") else "&" + written
    whole = whole if whole.endswith(";") else whole + ";"
    reads = whole
    while (once := html.unescape(reads)) != reads:  # "&amp;nbsp;" is an entity that was escaped again
        reads = once
    if reads == whole:
        return None
    return {"\xa0": " ", "\xad": "", "\u200b": "", "\u200c": "", "\u200d": ""}.get(reads, reads)


def _unescaped(written: str) -> str:
    if written[1] in "ux":
        return chr(int(written[2:], 16))
    return {"n": "\n", "r": "", "t": " "}.get(written[1], written[1])
