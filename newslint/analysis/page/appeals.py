"""Lines in which the site speaks to its readers: "Get our headlines by email", "Reader comments", "Watch the ad below".

No list of such lines is ever complete, but they are made of few things: they ask the reader to do something, say "you",
"our" or "this page", and name what a site consists of. Each of these adds to a line's weight, words of a story (said,
he, was) take from it, and the longer a line is the more it needs. Weights by hand; a paragraph of news weighs nothing.
"""

from typing import NamedTuple

from newslint.english.page_words import ASKS, SITE, THINGS
from newslint.model.expressions import expression

# A longer line is none.
MOST_WORDS = 26
# (words of a line at most, weight that it needs)
_NEEDED = ((8, 2.6), (14, 3.6), (24, 4.6), (MOST_WORDS, 6.0))

_JOINS = frozenset(("and", "or", "to", "don't", "never"))
# A writer, too, points to what stands "below", so such a line is never sure.
_AROUND = frozenset(("above", "below"))
_POINTING = 0.5
_PLACES = frozenset(("here", "below", "above"))
YOU = frozenset(("you", "your", "yours", "you're", "you've", "you'll"))
WE = frozenset(("we", "our", "us", "we're", "we've", "we'll", "me", "my", "i'm", "i"))
# Words of a story, and those that make all else doubtful, as do an update's.
STORY = frozenset(("was", "were", "had", "did", "her", "hers", "herself", "their", "them", "who", "could", "might"))
TOLD = frozenset(
    "said says told added asked he she they his him according who would updated corrected amended clarified".split()
)
# Words that stand between those of a page's own.
LINKS = frozenset(
    """
    a an the this that these those all and or of on in at to for from with by via it its there now today more most be
    is are can will do does not no any every each new latest top free best next previous back up down off out as if
    when how what why just only also about daily weekly weekday weekdays morning month year day week breaking local
    full main other own early first like big popular related selected x exclusive unlimited digital online
    """.split()
)
_PART = expression(r"[a-z0-9][a-z0-9&]*(?:['-][a-z0-9]+)*|[.!?:,;|–—-]+")


class Appeal(NamedTuple):
    """What a line appeals for, as a control whose rule reports it, and how much weightier it is than it needs to be."""

    control: str
    excess: float


def find_appeal(line: str) -> Appeal | None:
    """What the site says to its readers in ``line``; None for a line of a story."""
    size = len(line.split(None, MOST_WORDS + 1))
    if not 2 <= size <= MOST_WORDS or line[0] in '"“‘':
        return None
    parts = _PART.findall(line.lower().replace("’", "'"))
    words = {part for part in parts if part[0].isalnum()}
    site: dict[str, str] = {part.rstrip("s"): SITE[part] for part in parts if part in SITE}
    if not site and words.isdisjoint(THINGS):
        return None
    things, asks, points, known = _read(parts)
    if not site and not things:
        return None
    if ('"' in line or "“" in line or not words.isdisjoint(TOLD)) and not (len(site) > 1 and asks):
        return None
    speaks = (not words.isdisjoint(YOU)) + (not words.isdisjoint(WE))
    share = known / sum(part[0].isalnum() for part in parts)
    if not (asks or speaks or points) and share < 0.8:
        return None
    weight = 2 * len(site) + len(things) + 1.5 * asks + speaks + points - 1.5 * len(words & STORY) + 2 * (share - 0.6)
    needed = next(needed for most, needed in _NEEDED if size <= most)
    if weight < needed:
        return None
    if not words.isdisjoint(_AROUND):
        weight = min(weight, needed + _POINTING)
    return Appeal(next(iter((*site.values(), *things.values()))), weight - needed)


def _read(parts: list[str]) -> tuple[dict[str, str], bool, bool, int]:
    """Things that are named, whether the reader is asked to act or pointed to the page, the number of known words."""
    things: dict[str, str] = {}
    asks = points = False
    known = 0
    opens, before = True, ""
    for at, part in enumerate(parts):
        if not part[0].isalnum():
            opens = opens or part[0] in ".!?:|-–—" or at > 3
            continue
        # A request stands where a sentence or a clause begins, or is joined to another one.
        request = part in ASKS and (opens or (asks and before in _JOINS))
        asks = asks or request
        named = part in SITE or part in THINGS
        if part in THINGS and not request:
            things.setdefault(part.rstrip("s"), THINGS[part])
        known += named or part in ASKS or part in LINKS or part in YOU or part in WE or part in _PLACES
        points = points or (named and before in ("this", "these")) or (asks and part in _PLACES)
        opens = part == "please"
        before = part
    return things, asks, points, known
