"""Tells headlines, bylines, captions ... from paragraphs where the markup does not.

Most paragraphs are long and end in a stop: they are body and cost next to nothing. Words that only furniture, captions
and bylines hold decide a few; what is left, blocks without a final stop, is weighed by shape, place and neighbours.
A paragraph that lost its end must stay body, so that the rules see it.
"""

from __future__ import annotations

import re

from newslint.analysis.text.sentences import find_sentences
from newslint.english.calendar import SHORT_MONTHS
from newslint.english.function_words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, PRONOUNS
from newslint.model.block import Block, Role
from newslint.model.expressions import expression

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
_CREDITS = (
    "Photo/", "Photograph:", "Getty Images", "/Getty", "/AFP", "/Reuters", "/EPA", "/AP", "via AP", "/Al Jazeera",
    "| AP", "| Getty", "| REUTERS", "| Reuters", "AP Photo", "Photo by", "Photo:", "Picture:", "Image credit",
    "Photos by", "Photo courtesy", "File photo", "file photo", "/Shutterstock", "Image:", "/PA]", "/PA Wire",
    "| POLITICO",
)  # fmt: skip
_PARTED_CREDIT = expression(r" \| [^|]{0,60}(?:Photo|Getty|AP|REUTERS|Reuters|EPA|AFP|Images|Bloomberg|POLITICO)\b")
_DATE_LINE = expression(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ?)?"
    rf"(?:(?:May|{'|'.join(SHORT_MONTHS)})[a-z]*\.? \d{{1,2}}(?:,? \d{{4}})?"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4})(?:[,–—| -]*\d{1,2}[:.]\d\d.{0,14})?\.?"
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

# Words with which no heading ends, but a paragraph cut off in the middle may.
_OPEN_ENDED = (PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS) | frozenset(
    """
    a after also an before between both either even her his its just more most my neither not only our over said says
    since such the their then there these this those through under until very within your
    """.split()
)
_PAST = frozenset("was were had has have said would could did been told also he she they his their it".split())
_OPENERS = frozenset(
    "he she they it we i the a an in on at but and this these those there that as after before when while although if "
    "for under since last according during despite even most many some one two his her their its our not".split()
)
# How much each sign speaks for a paragraph that lost its end (above zero) or for a heading (below). Fitted by logistic
# regression to news paragraphs cut at random and real blocks without a stop; 95 % right on publishers left out.
_BY_WORDS = (
    (4, -5.0),
    (6, -0.6),
    (7, 0.95),
    (11, 2.4),
    (17, 2.1),
    (27, 1.65),
    (41, 0.75),
    (10**9, 0.9),
)  # fewer than: weight
_SIGNS = {
    "starts in lower case": -5.7, "ends in a mark": -4.3, "first block": -3.75, "last block": -0.3,
    "headings elsewhere": -0.6, "starts with a figure": -3.1, "capitals": -1.5, "colon": -1.2, "heading after": -0.8,
    "heading before": -0.7, "title case": -0.4, "asks": -0.15, "sentences": 0.2, "in quotes": 0.4,
    "opens as prose": 0.4, "past or pronoun": 0.53, "comma": 0.58, "article": 0.67,
    "share of capitals": 1.1, "ends open": 3.5, "clipped": 6.0,
}  # fmt: skip
_ASKERS = frozenset("what why who how where when which whose is are can do does did will should has".split())


