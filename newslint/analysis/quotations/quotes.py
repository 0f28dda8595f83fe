"""Quotation marks and quotations.

Marks are told from apostrophes, inches and elisions by what stands around them, then paired paragraph by paragraph with
a stack: a slip in one paragraph never reaches the next. A quotation of several paragraphs (each opens, only the last
closes) is understood.
"""

from typing import TYPE_CHECKING, NamedTuple

from newslint.analysis.quotations.marks import CLOSE, DOUBLE, EITHER, OPEN, SINGLE, Candidate, candidates
from newslint.analysis.speech.cues import FINITE, RUNNING
from newslint.analysis.speech.narration import is_narrated
from newslint.analysis.text.sentences import ends_between
from newslint.model.expressions import expression

if TYPE_CHECKING:
    from newslint.model.block import Block

# "..., he said." at the end of an open quotation: its closing mark was lost, the quotation does not go on.
_SWALLOWED = expression(
    r"[,?!][’']? (?:(?:he|she|they|it|I|we|[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}) "
    r"(?:said|says|added|adds|told|wrote|writes|asked|tweeted|explained|continued|recalled|noted)\b"
    r"|(?:said|says|added|wrote|asked) (?:he|she|[A-Z]))"
)
_SENTENCE_END = frozenset(".!?…")
_DEEPEST = 4  # quotations within one another, left open
_SENTENCE_WORDS = 9
_LONGEST = 5000  # characters of a quotation
_SMALL_WORD = expression(r"[a-z]{3,}(?![\w’'])")
# Whole words that are short for others, too: 'round, 'cause.
_SHORTENED = frozenset(("round", "cause", "fore", "less", "side", "stead", "till", "cross", "long", "way"))


class QuoteMark(NamedTuple):
    """One quotation mark. ``opens``: its side as understood; ``partner``: offset of the other mark, or -1.

    ``continues``: the quotation goes on in the next paragraph, which opens with the mark ``partner``. ``problem`` is ""
    for a sound mark, else "unclosed", "unopened", "turned" (the glyph of the other side), or "reopened" (a paragraph's
    opening mark in the middle of one: the break was lost), "unreopened" (it goes on in the next paragraph, which
    lacks its opening mark), "partial" (part of a sentence, left open before a paragraph that opens with a mark), or
    "cut off" (left open in a paragraph that lost its end).
    """

    start: int
    end: int
    opens: bool
    partner: int
    kind: int = DOUBLE
    problem: str = ""
    continues: bool = False


class Quote(NamedTuple):
    """A quotation with its marks. ``text`` is what stands between them.

    ``speech``: someone's words rather than a title or a scare quote. ``level`` is 0 for an outer quotation.
    ``guarded``: no rule and no fix may touch what is inside. ``continues``: it goes on in the next paragraph, so that
    it ends with its own without a closing mark.
    """

    start: int
    end: int
    text: str
    block: int
    speech: bool = True
    level: int = 0
    guarded: bool = True
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


def find_marks(text: str, blocks: "tuple[Block, ...]") -> tuple[QuoteMark, ...]:
    """Every quotation mark in the order of the text, paired within its block."""
    found: list[QuoteMark] = []
    partial = -1  # where in ``found`` an opening mark stands that its paragraph may have left open for the next
    waiting = -1  # where in ``found`` the outer quotation stands that its paragraph left open
    for block in blocks:
        marks = _pair(text, block.start, candidates(text, block.start, block.end))
        if not block.is_prose:
            found += marks  # a caption or a label: what stands around it may be one quotation all the same
            continue
        if waiting >= 0:
            opener = found[waiting]
            place = next((index for index, mark in enumerate(marks) if mark.kind == opener.kind), -1)
            if place >= 0:
                mark = marks[place]
                if mark.opens and mark.start == block.start:
                    found[waiting] = opener._replace(partner=mark.start, problem="", continues=True)
                elif mark.problem == "unopened":
                    found[waiting] = opener._replace(partner=mark.start, problem="unreopened", continues=True)
                    marks[place] = mark._replace(partner=opener.start, problem="")
            waiting = -1
        if partial >= 0:
            opener = found[partial]
            if marks and marks[0].start == block.start and marks[0].kind == opener.kind and marks[0].opens:
                found[partial] = opener._replace(problem="partial")
            partial = -1
        left_open = _left_open(text, block, marks)
        if left_open is not None:
            waiting = len(found) + left_open
        elif marks and marks[-1].problem == "unclosed" and not _SWALLOWED.search(text, marks[-1].end, block.end):
            partial = len(found) + len(marks) - 1
        if marks and not _has_end(text, block):
            marks = [mark._replace(problem="cut off") if mark.problem == "unclosed" else mark for mark in marks]
            partial = -1
        found += marks
    return tuple(found)


def _has_end(text: str, block: "Block") -> bool:
    """Whether a paragraph ends as sentences do, and not with an ellipsis or in the middle of one."""
    end = text[max(block.start, block.end - 8) : block.end].rstrip("\"'”’»)] ")
    return not end or not (end[-1].isalnum() or end[-1] in "…-–—" or end.endswith(("..", ". .")))


def _left_open(text: str, block: "Block", marks: list[QuoteMark]) -> int | None:
    """Which mark opens a quotation that may go on in the next block: full sentences, nothing after them."""
    index = None
    for position, mark in enumerate(marks):
        if mark.problem == "unopened" or (mark.problem == "unclosed" and index is not None):
            return None
        if index is not None and mark.kind == marks[index].kind:
            return None
        if mark.problem == "unclosed":
            index = position
    if index is None or not _is_whole_speech(text, marks[index], block.start, block.end):
        return None
    return index


