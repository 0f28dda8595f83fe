"""Lines as a reader of the page sees them: where the story stands among menus, links and labels.

Chrome, as web designers call it, is everything on a page that is not the story. A page that was copied whole has runs
of short, verbless lines before the story and after it; the story itself is the stretch with most running prose
(maximum subsequence segmentation, Pasternack and Roth 2009).
"""

from enum import StrEnum

from newslint.analysis.page.appeals import MOST_WORDS, Appeal, find_appeal
from newslint.english.page_words import CONTROLS, LINKING, SECTIONS
from newslint.model.block import Block, Role
from newslint.model.kept import kept
from newslint.model.named_tuple import NamedTuple

_STOPS = ".!?…"
_CLOSERS = "\"'”’»)]"
_PROSE_WORDS = 8  # a line of so many words that ends with a stop is running prose
_LONG_LINE = 25  # a line of so many words is prose however it ends
_MOST_WORDS = 60  # no line counts for more
_SHORT_LINE_COST = 6  # words of prose that one short line outweighs
_LABEL_WORDS = 4  # a menu's entry
_RUN = 4  # so many labels make a menu,
_ENTRIES = 3  # of which so many must be known ones
_HEADING_LINES = 8  # headline, standfirst, byline, date, caption ... stand this near to the story

_SIGNS_OFF = frozenset("by contributing contributed contributor reporting correction editor's clarification".split())


class Place(StrEnum):
    """Where a line stands."""

    HEAD = "head"  # before the first paragraph of the story
    STORY = "story"
    TAIL = "tail"  # after its last


class Line(NamedTuple):
    """A line without the white space around it.

    ``chrome``: it lies in a run of menu entries and links. ``control``: of a line that is made of the words of links
    and buttons the one that it is of, by its first (english.page_words.CONTROLS), otherwise empty. ``appeal``: what
    the site says in it to its readers.
    """

    start: int
    end: int
    text: str
    words: int
    block: int
    place: Place
    chrome: bool
    control: str
    appeal: Appeal | None = None


class _Row(NamedTuple):
    start: int
    end: int
    text: str
    words: int
    prose: bool
    block: int


def find_lines(text: str, blocks: tuple[Block, ...]) -> tuple[Line, ...]:
    """The lines of all blocks, in order."""
    rows = []
    for index, block in enumerate(blocks):
        at = block.start
        for line in text[at : block.end].split("\n"):
            bare = line.strip()
            if bare:
                start = at + line.index(bare[0])
                rows.append(_Row(start, start + len(bare), bare, *_looked_at(bare), index))
            at += len(line) + 1
    first, last = _story(rows)
    chrome = _chrome(rows, first, last, blocks)
    found = []
    for number, row in enumerate(rows):
        place = Place.HEAD if number < first else Place.TAIL if number >= last else Place.STORY
        control = "" if row.prose or number in chrome else _control(row.text)
        appeal = find_appeal(row.text) if row.words <= MOST_WORDS and number not in chrome else None
        found.append(Line(row.start, row.end, row.text, row.words, row.block, place, number in chrome, control, appeal))
    return tuple(found)


def lines_at_ends(lines: tuple[Line, ...], most: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The first and the last lines of an article, up to ``most`` each and none in both: where a site prints its own."""
    middle = len(lines) // 2
    return lines[: min(middle, most)], lines[max(middle, len(lines) - most) :]


@kept
def _looked_at(line: str) -> tuple[int, bool]:
    """(words, whether the line is running prose: it is long, or ends as a sentence does)."""
    words = min(len(line.split(None, _MOST_WORDS)), _MOST_WORDS)
    if words < _PROSE_WORDS or words >= _LONG_LINE:
        return words, words >= _LONG_LINE
    return words, line.rstrip(_CLOSERS)[-1:] in _STOPS


def _story(rows: list[_Row]) -> tuple[int, int]:
    """(first, one past the last) line of the stretch that holds most prose and fewest short lines."""
    best = first = last = total = start = 0
    for number, row in enumerate(rows):
        if total <= 0:
            total, start = 0, number
        total += row.words if row.prose else -_SHORT_LINE_COST
        if total > best:
            best, first, last = total, start, number + 1
    return (first, last) if best else (0, len(rows))


def _chrome(rows: list[_Row], first: int, last: int, blocks: tuple[Block, ...]) -> frozenset[int]:
    """Numbers of the lines that lie in the menus and link lists around the story."""

    def bare(number: int) -> bool:
        row = rows[number]
        block = blocks[row.block]
        return not row.prose and not (block.marked and block.role is not Role.LIST)

    head = [number for number in range(first) if bare(number)]
    tail = [number for number in range(last, len(rows)) if bare(number)]
    head_labels = [number for number in head if rows[number].words <= _LABEL_WORDS]
    tail_labels = [number for number in tail if rows[number].words <= _LABEL_WORDS]
    if max(len(head_labels), len(tail_labels)) < _RUN:
        return frozenset()
    if sum(_is_menu_entry(rows[number].text) for number in (*head_labels, *tail_labels)) < _ENTRIES:
        return frozenset()
    chrome: list[int] = []
    if len(head_labels) >= _RUN:
        chrome += [number for number in head_labels if not _is_byline(rows, number, first)]
    if len(tail_labels) >= _RUN:
        signed = next((at for at, number in enumerate(tail) if not _signs_off(rows[number].text)), 0)
        chrome += tail[signed:]
    return frozenset(chrome)


def _is_byline(rows: list[_Row], number: int, first: int) -> bool:
    """Whether a label near the story may be its byline, place or date: it follows the headline and is no menu entry."""
    if rows[number].text.lower().startswith("by "):
        return number >= first - _HEADING_LINES
    near = range(max(first - _HEADING_LINES, 0), number)
    return any(rows[above].words > _LABEL_WORDS for above in near) and not _is_menu_entry(rows[number].text)


def _signs_off(line: str) -> bool:
    """Whether a line after the story may say who wrote it or helped with it."""
    words = [word.strip(":,.").lower() for word in line.split()[:4]]
    return line[0] in "-–—" or not _SIGNS_OFF.isdisjoint(words)


def _words_of(line: str) -> list[str]:
    """The words of a short line in lower case, without marks, separators, icons and numbers."""
    bare = "".join([c if c.isalpha() or c in "'&-" else " " for c in line.lower().replace("’", "'")])
    return [word for part in bare.split() if (word := part.strip("'&-"))]


def _control(line: str) -> str:
    owner = ""
    if line[-1] == "?":
        return ""
    for word in _words_of(line):
        if word not in LINKING:
            if word not in CONTROLS:
                return ""
            owner = owner or CONTROLS[word]
    return owner


def _is_menu_entry(line: str) -> bool:
    """Whether a short line names a section of a site or one of the things that one does there."""
    words = _words_of(line)
    return bool(words) and ((len(words) <= 2 and words[-1] in SECTIONS) or _control(line) != "")
