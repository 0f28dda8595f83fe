"""Tells headlines, bylines, captions ... from paragraphs where the markup does not.

Most paragraphs are long and end in a stop: they are body and cost next to nothing. Words that only furniture, captions
and bylines hold decide a few; what is left, blocks without a final stop, is weighed by shape, place and neighbours.
A paragraph that lost its end must stay body, so that the rules see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.analysis.page.prose import OPEN_ENDED, PAST, Around, capital_share, signs_of, weight
from newslint.analysis.text.sentences import find_sentences
from newslint.english.calendar import SHORT_MONTHS
from newslint.model.block import Block, Role
from newslint.model.expressions import compiled, expression
from newslint.model.kept import kept
from newslint.model.literals import Literals

_STOPS = ".!?…"
_CLOSERS = "\"'”’»)]*"
_LONG = 420  # a block without a final stop that is longer than this is a paragraph

# Openings and ends of furniture, in lower case.
_FURNITURE_STARTS = (
    "this article was amended", "this article is more than", "this story has been", "this story was",
    "this post has been", "this post was", "this report was", "this version corrects", "correction:",
    "corrections:", "correction -", "clarification:", "editor's note", "editor’s note", "editors' note",
    "editors’ note", "additional reporting by", "reporting by", "(reporting by", "(additional reporting",
    "(writing by", "(editing by", "with reporting by", "associated press writer", "follow ", "click here",
    "read more", "read the full", "related:", "more:", "sign up", "story continued below", "story continues below",
    "article continues", "continue reading", "see also", "see it now:", "advertisement", "copyright ", "© ",
    "(also on", "( also on", "photos:", "( photos:", "video:", "(video:", "( video:", "watch:", "listen:",
    "download ", "subscribe", "share this", "comments", "tags:", "topics:", "sources:", "image:", "play video",
    "note to editors", "contact the writer", "contact this reporter", "(published ", "published ", "updated ",
    "last updated", "posted ", "first published", "full coverage:",
)  # fmt: skip
_FURNITURE_ENDS = (
    "read more", "contributed to this report.", "contributed to this report", "contributed to this article.",
    "contributed to this story.", "contributed reporting.", "contributed.", "all rights reserved.", "on twitter.",
    "– video", "- video", "– as it happened", "– live",
)  # fmt: skip
_CAPTION_STARTS = ("file -", "file –", "file—", "facebook twitter pinterest", "pictured:", "above:", "caption:")
_LABELS = ("picture:", "photo:", "photograph:", "image:")  # before who took it, or what it shows
_LEAST_CAPTION = 60  # characters of a line that says what a picture shows
_CREDITS = (
    "Photo/", "Photograph:", "Getty Images", "/Getty", "/AFP", "/Reuters", "/EPA", "/AP", "via AP", "/Al Jazeera",
    "| AP", "| Getty", "| REUTERS", "| Reuters", "AP Photo", "Photo by", "Photo:", "Picture:", "Image credit",
    "Photos by", "Photo courtesy", "File photo", "file photo", "/Shutterstock", "Image:", "/PA]", "/PA Wire",
    "| POLITICO",
)  # fmt: skip
_CREDIT_SIGNS = Literals(*_CREDITS)
_PARTED_CREDIT = expression(r" \| [^|]{0,60}(?:Photo|Getty|AP|REUTERS|Reuters|EPA|AFP|Images|Bloomberg|POLITICO)\b")
_DATE_LINE = expression(
    rf"""
    (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ]?)?  # Monday,
    (?:
        (?:May|{"|".join(SHORT_MONTHS)})[a-z]*\.?[ ]\d{{1,2}}(?:,?[ ]\d{{4}})?  # March 4, 2019
        |\d{{1,2}}(?:st|nd|rd|th)?[ ][A-Z][a-z]+,?[ ]\d{{4}}  # 4 March 2019
    )(?:[,–—| -]*\d{{1,2}}[:.]\d\d.{{0,14}})?\.?  # , 06.00 GMT
    """,
    re.VERBOSE,
)
_TWEETED = expression(r"[—–―-]\s[^—–]{1,60}\(@\w+\)(?: [A-Z][a-z]+ \d{1,2}, \d{4})?$")
_NAME = r"[A-Z][\w.’'-]*(?: (?:de|van|von|der|al|bin|la|el|[A-Z][\w.’'-]*)){1,4}"
_AFTER_DASH = expression(rf"[.!?][\"”’]?\s?[—–―-]\s?{_NAME}(?:, .{{2,60}})?$")
_BYLINE_STARTS = ("By ", "BY ", "Words by ", "Text by ")
_BYLINE = expression(rf"(?:By|Words by|Text by|BY) {_NAME}(?:,? and {_NAME})*(?:,.{{2,60}}| in [A-Z][\w ,]+| \|.*)?\.?")
_STAFFER = expression(rf"{_NAME}(?:, | \| | - | — |, for )[A-Z][\w’'-]*(?: (?:of|the|and|in|at|for|[A-Z][\w’'-]*))*")
_SIGNATURE = expression(rf"(?:By )?{_NAME}\.")
_SCORE = expression(r"\d+\s?[-–]\s?\d+|\b\d+(?:\.\d+)?%?(?:\s|$)")
_WORD = expression(r"\w[\w’'\-]*")
# Log-odds that a standfirst must have to be a paragraph: below a headline, and with another heading below it.
_BELOW_HEADLINE, _BEFORE_HEADING = 2.0, 9.0


def assign_roles(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the roles that their words and places show; blocks marked by the markup keep theirs."""
    stopped = [_has_stop(text, block) for block in blocks]
    loose = _loose(blocks, stopped)
    found = []
    for index, block in enumerate(blocks):
        if not block.marked and block.role is Role.BODY:
            role = _role(text, blocks, index, stopped, loose)
            if role is not Role.BODY:
                block = Block(block.start, block.end, role)
        found.append(block)
    return tuple(found)


