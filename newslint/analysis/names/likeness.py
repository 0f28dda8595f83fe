"""How alike two spellings are, and by which slip one becomes the other."""

from enum import StrEnum

from newslint.model.expressions import expression
from newslint.model.named_tuple import NamedTuple


class Slip(StrEnum):
    """What turns one spelling into the other."""

    SWAP = "swap"  # two neighbouring letters change places
    DROP = "drop"  # a letter is left out, or put in
    DOUBLE = "double"  # a double letter for a single one, or the reverse
    VOWEL = "vowel"  # one vowel for another
    SOUND = "sound"  # letters that sound alike: c/k, ph/f, v/w, y/i
    CASE = "case"  # only capitals differ
    ACCENT = "accent"  # only accents differ
    LETTER = "letter"  # one letter for an unlike one
    PIECE = "piece"  # two neighbouring letters within are left out, or put in
    TWO = "two"  # two slips


class Likeness(NamedTuple):
    """``distance``: number of single slips, 1 or 2. ``same_sound``: the two may well be read alike."""

    distance: int
    slip: Slip
    same_sound: bool


# Groups of consonants that open names somewhere in the world.
_ONSETS = set(
    (
        "bh bl br ch chr cl cr cz dh dj dm dr dw dz fl fr gh gj gl gn gr gw hj hl hr jh kh kl kn kr ks kw lh ll lv "
        "mb mc mcc mcd mcg mck mcl mcm mcn ml mr mn nd ng nj nk ns nt ph phr pl pr ps psk ql qu rh rz sc sch schl "
        "schm schn schr schw scr sh shch shr sj sk skr sl sm sn sp spl spr sq sr ss st str sv sw sz tch th thr tk "
        "tl tr ts tw tz vl vr wh wr xh zh zl zv "
    ).split()
)
_NEAR = 5  # letters
_CONSONANTS = expression("[bcdfghj-np-tv-xz]+")
_VOWELS = frozenset("aeiouy")
_ALIKE = "ck cq kq cs sz vw iy ij gj uw xs dt bv fv ou ei ea ae mn bp gk jy"  # letters that stand for one another
_SOUNDS = {frozenset(pair) for pair in _ALIKE.split()}
_SPELLED_AS = {"fph", "vph", "kck", "kkh", "jzh", "cts", "xks", "kch"}  # one letter, then the two that stand for it


def likeness(one: str, two: str, limit: int = 2) -> Likeness | None:
    """How ``one`` and ``two`` differ, None if by more than ``limit`` slips. Words of a dozen letters: about 2 µs."""
    if one == two:
        return None
    if not -3 < len(one) - len(two) < 3:
        return None
    a, b = one.casefold(), two.casefold()
    if a == b:
        return Likeness(1, Slip.CASE, True)
    if a[:3] != b[:3] and {a[:2], b[:2]} == {"mc", "ma"}:
        rest = _without_mac(a, b)
        if rest is not None and rest[0] != rest[1]:
            return likeness(*rest, limit=1)  # Mc and Mac are one: MacAskell, McAskill
    # What is common at both ends plays no part.
    start, size_a, size_b = 0, len(a), len(b)
    shortest = min(size_a, size_b)
    while start < shortest and a[start] == b[start]:
        start += 1
    while size_a > start and size_b > start and a[size_a - 1] == b[size_b - 1]:
        size_a -= 1
        size_b -= 1
    x, y = a[start:size_a], b[start:size_b]
    if len(x) > len(y):
        x, y = y, x
    if not x:
        return _more(a[:start], y, a[size_a:], limit)
    if len(y) == 1:
        return _other_letter(x, y)
    if len(x) == 2 and len(y) == 2 and x == y[::-1]:
        return Likeness(1, Slip.SWAP, {x, y} == {"ie", "ei"})
    if len(y) == 2 and len(x) == 1 and x + y in _SPELLED_AS:
        return Likeness(1, Slip.SOUND, True)
    return _two_slips(a, b, x, y) if limit > 1 else None


def _without_mac(a: str, b: str) -> tuple[str, str] | None:
    """The same two words, Mc written Mac in both; None for words of which not one begins so and one the other way."""
    if a.startswith("mac") and b.startswith("mc"):
        return a, "mac" + b[2:]
    return ("mac" + a[2:], b) if a.startswith("mc") and b.startswith("mac") else None


def _more(before: str, more: str, after: str, limit: int) -> Likeness | None:
    """One word has some letters more, between two parts that both share."""
    if len(more) == 1:
        left, right = before[-1:], after[:1]
        if (before, more, right) == ("m", "a", "c"):
            return Likeness(1, Slip.SOUND, True)  # McDonald, MacDonald
        doubled = more in (left, right)
        silent = doubled or more == "h" or (more in _VOWELS and (left in _VOWELS or right in _VOWELS))
        return Likeness(1, Slip.DOUBLE if doubled else Slip.DROP, silent)
    if len(more) == 2 and before.endswith(more):
        return Likeness(1, Slip.DOUBLE, False)  # a syllable twice: Jacobobs
    if len(more) > limit:
        return None
    return Likeness(2, Slip.PIECE if len(before) > 1 and after else Slip.TWO, False)


