r"""JSON with the place of every string: RFC 8259 in one pass, a string's escapes mapped to the characters they write.

The standard library's parser gives no places, and those that do (json-source-map) give a string's start only, not
where in it a ``\u2019`` lies.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newslint.model.errors import NotCopyError
from newslint.model.expressions import expression
from newslint.readers.fields import Value, value_of

_DEEPEST = 200  # values within values
_SPACE = expression(r"[ \t\n\r]*")
_LITERAL = expression(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")
_ESCAPED = expression(r'\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|["\\/bfnrt])')
_CHUNK = expression(r'[^"\\\x00-\x1f]*')
_SIMPLE = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class Text(str):
    """A string of a JSON file; ``start`` and ``end`` are the places of what stands between its quotation marks."""

    __slots__ = ("end", "source", "start")
    source: str
    start: int
    end: int

    @property
    def value(self) -> Value:
        """The string with the map of its characters to the file."""
        return value_of(_runs(self.source, self.start, self.end), write)


def parse(source: str) -> Any:
    """The JSON value of ``source``, its strings as ``Text``. Raises NotCopyError, its culprit a line."""
    parser = _Parser(source)
    value, at = parser.value(parser.skip(0), 0)
    at = parser.skip(at)
    if at < len(source):
        raise parser.wrong(at, "goes on after its end")
    return value


def write(words: str) -> str:
    """Words as they stand within a JSON string."""
    return json.dumps(words, ensure_ascii=False)[1:-1]


def pointer(parts: Sequence[str | int]) -> str:
    """A JSON Pointer (RFC 6901)."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source

    def wrong(self, at: int, what: str) -> NotCopyError:
        line = self.source.count("\n", 0, at) + 1
        column = at - (self.source.rfind("\n", 0, at) + 1) + 1
        said = f"is not JSON: it {what} in line {line}, column {column}; mend the file"
        return NotCopyError(f"line {line}", said, "broken JSON files")

    def skip(self, at: int) -> int:
        return _SPACE.match(self.source, at).end()  # type: ignore[union-attr]

    def value(self, at: int, depth: int) -> tuple[Any, int]:
        if depth > _DEEPEST:
            raise self.wrong(at, f"is nested more than {_DEEPEST} deep")
        first = self.source[at : at + 1]
        if first == '"':
            return self.string(at)
        if first == "{":
            return self.object(at, depth)
        if first == "[":
            return self.array(at, depth)
        match = _LITERAL.match(self.source, at)
        if not match:
            raise self.wrong(at, "ends too early" if at >= len(self.source) else "has no value")
        try:
            return json.loads(match[0]), match.end()
        except ValueError:  # a number of thousands of digits
            return 0, match.end()

    def string(self, at: int) -> tuple[Text, int]:
        source = self.source
        start = at = at + 1
        while True:
            at = _CHUNK.match(source, at).end()  # type: ignore[union-attr]
            char = source[at : at + 1]
            if char == '"':
                break
            escaped = _ESCAPED.match(source, at) if char == "\\" else None
            if escaped is None:
                raise self.wrong(
                    at, "ends within a string" if not char else "has a character in a string that must be escaped"
                )
            at = escaped.end()
        text = Text("".join(words for words, _, _ in _runs(source, start, at)))
        text.source, text.start, text.end = source, start, at
        return text, at + 1

    def object(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        at = self.skip(at + 1)
        if self.source[at : at + 1] == "}":
            return found, at + 1
        while True:
            if self.source[at : at + 1] != '"':
                raise self.wrong(at, "lacks the name of a value")
            name, at = self.string(at)
            at = self.skip(at)
            if self.source[at : at + 1] != ":":
                raise self.wrong(at, "lacks a colon")
            found[str(name)], at = self.value(self.skip(at + 1), depth + 1)
            at = self.skip(at)
            char = self.source[at : at + 1]
            if char == "}":
                return found, at + 1
            if char != ",":
                raise self.wrong(at, "lacks a comma or a closing brace")
            at = self.skip(at + 1)

    def array(self, at: int, depth: int) -> tuple[list[Any], int]:
        found: list[Any] = []
        at = self.skip(at + 1)
        if self.source[at : at + 1] == "]":
            return found, at + 1
        while True:
            item, at = self.value(at, depth + 1)
            found.append(item)
            at = self.skip(at)
            char = self.source[at : at + 1]
            if char == "]":
                return found, at + 1
            if char != ",":
                raise self.wrong(at, "lacks a comma or a closing bracket")
            at = self.skip(at + 1)


def _runs(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    at = start
    for match in _ESCAPED.finditer(source, start, end):
        if match.start() > at:
            yield source[at : match.start()], at, match.start()
        yield _meant(match[0]), match.start(), match.end()
        at = match.end()
    if at < end:
        yield source[at:end], at, end


def _meant(escape: str) -> str:
    if escape[1] != "u":
        return _SIMPLE[escape[1]]
    if len(escape) > 6:
        return (chr(int(escape[2:6], 16)) + chr(int(escape[8:], 16))).encode("utf-16", "surrogatepass").decode("utf-16")
    char = chr(int(escape[2:], 16))
    return "\ufffd" if "\ud800" <= char <= "\udfff" else char


def texts_in(tree: Mapping[str, Any], key: str) -> Iterator[tuple[str, Text]]:
    """(pointer within ``tree``, text) of ``tree[key]``: a string, or a list of strings."""
    given = tree.get(key)
    for number, item in enumerate(given if isinstance(given, list) else [given]):
        if isinstance(item, Text):
            yield (pointer((key, number)) if isinstance(given, list) else pointer((key,))), item
