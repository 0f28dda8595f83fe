"""The body of a WordPress post as it is kept: HTML with the block editor's comments and with shortcodes.

``<!-- wp:paragraph -->`` is markup, ``[caption]...[/caption]`` holds a caption, and in posts of the old editor a blank
line parts paragraphs.
"""

from __future__ import annotations

from newslint.model.block import Role
from newslint.model.expressions import expression
from newslint.readers.fields import Copy, Value

_BLOCK_TAG = expression(r"<p\b|<!--\s*wp:", 2)
_SHORTCODE = expression(r"\[(/?)([A-Za-z][\w-]*)((?:\s[^\[\]<>]*)?)(/?)\]")
# Shortcodes that WordPress and its widespread plugins know; other words in brackets are copy: “[the minister]”.
_KNOWN = frozenset(
    "audio caption wp_caption embed gallery playlist video youtube vimeo twitter soundcloud googlemaps gist polldaddy "
    "contact-form contact-field slideshow spoiler more nextpage sourcecode code archives blip-tv dailymotion flickr "
    "instagram scribd ted vine wpvideo recent_posts sitemap tweet facebook instagram pullquote quote button".split()
)
_SILENT = frozenset("code sourcecode contact-form gist".split())
_BLANK = expression(r"\r?\n[ \t]*\r?\n\s*")


def add_post(copy: Copy, field: str, value: Value) -> None:
    """Add a post's body to an article, in as many parts as its shortcodes and blank lines make."""
    text = value.text
    last: int = 0
    role: Role | None = None
    edges: list[tuple[int, int, Role | None]] = []
    silent = ""
    for match in _SHORTCODE.finditer(text):
        closing, name = match[1], match[2].lower()
        if name not in _KNOWN and not _is_pair(text, match[2]) and "=" not in match[3]:
            continue
        if not silent and last < match.start():
            edges.append((last, match.start(), role))
        last = match.end()
        if silent:
            silent = "" if closing and name == silent else silent
        elif name in _SILENT and not closing and f"[/{match[2]}]" in text[match.end() :]:
            silent = name
        role = Role.CAPTION if name in ("caption", "wp_caption") and not closing else None
    if not silent:
        edges.append((last, len(text), role))
    for start, end, role in edges:
        for at, stop in _paragraphs(text, start, end):
            copy.html(field, value.slice(at, stop), role)


def _is_pair(text: str, name: str) -> bool:
    return f"[/{name}]" in text


def _paragraphs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Parts of the old editor's text that a blank line parts; what has paragraphs of its own is one part."""
    if _BLOCK_TAG.search(text, start, end):
        return [(start, end)]
    rows, at = [], start
    for gap in _BLANK.finditer(text, start, end):
        rows.append((at, gap.start()))
        at = gap.end()
    return [row for row in (*rows, (at, end)) if text[row[0] : row[1]].strip()]
