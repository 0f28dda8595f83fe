"""Who said what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newslint.analysis.speakers import Clause, after_quotation, before_quotation, words_of
from newslint.span import Passage

if TYPE_CHECKING:
    from newslint.analysis.people import Person
    from newslint.analysis.quotes import Quote
    from newslint.article import Article

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Maj|Capt|Cmdr|Adm|Rev|Hon|Pres|Supt|Insp|Det|Atty|Cllr|St"
    r"|Jr|Sr|vs|No|Inc|Co|Corp|Ltd)|\b[A-Z](?:\.[A-Z])*)\.$"
)


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


class _Found(NamedTuple):
    clause: Clause
    quotes: list[Quote]
    inherited: bool


def find_attributions(article: Article) -> tuple[Attribution, ...]:
    """The attributions of all quotations, in the order of the text."""
    text = article.text
    found: list[_Found] = []
    outer = [quote for quote in article.quotes if quote.level == 0]
    previous: Quote | None = None
    last: _Found | None = None  # the attribution of the previous quotation
    for index, quote in enumerate(outer):
        block = article.blocks[quote.block]
        same_block = previous is not None and previous.block == quote.block
        low = previous.end if same_block and previous is not None else block.start
        following = outer[index + 1] if index + 1 < len(outer) else None
        high = block.end if following is None or following.block != quote.block else following.start
        start = _sentence_start(text, low, quote.start)
        joined = same_block and start == low and not _ended(previous)
        leads = bool(text[start : quote.start].strip(" \t\n\xa0,—–-(["))
        clause = None
        if not leads or quote.speech:
            clause = after_quotation(words_of(text, quote.end, min(high, quote.end + 400)), _expects(quote.text))
        if leads and not (clause is not None and quote.text[-1:] == ","):
            clause = before_quotation(words_of(text, start, quote.start, 400)[-60:]) or clause
        current: _Found | None = None
        if clause is not None:
            current = _Found(clause, [quote], False)
            found.append(current)
        elif last is not None and joined:
            last.quotes.append(quote)
            current = last
        elif last is not None and last.clause.subject is not None and not leads and quote.speech:
            if same_block or _runs_on(article, previous, quote):
                current = _Found(last.clause, [quote], True)
                found.append(current)
        previous, last = quote, current
    return tuple(
        [
            Attribution(
                Passage.of(text, *clause.cue),
                None if clause.subject is None else Passage.of(text, *clause.subject),
                None,
                tuple(quotes),
                inherited,
            )
            for clause, quotes, inherited in found
        ]
    )


def _expects(inside: str) -> bool:
    """Whether a quotation ends so that the sentence must go on."""
    return inside.rstrip("’'\"”")[-1:] in (",", "?", "!", "—", "–", "…", "-")


def _ended(quote: Quote | None) -> bool:
    return quote is not None and quote.text.rstrip("’'\"”")[-1:] in (".", "?", "!", "…")


def _runs_on(article: Article, previous: Quote | None, quote: Quote) -> bool:
    """Whether a quotation that fills its paragraph follows the paragraph of the previous one."""
    if previous is None or quote.block != previous.block + 1:
        return False
    return previous.continues or quote.start == article.blocks[quote.block].start


def _sentence_start(text: str, low: int, high: int) -> int:
    """Where the sentence begins that holds the quotation at ``high``; ``low`` is where the stretch before it begins."""
    start = low
    for match in _SENTENCE_END.finditer(text, low, high):
        if not _ABBREVIATION.search(text, max(low, match.start() - 12), match.start() + 1):
            start = match.end()
    tail = text[low:high].rstrip()
    if tail[-1:] in (".", "!", "?", "…") and not _ABBREVIATION.search(text, max(low, high - 12), low + len(tail)):
        start = high
    return start
