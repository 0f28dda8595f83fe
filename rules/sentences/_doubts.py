"""From how faintly sentences sound damaged to what is worth an editor's look.

Chosen on half A of the shared corpus, 1.35 million words of edited copy of outlets that the network was not trained on.
A doubt that stands alone is worth a look only if the order of the words shows a gap, too, or if it is all but sure: of
57 fainter ones that were read there five were right. Whatever broke one sentence may have broken another; so in short
copy with a sure doubt, faint ones are told as well, and fainter ones where other rules have found faults.
"""

from collections.abc import Callable, Iterator

from newslint import (
    Article,
    Doubt,
    NamedTuple,
    Severity,
    english,
    expression,
    find_doubts,
    find_faint_doubts,
    is_damaged,
)

# Logits of the network: by itself; where words meet that hardly ever do; where the order of the words shows a gap.
_SURE, _SURE_IF_ODD = 6.0, 4.5
_SURE_VERBLESS, _SURE_VERBLESS_IF_AGREED = 8.0, 5.5
_ODD = 90  # sixteenths of a logit of the junctions
_WORTH_A_LOOK, _WORTH_A_LOOK_IF_ODD = 5.5, 4.0
# Of a lost verb the words must show a gap. On 700,000 words of edited copy and 40 planted gaps nothing was right up to
# the second before "the", which opens an object or an epithet: "Bob the builder".
_WORTH_A_LOOK_IF_AGREED, _WORTH_A_LOOK_BEFORE_THE = 0.5, 5.5
_BESIDE_SURE, _VERBLESS_BESIDE_SURE = 3.0, 2.0
# In an article that has other faults. On 81,000 words of edited copy with a sentence in four damaged in some other way
# than the network was taught, 85 of 100 doubts above the first are damage, and over 95 above the second.
_FAINTEST, _FAINTEST_IF_AGREED, _LOUD_IN_COMPANY = 1.0, -1.0, 3.5
_SHORT = 3_600  # characters of copy in which one sentence tells about another: 600 words
# What the network takes for an article or a pronoun: the letter of a part ("Annex A for details"), a list's number.
_PART = expression(r"\w [A-HJ-Z](?![\w.'’])")
_NUMBER = expression(r"\s*(?:[a-hj-z]|[ivx]+)[.)]")
# "ownership of and action on the climate": two that share what follows.
_SHARED = expression(r"\b(?:of|in|on|to|for|with|by|from|at|into|about|over|against) (?:and|or)\b")

# "Any advice to those who come next?": a question needs no verb.
_ASKED = expression(r"[^.!?\n]*\?")


class Worthy(NamedTuple):
    """A doubt that is worth a look; ``faint``: only in an article that has other faults."""

    doubt: Doubt
    severity: Severity
    faint: bool = False


def worthy_doubts(article: Article) -> tuple[Worthy, ...]:
    """The doubts of an article that are worth a look, in order; some once for themselves and once beside others."""
    doubts = _unexplained(article, find_doubts)
    short = len(article.text) <= _SHORT and any(map(_is_sure, doubts))
    if short or article.view(is_damaged):
        doubts = sorted([*doubts, *_unexplained(article, find_faint_doubts)])
    return tuple([worthy for doubt in doubts for worthy in _worthy(article.text, doubt, damaged=short)])


def _unexplained(article: Article, find: Callable[[Article], tuple[Doubt, ...]]) -> list[Doubt]:
    return [doubt for doubt in article.view(find) if not _is_explained(article, doubt)]


def _worthy(text: str, doubt: Doubt, *, damaged: bool) -> Iterator[Worthy]:
    if _is_sure(doubt):
        yield Worthy(doubt, Severity.WARNING)
        return
    alone = _is_worth_a_look(text, doubt) or (damaged and _counts_beside_sure(doubt))
    if alone:
        yield Worthy(doubt, Severity.INFO)
    loud = doubt.logit >= _LOUD_IN_COMPANY
    faintest = _FAINTEST_IF_AGREED if doubt.agreed else _FAINTEST
    if loud or (doubt.logit >= faintest and not alone):
        yield Worthy(doubt, Severity.WARNING if loud else Severity.INFO, faint=True)


def _is_sure(doubt: Doubt) -> bool:
    odd = doubt.oddity >= _ODD
    if doubt.lacks_verb:
        return doubt.logit >= (_SURE_VERBLESS_IF_AGREED if odd and doubt.agreed else _SURE_VERBLESS)
    return doubt.logit >= (_SURE_IF_ODD if odd else _SURE)


def _is_worth_a_look(text: str, doubt: Doubt) -> bool:
    if doubt.lacks_verb or doubt.agreed:
        first, *_, last = text[doubt.start : doubt.end].lower().split() * 2
        if not doubt.agreed:  # "they at a fair", "the talks been held": what is helped by nothing
            helpless = last == "been" or (first in english.PRONOUNS and last.isalpha())
            return doubt.logit >= _WORTH_A_LOOK and helpless
        return doubt.logit >= (_WORTH_A_LOOK_BEFORE_THE if last == "the" else _WORTH_A_LOOK_IF_AGREED)
    return doubt.logit >= (_WORTH_A_LOOK_IF_ODD if doubt.oddity >= _ODD else _WORTH_A_LOOK)


def _counts_beside_sure(doubt: Doubt) -> bool:
    return doubt.logit >= (_VERBLESS_BESIDE_SURE if doubt.lacks_verb else _BESIDE_SURE)


def _is_explained(article: Article, doubt: Doubt) -> bool:
    """Whether the words are odd only by a letter or a number that is a label, share what follows, or ask; or whether
    their sentence has lost its beginning, of which stray-fragment tells.
    """
    text = article.text
    if text[article.sentence_start(doubt.start)].islower():
        return True
    block = article.block_at(doubt.start)
    if block is not None and doubt.start - block.start < 3 and _NUMBER.match(text, block.start, doubt.end):
        return True
    if doubt.lacks_verb and _ASKED.match(text, doubt.end):
        return True
    part = _PART.search(text, max(0, doubt.start - 2), doubt.end)
    return part is not None or _SHARED.fullmatch(text, doubt.start, doubt.end) is not None
