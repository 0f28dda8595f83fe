"""Noun phrases that may name a speaker: a pronoun, a name with its titles, a description."""

from __future__ import annotations

from newslint.analysis.speech.cues import DETERMINERS, FINITE, LINKS, RUNNING, TIMES
from newslint.analysis.speech.words import Word, cannot_speak
from newslint.english.function_words import NO_SUBJECT, PRONOUNS
from newslint.english.names import PARTICLES, is_given_name
from newslint.english.titles import is_honorific, is_short_title, is_title

# Alone these say who speaks: "many", "one".
_ENOUGH = frozenset(("one", "another", "some", "many", "both", "all", "several", "others", "most", "few"))


def noun_phrase(words: list[Word], place: int) -> tuple[int, int] | None:  # noqa: C901 - one walk over the words, an exit a word class
    """The (start, end) of the noun phrase that begins at ``place``, None if there is none."""
    if place >= len(words):
        return None
    first = words[place]
    if first.lower in PRONOUNS and first.text != "IT":
        return first[:2]
    if not first.text[0].isalnum() or cannot_speak(first) or _is_time(words, place):
        return None
    last = place - 1
    named = False  # the phrase has come to a name
    for position in range(place, len(words)):
        word = words[position]
        lower = word.lower
        if not (word.text[0].isalnum() or word.text == "&" or (word.text in "’'" and named)):
            break
        if position > place and words[position - 1].lower not in DETERMINERS and _is_time(words, position):
            break
        if position > place and is_capital(word) and (lower in PRONOUNS or cannot_speak(word)):
            break  # the next sentence, after "said Dr."
        if is_capital(word) and lower not in DETERMINERS:
            named = not word.text.endswith(("’s", "'s"))
            last = position
            continue
        if position > place and lower in LINKS:
            if _links(words, position, named):
                continue
            if lower not in DETERMINERS:
                break
        if cannot_speak(word) or lower in FINITE or lower in RUNNING:
            break
        if named and words[position - 1].lower not in LINKS and not _title_follows(words, position):
            break
        last = position
    if last < place:
        return None
    if last == place and first.lower not in _ENOUGH:
        bare = is_short_title(first.lower) or first.lower in DETERMINERS
        if bare or (first.text[0].islower() and not first.lower.endswith("s") and not is_capital(first)):
            return None
    return first.start, words[last].end


def _is_time(words: list[Word], place: int) -> bool:
    """Whether a word says when; after a title or a given name it is a surname ("Dr Carl June"), and May may speak."""
    word = words[place]
    if word.lower not in TIMES:
        return False
    if word.text[0].islower():
        return True
    before = words[place - 1] if place else None
    if before is not None and before.text[0].isupper():
        return not (is_title(before.lower) or is_honorific(before.text) or is_given_name(before.text))
    following = words[place + 1] if place + 1 < len(words) else None
    speaks = word.text == "May" and following is not None and following.lower in FINITE
    return not (speaks and following is not None and following.text[0].islower())


def is_capital(word: Word) -> bool:
    """Whether a word is written as a name is: "Lind", "al-Assad"."""
    text = word.text
    return text[0].isupper() or ("-" in text and any(part[:1].isupper() for part in text.split("-")))


def _links(words: list[Word], position: int, named: bool) -> bool:
    """Whether a small word holds a noun phrase together: "van" in "Maria van der Berg", "for" in "a spokesman for"."""
    following = words[position + 1] if position + 1 < len(words) else None
    if following is None or not following.text[0].isalnum():
        return False
    lower = words[position].lower
    if lower == "and":
        return is_capital(following) and following.lower not in TIMES
    if lower in ("at", "from", "in"):
        return not named and is_capital(following)
    if lower in ("for", "of"):
        return not named or any(is_capital(word) for word in words[position + 1 : position + 4])
    if lower == "the":
        return True
    return is_capital(following) or following.lower in PARTICLES


def _title_follows(words: list[Word], position: int) -> bool:
    """Whether small words after a name lead to another: "Ohio congresswoman Marcia Fudge"."""
    for word in words[position : position + 4]:
        if is_capital(word):
            return True
        if not word.text.isalpha() or cannot_speak(word) or word.lower in LINKS or word.lower in FINITE:
            return False
        if word.lower in TIMES or word.lower.endswith(("ing", "ed")):
            return False
    return False


def noun_phrase_ending(words: list[Word], last: int) -> tuple[int, int] | None:
    """The noun phrase that ends with the word at ``last``."""
    while last >= 0 and not words[last].text[0].isalnum():
        last -= 1
    if last < 0:
        return None
    first = last
    while first:
        word = words[first - 1]
        name = is_capital(word) and word.lower not in NO_SUBJECT
        if name or (word.lower in LINKS and first > 1 and words[first - 2].text[0].isalnum()):
            first -= 1
        elif word.lower in DETERMINERS:
            first -= 1
            break
        elif (
            word.text[0].islower()
            and word.lower not in NO_SUBJECT
            and word.lower not in FINITE
            and word.lower not in RUNNING
        ):
            first -= 1
        else:
            break
    while first < last and (words[first].lower in LINKS - DETERMINERS or words[first].lower in TIMES):
        first += 1
    return words[first].start, words[last].end
