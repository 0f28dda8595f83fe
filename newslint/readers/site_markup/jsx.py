"""MDX: import and export, components ``<Figure caption="…" />``, values in braces.

The contents of a component are Markdown; its tags are nothing to read, whatever stands in their attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.model.expressions import expression
from newslint.readers.site_markup.masks import LONGEST, Mask, carried

_IMPORT = expression(
    r"^import\s+(?:[\w*{][^;'\"\n]*(?:\n[^;'\"\n]+)*?\s+from\s+)?['\"][^'\"\n]+['\"];?[ \t]*$", re.MULTILINE
)
_EXPORT = expression(
    r"^export\s+(?:default|const|let|var|function|class|async|\{|\*)(?=[\s{]).*?(?=\n[ \t]*\n|\Z)", re.M | re.S
)
_COMMENT = expression(r"\{/\*.{0,5000}?\*/\}", re.DOTALL)
_COMPONENT = expression(r"</?(?=[\w.]*[a-z.])[A-Z][\w.]*(?=[\s/>])")
_BRACED = expression(r"\s[A-Za-z][\w-]*=\{")  # an attribute of JSX in a tag of HTML
_PLAIN_TAG = expression(r"<[a-z][\w-]*(?=\s)")
_VALUE = expression(r"\{")


def jsx_masks(source: str, start: int, *, values: bool = False) -> Iterator[Mask]:
    """``values``: braces hold values anywhere, as they do in MDX, and no editor's additions."""
    for pattern in (_IMPORT, _EXPORT, _COMMENT):
        for match in pattern.finditer(source, start):
            yield Mask(*match.span())
    for match in _COMPONENT.finditer(source, start):
        end = _tag_end(source, match.end())
        if end > 0:
            yield Mask(match.start(), end, False, carried(source, match.end(), end))
    if "={" in source:
        for match in _PLAIN_TAG.finditer(source, start):
            end = _tag_end(source, match.end())
            for braced in _BRACED.finditer(source, match.end(), max(end, match.end())):
                yield Mask(braced.start(), _brace_end(source, braced.end() - 1))
    if values:
        for match in _VALUE.finditer(source, start):
            end = _brace_end(source, match.start())
            if end > 0:
                yield Mask(match.start(), end, True)


def _tag_end(source: str, at: int) -> int:
    """Where the tag ends whose name ends at ``at``: its ``>`` outside of marks and braces; 0 if there is none."""
    limit = min(len(source), at + LONGEST)
    while at < limit:
        character = source[at]
        if character == ">":
            return at + 1
        if character == "<":
            return 0
        if character == "{":
            at = _brace_end(source, at)
        elif character in "\"'":
            at = source.find(character, at + 1, limit) + 1
        else:
            at += 1
        if at == 0:
            return 0
    return 0


def _brace_end(source: str, at: int) -> int:
    """Just after the brace that closes the one at ``at``; 0 if there is none."""
    depth = 0
    for match in _BRACES.finditer(source, at, min(len(source), at + LONGEST)):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.end()
    return 0


_BRACES = expression(r"[{}]")
