"""Sentences, block by block.

A stop is a candidate only where white space follows it; whether it ends a sentence is decided by the word before it
(an abbreviation, an initial), by the marks that close after it, and by the word that follows.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Sequence

from newslint.english.abbreviations import (
    is_abbreviation,
    is_initials,
    is_short_state,
    is_unit,
    may_have_stop,
    precedes_name,
    precedes_number,
)
from newslint.english.calendar import TIME_ZONES, month_number, weekday_number
from newslint.english.function_words import opens_sentence
from newslint.english.reporting_verbs import is_plain_reporting_verb, is_reporting_verb
from newslint.english.titles import is_short_title
from newslint.model.block import Block
from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple

# A run of stops that is not itself inside a run, the marks that close after it, then white space.
_STOP = expression(r"([.!?…](?<![.!?…].)[.!?…]*(?:[ \xa0][.…]+){0,4})((?:[\"'”’»)\]]|\s[”»])*)(?=\s)")
_NEXT = expression(r"\s+([\"'“‘«(\[¡¿]*)([^\s\"“”)\]]{0,24})")
_LOWER_AFTER = expression(r"\s+([a-z][\w’'-]*)(?:\s+([\w’'-]+))?")
_NAME_THEN_WORD = expression(r"\s+(?:[A-Z][\w.’'-]*,?\s+){1,4}([a-z]+)")
_OPENERS = "\"'“‘«([¡¿"
_FOLLOWING = 30  # characters after a stop that show whether it ends a sentence
_WINDOW = 400  # how far back an opening mark is looked for

# Openers that no name after a title begins with: "the Rev. The vote".
_NEVER_NAMES = frozenset("The This That These Those There It But And They We Its Their".split())
_SHOUTED = frozenset("Yahoo Jeopardy E Yum Wham Oklahoma".split())  # names that end in an exclamation mark
_ZONES = frozenset((*TIME_ZONES, "Eastern", "Pacific", "Central", "Mountain"))
_NO_SPEAKERS = frozenset("it this that there they we you so in on at to for nothing".split())
_CLIPPED = frozenset(("and", "or", "but", "which", "who", "is", "was", "be", "are", "were"))


class Sentence(NamedTuple):
    """A sentence without the white space around it. ``block`` is the index of its block."""

    start: int
    end: int
    text: str
    block: int


_new = tuple.__new__


def find_sentences(text: str, blocks: tuple[Block, ...]) -> tuple[Sentence, ...]:
    """The sentences of all blocks in order; together they hold every character of a block but white space."""
    found = []
    for index, block in enumerate(blocks):
        start, block_end = block.start, block.end
        for match in _STOP.finditer(text, start, block_end):
            end = match.end()
            if _ends(text, start, match, block_end):
                found.append(_new(Sentence, (start, end, text[start:end], index)))
                start = end
                while start < block_end and text[start].isspace():
                    start += 1
        if start < block_end:
            found.append(_new(Sentence, (start, block_end, text[start:block_end], index)))
    return tuple(found)


def sentence_start(sentences: Sequence[Sentence], position: int) -> int:
    """Where the sentence begins that holds the character at ``position``, or the last one before it; else 0."""
    index = bisect_right(sentences, (position, sys.maxsize)) - 1
    return sentences[index].start if index >= 0 else 0


def ends_between(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends in ``text[start:end]``."""
    beyond = min(len(text), end + _FOLLOWING)
    return any(_ends(text, start, match, beyond) for match in _STOP.finditer(text, start, end))


def _ends(text: str, start: int, match: re.Match[str], block_end: int) -> bool:
    """Whether the stop at ``match`` ends the sentence that began at ``start``."""
    stop = match.start()
    following = _NEXT.match(text, match.end(), block_end)
    if following is None or following.end() == following.start(1):
        return following is None or following.end() >= block_end or not text[following.end()].isspace()
    opening, after = following.groups()
    closers = match[2]
    mark = match[1]
    last = text[max(start, stop - 30) : stop]
    before = last.rsplit(None, 1)[-1].lstrip(_OPENERS) if last and not last[-1].isspace() else ""
    if not after:
        after = "A"  # only marks follow: a quotation that opens
    first = after[0]
    lower = first.islower() and not opening
    if first in "—–―-,;:&/" and not opening:
        return False
    if not before and stop - start < 2:
        return False  # the sentence opens with an ellipsis
    if mark != ".":
        return _ends_otherwise(text, start, match, before, after, lower, block_end)
    if closers:
        return _ends_closed(text, start, match, before, after, lower, block_end)
    if lower:
        return not may_have_stop(before)
    return _ends_after(text, start, stop, before, opening, after)


