"""A second attribution where one has been given: "Lind said, he added", "said Lind says Mr."."""

from __future__ import annotations

from newslint.analysis.speech.after_quotation import closes
from newslint.analysis.speech.clause import Clause
from newslint.analysis.speech.noun_phrases import noun_phrase
from newslint.analysis.speech.words import Word
from newslint.english.function_words import PRONOUNS
from newslint.english.reporting_verbs import PLAIN_REPORTING
from newslint.english.titles import is_short_title

_SAID = frozenset("said says added adds".split())
_TELLING = ("told", "tells", "asked")
_OF_TIME = frozenset("the of in on at last this a week month year".split())
_LONGEST_OBJECT = 4  # words: "told the BBC's Today says Mr."


def second_clause(text: str, words: list[Word], first: Clause) -> Clause | None:
    """The attribution that follows ``first`` in the same sentence and gives the same words to a mouth again.

    ``words`` begin at the quotation's end and stop at the next one. A source that is no person is none: in "..., the
    minister said, Reuters reported" each clause has its own work.
    """
    rest = [word for word in words if word.start >= first.end]
    for place, word in enumerate(rest):
        if word.text in ".!?" or (word.text in ";—–" and place):
            rest = rest[:place]
            break
    if not rest:
        return None
    mark = rest[0].text
    if mark in ",;—–":
        rest = rest[1:]
        found = _clause_at(rest, 0)
        if found is None or (mark != "," and found.end != rest[-1].end):
            pass
        elif _is_same(text, found, first) or _is_bare(text, found):
            return found
        elif _ends_it(text, rest, found) and _may_be_person(text, found) and _is_plain(text, first):
            return found  # Lind said, Berg said
    elif rest[0].lower in PLAIN_REPORTING:
        found = _clause_at(rest, 0)
        relates = first.subject is not None and first.subject > first.cue and text[slice(*first.subject)] in PRONOUNS
        if found is not None and not (relates and not _is_bare(text, found)):
            return found  # Lind said says Mr.
    else:
        found = _clause_at(rest, 0)
        if found is not None and _is_same(text, found, first) and not _are_two(text, found, first):
            ends = found.end == rest[-1].end or text[found.end] == ","
            if ends or text[slice(*found.subject or (0, 0))].lower() not in PRONOUNS:
                return found  # Lind said he said.
        if text[slice(*first.cue)].lower() in _TELLING:
            verb = _after_object(rest)
            if verb is not None:
                return _clause_at(rest, verb)
    return _after_aside(text, rest, first)


def _after_object(rest: list[Word]) -> int | None:
    """Where a verb of speech follows the object of another: "told the BBC's Today says Mr."."""
    for place in range(1, min(_LONGEST_OBJECT, len(rest))):
        if rest[place].text == ",":
            return None
        if rest[place].lower in ("said", "says", "added", "adds", "writes"):
            return place
    return None


def _after_aside(text: str, rest: list[Word], first: Clause) -> Clause | None:
    """The clause after a comma farther on: "said Lind, who runs it, she added"."""
    for place in range(1, len(rest) - 2):
        if rest[place].text != ",":
            continue
        following = rest[place + 1]
        if following.lower in PRONOUNS and rest[place + 2].lower in PLAIN_REPORTING:
            told = text[slice(*first.cue)].lower() in _TELLING and place == 1
            if place + 3 == len(rest) or (place < 3 and rest[place + 3].text in (",", *(("to",) if told else ()))):
                return Clause(rest[place + 2][:2], following[:2])
        elif following.lower in PLAIN_REPORTING or following.text[0].isupper():
            found = _clause_at(rest, place + 1)
            if found is None or not _ends_it(text, rest, found):
                continue
            near = place < _LONGEST_OBJECT or _is_addressee(text, rest[:place], first)
            other = near and _may_be_person(text, found) and _is_plain(text, first)
            if other or _is_same(text, found, first):
                return found
    return None


def _is_addressee(text: str, words: list[Word], first: Clause) -> bool:
    """Whether the words after "told" are a name and a time: "told The Oxford Ledger in 1988"."""
    told = text[slice(*first.cue)].lower() in ("told", "tells")
    return told and all(word.text[0].isupper() or word.text[0].isdigit() or word.lower in _OF_TIME for word in words)


