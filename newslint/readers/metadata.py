"""What meta elements and front matter say about an article, under the names that publishers use."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping

from newslint.model.document import Listed, Metadata

TITLE = ("og:title", "headline", "title", "twitter:title", "dc.title", "dcterms.title")
BYLINE = ("byline", "byl", "author", "authors", "by", "article:author", "dc.creator", "dcterms.creator")
LANGUAGE = ("language", "lang", "inlanguage", "og:locale", "content-language", "dc.language", "dcterms.language")
DATE = (
    "date article:published_time datepublished pubdate publishdate published publish_date published_time "
    "dc.date dcterms.date dc.date.issued parsely-pub-date"
).split()


_TAGS = (("tags", "tag"), ("keywords", "tag"))
# No title or name is a number of more digits.
_LARGEST = 10**30


def as_metadata(values: Mapping[str, object], *, title: str = "", keep: bool = False) -> Metadata:
    """``values`` by key, in any case. ``keep``: the keys understood here stay in ``other`` as well."""
    lower: dict[str, str] = {}
    for key in values:
        lower.setdefault(key.lower(), key)
    used = set()

    def first(names: Iterable[str]) -> Iterable[object]:
        for name in names:
            if name in lower:
                used.add(lower[name])
                yield values[lower[name]]

    titles = [text for value in first(TITLE) if (text := _words(value))]
    bylines = [text for value in first(BYLINE) if (text := _words(value)) and "://" not in text]
    dates = [date for value in first(DATE) if (date := _date(value))]
    other = dict(values) if keep else {key: value for key, value in values.items() if key not in used}
    listed = tuple(_listed_in_page(values) if keep else _listed(values))
    languages = [text for value in first(LANGUAGE) if (text := _words(value))]
    return Metadata(
        (titles or [title])[0],
        (bylines or [""])[0],
        dates[0] if dates else None,
        other,
        language=(languages or [""])[0].replace("_", "-"),
        listed=listed,
    )


def _listed(values: Mapping[str, object]) -> Iterable[Listed]:
    """The names that front matter lists."""
    for key, kind in (("people", "person"), ("places", "place"), ("organisations", "organisation"), *_TAGS):
        given = values.get(key)
        for name in given if isinstance(given, list) else ():
            if isinstance(name, str) and name.strip():
                yield Listed(kind, name.strip(), f"front matter, {key}")


def _listed_in_page(values: Mapping[str, object]) -> Iterable[Listed]:
    """The tags in a page's meta elements."""
    for key in ("keywords", "news_keywords", "article:tag", "parsely-tags"):
        given = values.get(key)
        for name in given.split(",") if isinstance(given, str) else ():
            if name.strip():
                yield Listed("tag", " ".join(name.split()), f"meta {key}")


def _words(value: object) -> str:
    """One line: a text, a name under ``name``, or several of them in a list."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return _words(value.get("name", ""))
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(item) for item in value if not isinstance(item, list))))
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return ""
    return str(value) if abs(value) < _LARGEST else ""


def _date(value: object) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value.strip()[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


class MetaTags:
    """Collects the meta elements and the title element of a page."""

    def __init__(self) -> None:
        self.title_words: list[str] = []
        self.language = ""  # that the root element names
        self._values: dict[str, object] = {}

    def add(self, attributes: Mapping[str, str | None]) -> None:
        names = ("property", "name", "itemprop", "http-equiv")
        key = next((said for name in names if (said := attributes.get(name))), None)
        content = attributes.get("content")
        if key and content:
            self._values.setdefault(key, content)

    def metadata(self) -> Metadata:
        found = as_metadata(self._values, title=" ".join("".join(self.title_words).split()), keep=True)
        return found._replace(language=self.language) if self.language else found
