"""The paper's own words where a quotation seems to go on: “We won, the club's chairman said."""

from __future__ import annotations

from newslint.analysis.speech.after_quotation import after_quotation
from newslint.analysis.speech.cues import TIMES
from newslint.analysis.speech.words import Word, words_of
from newslint.english.function_words import PRONOUNS
from newslint.english.reporting_verbs import PLAIN_REPORTING
from newslint.model.expressions import expression

_COMMA = expression(r"[,?!][’']? +(?=\w)")
# Of the plain ones those that are no nouns ("the states", "his tweets").
_CUES = PLAIN_REPORTING - {"notes", "states", "tweets"}
_CUE = expression(rf"\b(?:{'|'.join(sorted(_CUES))})\b")
_REACH = 200  # characters of a clause
_LONGEST = 20_000  # characters: no quotation; what lies beyond is not read
_COMMAS = 4  # before a cue that may open its clause: "..., Lind, head of the club, which won, said"
# What speech has and an attribution has not.
_SPOKEN = frozenset("i we you me us my our your mine ours i’m i'm i’ve i've we’re we're it’s it's him".split())
_AFTER = frozenset("in on at to of during after when with as about before by from while late early last who".split())


def is_narrated(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` holds an attribution after a comma, which no speaker says of his own words."""
    end = min(end, start + _LONGEST)
    cue = _CUE.search(text, start, end)
    while cue is not None:
        low = max(start, cue.start() - _REACH)
        for comma in list(_COMMA.finditer(text, low, cue.end()))[-_COMMAS:]:
            words = words_of(text, comma.end(), min(end, comma.end() + _REACH))
            if _attributes(text, words, cue.start()):
                return True
        cue = _CUE.search(text, cue.end(), end)
    return False


def _attributes(text: str, words: list[Word], cue: int) -> bool:
    """Whether the words begin with an attribution by the cue at ``cue``, with nothing but time and place after it."""
    clause = after_quotation(words, True)
    if clause is None or clause.subject is None or clause.cue[0] != cue:
        return False
    if text[slice(*clause.cue)].lower() not in _CUES:
        return False
    for place, word in enumerate(words):
        if word.text in '.?!;:“”"‘' and word.start >= clause.end:
            words = words[:place]
            break
    if any(word.lower in _SPOKEN for word in words):
        return False
    rest = [word for word in words if word.start >= clause.end]
    told = text[slice(*clause.cue)].lower() in ("told", "tells", "asked")
    after = not rest or rest[0].text == "," or rest[0].lower in _AFTER or rest[0].lower in TIMES
    return after or (told and rest[0].lower not in PRONOUNS)