def _ends_after(text: str, start: int, stop: int, before: str, opening: str, after: str) -> bool:
    """A single stop with nothing closing after it, and no lower-case word to follow."""
    key = before.rpartition("-")[2]
    if key.isdigit():
        return stop - start > len(key)  # "1. The council" is the number of an item
    if after[0].isdigit() and precedes_number(key):
        return False
    if not is_abbreviation(before):
        return True
    bare = after.rstrip(".,:;!?’'")
    starts = opens_sentence(bare) or (opening != "" and opening[0] in '“"')
    if len(key) == 1:
        if stop - start == 1:
            return False  # "Q. Will it rain?"
        return starts and bare not in ("A", "De", "Le")
    if precedes_name(key):
        return bare in _NEVER_NAMES or (key.lower() in ("st", "ft", "mt") and starts)
    if is_unit(key) or key.lower() in ("a.m", "p.m"):
        return _ends_measure(key, bare)
    if is_short_state(key) and text[stop - len(before) - 2 : stop - len(before) - 1] == ",":
        return not is_short_title(bare)  # mid-sentence a comma would follow: "Spokane, Wash., on Monday"
    return starts


def _ends_measure(key: str, bare: str) -> bool:
    """After "lbs." a capital begins a sentence; after "p.m." a day, a zone or a figure does not."""
    if is_unit(key):
        return True
    clock = bare[:1].isdigit() or bare in _ZONES or weekday_number(bare) is not None or month_number(bare) is not None
    return not (clock or bare in ("On", "In"))


def _ends_closed(text: str, start: int, match: re.Match[str], before: str, after: str, lower: bool, end: int) -> bool:
    """A single stop with a quotation mark or a bracket closing after it."""
    quote = match[2].strip(")]")
    if not quote:  # only brackets
        if lower:
            return False
        if is_abbreviation(before):
            bracket = text.rfind("(", max(start, match.start() - _WINDOW), match.start())
            return bracket <= start or opens_sentence(after.rstrip(".,:;"))
        return True
    if not lower:
        return True
    if is_initials(before.rpartition("-")[2]) or (quote in ("'", "’") and is_abbreviation(before)):
        return False  # a "low-I.Q." remark, the U.S.’ ports, Acme Inc.' shares
    following = _LOWER_AFTER.match(text, match.end(), end)
    if following is None:
        return True
    first, second = following.groups()
    if is_reporting_verb(first):
        return not _names_speaker(following, second, end)
    if not second:
        return True  # a clipped tail: "... of the war.” was."
    if first not in _CLIPPED:
        rest = text[following.end(1) : min(following.end(1) + 90, end)].split(". ")[0]
        if any(is_plain_reporting_verb(word.strip(".,:;")) for word in rest.split()):
            return False
    return _words_inside(text, start, match.start()) > 4


def _names_speaker(following: re.Match[str], second: str | None, end: int) -> bool:
    """Whether the verb of saying after a quotation is followed by a speaker: "said Smith", "said the mayor"."""
    return second is not None and following.end() < end - 1 and second not in _NO_SPEAKERS


def _words_inside(text: str, start: int, stop: int) -> int:
    """How many words stand between the opening quotation mark before ``stop`` and it."""
    low = max(start, stop - _WINDOW)
    opened = max(text.rfind(mark, low, stop) for mark in ("“", '"', "‘"))
    return len(text[max(opened, low) : stop].split())


def _ends_otherwise(
    text: str, start: int, match: re.Match[str], before: str, after: str, lower: bool, end: int
) -> bool:
    """Question and exclamation marks, and ellipses."""
    mark, closers = match[1], match[2]
    asks = "?" in mark or "!" in mark
    if closers:
        quote = closers.strip(")]")
        if not quote:
            return not lower and text.rfind("(", max(start, match.start() - _WINDOW), match.start()) <= start + 1
        if lower:
            following = _LOWER_AFTER.match(text, match.end(), end)
            if following is None:
                return False
            first, second = following.groups()
            if is_reporting_verb(first):
                return not _names_speaker(following, second, end) and second is not None
            return second is None  # a clipped tail: "... to go?” was."
        if asks:
            speaker = _NAME_THEN_WORD.match(text, match.end(), end)
            if speaker and is_reporting_verb(speaker[1]) and not opens_sentence(after):
                return False
        return True
    if lower:  # not after a title that asks: the film Shall We Dance? opened
        return mark == "?" and not before[:1].isupper() and after not in ("and", "or", "he", "she", "they")
    if asks:
        return before not in _SHOUTED
    if not before:  # " ... ": something left out
        return opens_sentence(after.rstrip(".,:;!?"))
    return after != "I"
