"""What an article calls its people: office, rank, party, state and country, from the words on either side of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint import Article, NamedTuple, compiled, english, expression, lower_words

if TYPE_CHECKING:
    from newslint import Person


class Description(NamedTuple):
    """One thing that is said of a person. ``aspect``: office, rank, party, state or country; ``value`` in one form."""

    start: int
    end: int
    person: str
    aspect: str
    value: str
    sure: bool


_RANKS = {
    "private": "private pvt pfc",
    "corporal": "corporal cpl",
    "sergeant": "sergeant sgt",
    "lieutenant": "lieutenant lt",
    "captain": "captain capt",
    "major": "major maj",
    "colonel": "colonel col",
    "general": "general gen",
    "admiral": "admiral adm",
    "inspector": "inspector insp",
    "constable": "constable",
    "superintendent": "superintendent supt",
    "commander": "commander cmdr",
}
_RANK_OF = {form: rank for rank, forms in _RANKS.items() for form in forms.split()}
_MINISTRIES = (
    r"(?:prime|foreign|finance|defen[cs]e|interior|health|education|justice|transport|energy|agriculture|trade|"
    r"environment|labou?r|home|fisheries|housing|culture|planning|industry|water|immigration|tourism|sports?)"
)
_OFFICE = (
    rf"(?:{_MINISTRIES}[ ](?:minister|secretary)|president|chancellor|premier|king|queen|governor|mayor|"
    rf"attorney[ ]general|"
    r"chief[ ]justice|ambassador|bishop|archbishop|chief[ ]executive|finance[ ]director|police[ ]chief|"
    r"fire[ ]chief|sheriff|head[ ]?teacher|coroner|speaker)"
)
_NOT_HELD = expression(
    r"""
    \b(?:
        former|ex|late|then|onetime|one-time|acting|interim|deputy|vice|shadow
        |assistant|associate|designate|elect|candidate|nominee|future|next
        |incoming|outgoing|previous|first|lieutenant|under|junior|co|honorary|past
        |ousted|deposed|retired|regional|student|class|club|company|university
        |college|council|bank|board|group|firm
    )[ -]
    """,
    re.I | re.VERBOSE,
)
_HELD = rf"""
    \b(?P<office>{_OFFICE})  # finance minister
    (?:
        [ ](?:of|to|for)[ ](?:the[ ])?  # of Ghent
        (?-i:(?P<place>[A-Z][\w’'-]+(?:[ ][A-Z][\w’'-]+)?))
    )?,?[ ](?:(?:Mr|Ms|Mrs|Dr|Sir)\.?[ ])?$  # Mr. (Ruiz)
