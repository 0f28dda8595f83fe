"""Words that are written with a full stop of their own, and what may stand after it.

One list for sentence ends, names and speakers. Source: the abbreviations of the AP and Guardian style books and of
Merriam-Webster's table, by hand; what disagreed was settled by counts in training/news.txt.xz.
"""

from newslint.english.calendar import SHORT_MONTHS, SHORT_WEEKDAYS
from newslint.english.places import SHORT_STATES
from newslint.english.titles import SHORT_TITLES

# Words that a name follows, so that the stop ends nothing: places and ships beside the titles.
BEFORE_NAMES = SHORT_TITLES | frozenset("Ft Mt Mts St Ste".split())
# They may end a sentence too, and what follows decides; LLC, plc and GmbH are written without a stop.
ABBREVIATIONS = frozenset(
    """
    al approx apt asst assn assoc ave bldg blvd bros ca cf cie co corp cos ctr dept dir dist div ed eds esq est etc exec
    ext govt hwy inc intl jr ltd mfg natl ph.d pkwy pty rd resp rt rte sq sr tel univ v viz vs
    """.split()
)
# Where a company or its lawyers give these a stop, what follows in lower case goes on with the sentence.
_STOPLESS = frozenset("gmbh llc plc".split())
# Short for units of measure: what follows with a capital begins a sentence.
UNITS = frozenset("cm ft hr hrs kg km lb lbs min mins mm mph oz sec secs yd yds".split())
# Before a number only.
BEFORE_NUMBERS = frozenset("art ch cl eq ex fig figs no nos p par para pp sec vol".split())

_TITLES = frozenset(word.lower() for word in BEFORE_NAMES)
# With a capital, or in capitals.
_CAPITAL = _TITLES | {word.lower() for word in SHORT_MONTHS}
# As they stand only: "PA" and "SUN" are written without a stop, "miss" and "ill" are words.
_EXACT = SHORT_STATES | frozenset(SHORT_WEEKDAYS)


def may_have_stop(word: str) -> bool:
    """Whether a full stop after ``word`` ends nothing where lower case follows; see ``is_abbreviation``."""
    return word.lower() in _STOPLESS or is_abbreviation(word)


def is_abbreviation(word: str) -> bool:
    """Whether a full stop after ``word`` may be the word's own: an initial, "Mr", "Inc", "p.m", "Ala", "Sgt".

    ``word`` is without that stop; of "Lt-Gen" and "non-U.S" the last part counts.
    """
    key = word.rpartition("-")[2]
    if len(key) < 2:
        return key.isalpha() and key != "I"
    fold = key.lower()
    if fold in ABBREVIATIONS or key in _EXACT or (fold in UNITS and key != key.upper()):
        return True
    if "." in key:
        return is_initials(key)
    if not key[0].isupper():
        return False
    return fold in _CAPITAL or _has_no_vowel(key)


def is_initials(word: str) -> bool:
    """Whether ``word`` ends in single letters with stops between them: "U.S", "p.m", "5p.m"."""
    head, _, last = word.rpartition(".")
    if len(last) != 1 or not last.isalpha() or not head[-1:].isalpha():
        return False
    return len(head) == 1 or head[-1].isupper() or not head[-2].isalpha()


def precedes_name(word: str) -> bool:
    """Whether a name follows the abbreviation ``word``, which has its capital: "Mr", "St", "Gen"."""
    return word[:1].isupper() and word.lower() in _TITLES


def precedes_number(word: str) -> bool:
    """Whether a number follows the abbreviation ``word``, in any case: "No", "p", "Fig"."""
    return word.lower() in BEFORE_NUMBERS


def is_unit(word: str) -> bool:
    """Whether ``word`` is short for a unit of measure: "lbs", "kg"."""
    return word.lower() in UNITS


def is_short_state(word: str) -> bool:
    """Whether ``word`` is short for an American state or a Canadian province: "Ala", "N.Y"."""
    return word in SHORT_STATES


def _has_no_vowel(word: str) -> bool:
    """Whether a short word with a capital has no vowel, as "Cmdr" and "Jct" have not."""
    return len(word) < 5 and word.isalpha() and not word.isupper() and not any(c in "aeiouyAEIOUY" for c in word)
