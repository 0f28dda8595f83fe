"""The contexts of a form of a name: what its places in an article show."""

from newslint.analysis.names.inventory import PLACE_WORDS, Inventory
from newslint.analysis.text.sentences import ends_between
from newslint.english.function_words import OPENERS
from newslint.english.places import ORGANISATION_WORDS
from newslint.english.reporting_verbs import is_verb_of_mind_or_speech
from newslint.english.titles import HONORIFICS, TITLE_HELPERS, TITLES
from newslint.model.named_tuple import NamedTuple

_PLACES = 40  # of a form that are looked at


class Profile(NamedTuple):
    """What the places of a form show."""

    left: frozenset[str]  # words of the same name just before, titles and openers left out
    right: frozenset[str]  # ... and just after
    bare: int  # places where nothing of the kind stands beside it
    titles: frozenset[str]  # titles and honorifics that stand before it
    organisation: bool  # it stands within the name of a body
    speaks: bool  # a word of speech stands beside a bare one
    named_place: bool  # "in", "near" or "to" stands before it
    listed: bool  # it stands in a list of names


def profile(inventory: Inventory, form: str) -> Profile:
    """The profile of ``form``, from its first places."""
    words, text = inventory.words, inventory.text
    left, right, titles = set(), set(), set()
    bare = 0
    organisation = speaks = named_place = listed = False
    for index in inventory.forms[form][:_PLACES]:
        before, after = inventory.left(index), inventory.right(index)
        alone = True
        if before >= 0:
            if _tells(words[before].text):
                left.add(words[before].text)
                alone = False
            elif words[before].text in HONORIFICS or words[before].text.lower() in TITLES:
                titles.add(words[before].text.lower())
        if after >= 0:
            if _tells(words[after].text):
                right.add(words[after].text)
                alone = False
            elif before >= 0 and words[after].text in ORGANISATION_WORDS:
                organisation = True
        elif index in inventory.linked:
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
    return Profile(
        frozenset(left), frozenset(right), bare, frozenset(titles), organisation, speaks, named_place, listed
    )


def _tells(word: str) -> bool:
    return not (
        word in OPENERS
        or word in HONORIFICS
        or word in ORGANISATION_WORDS
        or word.lower() in TITLES
        or word.lower() in TITLE_HELPERS
    )


def stand_together(inventory: Inventory, one: str, two: str) -> bool:
    """Whether "and" joins two full names of both forms, as of brothers: "Erik Hale and his cousin Eric Hale".

    Not of a couple whose surnames ought to agree: "Erik Hale and Anna Halle".
    """
    words = inventory.words
    for index in inventory.forms[one][:_PLACES]:
        for other in inventory.forms[two][:_PLACES]:
            first, last = min(index, other), max(index, other)
            start, end = words[first].stop, words[last].start
            between = inventory.text[start:end]
            if len(between) >= 80 or " and " not in between or any(mark in between for mark in '”"\n'):
                continue
            if _are_of_others(inventory, index, other):
                continue
            if not ends_between(inventory.text, start, end):
                return True
    return False


def _are_of_others(inventory: Inventory, one: int, two: int) -> bool:
    """Whether both words end their names, and not after the same given name: two surnames."""
    if inventory.right(one) >= 0 or inventory.right(two) >= 0:
        return False
    left, again = inventory.left(one), inventory.left(two)
    return left < 0 or again < 0 or inventory.words[left].text != inventory.words[again].text
