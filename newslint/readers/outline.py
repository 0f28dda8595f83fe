"""Where the article lies in a web page, and what in it is furniture.

A page marks its article: ``itemprop=articleBody``, a class that says so (``entry-content``, ``article__body``),
``<article>``, ``<main>``. The first of these that holds enough of the page's prose, or is alone of its kind and long,
is the article; a page that marks nothing, or marks so many that none stands out (a list of teasers), is read whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Span

VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
# What a class or an id calls the element that holds nothing but the story.
_BODY = expression(
    r"""
    (?:.*[-_])?(?:article|story|post|entry|news)[-_]{0,2}(?:main[-_])?  # article__main-body
    (?:body|content|text|copy)(?:[-_]{1,2}.*)?
    |(?:c|l)-entry-content  # Chorus
    |(?:field|node)[-_]{1,2}(?:name[-_]{1,2})?body(?:[-_].*)?  # Drupal
    |storytext|wysiwyg
    """,
    re.I | re.VERBOSE,
)
_FURNITURE = frozenset("aside dialog footer form menu nav".split())
_FURNITURE_ROLES = frozenset("banner complementary contentinfo dialog form menu menubar navigation search".split())
# A word of a class or an id that names what stands around a story.
_AROUND = frozenset(
    "ad ads advert advertisement advertising banner breadcrumb breadcrumbs cookie cookies donate donation dfp gdpr "
    "masthead meta modal mostread newsletter newsletters outbrain pagination paywall popup promo promos recirc "
    "recirculation recommended related share sharing sharedaddy shares sidebar signup skip social sociable sponsored "
    "subscribe subscription taboola tags tagged teaser toolbar trending widget widgets".split()
)
# What readers and other networks wrote, however much of it there is.
_OTHERS = expression(
    r"""
    comments?(?:[-_].*)?|commentlist|disqus.*|respond|replies
    |twitter-(?:tweet|timeline).*
    |instagram-media|tiktok-embed|fb-(?:post|comments).*|bluesky-embed
    |mastodon-embed|reddit-(?:card|embed).*
    """,
    re.I | re.VERBOSE,
)
_WORD = expression(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_WHOLE = frozenset(("html", "body", "main", "article", "h1"))  # never furniture, whatever their classes say
_SILENT = frozenset("head noscript script select style svg template textarea title".split())
_LONG = 50  # characters of a text that is prose though it stands in no paragraph
_LEAST = 250  # characters of prose that make an article
_SHARE = 0.4  # of a page's prose that its article holds at least
_STORY = 1000  # characters of prose that make an article, however much the page adds, if it is alone of its kind
_MOST = 0.3  # of it that furniture told by a class holds at most


class Outline(NamedTuple):
    """The article in offsets of the source, None if nothing marks it; its headline where that stands before it.

    ``furniture``: where the start tags of elements stand whose contents are no copy.
    """

    article: Span | None = None
    headline: Span | None = None
    furniture: frozenset[int] = frozenset()


class _Element:
    __slots__ = ("around", "end", "name", "others", "prose", "rank", "start")

    def __init__(self, name: str, start: int, rank: int, around: bool, others: bool) -> None:
        self.name = name
        self.start = start
        self.end = -1
        self.rank = rank  # how surely it is the article: 0 most of all, 4 not at all
        self.around = around
        self.others = others
        self.prose = 0


class OutlineBuilder:
    """Hears of a page's tags and texts in order, and tells its outline at the end."""

    def __init__(self) -> None:
        self._stack: list[_Element] = [_Element("", 0, 4, False, False)]
        self._kept: list[_Element] = []
        self._open: dict[str, int] = {}

    def start(self, name: str, attributes: Mapping[str, str | None], start: int) -> None:
        if name in VOID:
            return
        names = _names(attributes)
        around = name in _FURNITURE or (attributes.get("role") or "").lower() in _FURNITURE_ROLES
        others = any(_OTHERS.fullmatch(word) for word in names)
        element = _Element(name, start, _rank(name, attributes, names), around, others)
        if name not in _WHOLE and not around and not others and names:
            element.around = any(not _AROUND.isdisjoint(_parts(word)) for word in names)
        self._stack.append(element)
        self._open[name] = self._open.get(name, 0) + 1
        if element.rank < 4 or element.around or others or name == "h1":
            self._kept.append(element)

    def end(self, name: str, end: int) -> None:
        if not self._open.get(name):
            return
        while True:
            element = self._stack.pop()
            self._open[element.name] -= 1
            self._close(element, end)
            if element.name == name:
                return

    def text(self, text: str) -> None:
        if any(self._open.get(name) for name in _SILENT):
            return
        size = len(text)
        if size >= _LONG or self._open.get("p"):
            self._stack[-1].prose += size

    def _close(self, element: _Element, end: int) -> None:
        element.end = end
        self._stack[-1].prose += element.prose

    def outline(self, size: int) -> Outline:
        while len(self._stack) > 1:
            self._close(self._stack.pop(), size)
        total = self._stack[0].prose
        furniture = [element for element in self._kept if _is_furniture(element, total)]
        total -= _prose_of(furniture)
        article = None
        for rank in range(4):
            ranked = [element for element in self._kept if element.rank == rank]
            best = max(ranked, key=lambda element: element.prose, default=None)
            if best and (best.prose >= max(_LEAST, _SHARE * total) or _stands_alone(best, ranked)):
                article = best
                break
        starts = frozenset(element.start for element in furniture)
        if article is None:
            return Outline(furniture=starts)
        # What holds the article is no furniture, though its class may say so.
        starts = frozenset(e.start for e in furniture if not (e.start <= article.start and article.end <= e.end))
        heads = [e for e in self._kept if e.name == "h1" and e.end <= article.start]
        headline = Span(heads[-1].start, heads[-1].end) if heads else None
        return Outline(Span(article.start, article.end), headline, starts)


def _names(attributes: Mapping[str, str | None]) -> list[str]:
    return [*(attributes.get("class") or "").split(), *(attributes.get("id") or "").split()] if attributes else []


def _parts(word: str) -> set[str]:
    return {part.lower() for part in _WORD.findall(word)}


def _rank(name: str, attributes: Mapping[str, str | None], names: list[str]) -> int:
    if "articlebody" in (attributes.get("itemprop") or "").lower().split():
        return 0
    if name in ("div", "section", "article", "main") and any(_BODY.fullmatch(word) for word in names):
        return 1
    if name == "article" or (attributes.get("role") or "").lower() == "article":
        return 2
    return 3 if name == "main" or (attributes.get("role") or "").lower() == "main" else 4


def _is_furniture(element: _Element, total: int) -> bool:
    if element.name in _WHOLE:
        return False
    return element.others or (element.around and (element.name in _FURNITURE or element.prose <= _MOST * total))


def _stands_alone(best: _Element, ranked: Iterable[_Element]) -> bool:
    """Whether it is a story, and what else is marked in its way, outside of it, is not half as long."""
    beside = [other for other in ranked if other.end <= best.start or best.end <= other.start]
    return best.prose >= max(_STORY, 2 * _prose_of(beside))


def _prose_of(elements: Iterable[_Element]) -> int:
    """The prose of elements, each counted once though one may lie in another."""
    total, reached = 0, -1
    for element in sorted(elements, key=lambda element: (element.start, -element.end)):
        if element.start >= reached:
            total += element.prose
            reached = element.end
    return total
