"""What the rules about sentences share: full stops, abbreviations, and words that cannot be a sentence's last."""

from __future__ import annotations

from newslint import expression


def words(text: str) -> frozenset[str]:
    """A set of words, written as one text."""
    return frozenset(text.split())


STOPS = ".!?…"
CLOSERS = "\"'”’»)]"

# Abbreviations by how they are written: those with a capital are words of their own without it (No., Miss., Ill.).
_CAPITAL = words(
    """
    mr mrs ms mx dr prof rev hon sen sens rep reps gov govs gen col lt maj capt cpl sgt cmdr adm supt det insp pres
    rt st mt ft jr sr esq messrs mme mlle inc ltd corp co cos bros plc llc assn dept univ vs v no nos vol ed jan feb
    mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri ala ariz ark calif colo conn del fla
    ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ave blvd
    rd hwy sq bldg apt pvt sec dir asst exec intl natl govt
    """
)
_LOWER = words(
    """
    etc vs v al cf eg ie approx est aka ca viz p pp ed eds vol hrs mins yds lbs oz ft km kg cm mm mph dept govt ext tel
    """
)

# Words after which something must follow: no sentence ends there, whatever its style.
NEVER_LAST = words("the a an my your our their whose every and or nor than because although unless whereas")

# Titles that stand before a name, never at the end of a sentence.
TITLES = words("Mr Mrs Ms Messrs Sen Sens Rep Reps Gov Prof Lt Sgt Capt Rev")

# Words that hardly ever end a sentence: where the stop is missing too, the next word is missing with it.
OPEN_ENDED = NEVER_LAST | words(
    """
    about according against although am among amid any are as at be been being between but can could despite did do
    does during each either even few for from had has have he her his if in including into is it's its just like made
    many may might most much must near neither no not of on only onto other per said says several shall she should since
    some such that that's their these they this those though throughout to toward towards until upon very via was
    we were what when where whether which while who whom why will with within without would
    """
)
# Words that may as well end a heading ("What lies ahead", "Why it is over"): no sign in a paragraph of one sentence.
MAY_END = words(
    "about are at be did do does few for he her in is many most much no not on she that they this was we were why"
)

AUXILIARIES = words(
    """
    is are was were be been being am has have had will would can could shall should may might must
    """
)


def word_before(text: str, position: int) -> str:
    """The word that ends at ``position`` with its inner points: ``p.m`` before the last point of p.m.

    No longer than 60 characters: a line of nothing but points is no word.
    """
    start = position
    while start > position - 60 and start and (text[start - 1].isalnum() or text[start - 1] in ".'’&"):
        start -= 1
    return text[start:position]


def is_abbreviation(text: str, stop: int) -> bool:
    """Whether the point at ``stop`` belongs to an abbreviation or an initial rather than to a sentence."""
    word = word_before(text, stop).strip("'’")
    if "." in word or (len(word) == 1 and word.isalpha()):
        return True
    return word in _LOWER if word.islower() else word.lower() in _CAPITAL


_BOUNDARY = expression(r"[.!?…][\"'”’»)\]]*\s+(?=\S)")


def sentence_start(text: str, start: int, end: int) -> int:
    """Where the last sentence before ``end`` begins; ``start`` is the start of its paragraph."""
    last = start
    for match in _BOUNDARY.finditer(text, start, end):
        stop = match.start()
        if text[stop] != "." or not (is_abbreviation(text, stop) or text[last:stop].isdigit()):
            last = match.end()
    return last
