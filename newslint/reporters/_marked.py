"""Text with marks as HTML: spans that may nest, overlap, be empty or reach beyond the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from html import escape

from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Span

# Of more marks than this on the same words only the shortest count.
_DEEPEST = 20


class Mark(NamedTuple):
    """A stretch of text that a note is about. ``key`` names the note; ``label`` is shown where the mark ends.

    ``severity`` is empty for a related place, which shows only while its note is looked at.
    """

    start: int
    end: int
    key: str
    severity: str = ""
    label: str = ""


def marked(text: str, span: Span, marks: Sequence[Mark]) -> Iterator[str]:
    """``text`` in ``span`` as HTML with the marks in it. Where marks overlap, the shortest gives the colour."""
    inside = [mark for mark in marks if mark.start <= span.end and mark.end >= span.start]
    bounds = {span.start, span.end}
    starts: dict[int, list[Mark]] = {}
    labels: dict[int, list[Mark]] = {}
    for mark in inside:
        start, end = max(mark.start, span.start), min(mark.end, span.end)
        bounds |= {start, end}
        starts.setdefault(start, []).append(mark)
        labels.setdefault(end, []).append(mark)
    edges = sorted(bounds)
    active: list[Mark] = []
    for at, following in zip(edges, [*edges[1:], span.end], strict=True):
        for mark in labels.get(at, ()):
            if mark.start < mark.end:
                yield label(mark)
        active = [mark for mark in (*active, *starts.get(at, ())) if min(mark.end, span.end) > at]
        for mark in starts.get(at, ()):
            if mark.start == mark.end:
                yield f'<mark class="m point {mark.severity}" data-n="{mark.key}"></mark>{label(mark)}'
        if following > at:
            yield _segment(text[at:following], active)


def _segment(words: str, active: Sequence[Mark]) -> str:
    found = sorted((mark for mark in active if mark.severity), key=lambda mark: mark.end - mark.start)[:_DEEPEST]
    related = " ".join([mark.key for mark in active if not mark.severity][:_DEEPEST])
    hidden = any(_is_control(char) for char in words)
    shown = "".join(_shown(char) for char in words) if found or hidden else escape(words)
    if not found and not related:
        return shown
    about = f' data-r="{related}"' if related else ""
    if not found:
        return f"<span{about}>{shown}</span>"
    keys = " ".join(mark.key for mark in found)
    return f'<mark class="m {found[0].severity}" data-n="{keys}"{about}>{shown}</mark>'


def label(mark: Mark) -> str:
    """The number of a note, at the end of its mark."""
    return f'<sup class="no" data-n="{mark.key}">{mark.label}</sup>' if mark.label else ""


def _shown(char: str) -> str:
    """A character, or if nobody can see it a dot around it; of a control character a picture."""
    if char.isprintable() or char in "\n\r\t":
        return escape(char)
    if unicodedata.category(char) not in ("Cc", "Cf"):
        return escape(char)
    picture = escape(char) if not _is_control(char) else chr(0x2400 + ord(char)) if char < " " else "�"
    return f'<span class="unseen" title="U+{ord(char):04X}">{picture}</span>'


def _is_control(char: str) -> bool:
    return not char.isprintable() and char not in "\n\r\t" and unicodedata.category(char) == "Cc"
