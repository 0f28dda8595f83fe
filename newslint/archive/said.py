"""Who said what, and when: a table of the quotations of an archive, or of some articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newslint.article import Article
from newslint.model.named_tuple import NamedTuple


class Said(NamedTuple):
    """A quotation. ``person``: the speaker's full name, if known; ``speaker``: as the article names them there."""

    person: str
    date: str
    article: str
    speaker: str
    cue: str
    words: str


COLUMNS = Said._fields


def said_in(name: str, article: Article) -> Iterator[Said]:
    """The quotations of an article that somebody is given for."""
    day = article.metadata.date.isoformat() if article.metadata.date else ""
    for said in article.attributions:
        speaker = said.speaker.text if said.speaker else ""
        person = said.person.name if said.person else ""
        if speaker or person:
            for quote in said.quotes:
                yield Said(person, day, name, speaker, said.cue.text, " ".join(quote.text.split()))


def said_in_archive(archive: Path) -> Iterator[Said]:
    """The same of an archive, sorted by speaker and day. Raises NewslintError."""
    from newslint.archive.query import opened

    result = opened(archive).execute(_SAID)
    while rows := result.fetchmany(2_000):
        for row in rows:
            yield Said(*(" ".join(str(cell or "").split()) for cell in row))


_SAID = """
SELECT person, date, article, speaker, cue, quotations.words FROM quotations LEFT JOIN articles USING (article)
WHERE person <> '' OR speaker <> '' ORDER BY person, date, article, start
"""
