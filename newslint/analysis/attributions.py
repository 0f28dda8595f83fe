"""Who said what."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newslint.span import Passage

if TYPE_CHECKING:
    from newslint.analysis.people import Person
    from newslint.analysis.quotes import Quote
    from newslint.article import Article


class Attribution(NamedTuple):
    """Words and the one who said them.

    ``speaker`` are the words of the attribution as they stand ("he", "Mr. Kuzio", "a spokesman"); ``person`` the member
    of the cast they mean, None when unsure. ``quotes`` is empty for indirect speech. ``inherited``: the quotation has
    no cue of its own, its speaker is carried over from an earlier sentence.
    """

    cue: Passage
    speaker: Passage | None
    person: Person | None
    quotes: tuple[Quote, ...]
    inherited: bool = False


def find_attributions(article: Article) -> tuple[Attribution, ...]:
    return ()
