"""ninjs, the IPTC's news in JSON: 1.0 to 1.6 (``body_html``), 2.x and 3.x (``bodies[].value``).

An item gives its body in several renditions; the richest in paragraphs is read, the others say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint.model.block import Role
from newslint.model.document import Document, Listed, Metadata
from newslint.readers.fields import Copy
from newslint.readers.json_formats import Path, Shape
from newslint.readers.json_formats._fields import add_body, add_line, date_of, first_text, items_at, names, text_at
from newslint.readers.json_text import Text, pointer

_HTML = ("body_html", "body_xhtml", "body_html5")
_PEOPLE = ("people", "person")
_PLACES = ("places", "place")
_ORGANISATIONS = ("organisations", "organisation", "organizations")


def _fits(tree: Any) -> bool:
    if not isinstance(tree, dict):
        return False
    if any(isinstance(tree.get(key), list) and tree[key] for key in ("bodies", "headlines")):
        return True
    if any(key.startswith("body_") for key in tree):
        return True
    return "uri" in tree and any(key.startswith(("headline", "description_")) for key in tree)


def _read(tree: Any, path: Path, name: str) -> Document:
    copy = Copy(name)
    for at, text in _headlines(tree):
        add_line(copy, (*path, *at), text, Role.HEADLINE)
    for key in ("byline", "by"):
        add_line(copy, (*path, key), text_at(tree, key), Role.BYLINE)
    for at, text, html in _best(_descriptions(tree)):
        add_body(copy, (*path, *at), text, html=html, role=Role.STANDFIRST)
    for at, text, html in _best(_bodies(tree)):
        add_body(copy, (*path, *at), text, html=html)
    _pictures(copy, tree, path)
    return copy.document("ninjs", _metadata(tree, path))


def _headlines(tree: Any) -> Iterator[tuple[Path, Text]]:
    """The main headline and its variants for other places, each wording once."""
    said: set[str] = set()
    found = [(at, text_at(item, "value")) for at, item in items_at(tree, "headlines")]
    rows: list[tuple[Path, Text | None]] = [((*at, "value"), text) for at, text in found]
    keys = sorted((key for key in tree if key == "headline" or key.startswith("headline_")), key=lambda key: len(key))
    rows += [((key,), text_at(tree, key)) for key in keys if "html" not in key or "headline" not in tree]
    for at, text in rows:
        if text and text.strip() not in said:
            said.add(text.strip())
            yield at, text


def _bodies(tree: Any) -> Iterator[tuple[Path, Text, bool | None]]:
    for key in (*_HTML, *sorted(key for key in tree if key.startswith("body_") and key not in _HTML)):
        text = text_at(tree, key)
        if text is not None and key != "body_richtext":
            yield (key,), text, True if key in _HTML else False if key == "body_text" else None
    yield from _values(tree, "bodies")


def _descriptions(tree: Any) -> Iterator[tuple[Path, Text, bool | None]]:
    for key in sorted(key for key in tree if key.startswith("description_")):
        text = text_at(tree, key)
        if text is not None and key != "description_usage":
            yield (key,), text, True if "html" in key else None
    yield from _values(tree, "descriptions")


def _values(tree: Any, key: str) -> Iterator[tuple[Path, Text, bool | None]]:
    for at, item in items_at(tree, key):
        text = text_at(item, "value")
        if text is not None:
            kind = text_at(item, "contentType") or text_at(item, "contenttype") or ""
            yield (*at, "value"), text, True if "html" in kind else False if "plain" in kind else None


def _best(found: Iterator[tuple[Path, Text, bool | None]]) -> list[tuple[Path, Text, bool | None]]:
    """Of renditions of one text the one in HTML, else the first; none of a text that is empty."""
    rows = [row for row in found if row[1].strip()]
    return ([row for row in rows if row[2]] or rows)[:1]


def _pictures(copy: Copy, tree: Any, path: Path) -> None:
    """The headlines, captions and bylines of what belongs to the item."""
    given = tree.get("associations")
    rows = given.items() if isinstance(given, dict) else enumerate(given) if isinstance(given, list) else ()
    for key, item in rows:
        if not isinstance(item, dict):
            continue
        at = (*path, "associations", key)
        kind = text_at(item, "type") or ""
        if kind in ("text", "composite"):
            continue  # an article of its own, which is not this one
        for where, text, html in _best(_descriptions(item)):
            if not copy.has(text):
                add_body(copy, (*at, *where), text, html=html, role=Role.CAPTION)


def _metadata(tree: Any, path: Path) -> Metadata:
    headline = next((str(text) for _, text in _headlines(tree)), "")
    byline = first_text(tree, ("byline", "by"))
    return Metadata(
        " ".join(headline.split()),
        str(byline[1]) if byline else "",
        date_of(*(tree.get(key) for key in ("versioncreated", "versionCreated", "firstcreated", "contentCreated"))),
        language=str(text_at(tree, "language") or ""),
        listed=(
            *names("person", path, tree, _PEOPLE),
            *names("place", path, tree, _PLACES),
            *(
                Listed("place", str(located).partition(",")[0].strip(), pointer((*path, "located")))
                for located in [text_at(tree, "located")]
                if located
            ),
            *names("organisation", path, tree, _ORGANISATIONS),
            *names("tag", path, tree, ("keywords",)),
        ),
    )


SHAPES = (Shape("ninjs", _fits, _read),)
