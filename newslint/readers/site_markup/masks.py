"""What a piece of a site's own language is to a reader: no copy, but for the caption or title that it may carry."""

from __future__ import annotations

import re

from newslint.model.block import Role
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple

LONGEST = 5_000  # characters of one tag: what is not closed within them is not closed


class Words(NamedTuple):
    """Copy within a tag, in offsets of the source: a caption, a title. It is Markdown itself."""

    start: int
    end: int
    role: Role


class Mask(NamedTuple):
    """``source[start:end]`` is no copy. ``value``: the site puts words there, which nobody knows here."""

    start: int
    end: int
    value: bool = False
    words: tuple[Words, ...] = ()


# name="value", name: 'value', name=`value`: how tags of all dialects name what they are given.
_NAMED = expression(
    r"""(?<![\w.-])(?P<name>[A-Za-z][\w.:-]*)\s*[=:]\s*
    (?: "(?P<double>(?:\\.|[^"\\])*)" | '(?P<single>(?:\\.|[^'\\])*)' | `(?P<raw>[^`]*)` )""",
    re.VERBOSE,
)
_CAPTIONS = ("caption", "figcaption")
_OTHERS = ("title", "alt")  # read where there is no caption
_SOURCES = frozenset(("src", "url", "image", "img", "path", "file", "link", "href", "id"))


def carried(source: str, start: int, end: int) -> tuple[Words, ...]:
    """The captions and titles among the named values of a tag; an alternative text only where it has neither."""
    values: dict[str, tuple[int, int]] = {}
    for match in _NAMED.finditer(source, start, end):
        group = match.lastgroup or "name"
        a, b = match.span(group)
        if source[a:b].strip():
            values.setdefault(match["name"].lower(), (a, b))
    found = [Words(*values[name], Role.CAPTION) for name in _CAPTIONS if name in values]
    if not found:
        shown = Role.CAPTION if _SOURCES & values.keys() else Role.HEADLINE
        other = next((name for name in _OTHERS if name in values), "")
        if other:
            found.append(Words(*values[other], Role.CAPTION if other == "alt" else shown))
    return tuple(sorted(found))


def closing(source: str, start: int, opener: str, closer: str) -> int:
    """Where the tag that began with ``opener`` before ``start`` ends; -1 if it is never closed.

    A closer within a quoted value is none, unless the marks of the values are themselves broken.
    """
    limit = min(len(source), start + LONGEST)
    first = at = source.find(closer, start, limit)
    for _ in range(4):
        if at < 0:
            break
        if source.count('"', start, at) % 2 == 0:
            first = at
            break
        at = source.find(closer, at + 1, limit)
    if first < 0 or source.find(opener, start, first) >= 0 > source.find('"', start, first):
        return -1
    return first + len(closer)