def takes_closing(text: str, first: Clause) -> bool:
    """Whether an attribution at the end of its sentence may be given again what ``first`` gives at its beginning."""
    if first.subject is None or text[slice(*first.cue)].lower() not in ("said", "says", "according to"):
        return False
    between = text[min(first.cue[1], first.subject[1]) : max(first.cue[0], first.subject[0])]
    return len(between.split()) < 2 and "," not in between


def closing_clause(text: str, words: list[Word], first: Clause) -> Clause | None:
    """The attribution at the end of a sentence of indirect speech which ``first`` opens: "Lind said it was, she said".

    ``words`` are those of the sentence after ``first``, which is one that ``takes_closing``.
    """
    comma = next((place for place in range(len(words) - 1, -1, -1) if words[place].text in ",;—–"), -1)
    if comma < 0:
        return None
    found = _clause_at(words, comma + 1)
    if found is None or found.subject is None or found.end != words[-1].end or not _is_same(text, found, first):
        return None
    return None if _are_two(text, found, first) else found


def _is_plain(text: str, clause: Clause) -> bool:
    """Whether a clause has a subject and a cue that is hardly ever a participle."""
    return clause.subject is not None and text[slice(*clause.cue)].lower() in PLAIN_REPORTING


def _ends_it(text: str, rest: list[Word], clause: Clause) -> bool:
    """Whether nothing but a further aside comes after a clause in its sentence."""
    return clause.end == rest[-1].end or text[clause.end] == ","


def _may_be_person(text: str, clause: Clause) -> bool:
    """Whether a clause gives words to a name of its own: "Berg said", but not "the paper said" nor "Berg told"."""
    if clause.subject is None or text[slice(*clause.cue)].lower() not in _SAID:
        return False
    return all(word[0].isupper() for word in text[slice(*clause.subject)].split())


def _clause_at(words: list[Word], place: int) -> Clause | None:
    """A clause of cue and subject, either way round, that starts at ``place``."""
    if place >= len(words):
        return None
    word = words[place]
    if word.lower == "according" and place + 2 < len(words) and words[place + 1].lower == "to":
        return Clause((word.start, words[place + 1].end), noun_phrase(words, place + 2))
    if word.lower in PLAIN_REPORTING and word.text[0].islower():
        subject = noun_phrase(words, place + 1)
        if subject is not None and not closes(words, subject[1]):
            return None  # said the committee erred
        return Clause(word[:2], subject)
    subject = noun_phrase(words, place)
    if subject is None:
        return None
    following = next((index for index in range(place, len(words)) if words[index].start >= subject[1]), len(words))
    if following < len(words) and words[following].lower in PLAIN_REPORTING:
        return Clause(words[following][:2], subject)
    return None


def _is_same(text: str, clause: Clause, first: Clause) -> bool:
    """Whether a clause names the speaker of the first one again, or a pronoun stands for him in either."""
    if clause.subject is None or first.subject is None:
        return clause.subject is not None and text[slice(*clause.subject)].lower() in PRONOUNS
    words, before = text[slice(*clause.subject)], text[slice(*first.subject)]
    if words.lower() in PRONOUNS:
        return True
    if before.lower() in PRONOUNS:
        return _may_be_person(text, clause)
    name = _name(before)
    return _name(words) == name if name else words.split()[-1] == before.split()[-1]


def _are_two(text: str, clause: Clause, first: Clause) -> bool:
    """Whether two pronouns stand for two persons: "he says she said"."""
    if clause.subject is None or first.subject is None:
        return False
    words, before = text[slice(*clause.subject)].lower(), text[slice(*first.subject)].lower()
    return words in PRONOUNS and before in PRONOUNS and words != before


def _is_bare(text: str, clause: Clause) -> bool:
    """Whether a clause has no subject: it ends with its cue or with "Mr."."""
    if clause.subject is not None or text[slice(*clause.cue)].lower().startswith("according"):
        return False
    after = text[clause.cue[1] : clause.cue[1] + 8].split()
    return not after or after[0][0] in ".!?" or is_short_title(after[0])


def _name(words: str) -> str:
    """The last capitalised word of a speaker: the surname of a name, "" for a description."""
    found = [word for word in words.replace("’", "'").split() if word[0].isupper()]
    return found[-1].removesuffix("'s").strip(".,").lower() if found else ""