def _is_whole_speech(text: str, mark: QuoteMark | Candidate, start: int, end: int) -> bool:
    """Whether all that follows an opening mark up to ``end`` may be speech: whole sentences, and no "he said".

    ``start`` is where the mark's paragraph begins.
    """
    if mark.start > start:
        before = text[start : mark.start].rstrip()
        if text[mark.end : mark.end + 1].islower() or not _may_lead_in(before):
            return False
    return not _SWALLOWED.search(text, mark.end, end) and not is_narrated(text, mark.end, end)


def _may_lead_in(before: str) -> bool:
    """Whether whole sentences may be quoted after these words: a stop, a comma, a cue, but not "dubbed the"."""
    if not before[-1:].isalpha():
        return True
    word = before[-20:].split()[-1].lower()
    return word in FINITE or word in RUNNING or word in ("that", "like")


def _pair(text: str, start: int, found: list[Candidate]) -> list[QuoteMark]:
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
            out.append(QuoteMark(mark.start, mark.end, False, -1, mark.kind, "unopened"))
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
            out.append(QuoteMark(mark.start, mark.end, False, -1, SINGLE, "turned" if mark.against else "unopened"))
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
        out.append(QuoteMark(mark.start, mark.end, False, -1, SINGLE, "unopened"))
    else:
        out += _join(stack.pop(), mark, mark.against)
    return 0


def _ended_before(text: str, start: int, opener: Candidate, weak: Candidate, mark: Candidate) -> bool:
    """Whether ‘Fake News’ ended at its doubtful mark, so that ``mark``, sentences later, closes something else."""
    if mark.start - weak.start > _LONGEST or _is_whole_speech(text, opener, start, weak.start):
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
        and (_is_whole_speech(text, outer.mark, start, mark.start) or _is_sentence(text, outer.mark.end, mark.start))
    )


def _is_sentence(text: str, start: int, end: int) -> bool:
    """Whether what is quoted is surely a sentence, so that no cue is needed before it."""
    if text[start : start + 1].islower() or len(text[start : min(end, start + 200)].split()) < _SENTENCE_WORDS:
        return False
    return not _SWALLOWED.search(text, start, end) and not is_narrated(text, start, end)


def _reopen(text: str, stack: list[_Frame], outer: _Frame, mark: Candidate) -> list[QuoteMark]:
    """Take the frames off down to the quotation that goes on at ``mark``."""
    out: list[QuoteMark] = []
    while stack[-1] is not outer:
        out += _settle(text, stack.pop())
    stack.pop()
    start = outer.mark
    out.append(QuoteMark(start.start, start.end, True, mark.start, outer.kind, "reopened", True))
    return out


def _settle(text: str, frame: _Frame) -> list[QuoteMark]:
    """What becomes of an opening mark that no sure closing mark reached."""
    mark = frame.mark
    if frame.weak is not None:
        return _join(frame, frame.weak)
    if mark.weak and (mark.faint or not _is_no_elision(text, mark.end)):
        return []
    return [QuoteMark(mark.start, mark.end, True, -1, frame.kind, "unclosed")]


def _is_no_elision(text: str, start: int) -> bool:
    """Whether a whole word follows a mark that was taken for an apostrophe: 'gainst is short for something else."""
    from newslint.english.words import words  # only where such a mark stands alone

    match = _SMALL_WORD.match(text, start)
    return match is not None and match[0] not in _SHORTENED and match[0] in words()


def _join(frame: _Frame, mark: Candidate, turned: bool = False) -> list[QuoteMark]:
    start = frame.mark
    return [
        QuoteMark(start.start, start.end, True, mark.start, frame.kind, "turned" if frame.turned else ""),
        QuoteMark(mark.start, mark.end, False, start.start, frame.kind, "turned" if turned else ""),
    ]


def find_quotes(text: str, blocks: "tuple[Block, ...]", marks: tuple[QuoteMark, ...]) -> tuple[Quote, ...]:
    """The quotations between paired marks, in the order of the text; what was left open is none."""
    found: list[Quote] = []
    block, last, level = -1, -1, 0
    carried = False  # a quotation came over from the paragraph before, without a mark of its own
    for mark in marks:
        while mark.start >= last:
            block += 1
            last = blocks[block].end
            level = 0
        if not mark.opens:
            if 0 <= mark.partner < blocks[block].start:
                start = blocks[block].start
                found.append(Quote(start, mark.end, text[start : mark.start], block))
                carried = True
            elif mark.partner >= 0:
                level -= 1
            continue
        if mark.continues:
            end = min(mark.partner, last)
            while text[end - 1].isspace():
                end -= 1
            found.append(Quote(mark.start, end, text[mark.end : end], block, True, level, True, True))
            if mark.problem == "reopened":
                continue
        elif mark.partner >= 0:
            end = mark.partner
            inside = text[mark.end : end]
            size = 2 if mark.kind == DOUBLE and text[end] in "'’" else 1
            found.append(Quote(mark.start, end + size, inside, block, _is_speech(inside), level))
        else:
            continue
        level += 1
    if carried:
        found.sort()
    return tuple(found)


def _is_speech(inside: str) -> bool:
    """Whether the words are likely to be speech: some words, and not the capitalised words of a title."""
    words = inside.split(None, 9)
    if len(words) < 4:
        return inside[-1:] in ",.?!…"
    if inside[-1] in ",.?!…—–" or len(words) > 8:
        return True
    return not all(word[0].isupper() or len(word) < 5 for word in words)
