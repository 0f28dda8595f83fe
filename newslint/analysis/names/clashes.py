"""Two spellings of one name: near misses found without comparing all pairs, and judged by evidence.

Distance alone says little: Iran is one letter from Iraq. What counts is how often each form stands, whether the odd one
is known as a word or a name in its own right, which names stand beside each, and where the odd one is brought in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newslint.analysis.names import facts
from newslint.analysis.names.inventory import Inventory
from newslint.analysis.names.known import is_name, is_word
from newslint.analysis.names.likeness import Likeness, Slip, likeness
from newslint.analysis.names.nicknames import is_nickname
from newslint.span import Span

if TYPE_CHECKING:
    from newslint.article import Article

_BUCKET = 400  # forms that share a key; more are split by a finer key, so that the work stays linear
THRESHOLD = 4.0  # evidence from which a pair is reported


@dataclass(frozen=True)
class Clash:
    """``odd`` is the form that stands out, ``usual`` the one the article keeps to; each with its places.

    ``weight`` is the evidence: the higher, the surer.
    """

    odd: str
    usual: str
    places: tuple[Span, ...]
    others: tuple[Span, ...]
    likeness: Likeness
    weight: float


def find_clashes(article: Article) -> tuple[Clash, ...]:
    """The clashes in the order of their odd forms; an odd form is reported against its likeliest usual form only."""
    inventory = article.name_inventory
    best: dict[str, Clash] = {}
    for odd, usual, near in _candidates(inventory):
        weight = judge(inventory, odd, usual, near)
        if weight < THRESHOLD:
            continue
        known = best.get(odd)
        if known is None or weight > known.weight:
            best[odd] = Clash(odd, usual, _places(inventory, odd), _places(inventory, usual), near, weight)
    return tuple(sorted(best.values(), key=lambda clash: clash.places[0]))


def _places(inventory: Inventory, form: str) -> tuple[Span, ...]:
    return tuple([Span(inventory.words[i].start, inventory.words[i].end) for i in inventory.forms[form]])


def _candidates(inventory: Inventory) -> Iterator[tuple[str, str, Likeness]]:
    """(odd, usual, likeness) of every pair of forms worth judging; the rarer form is the odd one.

    Two forms are compared only if they share their first letter or their last two: a pair that shares neither is too
    unlike for a slip. Three-letter forms must lack a vowel ("Bsh").
    """
    forms = inventory.forms
    buckets: dict[str, list[str]] = {}
    for form in forms:
        size = len(form)
        if size < 3 or form in facts.OPENERS or form.isupper() or "'" in form[-3:]:
            continue
        buckets.setdefault(form[0], []).append(form)
        buckets.setdefault(form[-2:], []).append(form)
    seen: set[tuple[str, str]] = set()
    for key, members in buckets.items():
        if len(members) > _BUCKET:
            continue
        last = len(key) > 1
        for index, one in enumerate(members):
            size, rare = len(one), len(forms[one])
            for two in members[index + 1 :]:
                if not -3 < size - len(two) < 3 or (last and one[0] == two[0]):
                    continue
                often = len(forms[two])
                if rare > 2 and often > 2:
                    continue
                near = likeness(one, two)
                if near is None or (near.distance > 1 and min(size, len(two)) < 6 and not near.same_sound):
                    continue
                if (one, two) in seen:
                    continue
                seen.add((one, two))
                if rare == often:
                    yield (one, two, near) if _less_known(one, two, inventory) else (two, one, near)
                else:
                    yield (one, two, near) if rare < often else (two, one, near)


def _less_known(one: str, two: str, inventory: Inventory) -> bool:
    """Of two forms that stand equally often: whether ``one`` is the odd one."""
    first, second = is_name(one) or is_word(one), is_name(two) or is_word(two)
    if first != second:
        return second
    return inventory.forms[one][0] > inventory.forms[two][0]


def judge(inventory: Inventory, odd: str, usual: str, near: Likeness) -> float:
    """The evidence that ``odd`` is a slip for ``usual``; see THRESHOLD."""
    if is_derived(odd, usual) or is_derived(usual, odd):
        return 0.0
    often, rare = len(inventory.forms[usual]), len(inventory.forms[odd])
    size = min(len(odd), len(usual))
    weight = {3: -2.0, 4: 0.0, 5: 1.0, 6: 2.0, 7: 2.5}.get(size, 3.0)
    weight += _SLIPS[near.slip]
    weight += -1.5 if often == 1 else 0.0 if often == 2 else 1.0 if often < 6 else 1.5
    weight += 0.0 if rare == 1 else -1.0 if rare == 2 else -3.0
    if odd[0].lower() != usual[0].lower() and not near.same_sound:
        weight -= 1.5
    word, name = is_word(odd), is_name(odd)
    usual_known = is_name(usual) or is_word(usual)
    if word or name:
        weight -= 2.0
    else:
        weight += 1.5 + 0.5 * usual_known
        if not re.search("[aeiouyAEIOUY]", odd):
            weight += 1.5
    beside = _neighbours(inventory, odd, usual)
    weight += beside
    if beside < 3 and (name and usual_known):
        return 0.0
    if word and beside < 3:
        if is_word(usual) or all(inventory.opens_sentence(i) for i in inventory.forms[odd]):
            return 0.0
        if re.search(rf"(?<!\w){odd.lower()}(?!\w)", inventory.text):
            return 0.0
    return weight


_SLIPS = {
    Slip.SWAP: 1.5,
    Slip.DOUBLE: 1.0,
    Slip.DROP: 0.5,
    Slip.VOWEL: 0.5,
    Slip.SOUND: 0.5,
    Slip.ACCENT: 1.0,
    Slip.CASE: 1.0,
    Slip.LETTER: 0.0,
    Slip.TWO: -2.0,
}


def _neighbours(inventory: Inventory, odd: str, usual: str) -> float:
    """What the names beside both forms say: 3 if they share one, below 0 if each has its own."""
    left_usual, right_usual = _beside(inventory, usual)
    left_odd, right_odd = _beside(inventory, odd)
    if left_odd & left_usual or right_odd & right_usual:
        return 3.0
    verdict = 0.0
    if left_odd and left_usual:
        same = any(
            is_nickname(one, two) or (one[0] == two[0] and (len(one) == 1 or len(two) == 1)) or likeness(one, two, 1)
            for one in left_odd
            for two in left_usual
        )
        verdict += 2.0 if same else -4.0
    elif left_odd:
        verdict -= 1.5
    if right_odd and right_usual:
        same = any(likeness(one, two, 1) for one in right_odd for two in right_usual)
        verdict += 2.0 if same else -4.0
    elif right_odd:
        verdict -= 1.5
    if not left_odd and not right_odd:
        verdict += 1.0
    return verdict


def _beside(inventory: Inventory, form: str) -> tuple[set[str], set[str]]:
    """The words of a name that stand left and right of ``form``, titles and openers left out."""
    words = inventory.words
    left, right = set(), set()
    for index in inventory.forms[form][:40]:
        before, after = inventory.left(index), inventory.right(index)
        if before >= 0:
            left.add(words[before].text)
        if after >= 0:
            right.add(words[after].text)
    return {word for word in left if _tells(word)}, {word for word in right if _tells(word)}


def _tells(word: str) -> bool:
    return word not in facts.OPENERS and word not in facts.HONORIFICS and word.lower() not in facts.TITLES


_ENDINGS = frozenset(
    [
        "s",
        "es",
        "n",
        "an",
        "ian",
        "i",
        "is",
        "ese",
        "ish",
        "ic",
        "ist",
        "ism",
        "er",
        "ers",
        "ed",
        "ing",
        "al",
        "y",
        "ie",
        "ies",
        "o",
        "ns",
    ]
)


def is_derived(one: str, two: str) -> bool:
    """Whether ``two`` is a plural, demonym or other regular derivation of ``one``: Iran, Iranian; Kurd, Kurdish."""
    if len(two) > len(one) and two.startswith(one):
        return two[len(one) :] in _ENDINGS
    for end in ("a", "e", "o", "y", "n", "s", "m", "t", "c"):
        if one.endswith(end) and two.startswith(one[:-1]) and len(one) > 4:
            rest = two[len(one) - 1 :]
            if rest in ("an", "ans", "ian", "ies", "ish", "ese", "ist", "ists", "ism", "ic", "ed", "ing"):
                return True
    return False
