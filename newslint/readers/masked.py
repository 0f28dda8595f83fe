"""A source as its parser sees it: without the site's own markup, yet with the way back to every character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Span
from newslint.readers.pieces import OBJECT
from newslint.readers.site_markup.masks import Mask

_BLANKS = expression(r"[ \t]*")


class Run(NamedTuple):
    """A stretch of the source that the parser sees as it stands, or ``value``: a mask that reads as one object."""

    start: int
    end: int
    value: bool


class Masked:
    """``source[start:end]`` less its masks. ``text`` is what is left; offsets in it lead to runs of the source."""

    def __init__(self, source: str, start: int, end: int, masks: Sequence[Mask] = ()) -> None:
        self.runs: list[Run] = []
        at = start
        for mask in masks:
            self._add(at, mask.start, False)
            if mask.value:
                self._add(mask.start, mask.end, True)
            at = mask.end
            if not mask.value and _opens_line(source, mask.start):
                # The blanks after a tag that opens a line would make code of what follows.
                at = _BLANKS.match(source, at, end).end()  # type: ignore[union-attr]
        self._add(at, end, False)
        self.text = "".join([OBJECT if run.value else source[run.start : run.end] for run in self.runs])
        self._edges, size = [], 0
        for run in self.runs:
            self._edges.append(size)
            size += 1 if run.value else run.end - run.start

    def moved(self, by: int) -> Masked:
        """The same text, whose source begins ``by`` characters later."""
        if by:
            self.runs = [Run(run.start + by, run.end + by, run.value) for run in self.runs]
        return self

    def _add(self, start: int, end: int, value: bool) -> None:
        if start < end:
            self.runs.append(Run(start, end, value))

    def within(self, start: int, end: int) -> Iterator[Run]:
        """The runs, cut at both ends, that ``text[start:end]`` is made of."""
        index = bisect_right(self._edges, start) - 1
        while start < end:
            run = self.runs[index]
            size = 1 if run.value else run.end - run.start
            stop = min(end, self._edges[index] + size)
            if run.value:
                yield run
            else:
                shift = run.start - self._edges[index]
                yield Run(start + shift, stop + shift, False)
            start, index = stop, index + 1

    def span(self, start: int, end: int) -> Span:
        """The source of ``text[start:end]``, from its first character to its last, masks between them included."""
        first = self._source(start, last=False)
        return Span(first, max(first, self._source(end - 1, last=True)) if end > start else first)

    def _source(self, at: int, *, last: bool) -> int:
        """Where the character at ``at`` begins in the source; with ``last`` where it ends."""
        if not self.runs:
            return 0
        index = max(bisect_right(self._edges, at) - 1, 0)
        run = self.runs[index]
        if run.value:
            return run.end if last or at > self._edges[index] else run.start
        return min(run.start + at - self._edges[index] + last, run.end)


def _opens_line(source: str, at: int) -> bool:
    line = max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
    return not source[line:at].strip(" \t>")
