"""Months and days of the week, in full and in the short forms of news style."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Written with a point or without; May and June have no other form.
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec")
SHORT_WEEKDAYS = ("Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun")
# After a time of day.
TIME_ZONES = ("ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "PT", "PST", "PDT", "GMT", "BST", "UTC", "CET", "AEST")

_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_WEEKDAYS = {name.lower(): number for number, name in enumerate(WEEKDAYS)}
_MONTH_NUMBERS = _MONTHS | {
    name.lower(): _MONTHS[MONTHS[at].lower()]
    for name in SHORT_MONTHS
    for at in range(12)
    if MONTHS[at].startswith(name[:3])
}
_WEEKDAY_NUMBERS = _WEEKDAYS | {
    name.lower(): at for name in SHORT_WEEKDAYS for at in range(7) if WEEKDAYS[at].startswith(name)
}


def is_month(word: str) -> bool:
    """Whether ``word`` is the full name of a month, in any case; a lower-case "may" or "march" is none."""
    return word.lower() in _MONTHS and word not in ("may", "march")


def is_weekday(word: str) -> bool:
    """Whether ``word`` is the full name of a day of the week, in any case."""
    return word.lower() in _WEEKDAYS


def month_number(word: str) -> int | None:
    """1 to 12 for a month in full or in short, in any case, with its point or without; else None."""
    return _MONTH_NUMBERS.get(word.rstrip(".").lower())


def weekday_number(word: str) -> int | None:
    """0 (Monday) to 6 for a day of the week in full or in short, in any case, with its point or without; else None."""
    return _WEEKDAY_NUMBERS.get(word.rstrip(".").lower())
