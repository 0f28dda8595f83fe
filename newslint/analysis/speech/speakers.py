"""The subject of an attribution: which words beside a cue name the speaker."""

from typing import NamedTuple

from newslint.analysis.speech.cues import DETERMINERS, FINITE, LINKS, OPENERS, RUNNING, TIMES, may_be_verb
from newslint.analysis.speech.noun_phrases import is_capital, noun_phrase, noun_phrase_ending
from newslint.analysis.speech.words import Word, cannot_speak, is_between
from newslint.english.function_words import AUXILIARIES, MODALS, NO_SUBJECT, PRONOUNS
from newslint.english.titles import is_short_title

_ENDS = frozenset(".!?;:")
# Cues that stand beside quotations only.
_SPOKEN = frozenset(("said", "says", "told", "tells", "added", "adds", "wrote", "writes", "explained", "insisted"))
_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are"))
_MODALS = MODALS | {"only", "not"}
_PARTICLES = frozenset(("back", "out", "in", "up", "on", "off"))
_AFTER = NO_SUBJECT - AUXILIARIES
_JOINING = frozenset(("and", "but", "so", "meanwhile", "then", "later", "yet", "however", "instead"))


class Clause(NamedTuple):
    """A cue and the words of its subject, as (start, end); ``subject`` is None where a cue stands without one."""

    cue: tuple[int, int]
    subject: tuple[int, int] | None

    @property
    def end(self) -> int:
        return max(self.cue[1], self.subject[1] if self.subject else 0)


def after_quotation(words: list[Word], comma: bool) -> Clause | None:
    """The attribution that follows a quotation: "he said", "said Taras Kuzio", "the man, who was there, told the BBC".

    ``comma``: the quotation ended with a comma, a question or an exclamation mark, so that a clause must follow.
    """
    if words and words[0].text in ",—–-":
        words = words[1:]
        comma = True
    if not words:
        return None
    first = words[0]
    if first.lower == "according" and len(words) > 2 and words[1].lower == "to":
        subject = noun_phrase(words, 2)
        return Clause((first.start, words[1].end), subject)
    if first.text[0].islower() and first.lower not in PRONOUNS:
        inverted = _inverted(words, comma)
        if inverted is not None:
            return inverted
    return _subject_first(words, comma)


def closes(words: list[Word], end: int) -> bool:
    """Whether a clause of cue and subject may be over at ``end``: "said Lind on Monday", but not "say they want it"."""
    following = next((word for word in words if word.start >= end), None)
    if following is None or not following.text[0].isalpha():
        return True
    return following.lower in _AFTER or following.lower in TIMES


def _inverted(words: list[Word], comma: bool) -> Clause | None:
    first = words[0]
    known = first.lower in FINITE
    if not known and not (comma and may_be_verb(first.lower)):
        return None
    place = 1
    if not known and len(words) > 1 and words[1].lower in _PARTICLES and first.lower[-1] != "s":
        place = 2  # chimed in Lind
    if first.lower in ("told", "tells"):
        return Clause((first.start, first.end), None)  # what follows is who was told
    subject = noun_phrase(words, place)
    if subject is None and not known:
        return None
    if subject is not None and words[place].lower in PRONOUNS and not closes(words, subject[1]):
        return None  # acknowledged he had not read it
    if subject is not None and not known:
        # An open-class verb takes a name, a pronoun or "the ..." here.
        head = words[place]
        if not (head.text[0].isupper() or head.lower in PRONOUNS or head.lower in DETERMINERS):
            return None
        # "retired general Lloyd Newton said": a participle of the subject
        if any(word.start >= subject[1] and word.lower in FINITE for word in words[place : place + 8]):
            return None
    return Clause((first.start, first.end), subject)


