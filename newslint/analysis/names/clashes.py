"""Two spellings of one name: near misses found without comparing all pairs, and judged by evidence.

Distance alone says little: Iran is one letter from Iraq. What counts is how often each form stands, whether the odd one
is known as a word or a name in its own right, which names stand beside each, and where the odd one is brought in.
"""

from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import combinations
from typing import TYPE_CHECKING

from newslint.analysis.names.derivation import Derivation, is_derived
from newslint.analysis.names.evidence import THRESHOLD, Pair, judge
from newslint.analysis.names.inventory import Inventory
from newslint.analysis.names.likeness import Likeness, Slip, letter_bits, likeness, strip_accents
from newslint.analysis.names.profile import profile
from newslint.english.function_words import OPENERS
from newslint.english.names import is_name
from newslint.english.words import is_word
from newslint.model.block import Role
from newslint.model.expressions import expression
from newslint.model.memo import Memo
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Span

if TYPE_CHECKING:
    from newslint.analysis.views import Views

_LIST = 500  # characters between two names of one list
_NAMES_ALONE = expression(r"(?:[\s,&-]|\band\b|\b[A-Z][\w.'’-]*)+")
_FEW = 40  # of more forms that share a letter, a quicker distance tells first which two may be two slips apart
_MOST_OTHER = 4  # letters that only one of two forms has: two slips change a letter of each at most
_MANY = 3_000  # of more, only those are compared that share what is left after two slips


class Clash(NamedTuple):
    """``odd`` is the form that stands out, ``usual`` the one the article keeps to; each with its places.

    ``weight`` is the evidence: the higher, the surer.
    """

    odd: str
    usual: str
    places: tuple[Span, ...]
    others: tuple[Span, ...]
    likeness: Likeness
    weight: float


def find_clashes(article: "Views") -> tuple[Clash, ...]:
    """The clashes in the order of their odd forms; an odd form is reported against its likeliest usual form only."""
    inventory = article.name_inventory
    best: dict[str, Clash] = {}
    seen = cache(partial(profile, inventory))

    def weigh(pair: Pair) -> None:
        odd, usual = pair.odd, pair.usual
        weight = judge(inventory, pair, seen)
        if weight >= THRESHOLD and (odd not in best or weight > best[odd].weight):
            best[odd] = Clash(odd, usual, _places(inventory, odd), _places(inventory, usual), pair.near, weight)

    alike = [pair for pair in find_pairs(inventory) if _is_own(article, pair) and not _are_listed(article, pair)]
    for pair in alike:
        weigh(pair)
    if best:
        for odd, other, near, *_ in alike:  # a near miss of a near miss: Cugio, Cuzio, Kuzio
            if other not in best or best[other].usual == odd:
                continue
            usual = best[other].usual
            if odd in best and best[odd].usual == other:
                best[odd] = best[odd]._replace(usual=usual, others=_places(inventory, usual))
            elif odd not in best and near.distance == 1:
                weigh(Pair(odd, usual, Likeness(2, Slip.TWO, False), chained=True))
    return tuple(sorted(best.values(), key=lambda clash: clash.places[0]))


def _is_own(article: "Views", pair: Pair) -> bool:
    """Whether a difference in capitals or accents alone is the paper's own, and none of a tweet that it quotes."""
    if pair.near.slip not in (Slip.CASE, Slip.ACCENT):
        return True
    return all(
        any(not article.in_quotation(place) for place in _places(article.name_inventory, form))
        for form in (pair.odd, pair.usual)
    )


def _are_listed(article: "Views", pair: Pair) -> bool:
    """Whether a list that names everybody once holds both: a table's cells, "Ann Shapiro, Jon Roe and Ana Shapira"."""
    inventory = article.name_inventory
    if len(inventory.forms[pair.odd]) > 1 or len(inventory.forms[pair.usual]) > 1:
        return False
    first, last = sorted((inventory.forms[pair.odd][0], inventory.forms[pair.usual][0]))
    for beside in (inventory.left, inventory.right):
        one, two = beside(first), beside(last)
        if one >= 0 and two >= 0 and inventory.words[one].text == inventory.words[two].text:
            return False  # Chua Chu Kang, Choa Chu Kang
    start, end = inventory.words[first], inventory.words[last]
    if all(article.role_at(word.start) is Role.TABLE for word in (start, end)):
        return True
    name = inventory.words[max(inventory.left(first), 0)].start
    between = article.text[start.stop : end.start] if end.start - start.stop < _LIST else ""
    is_row = "," in between or article.text.endswith(", ", 0, name)
    return is_row and _NAMES_ALONE.fullmatch(between) is not None


