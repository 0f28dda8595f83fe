"""Lists in running text: how many items they have, or how many they may have."""

import re
from functools import cache

from newslint import NamedTuple, compiled, english, expression


class Listing(NamedTuple):
    """A list that was read: the fewest and the most items it can be said to hold. ``names``: all items are names."""

    fewest: int
    most: int
    names: bool
    marked: bool  # every item opens with an article, a possessive or "to"
    joined: bool = True  # "and" stands before the last item


_PARTIES = frozenset("Republican Democrat Democratic Labour Conservative Tory Liberal Green".split())
_CLAUSE = frozenset(
    (
        "who,which,that,is,was,were,are,has,have,had,will,would,can,could,should,may,might,said,says,when,where,while,"
        "because,if,but,not,all,both,each,including,although,though,so,then,since,after,before,i,we,he,she,they,it,you"
    ).split(",")
)
_ARTICLES = (
    "a ",
    "an ",
    "the ",
    "his ",
    "her ",
    "its ",
    "their ",
    "our ",
    "my ",
    "your ",
    "to ",
    "no ",
    "one ",
    "more ",
)
# Names that hold an "and" of their own: no way to tell from the grammar.
_PAIRED = frozenset(
    (
        "bosnia trinidad antigua nevis kitts tome príncipe vincent pierre wallis turks tyne brighton newfoundland "
        "marks simon johnson procter crosse jammu food health science arts law education research"
    ).split(" ")
)


@cache
def _name() -> re.Pattern[str]:
    joint = r"(?:of|the|de|del|la|le|du|da|dos|von|van|der|den|bin|al|for|[A-Z0-9“][\w.’'”-]*)"
    return compiled(rf"(?:(?:the|a|an)\s)?(?:[a-z-]+\s){{0,2}}[A-Z][\w.’'-]*(?:\s{joint}){{0,5}}")


# No item but a word about the one before: led by Ms. Low, based in Ghent.
_INSERTED = expression(
    r"""
    (?:[a-z]+ed|led|born|held|run|made|won|whose|now|then|once|also|formerly)  # built in
    \s
    |[a-z]+\s(?:by|in|at|from|with)\s[A-Z]  # novel by Ruiz
    """,
    re.VERBOSE,
)
# A clause of its own: Dawn and Noon; one is a daily.
_TOLD = expression(
    r"""
    (?:while|but)\s
    |(?:one|both|each|it|this|that|he|she|they|the\s\w+)\s  # one is
     (?:is|was|are|were|has|have|had|will)\b
    """,
    re.I | re.VERBOSE,
)
_SEVERAL = expression(r"[A-Z][a-z]+s\.\s")  # Sens. Low, Ruiz and Penn; Gov. Dow
_QUOTED = expression(r"(?:[“\"][^“”\"]{1,60}[”\"],?\s)*(?:and|or)\s[“\"][^“”\"]{1,60}[”\"]?")
_PHRASE = expression(r"[a-z][\w’'-]*(?:\s[\w’'-]+){0,6}")


