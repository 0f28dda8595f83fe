"""Days told from the day of the article: "tomorrow, Friday the 14th", "a week from today ... on May 20"."""

import datetime
from collections.abc import Iterator

from newslint import Article, Figure, NamedTuple, Template, english, readings

from ._reference import day_of

SHIFTS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_DAY = r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
# yesterday, Jan. 22 / tomorrow, Friday the 14th / yesterday (Friday)
_NAMED = Template(
    rf"\b(?P<word>yesterday|today|tomorrow)(?:,| \(|,? on| –) ?(?:{{when:d}}|"
    rf"(?:on )?{_DAY}?(?:,? (?:the )?{{nth:o}})?)(?=[),.; ]|$)",
    optional="when nth",
)
# 60 days from now, on Feb. 16 / a week from today
_FROM_NOW = Template(
    r"(?:{time:t}|(?P<one>a (?:day|week|fortnight|month|year))) (?P<way>from now|from today|hence|ago|"
    r"ago today)[^.;:!?\ue020-\ue07f]{0,50}?(?:, on|,| on|\() {when:d}",
    optional="time",
)
_BEFORE_NOW = Template(
    r"\b(?:on )?{when:d},? (?:{time:t}|(?P<one>a (?:day|week|fortnight|month|year))) (?P<way>from now|"
    r"from today|hence|ago)\b",
    optional="time",
)
# next week, on Aug. 23 / this week, on Tuesday the 12th
_WEEK = Template(
    rf"\b(?P<which>last|this|next) (?P<span>week|month|year)(?:, on|,| on) (?:{{when:d}}|{_DAY},? the {{nth:o}})",
    optional="when nth",
)
# last heard from on Tuesday at noon, five days ago
_WEEKDAY_AGO = Template(rf"\bon {_DAY}~3,? {{time:t}} ago\b")
_ONE = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365}


class Wrong(NamedTuple):
    """A day that is not the one that the words mean."""

    start: int
    end: int
    message: str


def relative_days(article: Article, home: datetime.date) -> Iterator[Wrong]:
    """Every day that does not lie where "tomorrow", "in 60 days" or "next week" puts it."""
    for reading in article.view(readings):
        for found in _NAMED.finditer(reading):
            word = found.match["word"].lower()
            meant = home + datetime.timedelta(days=SHIFTS[word])
            figure = found.get("when") or found.get("nth")
            if figure is not None and not _is(figure, meant, home):
                yield Wrong(figure.start, figure.end, f"On {written(home)}, {word} is {written(meant)}.")
        for way in (_FROM_NOW, _BEFORE_NOW):
            for found in way.finditer(reading):
                one, ahead = found.match["one"], found.match["way"].lower()
                wrong = _from_now(found.get("time"), one, ahead, found["when"], home)
                if wrong is not None:
                    yield wrong
        for found in _WEEKDAY_AGO.finditer(reading):
            time, weekday = found["time"], english.weekday_number(found.match["day"])
            if time.unit == "day" and time.exact and weekday is not None and time.value < 14:
                gone = (home.weekday() - weekday) % 7
                if time.value not in (gone, gone + 7):
                    message = f"On {written(home)}, {found.match['day']} was {gone} days ago, not {time.text}."
                    yield Wrong(time.figure, time.end, message)
        for found in _WEEK.finditer(reading):
            figure = found.get("when") or found.get("nth")
            if figure is not None:
                wrong = _week(found.match["which"].lower(), found.match["span"].lower(), figure, home)
                if wrong is not None:
                    yield wrong


def _from_now(time: Figure | None, one: str | None, way: str, when: Figure, home: datetime.date) -> Wrong | None:
    day = nearest(when, home)
    if day is None or (time is not None and not time.exact):
        return None
    if time is not None:
        days, unit = time.value * english.DURATIONS.get(time.unit, 0), time.unit
    else:
        unit = (one or "").split()[-1].lower()
        days = _ONE.get(unit, 0)
    if not days:
        return None
    gone = (day - home).days * (-1 if "ago" in way else 1)
    slack = {"day": 0.5, "night": 0.5, "week": 3.5, "fortnight": 4, "month": 16}.get(unit, 190)
    if unit == "week" and days <= 14:
        slack = 2
    if abs(gone - days) <= slack:
        return None
    words = time.text if time is not None else one
    return Wrong(when.start, when.end, f"{when.text} is {abs(gone)} days from {written(home)}, not {words}.")


def _week(which: str, span: str, figure: Figure, home: datetime.date) -> Wrong | None:
    day = nearest(figure, home)
    if day is None:
        return None
    shift = {"last": -1, "this": 0, "next": 1}[which]
    if span == "week":
        monday = home - datetime.timedelta(days=home.weekday())
        apart = ((day - datetime.timedelta(days=day.weekday())) - monday).days // 7
        # some call the coming week "this week", and Sunday its first day
        if abs(apart - shift) <= (1 if which != "this" else 0) or (which == "this" and abs((day - home).days) < 7):
            return None
    elif span == "month":
        if (day.year * 12 + day.month) - (home.year * 12 + home.month) == shift:
            return None
    elif day.year - home.year == shift or figure.date is None or figure.date.year is None:
        return None
    return Wrong(figure.start, figure.end, f"On {written(home)}, {figure.text} is not in {which} {span}.")


def _is(figure: Figure, meant: datetime.date, home: datetime.date) -> bool:
    if figure.kind == "o":
        return figure.value == meant.day or figure.value > 31
    date = figure.date
    if date is None or date.day is None:
        return True
    return (date.month, date.day) == (meant.month, meant.day) and date.year in (None, meant.year)


def nearest(figure: Figure, home: datetime.date) -> datetime.date | None:
    """The day that a date without a year, or the day of a month alone, means: the nearest to the article's own."""
    if figure.kind == "o":
        days = []
        for months in (-1, 0, 1):
            month = home.month + months
            year = home.year + (month < 1) * -1 + (month > 12)
            month = (month - 1) % 12 + 1
            try:
                days.append(datetime.date(year, month, int(figure.value)))
            except ValueError:
                continue
        return min(days, key=lambda day: abs((day - home).days), default=None)
    date = figure.date
    if date is None or date.day is None:
        return None
    years = [date.year] if date.year is not None else [home.year - 1, home.year, home.year + 1]
    days = [day for year in years if (day := day_of(date, year)) is not None]
    return min(days, key=lambda day: abs((day - home).days), default=None)


def written(day: datetime.date) -> str:
    """A day in words: "March 4, 2019"."""
    return f"{english.MONTHS[day.month - 1]} {day.day}, {day.year}"
