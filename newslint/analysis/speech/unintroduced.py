"""Speakers whom the article has not introduced: a bare surname that stands nowhere else in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.analysis.speech.cues import DETERMINERS, FINITE, NO_SUBJECT, PRONOUNS, SHORT_TITLES
from newslint.model.expressions import expression

if TYPE_CHECKING:
    from newslint.analysis.speech.attributions import Attribution
    from newslint.analysis.views import Views

# Persons whom no paper has to introduce, and sources that are no persons.
_HOUSEHOLD = frozenset(
    """Trump Biden Obama Bush Clinton Reagan Kennedy Nixon Carter Lincoln Washington Jefferson Roosevelt Churchill
    Putin Zelensky Zelenskyy Zelenskiy Stalin Lenin Hitler Gorbachev Yeltsin Merkel Macron Sarkozy Thatcher Blair
    Brown Cameron Johnson Sunak Truss Starmer Modi Gandhi Netanyahu Erdogan Erdoğan Xi Mao Castro Maduro Lula
    Bolsonaro Trudeau Mandela Mugabe Gaddafi Assad Khomeini Khamenei Mubarak Arafat Berlusconi Musk Gates Bezos
    Zuckerberg Jobs Einstein Darwin Newton Freud Marx Shakespeare Dickens Orwell Plato Aristotle Socrates Voltaire
    Nietzsche Napoleon Jesus Muhammad Buddha God Beyoncé Madonna Bono Rihanna Prince Pelé Messi Ronaldo Google Apple
    Amazon Facebook Twitter Microsoft Tesla Boeing Airbus Netflix Uber Airbnb Disney Sony Samsung Toyota Nissan
    Honda Ford Volkswagen Reuters Xinhua Bloomberg Axios Politico Haaretz Interfax Tass Kyodo Yonhap Hamas Hezbollah
    Pentagon Kremlin Parliament Congress Senate Downing Whitehall Brussels Scripture Wikipedia YouTube Instagram
    Reddit Greenpeace Unicef Unesco Nato Interpol Europol Ofcom Ofsted Defra Oxfam Amnesty Labour Conservatives
    Tories Democrats Republicans Greens Mom Mum Dad Grandma Grandpa Mama Papa Police Officials Residents Witnesses
    Critics Experts Analysts Researchers Scientists Activists Campaigners Protesters Organisers Organizers
    Authorities Doctors Teachers Students Voters Workers Others Everyone Everybody Someone Somebody Nobody""".split()
)
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
    if len(text) > _LONGEST or name in _HOUSEHOLD or name.lower() in PRONOUNS or _stands_elsewhere(article, name):
        return False
    between = text[min(speaker.end, row.cue.end) : max(speaker.start, row.cue.start)]
    if "," in between or len(between.split()) > 2:
        return False
    if row.cue.text.startswith("According") or (row.cue.text == "according to" and not row.quotes):
        return False
    if _is_introduced_here(text, speaker.end):
        return False
    from newslint.analysis.names import facts
    from newslint.analysis.names.known import is_word

    if name in facts.PLACES or name in facts.NOT_PERSON:
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
