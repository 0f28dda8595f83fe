"""WordPress: ``[gallery ids="1,2"]``, ``[caption id="x"]<img> The caption[/caption]``.

A word in brackets is a shortcode where it has attributes, is closed, or is one that WordPress brings along and stands
alone on its line; else it is an editor's bracket ("[sic]") or the text of a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.model.block import Role
from newslint.model.expressions import expression
from newslint.readers.site_markup.masks import LONGEST, Mask, Words, carried

_TAG = expression(
    r"""
    (?<![\\!\[\w])\[(?P<slash>/?)(?P<name>[a-z][a-z0-9_-]*)  # [gallery, [/caption
    (?P<given>\s[^\[\]]*?)?(?P<alone>/?)\](?![(:])  # what it is given; no address follows
    """,
    re.VERBOSE,
)
_ATTRIBUTE = expression(r"\s[A-Za-z][\w-]*=[\"'“”″\w]")
# Forums' marks, which no news site turns into a page.
_BBCODE = frozenset("b i u s url img quote size color center list youtube".split())
_BUILT_IN = frozenset("gallery audio video playlist embed caption wp_caption more nextpage toc".split())
_CAPTIONED = frozenset(("caption", "wp_caption"))
_UNREAD = frozenset("embed audio video playlist code sourcecode iframe script".split())
_CONTENTS = expression(r"^[ \t]*(?:\[TOC\]|\[\[_?TOC_?\]\])[ \t]*$", re.MULTILINE)


def shortcode_masks(source: str, start: int) -> Iterator[Mask]:
    reached = start
    for match in _TAG.finditer(source, start):
        if match.start() < reached or match["name"] in _BBCODE or _is_reference(source, match):
            continue
        end, words = _masked(source, match)
        if end:
            yield Mask(match.start(), end, False, words)
            reached = end
    for match in _CONTENTS.finditer(source, start):
        yield Mask(*match.span())


def _is_reference(source: str, match: re.Match[str]) -> bool:
    """Whether it is the text of a link, "[the plan][plan]", and not the first of several tags in a row."""
    following = _TAG.match(source, match.end())
    if following is None:
        return source.startswith("[", match.end())
    return not (match["slash"] or match["given"] or following["slash"] or _closes(source, match))


def _closes(source: str, match: re.Match[str]) -> bool:
    return source.find(f"[/{match['name']}]", match.end(), match.end() + LONGEST) >= 0


def _masked(source: str, match: re.Match[str]) -> tuple[int, tuple[Words, ...]]:
    """Where a shortcode that begins with this tag ends, 0 if it is none, and the words that it carries."""
    name, given = match["name"], match["given"] or ""
    if match["slash"]:
        opened = source.rfind(f"[{name}", max(0, match.start() - LONGEST), match.start()) >= 0
        return (match.end() if opened and not given else 0), ()
    end = source.find(f"[/{name}]", match.end(), match.end() + LONGEST)
    close = end + len(name) + 3 if end >= 0 else 0
    if close and name in _CAPTIONED:
        return close, (Words(match.end(), end, Role.CAPTION),)
    if close and name in _UNREAD:
        return close, ()
    if close or match["alone"] or _ATTRIBUTE.search(given):
        return match.end(), carried(source, match.start(), match.end())
    line = source.rfind("\n", 0, match.start()) + 1
    stop = source.find("\n", match.end())
    around = source[line : match.start()] + source[match.end() : stop if stop >= 0 else len(source)]
    return (match.end() if name in _BUILT_IN and not around.strip() else 0), ()
