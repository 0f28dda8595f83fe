"""Words, numbers and marks."""

from typing import NamedTuple

from newslint.model.expressions import expression

# In this order, the commonest first: a word of two letters or more, with inner apostrophes and hyphens (or an address
# by mail); initials written with stops ("U.S.", "a.m.", "U.S.-led"); a web address; a number with its separators and
# ordinal ending ("1,000.5", "20th", "76-year-old"); a one-letter word, a name with @ or #; any other mark alone.
_TOKEN = expression(
    r"(?!www\.|Ph\.D|https?://)[^\W\d_]{2}\w*(?:['’\-‐‑@]\w+)*"
    r"|(?:Ph|[^\W\d_])(?:\.[^\W\d_])+(?:\.|\b)(?!\w)(?:-\w+)*"
    r"|(?:https?://|www\.)[^\s<>\"”)\]]*[\w/]"
    r"|\d+(?:[.,:]\d+)*[^\W\d_]*(?:[\-‐‑]\w+)*"
    r"|[@#]?\w+(?:['’\-‐‑]\w+)*"
    r"|[^\w\s]"
)
_new = tuple.__new__


class Token(NamedTuple):
    """A word, a number or one mark of punctuation."""

    start: int
    end: int
    text: str


def find_tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]`` in order, with offsets into ``text``.

    Words keep inner apostrophes and hyphens; "U.S." and "a.m." are one token; elsewhere a stop is a token of its own.
    """
    matches = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return tuple([_new(Token, (*match.span(), match[0])) for match in matches])


def token_texts(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The same tokens without their places, in a third of the time."""
    return _TOKEN.findall(text, start, len(text) if end is None else end)
