"""The cast and the quotations in the editor: hover, outline, and the speaker behind each quotation."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from newslint.analysis.names.people import Person
from newslint.article import Article
from newslint.lsp.session import Document, Session
from newslint.model.span import HasSpan, Span


def hover(session: Session, document: Document, position: types.Position) -> types.Hover | None:
    """On a mark, what the rule says; on a name, who it is."""
    article = document.article
    if article is None or document.linted != document.version:
        return None
    offset = document.buffer.offset(position)
    parts = []
    marks = [finding for finding in document.findings if finding.place.start <= offset < finding.place.end]
    for finding in marks:
        summary = _summary(session, document, finding.rule)
        parts.append(f"**{finding.rule}**: {finding.message}\n\n{summary}")
    person, span = _person_at(article, offset)
    if person is not None and span is not None:
        parts.append(_who(document, article, person))
    if not parts:
        return None
    place = marks[0].place.span if marks else span
    where = document.buffer.range(place) if place else None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(parts)), where)


def _summary(session: Session, document: Document, rule_id: str) -> str:
    run, _ = session.run_for(document.path)
    rules = run.settings_for(document.path).rules if run else ()
    return next((rule.summary for rule in rules if rule.id == rule_id), "")


def _person_at(article: Article, offset: int) -> tuple[Person | None, Span | None]:
    for person in article.people:
        for mention in person.mentions:
            span = article.source_map.to_source(mention)
            if span.start <= offset < span.end:
                return person, span
    return None, None


def _who(document: Document, article: Article, person: Person) -> str:
    line = document.buffer.position(article.source_map.to_source(person.first).start).line + 1
    forms: dict[str, int] = {}
    for mention in person.mentions:
        forms[mention.text] = forms.get(mention.text, 0) + 1
    title = f", {person.title}" if person.title else ""
    counts = ", ".join(f"{form} ({count})" for form, count in forms.items())
    return f"**{person.name}**{title}\n\nFirst named in line {line}. Mentions: {counts}."


def document_symbols(document: Document) -> list[types.DocumentSymbol]:
    """The cast, and the quotations with their speakers."""
    article = document.article
    positions = document.positions
    if article is None or positions is None:
        return []

    def symbol(name: str, kind: types.SymbolKind, span: HasSpan, detail: str = "") -> types.DocumentSymbol:
        where = positions.range(article.source_map.to_source(span))
        return types.DocumentSymbol(name or "…", kind, where, where, detail=detail or None)

    people = [
        symbol(person.name, types.SymbolKind.Class, person.first, person.title)
        for person in article.people
        if person.mentions
    ]
    quotes = [
        symbol(_short(text), types.SymbolKind.String, quote, speaker) for quote, text, speaker in _quotations(article)
    ]
    return [*people, *quotes]


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else words[:59] + "…"


def _quotations(article: Article) -> Iterator[tuple[HasSpan, str, str]]:
    """(quotation, its words, its speaker's name or words, "" if unknown) for all speech."""
    speakers = {
        quote.start: (row.person.name if row.person else row.speaker.text if row.speaker else "")
        for row in article.attributions
        for quote in row.quotes
    }
    for quote in article.quotes:
        if quote.speech and quote.level == 0:
            yield quote, quote.text, speakers.get(quote.start, "")


def inlay_hints(document: Document, where: types.Range) -> list[types.InlayHint]:
    """The speaker behind each quotation in a range."""
    article = document.article
    positions = document.positions
    if article is None or positions is None or document.linted != document.version:
        return []
    start, end = positions.offset(where.start), positions.offset(where.end)
    hints = []
    for quote, _, speaker in _quotations(article):
        place = article.source_map.to_source(quote)
        if speaker and start <= place.end <= end:
            hints.append(types.InlayHint(positions.position(place.end), f" {speaker}", padding_left=True))
    return hints
