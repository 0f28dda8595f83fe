"""From capitalised words to persons: titles taken off, full names told from other names, forms gathered."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.analysis.names.inventory import PLACE_WORDS, Inventory, particles_follow
from newslint.analysis.names.people import Mention, Person
from newslint.english.function_words import OPENERS
from newslint.english.names import COMPOUND_TAILS, is_given_name
from newslint.english.nicknames import is_nickname
from newslint.english.places import ORGANISATION_WORDS, PLACES
from newslint.english.reporting_verbs import is_plain_reporting_verb, is_verb_of_mind_or_speech
from newslint.english.titles import HONORIFICS, POST_NOMINALS, TITLES
from newslint.english.words import is_word
from newslint.model.block import Role
from newslint.model.expressions import expression

if TYPE_CHECKING:
    from newslint.analysis.views import Views

_TAIL = expression(r"[-‐‑][a-z]{1,5}(?![\w'’])")
_APPOSITION = expression(r",\s+((?:(?:a|an|the|its|his|her|their)\s+)?[^,.;:()\n“”\"]{4,110})")
_DETERMINERS = {"a", "an", "the", "its", "his", "her", "their"}
_AGE = expression(r",? (?:\(?\d{1,3}\)?,|who\b)")


class Name(NamedTuple):
    """A run of capitalised words read as one name: where it stands, its words, and what was taken off its front."""

    start: int
    end: int
    words: tuple[str, ...]
    honorific: str
    title: str
    first: int  # index of its first word in the inventory
    last: int  # of its last word

    @property
    def text(self) -> str:
        return " ".join(self.words)


def find_names(article: "Views") -> Iterator[Name]:
    """Every run of capitalised words with titles, honorifics and sentence openers taken off."""
    inventory = article.name_inventory
    size = len(inventory.words)
    index = 0
    while index < size:
        last = index
        while last + 1 < size and (inventory.joined(last) or particles_follow(inventory, last)):
            last += 1
        yield from _read(inventory, index, last)
        index = last + 1


def _read(inventory: Inventory, first: int, last: int) -> Iterator[Name]:
    words = inventory.words
    while first <= last and words[first].text in OPENERS:
        first += 1
    if first > last:
        return
    forms = [word.text for word in words[first : last + 1]]
    honorific, title = "", ""
    start = titled = 0
    name = len(forms) - 1
    while name > 0 and forms[name] in POST_NOMINALS:
        name -= 1
    for position in range(name):  # what stands before the last word that is more than a "Jr."
        form = forms[position]
        if form in HONORIFICS:
            honorific, start = form, position + 1
        elif form.lower() in TITLES:
            start = titled = position + 1
    if titled:
        title = inventory.text[words[first].start : words[first + titled - 1].end]
    begin = first + start
    if not title and not start:
        before = inventory.word_before(begin)
        if before in TITLES:
            title = before
    end = words[last].end
    names = forms[start:]
    text = inventory.text
    if text[end : end + 1] in ("-", "‐", "‑"):
        tail = _TAIL.match(text, end)
        if tail and tail[0][1:] not in COMPOUND_TAILS:
            end = tail.end()
    if words[begin].start < end:
        whole = text[words[begin].start : end].replace("’", "'").replace("\u00a0", " ")
        parts = tuple(whole.split(" ")) if len(names) > 1 or end != words[last].end else (names[0],)
        yield Name(words[begin].start, end, parts, honorific, title, begin, last)


class _Draft:
    """A person while the article is read."""

    __slots__ = ("mentions", "title", "words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self.mentions: list[Mention] = []
        self.title = ""


def find_persons(article: "Views") -> tuple[Person, ...]:
    """The members of the cast, in the order in which they enter; linear in the number of names."""
    inventory = article.name_inventory
    names = list(find_names(article))
    apart = [block for block in article.blocks if block.role in (Role.BYLINE, Role.FURNITURE)]
    if apart:
        names = [name for name in names if article.role_at(name.start) not in (Role.BYLINE, Role.FURNITURE)]
    spelled = article.misspellings
    drafts: list[_Draft] = []
    by_surname: dict[str, list[_Draft]] = {}
    by_given: dict[str, list[_Draft]] = {}
    full: dict[tuple[str, ...], _Draft] = {}
    alone = {name.words[0] for name in names if len(name.words) == 1}

    def right(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple([spelled.get(word, word) for word in words]) if spelled else words

    def enter(words: tuple[str, ...]) -> _Draft:
        draft = _Draft(words)
        drafts.append(draft)
        if len(words) > 1:
            by_given.setdefault(words[0], []).append(draft)
        by_surname.setdefault(_surname(words), []).append(draft)
        return draft

    for name in names:
        if len(name.words) > 1 and _is_person(article, name, alone):
            words = right(name.words)
            if words in full:
                continue
            same = [other for other in by_surname.get(_surname(words), ()) if compatible(other.words, words)]
            if same:
                full[words] = same[0]
                if len(words) > len(same[0].words):
                    same[0].words = words
            else:
                full[words] = enter(words)
    latest: dict[str, _Draft] = {}
    for name in names:
        words = right(name.words)
        found = full.get(words)
        if found is None and len(words) == 1:
            word = words[0]
            choice = by_surname.get(word) or by_given.get(word) or ()
            if len(choice) > 1 and word in latest:
                found = latest[word]
            elif choice:
                found = choice[0]
            elif _is_mononym(inventory, name):
                found = enter(words)
        elif found is None and (name.honorific or name.title):
            choice = by_surname.get(_surname(words), [])
            found = next((other for other in choice if compatible(other.words, words)), None)
            if found is None and name.honorific:
                found = enter(words)
        if found is None:
            continue
        latest[words[-1]] = latest[_surname(found.words)] = found
        text = inventory.text[name.start : name.end]
        found.mentions.append(Mention(name.start, name.end, text, name.honorific, name.title))
        if not found.title:
            found.title = name.title or (_apposition(article.text, name.end) if len(words) > 1 else "")
    cast = [Person(" ".join(draft.words), tuple(draft.mentions), draft.title) for draft in drafts if draft.mentions]
    return tuple(sorted(cast, key=lambda person: person.mentions[0].start))


def _surname(words: tuple[str, ...]) -> str:
    """The last word that is no suffix; what a second mention uses."""
    for word in reversed(words):
        if word.rstrip(".") not in POST_NOMINALS:
            return word
    return words[-1]


def compatible(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names with one surname can be one person's: same, short or initial given name."""
    a, b = one[0].rstrip("."), two[0].rstrip(".")
    if a == b or len(one) == 1 or len(two) == 1:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return same_given_name(a, b)


