"""leftovers/template."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Finding, Literals, Rule, Severity, Span, compiled, flags, passes

# (a literal that every match holds, the pattern)
_PATTERNS = (
    ("{", r"\{\{[^{}\n]{0,200}\}\}|\{\d{1,2}\}|\{%[^%\n]{0,200}%\}|\$?\{[A-Za-z_][\w.:]{0,60}\}|\{\{|\{%"),
    ("|", r"\{[^\W\d_][\w ,'’-]*(?:\|[\w ,'’-]*\w)+\}"),  # {said|stated}: a spinner was to choose
    ("}", r"\}\}"),
    ("NaN", r"(?<![\w-])NaN(?![\w-])"),
    (" undefined", r"(?<=said |with |from )undefined\b"),
    ("\\", r"(?<=[a-z.!?”\"])(?:\\[nrt])+(?=[A-Za-z ])"),
    ("<%", r"<%[^%\n]{0,200}%>|<%"),
    ("%", r"%(?:(?<![\d%]%)(?:\(\w{1,40}\))?(?:\d\$)?[sdif](?![\w%])|%\w{1,40}%%|(?<!\w%)[A-Z][A-Z_]{2,40}%)"),
    ("*|", r"\*\|[A-Z][A-Z0-9_:]{0,40}\|\*"),
    ("«", r"«\w{2,40}»(?=\W)"),
    ("[object ", r"\[object \w+\]"),
    ("[", r"\[/?(?:%s)\b(?:[ =][^\[\]\n]{0,300})?/?\]|\[[a-z_-]{2,30}\s[^\[\]\n]{0,300}?\w=[\"“'\d][^\[\]\n]{0,300}\]"),
    ("[[", r"\[\[[^\[\]\n]{1,60}\]\]"),
    ("[", r"\[/?[a-z]{2,20}(?:_[a-z0-9]{1,20}){1,4}\b[^\[\]\n]{0,200}\]"),
    ("<?", r"<\?(?:php|=)[^\n]{0,200}?\?>"),
    ("[/", r"\[/[a-z][a-z0-9_-]{1,30}\]"),
    ("#", r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!)"),
    ("@@", r"@@\w{2,40}@@"),
    ("##", r"(?<!#)##[A-Z][A-Z_]{1,40}##"),
)
_SHORTCODES = (
    "caption gallery embed audio video playlist vimeo twitter tweet instagram facebook iframe soundcloud "
    "pullquote blockquote sidebar readmore related image photo ad ads adsense divider button dropcap toc break "
    "pagebreak nextpage more intro media asset widget shortcode newsletter poll quiz slideshow infobox factbox link"
)
_BBCODE = frozenset("url img quote code size color center list youtube".split())  # leftovers/markup has them
_BARE = frozenset("video audio image photo link related more intro media button break tweet".split())
_SOUGHT = tuple([(Literals(literal), pattern) for literal, pattern in _PATTERNS])


class Template(Rule):
    """A field of a template was never replaced, or a shortcode never run.

    ``{{ author }}``, ``[caption id=...]``, ``%s``, ``<%= title %>``, ``*|FNAME|*``: marks that a publishing system puts
    in for a program to replace. Mend: put in what they stand for, or delete them.

    On 1.3 million words as published: read 1 error, right 1.
    """

    severity = Severity.ERROR
    gathers = True
    claims_words = True
    reads_quotes = True
    examples = (
        flags("Good morning, [[{{ first_name }}]]! The council met on Monday."),
        flags("The council met on [[%s]], the mayor said. [[<%= related_links %>]]"),
        flags("Dear [[*|FNAME|*]], the price is [[${price}]]."),
        passes("Turnout rose by 5% so far, to 61%. “He [the mayor] knew,” she said. “They [more or less] agreed.”"),
        passes("The set {1, 2, 3} has three members."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        spans = [
            Span(*match.span())
            for literal, pattern in _SOUGHT
            if literal.in_text(text)
            for match in compiled(
                pattern.replace("%s", _SHORTCODES.replace(" ", "|"), pattern.count("(?:%s)"))
            ).finditer(text)
            if not _is_aside(match[0])
        ]
        end = -1
        for span in sorted(spans):
            if span.start >= end:
                end = span.end
                yield self.finding(
                    span, f"“{text[span.start : end]}” is a field of a template that was never replaced."
                )


def _is_aside(words: str) -> bool:
    """Whether bracketed words may be an editor's addition to a quotation ("[video]", "[more or less]"), or BBCode."""
    if words.startswith("[/") and words[2:-1] in _BBCODE:
        return True
    if not words.startswith("[") or words.startswith(("[/", "[object")) or "=" in words:
        return False
    return words[1:-1].split()[0] in _BARE or " " in words
