"""Speakers whom the article has not introduced: a bare surname that stands nowhere else in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.analysis.speech.cues import DETERMINERS, FINITE, NO_SUBJECT, PRONOUNS, SHORT_TITLES
from newslint.english.names import is_household_name
from newslint.english.places import is_organisation_word, is_place
from newslint.english.words import is_word
from newslint.model.expressions import expression

if TYPE_CHECKING:
    from newslint.analysis.speech.attributions import Attribution
    from newslint.analysis.views import Views

_HUGE = 100_000  # characters: no single article, so that a name is looked up rather than searched for
_LONGEST = 500_000  # characters: no article, and too long to look for every name
_APPOSITION = expression(r"\s*(?:\*|\(|,\s+(?:(\w+)))")


def is_stranger(article: Views, row: Attribution) -> bool:
    """Whether a speaker is a bare surname that stands nowhere else, nor needs an introduction.

    Of indirect speech only a name with a courtesy title is looked at: others may be firms ("Nomura said it would").
    """
    speaker = row.speaker
    if speaker is None or row.inherited:
        return False
    words = [word for word in speaker.text.split() if word.rstrip(".").lower() not in SHORT_TITLES]
    titled = words != speaker.text.split()
    if len(words) != 1 or not (row.quotes or titled):
        return False
    name = words[0].strip(".,’'")
    text = article.text
    if len(name) < 3 or name.islower() or name.isupper() or not name.replace("-", "").replace("’", "").isalpha():
        return False
    if len(text) > _LONGEST or is_household_name(name) or name.lower() in PRONOUNS or _stands_elsewhere(article, name):
        return False
    between = text[min(speaker.end, row.cue.end) : max(speaker.start, row.cue.start)]
    if "," in between or len(between.split()) > 2:
        return False
    if row.cue.text.startswith("According") or (row.cue.text == "according to" and not row.quotes):
        return False
    if _is_introduced_here(text, speaker.end):
        return False
    if is_place(name) or is_organisation_word(name):
        return False
    return titled or not (_opens_sentence(article, speaker.start) and is_word(name))


def _stands_elsewhere(article: Views, name: str) -> bool:
    text = article.text
    if len(text) < _HUGE:
        return text.count(name) > 1 or name.upper() in text
    forms = article.name_inventory.forms
    return len(forms.get(name, ())) > 1 or name.upper() in forms


def _is_introduced_here(text: str, end: int) -> bool:
    """Whether the name is explained on the spot: "said Maria, a teacher", "Maria (41) said", "Maria* said"."""
    match = _APPOSITION.match(text, end)
    if match is None:
        return False
    word = match[1]
    if word is None or word in DETERMINERS or word[0].isdigit():
        return True
    return word[0].islower() and not (word.endswith("ing") or word in NO_SUBJECT or word in FINITE)


def _opens_sentence(article: Views, start: int) -> bool:
    block = article.block_at(start)
    before = article.text[block.start : start].rstrip() if block is not None else ""
    return not before or before[-1] in ".!?:…"
