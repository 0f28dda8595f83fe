"""Forms that languages make of one another: Iran and Iranian, Kurd and Kurds, Semitism and Semites."""

from __future__ import annotations

from enum import Enum

from newslint.english.names import is_name
from newslint.english.places import ENDINGS, PLACES
from newslint.english.words import is_word


class Derivation(Enum):
    """How sure it is that one form is made from the other."""

    REGULAR = 1  # plurals, demonyms, adjectives: Iran, Iranian
    DOUBTFUL = 2  # an ending that may as well be a slip: Saudi, Saudia


def is_derived(odd: str, usual: str) -> Derivation | None:
    """Whether one of two forms is made from the other as languages do: Kurd, Kurds; Himalayan, Himalayas."""
    for base, other in ((odd, usual), (usual, odd)):
        if other == base + "a" and base.endswith(("ov", "ev", "in", "yn")):
            return Derivation.REGULAR  # a Slavic surname and its bearer's wife or mother
    if odd.startswith(usual):
        return _ending(usual, odd[len(usual) :], _is_known(usual), True)
    if usual.startswith(odd):
        return _ending(odd, usual[len(odd) :], _is_known(odd), False)
    if _doctrine(odd) and _doctrine(odd) == _doctrine(usual):
        return Derivation.REGULAR
    start = 0
    while odd[start : start + 1] == usual[start : start + 1]:
        start += 1
    ends = odd[start:], usual[start:]
    if start >= 4 and (_is_known(odd) or _is_known(usual)):
        if ends in _OTHER_ENDS or ends[::-1] in _OTHER_ENDS:
            return Derivation.REGULAR
        if ends == ("a", "e") and usual in PLACES:
            return Derivation.DOUBTFUL
    return None


def _doctrine(form: str) -> str:
    """The stem of a doctrine, its followers and what is theirs: "Sem" of "Semitism", "Semitic", "Semites"; or ""."""
    for end in ("ists", "ism", "ist", "ics", "ic", "ites", "ite"):
        if form.endswith(end) and len(form) - len(end) > 2:
            return form[: -len(end)]
    return ""


_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")
_PEOPLES = {"n", "ns", "an", "ans", "ian", "ians", "ese", "ish"}
# What makes of a place its people, told by the place's own ending though nobody knows the place.
_PLACE_ENDS = {
    **dict.fromkeys(("stan", "pur", "abad"), ("i", "is")),
    **dict.fromkeys(("land", "burg", "berg", "wick"), ("er", "ers")),
    "ton": ("ian", "ians"),
}
_OTHER_ENDS = {("n", "s"), ("ns", "s"), ("an", "s"), ("an", "i"), ("n", "c"), ("m", "t"), ("ish", "s"), ("es", "a")}


def _ending(base: str, ending: str, known: bool, longer: bool) -> Derivation | None:
    """What ``ending`` makes of ``base``: "Iran" + "ian", "Pakistan" + "i"."""
    if ending not in ENDINGS or (ending == "s" == base[-1]):
        return None
    if ending in ("s", "es") or any(base.endswith(end) and ending in made for end, made in _PLACE_ENDS.items()):
        return Derivation.REGULAR
    if not known:
        return Derivation.REGULAR if longer and ending in _PEOPLES and base[-1] not in _CONSONANTS else None
    if ending in ("a", "e", "o", "al", "ie", "y"):
        return Derivation.DOUBTFUL
    vowel = base[-1] in "aeiouy"
    odd_join = (ending == "n" and not vowel) or (ending == "i" and vowel)
    return None if odd_join else Derivation.REGULAR


def _is_known(form: str) -> bool:
    return is_name(form) or is_word(form)
