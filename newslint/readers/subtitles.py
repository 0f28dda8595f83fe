"""Subtitles and transcripts with times: SubRip (.srt) and WebVTT (.vtt), as Otter, Trint and Rev deliver them.

A cue's lines are one text; cues run on until a sentence ends, another speaker begins, or there is a pause. The number
and the times of a cue are no text, nor are its tags; ``<v Ann Lee>`` and ``ANN LEE:`` say who speaks.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from itertools import pairwise

from newslint.model.block import Role
from newslint.model.document import Document, Field
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple
from newslint.readers.pieces import Builder

_TIME = r"((?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3})"
_TIMES = expression(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\r\n]*(?:\r\n?|\n|\Z)")
_LINE = expression(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_TAG_FORM = r"</?[A-Za-z][^<>\n]*>|<\d[\d:.]*>|\{\\[^}]*\}"
_TAG = expression(_TAG_FORM)
_TAG_OR_ENTITY = expression(rf"{_TAG_FORM}|&(?:amp|lt|gt|nbsp|lrm|rlm|#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}});")
_SPEAKER = expression(r"(?:-\s?)?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?: \([^)]*\))?:\s")
_PAUSE = 2.5  # seconds; a longer one begins another paragraph


class Cue(NamedTuple):
    """A cue's lines: (start, end) of the source."""

    lines: tuple[tuple[int, int], ...]
    begins: float
    ends: float


def read_subtitles(source: str) -> Document:
    """The words that are spoken, a paragraph a block. Comments and styles of WebVTT are not read."""
    build = Builder(source)
    is_vtt = source.lstrip("\ufeff").startswith("WEBVTT")  # which has entities; SubRip has none
    cues = list(_cues(source))
    for previous, cue in pairwise([None, *cues]):
        if cue is None:
            continue
        first = source[slice(*cue.lines[0])]
        if previous is None or _parts(source, previous, cue) or "<v" in first or _SPEAKER.match(first):
            build.open(Role.BODY, True)
        for start, end in cue.lines:
            build.space(start, start)
            _words(build, source, start, end, is_vtt)
    document = build.document("subtitles")
    starts = [cue.lines[0][0] for cue in cues]
    fields = _fields(document, starts)
    return document._replace(
        fields=tuple(field._replace(write=_for_vtt) for field in fields) if is_vtt else tuple(fields)
    )


def _cues(source: str) -> Iterator[Cue]:
    at = 0
    while match := _TIMES.search(source, at):
        at = match.end()
        if source[: match.start()].rpartition("\n")[2].strip():
            continue  # an arrow within a line
        lines = []
        while at < len(source):
            line = _LINE.match(source, at)
            if line is None or not line[0].strip():
                break
            start = at + len(line[0]) - len(line[0].lstrip())
            lines.append((start, at + len(line[0].rstrip())))
            at = line.end()
        if lines:
            yield Cue(tuple(lines), _seconds(match[1]), _seconds(match[2]))


def _seconds(time: str) -> float:
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total


def _parts(source: str, one: Cue, two: Cue) -> bool:
    """Whether a paragraph ends between two cues."""
    start, end = one.lines[-1]
    last = _TAG.sub("", source[start:end]).rstrip("\"”’' ")[-1:]
    return two.begins - one.ends > _PAUSE or (last in ".?!" and two.begins - one.ends > _PAUSE / 5)


def _words(build: Builder, source: str, start: int, end: int, entities: bool) -> None:
    for found in (_TAG_OR_ENTITY if entities else _TAG).finditer(source, start, end):
        build.verbatim(start, found.start())
        if found[0][0] == "&":
            build.replaced(html.unescape(found[0]), *found.span())
        start = found.end()
    build.verbatim(start, end)


def _for_vtt(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def _fields(document: Document, starts: list[int]) -> Iterator[Field]:
    """``cue 12`` for each block: the one that it begins in."""
    from bisect import bisect_right

    for block in document.blocks:
        at = document.source_map.start_of(block.start)
        yield Field(f"cue {max(bisect_right(starts, at), 1)}", block.start, block.end)
