"""JSON of content management systems and agencies: one parse, then whichever shape is recognised.

A file may hold one article, a list of them, or an envelope around such a list (``items``, ``posts``, ``hits``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any

from newslint.model.document import Document
from newslint.model.errors import NotCopyError
from newslint.model.named_tuple import NamedTuple
from newslint.readers.json_text import parse, pointer

Path = tuple[str | int, ...]


class Shape(NamedTuple):
    """A JSON format: ``read(tree, path, name)`` gives the article of a tree that ``fits``, which stands at a path."""

    title: str
    fits: Callable[[Any], bool]
    read: Callable[[Any, Path, str], Document]


# The keys that lists of articles stand under.
_ENVELOPES = (
    "items _items item articles stories posts docs documents data results content_elements hits entries".split()
)
_MODULES = "ninjs ans wordpress blocks record".split()
KNOWN = (
    "ninjs, Arc ANS, WordPress, ProseMirror, Tiptap, Draft.js, Lexical, Portable Text, Editor.js, Typerighter blocks"
)


def read_json(source: str) -> tuple[Document, ...]:
    """The articles of a JSON file. Raises NewslintError for what is no JSON, NotCopyError for JSON of another kind."""
    documents = tuple(documents_in(parse(source)))
    if not documents:
        raise NotCopyError(
            "line 1",
            f"is JSON of no kind that newslint knows ({KNOWN}); name its fields: --text-field NAME",
            "JSON files of no known kind",
        )
    return documents


def documents_in(tree: Any, path: Path = ()) -> Iterator[Document]:
    """The articles in a parsed value that stands at a path of the file."""
    shape = shape_of(tree)
    if shape is not None:
        yield shape.read(tree, path, pointer(path))
        return
    if isinstance(tree, list):
        for number, item in enumerate(tree):
            shape = shape_of(item)
            if shape is not None:
                at = (*path, number)
                yield shape.read(item, at, pointer(at))
    elif isinstance(tree, dict) and len(path) < 3:
        for key in _ENVELOPES:
            if isinstance(tree.get(key), (list, dict)):
                found = tuple(documents_in(tree[key], (*path, key)))
                if found:
                    yield from found
                    return


def shape_of(tree: Any) -> Shape | None:
    """The format that a value is in."""
    return next((shape for shape in _shapes() if shape.fits(tree)), None)


def _shapes() -> Sequence[Shape]:
    return [shape for name in _MODULES for shape in import_module(f"{__name__}.{name}").SHAPES]
