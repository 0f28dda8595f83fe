from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, Span, compiled, expression, flags, passes

from ._aged_years import aged_years
from ._ages import Age, Birth, When, ages_in, ages_possible, birth_places, births_in, years_in
from ._lives import misfits
from ._reference import article_date, occurrences, quoted_as_hints
from ._tied_years import AT_DEATH, DYING, tied_year
from ._told_ages import FULL_NAME, contradictions

LONGEST = 1500  # characters; what is longer is no sentence


class AgeRule(Rule):
    """An age that does not fit the years of birth and death, or a person with two ages.

    “She was born in 1960 and died in 2009 at the age of 58”: she was 48 or 49. The rule reads ages with the year they
    are tied to (“died in 2009 at the age of 58”, “elected in 1990, aged 34”), birthdays with their year, and the life
    dates in brackets. Years alone leave two possible ages, and an age that is off by just one more is a hint only; full
    dates allow no doubt. An age in the present is judged only when the article's own date is known.

    On 13 million words of edited copy, on some of which it was mended: no finding.
    """

    severity = Severity.WARNING
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("She was born in 1960 and died in 2009 at the age of [[58]]."),
        flags("Born on 4 March 1960, he died on 2 March 2009, aged [[49]]."),
        flags("Ana Ruiz (1931-2010) died in Oslo at [[68]]."),
        flags("Ana Ruiz, 34, won the race. “I was lucky,” said Ana Ruiz, [[43]], of Oslo."),
        passes("She was born in 1960 and died in 2009 at the age of 48."),
        passes("Born in 1960, she joined the army at 18 and died in 2009."),
        passes("Ana Ruiz, 34, and her daughter, Eva Ruiz, 12, won the race."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        places = article.view(birth_places)
        told = [*self._against_births(article, places), *self._two_ages(article), *self._birthdays_now(article)]
        yield from told
        known = {place for finding in told for place in range(finding.start, finding.end)}
        yield from self._paired(article, known)
        yield from self._lives(article, known)

    def _paired(self, article: Article, known: set[int]) -> Iterator[Finding]:
        """At 17 in 1999 and at 47 in 2019."""
        for pair in aged_years(article):
            if pair.second.figure not in known:
                apart = abs(pair.second_year - pair.first_year)
                yield self.finding(
                    Span(pair.second.figure, pair.second.end),
                    f"{pair.first.text} in {pair.first_year} and {pair.second.text} "
                    f"in {pair.second_year}: {apart} years apart, "
                    f"{abs(pair.second.value - pair.first.value):.0f} years of age.",
                    related=[(Span(pair.first.figure, pair.first.end), "this age")],
                )

    def _lives(self, article: Article, known: set[int]) -> Iterator[Finding]:
        """What the whole article tells of one life: born in one paragraph, 89 in another."""
        for misfit in misfits(article):
            if misfit.start not in known:
                yield self.finding(
                    misfit,
                    misfit.message,
                    related=[(misfit.because, "by this")],
                    severity=Severity.INFO,
                )

    def _against_births(self, article: Article, places: list[int]) -> Iterator[Finding]:
        if not places:
            return
        text = article.text
        sentences = article.sentences
        starts = [sentence.start for sentence in sentences]
        seen = set()
        for at in places:
            index = bisect_left(starts, at + 1) - 1
            if index < 0 or index in seen:
                continue
            seen.add(index)
            sentence = sentences[index]
            if sentence.end - sentence.start > LONGEST:
                continue
            births = births_in(
                text, sentence.start, sentence.end, years_in(text, sentence.start, sentence.end, article.dates)
            )
            if len(births) != 1:
                continue
            birth = births[0]
            start, end = sentence.start, sentence.end
            about_one = birth.death is not None or _OF_SUBJECT.fullmatch(text, start, birth.start) is not None
            following = sentences[index + 1 : index + 3] if about_one else ()
            for other in following:
                if other.block != sentence.block and birth.death is None and other is not following[0]:
                    break
                if not _PRONOUN.match(other.text) or _born_again(other.text) or _another(sentence.text, other.text):
                    break
                end = other.end
            if about_one and index and _SUBJECT_PRONOUN.match(sentence.text):
                before = sentences[index - 1]
                if not _born_again(before.text) and (before.block == sentence.block or "died" in before.text):
                    start = before.start
            finding = self._judge(article, birth, start, end)
            if finding is not None:
                yield finding

    def _judge(self, article: Article, birth: Birth, start: int, end: int) -> Finding | None:
        text = article.text
        years = [
            when
            for when in years_in(text, start, end, article.dates)
            if when.start != birth.when.start and (birth.death is None or when.start != birth.death.start)
        ]
        low = bisect_left(article.numbers, start, key=lambda number: number.start)
        high = bisect_left(article.numbers, end, key=lambda number: number.start)
        numbers = article.numbers[low:high]
        for number, years_old in _birthdays(text, start, end):
            then = tied_year(text, Age(number.start, number.end, number.start, years_old, "at", ""), years)
            if then is not None and then.year - birth.when.year != years_old:
                message = f"Born in {birth.when.year}, the {then.year - birth.when.year}th birthday was in {then.year}."
                return self.finding(number, message, related=[(birth.when, "born")])
        for age in ages_in(text, start, end, numbers):
            then = None
            if birth.start <= age.start < birth.end:
                continue
            if birth.death is not None and (
                DYING.search(text, max(start, age.start - 70), age.start) or AT_DEATH.match(text, age.end)
            ):
                then = birth.death
            if then is None:
                then = tied_year(text, age, years)
            if then is None and age.form == "bare" and not years and birth.death is None:
                home = article_date(article)
                if home is not None and _names_before(text, age.start) and birth.start - age.end < 60:
                    then = When(age.start, age.start, home.year, home)
            if then is None and birth.death is None and (age.form == "now" or _present(text, start, age)):
                home = article_date(article)
                if home is not None:
                    then = When(age.start, age.start, home.year, home)
            if then is None:
                continue
            finding = self._compare(birth, age, then)
            if finding is not None:
                return finding
        return None

    def _compare(self, birth: Birth, age: Age, then: When) -> Finding | None:
        low, high = ages_possible(birth.when, then)
        if low <= age.years <= high or then.year < birth.when.year:
            return None
        near = low != high and low - 1 <= age.years <= high + 1
        possible = str(low) if low == high else f"{low} or {high}"
        message = f"Born in {birth.when.year}, one is {possible} in {then.year}, not {age.text}."
        related = [(birth.when, "born")]
        if then.end > then.start:
            related.append((then, "the year of the age"))
        return self.finding(
            Span(age.start, age.end), message, related=related, severity=Severity.INFO if near else Severity.WARNING
        )

    def _two_ages(self, article: Article) -> Iterator[Finding]:
        """One person with two ages: "Ana Ruiz, 34," ... "Ana Ruiz, 43,"; ... "the 43-year-old"."""
        for first, second, name, sure in contradictions(article):
            if abs(first.years - second.years) <= 1:
                continue  # a birthday lies between
            if _dated(article, first.start) or _dated(article, second.start):
                continue  # on Christmas Eve 1999, 16-year-old
            yield self.finding(
                Span(second.start, second.end),
                f"{name} is {first.years} in one place and {second.years} in another.",
                related=[(Span(first.start, first.end), f"{first.years} here")],
                severity=self.severity if sure else Severity.INFO,
            )

    def _birthdays_now(self, article: Article) -> Iterator[Finding]:
        """Ana Ruiz, 34, celebrated her 43rd birthday."""
        text = article.text
        for at in occurrences(text, "birthday"):
            match = _CELEBRATED.search(text, max(0, at - 120), at)
            if match is None or _IN_YEAR.match(text, at):
                continue
            age, years = int(match["age"]), int(match["years"])
            if not 0 <= years - age <= 1:
                yield self.finding(
                    Span(match.start("years"), at + len("birthday")),
                    f"The {match['years']}{match['ending']} birthday of somebody who is {age}.",
                    related=[(Span(*match.span("age")), f"{age} here")],
                    severity=Severity.INFO,
                )


_CELEBRATED = expression(
    r"""
    [A-Z][\w’'-]+,\s(?:aged\s|who\sis\s)?(?P<age>\d{1,3}),(?:\swho)?  # Ruiz, 34,
    [^.;:!?,\d]{0,30}?\s(?:celebrat|mark)\w+\s(?:his|her|their)\s  # celebrated her
    (?P<years>\d{1,3})(?P<ending>st|nd|rd|th)\s$  # 43rd (birthday)
    """,
    re.VERBOSE,
)
_IN_YEAR = expression(r"birthday\s(?:in|at|on)\s(?:[A-Z][a-z]+\s)?\d{4}")


def _dated(article: Article, at: int) -> bool:
    """Whether a sentence names a year: an age of then."""
    start = article.text.rfind("\n", 0, at) + 1
    sentence = article.text[max(start, at - 120) : at + 120]
    return compiled(r"\b(?:19|20)\d\d\b").search(sentence) is not None


def _present(text: str, start: int, age: Age) -> bool:
    """Whether an age is said of the day of the article: is [now] 34, has died aged 34."""
    return _NOW.search(text, max(start, age.start - 40), age.start) is not None and not text.startswith(
        " when", age.end
    )


_NOW = expression(
    r"""
    \b(?:
        [Nn]ow|is(?:\s+now)?
        |has\s+(?:just\s+)?died,?(?:\s+(?:aged|at(?:\s+the\s+age\s+of)?))?  # has just died at the age of
        |will\s+turn|turns
    )\s+$
    """,
    re.VERBOSE,
)


def _another(text: str, following: str) -> bool:
    """Whether the pronouns that open two sentences mean two people."""
    words = {text.split(None, 1)[0].lower(), following.split(None, 1)[0].lower()}
    return ("he" in words or "his" in words) and ("she" in words or "her" in words)


def _birthdays(text: str, start: int, end: int) -> Iterator[tuple[Span, int]]:
    if text.find("birthday", start, end) < 0:
        return
    for match in compiled(r"\b(\d{1,3})(?:st|nd|rd|th)\s+birthday").finditer(text[start:end]):
        yield Span(start + match.start(1), start + match.end()), int(match[1])


def _born_again(text: str) -> bool:
    return compiled(r"\b[Bb]orn\b").search(text) is not None


# Whether "born" is said of the subject of the sentence.
_OF_SUBJECT = expression(
    r"""
    (?:
        [“\"]?(?!(?:His|Her|Their|My|Our|Its)\b)(?:The\s+)?[A-Z][\w.’'-]*  # a name
        (?:[\s,]+[\w.’'-]+){0,7}?
        (?:\s+(?:was|is|had\s+been)\s+|,\s+(?:who\s+was\s+)?)  # was, who was
    )?
    """,
    re.VERBOSE,
)
_PRONOUN = expression(
    r"(?:He|She|They|His\s+death|Her\s+death|Mr|Mrs|Ms)\b|In\s+\d{4},\s|At\s+[^.,]{2,40},?\s+(?:he|she)\b"
)
_SUBJECT_PRONOUN = expression(r"(?:He|She|They)\s+(?:was|were|had\s+been)\s+born\b|Born\b")


def _names_before(text: str, start: int) -> bool:
    """Whether a name stands before ", 34"."""
    return FULL_NAME.search(text, max(0, start - 50), max(0, start - 2)) is not None
