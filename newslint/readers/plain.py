"""Plain text: paragraphs by blank line or by line, hard-wrapped lines joined, list items told by their markers.

Clean text is the source itself, and the source map empty, wherever no line has to be joined and every line ends in LF.
Otherwise blocks are separated by two line feeds, and each break inside a hard-wrapped paragraph is one space.
Headlines, bylines, captions ... are told apart afterwards, by ``analysis.roles``.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.model.block import Block, Role
from newslint.model.document import Document
from newslint.model.expressions import compiled
from newslint.model.named_tuple import NamedTuple
from newslint.readers.pieces import Builder

# Hard-wrapped text has lines of between so many characters; the wider ones are paragraphs of their own.
_NARROWEST, _WIDEST = 30, 140
_OTHER_BREAKS = "\r\v\f\u2028\u2029"
_BULLETS = "•‣◦▪▫●○∙·⁃■□►"  # never anything but a bullet at the start of a line
_DASHES = "-*–"  # a bullet if white space follows
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SENTENCE_END = frozenset(".!?:…\"”'’»)")


class Line(NamedTuple):
    """A line with something in it, without the white space around it.

    ``indent``: the white space before it. ``opens``: a blank line stands before. ``marker``: the length of its bullet
    or number with the space after it, or 0. ``number``: the value of a list number, or -1.
    """

    start: int
    end: int
    indent: int
    opens: bool
    marker: int
    number: int


def read_plain(source: str) -> Document:
    """The article in plain ``source``.

    A list item's block starts after its bullet or number, which stay in the clean text only where it is the source.
    A numbered paragraph is a list item only if its neighbour in number is there too ("1. FC Köln" is no list).
    """
    lines = list(_lines(source))
    numbered = _real_numbers(lines)
    paragraphs = _paragraphs(source, lines)
    joined = len(paragraphs) < len(lines)
    if not joined and not any(c in source for c in _OTHER_BREAKS):
        blocks = []
        for line in lines:
            if line.marker and (line.number < 0 or line.start in numbered):
                blocks.append(Block(line.start + line.marker, line.end, Role.LIST))
            else:
                blocks.append(Block(line.start, line.end))
        return Document(source, tuple(blocks))

    build = Builder(source)
    for paragraph in paragraphs:
        first = paragraph[0]
        listed = first.marker and (first.number < 0 or first.start in numbered)
        build.open(Role.LIST if listed else Role.BODY)
        build.verbatim(first.start + (first.marker if listed else 0), first.end)
        previous = first
        for line in paragraph[1:]:
            build.replaced(" ", previous.end, line.start)
            build.verbatim(line.start, line.end)
            previous = line
    return build.document("plain")


def _lines(source: str) -> Iterator[Line]:
    if any(c in source for c in _OTHER_BREAKS):
        rows = compiled("(\r\n|[\n\r\v\f\u2028\u2029])").split(source)
        texts: Sequence[str] = rows[::2]
        breaks: Sequence[str] | None = rows[1::2]
    else:
        texts, breaks = source.split("\n"), None
    position, opens = 0, True
    for index, text in enumerate(texts):
        core = text.strip()
        if core and (core[0] not in _INVISIBLE or core.strip(_INVISIBLE)):
            indent = len(text) - len(text.lstrip()) if text[0].isspace() else 0
            start = position + indent
            marker, number = _marker(core)
            yield Line(start, start + len(core), indent, opens, marker, number)
            opens = False
        else:
            opens = True
        position += len(text) + (1 if breaks is None else len(breaks[index]) if index < len(breaks) else 0)


def _marker(line: str) -> tuple[int, int]:
    """Length of the bullet or list number that opens ``line``, and the number's value or -1."""
    first = line[0]
    number, end = -1, 1
    if first in _DASHES:
        if not line[1:2].isspace():
            return 0, -1
    elif "0" <= first <= "9":
        while line[end : end + 1].isdecimal() and end < 3:
            end += 1
        if line[end : end + 1] not in (".", ")") or not line[end + 1 : end + 2].isspace():
            return 0, -1
        number = int(line[:end])
        end += 1
    elif first not in _BULLETS:
        return 0, -1
    size = len(line)
    while end < size and line[end].isspace():
        end += 1
    # "* * *", "- 30 -" and "• • •" are ends and breaks, no items.
    if end == size or line[-1] in _DASHES or line[-1] in _BULLETS:
        return 0, -1
    return end, number