def _subject_first(words: list[Word], comma: bool) -> Clause | None:  # noqa: C901 - one walk over the words, an exit a word class
    first = words[0]
    lost = _lost_subject(words) if comma else None
    if lost is not None:
        return lost
    if cannot_speak(first) or not first.text[0].isalnum():
        return None
    if first.lower in PRONOUNS:
        place = 1
        while place < min(len(words), 5) and is_between(words[place]):
            place += 1
        if place < len(words) and (words[place].lower in FINITE or (comma and may_be_verb(words[place].lower))):
            return Clause(words[place][:2], first[:2])
        if len(words) < 2 or words[1].text != ",":
            return None  # but "he, like the others, said"
    end = None  # where the subject's own words end
    depth = 0
    for place, word in enumerate(words):
        lower = word.lower
        if word.text == "(":
            depth += 1
            end = place if end is None else end
        elif word.text == ")":
            depth -= 1
        if depth:
            continue
        if word.text in _ENDS or word.text in '“”"':
            return _closed_by_verb(words, place, end) if comma and word.text == "." else None
        if word.text in ",—–" or lower in ("who", "whose", "which"):
            end = place if end is None else end
            continue
        if not place:
            continue
        if word.text[0].isupper() and lower in FINITE:
            continue  # a name: "a man called Said told the paper"
        heard = comma and lower in RUNNING and words[place - 1].lower in ("heard", "seen", "as")
        if (lower in FINITE and not _is_object(words, place)) or heard:
            return _subject_clause(words, place, end)
        if (
            comma
            and end is None
            and word.text[0].islower()
            and words[place - 1].text[0].isupper()
            and may_be_verb(lower)
            and lower not in LINKS
            and not (place + 1 < len(words) and words[place + 1].lower in FINITE)
        ):
            return _subject_clause(words, place, end)
        if end is None and lower in NO_SUBJECT and lower not in LINKS and not is_between(word):
            end = place
            if lower in ("that", "if", "because", "when", "while", "but"):
                return None
    return None


def _closed_by_verb(words: list[Word], stop: int, end: int | None) -> Clause | None:
    """The clause of a verb of the open class that ends its sentence: "the host offered"."""
    verb = words[stop - 1]
    named = words[0].lower in DETERMINERS or is_capital(words[0])
    if (
        stop < 3
        or not named
        or not verb.lower.endswith("ed")
        or not verb.text[0].islower()
        or not may_be_verb(verb.lower)
    ):
        return None
    return _subject_clause(words, stop - 1, end)


def _lost_subject(words: list[Word]) -> Clause | None:
    """The cue of a clause whose subject was cut: "also said", "the said", "Mr said", "who runs the mill, said"."""
    place = 0
    if words[0].lower in ("the", "a", "an") or is_short_title(words[0].lower):
        place = 1
    elif words[0].lower == "who":
        place = next((index + 1 for index, word in enumerate(words) if word.text in ",.!?"), 0)
        if place >= len(words) or words[place - 1].text != ",":
            return None
    else:
        while place < min(len(words), 3) and is_between(words[place]):
            place += 1
    if not place or place >= len(words) or words[place].lower not in _SPOKEN:
        return None
    return Clause(words[place][:2], None)


def _is_object(words: list[Word], place: int) -> bool:
    """Whether a form of a cue is no verb here, as in "a called strike" and "Lind’s calls"."""
    before = words[place - 1].lower
    if words[place].lower in ("said", "told"):
        return False
    return before in ("the", "a", "an", "to", "so", "of") or before.endswith(("’s", "'s"))


def _subject_clause(words: list[Word], verb: int, end: int | None) -> Clause | None:
    last = verb if end is None else end
    while last > 1 and (
        is_between(words[last - 1]) or words[last - 1].lower in ("be", "heard", "seen", "as", "quoted")
    ):
        last -= 1
    while last > 1 and not words[last - 1].text[0].isalnum():
        last -= 1
    if last == verb and words[last - 1].lower in ("for", "of", "from", "the", "a", "an"):
        return Clause(words[verb][:2], None)  # a spokesman for said
    return Clause(words[verb][:2], (words[0].start, words[last - 1].end))


