"""The languages in which sites write their Markdown: what in a file is theirs, and no copy.

A dialect is a name that the config may give (``markdown = "hugo"``); without one all are known at once, since their
marks hardly ever stand in prose. To add one: a function that yields the masks of a source, and a line in ``_DIALECTS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from newslint.model.expressions import expression
from newslint.readers.site_markup.masks import Mask, Words

__all__ = ["DIALECTS", "Mask", "Words", "site_masks"]

_Finder = Callable[[str, int], Iterable[Mask]]


def _templates(*kinds: str) -> _Finder:
    def find(source: str, start: int) -> Iterator[Mask]:
        from newslint.readers.site_markup.templates import template_masks

        return template_masks(source, start, kinds)

    return find


def _shortcodes(source: str, start: int) -> Iterator[Mask]:
    from newslint.readers.site_markup.shortcodes import shortcode_masks

    return shortcode_masks(source, start)


def _attributes(source: str, start: int) -> Iterator[Mask]:
    from newslint.readers.site_markup.attributes import attribute_masks

    return attribute_masks(source, start)


def _containers(source: str, start: int) -> Iterator[Mask]:
    from newslint.readers.site_markup.attributes import container_masks

    return container_masks(source, start)


def _jsx(source: str, start: int, *, values: bool = False) -> Iterator[Mask]:
    from newslint.readers.site_markup.jsx import jsx_masks

    return jsx_masks(source, start, values=values)


_LIQUID = ("{{", "{%")
_NUNJUCKS = ("{{", "{%", "{#")
_HUGO = ("{{<", "{{%", "{{")
_DIALECTS: dict[str, tuple[_Finder, ...]] = {
    "all": (_templates(*_HUGO, *_NUNJUCKS, "{{{"), _shortcodes, _jsx, _containers, _attributes),
    "hugo": (_templates(*_HUGO), _containers, _attributes),
    "jekyll": (_templates(*_LIQUID), _attributes),
    "eleventy": (_templates(*_NUNJUCKS, "{{{"), _containers, _attributes),
    "mkdocs": (_templates(*_NUNJUCKS), _containers, _attributes),
    "mdx": (partial(_jsx, values=True), _containers, _attributes),
    "wordpress": (_shortcodes, _attributes),
    "commonmark": (),
}
DIALECTS = tuple(_DIALECTS)

# What every mark of a dialect begins with; a file without any of these needs no search.
_SIGNS = expression(r"[{\[]|^[ \t]*(?::::|///|!!!|\?\?\?|===|\*\[|-+8<|import\s|export\s)|</?[A-Z]", re.MULTILINE)
_FENCE = expression(r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??[ \t>]*(?P=fence)[`~]*[ \t]*$", re.M | re.S)


def site_masks(source: str, start: int = 0, dialect: str = "all") -> list[Mask]:
    """What in ``source[start:]`` is the site's own, in order; of two that overlap the first counts.

    Fenced code is left alone: nothing in it is read anyway.
    """
    if _SIGNS.search(source, start) is None:
        return []
    fences = [match.span() for match in _FENCE.finditer(source, start)] if "```" in source or "~~~" in source else []
    found = sorted(
        (mask for find in _DIALECTS[dialect] for mask in find(source, start)),
        key=lambda mask: (mask.start, -mask.end),
    )
    masks: list[Mask] = []
    reached, fence = start, 0
    for mask in found:
        while fence < len(fences) and fences[fence][1] <= mask.start:
            fence += 1
        fenced = fence < len(fences) and fences[fence][0] <= mask.start
        if mask.start >= reached and mask.end > mask.start and not fenced:
            masks.append(mask)
            reached = mask.end
    return masks
