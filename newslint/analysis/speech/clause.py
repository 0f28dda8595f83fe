"""A clause that attributes words: its cue, and the words of its subject."""

from newslint.analysis.speech.cues import FINITE, OPENERS, TIMES
from newslint.analysis.speech.noun_phrases import is_capital, noun_phrase, noun_phrase_ending
from newslint.analysis.speech.words import Word, cannot_speak, is_between
from newslint.english.function_words import NO_SUBJECT, PRONOUNS
from newslint.model.named_tuple import NamedTuple

JOINING = frozenset(("and", "but", "so", "meanwhile", "then", "later", "yet", "however", "instead"))


class Clause(NamedTuple):
    """A cue and the words of its subject, as (start, end); ``subject`` is None where a cue stands without one."""

    cue: tuple[int, int]
    subject: tuple[int, int] | None

    @property
    def end(self) -> int:
        return max(self.cue[1], self.subject[1] if self.subject else 0)


def subject_before(words: list[Word], verb: int) -> tuple[int, int] | None:
    """The subject that ends before the verb at ``verb``."""
    last = verb - 1
    while last >= 0 and is_between(words[last]):
        last -= 1
    if last < 0:
        return None
    word = words[last]
    if word.lower in PRONOUNS:
        return word[:2]
    if word.text == "," or word.text == ")" or word.lower in ("and", "but"):
        # "Kuzio, who was there, said", "Kuzio sighed and said": the clause's own first noun phrase
        return first_subject(words, last)
    if word.lower in ("who", "that", "which"):
        return noun_phrase_ending(words, last - 1)
    if word.lower in NO_SUBJECT and last > 0 and word.text[0].isupper():  # after the meeting Theresa May said
        first = last
        while first and is_capital(words[first - 1]) and words[first - 1].lower not in NO_SUBJECT:
            first -= 1
        return words[first].start, word.end
    if not word.text[0].isalnum() or word.lower in NO_SUBJECT:
        return first_subject(words, verb)
    return noun_phrase_ending(words, last)


def first_subject(words: list[Word], end: int) -> tuple[int, int] | None:
    """The first noun phrase of a clause that may speak, past a leading "On Monday," or "Asked about it,"."""
    place = 0
    while place < end:
        word = words[place]
        if word.lower in PRONOUNS:
            return word[:2]
        opener = _is_opener(words, place, end)
        if not opener and word.text[0].isalnum() and not cannot_speak(word) and word.lower not in TIMES:
            subject = noun_phrase(words[:end], place)
            if subject is not None:
                return subject
        if opener or (word.lower in NO_SUBJECT and word.lower not in JOINING):
            # past the phrase that it opens
            while place < end and words[place].text != ",":
                place += 1
        place += 1
    return None


def _is_opener(words: list[Word], place: int, end: int) -> bool:
    """Whether a word opens a phrase before the subject: "Waving flags,", "Earlier,"; a name may end in -ing too."""
    word = words[place]
    if word.lower in OPENERS:
        return True
    if place or not word.lower.endswith("ing") or place + 1 >= end:
        return False
    following = words[place + 1]
    return following.text[0].isalpha() and not is_capital(following) and following.lower not in FINITE