def same_given_name(a: str, b: str) -> bool:
    """Whether one is a usual short form of the other: "Josh" and "Joshua", "Marty" and "Martin", "Bob" and "Robert"."""
    return is_nickname(a, b)


def _is_person(article: "Views", name: Name, alone: set[str]) -> bool:
    first, surname = name.words[0], _surname(name.words)
    if len(name.words) > 5 or surname in ORGANISATION_WORDS or not _has_lower(name):
        return False
    if name.honorific or name.title:
        return True
    inventory = article.name_inventory
    before = inventory.word_before(name.first)
    if before == "the" or any(word in ORGANISATION_WORDS for word in name.words):
        return False
    if is_given_name(first) and surname not in PLACES:
        return True
    if first in PLACES:
        return False
    after = inventory.word_after(name.last)
    if after == "who" or is_verb_of_mind_or_speech(after) or is_verb_of_mind_or_speech(before):
        return surname not in PLACES
    if _AGE.match(article.text, name.end) or (before not in PLACE_WORDS and _apposition(article.text, name.end)):
        return True
    return before not in PLACE_WORDS and surname in alone and surname not in PLACES


def _is_mononym(inventory: Inventory, name: Name) -> bool:
    word = name.words[0]
    if word in PLACES or word in ORGANISATION_WORDS or len(word) < 2 or word.isupper() or word.lower() in TITLES:
        return False
    if word.endswith("s") and word[:-1] in PLACES:
        return False
    if name.honorific:
        return True
    if name.title:
        return inventory.word_before(name.first) != name.title or not inventory.opens_sentence(name.first)
    if len(name.words) > 1 or is_word(word) or inventory.words[name.last].stop != name.end:
        return False
    if inventory.text[max(0, name.start - 4) : name.start].lower() == "the ":
        return False
    return is_verb_of_mind_or_speech(inventory.word_after(name.last)) or is_plain_reporting_verb(
        inventory.word_before(name.first)
    )


def _has_lower(name: Name) -> bool:
    return any(not word.isupper() or len(word) == 1 for word in name.words)


def _apposition(text: str, end: int) -> str:
    """The description after a name: "a professor of political science" in "Taras Kuzio, a professor of ...,"."""
    if text[end : end + 1] != ",":
        return ""
    found = _APPOSITION.match(text, end)
    if not found:
        return ""
    words = found[1].split()
    if not any(word.lower().rstrip("s") in TITLES for word in words[:9]):
        return ""
    described = words[0] in _DETERMINERS or any(word.lower() in TITLES for word in words[:4])
    return found[1].strip() if described else ""
