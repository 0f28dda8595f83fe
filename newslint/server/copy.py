"""The copy that a request brings, as documents: text, text with markup, or the blocks of an editor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from newslint.model.block import Role
from newslint.model.document import Document
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Span
from newslint.readers.fields import Copy, value_of
from newslint.server.job import RefusalError
from newslint.server.units import Utf16

BETWEEN = "\n\n"  # blocks of an editor
_MOST_BLOCKS = 100_000


class EditorBlock(NamedTuple):
    """A block of an editor. ``start``: its place as the editor counts; ``skipped``: code points that are no copy."""

    id: str
    text: str
    start: int = 0
    role: Role | None = None
    skipped: tuple[Span, ...] = ()


class Blocks:
    """An editor's blocks as one article: its source is their texts, parted by blank lines."""

    def __init__(self, blocks: Sequence[EditorBlock]) -> None:
        self.blocks = blocks
        self.starts: list[int] = []
        at = 0
        for block in blocks:
            self.starts.append(at)
            at += len(block.text) + len(BETWEEN)
        self.source = BETWEEN.join(block.text for block in blocks)

    def document(self) -> Document:
        copy = Copy()
        for number, (block, start) in enumerate(zip(self.blocks, self.starts, strict=True)):
            copy.runs(str(number), value_of(_runs(block, start), _as_it_stands), block.role)
        return copy.document("blocks")

    def number(self, start: int) -> int:
        """The index of the block that holds a place of the source, or stands before it."""
        return max(bisect_right(self.starts, start) - 1, 0)

    def place(self, start: int, end: int) -> tuple[EditorBlock, int, int]:
        """(block, start, end in UTF-16 units of its text) of a place in the source; it ends with the block."""
        number = self.number(start)
        block, base = self.blocks[number], self.starts[number]
        units = Utf16(block.text)
        size = len(block.text)
        return block, units.of(min(start - base, size)), units.of(min(end - base, size))


def _as_it_stands(words: str) -> str:
    return words


def _runs(block: EditorBlock, start: int) -> Iterable[tuple[str, int, int]]:
    at = 0
    for span in (*sorted(block.skipped), Span(len(block.text), len(block.text))):
        if span.start > at:
            yield block.text[at : span.start], start + at, start + span.start
        at = max(at, span.end)


def blocks_of(given: object) -> list[dict[str, Any]]:
    """The blocks of a request, each with an id and a text. Raises RefusalError."""
    if not isinstance(given, list) or len(given) > _MOST_BLOCKS:
        raise RefusalError(400, "`blocks` is to be a list of blocks")
    for block in given:
        if not isinstance(block, dict) or not isinstance(block.get("text"), str):
            raise RefusalError(400, "a block is to be an object with an `id` and a `text`")
        if not isinstance(block.get("id"), str):
            raise RefusalError(400, "the `id` of a block is to be a text")
    return given


def annotated(parts: object) -> tuple[str, Document]:
    """(source, document) of LanguageTool's annotated text: texts, and markup that reads as something else or nothing.

    Raises RefusalError.
    """
    if not isinstance(parts, list):
        raise RefusalError(400, "Error: 'annotation' is to be a list")
    runs: list[tuple[str, int, int]] = []
    pieces: list[str] = []
    at = 0
    for part in parts:
        words, shown = _part(part)
        runs.append((shown, at, at + len(words)))
        pieces.append(words)
        at += len(words)
    source = "".join(pieces)
    copy = Copy()
    copy.plain("text", value_of(runs, _as_it_stands, source))
    return source, copy.document("plain")


def _part(part: object) -> tuple[str, str]:
    """(words, how they read) of a part of annotated text."""
    if isinstance(part, dict):
        text, markup, shown = (part.get(key) for key in ("text", "markup", "interpretAs"))
        if isinstance(text, str) and markup is None:
            return text, text
        if isinstance(markup, str) and text is None:
            return markup, shown if isinstance(shown, str) else ""
    raise RefusalError(400, "Error: a part of 'annotation' has a 'text', or a 'markup' and perhaps 'interpretAs'")
