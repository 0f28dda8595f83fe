"""``names``: TOML packs of names with one right spelling, and the house's own list.

A file reads::

    kind    = "names"
    summary = "Leaders as agencies spell them."
    house   = true                     # near misses of the config's `names` too
    right   = ["Kremlin", "Djibouti"]  # names whose near misses are reported
    lists   = ["months", "countries"]  # the same for names of the dictionary; weekdays, states, peoples, too
    [spellings]                        # right form = wrong forms, matched with their capitals
    "Sadyr Japarov" = ["Sadir Japarov"]
    [[name]]                           # a name about which there is more to say
    right   = "Kyiv"
    wrong   = ["Kiev"]
    unless  = ["chicken Kiev"]         # phrases in which a wrong form is right
    note    = "AP and BGN since 2019"

A near miss is an unknown word one slip away from a long word of a right form. Where it is somebody's name, or stands
more than once, it is taken to be meant so, and given names are written in too many ways ("Mohammed", "Muhammed") for
one to be a slip of another; neither goes for the config's `names`.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from newslint.kinds.phrases import TomlRule, fold, longest
from newslint.model.finding import Finding, Severity
from newslint.model.memo import Memo
from newslint.model.name_table import plain
from newslint.model.named_tuple import NamedTuple
from newslint.model.span import Passage

if TYPE_CHECKING:
    from newslint.analysis.names.inventory import Inventory
    from newslint.analysis.names.people import Mention
    from newslint.article import Article
    from newslint.model.name_table import Listed

# Shorter words have too many neighbours that are names themselves.
_SHORTEST = 6
_LONGEST = 40  # no name is longer
_MOST_OTHER = 2  # letters that only one of two words has, which are one slip apart


class NameEntry(NamedTuple):
    """A name and how it is not written."""

    right: str
    wrong: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    note: str = ""


class NamesRule(TomlRule):
    """``names``: wrong forms of names, and near misses of the right ones."""

    entries: tuple[NameEntry, ...] = ()
    house: bool = False
    gathers = True

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(fold(form) for entry in self.entries for form in (*entry.wrong, *entry.unless))

    def check(self, article: "Article") -> Iterator[Finding]:
        told = set()
        for finding in self._wrong(article):
            told.add(finding.start)
            yield finding
        for word, right, severity in self._misses(article):
            if word.start not in told:
                told.add(word.start)
                message = f"“{word.text}” looks like a slip for “{right}”."
                yield self.finding(word, message, suggest=right, by_hand=True, severity=severity)
        if self.house:
            for mention, known in near_listed(article):
                if mention.start not in told:
                    seen = f" (in {known.articles:,} articles)" if known.articles else ""
                    message = f"“{mention.text}” looks like a slip for “{known.name}”{seen}."
                    yield self.finding(mention, message, suggest=known.name, by_hand=True)

    def _misses(self, article: "Article") -> Iterator[tuple[Passage, str, Severity | None]]:
        if self.house and article.house.names:
            for word, right in near_misses(article, _slips(article.house.names, sure=True), sure=True):
                yield word, right, Severity.WARNING
        for word, right in near_misses(article, self._meant, sure=False):
            yield word, right, None

    @cached_property
    def _meant(self) -> Memo[str, str]:
        return _slips(tuple([entry.right for entry in self.entries]), sure=False)

    def _wrong(self, article: "Article") -> Iterator[Finding]:
        hits = article.hits(self.id)
        if not hits:
            return
        owners = {plain(form): entry for entry in self.entries for form in entry.wrong}
        for hit in longest(hits):
            words = article.text[hit.start : hit.end]
            entry = owners.get(plain(words))
            if entry is None:
                continue
            why = f" ({entry.note})" if entry.note else ""
            message = f"Write “{entry.right}” for “{words}”{why}."
            yield self.finding(Passage(hit.start, hit.end, words), message, suggest=entry.right)


def near_misses(article: "Article", meant: Memo[str, str], *, sure: bool) -> Iterator[tuple[Passage, str]]:
    """(word as it stands, right word) of every unknown word one slip away from a long word of a right form.

    ``meant``: see ``_slips``. ``sure``: the right forms are known to belong to the article's matter, so a person's name
    counts too.
    """
    inventory = article.name_inventory
    for form, right in zip(inventory.forms, meant.column(inventory.forms), strict=True):
        if not right:
            continue
        places = inventory.forms[form]
        if not sure and (len(places) > 1 or len(form) < _SHORTEST or _is_of_somebody(inventory, form)):
            continue
        for place in places:
            word = inventory.words[place]
            yield Passage(word.start, word.end, article.text[word.start : word.end]), right


def _is_of_somebody(inventory: "Inventory", form: str) -> bool:
    """Whether a form is part of a longer name, or acts as a person does."""
    from newslint.analysis.names.profile import profile

    here = profile(inventory, form)
    return bool(here.left or here.right or here.titles or here.speaks)


def _capitals(word: str) -> int:
    return sum(letter.isupper() for letter in word)


def near_listed(article: "Article") -> "Iterator[tuple[Mention, Listed]]":
    """(mention, the name that may be meant) of full names that no list of the house has, but for one slip.

    A long list has a neighbour for every surname, so the other words of the name have to be the same, and the word that
    differs be no name that English knows.
    """
    if not article.house.tables:
        return
    forms: dict[str, list[Mention]] = {}
    for person in article.people:
        for mention in person.mentions:
            if " " in mention.text:
                forms.setdefault(" ".join(mention.text.split()), []).append(mention)
    for form, mentions in forms.items():
        meant = [known for known in article.house.near(form) if _is_slip(form, known.name)]
        if meant:
            best = max(meant, key=lambda known: (known.articles, known.name))
            yield from ((mention, best) for mention in mentions)


def _is_slip(form: str, right: str) -> bool:
    """Whether the one word in which two names differ is a slip."""
    from newslint.analysis.names.derivation import is_derived
    from newslint.analysis.names.likeness import Slip, likeness
    from newslint.english import is_name, is_word

    for here, there in zip(plain(form).split(), right.split(), strict=True):
        if here != there:
            near = likeness(here, there, 1)
            if near is None or near.slip in (Slip.CASE, Slip.ACCENT) or len(there) < _SHORTEST - 1:
                return False
            return not (is_name(here) or is_word(here) or is_derived(here, there))
    return False


@cache
def _slips(names: tuple[str, ...], *, sure: bool) -> Memo[str, str]:
    """Form with a capital -> the long word of a right form that it is a slip for, or ""; each form is looked at once.

    A word and its slip are the same after one letter is taken from one of them, or from each. Not ``sure``: given
    names, that is names before the last word, are left out.
    """
    from newslint.analysis.names.likeness import letter_bits
    from newslint.english import is_name

    words = frozenset(
        part
        for name in names
        for part, after in pairwise((*name.replace("-", " ").split(), ""))
        if len(part) >= _SHORTEST and (sure or not (after and is_name(part)))
    )
    alike: dict[tuple[str, int], list[str]] = {}
    for part in words:
        for size in range(len(part) - 1, len(part) + 2):
            alike.setdefault((part[0], size), []).append(part)
    return Memo(partial(_right_for, alike, Memo(letter_bits)))


def _right_for(alike: Mapping[tuple[str, int], Sequence[str]], letters: Memo[str, int], form: str) -> str:
    """The word that an unknown form is one slip away from, or "".

    ``alike``: first letter and size of a form -> the words that it may be meant for; ``letters``: those of a word.
    """
    beside = alike.get((form[0], len(form)))
    if beside is None or len(form) > _LONGEST or form in beside:
        return ""
    own = letters[form]
    parts = sorted([part for part in beside if (own ^ letters[part]).bit_count() <= _MOST_OTHER])
    parts = [part for part in parts if not _shortened(form).isdisjoint(_shortened(part))]
    if not parts:
        return ""
    from newslint.analysis.names.derivation import is_derived
    from newslint.analysis.names.likeness import Slip, likeness
    from newslint.english import is_name, is_word

    if is_name(form) or is_word(form) or any(is_derived(form, part) for part in parts):
        return ""
    for part in parts:
        near = likeness(form, part, 1)
        if near is None or near.slip in (Slip.CASE, Slip.ACCENT):
            continue
        if _capitals(form) == _capitals(part):
            return part
    return ""


def _shortened(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def names_rule(data: dict[str, Any], shared: dict[str, Any]) -> NamesRule:
    """The rule of a parsed file; raises ValueError that says what is wrong."""
    entries = [NameEntry(right) for right in (*_texts(data.pop("right", []), "right"), *_listed(data.pop("lists", [])))]
    entries += [NameEntry(right, _texts(wrong, right)) for right, wrong in data.pop("spellings", {}).items()]
    entries += [_entry(row) for row in data.pop("name", ())]
    return NamesRule(**shared, entries=tuple(entries), house=bool(data.pop("house", False)))


def _listed(names: object) -> Iterator[str]:
    """The names that lists of the dictionary hold."""
    from newslint import english

    known = {
        "weekdays": english.WEEKDAYS,
        "months": english.MONTHS,
        "countries": sorted(english.COUNTRIES),
        "states": sorted(english.US_STATES),
        "peoples": sorted(english.PEOPLES),
    }
    for name in _texts(names, "lists"):
        if name not in known:
            raise ValueError(f"`lists` has {', '.join(sorted(known))}, not “{name}”")
        yield from known[name]


def _entry(row: dict[str, Any]) -> NameEntry:
    unknown = set(row) - set(NameEntry._fields)
    if unknown:
        raise ValueError(f"unknown key `{min(unknown)}` in a [[name]]")
    if not isinstance(row.get("right"), str):
        raise ValueError("a [[name]] has `right`: the name as it is written")
    if not isinstance(row.get("note", ""), str):
        raise ValueError("the `note` of a [[name]] is a text")
    wrong, unless = _texts(row.get("wrong", []), "wrong"), _texts(row.get("unless", []), "unless")
    return NameEntry(row["right"], wrong, unless, row.get("note", ""))


def _texts(value: object, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise ValueError(f"`{key}` is a list of texts, not {value!r}")
    return tuple(value)
