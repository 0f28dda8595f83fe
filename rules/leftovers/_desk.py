"""How people of a desk write to each other: labels, shorthand, slugs, told by form rather than by whole phrases."""

from __future__ import annotations

import re

from newslint import compiled, expression


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words of a desk's shorthand that no reader is ever given.
_SHORTHAND = _words(
    "pls plz pix reax hed dek graf grafs slugline xrefs legalled subbed-down tktk writethru standfirst nibs"
)
# What a note to the desk is headed with. The first group says so in any case, the second only in capitals.
_TO_DESK = _words("subs desk cq dek hed standfirst lede graf seo slug slugline topline eds sub-eds reax nib")
_SHOUTED = _words(
    "legal lawyers headline intro option para note notes query queries check top line kicker tweet length picture pic "
    "caption pull-quote headlines rewrite"
)
_WITH = _words("option line to for the a and copy night day news picture photo web print alternative alt 1 2 3 social")
_LABEL = expression(r"[\[(]?([A-Za-z][\w\-]*(?: [\w\-]+){0,3})\s?(?:[:]|\s[–—-]{1,2}\s)\s*(?=\S)")
# "ferry-closure-v3-FINAL", "council_vote_2": a name that a file or a story has in the system.
_SLUG = expression(r"[A-Za-z]+(?:[-_][A-Za-z0-9]+){2,}")
_VERSION = expression(
    r"(?i)[-_](?:v?\d+|final|draft|new|copy|edit(?:ed)?|sub(?:bed)?|web|upd(?:ate)?|wrap|lede|splash)\b"
)
_LENGTH = expression(r"(?i)(?:word count:? ?\d+|w/c \d+|c?\.? ?\d{2,4} ?(?:words|wds|w)\b.{0,20})")
_TAGS = expression(r"(?:#\w+\W{0,2}){2,}(?:(?:pls|please) )?(?:RT|retweet)?\W*")
_MOST = 25  # words of a note
# Orders that fill a line: "Factbox goes here", "Hold for Friday", "For page 7".
_ORDERS = expression(
    r"""
    (?:\w+[ ]){1,5}(?:goes|go|to[ ]go)[ ]here\.?
    |(?:embed|insert|place|paste|add)[ ](?:\w+[ ]){1,4}here\.?
    |(?:\S+[ ]){1,8}to[ ]come
    |(?:hold[ ](?:for|until|till)|for[ ]page[ ]\d|takes[ ]in|rewrite[ ]from|replaces[ ](?:earlier|previous))\b[^.]{0,50}
    |(?://[ ]?ends[ ]?//|(?:copy|story)[ ]ends|end[ ]of[ ]copy|-+ends-+)
    """,
    re.IGNORECASE | re.VERBOSE,
)


# What print puts into brackets by itself is a sentence, or tells of a sound: [laughs].
_BRACKETED = expression(r"\[[a-z][^\[\]]+\]|\([a-z][^()]+\?\)")
_LEAST_BRACKETED = 4  # words


def is_for_desk(line: str, words: int) -> bool:
    """Whether a line, as it stands, was written for colleagues."""
    if _LEAST_BRACKETED <= words <= _MOST and _BRACKETED.fullmatch(line):
        return True
    if words > _MOST or line[0] in "\"“‘'":
        return False
    if words == 1:
        return _SLUG.fullmatch(line) is not None and _VERSION.search(line) is not None
    if _ORDERS.fullmatch(line) or _LENGTH.fullmatch(line) or _TAGS.fullmatch(line):
        return True
    if not _SHORTHAND.isdisjoint(compiled(r"[A-Z]?[a-z\-]+").findall(line[:1].lower() + line[1:])):
        return True
    label = _LABEL.match(line)
    return label is not None and _is_label(label[1]) and _is_said(line[label.end() :])


def _is_said(words: str) -> bool:
    """Whether what follows a label says something, rather than naming players: "Subs: Miller, Reed"."""
    return any(word.islower() and len(word) > 2 for word in words.split())


def _is_label(label: str) -> bool:
    lower = label.lower().split()
    if not _TO_DESK.isdisjoint(lower):
        return _TO_DESK.issuperset(set(lower) - _WITH - _SHOUTED)
    return label.isupper() and not _SHOUTED.isdisjoint(lower) and _SHOUTED.issuperset(set(lower) - _WITH)
