"""Who is said to be how old: "Ana Ruiz, 34,", "Ruiz, aged 34,", "34-year-old Ana Ruiz", "the 34-year-old"."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from newslint import Article, NamedTuple, english, expression

if TYPE_CHECKING:
    from newslint import Number, Person


class ToldAge(NamedTuple):
    """An age with the name beside it; ``name`` is empty for "the 34-year-old"."""

    start: int
    end: int
    years: int
    name: str
    at: int  # where the name stands
    bracket: bool = False  # in brackets, where scores and minutes may stand too


def told_ages(article: Article) -> list[ToldAge]:
    """Every age that stands beside a name, in the order of the text."""
    text = article.text
    found = list(_appositions(article))
    found += [told for number in _years_old(article) if (told := _described(text, number)) is not None]
    return sorted(found)


def _appositions(article: Article) -> Iterator[ToldAge]:
    text = article.text
    for number in article.numbers:
        age = _BESIDE.match(text, number.start) if len(number.text) <= _DIGITS else None
        if age is None:
            continue
        leads = _LEADS_TO_AGE.search(text, max(0, age.start() - _LEAD), age.start())
        if leads is None:
            continue
        low, at = max(0, leads.start() - 50), leads.start()
        name = FULL_NAME.search(text, low, at)
        if name is None:
            name = _SURNAME.search(text, low, at)
            if name is None or _LISTED.search(text, max(0, name.start() - 12), name.start()):
                continue
        words = name["name"] or name["surname"]
        row = _IN_ROW.search(text, max(0, name.start() - 30), name.start())
        if row and (row[0].startswith(";") or text.startswith(";", age.end())):
            continue
        bracket = leads[0] == " ("  # a player's minute or score as well
        if bracket and " " not in words:
            continue
        yield ToldAge(*age.span(), int(age[0]), words, name.end() - len(words), bracket)


def _years_old(article: Article) -> "Iterator[Number]":
    """The numbers of "34-year-old" and "34 year old"."""
    text = article.text
    if "year" not in text:
        return
    for number in article.numbers:
        old = number.unit in ("year-old", "year-old’s", "year-old's") or (
            number.unit in ("year", "years") and text.startswith(" old", number.end + 1 + len(number.unit))
        )
        if old and number.value == int(number.value) and number.value <= 120:
            yield number


def _described(text: str, number: "Number") -> ToldAge | None:
    """The age of "34-year-old [singer] Ana Ruiz", or of "the 34-year-old" without a name."""
    end = number.end + len("-year-old")
    name = _described_name().match(text, end)
    if name is not None:
        words = name["name"].removesuffix("’s").removesuffix("'s")
        if any(word in english.PEOPLES for word in words.split()):
            return None  # 43-year-old African American Lamont Scott
        return ToldAge(number.start, number.end, int(number.value), words, name.start("name"))
    if (told := _NAME_BEFORE.search(text, max(0, number.start - 50), number.start)) and number.unit in (
        "year",
        "years",
    ):
        return ToldAge(number.start, number.end, int(number.value), told["name"], told.start("name"))
    if _THE.search(text, max(0, number.start - 5), number.start) and _PERSON.match(text, end):
        return ToldAge(number.start, number.end, int(number.value), "", number.start)
    return None


class Contradiction(NamedTuple):
    """Two ages of one person. ``sure``: both stand beside the full name."""

    first: ToldAge
    second: ToldAge
    name: str
    sure: bool


def contradictions(article: Article) -> Iterator[Contradiction]:
    """People with two ages, each person once."""
    told = told_ages(article)
    if len({age.years for age in told}) < 2:
        return
    first: dict[str, ToldAge] = {}
    done: set[str] = set()
    surnames = _surnames(told)
    uses = Counter(int(number.value) for number in article.numbers if number.value <= 120)
    for age in told:
        name, sure = age.name, True
        if not name:
            name, sure = _antecedent(article, age, first), False
            if uses[age.years] > 1 or (name in first and abs(first[name].years - age.years) <= 1):
                continue  # somebody else is as old; or a birthday lies between
        elif age.bracket:
            sure = False
        elif " " not in name:
            name, sure = surnames.get(name, ""), False
        if not name:
            continue
        known = first.setdefault(name, age)
        if known.years == age.years or name in done or (known.bracket and age.bracket):
            continue
        by_surname = any(other.name and " " not in other.name for other in (known, age))
        if by_surname and _shares_surname(article, name):
            continue
        done.add(name)
        yield Contradiction(known, age, name, sure and not known.bracket and not by_surname)


def _surnames(told: list[ToldAge]) -> dict[str, str]:
    """Surname -> full name, of those whose surname nobody else with an age has."""
    full = {age.name for age in told if " " in age.name}
    counts = Counter(name.split()[-1] for name in full)
    return {name.split()[-1]: name for name in full if counts[name.split()[-1]] == 1}


def _shares_surname(article: Article, name: str) -> bool:
    """Whether somebody else of the cast has the surname too."""
    surname = name.split()[-1]
    return sum(person.words[-1] == surname for person in article.people if len(person.words) > 1) > 1


def _antecedent(article: Article, age: ToldAge, first: dict[str, ToldAge]) -> str:
    """The full name of whom "the 34-year-old" means, if it was the last person named and has an age."""
    if not first:
        return ""
    block = article.block_at(age.start)
    blocks = article.blocks
    if block is None:
        return ""
    index = bisect_right(blocks, block.start, key=lambda block: block.start) - 1
    low = blocks[max(0, index - 2)].start
    last: tuple[int, Person] | None = None
    for person in article.people:
        starts = [mention.start for mention in person.mentions]
        place = bisect_left(starts, age.start) - 1
        if place >= 0 and starts[place] >= low and (last is None or starts[place] > last[0]):
            last = starts[place], person
    if last is None or _one_sentence(article, last[0], age.start):
        return ""  # in one sentence it would be "he" or "she"
    return next((name for name, known in first.items() if _is(last[1], article, known)), "")


def _one_sentence(article: Article, one: int, two: int) -> bool:
    sentences = article.sentences
    found = sentences[bisect_right(sentences, one, key=lambda sentence: sentence.start) - 1]
    return found.start <= one and two < found.end


def _is(person: "Person", article: Article, known: ToldAge) -> bool:
    return any(mention.start <= known.at < mention.end for mention in person.mentions)


# An age that ends a phrase, and is no part of a longer figure; and what leads to it.
_BESIDE = expression(r"\d(?<=[\s(]\d)\d?(?=,\s|\.\s|\.?$|;|\)|\sof\s|\sand\s)", re.M)
_LEADS_TO_AGE = expression(r"(?:,\s(?:aged\s|who\sis\s|now\s)?|\sis\s(?:now\s)?|\s\((?:aged\s)?)$")  # , aged 34
_LEAD = 10  # characters of the longest
_DIGITS = 2  # of an age
FULL_NAME = expression(
    r"""
    (?<![\w.])(?:
        (?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Prof|Rev)\.?\s
        (?P<surname>[A-Z][\w’'-]+)  # Mrs Ruiz
        |(?P<name>
             [A-Z][\w’'-]+(?:\s(?:[A-Z]\.|(?:[dD]e|[vV]an|[vV]on|[lL]a|al-|el-)\s?))*\s  # Ana M. de Ruiz
             [A-Z][\w’'-]+
         )
    )$
    """,
    re.VERBOSE,
)
_NAME_BEFORE = expression(r"(?<![\w.])(?P<name>[A-Z][\w’'-]+\s[A-Z][\w’'-]+)(?:,|\sis)\s$")
_SURNAME = expression(r"(?<![\w.])(?P<name>[A-Z][\w’'-]+)$")
# A row of surnames with figures beside them are scores: Root, 54, and Stokes, 67.
_LISTED = expression(r"(?:\d{1,3}|\band|\bby),?\s$")
# A row of a table: "Bell, Pittsburgh, 77; Arenado, Colorado, 67;" are runs of players of a team.
_IN_ROW = expression(r"(?:^|;\s)[A-Z][\w’'-]+,\s$", re.M)
_THE = expression(r"\b[Tt]he\s$")
# "The 34-year-old" by itself, or with a word that only people are called.
_PERSON = expression(
    r"""
    (?=
        [,.;:!?)”\"’']  # the 34-year-old, with nothing that says what he is
        |\s(?:
             from|who|whose|has|had|is|was|will|would|said|says|told|and|at|in|on|with  # or with what he did
             |also|did|does|could|can|never|of|to|then|later|became|won|lost|left|made
             |took|came|went|got|met|beat|held|led|ran|spent|saw|felt|wrote|spoke|began
             |grew|found|gave|knew|put|set|sat|stood|[a-z]+ed|denies|[a-z]+ly
         )\b
        |\s(?:
             man|woman|boy|girl|mother|father|son|daughter|widow|widower|grandmother  # or with what any person may be
             |grandfather|[a-z]+ist|[a-z]+(?:wo)?man
             |[a-z-]+\s(?:
                  who|said|says|told|added|won|beat|denie[sd]|admit\w*|plead\w*|scored
                  |married|lives|lived|works|joined|died
              )
             |[a-z]+ian|actor|actress|singer|player|striker|midfielder|defender|driver
             |teacher|student|suspect|defendant
         )\b
    )
    """,
    re.VERBOSE,
)


@cache
def _described_name() -> re.Pattern[str]:
    name = r"[A-Z][\w’'-]+(?:\s[A-Z]\.)?(?:\s(?:de|van|von|der|la|al|bin))*\s[A-Z][\w’'-]+"
    return expression(
        rf"""
        \s(?:
            (?!
                (?:of|who|whose|was|is|with|by|and|from|in|at|on|for|to|against|when|but)
                \s
            )[a-z-]+\s
        ){{0,3}}(?P<name>{name})(?!\s[A-Z])
        """,
        re.VERBOSE,
    )
