"""The attribution that follows a quotation."""

from newslint.analysis.speech.clause import Clause
from newslint.analysis.speech.cues import (
    ADVERB_PARTICLES,
    DETERMINERS,
    FINITE,
    LINKS,
    RUNNING,
    SPOKEN,
    TIMES,
    may_be_verb,
)
from newslint.analysis.speech.noun_phrases import is_capital, noun_phrase
from newslint.analysis.speech.words import Word, cannot_speak, is_between
from newslint.english.function_words import AUXILIARIES, NO_SUBJECT, PRONOUNS
from newslint.english.titles import is_short_title

_ENDS = frozenset(".!?;:")
_AFTER = NO_SUBJECT - AUXILIARIES


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
    if not known and len(words) > 1 and words[1].lower in ADVERB_PARTICLES and first.lower[-1] != "s":
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
        if place > 1 and words[place - 1].lower in PRONOUNS and words[place - 2].lower in ("who", "whom", "which"):
            continue  # naming others who she said were there
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
    if not place or place >= len(words) or words[place].lower not in SPOKEN:
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
