"""A stretch of copy as people are shown it: with the words beside it, itself in double brackets."""

from __future__ import annotations

_BESIDE = 60  # characters on either side
_LONGEST = 200


def in_context(text: str, start: int, end: int) -> str:
    """``... the [[iconic]] bridge ...`` on one line; of a long stretch its beginning."""
    before, after = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    return " ".join(f"{before}[[{text[start : min(end, start + _LONGEST)]}]]{after}".split())
