"""How much speaks for one form of a name being a slip for another: named features, each with a fitted weight."""

import math
from collections.abc import Callable, Iterator

from newslint.analysis.names.derivation import Derivation
from newslint.analysis.names.inventory import Inventory
from newslint.analysis.names.likeness import Likeness, Slip, is_typing_error, likeness, unsayable
from newslint.analysis.names.profile import Profile, stand_together
from newslint.analysis.names.weights import BEST_CONTEXT, WEIGHTS
from newslint.english.names import is_given_name, is_name
from newslint.english.nicknames import is_nickname, is_pet_form
from newslint.english.places import ORGANISATION_WORDS, is_place
from newslint.english.titles import is_title
from newslint.english.words import is_word, strangeness
from newslint.model.named_tuple import NamedTuple

_BODY = 3  # words of a body's name
THRESHOLD = 0.0  # evidence from which a pair is reported


class Pair(NamedTuple):
    """Two forms of an article that may be one name: the rarer and the commoner, how alike, whether one makes the other.

    ``chained``: the usual form is itself the right one of a near miss that lies between them.
    """

    odd: str
    usual: str
    near: Likeness
    derived: Derivation | None = None
    chained: bool = False


def judge(inventory: Inventory, pair: Pair, seen: Callable[[str], Profile]) -> float:
    """The evidence that the odd form is a slip for the usual one; see THRESHOLD. ``seen`` gives a form's profile."""
    weight = math.fsum(map(_weight, form_features(inventory, pair)))
    if weight + BEST_CONTEXT < THRESHOLD:
        return weight  # no context makes up for it
    one, two = seen(pair.odd), seen(pair.usual)
    if is_ruled_out(inventory, pair, one, two):
        return -math.inf
    return weight + math.fsum(map(_weight, context_features(inventory, pair, one, two)))


def is_ruled_out(inventory: Inventory, pair: Pair, one: Profile, two: Profile) -> bool:
    """Whether the odd form is no slip whatever speaks for it: another's name, a short form, a form made of it."""
    odd, usual = pair.odd, pair.usual
    if _are_shared(one, two):
        return _part_company(one, two) or stand_together(inventory, odd, usual)
    if is_pet_form(odd, usual) or _is_short_form(odd, usual) or _is_compound(odd, usual):
        return True
    if _kind(usual) == "word" and _kind(odd, pair.near) != "unknown":
        return True  # two known words, each with its own company: an Office and an Officer, Changi and Change
    if min(len(odd), len(usual)) < 4 and not unsayable(odd):
        return True  # Vox beside Fox
    if pair.derived and _letters(odd, usual) != "strange 2":
        return True
    if len(two.left) == 1 and _has_given(one) and _has_given(two) and not _have_like_given(one, two):
        return True
    sayable = _letters(odd, usual) not in ("strange 2", "unsayable")  # "Civil Sertvice" is nobody's name
    written = pair.near.slip in (Slip.VOWEL, Slip.LETTER) and not is_typing_error(odd, usual)  # so
    if written and not one.bare and two.bare and _keep_apart(one, two) and _is_of_a_body(inventory, odd):
        return True  # its own spelling: the World Uyghur Congress speaks for the Uighurs
    return (sayable or _is_far(pair)) and not one.bare and _is_another_bearer(pair, one, two)


def _keep_apart(one: Profile, two: Profile) -> bool:
    """Whether no other word of a name stands beside both forms."""
    return one.left.isdisjoint(two.left) and one.right.isdisjoint(two.right)


def _is_of_a_body(inventory: Inventory, form: str) -> bool:
    """Whether a form stands only within names of three words and more, one of them a word for a body or a deed."""
    for index in inventory.forms[form]:
        name = [inventory.words[index].text]
        for step in (inventory.left, inventory.right):
            at = step(index)
            while at >= 0:
                name.append(inventory.words[at].text)
                at = step(at)
        if len(name) < _BODY or ORGANISATION_WORDS.isdisjoint(name):
            return False
    return True


def _is_compound(one: str, two: str) -> bool:
    """Whether one form is the other with a part before or after it: NParks and Parks, SpaceX and Space."""
    short, long = sorted((one, two), key=len)
    if long.endswith(short):
        return len(short) < len(long) and short[0].isupper()
    return long.startswith(short) and long[len(short)].isupper()


def _is_another_bearer(pair: Pair, one: Profile, two: Profile) -> bool:
    """Whether both forms stand within longer names that have nothing in common."""
    left = one.left and len(two.left) == 1 and not _have_like_given(one, two)
    if not left and _is_broken_given(pair):
        return False  # a given name has many bearers: "Magraret Hale" beside Margaret Allen
    right = one.right and two.right and not any(likeness(a, b, 1) for a in one.right for b in two.right)
    return bool(left or right)