def _has_stop(text: str, block: Block) -> bool:
    end = block.end
    while end > block.start and text[end - 1] in _CLOSERS:
        end -= 1
    return end > block.start and text[end - 1] in _STOPS


def _role(text: str, blocks: tuple[Block, ...], index: int, stopped: list[bool], loose: int) -> Role:
    told = _told(text, blocks, index, stopped)
    if told is not None:
        return told
    block = text[blocks[index].start : blocks[index].end]
    tokens = _WORD.findall(block)
    around = _around(blocks, index, stopped, loose)
    # Below a headline stands the standfirst, and it reads like a sentence.
    top = around.before and index < 3 and tokens[-1] not in OPEN_ENDED
    needed = (_BEFORE_HEADING if around.after else _BELOW_HEADLINE) if top else 0.0
    if weight(block, tokens, around) > needed:
        return Role.QUOTE if _is_signed(text, blocks[index]) else Role.BODY
    if (index == 0 and len(blocks) > 1) or (index < 3 and len(tokens) < 10):
        return Role.HEADLINE if len(tokens) < 17 else Role.STANDFIRST
    if index < 3 and not loose > 4:
        return Role.STANDFIRST
    return Role.LIST if around.before and around.after else Role.HEADLINE


def _around(blocks: tuple[Block, ...], index: int, stopped: list[bool], loose: int) -> Around:
    before = index > 0 and not stopped[index - 1]
    after = index + 1 < len(blocks) and not stopped[index + 1]
    return Around(index, len(blocks), before, after, loose - (blocks[index].end - blocks[index].start < 90))


def prose_signs(text: str, blocks: tuple[Block, ...]) -> Iterator[tuple[int, dict[str, float]]]:
    """The numbers of the blocks that are weighed, each with its signs: what ``training.roles`` learns from."""
    stopped = [_has_stop(text, block) for block in blocks]
    loose = _loose(blocks, stopped)
    for index, block in enumerate(blocks):
        if not block.marked and block.role is Role.BODY and _told(text, blocks, index, stopped) is None:
            words = text[block.start : block.end]
            yield index, signs_of(words, _WORD.findall(words), _around(blocks, index, stopped, loose))


def _loose(blocks: tuple[Block, ...], stopped: list[bool]) -> int:
    """How many short blocks have no final stop."""
    return sum(1 for block, stop in zip(blocks, stopped, strict=True) if not stop and block.end - block.start < 90)


def _told(text: str, blocks: tuple[Block, ...], index: int, stopped: list[bool]) -> Role | None:
    """The role that the words, the final stop or the form of a block give away."""
    start, end, *_ = blocks[index]
    size = end - start
    words = _by_words(text[start:end])
    if words is not None:
        return words
    if stopped[index]:
        return Role.BODY if size > 110 else _short_with_stop(text[start:end], index, len(blocks))
    if size > _LONG:
        return Role.QUOTE if _is_signed(text, blocks[index]) else Role.BODY
    return _by_form(text[start:end], index, len(blocks))


