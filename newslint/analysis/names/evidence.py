"""How much speaks for one form of a name being a slip for another: how often each stands, and in whose company."""

import re
from typing import NamedTuple

from newslint.analysis.names.derivation import Derivation
from newslint.analysis.names.inventory import PLACE_WORDS, Inventory, particles_follow
from newslint.analysis.names.likeness import Likeness, Slip, likeness, unsayable
from newslint.analysis.text.sentences import ends_between
from newslint.english.function_words import OPENERS
from newslint.english.names import is_given_name, is_name
from newslint.english.nicknames import is_nickname, is_pet_form
from newslint.english.places import ORGANISATION_WORDS, PLACES
from newslint.english.reporting_verbs import is_verb_of_mind_or_speech
from newslint.english.titles import HONORIFICS, TITLE_HELPERS, TITLES
from newslint.english.words import is_word, strangeness

THRESHOLD = 3.5  # evidence from which a pair is reported
_SLIPS = {
    Slip.SWAP: 1.5,
    Slip.DOUBLE: 1.0,
    Slip.DROP: 0.5,
    Slip.VOWEL: 0.5,
    Slip.SOUND: 0.5,
    Slip.ACCENT: 1.0,
    Slip.CASE: 1.0,
    Slip.LETTER: 0.0,
    Slip.PIECE: -1.0,
    Slip.TWO: -2.5,
}


class Profile(NamedTuple):
    """What the places of a form show."""

    left: frozenset[str]  # words of the same name just before, titles and openers left out
    right: frozenset[str]  # ... and just after
    bare: int  # places where nothing of the kind stands beside it
    titled: bool  # a title or an honorific stands before it
    organisation: bool  # it stands within the name of a body
    speaks: bool  # a word of speech stands beside a bare one
    named_place: bool  # "in", "near" or "to" stands before it
    listed: bool  # it stands in a list of names


def profile(inventory: Inventory, form: str) -> Profile:
    """The profile of ``form``, from its first 40 places."""
    words, text = inventory.words, inventory.text
    left, right = set(), set()
    bare = 0
    titled = organisation = speaks = named_place = listed = False
    for index in inventory.forms[form][:40]:
        before, after = inventory.left(index), inventory.right(index)
        alone = True
        if before >= 0:
            if _tells(words[before].text):
                left.add(words[before].text)
                alone = False
            elif words[before].text in HONORIFICS or words[before].text.lower() in TITLES:
                titled = True
        if after >= 0:
            if _tells(words[after].text):
                right.add(words[after].text)
                alone = False
            elif before >= 0 and words[after].text in ORGANISATION_WORDS:
                organisation = True
        elif index + 1 < len(words) and particles_follow(inventory, index):
            right.add(words[index + 1].text)
            alone = False
        if alone:
            bare += 1
            if not speaks:
                around = [*inventory.words_after(index), inventory.word_before(index)]
                speaks = any(map(is_verb_of_mind_or_speech, around))
            start, stop = words[index].start, words[index].stop
            listed = listed or (
                text[stop : stop + 2] == ", "
                and text[stop + 2 : stop + 3].isupper()
                and text[start - 2 : start] == ", "
            )
        if alone and words[index].stop == words[index].end and inventory.word_before(index) in PLACE_WORDS:
            named_place = True
    return Profile(frozenset(left), frozenset(right), bare, titled, organisation, speaks, named_place, listed)


def _tells(word: str) -> bool:
    return not (
        word in OPENERS
        or word in HONORIFICS
        or word in ORGANISATION_WORDS
        or word.lower() in TITLES
        or word.lower() in TITLE_HELPERS
    )