def _real_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Starts of the numbered lines whose neighbour among the numbered lines has the next or previous number."""
    rows = [line for line in lines if line.number >= 0]
    real = set()
    for one, two in pairwise(rows):
        if two.number == one.number + 1:
            real |= {one.start, two.start}
    return frozenset(real)


def _paragraphs(source: str, lines: Sequence[Line]) -> Sequence[Sequence[Line]]:
    """The lines of each paragraph: one, unless the text is hard-wrapped."""
    chunks: list[list[Line]] = []
    spaced = _spaced_width(source, lines)
    for line in lines:
        if line.opens and not (spaced and chunks and _runs_on(source, chunks[-1][-1], line, spaced)):
            chunks.append([line])
        else:
            chunks[-1].append(line)
    if len(chunks) == len(lines):
        return chunks
    widths = [_wrap_width(source, chunk) for chunk in chunks]
    known = sorted(width for width in widths if width)
    usual = known[len(known) // 2] if known else 0
    paragraphs: list[list[Line]] = []
    for chunk, width in zip(chunks, widths, strict=True):
        paragraphs.append([chunk[0]])
        for previous, line in pairwise(chunk):
            if line.opens or _continues(source, previous, line, width or usual, paragraphs[-1]):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
    return paragraphs


def _spaced_width(source: str, lines: Sequence[Line]) -> int:
    """The width of lines that are hard-wrapped with a blank line after each, as some extractors leave them; or 0.

    Such a text goes on in lower case again and again where a paragraph seems to begin.
    """
    pairs = list(pairwise(lines))
    cut = [one for one, two in pairs if two.opens and _goes_on(source, one, two)]
    if len(cut) < 3 or len(cut) * 8 < len(pairs):
        return 0
    return sorted(line.end - line.start for line in cut)[len(cut) // 2]


def _goes_on(source: str, line: Line, following: Line) -> bool:
    last = source[line.end - 1]
    return (
        _NARROWEST <= line.end - line.start <= _WIDEST
        and not following.marker
        and source[following.start].islower()
        and (last.isalnum() or last in ',-–—)"”’')
    )


def _runs_on(source: str, line: Line, following: Line, width: int) -> bool:
    """Whether a line of double-spaced text goes on after the blank line, in lower case or because it was full."""
    if following.marker or source[line.end - 1] in ".!?:":
        return False
    size = line.end - line.start
    return _goes_on(source, line, following) or (
        width <= _WIDEST and size <= 2 * width and source[line.end - 1] not in _SENTENCE_END and size * 8 >= width * 7
    )


def _wrap_width(source: str, chunk: Sequence[Line]) -> int:
    """The width to which the lines of ``chunk`` are wrapped, or 0 if they are not.

    Wrapped lines rarely end a sentence, many begin in lower case (those of a list of links do not), and nearly none has
    room for the next line's first word.
    """
    if len(chunk) < 3:
        return 0
    width = max(line.end - line.start + line.indent for line in chunk)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    breaks = len(chunk) - 1
    ends = sum(source[line.end - 1] in _SENTENCE_END for line in chunk[:-1])
    lower = sum(source[line.start].islower() for line in chunk[1:])
    if 2 * ends > breaks or 3 * lower < breaks:
        return 0
    full = sum(_is_full(source, one, two, width) for one, two in pairwise(chunk))
    return width if 4 * full >= 3 * breaks else 0


def _is_full(source: str, line: Line, following: Line, width: int) -> bool:
    """Whether ``line`` had no room for the first word of ``following``, give or take an eighth of ``width``."""
    space = source.find(" ", following.start, min(following.start + width, following.end))
    word = (space if space >= 0 else following.end) - following.start
    return line.indent + (line.end - line.start) + 1 + word > width - width // 8


def _continues(source: str, previous: Line, line: Line, width: int, paragraph: Sequence[Line]) -> bool:
    """Whether ``line`` goes on with the paragraph that ``previous`` belongs to."""
    if line.marker:
        return False
    if line.indent > previous.indent and not (paragraph[0].marker and len(paragraph) == 1):
        return False
    if width and previous.end - previous.start <= 2 * width:
        return _is_full(source, previous, line, width)
    last = source[previous.end - 1]
    fits = len(paragraph) > 1 or _NARROWEST <= previous.end - previous.start <= _WIDEST
    return fits and source[line.start].islower() and (last.isalnum() or last in ",-–—")