def _by_form(block: str, index: int, count: int) -> Role | None:
    """The role of a block without a final stop that its marks or its pattern give away."""
    tokens = _WORD.findall(block)
    if len(tokens) < 2 and not block[0].isalnum():
        return Role.FURNITURE
    if block[-1] == ":":
        return Role.HEADLINE if len(tokens) < 4 or capital_share(tokens) > 0.6 else Role.BODY
    if block[-1] in "{};" and index:
        return Role.FURNITURE  # remains of a style sheet or a script
    if index < 4 or index >= count - 3:
        if (block.startswith(_BYLINE_STARTS) and _BYLINE.fullmatch(block)) or (
            index and len(tokens) < 9 and _STAFFER.fullmatch(block)
        ):
            return Role.BYLINE
    if block[0] in "—–-•*·" and len(tokens) < 40:
        return Role.LIST
    return Role.TABLE if _is_row(block, tokens) else None


@kept
def _by_words(block: str) -> Role | None:
    """The role that the first or last words of a block give away."""
    size = len(block)
    head = block[:28].lower()
    tail = block[-90:]
    if head.startswith(_CAPTION_STARTS) or (size > _LEAST_CAPTION and head.startswith(_LABELS)):
        return Role.CAPTION
    if size < 700 and _CREDIT_SIGNS.in_text(tail) and _credited(tail):
        return Role.CAPTION
    if size < 400 and head.startswith(_FURNITURE_STARTS) and _is_furniture(block, head):
        return Role.FURNITURE
    if tail.lower().endswith(_FURNITURE_ENDS) and size < 500 and not (size > 200 and tail.endswith("witter.")):
        return Role.FURNITURE
    if "pic.twitter.com/" in tail and size < 600 and tail.rfind(" ") < tail.find("pic.twitter.com/"):
        return Role.QUOTE
    if " | " in tail and size < 500 and _PARTED_CREDIT.search(block, max(0, size - 250)):
        return Role.CAPTION
    if "contributed to this " in tail and size < 250:
        return Role.FURNITURE
    if tail[-1] in ")0123456789" and size < 600 and "(@" in tail and _TWEETED.search(tail):
        return Role.QUOTE
    if size < 60 and any(map(str.isdigit, tail)) and _DATE_LINE.fullmatch(tail):
        return Role.DATELINE
    if block[0] in "([" and block[-1] in ")]" and size < 120 and block.find(block[-1]) == size - 1:
        return Role.FURNITURE if block[-2] not in _STOPS else None
    return None


def _credited(tail: str) -> bool:
    """Whether a credit closes the tail, rather than stands in a sentence: little but names follows it."""
    place = max(tail.rfind(credit) for credit in _CREDITS)
    rest = tail[place:]
    return len(rest) < 70 and sum(word[0].islower() for word in _WORD.findall(rest)) < 4


def _is_furniture(block: str, head: str) -> bool:
    """Whether a block that opens like furniture is it: "Follow the road, he said." is not."""
    if head.startswith(("follow ", "posted ", "published ", "updated ", "download ", "comments", "subscribe")):
        return len(block) < 60 and block[-1] not in _STOPS
    return block[-1] in _STOPS or block.rpartition(" ")[2] not in OPEN_ENDED


def _short_with_stop(block: str, index: int, count: int) -> Role:
    """A short block that ends with a stop: body, but for a title with a stop, a signature, a place."""
    tokens = _WORD.findall(block)
    if not tokens:
        return Role.FURNITURE
    share = capital_share(tokens)
    if share < 0.75 or block[0] in "\"“‘'":
        return Role.BODY
    if index == 0 and count > 1 and len(tokens) > 2:
        return Role.HEADLINE
    if index > 1 and 1 < len(tokens) < 6 and share == 1.0:
        if block.isupper():
            return Role.HEADLINE
        if _SIGNATURE.fullmatch(block):
            return Role.BYLINE
    return Role.BODY


def _is_row(block: str, tokens: list[str]) -> bool:
    """A row of a table or a result: "Group G — Oldham 1 – 2 Bury", "Cases - 304"."""
    if "\t" in block or block.count(" | ") > 1:
        return True
    if len(tokens) > 12 or not any(c.isdigit() for c in block):
        return False
    plain = sum(token.islower() for token in tokens)
    return (
        plain < 2
        and (" - " in block or " – " in block or " — " in block or ": " in block)
        and bool(_SCORE.search(block))
    )


def _is_signed(text: str, block: Block) -> bool:
    """Whether a quotation closes with its author: "... in mind. Ann Roe, the agency's head"."""
    if _AFTER_DASH.search(text, max(block.start, block.end - 80), block.end):
        return True
    sentences = find_sentences(text, (block,))
    if len(sentences) < 2:
        return False
    last = sentences[-1].text
    tokens = _WORD.findall(last)
    if len(tokens) > 9 or not compiled(_NAME).match(last):
        return False
    return capital_share(tokens) > 0.45 and not any(token.lower() in PAST or token in OPEN_ENDED for token in tokens)
