"""Speakers whom the article has not introduced: a bare surname that stands nowhere else in it."""

from newslint import Article, Attribution, english, expression

_HUGE = 100_000  # characters: no single article, so that a name is looked up rather than searched for
_LONGEST = 500_000  # characters: no article, and too long to look for every name
# Capitals within a surname: McConnell, O'Brien, LoBiondo, DeSantis, Ocasio-Cortez.
_COMPOUND = expression(r"(?:(?:Ma?c|O'|D'|De|Di|Del|La|Le|Lo|Van|Von|Fitz|Al)?[A-Z][^\WA-Z]+(?:-|$))+")
_FOLLOWING = expression(r" ([a-z]+)( [’']t [A-Z])?")
_APPOSITION = expression(r"\s*(?:\*|\(|,\s+(?:(\w+)))")


def is_unintroduced(article: Article, row: Attribution) -> bool:
    """Whether a speaker is a bare surname that stands nowhere else, nor needs an introduction.

    Of indirect speech only a name with a courtesy title is looked at: others may be firms ("Nomura said it would").
    """
    speaker = row.speaker
    if speaker is None or row.inherited:
        return False
    words = [word for word in speaker.text.split() if not english.is_short_title(word)]
    titled = words != speaker.text.split()
    if len(words) != 1 or not (row.quotes or titled):
        return False
    name = words[0].strip(".,’'")
    text = article.text
    if not _is_surname(name):
        return False
    if (
        len(text) > _LONGEST
        or english.is_household_name(name)
        or name.lower() in english.PRONOUNS
        or _stands_elsewhere(article, name)
    ):
        return False
    between = text[min(speaker.end, row.cue.end) : max(speaker.start, row.cue.start)]
    if "," in between or len(between.split()) > 2:
        return False
    if row.cue.text.startswith("According") or (row.cue.text == "according to" and not row.quotes):
        return False
    if _is_introduced_here(text, speaker.end):
        return False
    following = _FOLLOWING.match(text, speaker.end)
    if following and (english.is_particle(following[1]) or (following[1] == "in" and following[2])):
        return False  # said Sophie in ’t Veld, of whom only the front was read
    if titled:
        return True
    return not english.is_word(name) or (english.is_name(name) and not _is_first(article, speaker.start))


def _is_surname(name: str) -> bool:
    """Whether a word has the letters of a surname, and is none that names a place, an office or a firm."""
    letters = name.replace("’", "'")
    before, _, after = letters.partition("'")
    whole = letters.replace("'", "").replace("-", "")
    if len(name) < 3 or not whole.isalpha() or name[0].islower() or name.isupper():
        return False
    if after and not (len(before) < 3 and after[0].isupper()):
        return False  # That’s, We’ll; but O’Brien
    if name[1:] != name[1:].lower() and not _COMPOUND.fullmatch(letters):
        return False  # MarketWatch, eBay
    return not (
        english.is_place(name)
        or english.is_organisation_word(name)
        or english.is_title(name)
        or english.opens_sentence(name)
    )


def _stands_elsewhere(article: Article, name: str) -> bool:
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
    if word is None or word in english.DETERMINERS or word[0].isdigit():
        return True
    return word[0].islower() and not (
        word.endswith("ing") or english.begins_no_subject(word) or english.is_reporting_verb(word)
    )


def _is_first(article: Article, start: int) -> bool:
    """Whether nothing but marks stands before ``start`` in its sentence, or a colon does."""
    before = article.text[article.sentence_start(start) : start].rstrip(" \n“‘\"'([")
    return not before or before[-1] == ":"