"""
_HELD_BEFORE = expression(_HELD, re.I | re.VERBOSE)
_BEFORE = expression(rf"(?P<words>(?:[\w’'-]+[ ]){{0,3}}){_HELD}", re.I | re.VERBOSE)
_AFTER = expression(
    rf"""
    (?:,|,?[ ]who[ ]is|[ ]is)[ ]  # (Ana Ruiz), who is
    (?P<words>
        (?:the|a|an|its|their|[A-Z][\w-]+[’']s?)[ ](?:[\w’'-]+[ ]){{0,2}}?  # the city's new
    )(?P<office>{_OFFICE})\b
    (?:[ ](?:of|to|for)[ ](?:the[ ])?(?P<place>[A-Z][\w’'-]+))?
    (?=[.;:)]|,(?![ ][A-Z])|[ ](?:and|said|says|who|was|is|has|will|told)\b)  # and no more of the name
    """,
    re.VERBOSE,
)
_RANK = expression(rf"\b(?P<rank>{'|'.join(_RANK_OF)})\.? $", re.I)
_PARTY = expression(r"(?:, | )\(?(?P<party>[RDI])[-–](?P<state>(?:[A-Z][a-z]*\.)+|[A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)\)?")
_PARTIES = "Republican|Democrat|Democratic|Labour|Conservative|Tory|Liberal Democrat|Green|SNP|Plaid Cymru"
_MEMBER = expression(
    rf"\b(?P<party>{_PARTIES}) (?:Sen|Rep|Gov|Senator|Representative|Governor|MP|Mayor|Congress(?:wo)?man)\.? $"
)
_A_MEMBER = expression(rf", an? (?P<party>{_PARTIES})(?: from (?P<state>[A-Z]\w+))?(?=[,.])")
_OF_PARTY = expression(rf",? of the (?P<party>{_PARTIES}) [Pp]arty\b")
_LETTERS = {"R": "republican", "D": "democrat", "I": "independent", "Democratic": "democrat", "Tory": "conservative"}
_PROMOTED = expression(
    r"""
    \b(?:
        promot|demot|appoint|became|becoming|elected|resign|switch|defect
        |left[ ]the|quit[ ]the|sworn|rank[ ]of
    )
    """,
    re.I | re.VERBOSE,
)
_IRREGULAR = {"French": "fra", "Dutch": "net", "Danish": "den", "Welsh": "wal", "English": "bri", "England": "bri"}


_AS = expression(r"\b(?:as|when|while|was|were|is|be|been|being|became|become)\s(?:[\w.]+\s){0,2}$")
_LISTED = expression(r",? and\b(?! (?:is|was|has|had|will|said)\b)")


# The last word of each office, looked for before an expression is.
_OFFICE_WORDS = frozenset(
    "minister secretary president chancellor premier king queen governor mayor general justice ambassador bishop "
    "archbishop executive director chief sheriff teacher headteacher coroner speaker".split()
)
_TELLING = _OFFICE_WORDS | _RANK_OF.keys()
_LETTERS_ONLY = expression(r"[a-z]+")
_PARTY_TITLES = tuple(
    f"{title}{stop}"
    for title in (
        "Sen",
        "Rep",
        "Gov",
        "Senator",
        "Representative",
        "Governor",
        "MP",
        "Mayor",
        "Congressman",
        "Congresswoman",
    )
    for stop in (" ", ". ")
)


def _may_describe(article: Article) -> bool:
    """Whether there are words of two descriptions, which alone can differ; looked at before people are read."""
    words = article.view(lower_words)
    told = _TELLING & words
    if len(told) > 1 or any(article.lower.count(word) > 1 for word in told):
        return True
    return _has_party(article.text, words)


def _has_party(text: str, words: frozenset[str]) -> bool:
    """Whether a party may stand beside a name: (R-Texas), a Democrat, Labour MP."""
    if any(letter in text for letter in _LETTERS_OF_PARTIES) and _LETTER_OF_PARTY.search(text):
        return True
    return not _PARTY_WORDS.isdisjoint(words) and _PARTY_LIKE.search(text) is not None


_LETTERS_OF_PARTIES = ("R-", "D-", "I-", "R–", "D–", "I–")
_LETTER_OF_PARTY = expression(r"[RDI][-–][A-Z]")
_PARTY_LIKE = expression(rf", an? (?:{_PARTIES})\b|\b(?:{_PARTIES}) [A-Z]")
_PARTY_WORDS = frozenset(party.split()[0] for party in _PARTIES.lower().split("|"))


def descriptions(article: Article) -> Iterator[Description]:
    """Every description that a mention of a person carries."""
    text = article.text
    if not _may_describe(article):
        return
    for person in article.people:
        for mention in person.mentions:
            if article.in_quotation(mention):
                continue
            before, after = text[max(0, mention.start - 90) : mention.start], text[mention.end : mention.end + 90]
            last = before.rsplit(None, 1)[-1:] or [""]
            if last[0].rstrip(".").lower() in _RANK_OF:
                yield from _ranked(article, person, mention.start, before)
            if "-" in after[:8] or after.startswith((", a", " of the ", ", of the ")) or before.endswith(_PARTY_TITLES):
                yield from _party(person, mention.end, after, mention.start, before)
            line = before.rpartition("\n")[2]
            if line.endswith(", ") and after[:1] not in ".,;:)":
                continue  # the president, Ruiz reminds the group
            listed = line.endswith(", ") or (line.endswith((". ", "Mr ", "Ms ", "Mrs ")) and ", " in line[-6:])
            if listed and _LISTED.match(after):
                pass  # the Queen, Mr Trump and others
            elif not _OFFICE_WORDS.isdisjoint(line.lower().replace(",", " ").split()):
                held = _HELD_BEFORE.search(line) and _BEFORE.search(line)  # the second tries each word of the line
                yield from _office(person, mention.start, held, mention.start - len(line), line)
            if after.startswith((", ", " is ")) and not _OFFICE_WORDS.isdisjoint(_LETTERS_ONLY.findall(after.lower())):
                stop = compiled(r"[^.;:!?\n]*").match(after)
                found = _AFTER.match(stop[0]) if stop else None
                if found and "," not in found["words"]:
                    yield from _office(person, mention.end, found, mention.end, after)


def _ranked(article: Article, person: Person, at: int, before: str) -> Iterator[Description]:
    found = _RANK.search(before)
    if found is None or _NOT_HELD.search(before[max(0, found.start() - 14) : found.start()]):
        return
    if not found["rank"][0].isupper() or _PROMOTED.search(article.text):
        return
    if before[: found.start()].endswith(
        ("Attorney ", "Surgeon ", "Secretary ", "Staff ", "First ", "Lt. ", "Lieutenant ", "Brig. ", "Maj. ")
    ):
        return
    low = at - len(before)
    end = low + found.end("rank") + (before[found.end("rank") : found.end("rank") + 1] == ".")
    yield Description(low + found.start("rank"), end, person.name, "rank", _RANK_OF[found["rank"].lower()], True)


def _party(person: Person, end: int, after: str, start: int, before: str) -> Iterator[Description]:
    found = _PARTY.match(after)
    if found:
        low, high = end + found.start("party"), end + found.end("state")
        yield Description(low, high, person.name, "party", _LETTERS[found["party"]], True)
        state = found["state"].replace(".", "")
        if not state.isupper():
            yield Description(low, high, person.name, "state", state[:3].lower(), True)
    member = _MEMBER.search(before)
    if member:
        low = start - len(before)
        value = _LETTERS.get(member["party"], member["party"].lower())
        yield Description(low + member.start("party"), low + member.end("party"), person.name, "party", value, True)
    told = _A_MEMBER.match(after) or _OF_PARTY.match(after)
    if told:
        value = _LETTERS.get(told["party"], told["party"].lower())
        yield Description(end + told.start("party"), end + told.end("party"), person.name, "party", value, True)


# Words after which an office is somebody else's: succeeded by the, under the.
_OF_ANOTHER = expression(
    r"""
    \b(?:
        and|or|with|by|to|under|for|against|succeed\w*|replac\w*|of|as|when|while
        |was|were|is|be|been|being|became|become
    )\s
    """,
    re.I | re.VERBOSE,
)


def _office(person: Person, at: int, found: re.Match[str] | None, low: int, words: str) -> Iterator[Description]:
    if (
        found is None
        or _NOT_HELD.search(found["words"])
        or _NOT_HELD.search(words[max(0, found.start() - 12) : found.start("office")])
    ):
        return
    if _OF_ANOTHER.search(found["words"]):
        return
    apart = words[found.end("office") :].startswith(",")
    if apart and _AS.search(words[: found.start("office")]):
        return  # to replace Mrs. Low as ambassador, Mr. Ruiz named
    if compiled(r"[’']s\b|-elect|[- ]designate| candidate| nominee| hopeful|s\b").match(words[found.end("office") :]):
        return
    office = " ".join(found["office"].lower().replace("defense", "defence").replace("labor", "labour").split())
    low_place, high_place = low + found.start("office"), low + found.end("office")
    yield Description(low_place, high_place, person.name, "office", office, True)
    people = compiled(r"\b([A-Z][a-z]{3,})(?:[’']s)? $").search(found["words"])
    country = found["place"] or (people[1] if people else "")
    if country and _is_country(country) and _NATIONAL.search(office):
        where = low + (
            found.start("place") if found["place"] else found.start("words") + found["words"].rindex(country)
        )
        yield Description(where, where + len(country), person.name, "country", _stem(country), False)


_NATIONAL = expression(r"minister|secretary|president|chancellor|premier|king|queen")  # mayors have a town and a state


def _is_country(word: str) -> bool:
    """Whether a word before an office or after "of" may be a country or its people: known, or no word of English."""
    return word in english.COUNTRIES or word in english.PEOPLES or not english.is_word(word.lower())


def _stem(country: str) -> str:
    """What a country and its people have in common: Karvania, Karvanian."""
    return _IRREGULAR.get(country, country[:3].lower())
