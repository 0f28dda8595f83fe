"""Words, numbers and marks."""

import re
from typing import NamedTuple

# A word keeps its inner apostrophes and hyphens; a number its separators.
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’\-‐‑]\w+)*|[^\w\s]")


class Token(NamedTuple):
    """A word, a number or one mark of punctuation."""

    start: int
    end: int
    text: str


def find_tokens(text: str) -> tuple[Token, ...]:
    return tuple([Token(*match.span(), match[0]) for match in _TOKEN.finditer(text)])
