"""Who said what."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from newslint.analysis.quotations.pairing import Pairing
from newslint.analysis.quotations.quotes import Quote
from newslint.analysis.speech.after_quotation import after_quotation
from newslint.analysis.speech.before_quotation import before_quotation
from newslint.analysis.speech.clause import Clause, subject_before
from newslint.analysis.speech.cues import DETERMINERS, FINITE, RUNNING
from newslint.analysis.speech.doubled import second_clause
from newslint.analysis.speech.indirect import find_indirect
from newslint.analysis.speech.words import words_of
from newslint.english.function_words import BE_AND_HAVE, PRONOUNS
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Passage

if TYPE_CHECKING:
    from newslint.analysis.names.people import Person
    from newslint.analysis.views import Views

# After a quotation that ended its sentence these open the next one; a name may still be its speaker.
_SENTENCE_OPENERS = PRONOUNS | DETERMINERS
_REACH = 400  # characters of a clause before or after a quotation that are read

_SUBORDINATE = frozenset("when after as before while if because since although though once until whereas where".split())
# Cues of indirect speech after which a quotation in a sentence of its own has the same speaker.
_TELLS = frozenset("said says told tells added adds believes thinks argues warned insists insisted admitted".split())
_SHORTEST = 12  # characters of a sentence with a speaker
_TITLE = 8  # words: a title or a slogan has fewer
_OBJECT = 4  # words between a cue and its quotation: "told the BBC that"
_VERBAL = PRONOUNS | BE_AND_HAVE | frozenset("did would will to and but as his her their".split())


class Attribution(NamedTuple):
    """Words and the one who said them.

    ``speaker`` are the words of the attribution as they stand ("he", "Mr. Kuzio", "a spokesman"), None where the cue
    has lost its subject. ``named`` are the words that say who that is: the speaker's own, or those that a pronoun
    stands for; None when unsure. ``person`` is the member of the cast they mean, None when unsure. ``quotes`` is empty
    for indirect speech. ``inherited``: the quotation has no cue of its own, its speaker is carried over from an earlier
    sentence. ``second``: another attribution of the same words, after the first or on the quotation's other side.
    """

    cue: Passage
    speaker: Passage | None
    person: "Person | None"
    quotes: tuple[Quote, ...]
    inherited: bool = False
    named: Passage | None = None
    second: "Attribution | None" = None


class _Found(NamedTuple):
    clause: Clause
    quotes: list[Quote]
    inherited: bool = False
    second: Clause | None = None


def find_attributions(article: "Views") -> list[Attribution]:
    """The attributions of all quotations and of indirect speech, in the order of the text, not linked to the cast."""
    found = [_attribution(article.text, row) for row in _direct(article)]
    indirect = list(find_indirect(article, found))
    seconds = {second.cue for _, second in indirect if second is not None}
    found += [
        _attribution(article.text, _Found(clause, [], False, second))
        for clause, second in indirect
        if clause.cue not in seconds
    ]
    found.sort(key=lambda row: row.cue.start)
    return found


def _attribution(text: str, row: _Found) -> Attribution:
    clause, second = row.clause, row.second
    return Attribution(
        Passage.of(text, *clause.cue),
        Passage.of(text, *clause.subject) if clause.subject else None,
        None,
        tuple(row.quotes),
        row.inherited,
        second=_attribution(text, _Found(second, row.quotes)) if second else None,
    )


def _direct(article: "Views") -> list[_Found]:  # noqa: C901 - one pass over the quotations, each step needs the one before
    """The attributions of quotations."""
    text = article.text
    found: list[_Found] = []
    outer = _outer_quotations(article)
    previous: Quote | None = None
    last: _Found | None = None  # the attribution of the previous quotation
    for index, quote in enumerate(outer):
        block = article.blocks[quote.block]
        same_block = previous is not None and previous.block == quote.block
        low = previous.end if same_block and previous is not None else block.start
        following = outer[index + 1] if index + 1 < len(outer) else None
        high = block.end if following is None or following.block != quote.block else max(following.start, quote.end)
        start = max(low, article.sentence_start(quote.start))
        leads = bool(text[start : quote.start].strip(" \t\n\xa0,—–-(["))
        after, second, before = None, None, None
        if not leads or quote.speech or text.startswith(",", quote.end):
            words = words_of(text, quote.end, min(high, quote.end + _REACH))
            if words and not (_ended(quote) and words[0].text[0].isupper() and words[0].lower in _SENTENCE_OPENERS):
                after = after_quotation(words, _expects(quote.text))
            if after is not None and quote.text[-1:] == "." and len(text[quote.end : after.cue[0]].split()) > 3:
                after = None  # the next sentence
        if leads:
            opening = max(start, quote.start - _REACH, _after_dots(text, start, quote.start))
            before = before_quotation(words_of(text, opening, quote.start, _REACH)[-60:])
            if before is not None and before.subject is None and start > article.sentence_start(quote.start):
                before = None  # He called and, in a tone that she calls “nasty,” said: “...”
        elif after is None and quote.start == block.start and quote.block:
            before = _from_paragraph_before(article, quote.block - 1)
        nobody = after is not None and after.subject is None and leads
        if nobody and before is not None:
            after = None  # Lind, who calls it “a gift,” told readers
        lost = nobody and not _is_long(quote)
        if after is not None and lost and text[after.cue[1] : after.cue[1] + 1] not in (".", ","):
            after = None  # the leaflet, headed “Save us,” told readers
        if after is not None:
            second = second_clause(text, words, after)
        clause = after if after is not None and (before is None or quote.text[-1:] == ",") else before
        current: _Found | None = None
        if clause is not None:
            if second is None and before is not None and after is not None:
                if (
                    _leads_in(text, start, before, quote)
                    and after is clause
                    and text[slice(*after.cue)].lower() in FINITE
                ):
                    second = before
            elif second is None and found and same_block and not quote.guarded and _takes_up(text, found[-1], clause):
                second = found[-1].clause
            current = _Found(clause, [quote], False, second)
            found.append(current)
        elif (
            last is not None
            and same_block
            and start == low
            and leads
            and not _ended(previous)
            and (";" not in text[low : quote.start])
        ):
            last.quotes.append(quote)
            current = last
        elif not leads and quote.speech and (told := _told_before(article, low, quote)) is not None:
            current = _Found(told, [quote], True)
            found.append(current)
        elif last is not None and last.clause.subject is not None and not leads and quote.speech:
            if same_block or _runs_on(article, previous, quote):
                current = _Found(last.clause, [quote], True)
                found.append(current)
        previous, last = quote, current
    return found


def _after_dots(text: str, start: int, end: int) -> int:
    """Where the name begins that leads up to a quotation after three dots: "he wrote about ... Ann Lind: “"."""
    dots = max(text.rfind("... ", start, end) + 4, text.rfind("… ", start, end) + 2)
    return dots if dots > start + 3 and text[dots:end].rstrip().endswith(":") else start


def _told_before(article: "Views", low: int, quote: Quote) -> Clause | None:
    """Who speaks in the sentence before a quotation that begins its own: "Lind said it was over. “We lost.”"."""
    text = article.text
    stop = low + len(text[low : quote.start].rstrip())
    if stop - low < _SHORTEST or text[stop - 1] != "." or not quote.text[:1].isupper():
        return None
    words = words_of(text, max(low, article.sentence_start(stop - 1)), stop - 1, _REACH)
    for place, word in enumerate(words):
        if word.lower in _TELLS:
            subject = subject_before(words, place) if place else None
            return Clause(word[:2], subject) if subject is not None else None
    return None


def _from_paragraph_before(article: "Views", index: int) -> Clause | None:
    """The attribution of a quotation that begins its paragraph, where the one before ends with "Lind said:"."""
    text, block = article.text, article.blocks[index]
    if text[block.end - 1] != ":":
        return None
    start = max(block.end - _REACH, article.sentence_start(block.end - 1))
    return before_quotation(words_of(text, start, block.end, _REACH)[-60:])


def _outer_quotations(article: "Views") -> list[Quote]:
    """The quotations that stand in no other; a closing mark that lacks its partner ends one with its sentence."""
    outer = [quote for quote in article.quotes if quote.level == 0]
    lost = [mark for mark in article.quote_marks if mark.pairing is Pairing.UNOPENED]
    if not lost:
        return outer
    text = article.text
    starts = [block.start for block in article.blocks]
    ends = [quote.end for quote in outer]
    for mark in lost:
        index = bisect_right(starts, mark.start) - 1
        place = bisect_right(ends, mark.start)
        start = max(ends[place - 1] if place else 0, article.sentence_start(mark.start))
        start += len(text[start : mark.start]) - len(text[start : mark.start].lstrip())
        outer.append(Quote(start, mark.end, text[start : mark.start], index, guarded=False))
    outer.sort()
    return outer


def _leads_in(text: str, start: int, before: Clause, quote: Quote) -> bool:
    """Whether a clause leads straight up to its quotation: "he said: “", "told reporters that “", "adding that “".

    ``start`` is where its sentence begins: "When Lind said “no,” Berg said yes" leads to another.
    """
    if text[slice(*before.cue)].lower() not in FINITE | RUNNING:
        return False
    first = min(before.cue[0], before.subject[0] if before.subject else before.cue[0])
    if text[start:first].strip("“\"‘'( ").lower() in _SUBORDINATE:
        return False
    between = text[before.end : quote.start].strip(" \t\n\xa0,:—–-").split()
    return len(between) <= _OBJECT and all(word.isalpha() and word.lower() not in _VERBAL for word in between)


def _is_long(quote: Quote) -> bool:
    """Whether a quotation has too many words for a title or a slogan."""
    return len(quote.text.split(None, _TITLE)) >= _TITLE


def _takes_up(text: str, earlier: _Found, clause: Clause) -> bool:
    """Whether "he added" follows on "adding that"."""
    cue, before = text[slice(*clause.cue)].lower(), text[slice(*earlier.clause.cue)].lower()
    return (
        clause.subject is not None
        and text[slice(*clause.subject)].lower() in PRONOUNS
        and before in RUNNING
        and before[:3] == cue[:3]
    )


def _expects(inside: str) -> bool:
    """Whether a quotation ends so that the sentence must go on."""
    return inside.rstrip("’'\"”")[-1:] in (",", "?", "!", "—", "–", "…", "-")


def _ended(quote: Quote | None) -> bool:
    return quote is not None and quote.text.rstrip("’'\"”")[-1:] in (".", "?", "!", "…")


def _runs_on(article: "Views", previous: Quote | None, quote: Quote) -> bool:
    """Whether a quotation that fills its paragraph follows the paragraph of the previous one."""
    if previous is None or quote.block != previous.block + 1:
        return False
    return previous.continues or quote.start == article.blocks[quote.block].start
