"""How two people are related, as each place tells it: "Jan and his son Kit", "the brothers Jan and Kit"."""

import re
from collections.abc import Iterator

from newslint import Article, NamedTuple, english, expression, lower_words

# What one is to the other -> what the other is, by generation; the rest (in-laws, steps) has words of its own.
_BONDS = {
    "parent and child": "father mother son daughter",
    "brother and sister": "brother sister half-brother half-sister twin",
    "husband and wife": "husband wife widow widower",
    "uncle or aunt": "uncle aunt nephew niece",
    "grandparent and grandchild": "grandfather grandmother grandson granddaughter grandchild",
    "cousins": "cousin",
    "step-parent and child": "stepfather stepmother stepson stepdaughter",
}
_BOND_OF = {word: bond for bond, words in _BONDS.items() for word in words.split()}
_PAIRS = ("brothers", "sisters", "cousins", "twins")
_FEMALE = frozenset("mother daughter sister half-sister wife widow aunt niece grandmother granddaughter".split())
_KIN = "|".join(sorted(_BOND_OF, key=len, reverse=True))
_NAME = r"[A-Z][\w’'-]*\w(?: [A-Z][\w’'-]*\w){0,2}"
_WHOSE = rf"(?P<whose>[Hh]is|[Hh]er|{_NAME}[’']s?)"
_WAYS = (
    expression(rf"\b{_WHOSE} (?:\w+ )?(?P<kin>{_KIN}),? (?P<name>{_NAME})"),  # his late father, Jan Orbell
    expression(rf"\b(?P<name>{_NAME}), (?:\d+, )?{_WHOSE} (?:\w+ )?(?P<kin>{_KIN})\b"),  # Jan Orbell, his father
    expression(rf"\b(?P<kin>{'|'.join(_PAIRS)}) (?P<whose>[A-Z][\w’-]+) and (?P<name>[A-Z][\w’-]+)"),
)
_BEFORE = expression(rf"(?P<name>{_NAME})(?:[’']s?)?(?:, [\w ]+,)?(?: and|,| with| to)? $")
_WORDS = frozenset((*_BOND_OF, *_PAIRS))
_LEAST_WORDS = 2  # without two of them no bond is told in two ways


class Bond(NamedTuple):
    """What one person is to another. ``pair``: the first names, or a pronoun for whom no name stands by."""

    start: int
    end: int
    pair: frozenset[str]
    bond: str
    kin: str
    name: str


def bonds(article: Article) -> Iterator[Bond]:
    """Every bond that the article tells, in no order."""
    text = article.text
    if len(_WORDS & article.view(lower_words)) < _LEAST_WORDS:
        return
    for index, way in enumerate(_WAYS):
        for found in way.finditer(text):
            kin = found["kin"].removesuffix("s") if found["kin"] in _PAIRS else found["kin"]
            name, whose = found["name"].split()[0], _whose(text, found, stands_first=index == 0)
            if whose and whose != name and not english.is_weekday(name) and not english.is_month(name):
                yield Bond(*found.span(), frozenset((whose, name)), _BOND_OF[kin], kin, name)


def _whose(text: str, found: re.Match[str], *, stands_first: bool) -> str:
    """The first name of whose kin it is; the pronoun, if no name stands right before it."""
    whose = found["whose"].split()[0].removesuffix("'s").removesuffix("’s").rstrip("'’")
    if whose.lower() not in ("his", "her"):
        return whose
    before = _BEFORE.search(text, max(0, found.start() - 60), found.start()) if stands_first else None
    return before["name"].split()[0] if before else whose.lower()


def clashing_bonds(article: Article) -> Iterator[tuple[Bond, Bond]]:
    """The later and the earlier of two bonds of one pair that cannot both be."""
    told: dict[frozenset[str], Bond] = {}
    for bond in sorted(bonds(article)):
        first = told.setdefault(bond.pair, bond)
        if first.bond != bond.bond or (first.name == bond.name and _sex(first.kin) != _sex(bond.kin)):
            yield bond, first


def _sex(kin: str) -> str:
    return "either" if kin in ("cousin", "twin", "grandchild") else "female" if kin in _FEMALE else "male"
