"""What the XML formats share."""

from __future__ import annotations

import datetime

from newslint.readers.fields import Value
from newslint.readers.xml_text import Element


def date_of(*texts: str) -> datetime.date | None:
    """The day of the first text that begins with an ISO date, in its long or short form."""
    for text in texts:
        text = text.strip()
        for day in (text[:10], text[:8]):
            try:
                return datetime.date.fromisoformat(day)
            except ValueError:
                continue
    return None


def inner_markup(element: Element, source: str) -> Value:
    """What stands between an element's tags, tags and all, for the HTML reader."""
    from newslint.model.span import Piece

    start, end = element.inner
    size = end - start
    return Value(source[start:end], (Piece(0, start, size, size, True),) if size else (), _as_it_stands)


def _as_it_stands(words: str) -> str:
    return words
