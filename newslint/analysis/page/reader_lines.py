"""Lines in which a page speaks to its readers, told by their form: they order, say "you", name the page, tell nothing.

What no list of phrases has ("Hear this piece read aloud", "Keep up with the vote on your phone") is known by signs that
have names; ``reader_lines.txt`` has what each of them weighs, log-odds that ``newslint.training.reader_lines`` fitted
on whole pages of which each line is labelled. The measured figures stand there, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from itertools import pairwise
from math import fsum
from pathlib import Path

from newslint.analysis.page.appeals import LINKS, STORY, TOLD, WE, YOU
from newslint.analysis.page.belonging import Story, is_fragment_of_question, is_order
from newslint.analysis.page.line_grammar import SENTENCE_ENDS, grammar_of
from newslint.analysis.page.lines import Line, Place
from newslint.english.calendar import is_weekday
from newslint.english.function_words import AUXILIARIES, DETERMINERS, PRONOUNS
from newslint.english.page_words import ASKS, SITE, THINGS
from newslint.model.block import Block, Role
from newslint.model.expressions import expression
from newslint.model.kept import kept
from newslint.model.named_tuple import NamedTuple

# A longer line is none.
MOST_WORDS = 26
WEIGHTS = Path(__file__).with_name("reader_lines.txt")
_PART = expression(r"[^\W_]+(?:['’&-][^\W_]+)*|[^\w\s]")
_LENGTHS = (2, 3, 4, 6, 8, 11, 15, 20, MOST_WORDS)  # a line is called by the first that its words do not exceed
_OPENING_MARKS = frozenset(".?!:;|–—-")
_SHORT = 5  # words of a line that may name a thing of the page and nothing else
_MARKS = {
    "|": "a bar", "›": "an arrow", "»": "an arrow", ">": "an arrow", "→": "an arrow", "/": "a slash", "#": "a hash",
    "–": "a dash", "—": "a dash", "-": "a dash", ",": "a comma", "(": "a bracket", "[": "a bracket", ":": "a colon",
    "$": "money", "£": "money", "%": "a share", ";": "a semicolon", "?": "a question", "!": "an exclamation",
    '"': "a quotation", "“": "a quotation", "‘": "a quotation",
}  # fmt: skip
_ENDS = {
    ".": "ends in a stop", "?": "ends in a question", "!": "ends in an exclamation", ":": "ends in a colon",
    "…": "ends in dots", ")": "ends in a bracket", ",": "ends in a comma", "”": "ends in a quotation",
    '"': "ends in a quotation", "’": "ends in a quotation", "»": "ends in an arrow", "›": "ends in an arrow",
    ">": "ends in an arrow", "→": "ends in an arrow",
}  # fmt: skip
_OTHERS = frozenset("he she they him them her his their who whom whose".split())
_TELLING = frozenset("said says told added asked according he she they".split())
_POINTERS = frozenset("this these our your".split())
_QUESTIONS = frozenset("what why who how where when which whose is are can do does did will should has".split())
# Things of a page beside those that appeals weigh, and the forms of what is done with them.
_NAMING = frozenset(SITE) | frozenset(THINGS) | frozenset("piece pieces interview read reads report".split())
_DOING = frozenset(
    """
    reading clicking clicked tapping tapped watching watched listening viewed viewing shared sharing scrolling posting
    commented commenting following browsing searched bookmarked subscribing read
    """.split()
)
_OTHER_COMMON = frozenset(
    """
    please if so then who whom than after before between during since until over under into about because while people
    everybody everyone somebody anybody something anything everything
    """.split()
)
_SPOKEN = YOU | WE
_PAST = STORY | TOLD | frozenset("has have been it it's that there i my me".split())
# All words that have a weight of their own.
_VOCABULARY = frozenset().union(
    _NAMING, ASKS, LINKS, _SPOKEN, _OTHERS, _QUESTIONS, AUXILIARIES, DETERMINERS, PRONOUNS, TOLD, STORY, _OTHER_COMMON
)
# A byline, a caption or a row of a table says who, what and how much; what the markup calls a heading or a list is one.
_NEVER = frozenset({Role.BYLINE, Role.DATELINE, Role.CAPTION, Role.TABLE})
_MARKED = frozenset({Role.HEADLINE, Role.LIST})
_CREDITS = expression(
    r"""
    \bcontribut|\bcredits?:|Getty|/(?:AP|AFP|Reuters)\b|https?:|@
    |^\W*(?:\w+[ ])?[Bb]y[ ](?:[A-Z]|(?:our|the|a)\b)  # Words by Ann Roe, Photographs by our reporter
    """,
    re.VERBOSE,
)
# "Location: Reading": a detail and its value.
_DETAIL = expression(r"(?!(?i:more)\b)[A-Z][a-z]+: \w")
_QUESTIONS_OF_AN_INTERVIEW = 3


class Where(StrEnum):
    """How a line stands on the page."""

    AROUND = "around"  # before the story or after it
    TITLE = "title"  # the first line, where the story follows: most likely its headline
    PARAGRAPH = "paragraph"  # of the story
    CROSSHEAD = "crosshead"  # a short line within the story


class ReaderLine(NamedTuple):
    """A line that may speak to readers; ``weight``: log-odds that it does, above zero rather than not.

    ``own``: it stands in Markdown, where such a line is mostly the desk's own, and published so. ``only_asks``: it asks
    or exclaims, as writers do, but orders nothing and names nothing that only a site has.
    """

    line: Line
    where: Where
    weight: float
    own: bool = False
    only_asks: bool = False


def find_reader_lines(
    lines: tuple[Line, ...], blocks: tuple[Block, ...], *, own: bool = False
) -> tuple[ReaderLine, ...]:
    """The lines of an article that may speak to its readers, weighed.

    A line that stands alone, such as a paragraph that a program hands over, is no page and has no readers.
    """
    if len(lines) == 1:
        return ()
    found = []
    interview = sum(line.text.endswith("?") for line in lines) >= _QUESTIONS_OF_AN_INTERVIEW
    story = Story([line for line in lines if blocks[line.block].is_prose])
    for line in lines:
        block = blocks[line.block]
        if line.chrome or block.role in _NEVER or (block.marked and block.role in _MARKED):
            continue
        if 2 <= line.words <= MOST_WORDS and (parts := spoken_parts(line.text)):
            if not _speaks(parts) and story.may_own(line):
                continue
            where = _where(line, blocks, line is lines[-1])
            if interview and where is Where.PARAGRAPH:
                continue  # "Tell us about your work.", and the answer
            weight = weigh(line.text, parts, story.signs(line))
            found.append(ReaderLine(line, where, weight, own, _only_asks(line.text, parts)))
    return tuple(found)


def _where(line: Line, blocks: tuple[Block, ...], last: bool) -> Where:
    block = blocks[line.block]
    if line.block == 0 and len(blocks) > 1 and blocks[1].is_prose:
        return Where.TITLE
    if last or line.place is not Place.STORY:
        return Where.AROUND
    return Where.PARAGRAPH if block.is_prose else Where.CROSSHEAD


@cache
def weights() -> Mapping[str, float]:
    """Sign -> log-odds; the weight of every line stands under ``any line``."""
    rows = (row.split("\t") for row in WEIGHTS.read_text(encoding="utf-8").splitlines() if row[:1] not in ("", "#"))
    return {sign: float(weight) for weight, sign in rows}


def weigh(line: str, parts: tuple[str, ...], of_story: Iterable[str] = ()) -> float:
    """How much the signs of a line with its ``spoken_parts``, and those of its story, speak for words to readers."""
    table = weights()
    return fsum([table["any line"], *_own_weights(line, parts), *[table.get(sign, 0.0) for sign in of_story]])


@kept
def _own_weights(_: str, parts: tuple[str, ...]) -> list[float]:
    """What the signs weigh that a line shows by itself."""
    table = weights()
    return [table[sign] for sign in signs_of(parts) if sign in table]


@kept
def spoken_parts(line: str) -> tuple[str, ...]:
    """The words and marks of a line that may speak to readers at all: with an order, a pronoun or a thing of the page;
    none of another, of a credit, a quotation or half a sentence.
    """
    if line[0] in "\"“‘'0123456789" or line[-1] == "…" or _CREDITS.search(line):
        return ()
    if _DETAIL.match(line) and line.partition(":")[0].lower() not in ASKS:
        return ()
    parts = tuple([part.replace("’", "'") for part in _PART.findall(line.replace("**", "").lstrip("> *_"))])
    if not parts:
        return ()
    if _speaks(parts) or _tells_nothing(parts) or is_fragment_of_question(line) or is_order(line):
        return parts
    return ()


def _speaks(parts: Sequence[str]) -> bool:
    words = [part for part in parts if part[0].isalnum()]
    lower = _lower(words)
    known = set(lower)
    if len(lower) < 2:
        return False
    if lower[0] in ASKS or not known.isdisjoint(_SPOKEN) or _asks_later(parts):
        return True
    if not _POINTERS.isdisjoint(known) and any(one in _POINTERS and two in _NAMING for one, two in pairwise(lower)):
        return True
    if len(words) > _SHORT or parts[-1] in ".”":
        return False
    return not (known.isdisjoint(SITE) and known.isdisjoint(_DOING))


def _tells_nothing(parts: Sequence[str]) -> bool:
    """Whether whole sentences name nobody and are of no past: "Comments are open until Friday."."""
    if parts[-1] not in SENTENCE_ENDS or len(parts) < _SHORT:
        return False
    for before, part in pairwise((".", *parts)):
        if part[0].isupper() and before not in _OPENING_MARKS and not is_weekday(part):
            return False
    return _PAST.isdisjoint(part.lower() for part in parts)


@kept
def _only_asks(line: str, parts: tuple[str, ...]) -> bool:
    if not ("?" in parts or "!" in parts):
        return False
    lower = [part.lower() for part in parts]
    return not (lower[0] in ASKS or _asks_later(parts) or is_order(line) or any(word in SITE for word in lower))


def _asks_later(parts: Sequence[str]) -> bool:
    """Whether a sentence or a clause after the first opens as a request."""
    lower = [part.lower() for part in parts]
    return not ASKS.isdisjoint(lower) and any(one in _OPENING_MARKS and two in ASKS for one, two in pairwise(lower))


def _lower(words: list[str]) -> list[str]:
    return [word if word == "US" else word.lower() for word in words]


def signs_of(parts: Sequence[str]) -> Iterator[str]:
    """The signs that the parts of a line show, each by its name; ``word:``, ``first:``, ``last:`` go before a word."""
    words = [part for part in parts if part[0].isalnum()]
    lower = _lower(words)
    if not _speaks(parts):
        yield "speaks to nobody"
    yield f"words:{next((most for most in _LENGTHS if len(words) <= most), MOST_WORDS)}"
    yield "ends in a word" if parts[-1][0].isalnum() else _ENDS.get(parts[-1], "ends in a mark")
    if not parts[0][0].isalnum():
        yield "starts in a bracket" if parts[0] in "([" else "starts in a mark"
    yield from {_MARKS[part] for part in parts if part in _MARKS}
    yield from _letters(words)
    yield from _addressed(lower)
    yield from grammar_of(parts)
    yield f"first:{lower[0]}" if lower[0] in _VOCABULARY else "first:other"
    yield f"last:{lower[-1]}" if lower[-1] in _VOCABULARY else "last:other"
    known = [word for word in lower if word in _VOCABULARY]
    yield from {f"word:{word}" for word in known}
    yield f"known words:{len(known) * 5 // len(lower)}/5"


def _letters(words: list[str]) -> Iterator[str]:
    """Capitals and figures."""
    long = [word for word in words[1:] if len(word) > 3]
    raised = sum(not word.islower() for word in long)
    if all(word.isupper() for word in words):
        yield "all capitals"
    elif long and raised == len(long):
        yield "title case"
    elif raised:
        yield "capitals within"
    else:
        yield "plain words"
    if words[0][0].islower():
        yield "starts in lower case"
    if words[0][0].isdigit():
        yield "starts with a figure"
    if any(word[0].isdigit() for word in words[1:]):
        yield "holds a figure"


def _addressed(lower: list[str]) -> Iterator[str]:
    """Who is spoken to, and of what."""
    words = set(lower)
    pairs = list(pairwise(lower))
    site = len({word.rstrip("s") for word in words if word in SITE})
    page = len({word.rstrip("s") for word in words if word in _NAMING and word not in SITE})
    signs = {
        "asks first": lower[0] in ASKS,
        "asks about us": lower[0] in ASKS and lower[1:2] and lower[1] in _SPOKEN | _POINTERS,
        "asks later": any(word in ASKS for word in lower[1:]),
        "says you": not words.isdisjoint(YOU),
        "says we": not words.isdisjoint(WE),
        "reads or clicks": not words.isdisjoint(_DOING),
        f"names the site:{min(site, 2)}": site,
        f"names the page:{min(page, 2)}": page,
        "names several": site + page > 1,
        "little but a thing of the page": site + page and len(lower) < 4,
        "points to the page": any(one in _POINTERS and two in _NAMING for one, two in pairs),
        "opens on the page": lower[0] in _POINTERS and lower[1:2] and lower[1] in _NAMING,
        "tells": not words.isdisjoint(_TELLING),
        "of others": not words.isdisjoint(_OTHERS),
        "opens as a question": lower[0] in _QUESTIONS,
    }
    yield from (sign for sign, shown in signs.items() if shown)
