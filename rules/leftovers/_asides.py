"""What colleagues write to each other within the copy, told by its form: in brackets, between marks, at its end.

Of each of these forms print holds none in eight million words, or one.
"""

import re
from collections.abc import Iterator

from newslint import Literals, expression, lines_where

# What stands in brackets: copy that is still to come ...
_COMING = r"""
    \bto[ ](?:come|follow|be[ ](?:confirmed|added|checked|supplied|filed))  # quote to come
    (?:$|[ ](?:from|by|when|after|later|soon|once|on)\b)
    |\btbc\b|\b(?:goes?|went|put|placed)[ ]here$  # pic 2 goes here
"""
# ... an order that a clause begins with, or that somebody is to follow ...
_ORDER = r"""
    (?:^|[,;:–—-][ ])(?:
        ring|phone|call[ ]back|chase|ping|confirm|verify|query|cut|trim|add|check|hold|recheck|await|awaiting
        |wait[ ]for|needs?|paste
        |(?<=[,;:][ ])(?:ask|call|get)  # such an order alone may be for readers
    )\b
    |^[A-Z][a-z]+[ ]to[ ]  # Jo to check
    (?:check|ring|call|confirm|send|supply|file|add|chase|find|ask|verify|provide|get)\b
"""
# ... a doubt, where it was read, a label.
_DOUBT = r"""
    [?][?]|\d[?].*[?]$|[?][ ]ask[ ]  # 31? 32?
    |^[$£€]?\d[\d.,]*%?[?]$|^(?:his|her|its|their|the|an?)[ ]\w+[?]$|^sp[?]$  # 32? her title?
    |^[A-Z]\w+[ ]?[–,:-][ ].*\b(?:this|you|we|ok|OK)\b.*[?]$  # Jo, is this right?
    |(?i:^(?:see|as[ ]per|per|from)[ ].{0,40}\b(?:e-?mail|notes?|slack|thread|draft|msg|whatsapp)\b)
    |^(?:old|alt|new|was|orig|original|option|version|legal|LEGAL|NB|query|web|print)(?:[ ]\w+){0,2}:[ ]
"""
_NOTE = expression(f"{_COMING}|{_ORDER}|{_DOUBT}", re.VERBOSE)
# [paste quote], [Paragraph about the choir]
_NAMED = expression(
    r"""
    (?!insert\b|[^=]*=)  # a placeholder, a shortcode
    (?:\w+:?[ ])?(?:quotes?|para(?:graph)?|caption|pic|graphic|embed|byline|standfirst|factbox|pullquote|intro|headline)
    (?::|[ ].*)?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FOR_READERS = expression(r"(?i)\d{5}|@|://|\byou(?:r|'ll|’ll)?\b|listings|details|website")
_MOST, _FEW = 14, 3  # words

# Marks that nobody prints, so that nobody overlooks them: "<<<map goes here>>>", "//check with Jo//".
_FENCED = expression(
    r"""
    (?<!<)<{3,}+[^<>\n]{3,200}>{3,} | (?<!>)>{2,}+[^<>\n]{3,200}<{2,}
    | (?<!@)@{2,}+(?=[^@\n]*[ ])[^@\n]{3,200}@{2,} | (?<![?])[?]{3,}+[^?\n]{3,200}[?]{3,}
    | (?<![\w:/])//(?!\w+\.\w)[^/\n]{3,80}// | (?<!\^)\^{2,}+[^^\n]{3,80}\^{2,}
    | (?<![=\n])==(?!=)[^=\n]{3,80}(?<!=)==(?!=)
    | (?<!§)§{2,}+[^§\n]{3,200}§{2,}
    | \[\[(?=[a-z][^\[\]\n]*[ ]\S+[ ])[^\[\]\n]{3,200}\]\]  # of two words: a wiki's link
    | \{(?=[A-Za-z][^{}\n]*[ ]\S+[ ])[^{}:;=<>\n]{3,200}\}  # of other signs: code
    | --[A-Z][A-Z ]{4,40}-- | (?<![*])[*]{3,}+[ ][^*\n]{3,80}[ ][*]{3,} | [|]{2}[^|\n]{3,80}[|]{2}
    | (?<!:):{3}+[^:\n]{3,80}:{3}
    | (?<![\w#])[#][a-z][^#\n]*[ ][^#\n]{3,60}[a-z?][#](?!\w)
    """,
    re.VERBOSE,
)
_FENCES = Literals("§§", "[[", "{", "***", "<<<", ">>", "@@", "???", "//", "^^", "==", "--", "||", ":::", "#")
# The end of the copy, said after its last stop; and the last letters of it.
_END = expression(r"(?:-30-|-ends-|ENDS?|MORE(?: FOLLOWS)?|//|\(ends\)|[Ee]nds\.?|#(?: #)+)$", re.MULTILINE)
_STOPS = '.!?”"'
_END_LETTERS = ("-30-", "-ends-", "END", "ENDS", "MORE", " FOLLOWS", "//", "(ends)", "nds", "nds.", "#")


def is_note(words: str, *, square: bool) -> bool:
    """Whether words in brackets, which may be square, say what is to come or to be done, shorter than print does."""
    if square and _NAMED.fullmatch(words) and len(words.split()) <= _MOST:
        return True
    if square and words[-1] == "?":
        return len(words.split()) <= (_MOST if words[0].islower() else _FEW)
    if (
        len(words.split()) > _MOST
        or (" " not in words and words[-1] != "?")
        or (words[0].isupper() and words[-1] in ".!")
    ):
        return False
    return _NOTE.search(words) is not None and not _FOR_READERS.search(words)


def fenced(text: str) -> Iterator[tuple[int, int]]:
    """Where notes stand between marks that nobody prints, and where the copy says that it ends."""
    if _FENCES.in_text(text):
        for line in lines_where(text, _FENCES.in_text):
            yield from (match.span() for match in _FENCED.finditer(text, *line))
    for line in lines_where(text, _may_say_end):
        for match in _END.finditer(text, *line):
            before = text[max(0, match.start() - 3) : match.start()]
            if before[-1:].isspace() and before.rstrip()[-1:] in _STOPS and before.strip():
                yield match.span()


def _may_say_end(line: str) -> bool:
    return line.endswith(_END_LETTERS)
