"""What of front matter readers see: title, standfirst, byline and captions, with their places in the file."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newslint.model.block import Role
from newslint.model.expressions import compiled, expression
from newslint.model.named_tuple import NamedTuple
from newslint.readers.metadata import BYLINE, TITLE

if TYPE_CHECKING:
    from newslint.readers.pieces import Builder

_STANDFIRST = "standfirst subtitle subhead subheadline description summary excerpt abstract dek deck lede intro".split()
_ROLES = {
    **dict.fromkeys(TITLE, Role.HEADLINE),
    **dict.fromkeys(_STANDFIRST, Role.STANDFIRST),
    **dict.fromkeys(BYLINE, Role.BYLINE),
}
# A value with markup of its own is left to who can read it.
_MARKUP = expression(r"[*_`<>{}\\]|\]\(|://")
_WORD = expression(r"[^ \t\r\n]+")
_GAP = expression(r"[ \t\r\n]*")
_ESCAPE = expression(r"\\(?:x(?P<x>[\da-fA-F]{2})|u(?P<u>[\da-fA-F]{4})|U(?P<U>[\da-fA-F]{8})|(?P<same>[\"'/ \\]))")
_TOML_LINE = expression(
    r"""
    ^[ \t]*(?P<key>[\w-]+)[ \t]*=[ \t]*
    (?:"(?P<basic>(?:[^"\\\n]|\\.)+)"|'(?P<literal>[^'\n]+)')[ \t]*(?:\#.*)?$
    """,
    re.M | re.VERBOSE,
)
_TOML_TABLE = expression(r"(?m)^[ \t]*\[")


class Written(NamedTuple):
    """A value as it was parsed, what it is for, and where it is written, its quotation marks left out."""

    role: Role
    value: str
    start: int
    end: int


def in_yaml(node: Any, text: str) -> Iterator[Written]:
    """The copy in the root ``node`` of a YAML ``text``, in the order of the text."""
    if node.id != "mapping":
        return
    seen: set[int] = set()
    for key, value in node.value:
        role = _ROLES.get(str(key.value).lower())
        below = _scalars(value, seen) if role is Role.BYLINE else [value] if role else _captions(key, value, seen)
        for scalar in below:
            if scalar.id == "scalar" and scalar.tag.endswith(":str"):
                yield from _written(role or Role.CAPTION, scalar, text)


def _scalars(node: Any, seen: set[int]) -> Iterator[Any]:
    """A name, a list of names, names under ``name``."""
    if node.id == "scalar":
        yield node
    elif id(node) not in seen:
        seen.add(id(node))
        for item in node.value:
            if node.id == "sequence":
                yield from _scalars(item, seen)
            elif item[0].value == "name":
                yield item[1]


def _captions(key: Any, value: Any, seen: set[int]) -> Iterator[Any]:
    """Values of keys that end in "caption", however deep."""
    if value.id == "scalar":
        if key is not None and str(key.value).lower().endswith("caption"):
            yield value
    elif id(value) not in seen:  # an alias may stand for what holds it
        seen.add(id(value))
        for below, item in value.value if value.id == "mapping" else [(None, item) for item in value.value]:
            yield from _captions(below, item, seen)


def _written(role: Role, scalar: Any, text: str) -> Iterator[Written]:
    start, end = scalar.start_mark.index, scalar.end_mark.index
    if scalar.style in ("|", ">"):
        start = text.find("\n", start, end) + 1
    elif scalar.style:
        start, end = start + 1, end - 1
    if 0 < start < end:
        yield Written(role, scalar.value, start, end)


def in_toml(values: dict[str, Any], text: str) -> Iterator[Written]:
    """The copy among the first keys of a TOML ``text`` whose ``values`` are given."""
    table = _TOML_TABLE.search(text)
    for match in _TOML_LINE.finditer(text, 0, table.start() if table else len(text)):
        key = match["key"].lower()
        role = _ROLES.get(key) or (Role.CAPTION if key.endswith("caption") else None)
        value = values.get(match["key"])
        if role is not None and isinstance(value, str):
            yield Written(role, value, *match.span("basic" if match["basic"] else "literal"))


def add_copy(build: Builder, copy: Iterable[Written]) -> None:
    """Make blocks of what is copy; a value that is not written word for word where it stands gives none."""
    for written in copy:
        if _MARKUP.search(written.value) or (written.role is Role.BYLINE and " " not in written.value.strip()):
            continue
        runs = _runs(build.source, written)
        if runs is None:
            continue
        build.open(written.role, True)
        for text, start, end in runs:
            if not text:
                build.space(start, end)
            elif build.source[start:end] == text:
                build.verbatim(start, end)
            else:
                build.replaced(text, start, end)
        build.close()


def _runs(source: str, written: Written) -> list[tuple[str, int, int]] | None:
    """(text, start, end) of each word of a value, with "" for the white space between; None where it is not found."""
    runs: list[tuple[str, int, int]] = []
    at = written.start
    for word in _WORD.findall(written.value):
        gap = _GAP.match(source, at, written.end)
        if gap is not None and runs:
            runs.append(("", *gap.span()))
        at = gap.end() if gap is not None else at
        if source.startswith(word, at, written.end):
            runs.append((word, at, at + len(word)))
            at += len(word)
            continue
        for letter in word:
            size = _size(source, at, letter)
            if not size or at + size > written.end:
                return None
            runs.append((letter, at, at + size))
            at += size
    return runs


def _size(source: str, at: int, letter: str) -> int:
    """How many characters of the source stand for a letter; 0 for another one."""
    escape = _ESCAPE.match(source, at)
    if escape is not None:
        code = escape["x"] or escape["u"] or escape["U"]
        return len(escape[0]) if (chr(int(code, 16)) if code else escape["same"]) == letter else 0
    if source.startswith("''", at) and letter == "'":
        return 2
    return int(source.startswith(letter, at))


def moved(copy: Iterable[Written], source: str, start: int, end: int) -> Iterator[Written]:
    """The same in a source whose front matter is ``source[start:end]`` and whose lines may end in CR LF."""
    breaks = enumerate(compiled(r"\r\n").finditer(source, start, end))
    shorter = [match.start() - start - number for number, match in breaks]
    for written in copy:
        first, last = (start + place + bisect_left(shorter, place) for place in (written.start, written.end))
        yield written._replace(start=first, end=last)
