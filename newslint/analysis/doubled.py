"""A second attribution where one has been given: "Lind said, he added", "said Lind says Mr."."""

from __future__ import annotations

from newslint.analysis.cues import PRONOUNS, SHORT_TITLES
from newslint.analysis.noun_phrases import noun_phrase
from newslint.analysis.speakers import Clause
from newslint.analysis.words import Word

# Cues that are hardly ever participles, so that one beside another is no "the man told to leave said".
_PLAIN = frozenset(
    """said says say added adds told tells wrote writes explained explains noted notes continued continues replied
    insisted stated warned argued tweeted asked""".split()
)
_LONGEST_OBJECT = 4  # words: "told the BBC's Today says Mr."


def second_clause(text: str, words: list[Word], first: Clause) -> Clause | None:
    """The attribution that follows ``first`` in the same sentence and gives the same words to the same mouth again.

    ``words`` begin at the quotation's end and stop at the next one. Another named source after a comma is none: in
    "..., the minister said, Reuters reported" each clause has its own work.
    """
    rest = [word for word in words if word.start >= first.end]
    for place, word in enumerate(rest):
        if word.text in ".!?;—–":
            rest = rest[:place]
            break
    if not rest:
        return None
    name = _name(text[slice(*first.subject)]) if first.subject else ""
    comma = rest[0].text == ","
    if comma:
        rest = rest[1:]
        found = _clause_at(rest, 0)
        if found is not None and (_is_same(text, found, name) or _is_bare(text, found)):
            return found
    elif rest[0].lower in _PLAIN:
        found = _clause_at(rest, 0)
        relates = first.subject is not None and first.subject > first.cue and text[slice(*first.subject)] in PRONOUNS
        if found is not None and not (relates and not _is_bare(text, found)):
            return found  # Lind said says Mr.
    else:
        found = _clause_at(rest, 0)
        if found is not None and _is_same(text, found, name):
            ends = found.end == rest[-1].end or text[found.end] == ","
            if ends or text[slice(*found.subject or (0, 0))].lower() not in PRONOUNS:
                return found  # Lind said he said.
        if text[slice(*first.cue)].lower() in ("told", "tells", "asked"):
            for place in range(1, min(_LONGEST_OBJECT, len(rest))):
                word = rest[place]
                if word.text == ",":
                    break
                if word.lower in ("said", "says", "added", "adds", "writes"):
                    return _clause_at(rest, place)
    for place in range(1, len(rest) - 2):
        if rest[place].text == "," and rest[place + 1].lower in PRONOUNS and rest[place + 2].lower in _PLAIN:
            if place + 3 == len(rest) or (place < 3 and rest[place + 3].text == ","):
                return Clause(rest[place + 2][:2], rest[place + 1][:2])
    return None


def _clause_at(words: list[Word], place: int) -> Clause | None:
    """A clause of cue and subject, either way round, that starts at ``place``."""
    if place >= len(words):
        return None
    word = words[place]
    if word.lower == "according" and place + 2 < len(words) and words[place + 1].lower == "to":
        return Clause((word.start, words[place + 1].end), noun_phrase(words, place + 2))
    if word.lower in _PLAIN and word.text[0].islower():
        return Clause(word[:2], noun_phrase(words, place + 1))
    subject = noun_phrase(words, place)
    if subject is None:
        return None
    following = next((index for index in range(place, len(words)) if words[index].start >= subject[1]), len(words))
    if following < len(words) and words[following].lower in _PLAIN:
        return Clause(words[following][:2], subject)
    return None


def _is_same(text: str, clause: Clause, name: str) -> bool:
    """Whether a clause names the speaker of the first one again, or stands a pronoun for him."""
    if clause.subject is None:
        return False
    words = text[slice(*clause.subject)]
    return words.lower() in PRONOUNS or (name != "" and _name(words) == name)


def _is_bare(text: str, clause: Clause) -> bool:
    """Whether a clause has no subject: it ends with its cue or with "Mr."."""
    if clause.subject is not None or text[slice(*clause.cue)].lower().startswith("according"):
        return False
    after = text[clause.cue[1] : clause.cue[1] + 8].split()
    return not after or after[0][0] in ".!?" or after[0].rstrip(".").lower() in SHORT_TITLES


def _name(words: str) -> str:
    """The last capitalised word of a speaker: the surname of a name, "" for a description."""
    found = [word for word in words.replace("’", "'").split() if word[0].isupper()]
    return found[-1].removesuffix("'s").strip(".,").lower() if found else ""
