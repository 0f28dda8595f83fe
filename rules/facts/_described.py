"""Lists whose items are described: "the Corinna, which sank in 1917, the Amherst, lost in 1941, and a trawler"."""

import re

from newslint import compiled, expression

from ._lists import Listing

# What tells more of the item before: a clause, a participle, a place, an age, a time.
_ABOUT = expression(
    r"""
    (?:
        (?:
            who|whom|whose|which|where|when|now|then|once|formerly|aged|also|both|all
            |later|first|last|until|since|after|before|from|in|of|at|on|near|with|by
            |for|worth|including|built|lost|sunk|made|born|held|won|led|found|sold
            |based|seen|known|located|owned|run|known|killed|wrecked|[a-z]+ed
            |[a-z]+ing
        )\b
        |\d
    )
    """,
    re.VERBOSE,
)
_ITEM = expression(r"(?:the|a|an|one|another|his|her|its|their|two|three)\s[\w’'“-]|[A-Z“\"]")
_NAME = expression(r"(?:the\s)?[A-Z“\"]")
_APART = expression(r",\s+|;\s+")


def read_described(text: str) -> Listing | None:
    """The listing that ``text`` is, None where a piece is neither an item nor a description of one."""
    text = compiled(r"\s*\([^()]*\)").sub("", text).strip().rstrip(".!?…”\"'’ ")
    if not text or len(text) > 500 or compiled(r"[:?!\n]|\s[–—-]+\s|—|\.\s").search(text):
        return None
    pieces = _APART.split(text)
    tail = compiled(r"\s+and\s+(?=(?:the|a|an|one|another|his|her|its|their)\s|[A-Z“\"])").search(pieces[-1])
    last = compiled(r"(?:and|or)\s+").match(pieces[-1])
    if last:
        pieces[-1] = pieces[-1][last.end() :]
    elif tail:
        pieces[-1:] = [pieces[-1][: tail.start()], pieces[-1][tail.end() :]]
    else:
        return None
    names = others = described = 0
    for index, piece in enumerate(pieces):
        item = compiled(r"^(?:and|or)\s+").sub("", piece)
        if _ABOUT.match(item):
            if not index:
                return None
            described += 1
        elif _NAME.match(item):
            names += 1
        elif _ITEM.match(item):
            others += 1
        else:
            return None
    if not described or names + others < 2:
        return None
    # a name and "a trawler" may be two things, or a name and what it is
    fewest = names if names > 1 else max(names + others - 1, 1) if names else others
    return Listing(fewest, names + others, True, False)
