"""Sentences, block by block.

A stop is a candidate only where white space follows it; whether it ends a sentence is decided by the word before it
(an abbreviation, an initial), by the marks that close after it, and by the word that follows.
"""

import re
from typing import NamedTuple

from newslint.model.block import Block
from newslint.model.expressions import expression

# A run of stops that is not itself inside a run, the marks that close after it, then white space.
_STOP = expression(r"(?<![.!?…])([.!?…]+(?:[ \xa0][.…]+){0,4})((?:[\"'”’»)\]]|\s[”»])*)(?=\s)")
_NEXT = expression(r"\s+([\"'“‘«(\[¡¿]*)([^\s\"“”)\]]{0,24})")
_INITIALS = expression(r"(?:[A-Za-z]\.)+[A-Za-z]")
_LOWER_AFTER = expression(r"\s+([a-z][\w’'-]*)(?:\s+([\w’'-]+))?")
_NAME_THEN_WORD = expression(r"\s+(?:[A-Z][\w.’'-]*,?\s+){1,4}([a-z]+)")
_SPACE = expression(r"\s*")
_OPENERS = "\"'“‘«([¡¿"
_WINDOW = 400  # how far back an opening mark is looked for

# Words that stand before a name: a stop after them ends nothing.
_TITLES = frozenset(
    "adm amb asst atty brig capt cmdr col cpl cmsr dep det dr drs fr ft gen gov govs hon insp lt ltg maj messrs mgr "
    "mlle mme mr mrs ms msgr mt mts ofc pfc pres prof pvt rep reps rev sen sens sgt spc ssgt st supt treas".split()
)
# Words that may stand at the end of a sentence too: what follows decides.
_ABBREVIATIONS = frozenset(
    "apt assn assoc ave bldg blvd bros cie co corp ctr dept dist div esq est etc ext gmbh govt hwy inc intl jr ltd mfg "
    "natl pkwy plc pty rd rte sr univ al approx cf ed eds vs v viz resp ca tel ph.d".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
_DAYS = frozenset("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split())
_BEFORE_NUMBER = frozenset("no nos art sec ch vol pp p fig figs eq par para cl ex".split())
_STATES = frozenset(
    "Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Kans Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla "
    "Ore Pa Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Ont Que Alta Sask Man N.H N.J N.M N.Y N.C N.D R.I S.C S.D W.Va D.C "
    "B.C P.R".split()
)
# Words, capitalised here, that start a sentence and hardly ever a name.
_STARTERS = frozenset(
    "The A An This That These Those There It He She They We You His Her Its Their Our Your My In On At For From To "
    "With By As If When While After Before Since Until Unless Although Though Because But And Or So Yet Nor Not No Yes "
    "Now Then Here Still Also Even Just Only Once Some Many Most More Much Each Every Both Either Neither All Any "
    "Another Other Others Such What Why How Where Which Whether According Meanwhile However Moreover Instead Later "
    "Earlier Recently Today Yesterday Tomorrow During Despite Amid Among Between Through Without Within Like Unlike "
    "About Against Along Across Around Perhaps Maybe Asked Speaking Several Few Nearly Almost Soon Often Never Nobody "
    "Everyone Someone Nothing Something Last Overall Additionally Furthermore Nevertheless Nonetheless Thus Hence "
    "Besides Indeed Eventually Finally Initially Ultimately Currently Previously Under Over Upon Police Officials "
    "Asking Based Given Due Rather Whatever Whoever Whenever Let Did Does Do Is Are Was Were Has Have Had Can Could "
    "Should Would It's It’s He's He’s She's She’s They're They’re We're We’re That's That’s There's There’s I'm I’m "
    "Don't Don’t Didn't Didn’t I've I’ve I'd I’d".split()
)
_NEVER_NAMES = frozenset("The This That These Those There It But And They We Its Their".split())
_SHOUTED = frozenset("Yahoo Jeopardy E Yum Wham Oklahoma".split())  # names that end in an exclamation mark
_TIME_AFTER = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday ET EST EDT CT CST CDT MT PT PST PDT GMT BST UTC CET AEST "
    "Eastern Pacific Central Mountain Jan Feb March April May June July Aug Sept Oct Nov Dec".split()
)
# Verbs of attribution, as they follow a quotation's end.
_SAYING = frozenset(
    "said says say asked asks added adds told tells wrote writes replied replies shouted shouts yelled yells cried "
    "cries recalled recalls explained explains declared declares demanded demands wondered wonders insisted insists "
    "tweeted tweets joked jokes quipped quips responded responds continued continues exclaimed exclaims screamed "
    "screams read reads chanted chants answered answers argued argues noted notes warned warns claimed claims".split()
)
_NO_SPEAKERS = frozenset("it this that there they we you so in on at to for nothing".split())


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
                start = _SPACE.match(text, end, block_end).end()  # type: ignore[union-attr]
        if start < block_end:
            found.append(_new(Sentence, (start, block_end, text[start:block_end], index)))
    return tuple(found)


def _ends(text: str, start: int, match: re.Match[str], block_end: int) -> bool:
    """Whether the stop at ``match`` ends the sentence that began at ``start``."""
    stop = match.start()
    following = _NEXT.match(text, match.end(), block_end)
    if following is None or following.end() == following.start(1):
        return following is None or following.end() >= block_end or not text[following.end()].isspace()
    opening, after = following.groups()
    closers = match[2]
    mark = match[1]
    words = text[max(start, stop - 30) : stop].split()
    before = words[-1].lstrip(_OPENERS) if words and not text[stop - 1].isspace() else ""
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
        return not _is_abbreviation(before)
    return _ends_after(text, start, stop, before, words, opening, after)


def _is_abbreviation(word: str) -> bool:
    """Whether a stop after ``word`` may be the word's own."""
    key = word.rpartition("-")[2]
    fold = key.lower()
    if len(key) < 2:
        return key.isalpha() and key != "I"
    return (
        (key[0].isupper() and (fold in _TITLES or key in _STATES or fold in _MONTHS or key in _DAYS))
        or fold in _ABBREVIATIONS
        or _INITIALS.fullmatch(key) is not None
        or (
            len(key) < 5
            and key[0].isupper()
            and key.isalpha()
            and not any(c in "aeiouyAEIOUY" for c in key)
            and not key.isupper()
        )
    )


def _ends_after(text: str, start: int, stop: int, before: str, words: list[str], opening: str, after: str) -> bool:
    """A single stop with nothing closing after it, and no lower-case word to follow."""
    key = before.rpartition("-")[2]
    fold = key.lower()
    bare = after.rstrip(".,:;!?’'")
    if key.isdigit():
        return stop - start > len(key)  # "1. The council" is the number of an item
    if fold in _BEFORE_NUMBER and after[0].isdigit():
        return False
    if not _is_abbreviation(before):
        return True
    starts = bare in _STARTERS or (opening != "" and opening[0] in '“"')
    if len(key) == 1:
        if stop - start == 1:
            return False  # "Q. Will it rain?"
        return starts and bare not in ("A", "De", "Le")
    if fold in _TITLES and key[0].isupper():
        return bare in _NEVER_NAMES or (fold in ("st", "ft", "mt") and starts)
    if fold in ("a.m", "p.m"):
        return not (after[0].isdigit() or bare in _TIME_AFTER or bare in ("On", "In"))
    if key in _STATES and text[stop - len(before) - 2 : stop - len(before) - 1] == ",":
        return bare.lower() not in _TITLES  # mid-sentence a comma would follow: "Spokane, Wash., on Monday"
    return starts


def _ends_closed(text: str, start: int, match: re.Match[str], before: str, after: str, lower: bool, end: int) -> bool:
    """A single stop with a quotation mark or a bracket closing after it."""
    quote = match[2].strip(")]")
    if not quote:  # only brackets
        if lower:
            return False
        if _is_abbreviation(before):
            bracket = text.rfind("(", max(start, match.start() - _WINDOW), match.start())
            return bracket <= start or after.rstrip(".,:;") in _STARTERS
        return True
    if not lower:
        return True
    following = _LOWER_AFTER.match(text, match.end(), end)
    if following is None:
        return True
    first, second = following.groups()
    if first in _SAYING:
        return not _names_speaker(following, second, end)
    if not second:
        return True  # a clipped tail: "... of the war.” was."
    if first not in ("and", "or", "but", "which", "who", "is", "was", "be", "are", "were"):
        rest = text[following.end(1) : min(following.end(1) + 90, end)].split(". ")[0]
        if any(word.strip(".,:;") in _SAYING for word in rest.split()):
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
            if first in _SAYING:
                return not _names_speaker(following, second, end) and second is not None
            return second is None  # a clipped tail: "... to go?” was."
        if asks:
            speaker = _NAME_THEN_WORD.match(text, match.end(), end)
            if speaker and speaker[1] in _SAYING and after not in _STARTERS:
                return False
        return True
    if lower:  # not after a title that asks: the film Shall We Dance? opened
        return mark == "?" and not before[:1].isupper() and after not in ("and", "or", "he", "she", "they")
    if asks:
        return before not in _SHOUTED
    if not before:  # " ... ": something left out
        return after.rstrip(".,:;!?") in _STARTERS
    return after != "I"