def _is_far(pair: Pair) -> bool:
    """Whether two slips part the forms, and not such as fingers make."""
    return pair.near.slip is Slip.TWO and not is_typing_error(pair.odd, pair.usual)


def _is_broken_given(pair: Pair) -> bool:
    """Whether the odd form is nothing known, the usual one a given name, and not of another tongue: Tomasz, Thomas."""
    return not _is_far(pair) and is_given_name(pair.usual) and _kind(pair.odd, pair.near) == "unknown"


def _have_like_given(one: Profile, two: Profile) -> bool:
    return any(_same_given(a, b) for a in one.left for b in two.left)


def _part_company(one: Profile, two: Profile) -> bool:
    """Whether full names agree in what goes before only: "Kim Yong Nam", "Kim Jong Un"; families share what follows."""
    if one.bare or not (one.right and two.right) or one.left.isdisjoint(two.left):
        return False
    return not any(a == b or likeness(a, b, 1) for a in one.right for b in two.right)


def _are_shared(one: Profile, two: Profile) -> bool:
    return not (one.left.isdisjoint(two.left) and one.right.isdisjoint(two.right))


def _weight(feature: str) -> float:
    return WEIGHTS.get(feature, 0.0)


def form_features(inventory: Inventory, pair: Pair) -> Iterator[str]:
    """What the two forms themselves show, and how often each stands."""
    odd, usual, near = pair.odd, pair.usual, pair.near
    yield "always"
    yield f"size {min(len(odd), len(usual), 11)}"
    alike = near.same_sound and near.slip in (Slip.TWO, Slip.LETTER)
    yield f"slip: {near.slip.value}{', same sound' if alike else ''}"
    if near.slip in (Slip.TWO, Slip.LETTER) and is_typing_error(odd, usual):
        yield f"slip: {near.slip.value}, of the name's own letters"
    yield f"usual stands {_often(len(inventory.forms[usual]))}"
    times = min(len(inventory.forms[odd]), 3)
    yield f"odd stands {times}"
    if near.distance > 1 and times > 1:
        yield "two slips more than once"
    if odd[0].lower() != usual[0].lower():
        yield "other initial, same sound" if near.same_sound else "other initial"
        if min(len(odd), len(usual)) < 5:
            yield "other initial, short"
    if not odd[1:].islower() or not usual[1:].islower():
        yield "capital within"
    if odd.startswith(usual) or usual.startswith(odd):
        known = "" if _kind(usual) == "unknown" else ", known"
        yield f"ending: {'more' if len(odd) > len(usual) else 'less'}{known}"
    if pair.derived:
        yield f"derived: {pair.derived.name.lower()}"
    if pair.chained:
        yield "chained"
    if is_place(usual):
        yield "usual: place"
    if is_title(usual):
        yield "usual: title"
    if _kind(odd, near) == "unknown" and near.slip not in (Slip.ACCENT, Slip.CASE):
        yield f"letters: {_letters(odd, usual)}"


def _often(times: int) -> str:
    return str(times) if times < 3 else "3 to 5" if times < 6 else "6 or more"


def _kind(form: str, near: Likeness | None = None) -> str:
    """Word, name or unknown; a form without its accents is well known, too, and shows nothing."""
    if near is not None and near.slip is Slip.ACCENT:
        return "unknown"
    return "name" if is_name(form) or is_given_name(form) else "word" if is_word(form) else "unknown"


def _letters(odd: str, usual: str) -> str:
    """How foreign the odd form's letters look; short ones and those made up of parts ("SpaceX") show nothing."""
    if unsayable(odd):
        return "unsayable"
    if len(odd) < 4 or (not odd[1:].islower() and usual[1:].islower()):
        return "strange 0"
    return f"strange {strangeness(odd, usual)}"