def assign_roles(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the roles that their words and places show; blocks marked by the markup keep theirs."""
    stopped = [_has_stop(text, block) for block in blocks]
    loose = sum(1 for block, stop in zip(blocks, stopped, strict=True) if not stop and block.end - block.start < 90)
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
    start, end, *_ = blocks[index]
    size = end - start
    words = _by_words(text, start, end, size)
    if words is not None:
        return words
    if stopped[index] and size > 110:
        return Role.BODY
    block = text[start:end]
    first = index == 0 and len(blocks) > 1
    if stopped[index]:
        return _short_with_stop(block, index, len(blocks))
    if size > _LONG:
        return Role.QUOTE if _is_signed(text, blocks[index]) else Role.BODY
    tokens = _WORD.findall(block)
    if len(tokens) < 2 and not block[0].isalnum():
        return Role.FURNITURE
    if block[-1] == ":":
        return Role.HEADLINE if len(tokens) < 4 or _capital_share(tokens) > 0.6 else Role.BODY
    if block[-1] in "{};" and index:
        return Role.FURNITURE  # remains of a style sheet or a script
    if index < 4 or index >= len(blocks) - 3:
        if (block.startswith(_BYLINE_STARTS) and _BYLINE.fullmatch(block)) or (
            index and len(tokens) < 9 and _STAFFER.fullmatch(block)
        ):
            return Role.BYLINE
    if block[0] in "—–-•*·" and len(tokens) < 40:
        return Role.LIST
    if _is_row(block, tokens):
        return Role.TABLE
    before = index > 0 and not stopped[index - 1]
    after = index + 1 < len(blocks) and not stopped[index + 1]
    others = loose - (size < 90)
    # Below a headline stands the standfirst, and it reads like a sentence.
    needed = (9.0 if after else 2.0) if before and index < 3 and tokens[-1] not in _OPEN_ENDED else 0.0
    if _prose_score(block, tokens, index, len(blocks), before=before, after=after, others=others) > needed:
        return Role.QUOTE if _is_signed(text, blocks[index]) else Role.BODY
    if first or (index < 3 and len(tokens) < 10):
        return Role.HEADLINE if len(tokens) < 17 else Role.STANDFIRST
    if index < 3 and not loose > 4:
        return Role.STANDFIRST
    return Role.LIST if before and after else Role.HEADLINE


def _by_words(text: str, start: int, end: int, size: int) -> Role | None:
    """The role that the first or last words give away."""
    head = text[start : start + 28].lower()
    tail = text[max(start, end - 90) : end]
    if head.startswith(_CAPTION_STARTS):
        return Role.CAPTION
    if size < 700 and any(credit in tail for credit in _CREDITS) and _credited(tail):
        return Role.CAPTION
    if size < 400 and head.startswith(_FURNITURE_STARTS) and _is_furniture(text, start, end, head):
        return Role.FURNITURE
    if tail.lower().endswith(_FURNITURE_ENDS) and size < 500 and not (size > 200 and tail.endswith("witter.")):
        return Role.FURNITURE
    if "pic.twitter.com/" in tail and size < 600 and tail.rfind(" ") < tail.find("pic.twitter.com/"):
        return Role.QUOTE
    if " | " in tail and size < 500 and _PARTED_CREDIT.search(text, max(start, end - 250), end):
        return Role.CAPTION
    if "contributed to this " in tail and size < 250:
        return Role.FURNITURE
    if tail[-1] in ")0123456789" and size < 600 and "(@" in tail and _TWEETED.search(tail):
        return Role.QUOTE
    if size < 60 and any(map(str.isdigit, tail)) and _DATE_LINE.fullmatch(tail):
        return Role.DATELINE
    if text[start] in "([" and text[end - 1] in ")]" and size < 120 and text.find(text[end - 1], start) == end - 1:
        return Role.FURNITURE if text[end - 2] not in _STOPS else None
    return None


def _credited(tail: str) -> bool:
    """Whether a credit closes the tail, rather than stands in a sentence: little but names follows it."""
    place = max(tail.rfind(credit) for credit in _CREDITS)
    rest = tail[place:]
    return len(rest) < 70 and sum(word[0].islower() for word in _WORD.findall(rest)) < 4


def _is_furniture(text: str, start: int, end: int, head: str) -> bool:
    """Whether a block that opens like furniture is it: "Follow the road, he said." is not."""
    if head.startswith(("follow ", "posted ", "published ", "updated ", "download ", "comments", "subscribe")):
        return end - start < 60 and text[end - 1] not in _STOPS
    return text[end - 1] in _STOPS or text[start:end].rpartition(" ")[2] not in _OPEN_ENDED


def _short_with_stop(block: str, index: int, count: int) -> Role:
    """A short block that ends with a stop: body, but for a title with a stop, a signature, a place."""
    tokens = _WORD.findall(block)
    if not tokens:
        return Role.FURNITURE
    share = _capital_share(tokens)
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


def _capital_share(tokens: list[str]) -> float:
    """The share of longer words after the first that are capitalised: 1.0 in "Mayor Opens Bridge", also if none is."""
    long = [word for word in tokens[1:] if len(word) > 3]
    if not long:
        return 1.0 if all(word[0].isupper() for word in tokens) else 0.0
    return sum(word[0].isupper() or word[0].isdigit() for word in long) / len(long)


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
    if len(tokens) > 9 or not re.match(_NAME, last):
        return False
    return _capital_share(tokens) > 0.45 and not any(token.lower() in _PAST or token in _OPEN_ENDED for token in tokens)


def _prose_score(
    block: str, tokens: list[str], index: int, count: int, *, before: bool, after: bool, others: int
) -> float:
    """Above zero for a paragraph that lost its end, below for a heading.

    ``before`` and ``after``: the neighbours have no final stop either; ``others``: how many short blocks have none.
    """
    lower = [token.lower() for token in tokens[:41]]
    size = len(tokens)
    share = _capital_share(tokens)
    sentences = find_sentences(block, (Block(0, len(block)),)) if size > 8 else ()
    signs = {
        "starts in lower case": block[0].islower(),
        "ends in a mark": not block[-1].isalnum() and block[-1] != ",",
        "first block": index == 0 and count > 1,
        "last block": index == count - 1,
        "headings elsewhere": min(others, 6),
        "starts with a figure": block[0].isdigit(),
        "capitals": block.isupper(),
        "colon": ": " in block,
        "heading after": after,
        "heading before": before,
        "title case": size > 3 and share > 0.7,
        "asks": lower[0] in _ASKERS,
        "sentences": size > 8 and len(sentences) > 1,
        "clipped": size > 11 and len(sentences) > 1 and len(sentences[-1].text.split()) < 4,
        "in quotes": block[0] in "'‘\"“",
        "opens as prose": lower[0] in _OPENERS,
        "past or pronoun": min(3, sum(word in _PAST for word in lower)),
        "comma": min(2, block.count(", ")),
        "article": min(3, sum(word in ("the", "a", "an") for word in lower)),
        "share of capitals": share,
        "ends open": block[-1] == "," or (block[-1].isalnum() and tokens[-1] in _OPEN_ENDED),
    }
    length = next(weight for limit, weight in _BY_WORDS if size < limit)
    return length + sum(_SIGNS[sign] * value for sign, value in signs.items() if value)
