"""From capitalised words to persons: titles taken off, full names told from other names, forms gathered."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newslint.analysis.names.inventory import PLACE_WORDS, Inventory
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
from newslint.model.named_tuple import NamedTuple

if TYPE_CHECKING:
    from newslint.analysis.views import Views

_TAIL = expression(r"[-‐‑][a-z]{1,5}(?![\w'’])")
_APPOSITION = expression(r",\s+((?:(?:a|an|the|its|his|her|their)\s+)?[^,.;:()\n“”\"]{4,110})")
_NAMESAKES = 50  # persons of one surname among whom one is looked for
_DETERMINERS = {"a", "an", "the", "its", "his", "her", "their"}
_new = tuple.__new__
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
    first = 0
    go_on = inventory.joined | inventory.linked
    for last in range(len(inventory.words)):
        if last not in go_on:
            name = _read(inventory, first, last)
            if name is not None:
                yield name
            first = last + 1


def _read(inventory: Inventory, first: int, last: int) -> Name | None:
    """The name that words ``first`` to ``last`` of the inventory are; None where they only open a sentence."""
    words, text = inventory.words, inventory.text
    while words[first].text in OPENERS:
        first += 1
        if first > last:
            return None
    forms = [word.text for word in words[first : last + 1]]
    honorific, start, titled = _taken_off(forms) if len(forms) > 1 else ("", 0, 0)
    begin = first + start
    title = ""
    if titled:
        title = text[words[first].start : words[first + titled - 1].end]
    elif not start:
        before = inventory.word_before(begin)
        if before in TITLES:
            title = before
    end = words[last].end
    if text[end : end + 1] in ("-", "‐", "‑"):
        tail = _TAIL.match(text, end)
        if tail and tail[0][1:] not in COMPOUND_TAILS:
            end = tail.end()
    if len(forms) - start > 1 or end != words[last].end:
        whole = text[words[begin].start : end].replace("’", "'").replace("\u00a0", " ")
        parts = tuple(whole.split(" "))
    else:
        parts = (forms[start],)
    return _new(Name, (words[begin].start, end, parts, honorific, title, begin, last))


def _taken_off(forms: list[str]) -> tuple[str, int, int]:
    """The honorific before a name, and how many of its words are taken off its front: in all, up to its last title."""
    name = len(forms) - 1
    while name > 0 and forms[name] in POST_NOMINALS:
        name -= 1
    honorific = ""
    start = titled = 0
    for position in range(name):  # what stands before the last word that is more than a "Jr."
        form = forms[position]
        if form in HONORIFICS:
            honorific, start = form, position + 1
        elif form.lower() in TITLES:
            start = titled = position + 1
    return honorific, start, titled


class _Draft:
    """A person while the article is read."""

    __slots__ = ("mentions", "title", "words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self.mentions: list[Mention] = []
        self.title = ""


def find_persons(article: "Views") -> tuple[Person, ...]:
    """The members of the cast, in the order in which they enter; linear in the number of names."""
    names = list(find_names(article))
    if any(block.role in (Role.BYLINE, Role.FURNITURE) for block in article.blocks):
        names = [name for name in names if article.role_at(name.start) not in (Role.BYLINE, Role.FURNITURE)]
    cast = _Cast(article)
    alone = {name.words[0] for name in names if len(name.words) == 1}
    for name in names:
        if len(name.words) > 1 and _is_person(article, name, alone):
            cast.introduce(name)
    for name in names:
        cast.mention(name)
    found = [Person(" ".join(draft.words), tuple(draft.mentions), draft.title) for draft in cast.drafts]
    return tuple(sorted((person for person in found if person.mentions), key=lambda person: person.mentions[0].start))


class _Cast:
    """The persons of an article while it is read: full names first, then every mention."""

    def __init__(self, article: "Views") -> None:
        self.article = article
        self.drafts: list[_Draft] = []
        self._spelled = article.misspellings
        self._by_surname: dict[str, list[_Draft]] = {}
        self._by_given: dict[str, list[_Draft]] = {}
        self._full: dict[tuple[str, ...], _Draft] = {}
        self._latest: dict[str, _Draft] = {}  # by the word that a mention ends in: who was meant last

    def introduce(self, name: Name) -> None:
        """A full name: a person of its own, or another form of one who is there."""
        words = self._right(name.words)
        if words in self._full:
            return
        same = self._compatible(words)
        if same is None:
            self._full[words] = self._enter(words)
            return
        self._full[words] = same
        if len(words) > len(same.words):
            same.words = words

    def mention(self, name: Name) -> None:
        """A name, given to whom it means; to nobody where it is no person's."""
        words = self._right(name.words)
        found = self._full.get(words) or (self._alone(name, words) if len(words) == 1 else self._titled(name, words))
        if found is None:
            return
        self._latest[words[-1]] = self._latest[_surname(found.words)] = found
        text = self.article.text[name.start : name.end]
        found.mentions.append(Mention(name.start, name.end, text, name.honorific, name.title))
        if not found.title:
            found.title = name.title or (_apposition(self.article.text, name.end) if len(words) > 1 else "")

    def _alone(self, name: Name, words: tuple[str, ...]) -> _Draft | None:
        """Whom a surname or a given name alone means: of several, the one who was named last."""
        word = words[0]
        choice = self._by_surname.get(word) or self._by_given.get(word) or ()
        if len(choice) > 1 and word in self._latest:
            return self._latest[word]
        if choice:
            return choice[0]
        return self._enter(words) if _is_mononym(self.article.name_inventory, name) else None

    def _titled(self, name: Name, words: tuple[str, ...]) -> _Draft | None:
        """Whom several words after a title mean, though they do not look like a full name."""
        if not (name.honorific or name.title):
            return None
        found = self._compatible(words)
        return self._enter(words) if found is None and name.honorific else found

    def _compatible(self, words: tuple[str, ...]) -> _Draft | None:
        """The first of the same surname who may bear the name."""
        namesakes = islice(self._by_surname.get(_surname(words), ()), _NAMESAKES)
        return next((other for other in namesakes if compatible(other.words, words)), None)

    def _right(self, words: tuple[str, ...]) -> tuple[str, ...]:
        spelled = self._spelled
        return tuple([spelled.get(word, word) for word in words]) if spelled else words

    def _enter(self, words: tuple[str, ...]) -> _Draft:
        draft = _Draft(words)
        self.drafts.append(draft)
        if len(words) > 1:
            self._by_given.setdefault(words[0], []).append(draft)
        self._by_surname.setdefault(_surname(words), []).append(draft)
        return draft


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
