"""Quotation marks of a paragraph, each with its partner.

Marks are told from apostrophes, inches and elisions by what stands around them (``marks``), then paired with a stack: a
slip in one paragraph never reaches the next.
"""

import re
from enum import StrEnum

from newslint.analysis.quotations.marks import CLOSE, DOUBLE, EITHER, OPEN, SINGLE, Candidate
from newslint.analysis.speech.cues import FINITE, RUNNING
from newslint.analysis.speech.narration import is_narrated
from newslint.analysis.text.sentences import ends_between
from newslint.english.function_words import PRONOUNS
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple

# "..., he said." at the end of an open quotation: its closing mark was lost, the quotation does not go on.
_SPEAKERS = "|".join(sorted(PRONOUNS - {"i", "you"}))
SWALLOWED = expression(
    rf"""
    [,?!][’']?[ ]  # the end of what is said
    (?:
        (?:I|{_SPEAKERS}|[A-Z][\w’'.-]+(?:[ ][A-Z][\w’'.-]+){{0,3}})[ ]  # he said, Ana Ruiz said
        (?:
            said|says|added|adds|told|wrote|writes|asked|tweeted|explained|continued
            |recalled|noted
        )\b
        |(?:said|says|added|wrote|asked)[ ](?:he|she|[A-Z])  # said Ruiz
    )
    """,
    re.VERBOSE,
)
_SENTENCE_END = frozenset(".!?…")
_DEEPEST = 4  # quotations within one another, left open
_SENTENCE_WORDS = 9
_LONGEST = 5000  # characters of a quotation
_SMALL_WORD = expression(r"[a-z]{3,}(?![\w’'])")
# Whole words that are short for others, too: 'round, 'cause.
_SHORTENED = frozenset(("round", "cause", "fore", "less", "side", "stead", "till", "cross", "long", "way"))


class Pairing(StrEnum):
    """How a mark stands to its partner."""

    PAIRED = "paired"
    TURNED = "turned"  # paired, with the glyph of the other side
    UNCLOSED = "unclosed"  # opens, and has no partner in its paragraph
    UNOPENED = "unopened"  # closes, and has none
    PARTIAL = "partial"  # opens part of a sentence, unclosed before a paragraph that opens with a mark
    CUT_OFF = "cut off"  # unclosed in a paragraph that lacks its end
    REOPENED = "reopened"  # its partner opens, too: the next paragraph of the quotation, without its break
    RUNS_ON = "runs on"  # its partner closes in the next paragraph, which does not open


class QuoteMark(NamedTuple):
    """One quotation mark. ``opens``: its side as understood; ``partner``: offset of the other mark, or -1.

    ``continues``: the quotation goes on in the next paragraph, which opens with the mark ``partner``.
    """

    start: int
    end: int
    opens: bool
    partner: int
    kind: int = DOUBLE
    pairing: Pairing = Pairing.PAIRED
    continues: bool = False


class _Frame:
    """A mark on the stack that waits for its partner; ``weak`` is a closing mark that may be an apostrophe."""

    __slots__ = ("holds", "kind", "mark", "turned", "weak")

    def __init__(self, mark: Candidate, turned: bool = False) -> None:
        self.mark = mark
        self.kind = mark.kind
        self.turned = turned
        self.weak: Candidate | None = None
        self.holds = False  # a quotation of the same kind of marks within this one


def is_whole_speech(text: str, mark: QuoteMark | Candidate, start: int, end: int) -> bool:
    """Whether all that follows an opening mark up to ``end`` may be speech: whole sentences, and no "he said".

    ``start`` is where the mark's paragraph begins.
    """
    if mark.start > start:
        before = text[start : mark.start].rstrip()
        if text[mark.end : mark.end + 1].islower() or not _may_lead_in(before):
            return False
    return not SWALLOWED.search(text, mark.end, end) and not is_narrated(text, mark.end, end)


def _may_lead_in(before: str) -> bool:
    """Whether whole sentences may be quoted after these words: a stop, a comma, a cue, but not "dubbed the"."""
    if not before[-1:].isalpha():
        return True
    word = before[-20:].split()[-1].lower()
    return word in FINITE or word in RUNNING or word in ("that", "like")


def pair(text: str, start: int, found: list[Candidate]) -> list[QuoteMark]:
    """The marks of the block that begins at ``start``, paired; apostrophes left out."""
    out: list[QuoteMark] = []
    stack: list[_Frame] = []
    doubles = 0  # frames on the stack that are not single
    outer: _Frame | None = None  # the first of them
    for mark in found:
        if mark.kind == SINGLE:
            doubles -= _pair_single(text, start, stack, mark, out)
            continue
        side, turned = mark.side, False
        if side == EITHER:
            side = CLOSE if doubles else OPEN
        elif mark.against:
            # The glyph and the place disagree: the side that the open quotations call for is meant.
            if side == CLOSE and not doubles:
                side, turned = OPEN, True
            elif side == OPEN and doubles:
                side, turned = CLOSE, True
        if side == OPEN:
            if doubles == 1 and outer is not None and _reopens(text, start, outer, mark):
                out += _reopen(text, stack, outer, mark)
                doubles = 0
            stack.append(_Frame(mark, turned))
            outer = outer if doubles else stack[-1]
            doubles += 1
        elif doubles:
            while stack[-1].kind == SINGLE:
                out += _settle(text, stack.pop())
            out += _join(stack.pop(), mark, turned)
            doubles -= 1
            if doubles and stack[-1].kind != SINGLE:
                stack[-1].holds = True
        elif not mark.weak:
            out.append(QuoteMark(mark.start, mark.end, False, -1, mark.kind, Pairing.UNOPENED))
    while stack:
        out += _settle(text, stack.pop())
    out.sort()
    return out


