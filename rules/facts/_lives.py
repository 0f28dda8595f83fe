"""A life as a timeline: what the whole article tells of when one person was born, died and how old they were when."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint import Article, NamedTuple, compiled, expression

from ._ages import Age, Birth, When, ages_in, ages_possible, birth_places, births_in, years_in
from ._reference import article_date, no_earlier_than

if TYPE_CHECKING:
    from newslint import Person, Sentence

LONGEST = 1500  # characters; what is longer is no sentence
_OLDEST = 120


class Aged(NamedTuple):
    """An age that somebody has at some time: where it stands, and when."""

    age: Age
    then: When
    sure: bool  # the time and the name stand in the same sentence
    later: bool = False  # the time is the earliest that the article allows


class Life(NamedTuple):
    """What an article tells of one person."""

    person: Person
    births: list[Birth]
    deaths: list[When]
    ages: list[Aged]


_KIN = expression(
    r"""
    \b(?:
        father|mother|son|daughter|wife|husband|brother|sister|sons|daughters
        |brothers|sisters|parents|children|child|uncle|aunt|grand\w+|widow|widower
        |partner|whose|twin|twins|baby|couple|friend|colleague|cousin|nephew|niece
    )\b
    """,
    re.I | re.VERBOSE,
)
_PRONOUN = expression(r"[“\"]?(?:He|She|His|Her)\b")
_DIED = expression(r"\b(?:died|dies|has died|was killed|passed away|death|dead|was found dead|was shot dead)\b")
# He was 89. / She was 89 years old when she died.
_WAS = expression(
    r"""
    \b(?:[Hh]e|[Ss]he|[A-Z][\w’'-]+)[ ]  # Ruiz
    (?:was|is|has[ ]turned|turned|would[ ]have[ ]been)[ ]  # would have been
    (?:just[ ]|only[ ]|now[ ]|still[ ])?$
    """,
    re.VERBOSE,
)
_TELLING = expression(r"\d|\bage|\b(?:died|dies|killed|passed away)\b|\b(?:was|is|turned) [a-z]+(?:-[a-z]+)?[.,;]")


def lives(article: Article) -> list[Life]:
    """The lives of the people of whom the article tells a birth or two ages with their times."""
    if not _may_tell(article) or not article.people:
        return []
    found: dict[str, Life] = {}
    own = article_date(article)
    home = own or no_earlier_than(article)
    subject: Person | None = None
    dying: Person | None = None
    later = own is None and home is not None
    for sentence in article.sentences:
        about = _subject(article, sentence, subject)
        if sentence.end - sentence.start > LONGEST:
            continue
        if about is not None and _TELLING.search(sentence.text):
            life = found.setdefault(about.name, Life(about, [], [], []))
            _read(article, sentence, life, home, dying is about)
        if about is not None and _DIED.search(sentence.text):
            dying = about
        elif about is not subject:
            dying = None
        subject = about or subject
    told = [life for life in found.values() if life.births or len(life.ages) > 1]
    if later:
        for life in told:
            life.ages[:] = [aged._replace(later=aged.then.day is home) for aged in life.ages]
    return told


def _may_tell(article: Article) -> bool:
    """Whether there are words of a birth or two ages, looked at before people are read."""
    if article.view(birth_places):
        return True
    numbers = tuple([number for number in article.numbers if 1 <= number.value <= _OLDEST and not number.currency])
    if len(numbers) < 2:
        return False
    ages = 0
    for sentence in article.sentences:
        low, high = (bisect_left(numbers, (at,)) for at in (sentence.start, sentence.end))
        if low < high:
            ages += sum(1 for _ in _all_ages(article.text, sentence.start, sentence.end, numbers[low:high]))
            if ages > 1:
                return True
    return False


def _subject(article: Article, sentence: Sentence, before: Person | None) -> Person | None:
    """Whom a sentence is about: the person named in its opening, or the one before, taken up by a pronoun."""
    text = article.text
    opening = text[sentence.start : sentence.start + 12]
    pronoun = _PRONOUN.match(opening)
    if pronoun:
        return before if before is not None and _usual(article, pronoun[0]) and _leads(article, before) else None
    if opening.startswith(("Born ", "At the age", "At ", "In ")) and compiled(r", (?:he|she) ").search(
        sentence.text[:120]
    ):
        return before
    return _named_in(article, sentence)


def _usual(article: Article, pronoun: str) -> bool:
    """Whether the article uses the pronoun's gender more than the other: a life is told of one person."""
    return article.view(_more_he) is (pronoun.lower().strip('“"') in ("he", "his"))


def _more_he(article: Article) -> bool:
    he, she = len(_HE.findall(article.text)), len(_SHE.findall(article.text))
    return he > she


def _leads(article: Article, person: Person) -> bool:
    """Whether nobody is named more often than a person."""
    return len(person.mentions) >= article.view(_most_mentions)


def _most_mentions(article: Article) -> int:
    return max([len(person.mentions) for person in article.people])


_HE = expression(r"\b(?:[Hh]e|[Hh]is|[Hh]im)\b")
_SHE = expression(r"\b(?:[Ss]he|[Hh]er)\b")


def _mentions(article: Article) -> tuple[list[int], list[Person]]:
    """Where people are named, in order, and who they are."""
    rows = sorted(
        ((mention.start, number) for number, person in enumerate(article.people) for mention in person.mentions)
    )
    return [start for start, _ in rows], [article.people[number] for _, number in rows]


def _named_in(article: Article, sentence: Sentence) -> Person | None:
    """The person that a sentence names first, if its name stands near the start."""
    starts, people = article.view(_mentions)
    index = bisect_left(starts, sentence.start)
    if index < len(starts) and starts[index] < min(sentence.end, sentence.start + 90):
        return people[index]
    return None


def _named_before(article: Article, start: int, at: int) -> Person | None:
    """The last person named between two places."""
    starts, people = article.view(_mentions)
    index = bisect_left(starts, at) - 1
    return people[index] if index >= 0 and starts[index] >= start else None


def _read(article: Article, sentence: Sentence, life: Life, home: datetime.date | None, dying: bool) -> None:
    """Adds what one sentence tells of a life."""
    text, start, end = article.text, sentence.start, sentence.end
    years = years_in(text, start, end, article.dates)
    quoted = article.in_quotation
    for birth in births_in(text, start, end, years):
        if not _of_kin(text, start, birth.start) and not quoted(birth):
            life.births.append(birth)
            if birth.death is not None:
                life.deaths.append(birth.death)
    died = _DIED.search(sentence.text)
    if died is not None and not _of_kin(text, start, start + died.start()):
        told = {birth.when.start for birth in life.births}
        later = (year for year in years if year.start not in told and 0 <= year.start - start - died.end() < 60)
        when = next(later, None)
        if when is not None:
            life.deaths.append(when)
        elif (
            home is not None
            and all(year.start in told for year in years)
            and died[0] in ("died", "dies", "has died", "was killed", "passed away")
        ):
            life.deaths.append(When(start + died.start(), start + died.start(), home.year, home))
    low = bisect_left(article.numbers, start, key=lambda number: number.start)
    high = bisect_left(article.numbers, end, key=lambda number: number.start)
    for age in _all_ages(text, start, end, article.numbers[low:high]):
        if _named_before(article, start, age.start) not in (None, life.person):
            continue
        if _NUMBERED.search(text, max(start, age.start - 8), age.start):
            continue  # constituencies 1, 2, 4 and 5
        if _of_kin(text, start, age.start) or quoted(age) or any(year.start == age.start for year in years):
            continue
        then = _when(text, sentence, age, years, life, home, dying or died is not None)
        if then is not None:
            life.ages.append(then._replace(sure=then.sure and _named_before(article, start, end) is life.person))


def _all_ages(text: str, start: int, end: int, numbers: tuple) -> Iterator[Age]:  # type: ignore[type-arg]
    seen = set()
    for age in ages_in(text, start, end, numbers):
        seen.add(age.start)
        yield age
    for number in numbers:
        if number.start in seen or not 1 <= number.value <= 115 or number.value != int(number.value) or number.currency:
            continue
        stops = text[number.end : number.end + 1] in ".,;"
        if stops and _WAS.search(text, max(start, number.start - 40), number.start):
            yield Age(number.start, number.end, number.start, int(number.value), "was", number.text)


def _when(
    text: str, sentence: Sentence, age: Age, years: list[When], life: Life, home: datetime.date | None, dying: bool
) -> Aged | None:
    """When somebody had an age: the one year of its sentence, the death just told, or the day of the article."""
    told = {when.start for birth in life.births for when in (birth.when, birth.death) if when is not None}
    before = [year for year in years if year.start not in told]
    if before and text[age.phrase : age.start].lower().startswith("now"):
        return None  # Ana Ruiz, now 27, vanished in 2003
    if age.form not in ("bare", "now") and len(before) == 1 and abs(before[0].start - age.start) < 80:
        between = text[min(before[0].end, age.end) : max(before[0].start, age.start)]
        if not compiled(r"[;:]|\b(?:and|but|while|before|after|until|since|who|later|earlier|then)\b").search(between):
            return Aged(age, before[0], True)
        return None
    if years and before and age.form != "bare":
        return None
    if age.form == "at" and not _DYING.search(text, max(sentence.start, age.start - 60), age.start):
        return None
    if text[age.start - 1] == "(":
        return None  # a score, a minute, a share of votes
    if age.form == "was" and _THEN.match(text, age.end):
        return None
    if dying and age.form in ("was", "at"):
        return Aged(age, life.deaths[-1], False) if life.deaths else None
    if life.deaths or home is None or age.form == "at":
        return None
    if age.form == "was" and not compiled(r"\bis\s(?:now\s|just\s|only\s)?$").search(
        text[max(sentence.start, age.start - 14) : age.start]
    ):
        return None
    return Aged(age, When(age.start, age.start, home.year, home), False)


# She was 25 at the time; when she sang, not when she died.
_THEN = expression(
    r"[^.;:]{0,20}\b(?:at the time|then|when)\b(?! (?:he|she) (?:died|was killed)| of (?:his|her) death)"
)
_DYING = expression(r"\b(?:died|dies|death|killed|passed away)\b[^.;:]*$")
_NUMBERED = expression(r"[\w-]*\d(?:,| and)\s$")


def _of_kin(text: str, start: int, at: int) -> bool:
    """Whether something is said of somebody's kin: "his father, born in 1900"."""
    return _KIN.search(text, max(start, at - 60), at) is not None


class Misfit(NamedTuple):
    """An age that the rest of a life does not allow, or a second birth: where, the message, what it rests on."""

    start: int
    end: int
    message: str
    because: When
    near: bool


def misfits(article: Article) -> Iterator[Misfit]:
    """What does not fit in the lives of an article, one for a life."""
    for life in article.view(lives):
        yield from _misfit(life)


def _misfit(life: Life) -> Iterator[Misfit]:
    name = life.person.name
    birth = life.births[0] if life.births else None
    if birth is not None:
        for other in life.births[1:]:
            if other.when.year != birth.when.year and other.death is None:
                message = f"{name} is born in {other.when.year} here, in {birth.when.year} above."
                yield Misfit(other.when.start, other.when.end, message, birth.when, False)
                return
        for death in life.deaths:
            if death.year < birth.when.year and death.end > death.start:
                message = f"{name} dies in {death.year}, before being born in {birth.when.year}."
                yield Misfit(death.start, death.end, message, birth.when, False)
                return
        for aged in life.ages:
            low, high = ages_possible(birth.when, aged.then)
            if aged.later and aged.age.years >= low - 1:
                continue  # written some years after the latest day that it names
            if aged.then.year >= birth.when.year and not low <= aged.age.years <= high:
                possible = str(low) if low == high else f"{low} or {high}"
                message = f"{name}, born in {birth.when.year}, is {possible} in {aged.then.year}, not {aged.age.text}."
                near = low != high and low - 1 <= aged.age.years <= high + 1
                yield Misfit(aged.age.start, aged.age.end, message, birth.when, near)
                return
        return
    ages = [aged for aged in life.ages if aged.sure and aged.age.form != "bare"]
    for aged in ages[1:]:
        first = ages[0]
        apart = aged.then.year - first.then.year
        gained = aged.age.years - first.age.years
        if abs(gained - apart) > 1:
            message = (
                f"{name} is {first.age.years} in {first.then.year} and {aged.age.years} in {aged.then.year}: "
                f"{abs(apart)} years apart, {abs(gained)} years of age."
            )
            # which of two people "he" is, nobody can be sure of
            yield Misfit(aged.age.start, aged.age.end, message, first.then, True)
            return
