"""Lines in which the site speaks to its readers: "Get our headlines by email", "Reader comments", "Watch the ad below".

No list of such lines is ever complete, but they are made of few things: they ask the reader to do something, say "you",
"our" or "this page", and name what a site consists of. Each of these is a sign, as are words of a story (said, he, was)
and the length of a line; ``appeal_weights`` says what each weighs.
"""

from math import fsum

from newslint.analysis.page.appeal_weights import WEIGHTS
from newslint.english.page_words import ASKS, SITE, THINGS
from newslint.model.expressions import expression
from newslint.model.kept import kept
from newslint.model.named_tuple import NamedTuple

# A longer line is none.
MOST_WORDS = 26
_LENGTHS = (8, 14, 24, MOST_WORDS)
_MOSTLY = 0.8  # the share of known words without which a line that neither asks nor speaks is a story's
_MOST_NAMED = 3  # more of them say no more
FAINTEST = 0.3  # the weight from which a line is an appeal at all

_JOINS = frozenset(("and", "or", "to", "don't", "never"))
# A writer, too, points to what stands "below".
_AROUND = ("above", "below")
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
    """What a line appeals for, as a control whose rule reports it; ``weight``: log-odds that it is no copy.

    ``points``: it names what stands "below", as a writer may, too.
    """

    control: str
    weight: float
    points: bool


@kept
def find_appeal(line: str) -> Appeal | None:
    """What the site says to its readers in ``line``; None for a line of a story."""
    found = signs_of(line)
    if found is None:
        return None
    control, signs = found
    weight = fsum([WEIGHTS.get(sign, 0.0) * value for sign, value in signs.items()])
    return Appeal(control, weight, any(word in line.lower() for word in _AROUND)) if weight >= FAINTEST else None


def signs_of(line: str) -> tuple[str, dict[str, float]] | None:
    """The control that a line may appeal for, and what speaks for it: sign -> how much. None for a line of a story."""
    size = len(line.split(None, MOST_WORDS + 1))
    if not 2 <= size <= MOST_WORDS or line[0] in '"“‘':
        return None
    parts = _PART.findall(line.lower().replace("’", "'"))
    words = set(parts)
    if SITE.keys().isdisjoint(words) and THINGS.keys().isdisjoint(words):
        return None
    site: dict[str, str] = {part.rstrip("s"): SITE[part] for part in parts if part in SITE}
    things, asks, points, known = _read(parts)
    if not site and not things:
        return None
    if ('"' in line or "“" in line or not words.isdisjoint(TOLD)) and not (len(site) > 1 and asks):
        return None
    you, we = not words.isdisjoint(YOU), not words.isdisjoint(WE)
    share = known / sum(part[0].isalnum() for part in parts)
    if not (asks or you or we or points) and share < _MOSTLY:
        return None
    signs = {
        "any line": 1,
        f"words: {next(most for most in _LENGTHS if size <= most)}": 1,
        f"of sites: {min(len(site), _MOST_NAMED)}": 1,
        f"of stories, too: {min(len(things), _MOST_NAMED)}": 1,
        "asks": asks,
        "says you": you,
        "says we": we,
        "points to the page": points,
        "words of a story": min(len(words & STORY), _MOST_NAMED),
        "share of known words": share,
    }
    control = next(iter((*site.values(), *things.values())))
    return control, {sign: value for sign, value in signs.items() if value}


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
