"""The cast of a story as HTML: a person a row, to tick off, with every form of the name and every quotation."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from newslint.findings.proof import Proof
from newslint.model.span import Span

_SHOWN = 160  # characters of a quotation


def cast_html(proof: Proof, story: str) -> str:
    """``proof.cast`` with links into the text. ``story`` begins the names of its blocks: ``a1`` in ``a1b0``."""
    people, quotes = proof.cast.get("people", ()), proof.cast.get("quotes", ())
    if not people and not quotes:
        return ""
    said: dict[str, list[Mapping[str, Any]]] = {}
    names = {mention["start"]: person["name"] for person in people for mention in person["mentions"]}
    for quote in quotes:
        said.setdefault(_speaker(quote, names), []).append(quote)
    places = _Places(proof, story)
    rows = [_person(person, said.pop(person["name"], ()), places) for person in people]
    for speaker in sorted(said, key=lambda name: (not name, name)):
        name = f"<strong>{escape(speaker)}</strong>" if speaker else "<em>Nobody named</em>"
        rows.append(f"<li>{name}{_quotes(said[speaker], places)}</li>")
    words = f"{len(people)} {'person' if len(people) == 1 else 'people'}, {len(quotes)} "
    words += "quotation" if len(quotes) == 1 else "quotations"
    return f'<section class="cast"><h3>Cast <small>{words}</small></h3><ul>{"".join(rows)}</ul></section>\n'


def _speaker(quote: Mapping[str, Any], names: Mapping[int, str]) -> str:
    """The speaker's full name where it is known, else the words that stand there ("he", "a spokesman")."""
    speaker = quote.get("speaker")
    if not speaker:
        return ""
    return str(speaker.get("person") or names.get(speaker["start"]) or speaker["text"])


class _Places:
    """Links to places in the text."""

    def __init__(self, proof: Proof, story: str) -> None:
        self._proof, self._story = proof, story
        self._starts = [block.start for block in proof.blocks]

    def span(self, row: Mapping[str, Any]) -> Span:
        (span,) = self._proof.to_clean([Span(row["start"], row["end"])])
        return span

    def words(self, row: Mapping[str, Any]) -> str:
        span = self.span(row)
        return self._proof.text[span.start : span.end]

    def link(self, row: Mapping[str, Any], words: str) -> str:
        span = self.span(row)
        index = max(bisect_right(self._starts, span.start) - 1, 0)
        start = span.start - (self._starts[index] if self._starts else 0)
        at = f"{start}-{start + span.end - span.start}"
        return f'<a href="#{self._story}b{index}" data-at="{at}">{escape(words)}</a>'


def _person(person: Mapping[str, Any], quotes: Iterable[Mapping[str, Any]], places: _Places) -> str:
    mentions = person["mentions"]
    forms = Counter(_form(mention) for mention in mentions)
    first = {_form(mention): mention for mention in reversed(mentions)}
    odd = set(person.get("suspicious", ()))
    chips = "".join(
        f'<span class="form{" odd" if first[form]["text"] in odd else ""}">{places.link(first[form], form)}'
        f"{f' ×{count}' if count > 1 else ''}</span>"
        for form, count in forms.items()
    )
    title = f' <span class="title">{escape(person["title"])}</span>' if person.get("title") else ""
    name = escape(person["name"])
    head = f'<label><input type="checkbox"> <strong>{name}</strong>{title}</label>'
    return f'<li>{head} <span class="forms">{chips}</span>{_quotes(quotes, places)}</li>'


def _form(mention: Mapping[str, Any]) -> str:
    return f"{mention.get('honorific') or ''} {mention['text']}".strip()


def _quotes(quotes: Iterable[Mapping[str, Any]], places: _Places) -> str:
    rows = []
    for quote in quotes:
        words = " ".join(places.words(quote).split())
        shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
        rows.append(f"<li>{places.link(quote, shown)}</li>")
    return f'<ul class="said">{"".join(rows)}</ul>' if rows else ""