def judge(inventory: Inventory, odd: str, usual: str, near: Likeness, derived: Derivation | None = None) -> float:
    """The evidence that ``odd`` is a slip for ``usual``; see THRESHOLD."""
    often, rare = len(inventory.forms[usual]), len(inventory.forms[odd])
    weight = {3: -2.0, 4: 0.0, 5: 1.0, 6: 2.0, 7: 2.5}.get(min(len(odd), len(usual)), 3.0)
    weight += -0.5 if near.slip is Slip.TWO and near.same_sound else _SLIPS[near.slip]
    weight += -0.5 if often == 1 else 0.0 if often == 2 else 1.0 if often < 6 else 1.5
    weight += 0.0 if rare == 1 else -1.0 if rare == 2 else -3.0
    if odd[0].lower() != usual[0].lower() and not near.same_sound and near.slip is not Slip.SWAP:
        weight -= 1.5
    word, name = is_word(odd), is_name(odd)
    usual_word, usual_name = is_word(usual), is_name(usual)
    if near.slip is Slip.ACCENT:
        word = name = False  # a form without its accents is well known, too
    strange = 0
    if word or name:
        weight -= 2.0 if name or usual_word or usual_name else 3.0
    else:
        weight += 2.0 if usual_word or usual_name else 1.5
        if unsayable(odd):
            weight += 1.5
        elif rare == 1 and weight > THRESHOLD - 6.5:
            strange = _strangeness(odd, usual)
            weight += strange if near.distance == 1 or usual_word or usual_name else strange / 2
    if weight < THRESHOLD - 6.5:
        return 0.0
    one, two = profile(inventory, odd), profile(inventory, usual)
    shared = bool(one.left & two.left or one.right & two.right)
    if derived and not shared:
        if word or name or not usual_name or not (odd == usual + "e" or strange == 2):
            return 0.0
    # No name but a slip, whatever stands beside it: "Sertvice" for "Service".
    common = usual in PLACES or (usual_word and not usual_name)
    sure = common and strange == 2 and near.distance == 1 and len(odd) > 4
    if not shared:
        if is_pet_form(odd, usual):
            return 0.0
        if name and _echoes(one, two, near):
            weight += 1.0
        elif name and (usual_word or usual_name or is_nickname(odd, usual)):
            return 0.0
        if word:
            if near.distance > 1 or not _acts_as_name(inventory, odd, usual_word and not usual_name, one, two):
                return 0.0
            if one.bare and (
                one.speaks or one.titled or not all(inventory.opens_sentence(i) for i in inventory.forms[odd])
            ):
                weight += 1.5  # it speaks, or has its capital mid-sentence: a name here
        if usual_word and not usual_name and not sure:
            person = (two.speaks or two.titled) and _is_used_as_name(inventory, usual)
            weight -= 0.0 if person else 2.0
        if usual.lower() in TITLES:
            weight -= 2.0
            if is_nickname(odd, usual):
                return 0.0
        if near.distance > 1 and usual in PLACES and len(usual) < 9 and strange < 2:
            return 0.0
        if (one.left or (one.right and not sure)) and usual in PLACES:
            weight -= 3.5  # somebody's or something's own name
        if one.organisation and near.slip in (Slip.VOWEL, Slip.SOUND, Slip.ACCENT):
            weight -= 3.0  # the body's own spelling
    elif word and usual_name and not name:
        weight += 1.5
    elif name and usual_name:
        if is_nickname(odd, usual) or not (near.same_sound or near.slip is Slip.SWAP):
            return 0.0
        weight += 3.0
    if shared and _stand_together(inventory, odd, usual):
        return 0.0
    first = inventory.forms[odd][0] < inventory.forms[usual][0]
    company = _company(odd, usual, near, one, two, shared, often, first)
    return weight + (max(company, -0.5) if sure else company)


def _stand_together(inventory: Inventory, one: str, two: str) -> bool:
    """Whether "and" joins two full names of both forms, as of brothers: "Erik Hale and his cousin Eric Hale"."""
    words = inventory.words
    for index in inventory.forms[one][:40]:
        for other in inventory.forms[two][:40]:
            first, last = min(index, other), max(index, other)
            start, end = words[first].stop, words[last].start
            between = inventory.text[start:end]
            if len(between) >= 80 or " and " not in between or any(mark in between for mark in '”"\n'):
                continue
            if not ends_between(inventory.text, start, end):
                return True
    return False


def _echoes(one: Profile, two: Profile, near: Likeness) -> bool:
    """Whether somebody who is not brought in speaks under a name that sounds like one that is: McDonald, MacDonald."""
    return near.same_sound and one.speaks and not one.left and not one.right and bool(two.left)


def _strangeness(odd: str, usual: str) -> int:
    """The strangeness of the letters of ``odd``, 0 for short ones and for those made up of parts ("SpaceX")."""
    if len(odd) < 4 or (not odd[1:].islower() and usual[1:].islower()):
        return 0
    return strangeness(odd, usual)


def _acts_as_name(inventory: Inventory, odd: str, usual_word: bool, one: Profile, two: Profile) -> bool:
    """Whether an ordinary word is used as a name: it speaks as the usual form does, or has its capital mid-sentence."""
    if usual_word:
        return False
    if one.titled or (one.speaks and two.speaks):
        return True
    return _is_used_as_name(inventory, odd)


def _is_used_as_name(inventory: Inventory, word: str) -> bool:
    """Whether ``word`` has its capital mid-sentence, and never stands without."""
    if all(inventory.opens_sentence(i) for i in inventory.forms[word]):
        return False
    return not re.search(rf"(?<!\w){re.escape(word.lower())}(?!\w)", inventory.text)


def _company(
    odd: str, usual: str, near: Likeness, one: Profile, two: Profile, shared: bool, often: int, first: bool
) -> float:
    """What the names beside both forms say: 3 if they share one, far below 0 if each has its own.

    ``first``: the odd form comes before the usual one, so it may be where the name is brought in.
    """
    if shared:
        return 3.0
    weight = 0.0
    if one.left:
        if not two.left:
            weight += 1.0 if two.bare else -1.5  # the odd one may be the one place that gives the name in full
        elif any(_same_given(a, b) for a in one.left for b in two.left):
            weight += 2.0
        else:
            weight -= 1.0 if len(two.left) > 1 else 4.0  # many given names: a family, or a common word
    elif two.left and one.bare:
        # Never given in full itself; but where the usual form never stands bare, the odd one is something else.
        weight += 1.0 if two.bare or often < 4 else -1.5
    if one.right:
        if two.right and not any(likeness(a, b, 1) for a in one.right for b in two.right):
            common = is_given_name(usual) and not is_given_name(odd) and not near.same_sound
            weight -= 0.5 if common else 4.0
        elif not two.right:
            weight -= 0.0 if first else 1.5
    if one.bare:
        weight += 1.0 if one.speaks and two.speaks else 0.5
    if one.listed or (one.named_place and not two.named_place):
        weight -= 1.5
    elif one.named_place and two.named_place and usual in PLACES:
        weight += 1.0
    return weight


def _same_given(one: str, two: str) -> bool:
    if len(one) == 1 or len(two) == 1:
        return one[0] == two[0]
    return is_nickname(one, two) or likeness(one, two, 1) is not None
