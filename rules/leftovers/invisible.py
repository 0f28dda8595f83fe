"""leftovers/invisible."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint import Article, Edit, Finding, Fix, Related, Rule, Safety, Severity, Span, compiled, flags, passes

from ._encodings import is_mixed, is_suspect

_NAMES = {
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    "\u2060": "word joiner",
    "\ufeff": "byte-order mark",
    "\u00ad": "soft hyphen",
    "\u2028": "line separator",
    "\u2029": "paragraph separator",
    "\ufffc": "object replacement character",
    "\u202a": "direction mark",
    "\u202b": "direction mark",
    "\u202c": "direction mark",
    "\u202d": "direction mark",
    "\u202e": "direction mark",
    "\u2061": "invisible operator",
    "\u2062": "invisible operator",
    "\u2063": "invisible operator",
    "\u2064": "invisible operator",
    "\u180e": "vowel separator",
    "\u034f": "grapheme joiner",
    "\u115f": "filler",
    "\u1160": "filler",
    "\u3164": "filler",
    "\uffa0": "filler",
    "\u2800": "blank",
}
# Blank though Unicode counts them as printable.
_BLANKS = "\u034f\u115f\u1160\u3164\uffa0\u2800\ufffc"
_OBJECT = "\ufffc"
_JOINERS = "\u200c\u200d\u200e\u200f"
_HIDDEN = "[" + "".join(_NAMES) + "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u2066-\u206f\ue000-\uf8ff\ufff9-\ufffb]+"
_BLANK_RUN = "[ \xa0\u202f]{2,}"
_Group = tuple[str, bool, Safety]  # what the characters are called, whether they are quoted, how safe the mend is


class Invisible(Rule):
    """A character that nobody sees stands in the copy.

    Zero-width spaces, soft hyphens, byte-order marks and control characters break words, searches and links. They are
    taken out safely. Joiners within emoji and scripts that need them stay, and so does a no-break space between words.

    On 1.3 million words as published: read 4 warnings, right 4; read 23 for information, worth a look 14.
    """

    severity = Severity.WARNING
    claims_words = True
    reads_quotes = True
    examples = (
        flags("The may[[\u00ad]]or will sign[[\u200b]] it.", becomes="The mayor will sign it."),
        flags("The vote[[\xa0 ]]was close.", becomes="The vote was close."),
        passes("A family 👨\u200d👩\u200d👧 met on 5\xa0May in می\u200cخواهم."),
        passes("The vote was close.\n\nIt was open."),
        passes("Run `make` in the folder of {{ site.title }}.", markup="markdown"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.text
        if text.isascii() or not any(blank in text for blank in _BLANKS):
            if text.replace("\n", "").replace("\t", "").isprintable():
                return
        # A character that stands in many places is one finding; what is quoted apart, since it is not mended unasked.
        groups: dict[_Group, list[Edit]] = {}
        for match in compiled(_HIDDEN).finditer(text):
            if match[0] == _OBJECT and not article.source_map.is_verbatim(Span(*match.span())):
                continue  # the reader's own sign for inline code and the like
            if is_suspect(text, *match.span()):
                continue  # half of a garbled character, which leftovers/mojibake reports whole
            around = text[max(match.start() - 1, 0) : match.start()] + text[match.end() : match.end() + 1]
            if not match[0].strip(_JOINERS) and any(map(_needs_joiner, around)):
                continue
            names = dict.fromkeys(_NAMES.get(c) or _name(c) for c in match[0])
            better = "\n" if match[0] in ("\u2028", "\u2029", "\x0b") else ""
            _add(groups, article, " and ".join(names), match, better)
        if "\xa0" in text or "\u202f" in text:
            for match in compiled(_BLANK_RUN).finditer(text):
                if _keeps_nothing(text, match):
                    _add(groups, article, "", match, " ")
        for (name, _, safety), edits in groups.items():
            yield Finding(
                self.id,
                f"An invisible {name} stands here."
                if name
                else "A no-break space stands where it keeps nothing together.",
                edits[0].span,
                self.severity if name else Severity.INFO,
                tuple(Related(edit.span, "here too") for edit in edits[1:]),
                Fix(tuple(edits), safety),
            )


def _add(groups: dict[_Group, list[Edit]], article: Article, name: str, match: re.Match[str], better: str) -> None:
    span = Span(*match.span())
    garbled = name and is_mixed(article.text, *match.span())  # half of a letter: without it the rest cannot be read
    safety = Safety.BY_HAND if garbled else Safety.SAFE
    groups.setdefault((name, article.in_quotation(span), safety), []).append(Edit(span, better))


def _keeps_nothing(text: str, match: re.Match[str]) -> bool:
    """Whether a no-break space stands beside another space within a line; at its end nobody is hurt."""
    following = text[match.end() : match.end() + 1]
    return bool(following) and not following.isspace() and ("\xa0" in match[0] or "\u202f" in match[0])


def _name(character: str) -> str:
    kind = "control character" if character < "\ue000" else "character of private use"
    return f"{kind} U+{ord(character):04X}"


def _needs_joiner(character: str) -> bool:
    """Whether it is an emoji, or a letter of a script whose letters join or run from right to left."""
    return bool(character) and (character >= "\u0590" and not "\u1e00" <= character <= "\u218f")
