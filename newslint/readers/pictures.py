"""Which paragraphs of Markdown are captions: such as are all emphasis, or all in brackets, beside a lone picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newslint.model.named_tuple import NamedTuple

_EMPHASIS = frozenset(("Emphasis", "Strong"))
_BREAKS = frozenset(("SoftBreak", "HardBreak"))


class _Paragraph(NamedTuple):
    """``at``: its offset as the parser counts. A paragraph of nothing is no neighbour of a picture."""

    at: int
    picture: bool
    emphasis: bool


def picture_captions(events: Iterable[tuple[Any, Mapping[str, int]]]) -> frozenset[int]:
    """The offsets, as the parser counts them, of the paragraphs that are captions."""
    found: list[_Paragraph | None] = []  # None: another block, which parts a caption from its picture
    at, images, emphasis = -1, 0, 0
    pictured = plain = emphasised = False
    words = ""
    for event, place in events:
        if isinstance(event, str):
            continue
        ((kind, value),) = event.items()
        name = value if isinstance(value, str) else next(iter(value)) if isinstance(value, Mapping) else ""
        step = {"Start": 1, "End": -1}.get(kind, 0)
        if name == "Paragraph" and step > 0:
            at, pictured, plain, emphasised, words = place["start"], False, False, False, ""
        elif name == "Paragraph" and step < 0:
            apart = (emphasised and not plain) or (words.startswith("(") and words.endswith(")"))
            found.append(_Paragraph(at, pictured and not plain and not emphasised, apart))
        elif name == "Image" and step:
            images += step
            pictured = True
        elif name in _EMPHASIS and step:
            emphasis += step
        elif kind in ("Text", "Code") and not images:
            words = (words + str(value)).strip()[:1] + (words + str(value)).strip()[1:][-1:]
            plain = plain or (not emphasis and any(map(str.isalnum, str(value))))
            emphasised = emphasised or emphasis > 0
        elif name == "Heading" and step > 0:
            found.append(None)
    return frozenset(
        one.at
        for before, one, after in zip([None, *found], found, [*found[1:], None], strict=False)
        if one and one.emphasis and ((before and before.picture) or (after and after.picture))
    )