def read_list(text: str) -> Listing | None:
    """The listing that ``text`` is, None where it is no plain list of like things."""
    text = compiled(r"\s*\([^()]*\)").sub("", text).strip().rstrip(".!?…”\"'’ ")
    text = compiled(r"\s?,\s(?:Inc|Ltd|LLC|Corp|plc|PLC|Jr|Sr)\b\s?\.?\s?").sub("", text)
    text = compiled(r",\s(?:aged\s)?\d{1,2}(?=,|;|\s+and\s|$)").sub("", text)  # Ana Ruiz, 34, and ...
    text = compiled(r",\s(?:of|from)\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*(?=,|;|\s+and\s|$)").sub("", text)  # of Ghent
    if quoted := _QUOTED.fullmatch(text):  # “Dawn”, “Noon” and “Dusk”
        marks = len(compiled(r"[“\"]").findall(quoted[0]))
        count = (marks + 1) // 2 if '"' in quoted[0] else marks
        return Listing(count, count, True, True)
    if (
        not text
        or len(text) > 400
        or compiled(r"\b[DRI]-[A-Z]").search(text)
        or compiled(r"[:?!“”\"(){}\[\]\n]|\d|\s[–—-]+\s|—").search(text)
    ):
        return None
    text = compiled(r"\b(and|or),\s[^,;]{2,40},\s").sub(r"\1 ", text)  # tall, petite and, most radically, curvy
    parts = [part.strip() for part in text.split(";" if ";" in text else ",")]
    if not all(parts) or any(compiled(r"(?:and|or|&)\s").match(part) for part in parts[:-1]):
        return None
    last = parts.pop()
    fewest = most = 0
    opening = compiled(r"(?:and|or|plus|&|as\s+well\s+as)\s+").match(last)
    if opening:
        if not parts:
            return None
        items, doubt = [*parts, last[opening.end() :]], len(_joined(last[opening.end() :])) - 1
    else:
        tail = _joined(last)
        if len(tail) == 1 and len(parts) < 2:
            return None
        if len(tail) == 1 and ";" not in text and not parts:
            return None
        items, doubt = [*parts, *tail], max(0, len(tail) - 2)
        if len(tail) == 2 and not _parted(tail):
            doubt = 1
        most -= doubt  # the last "and" may belong to a name
    most += len(items) + (doubt if opening else 0)
    fewest = len(items) - (0 if opening else doubt)
    if not opening and doubt:
        most = len(items)
    for part in parts:
        most += len(_joined(part)) - 1 + (part.count(",") if _SEVERAL.match(part) else 0)
    and_before_last = opening is not None or len(items) > len(parts) + 1
    return _judged(items, fewest, most, ";" in text, and_before_last)


def _judged(items: list[str], fewest: int, most: int, long_items: bool, joined: bool) -> Listing | None:
    if any(_INSERTED.match(item) or _TOLD.match(item) for item in items):
        return None
    if any(english.is_numeral(word) and word != "one" for item in items for word in item.split()):
        return None  # the top two mills and the port: items that stand for several
    names = all(_name().fullmatch(piece) for item in items for piece in _joined(item))
    if not names and not all(_PHRASE.fullmatch(item) or (long_items and len(item) < 120) for item in items):
        return None
    if not names and not long_items:
        if any(item[0].isupper() for item in items):
            return None
        if any(word in _CLAUSE for item in items for word in item.lower().split()):
            return None
    if all(word in _PARTIES for item in items for word in item.split()):
        return None  # three presidents, Republican and Democrat
    if names and not all(_is_state(item) for item in items):
        # South Bend, Indiana, and; former South Bend, Indiana, Mayor Ana Ruiz
        fewest -= sum(1 + (2 <= at < len(items)) for at, item in enumerate(items[1:], 2) if _is_state(item))
    # PUB, Singapore's water agency, and: what the item before it is, perhaps
    fewest -= sum(_WHOSE.match(item) is not None for item in items[1:])
    marked = all(item.lower().startswith(_ARTICLES) for item in items)
    return Listing(fewest, most, names, marked or long_items, joined)


def _is_state(item: str) -> bool:
    """Indiana; Ind.; S.C."""
    return (
        item in english.US_STATES or english.is_short_state(item.rstrip(".")) or _INITIALS.fullmatch(item) is not None
    )


_WHOSE = expression(r"(?:the\s)?[A-Z][\w-]*[’']s?\s[A-Z]")
_INITIALS = expression(r"(?:[A-Z]\.){1,2}[A-Z]\.?|[A-Z]\.[A-Z]")


def _joined(part: str) -> list[str]:
    return [piece for piece in compiled(r"\s+(?:and|or|&)\s+").split(part) if piece]


def _parted(pair: list[str]) -> bool:
    """Whether "X and Y" at the end of a list are two items, not one name such as Trinidad and Tobago."""
    first = pair[0].lower().split()
    return not (first and (first[-1] in _PAIRED or first[0] in _PAIRED))