def _other_letter(x: str, y: str) -> Likeness:
    """One letter stands in place of another."""
    if strip_accents(x) == strip_accents(y):
        return Likeness(1, Slip.ACCENT, True)
    alike = frozenset((x, y)) in _SOUNDS
    if x in _VOWELS and y in _VOWELS:
        return Likeness(1, Slip.VOWEL, alike)
    return Likeness(1, Slip.SOUND, True) if alike else Likeness(1, Slip.LETTER, False)


def _two_slips(a: str, b: str, x: str, y: str) -> Likeness | None:
    """Words whose middles differ in more than one slip. ``x``, ``y``: the middles, the shorter first."""
    # With two slips, one at each end, most of the shorter middle stands in the longer one.
    if len(x) > 2 and x[len(x) // 2] not in y:
        return None
    if strip_accents(a) == strip_accents(b):
        return Likeness(1, Slip.ACCENT, True)
    return Likeness(2, Slip.TWO, sound_key(a) == sound_key(b)) if _two_apart(x, y) else None


def _two_apart(x: str, y: str) -> bool:
    """Whether two words that differ at both ends are two slips apart: one at each end."""
    if len(y) - len(x) > 2:
        return False
    # One slip mends the first letters, the other the last: try every way to begin, and look at what is left.
    if _one_apart(x[1:], y[1:]) or _one_apart(x, y[1:]) or _one_apart(x[1:], y):
        return True
    return len(x) > 2 < len(y) and x[:2] == y[1::-1] and _one_apart(x[2:], y[2:])


def _one_apart(x: str, y: str) -> bool:
    start, size_x, size_y = 0, len(x), len(y)
    if not -2 < size_x - size_y < 2:
        return False
    shortest = min(size_x, size_y)
    while start < shortest and x[start] == y[start]:
        start += 1
    while size_x > start and size_y > start and x[size_x - 1] == y[size_y - 1]:
        size_x -= 1
        size_y -= 1
    x, y = x[start:size_x], y[start:size_y]
    return (len(x) <= 1 and len(y) <= 1) or (len(x) == 2 and x == y[::-1])


def is_typing_error(odd: str, usual: str) -> bool:
    """Whether ``odd`` has no letter but those of ``usual``: moved ("Kuromachi"), or one repeated near its place.

    Fingers run ahead or lag behind ("Schawowsky" for "Schakowsky"); other people's names differ by other letters.
    """
    one, two = odd.casefold(), usual.casefold()
    if len(one) != len(two):
        return False
    if sorted(one) == sorted(two):
        return True
    changed = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
    at = changed[0]
    return len(changed) == 1 and one[at] in two[max(0, at - _NEAR) : at] + two[at + 1 : at + 1 + _NEAR]


def unsayable(word: str) -> bool:
    """Whether ``word`` has no vowel, or opens with consonants that hardly ever stand together: "Trmp", "Dnoald"."""
    opening = _CONSONANTS.match(word.casefold())
    size = opening.end() if opening else 0
    return size == len(word) or (size > 1 and word[:size].casefold() not in _ONSETS)


def strip_accents(word: str) -> str:
    """``word`` without its accents: "Pärt" is "Part"."""
    if word.isascii():
        return word
    import unicodedata

    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def letter_bits(word: str) -> int:
    """The letters of a word as bits of a number: by those of two words that differ, few or many slips part them."""
    return sum({1 << ord(letter) % 64 for letter in word})


_RULES = (  # in this order
    "ph>f ck>k kh>h gh>g sch>sh tch>ch tz>z ts>z zh>j dj>j ou>u oo>u ee>i ei>i ie>i ey>i y>i "
    "q>k c>k w>v x>ks ff>v f>v s>z dh>d th>t h>"
)
_RESPELL = [rule.split(">") for rule in _RULES.split()]


def sound_key(word: str) -> str:
    """A rough key of how a name is read in any tongue: names read alike share it ("Stephen", "Steven")."""
    key = strip_accents(word.casefold())
    for old, new in _RESPELL:
        if old in key:
            key = key.replace(old, new)
    head, rest = key[:1], key[1:]
    squeezed = head
    for letter in rest:
        if letter != squeezed[-1:]:
            squeezed += letter
    if len(squeezed) > 3 and squeezed[-1] == "e" and squeezed[-2] not in _VOWELS:
        squeezed = squeezed[:-1]  # Clarke, Clark
    return squeezed
