"""The ``line`` kind: lines that do not belong to the copy, told by their words, their shape and their place.

All that a rule says about lines is a LinePattern; ``matches`` finds them. A line that lies in a menu (``Line.chrome``)
is left to the one rule that has ``menus``, which reports each menu as a whole.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from newslint.analysis.page.appeals import MOST_WORDS
from newslint.analysis.page.lines import Line, Place
from newslint.kinds.line_shapes import SHAPES, UNSURE
from newslint.model.block import Block, Role
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import HasSpan, Span

if TYPE_CHECKING:
    from newslint.article import Article
    from newslint.model.phrase_index import Hit

# The lists of phrases that a rule may have; see LinePattern.
LISTS = ("whole", "edge", "starts", "opens", "ends", "holds", "bracketed", "doubtful")
# What surrounds a phrase that fills its line: "› Share (12)". No letters, and not much of it.
_ROUND = 16
# Characters between a bracket and a phrase that it holds.
_LONGEST_ASIDE = 600
_QUOTES = frozenset("\"“”'‘’«»„")
# Log-odds from which on a line surely is an appeal to readers.
_AFTER_STORY = 1.6
_ELSEWHERE = 2.5
_DASHES = frozenset("–—")  # what ends with one is a dateline: "OXFORD, England (AP) —"
# A credit, a byline or a correction belongs to the article though it is no part of the story.
_BELONGS = frozenset({Role.BYLINE, Role.DATELINE})

_DIRECTORY = 20  # lines that are nothing but an address


class LinePattern(NamedTuple):
    """What the lines of a rule look like; phrases are in lower case.

    ``whole``: the phrase fills the line; ``edge``: so too, but in the story it is doubtful.
    ``starts``, ``ends``, ``holds``: a line of at most ``most_words`` words starts with it, ends with it, holds it.
    ``opens``: a line of any length starts with it. ``bracketed``: it stands in brackets, which are reported rather than
    the line. ``doubtful``: phrases of the other lists that a writer may mean; they are reported for information, and
    within the story only where it has another line of the rule.
    ``controls``: a line made only of words of links and buttons, of which the first that is no linking word is of one
    of these (english.page_words), and an appeal about one of them (Line.appeal). ``shapes``: ``menus`` (runs of short
    lines around the story), ``separators`` (short parts between > | ·), ``address`` (nothing but a URL or an e-mail
    address), ``number`` (nothing but a long number), ``counter`` ("Image 1 of 5"), ``ago`` ("Updated 5 hours ago"),
    ``clock`` ("0:00 / 1:30"), ``copyright`` (© or "Copyright" and a year), ``reach`` (how a writer is reached); and for
    information ``count`` ("1/12"), ``stamp`` ("Posted: Mar 3, 2024"), ``market`` (a share's price, the weather).
    """

    whole: frozenset[str] = frozenset()
    edge: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()
    ends: frozenset[str] = frozenset()
    holds: frozenset[str] = frozenset()
    bracketed: frozenset[str] = frozenset()
    controls: frozenset[str] = frozenset()
    shapes: frozenset[str] = frozenset()
    most_words: int = 12

    @property
    def phrases(self) -> tuple[str, ...]:
        """All phrases that the automaton has to look for."""
        found: set[str] = set()
        return tuple(sorted(found.union(*(getattr(self, name) for name in LISTS))))


class Match(NamedTuple):
    """Lines that a pattern describes; ``sure`` unless they were found by a doubtful phrase."""

    start: int
    end: int
    sure: bool = True


def matches(article: "Article", hits: "Iterable[Hit]", pattern: LinePattern) -> list[Match]:
    """What ``pattern`` finds in ``article``, in the order of the text; at most one match a line."""
    lines = article.lines
    found = _by_phrases(lines, hits, pattern) if hits else {}
    by_phrase = set(found)
    shapes = pattern.shapes - {"menus"}
    if pattern.controls or shapes:
        for number, line in _short(article, pattern):
            if number in found and found[number].sure:
                continue
            if sure := _is_like(line, pattern, shapes):
                found[number] = Match(line.start, line.end)
            elif sure is None and line.appeal and line.appeal.control in pattern.controls:
                if article.blocks[line.block].role is not Role.CAPTION:
                    needed = _AFTER_STORY if line.place is Place.TAIL else _ELSEWHERE
                    found[number] = Match(line.start, line.end, line.appeal.weight >= needed and not line.appeal.points)
            elif sure is False and number not in found:
                found[number] = Match(line.start, line.end, False)
    if not found:
        return list(_menus(lines)) if "menus" in pattern.shapes else []
    for number in list(found):
        if lines[number].chrome or _belongs(article.blocks[lines[number].block], lines[number].place):
            del found[number]
    if len(found) == 1 and any(_is_doubt(found[number], lines[number]) for number in by_phrase & found.keys()):
        found = {}
    _drop_directory(found if "address" in shapes else {}, lines)
    rows = _joined(found, lines)
    if "menus" in pattern.shapes:
        rows += _menus(lines)
    return sorted(rows)


def _by_phrases(lines: tuple[Line, ...], hits: "Iterable[Hit]", pattern: LinePattern) -> dict[int, Match]:
    """Number of a line -> what a phrase shows of it."""
    starts = [line.start for line in lines]
    found: dict[int, Match] = {}
    for hit in hits:
        number = bisect_right(starts, hit.start) - 1
        if number >= 0 and hit.end <= lines[number].end and number not in found:
            match = _by_phrase(lines[number], hit, pattern)
            if match:
                found[number] = match
    return found


def _short(article: "Article", pattern: LinePattern) -> "Sequence[tuple[int, Line]]":
    """The lines that a pattern may be like, with their numbers: no paragraphs, as most lines are, and no menus."""
    if pattern.most_words <= MOST_WORDS:
        return article.view(_short_lines)
    return _short_among(article.lines, pattern.most_words)


def _short_lines(article: "Article") -> list[tuple[int, Line]]:
    return _short_among(article.lines, MOST_WORDS)


def _short_among(lines: tuple[Line, ...], longest: int) -> list[tuple[int, Line]]:
    return [
        (number, line)
        for number, line in enumerate(lines)
        if (line.words <= longest or line.appeal) and not line.chrome
    ]


def _is_doubt(match: Match, line: Line) -> bool:
    """Whether nothing but words that a writer may mean speaks for a line of the story."""
    return not match.sure and line.place is Place.STORY


def _drop_directory(found: dict[int, Match], lines: tuple[Line, ...]) -> None:
    """Leaves out addresses that are the matter of a page: where there are many, they are a list for readers."""
    addresses = [number for number in found if SHAPES["address"](lines[number])]
    if len(addresses) >= _DIRECTORY:
        for number in addresses:
            del found[number]


def _belongs(block: Block, place: Place) -> bool:
    """Whether a line is part of the article: a byline, or what the markup calls a caption or a heading of the story."""
    if block.role in _BELONGS:
        return True
    return block.marked and (block.role is Role.CAPTION or (block.role is Role.HEADLINE and place is Place.STORY))


def _joined(found: dict[int, Match], lines: tuple[Line, ...]) -> list[Match]:
    """The matches, those of lines that follow each other as one."""
    rows: list[Match] = []
    last = -2
    for number in sorted(found):
        match, line = found[number], lines[number]
        whole = match.start == line.start and match.end == line.end
        if whole and number == last + 1 and rows[-1].sure == match.sure:
            rows[-1] = Match(rows[-1].start, match.end, match.sure)
        else:
            rows.append(match)
        last = number if whole else -2
    return rows


def without(text: str, where: HasSpan) -> Span:
    """What has to go so that the lines at ``where`` leave no gap: they, and the line breaks after or before them."""
    start, end = where.start, where.end
    while end < len(text) and text[end].isspace():
        end += 1
    if end == len(text):
        end = where.end
        while start and text[start - 1].isspace():
            start -= 1
    return Span(start, end)


def _by_phrase(line: Line, hit: "Hit", pattern: LinePattern) -> Match | None:
    start, end = hit.start - line.start, hit.end - line.start
    phrase = hit.phrase
    sure = phrase not in pattern.doubtful
    if phrase in pattern.bracketed:
        brackets = _brackets_around(line.text, start, end)
        if brackets:
            return Match(line.start + brackets.start, line.start + brackets.end, sure)
    # A line may be megabytes long: nothing here may copy or search all of it.
    first = start <= _ROUND and not any(map(str.isalpha, line.text[:start]))
    after = line.text[end : end + _ROUND + 1]
    last = len(after) <= _ROUND and not any(map(str.isalpha, after)) and not _DASHES.intersection(after)
    if first and last and (phrase in pattern.whole or phrase in pattern.edge):
        sure = sure and (phrase in pattern.whole or line.place is not Place.STORY)
        return Match(line.start, line.end, sure)
    first = first and not _QUOTES.intersection(line.text[:start])
    if first and phrase in pattern.opens:
        return Match(line.start, line.end, sure)
    # A line made of the words of links and buttons is left to the rule that has its first one.
    if line.words > pattern.most_words or (line.control and line.control not in pattern.controls):
        return None
    if (first and phrase in pattern.starts) or (last and phrase in pattern.ends) or phrase in pattern.holds:
        return Match(line.start, line.end, sure)
    return None


def _brackets_around(text: str, start: int, end: int) -> Span | None:
    """The round or square brackets that hold ``text[start:end]``, with the bracket marks."""
    low = max(start - _LONGEST_ASIDE, 0)
    opening = max(text.rfind("(", low, start), text.rfind("[", low, start))
    closed = max(text.rfind(")", low, start), text.rfind("]", low, start))
    high = end + _LONGEST_ASIDE
    closing = min((at for at in (text.find(")", end, high), text.find("]", end, high)) if at >= 0), default=-1)
    return Span(opening, closing + 1) if opening > closed and closing >= 0 else None


def _is_like(line: Line, pattern: LinePattern, shapes: Iterable[str]) -> bool | None:
    """Whether the line surely has the words or the shape that the pattern asks for; None if it does not have them."""
    if line.words <= pattern.most_words and _is_control(line, pattern.controls):
        return True
    unsure = None
    if line.words <= max(pattern.most_words, MOST_WORDS):
        for shape in shapes:
            if SHAPES[shape](line):
                if shape not in UNSURE:
                    return True
                unsure = False
    return unsure


def _is_control(line: Line, controls: frozenset[str]) -> bool:
    # Within the story a single word may be a crosshead ("Facebook").
    return line.control in controls and (line.words > 1 or line.place is not Place.STORY)


def _menus(lines: tuple[Line, ...]) -> Iterator[Match]:
    start = -1
    for number, line in enumerate(lines):
        if line.chrome and start < 0:
            start = number
        if start >= 0 and (number + 1 == len(lines) or not lines[number + 1].chrome):
            yield Match(lines[start].start, line.end)
            start = -1
