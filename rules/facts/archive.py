from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from newslint import Article, Finding, Group, GroupRule, Severity, Span, flags, passes

from ._ages import When
from ._lives import lives
from ._reference import article_date
from ._told_ages import told_ages

_BORN, _AGED = "born", "aged"
_NAMESAKE = 10  # years: who is further off is somebody else of that name
_LEAST_AGES = 3  # articles whose ages stand for a birth that nobody has published


class FactsArchive(GroupRule):
    """An age or a year of birth that other articles of the archive contradict.

    Somebody of the same full name was born in another year, as an article of the archive says, or as the ages in three
    of them show. An age counts from the day of its article, so only articles with a day are judged. More than ten
    years off, it is taken to be somebody else of that name. They may be two people all the same: a hint. Run by
    `newslint archive compare`; the rule is off elsewhere, for it needs many articles.

    On an archive of 5,788 edited articles, of which 490 had a day: no finding.
    """

    severity = Severity.INFO
    differ = True
    reference = "the house's own archive"
    examples = (
        flags(
            "Ana Ruiz was born in Cadiz on 4 March 1960. She sings.\n=====\n"
            "Published: 2 May 2010\n\nThe singer Ana Ruiz, [[45]], has won a prize."
        ),
        passes(
            "Ana Ruiz was born in Cadiz on 4 March 1960. She sings.\n=====\n"
            "Published: 2 May 2010\n\nThe singer Ana Ruiz, 50, has won a prize."
        ),
        passes(
            "Ana Ruiz was born in Cadiz on 4 March 1960. She sings.\n=====\n"
            "Published: 2 May 2010\n\nThe pupil Ana Ruiz, 12, has won a prize."
        ),
    )

    def collect(self, article: Article) -> list[list[Any]]:
        """Rows [name, the days between which a birth lies, which kind of statement, its words, start, end]."""
        rows = []
        for life in article.view(lives):
            if len(life.person.words) > 1:
                for birth in life.births:
                    shown = article.text[birth.when.start : birth.when.end]
                    days = _days(birth.when)
                    rows.append([life.person.name, days, _BORN, shown, birth.when.start, birth.when.end])
        home = article_date(article)
        if home is not None:
            names = {mention.text: person for person in article.people for mention in person.mentions}
            for told in told_ages(article):
                person = names.get(told.name)
                if person is not None and len(person.words) > 1 and not told.bracket:
                    rows.append([person.name, _days_at(home, told.years), _AGED, str(told.years), told.start, told.end])
        return rows

    def judge(self, group: Group) -> Iterator[tuple[str, Finding]]:
        known = _known(group)
        if known is None:
            return
        low, high, elsewhere = known
        for article, (name, days, kind, shown, start, end) in group.rows:
            first, last = days.split(" ")
            off = max(_years(high, first), _years(last, low))
            if (last < low or first > high) and off <= _NAMESAKE and article != elsewhere:
                born = low[:4] if low[:4] == high[:4] else f"{low[:4]} or {high[:4]}"
                said = f"is born in {shown}" if kind == _BORN else f"is {shown}"
                message = f"{name} {said} here, but was born in {born} by {elsewhere}."
                yield article, self.finding(Span(start, end), message)


def _known(group: Group) -> tuple[str, str, str] | None:
    """The days between which somebody was born, and the article that says so: the published birth that fits most."""
    fits: list[tuple[int, int, str, str, str]] = []
    every = [(article, *row[1].split(" ")) for article, row in group.rows]
    for article, row in group.rows:
        low, high = row[1].split(" ")
        same = {other for other, first, last in every if first <= high and last >= low}
        if row[2] == _BORN or len(same) >= _LEAST_AGES:
            fits.append((len(same), row[2] == _BORN, low, high, article))
    if not fits:
        return None
    most = max((many, born) for many, born, *_ in fits)
    _, _, low, high, article = min(fit for fit in fits if fit[:2] == most)
    return low, high, article


def _days(when: When) -> str:
    if when.day is not None:
        return f"{when.day.isoformat()} {when.day.isoformat()}"
    return f"{when.year:04}-01-01 {when.year:04}-12-31"


def _days_at(home: datetime.date, years: int) -> str:
    """The days on which somebody may be born who has an age at a day, with a month for what was written before."""
    last = home - datetime.timedelta(days=round(years * 365.25) - 31)
    first = home - datetime.timedelta(days=round((years + 1) * 365.25) + 31)
    return f"{first.isoformat()} {last.isoformat()}"


def _years(early: str, late: str) -> int:
    return int(late[:4]) - int(early[:4])