def before_quotation(words: list[Word]) -> Clause | None:  # noqa: C901 - one walk back over the words, an exit a word class
    """The attribution that leads up to a quotation: "Kuzio said:", "adding that", "according to the report,"."""
    for place in range(len(words) - 2, -1, -1):
        if words[place].text in "()":
            words = words[place + 1 :] if words[place].text == "(" else words  # (Lind once said, “...”)
            break
    end = len(words)
    while end and (words[end - 1].text in ",:—–-(" or words[end - 1].lower in ("that", "as", "how", "like", "of")):
        end -= 1
    led = end < len(words) and words[end].text in ",:"
    if end > 1 and words[end - 1].lower == "it" and words[end - 2].lower in ("put", "puts"):
        end -= 1  # as Lind puts it
    if end and end < len(words) and words[end].lower == "like":
        return _was_like(words, end)
    if led and end > 2 and words[end - 1].lower in _PARTICLES and _is_verb_of(words, end - 2):
        end -= 1  # Lind shot back:
    for place in range(end - 1, -1, -1):
        word = words[place]
        if word.text == ";":
            return None
        if word.lower == "according" and place + 1 < end and words[place + 1].lower == "to":
            subject = noun_phrase(words, place + 2)
            return (
                Clause((word.start, words[place + 1].end), subject) if subject or (led and place + 2 == end) else None
            )
        if word.lower in RUNNING:
            subject = _after_with(words, place) or _first_subject(words, place)
            return Clause(word[:2], subject) if subject else None
        known = word.lower in FINITE
        if word.lower in ("asked", "told") and place and words[place - 1].lower in _PASSIVE:
            return None  # Lind was asked: by whom?
        if not place and known:
            subject = noun_phrase(words, 1)  # Said Comey, "..."
        elif word.text[0].islower() and (known or (led and place == end - 1 and _is_verb_of(words, place))):
            subject = subject_before(words, place)
        else:
            continue
        if subject is not None:
            return Clause(word[:2], subject)
        if led and place == end - 1 and word.lower in _SPOKEN and _is_cut(words, place):
            return Clause(word[:2], None)  # On Monday said: “...”
    if end < len(words) and words[end].text == ":":
        subject = _name_at_colon(words, end) or _first_subject(words, end)
        if subject is not None:
            return Clause(words[end][:2], subject)
    return None


def _after_with(words: list[Word], running: int) -> tuple[int, int] | None:
    """The subject of "with Lind yelling:", whoever the sentence itself is about."""
    for place in range(running - 1, max(running - 8, -1), -1):
        if words[place].text == ",":
            return None
        if words[place].lower == "with":
            return noun_phrase(words[:running], place + 1)
    return None


def _is_cut(words: list[Word], verb: int) -> bool:
    """Whether a sentence up to its cue has lost its subject: "Added:", "On Monday said:", but not "And then said:"."""
    if words[0].lower in _JOINING or (verb and not words[0].text[0].isupper()):
        return False
    return not verb or words[verb - 1].lower not in _JOINING


def _was_like(words: list[Word], like: int) -> Clause | None:
    """The clause of "She was like" and "he's like"."""
    before = words[like - 1]
    if before.lower in ("was", "were", "is"):
        subject = subject_before(words, like - 1)
        return Clause(words[like][:2], subject) if subject else None
    if before.lower[:-2] in PRONOUNS and before.lower.endswith(("’s", "'s")):
        return Clause(words[like][:2], (before.start, before.end - 2))
    return None


def _is_verb_of(words: list[Word], place: int) -> bool:
    """Whether a word of the open class is a verb here: "reporters" after "told" is none, "sings" after a name is."""
    word = words[place]
    if not place:
        return False
    before = words[place - 1]
    if before.lower in _MODALS:
        return word.text.isalpha()  # could only quip
    if not may_be_verb(word.lower):
        return False
    return not word.lower.endswith("s") or before.lower in PRONOUNS or before.text[0].isupper()


def _name_at_colon(words: list[Word], colon: int) -> tuple[int, int] | None:
    """A speaker set before a colon: "More from Jones:", "Who was best? - Carl Bialik:"."""
    first = colon
    while first and (
        words[first - 1].text[0].isupper() or (words[first - 1].lower in LINKS - {"from"} and first < colon)
    ):
        first -= 1
    if first == colon or (first and words[first - 1].text not in "-—–" and words[first - 1].lower != "from"):
        return None
    return words[first].start, words[colon - 1].end


def _first_subject(words: list[Word], end: int) -> tuple[int, int] | None:
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
        if opener or (word.lower in NO_SUBJECT and word.lower not in _JOINING):
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
        return _first_subject(words, last)
    if word.lower in ("who", "that", "which"):
        return noun_phrase_ending(words, last - 1)
    if not word.text[0].isalnum() or word.lower in NO_SUBJECT:
        return _first_subject(words, verb)
    return noun_phrase_ending(words, last)
