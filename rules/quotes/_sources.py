"""Looks a quotation up in a transcript: word for word, with ellipses and brackets as an editor sets them."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from difflib import Match as SequenceBlock
from difflib import SequenceMatcher
from functools import lru_cache

from newslint import NamedTuple, expression

# What a transcript holds beside the words: stage directions, times, labels of speakers at the start of a line.
_ASIDE = expression(
    r"""
    \[[^\]\n]{0,80}\]  # [laughs]
    |\((?:
         [Aa]pplause|[Ll]aughter|[Ll]aughs|[Ii]naudible|[Cc]rosstalk|[Pp]ause
         |[Cc]heers
     )[^)\n]{0,40}\)
    |\b\d{1,2}:\d\d(?::\d\d)?\b  # 00:12:41
    |^[ \t]*[A-Z][\w.'’-]*(?:[ \t][A-Z][\w.'’-]*){0,3}:(?=\s)  # ANA RUIZ:
    """,
    re.MULTILINE | re.VERBOSE,
)
_WORD = expression(r"\w+(?:['’]\w+)*|%")
# In a quotation "[T]he" changes a letter, "[the mayor]" replaces or explains words, an ellipsis leaves words out.
_ELLIPSIS = r"\[\s*(?:…|\.(?:\s?\.){2,3})\s*\]|…|\.(?:\s?\.){2,3}"
_PART = expression(
    rf"""
    (?P<gap>{_ELLIPSIS})  # something left out
    |(?P<word>(?:\[\w{{1,3}}\])?\w+(?:['’]\w+)*|\[\w{{1,3}}\]['’]\w+|%)
     (?P<ending>\[\w+\])?  # vote[d]
    |(?P<bracket>\[[^\]]*\]|\([^)]*\))  # a word of the reporter's
    """,
    re.VERBOSE,
)
_FILLERS = frozenset(("uh", "um", "er", "erm", "uhm", "hmm", "mm"))
_FIGURES = {
    word: str(number)
    for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
} | {"%": "percent"}
_COMMON = 500  # occurrences: a word more common than that does not help to find a place
_GAP = 500  # words that an ellipsis may leave out
_BRACKET = 12  # words that a bracket may replace
_ALIKE = 0.6  # share of a quotation's words that one place of the source must hold, in order
_SLACK = 6  # words by which a place may be missed
_STRAY = 3  # words: a match farther off than that is chance
_FEWEST = 4  # words: fewer are verbatim or not there, for any few words are like some others


class Word(NamedTuple):
    """A word of a quotation: its place in the quotation's text and its form for comparing.

    ``joint``: how far from the word before it may stand in the source: 0, or what an ellipsis or a bracket allows.
    """

    start: int
    end: int
    form: str
    joint: int = 0


class Difference(NamedTuple):
    """Words ``first`` to ``last`` (not included) of the quotation, and the words that the source has in their place."""

    first: int
    last: int
    source: str


class Source:
    """The words of a transcript, ready for looking up."""

    def __init__(self, text: str) -> None:
        spoken = _ASIDE.sub(lambda match: " " * len(match[0]), text)
        words = [(match[0], _form(match[0])) for match in _WORD.finditer(spoken)]
        words = _with_percent([row for row in words if row[1] not in _FILLERS])
        self.words = [word for word, _ in words]
        self.forms = [form for _, form in words]
        self._line = " " + " ".join(self.forms) + " "
        self._starts: list[int] = []
        place = 0
        for form in self.forms:
            self._starts.append(place)
            place += len(form) + 1
        self._places: dict[str, list[int]] = {}
        for index, form in enumerate(self.forms):
            self._places.setdefault(form, []).append(index)

    def text(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` as they are written."""
        return " ".join(self.words[start:end])

    def find(self, forms: list[str], low: int, high: int) -> int:
        """Where these words stand in a row, first word from ``low`` to before ``high``; -1 if nowhere."""
        if low >= len(self._starts):
            return -1
        start = self._line.find(" " + " ".join(forms) + " ", self._starts[low])
        if start < 0:
            return -1
        index = bisect_right(self._starts, start) - 1
        return index if index < high else -1

    def likeliest(self, forms: list[str], low: int, high: int) -> int:
        """Where a run like these words most likely begins, by the votes of its rarer words; -1 if none is there."""
        votes: Counter[int] = Counter()
        for offset, form in enumerate(forms):
            places = self._places.get(form, [])
            if high - low > 4 * _GAP:
                chosen = places if len(places) <= _COMMON else []
            else:
                chosen = places[bisect_left(places, low) : bisect_left(places, high)]
            for place in chosen:
                votes[(place - offset) // 4] += 4
                votes[(place - offset) // 4 + 1] += 3
                votes[(place - offset) // 4 - 1] += 3
        return max(votes.most_common(1)[0][0] * 4, 0) if votes else -1


@lru_cache(maxsize=8)
def source_of(text: str) -> Source:
    """The words of a transcript; kept for the articles that follow."""
    return Source(text)


def words_of(quotation: str) -> list[Word]:
    """The words of a quotation, with the joints that its ellipses and brackets make."""
    found: list[Word] = []
    joint = 0
    for match in _PART.finditer(quotation):
        if match["word"] is None:
            joint = max(joint, _GAP if match["gap"] else _BRACKET)
            continue
        if match["ending"]:  # love[s]: any word may stand there
            joint = max(joint, _BRACKET)
            continue
        found.append(Word(*match.span("word"), _form(match["word"].replace("[", "").replace("]", "")), joint))
        joint = 0
    merged: list[Word] = []
    for word in found:
        if word.form == "cent" and merged and merged[-1].form == "per" and not word.joint:
            merged[-1] = Word(merged[-1].start, word.end, "percent", merged[-1].joint)
        elif word.form not in _FILLERS:
            merged.append(word)
    return merged


def is_verbatim(words: list[Word], source: Source) -> bool:
    """Whether the source holds the words in a row, but for what ellipses and brackets stand for."""
    first, *rest = _segments(words)
    forms = [word.form for word in first]
    at = source.find(forms, 0, len(source.forms))
    while at >= 0:
        end = at + len(forms)
        for segment in rest:
            row = [word.form for word in segment]
            found = source.find(row, end, end + segment[0].joint + 1)
            if found < 0:
                break
            end = found + len(row)
        else:
            return True
        at = source.find(forms, at + 1, len(source.forms))
    return False


def differences(words: list[Word], source: Source) -> tuple[float, list[Difference]]:
    """How much of a quotation one place of the source holds (0 to 1), and what differs there.

    (0, []) where no place is like it.
    """
    if len(words) < _FEWEST:
        return 0.0, []
    segments = _segments(words)
    anchor = max(range(len(segments)), key=lambda index: len(segments[index]))
    first = _place(segments[anchor], source, 0, len(source.forms))
    if first is None:
        return 0.0, []
    placed: dict[int, _Placed | None] = {anchor: first}
    low = first.end
    for index in range(anchor + 1, len(segments)):
        reach = segments[index][0].joint + _SLACK
        here = placed[index] = _place(segments[index], source, low, low + reach)
        low = here.end if here else low
    high = first.start
    for index in range(anchor - 1, -1, -1):
        reach = segments[index + 1][0].joint + len(segments[index]) + _SLACK
        here = placed[index] = _place(segments[index], source, max(high - reach, 0), high)
        high = here.start if here else high
    found: list[Difference] = []
    matched = offset = 0
    for index, segment in enumerate(segments):
        here = placed[index]
        if here is None:
            found.append(Difference(offset, offset + len(segment), ""))
        else:
            matched += here.matched
            found += [Difference(row.first + offset, row.last + offset, row.source) for row in here.differences]
        offset += len(segment)
    likeness = matched / len(words)
    return (likeness, found) if likeness >= _ALIKE else (0.0, [])


class _Placed(NamedTuple):
    """A segment at its place of the source."""

    start: int
    end: int
    matched: int
    differences: list[Difference]


def _place(segment: list[Word], source: Source, low: int, high: int) -> _Placed | None:
    """Where a segment begins from ``low`` to before ``high``, and what differs there; None if nothing is like it."""
    forms = [word.form for word in segment]
    exact = source.find(forms, low, high)
    if exact >= 0:
        return _Placed(exact, exact + len(forms), len(forms), [])
    at = source.likeliest(forms, low, high)
    if at < 0:
        return None
    slack = len(forms) // 2 + _SLACK
    start = max(low, at - slack)
    window = source.forms[start : min(at + len(forms) + slack, high + len(forms))]
    matcher = SequenceMatcher(None, window, forms, autojunk=False)
    blocks = _close([block for block in matcher.get_matching_blocks() if block.size])
    if not blocks:
        return None
    there, here = blocks[0].a, blocks[0].b
    found = []
    if here:
        found += _edge(forms, 0, here, source, start + there - here)
    for block in blocks:
        if (block.b > here or block.a > there) and not (block.b == here and _is_stutter(window, there, block.a)):
            found.append(Difference(here, block.b, source.text(start + there, start + block.a)))
        there, here = block.a + block.size, block.b + block.size
    if here < len(forms):
        found += _edge(forms, here, len(forms), source, start + there)
    return _Placed(start + blocks[0].a, start + there, sum(block.size for block in blocks), found)


def _edge(forms: list[str], first: int, last: int, source: Source, at: int) -> list[Difference]:
    """How the first or the last words of a segment differ from the words of the source from ``at`` on, word by word."""
    found: list[Difference] = []
    for index in range(first, last):
        place = at + index - first
        there = source.forms[place] if 0 <= place < len(source.forms) else ""
        if forms[index] == there:
            continue
        words = source.text(place, place + 1) if there else ""
        if found and found[-1].last == index:
            found[-1] = Difference(found[-1].first, index + 1, f"{found[-1].source} {words}".strip())
        else:
            found.append(Difference(index, index + 1, words))
    return found


def _close(blocks: list[SequenceBlock]) -> list[SequenceBlock]:
    """The blocks without stray ones at either end, that lie far off in the source."""
    while len(blocks) > 1 and blocks[0].size < blocks[1].size and _distance(blocks[0], blocks[1]) > _STRAY:
        blocks = blocks[1:]
    while len(blocks) > 1 and blocks[-1].size < blocks[-2].size and _distance(blocks[-2], blocks[-1]) > _STRAY:
        blocks = blocks[:-1]
    return blocks


def _distance(one: SequenceBlock, two: SequenceBlock) -> int:
    return (two.a - one.a - one.size) - (two.b - one.b - one.size)


def _is_stutter(window: list[str], start: int, end: int) -> bool:
    """Whether the words left out only say again what stands beside them: "we, we never"."""
    left_out = window[start:end]
    size = len(left_out)
    return left_out in (window[end : end + size], window[max(start - size, 0) : start])


def _segments(words: list[Word]) -> list[list[Word]]:
    """The words, split where an ellipsis or a bracket stands."""
    found: list[list[Word]] = []
    for word in words:
        if not found or word.joint:
            found.append([])
        found[-1].append(word)
    return found


def _with_percent(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Words and forms with "per cent" taken as one word."""
    found: list[tuple[str, str]] = []
    for word, form in rows:
        if form == "cent" and found and found[-1][1] == "per":
            found[-1] = ("per cent", "percent")
        else:
            found.append((word, form))
    return found


def _form(word: str) -> str:
    form = word.lower().replace("’", "'")
    return _FIGURES.get(form, form)
