"""Template languages: Hugo's shortcodes, Liquid (Jekyll), Nunjucks (11ty) and Jinja (MkDocs).

``{{< name … >}}`` and ``{{% name … %}}`` call a shortcode, ``{% name … %}`` a tag, ``{{ … }}`` stands for a value,
``{# … #}`` is a comment. What is never closed, or closes nothing, is no mask: it shows, and a rule reports it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple
from newslint.readers.site_markup.masks import Mask, carried, closing

_OPENER = expression(r"\{\{[<%{]?|\{%|\{#(?=[\s-])")
_CLOSERS = {"{{<": ">}}", "{{%": "%}}", "{{{": "}}}", "{{": "}}", "{%": "%}", "{#": "#}"}
_NAME = expression(r"[\s<%+-]*(?P<slash>/?)\s*(?:end(?P<ended>[a-z_]\w*)|(?P<name>[\w/.-]+))")
# Tags of Liquid, Nunjucks and Jinja that always have an end tag of their own.
_PAIRED = frozenset(
    "if unless for case capture comment raw highlight tablerow macro call filter switch autoescape verbatim".split()
)
# Between these and their end tags stands code, or what nobody is to see.
_UNREAD = frozenset(
    "comment highlight code codeblock mermaid math katex style css script js javascript stylesheet schema macro".split()
)


class _Tag(NamedTuple):
    start: int
    end: int
    kind: str
    name: str
    closes: bool


def template_masks(source: str, start: int, kinds: Iterable[str]) -> Iterator[Mask]:
    """The masks of the template tags from ``start`` on. ``kinds``: the openers that the dialect knows."""
    tags = [tag for tag in _tags(source, start) if tag.kind in kinds]
    partners = _partners(tags)
    reached = start
    for number, tag in enumerate(tags):
        if tag.start < reached or _is_broken(tag, number, partners):
            continue
        end = tag.end
        partner = partners.get(number)
        if tag.name in _UNREAD and partner is not None and not tag.closes:
            end = tags[partner].end
        yield Mask(tag.start, end, tag.kind in ("{{", "{{{"), carried(source, tag.start + len(tag.kind), tag.end))
        reached = end


def _tags(source: str, start: int) -> Iterator[_Tag]:
    at = start
    while (match := _OPENER.search(source, at)) is not None:
        kind = match[0]
        end = closing(source, match.end(), kind, _CLOSERS[kind])
        if end < 0:
            at = match.end()
            continue
        name = _NAME.match(source, match.end()) if kind != "{{" else None
        if name is None:
            yield _Tag(match.start(), end, kind, "", False)
        else:
            ended = name["ended"] if kind == "{%" else None
            whole = name["name"] or f"end{name['ended']}"
            yield _Tag(match.start(), end, kind, (ended or whole).lower(), bool(name["slash"] or ended))
        at = end


def _partners(tags: list[_Tag]) -> dict[int, int]:
    """Number of a tag -> number of the one that closes it, or that it closes."""
    found: dict[int, int] = {}
    waiting: dict[tuple[str, str], list[int]] = {}
    for number, tag in enumerate(tags):
        key = ("{%" if tag.kind == "{%" else "{{", tag.name)
        if not tag.closes:
            waiting.setdefault(key, []).append(number)
        elif waiting.get(key):
            opener = waiting[key].pop()
            found[opener], found[number] = number, opener
    return found


def _is_broken(tag: _Tag, number: int, partners: dict[int, int]) -> bool:
    """Whether an end tag closes nothing, or a tag that must be closed is not."""
    if number in partners or not tag.name:
        return False
    return tag.closes or (tag.kind == "{%" and tag.name in _PAIRED)