def _pair_single(text: str, start: int, stack: list[_Frame], mark: Candidate, out: list[QuoteMark]) -> int:
    """Put a single mark on the stack or pair it; how many double marks it took off the stack on its way."""
    top = stack[-1] if stack and stack[-1].kind == SINGLE else None
    if mark.side == OPEN:
        if top is not None:
            if mark.faint:
                return 0
            if top.weak is not None or top.mark.weak:
                out += _settle(text, stack.pop())
            elif _reopens(text, start, top, mark):
                out += _reopen(text, stack, top, mark)
        stack.append(_Frame(mark, mark.against))
        return 0
    if top is None:
        if not mark.sure:
            return 0
        if all(frame.kind != SINGLE for frame in stack[-_DEEPEST:]):
            out.append(
                QuoteMark(mark.start, mark.end, False, -1, SINGLE, Pairing.TURNED if mark.against else Pairing.UNOPENED)
            )
            return 0
        taken = 0
        while stack[-1].kind != SINGLE:
            out += _settle(text, stack.pop())
            taken += 1
        out += _join(stack.pop(), mark, mark.against)
        return taken
    if mark.weak or (top.mark.faint and not mark.sure):
        if not top.mark.faint:
            top.weak = top.weak or mark
    elif top.weak is not None and mark.sure and _ended_before(text, start, top.mark, top.weak, mark):
        out += _join(top, top.weak)
        stack.pop()
        out.append(QuoteMark(mark.start, mark.end, False, -1, SINGLE, Pairing.UNOPENED))
    else:
        out += _join(stack.pop(), mark, mark.against)
    return 0


def _ended_before(text: str, start: int, opener: Candidate, weak: Candidate, mark: Candidate) -> bool:
    """Whether ‘Fake News’ ended at its doubtful mark, so that ``mark``, sentences later, closes something else."""
    if mark.start - weak.start > _LONGEST or is_whole_speech(text, opener, start, weak.start):
        return False
    return ends_between(text, weak.end, mark.start)


def _reopens(text: str, start: int, outer: _Frame, mark: Candidate) -> bool:
    """Whether ``mark`` opens the next paragraph of the open quotation, and only the line break was lost."""
    before = text[max(mark.start - 3, 0) : mark.start].rstrip()
    return (
        not outer.holds
        and before[-1:] in _SENTENCE_END
        and mark.kind == outer.kind
        and text[mark.end : mark.end + 1].isupper()
        and (is_whole_speech(text, outer.mark, start, mark.start) or _is_sentence(text, outer.mark.end, mark.start))
    )


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether what is quoted is surely a sentence, so that no cue is needed before it."""
    if text[start : start + 1].islower() or len(text[start : min(end, start + 200)].split()) < _SENTENCE_WORDS:
        return False
    return not SWALLOWED.search(text, start, end) and not is_narrated(text, start, end)


def _reopen(text: str, stack: list[_Frame], outer: _Frame, mark: Candidate) -> list[QuoteMark]:
    """Take the frames off down to the quotation that goes on at ``mark``."""
    out: list[QuoteMark] = []
    while stack[-1] is not outer:
        out += _settle(text, stack.pop())
    stack.pop()
    start = outer.mark
    out.append(QuoteMark(start.start, start.end, True, mark.start, outer.kind, Pairing.REOPENED, True))
    return out


def _settle(text: str, frame: _Frame) -> list[QuoteMark]:
    """What becomes of an opening mark that no sure closing mark reached."""
    mark = frame.mark
    if frame.weak is not None:
        return _join(frame, frame.weak)
    if mark.weak and (mark.faint or not _is_no_elision(text, mark.end)):
        return []
    return [QuoteMark(mark.start, mark.end, True, -1, frame.kind, Pairing.UNCLOSED)]


def _is_no_elision(text: str, start: int) -> bool:
    """Whether a whole word follows a mark that was taken for an apostrophe: 'gainst is short for something else."""
    from newslint.english.words import is_word  # only where such a mark stands alone

    match = _SMALL_WORD.match(text, start)
    return match is not None and match[0] not in _SHORTENED and is_word(match[0])


def _join(frame: _Frame, mark: Candidate, turned: bool = False) -> list[QuoteMark]:
    start = frame.mark
    return [
        QuoteMark(start.start, start.end, True, mark.start, frame.kind, _side(frame.turned)),
        QuoteMark(mark.start, mark.end, False, start.start, frame.kind, _side(turned)),
    ]


def _side(turned: bool) -> Pairing:
    return Pairing.TURNED if turned else Pairing.PAIRED
