"""What kramdown (Jekyll), Goldmark (Hugo), Python-Markdown (MkDocs), Pandoc and Docusaurus add to Markdown.

Attribute lists ``{.class #id key=value}``, containers ``:::`` and ``///``, admonitions ``!!!`` and ``???`` with their
indented contents, tabs ``=== "Name"``, footnote marks, abbreviations, snippets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.model.block import Role
from newslint.model.expressions import expression
from newslint.readers.site_markup.masks import Mask, Words

_VALUE = r"""[\w:.-]+=(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s"'{}]{1,200})"""
_ATTRIBUTES = expression(
    rf"""(?<![\\${{])
    (?: (?P<span>\[[^\[\]\n]{{1,500}}\])?  # [words]{{.class}}
        \{{:?[ \t]*(?:(?:[.\#][\w:.-]+|{_VALUE})[ \t]*)+\}}
      | \{{:[ \t]*[\w.-]+[ \t]*\}}         # {{:toc}}
    )(?!\}})""",
    re.VERBOSE,
)
_KRAMDOWN = expression(
    r"""
    \{::(?P<name>comment|nomarkdown)[^}\n]*(?<!/)\}.{0,5000}?\{:/(?P=name)?\}  # {::comment} words {:/}
    |\{::[a-z]+[^}\n]*/\}|\{:/[a-z]*\}  # one that stands alone, and one that closes
    """,
    re.DOTALL | re.VERBOSE,
)
_CONTENTS = expression(r"^[ \t]*(?:[*+-]|\d+\.)[ \t][^\n]*\n[ \t]*\{:[ \t]*toc\b[^}\n]*\}", re.MULTILINE)
_FOOTNOTE = expression(r"\[\^[\w.:-]{1,60}\](?!:)")
_CALLOUT = expression(r"^[ \t]*>[ \t>]*(?P<mark>\[![A-Za-z]+\][+-]?)", re.MULTILINE)
_EMBED = expression(r"!\[\[[^\[\]\n]{1,300}\]\]")
# Lines that belong to the site whatever else stands in them.
_LINE = expression(
    r"""^[ \t]*(?:
        \*\[[^\]\n]{1,80}\]:[^\n]*                                     # an abbreviation's long form
      | -{1,4}8<-{1,4}[^\n]*                                           # a snippet of another file
      | :{3,}[ \t]*(?:\{[^}\n]*\}|[\w.-]+)?[ \t]*(?:\{[^}\n]*\})?      # ::: note
        (?:\[(?P<bracketed>[^\]\n]*)\]|(?P<fenced>[^\n\[{]*))[^\n]*
      | /{3,}[ \t]*[\w-]*[ \t]*(?:\|[ \t]*(?P<piped>[^\n]*))?          # /// note | Title
        (?:\n[ ]{4}[\w-]+:[^\n]*)*
    )$""",
    re.VERBOSE | re.MULTILINE,
)
_INDENTING = expression(
    r"""^(?P<indent>[ \t]*)(?:(?:!!!|\?\?\?\+?)[ \t]+[\w-]+(?:[ \t]+[\w-]+)*|===[!+]?)
    (?:[ \t]+"(?P<title>[^"\n]*)"|[ \t]*)[ \t]*$""",
    re.VERBOSE | re.MULTILINE,
)
_BLANK_LINE = expression(r"[ \t]*(?:\n|\Z)")


def attribute_masks(source: str, start: int) -> Iterator[Mask]:
    """Attribute lists, footnote marks, callouts: what stands within lines of copy."""
    if "{" in source:
        for match in _KRAMDOWN.finditer(source, start):
            yield Mask(*match.span())
        for match in _CONTENTS.finditer(source, start):
            yield Mask(*match.span())
        for match in _ATTRIBUTES.finditer(source, start):
            if match["span"]:
                yield Mask(match.start(), match.start() + 1)
                yield Mask(match.end("span") - 1, match.end())
            else:
                yield Mask(*match.span())
    for pattern in (_FOOTNOTE, _EMBED):
        for match in pattern.finditer(source, start):
            yield Mask(*match.span())
    for match in _CALLOUT.finditer(source, start):
        yield Mask(*match.span("mark"))


def container_masks(source: str, start: int) -> Iterator[Mask]:
    """Containers and admonitions; the contents of the latter lose the indent that would make code of them."""
    for match in _LINE.finditer(source, start):
        group = next((name for name in ("bracketed", "fenced", "piped") if (match[name] or "").strip()), None)
        words = (Words(*match.span(group), Role.HEADLINE),) if group else ()
        yield Mask(*match.span(), False, words)
    for match in _INDENTING.finditer(source, start):
        if match["title"] is None and match[0].lstrip().startswith("==="):
            continue
        words = (Words(*match.span("title"), Role.HEADLINE),) if (match["title"] or "").strip() else ()
        yield Mask(*match.span(), False, words)
        yield from _indents(source, match.end() + 1, match["indent"])


def _indents(source: str, at: int, indent: str) -> Iterator[Mask]:
    """The four spaces, or the tab, that each line of an admonition has more than its head."""
    while at < len(source):
        if (blank := _BLANK_LINE.match(source, at)) is not None:
            at = blank.end()
            continue
        inside = at + len(indent)
        if not source.startswith(indent, at) or not source.startswith(("    ", "\t"), inside):
            return
        yield Mask(inside, inside + (1 if source[inside] == "\t" else 4))
        at = source.find("\n", at) + 1
        if at == 0:
            return