def context_features(inventory: Inventory, pair: Pair, one: Profile, two: Profile) -> Iterator[str]:
    """What stands beside the two forms, and what kind of words they are in that context."""
    odd, usual, near = pair.odd, pair.usual, pair.near
    shared = _are_shared(one, two)
    where = "beside the same name" if shared else "apart"
    yield f"{where}: {_kind(odd, near)} for {_kind(usual)}"
    if pair.derived:
        yield f"{where}: derived"
    stranger = not shared and _is_not_introduced(one, two)
    if near.distance > 1:
        yield f"{where}: two slips{', not introduced' if stranger else ''}"
    if shared:
        if _is_short_form(odd, usual):
            yield "beside the same name: nickname"
        if near.same_sound or near.slip is Slip.SWAP:
            yield "beside the same name: same sound"
        elif near.distance == 1 and _kind(odd, near) != "word":
            yield "beside the same name: one slip"
        return
    if stranger:
        kinds = f"{_kind(odd, near)} for {_kind(usual)}"
        alike = near.same_sound and kinds == "name for name"
        yield f"apart: {kinds}, not introduced{', same sound' if alike else ''}"
    if _kind(odd, near) == "word":
        yield f"word: {_use(inventory, odd, one)}"
    if _kind(usual) == "word":
        yield f"usual word: {_use(inventory, usual, two)}"
        if _has_given(one):
            yield "usual word: odd one has a given name"
    if one.left and not one.right and two.right and not two.left:
        yield "surname for given name"
    if is_place(usual) and (one.left or one.right):
        yield "usual: place, odd one within another's name"
    yield from _left(one, two, near)
    yield from _right(pair, one, two, inventory.forms[odd][0] < inventory.forms[usual][0])
    yield from _bare(one, two)


def _is_not_introduced(one: Profile, two: Profile) -> bool:
    """Whether the odd form acts as a person whom only the usual form brings in by a full name."""
    return bool(not one.left and not one.right and two.left and (one.speaks or one.titles) and not one.listed)


def _use(inventory: Inventory, word: str, seen: Profile) -> str:
    """Whether an ordinary word is used as a name here."""
    if seen.titles or seen.speaks:
        return "speaks"
    if all(inventory.opens_sentence(index) for index in inventory.forms[word]):
        return "opens a sentence"
    lowered = word.lower()
    return "lower-case elsewhere" if _stands(inventory.text, lowered) else "capital mid-sentence"


def _stands(text: str, word: str) -> bool:
    """Whether a word stands in a text by itself."""
    at = text.find(word)
    while at >= 0:
        if not text[at - 1 : at].isalnum() and not text[at + len(word) : at + len(word) + 1].isalnum():
            return True
        at = text.find(word, at + 1)
    return False


def _left(one: Profile, two: Profile, near: Likeness) -> Iterator[str]:
    """The given names and other words before both forms."""
    if one.left and two.left:
        if _have_like_given(one, two):
            yield "before: like given names"
        else:
            yield "before: another's names" if len(two.left) == 1 else "before: another of a family"
            if near.slip in (Slip.LETTER, Slip.PIECE, Slip.TWO):
                yield "before: another's names, unlike letters"
    elif one.left:
        yield "before: odd one in full, usual one bare" if two.bare else "before: odd one in full only"
        if two.bare and near.same_sound:
            yield "before: odd one in full, usual one bare, same sound"
        if two.bare == 1 and not two.speaks and not two.titles:
            yield "before: odd one in full, usual one bare once"
        if not one.bare:
            yield "before: odd one never bare"
    elif two.left:
        yield "before: usual one in full, both bare" if two.bare and one.bare else "before: usual one in full only"
        if one.speaks and near.same_sound:
            yield "before: usual one in full, odd one speaks, same sound"


def _has_given(seen: Profile) -> bool:
    return any(map(is_given_name, seen.left))


def _right(pair: Pair, one: Profile, two: Profile, first: bool) -> Iterator[str]:
    """The words after both forms. ``first``: the odd one comes first, where names are given in full."""
    if one.right and two.right:
        near = any(likeness(a, b, 1) for a in one.right for b in two.right)
        others = "after: other names, broken given name" if _is_broken_given(pair) else "after: other names"
        yield "after: like names" if near else others
    elif one.right:
        yield "after: odd one only, at first mention" if first else "after: odd one only"
        if first and pair.near.same_sound:
            yield "after: odd one only, at first mention, same sound"
    elif two.right:
        yield "after: usual one only"


def _bare(one: Profile, two: Profile) -> Iterator[str]:
    """How the forms are used where no other name stands beside them."""
    if one.bare and two.bare:
        yield "both bare"
    if one.speaks and two.speaks:
        yield "both speak"
    elif one.speaks or two.speaks:
        yield "one speaks"
    if one.titles:
        yield "both titled" if two.titles else "odd one titled"
    if not one.titles.isdisjoint(two.titles):
        yield "both with one title"
    if one.listed:
        yield "odd one listed"
    if one.organisation:
        yield "odd one in a body's name"
    if one.named_place:
        yield "both places" if two.named_place else "odd one a place"


def _is_short_form(one: str, two: str) -> bool:
    return (is_given_name(one) or is_given_name(two)) and is_nickname(one, two)


def _same_given(one: str, two: str) -> bool:
    if len(one) == 1 or len(two) == 1:
        return one[0] == two[0]
    return is_nickname(one, two) or likeness(one, two, 1) is not None
