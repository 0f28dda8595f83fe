"""The runs of a Word paragraph (elements of lxml, as python-docx keeps them): found by their characters, and parted."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from newslint.readers.docx import CHARACTERS, FALLBACK, UNREAD

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def local(element: Any) -> str:
    """An element's name without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def paragraphs(element: Any) -> Iterator[Any]:
    """The paragraphs within, in the order in which the reader counts them."""
    for child in element:
        name = local(child)
        if name in ("del", "moveFrom", FALLBACK):
            continue
        if name == "p":
            yield child
        yield from paragraphs(child)


def text_of(paragraph: Any) -> str:
    return "".join(text for text, _ in _leaves(paragraph))


def _leaves(element: Any) -> Iterator[tuple[str, Any]]:
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or "", child
        elif name in CHARACTERS:
            yield CHARACTERS[name], child
        elif name not in UNREAD:
            yield from _leaves(child)


def runs_of(paragraph: Any, start: int, end: int) -> list[Any]:
    """The runs that hold just the characters from ``start`` to ``end``: those at the edges are parted."""
    for edge in (start, end):
        at = 0
        for text, leaf in list(_leaves(paragraph)):
            if at < edge < at + len(text) or (at == edge and text and _has_before(leaf)):
                _part(leaf, edge - at)
                break
            at += len(text)
    found: list[Any] = []
    at = 0
    for text, leaf in _leaves(paragraph):
        run = leaf.getparent()
        if start <= at < end and text and local(run) == "r" and run not in found:
            found.append(run)
        at += len(text)
    return found


def _has_before(leaf: Any) -> bool:
    """Whether a run holds other characters before this element: they are to stay outside."""
    return local(leaf.getparent()) == "r" and any(
        local(other) == "t" or local(other) in CHARACTERS for other in leaf.itersiblings(preceding=True)
    )


def _part(leaf: Any, at: int) -> None:
    """Part a run before the character ``at`` of one of its elements; 0 is before the element."""
    run = leaf.getparent()
    after = copy.deepcopy(run)
    index = list(run).index(leaf)
    for child in list(run)[index + (at > 0) :]:
        run.remove(child)
    for child in list(after)[:index]:
        if local(child) != "rPr":
            after.remove(child)
    if at:
        tail = next(child for child in after if local(child) == "t")
        leaf.text, tail.text = leaf.text[:at], leaf.text[at:]
        for element in (leaf, tail):
            element.set(_SPACE, "preserve")
    run.addnext(after)


def run_like(run: Any, text: str) -> Any:
    """A new run of some words, in the form of another."""
    new = run.makeelement(f"{W}r")
    form = next((child for child in run if local(child) == "rPr"), None)
    if form is not None:
        new.append(copy.deepcopy(form))
    words = run.makeelement(f"{W}t", {_SPACE: "preserve"})
    words.text = text
    new.append(words)
    return new