def find_pairs(inventory: Inventory) -> list[Pair]:
    """Every pair of forms worth judging; forms that languages make of others are left out, and signatures."""
    alike = [
        Pair(odd, usual, near, is_derived(odd, usual))
        for odd, usual, near in _candidates(inventory)
        if not inventory.is_signature(inventory.forms[odd][0])
    ]
    made = {pair.odd for pair in alike if pair.derived is Derivation.REGULAR}
    made_of = {pair.odd: pair.usual for pair in alike if pair.derived}
    return [pair for pair in alike if pair.odd not in made and made_of.get(pair.odd, pair.usual) == pair.usual]


def _places(inventory: Inventory, form: str) -> tuple[Span, ...]:
    return tuple([Span(inventory.words[i].start, inventory.words[i].end) for i in inventory.forms[form]])


def _candidates(inventory: Inventory) -> Iterator[tuple[str, str, Likeness]]:
    """(odd, usual, likeness) of every pair of forms worth judging; the rarer form is the odd one.

    Two forms are compared only if they share their first letter or their last two: a pair that shares neither is too
    unlike for a slip. Three-letter forms must lack a vowel ("Bsh").
    """
    forms = inventory.forms
    letters = dict(zip(forms, _LETTERS.column(forms), strict=True))
    buckets: dict[str, list[str]] = {}
    for form, own in letters.items():
        if own:
            buckets.setdefault(form[0], []).append(form)
            buckets.setdefault(form[-2:], []).append(form)
    for key, members in buckets.items():
        for one, two in _pairs(members) if len(members) > 1 else ():
            if (letters[one] ^ letters[two]).bit_count() > _MOST_OTHER or (len(key) > 1 and one[0] == two[0]):
                continue
            rare, often = len(forms[one]), len(forms[two])
            if rare > 2 and often > 2:
                continue
            near = likeness(one, two, 2 if len(one) > 5 < len(two) else 1)
            if near is None:
                continue
            if rare == often:
                yield (one, two, near) if _less_known(one, two, inventory) else (two, one, near)
            else:
                yield (one, two, near) if rare < often else (two, one, near)


def _letters(form: str) -> int:
    """The letters of a form, without case and accents, as bits of a number; 0 for a form that is not compared."""
    shouted = form.isupper() or form[:-1].isupper()  # ... or the plural of an acronym
    if not 3 <= len(form) <= 18 or form in OPENERS or shouted or not _is_plain(form):
        return 0
    return letter_bits(strip_accents(form.casefold()))


_LETTERS = Memo(_letters)


def _pairs(members: list[str]) -> Iterable[tuple[str, str]]:
    """Every pair of forms, in order, that may be one or two slips apart.

    Two forms that are two slips apart (a letter changed, left out, put in, or two that swap places) are the same once
    two letters are taken from each, so that a long list need not be compared all with all.
    """
    if len(members) <= _FEW:
        return combinations(members, 2)
    return _near(members) if len(members) <= _MANY else _sharing(members)


def _near(members: list[str]) -> Iterator[tuple[str, str]]:
    from rapidfuzz.distance.OSA import distance
    from rapidfuzz.process import extract

    forms = [strip_accents(form.casefold()) for form in members]
    for index, form in enumerate(forms):
        later = extract(form, forms[index + 1 :], scorer=distance, processor=None, score_cutoff=2, limit=None)
        for at in sorted([at for _, _, at in later]):
            yield members[index], members[index + 1 + at]


def _sharing(members: list[str]) -> Iterator[tuple[str, str]]:
    holders: dict[str, list[int]] = {}
    rests = [_rests(form) for form in members]
    for index, keys in enumerate(rests):
        for key in keys:
            holders.setdefault(key, []).append(index)
    for index, keys in enumerate(rests):
        for other in sorted({other for key in keys for other in holders[key] if other > index}):
            yield members[index], members[other]


def _rests(form: str) -> set[str]:
    """What is left of a form, without accents and case, after none, one or two of its letters are taken away."""
    found = {strip_accents(form.casefold())}
    for _ in range(2):
        found |= {word[:at] + word[at + 1 :] for word in found for at in range(len(word))}
    return found


def _is_plain(form: str) -> bool:
    """Whether a form is of letters only, but for an apostrophe before a capital: "O'Neill"."""
    before, _, after = form.partition("'")
    return form.isalpha() or (before.isalpha() and after.isalpha() and after[0].isupper())


def _less_known(one: str, two: str, inventory: Inventory) -> bool:
    """Of two forms that stand equally often: whether ``one`` is the odd one."""
    signed, other = (inventory.is_signature(inventory.forms[form][0]) for form in (one, two))
    if signed != other:
        return other  # people spell themselves right
    first, second = is_name(one) or is_word(one), is_name(two) or is_word(two)
    if first != second:
        return second
    return inventory.forms[one][0] > inventory.forms[two][0]
