"""What the network reads: sentences as words, what is said at length between quotation marks folded into one word.

Training and checking read alike, through ``folded_sentences``: a network knows only what it was shown.
"""

import re
from collections.abc import Sequence

from newslint.analysis.text.sentences import find_sentences
from newslint.analysis.text.tokens import find_tokens, token_texts
from newslint.model.block import Block
from newslint.model.expressions import expression
from newslint.model.memo import Memo
from newslint.model.named_tuple import NamedTuple

QUOTED = "<Q>"
# Words between marks from which they are folded: shorter ones are titles and single words, part of the sentence.
_LONG = 5
# Each after the mark without which there is none. They begin with it, so that it is sought; what stands before is
# looked at next.
_QUOTATIONS = (
    ("“", expression(r"“[^“”]*+”")),
    ('"', expression(r'"[^"]*+"')),
    ("‘", expression(r"‘(?<!\w‘)(?:[^‘’]|’(?=\w))*’(?!\w)")),
    ("'", expression(r"'(?<![\w']')(?=\w)(?:[^'\n]|'(?=\w))*'(?!\w)")),
    # opened and closed in a later paragraph, or never
    ("“", expression(r"“[^“”]*+$")),
    ('"', expression(r'"(?<!\S")[^"]*+$')),
    ("‘", expression(r"‘(?<!\w‘)(?=[A-Z])[^‘’]*+$")),
)
_FINAL_MARKS = expression(r"[.,!?…;:]*\s*$")
_STAND_IN = expression(r"Qq{6,}$")
# An acronym that would be read as a pronoun, and another in its place.
_ACRONYMS = {"IT": "TV"}
_MARKS = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "—", "--": "—"}


class FoldedSentence(NamedTuple):
    """A sentence as the network sees it: its words, and the paragraph in which it stands, folded."""

    start: int
    end: int
    words: list[str]
    folded: str

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word begins and ends in the paragraph."""
        return [(token.start, token.end) for token in find_tokens(self.folded, self.start, self.end)]


def folded_sentences(text: str, known: Sequence[tuple[int, int]] | None = None) -> list[FoldedSentence]:
    """The sentences of one paragraph; a quotation of some length is one word in them.

    ``known``: where the sentences stand in ``text``; that holds as long as nothing is folded.
    """
    folded = fold(text)
    if known is None or folded != text:
        known = [(start, end) for start, end, _, _ in find_sentences(folded, (Block(0, len(folded)),))]
    return [FoldedSentence(start, end, _words.column(token_texts(folded, start, end)), folded) for start, end in known]


def word(token: str) -> str:
    """A token as the network spells it."""
    if _STAND_IN.match(token):
        return QUOTED
    return _MARKS.get(token) or _ACRONYMS.get(token) or token.replace("’", "'").replace("‘", "'")


_words = Memo(word)


def fold(text: str) -> str:
    """The same text, as long, with the insides of longer quotations made one word; their last marks stay."""
    for mark, quotation in _QUOTATIONS:
        if mark in text:
            text = quotation.sub(_folded, text)
    return text


def _folded(match: re.Match[str]) -> str:
    said = match[0]
    closed = said[-1] if said[-1] in "”\"’'" and len(said) > 1 else ""
    inner = said[1 : len(said) - len(closed)]
    if len(inner.split()) < _LONG:
        return said
    marks = _FINAL_MARKS.search(inner)
    final = marks[0] if marks else ""
    return said[0] + "Q" + "q" * (len(inner) - len(final) - 1) + final + closed
