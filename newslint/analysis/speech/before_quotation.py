"""The attribution that leads up to a quotation."""

from newslint.analysis.speech.clause import JOINING, Clause, first_subject, subject_before
from newslint.analysis.speech.cues import ADVERB_PARTICLES, FINITE, LINKS, RUNNING, SPOKEN, may_be_verb
from newslint.analysis.speech.noun_phrases import noun_phrase
from newslint.analysis.speech.words import Word
from newslint.english.function_words import MODALS, PRONOUNS

_PASSIVE = frozenset(("was", "were", "been", "being", "is", "are"))
_MODALS = MODALS | {"only", "not"}


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
    if led and end > 2 and words[end - 1].lower in ADVERB_PARTICLES and _is_verb_of(words, end - 2):
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
            subject = _after_with(words, place) or first_subject(words, place)
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
        if led and place == end - 1 and word.lower in SPOKEN and _is_cut(words, place):
            return Clause(word[:2], None)  # On Monday said: “...”
    if end < len(words) and words[end].text == ":":
        subject = _name_at_colon(words, end) or first_subject(words, end)
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
    if words[0].lower in JOINING or (verb and not words[0].text[0].isupper()):
        return False
    return not verb or words[verb - 1].lower not in JOINING


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
