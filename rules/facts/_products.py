"""A number of things, what each has, and what they have together: three figures of a passage whose units say it."""

from collections.abc import Iterator
from itertools import chain

from newslint import Figure, Found, NamedTuple, Reading, Template, expression

from ._arithmetic import same_nouns

# 120 kilometres an hour; one doctor for every 1,500 people; 75 cents apiece
_RATE = Template(
    r"{rate:n$m}(?: (?!and|or|but|for|in|on|at|to|of|per)[\w'-]+){0,3}? "
    r"(?:(?:a|an|per|each|every|for (?:each|every)|to (?:a|an|each|every)) "
    r"(?:(?P<noun>[a-z][\w'-]+)|{base} (?P<nouns>[a-z][\w'-]+))|"
    r"(?P<each>each|apiece))\b",
    optional="base",
)


# 24 classes of about 30 pupils; ten yearly parts of 50,000; 200 tickets at £5; 30 seats in each of the 12 rows
_OF = (
    Template(
        r"{count}(?: (?!and|or|of)[a-z][\w'-]+){1,3} (?:of|at|worth) "
        r"{rate:n$m}(?! (?:percent|points|to|or|and|of))"
    ),
    Template(r"{rate:n$m}~2 (?:in|to|on|for|from|at) each of (?:the |its |their |his |her )?{count}"),
)
_CHANGED = expression(r"\bfrom [\ue000-\ue0ff].[^.;:!?]{0,30} to (?:about |over )?[\ue000-\ue0ff].")


class Product(NamedTuple):
    """Three figures that do not go together: number × rate = ``right``, not ``total``."""

    number: Figure
    rate: Figure
    total: Figure
    right: float


def products(reading: Reading) -> Iterator[Product]:
    """Every rate of a sentence with the one count and the one total that its units ask for, where they do not fit."""
    for found in _RATE.finditer(reading):
        product = _product(reading, found)
        if product is not None:
            yield product
    for found in chain.from_iterable(way.finditer(reading) for way in _OF):
        count, rate = found["count"], found["rate"]
        if rate.kind == "n" and not rate.unit:
            continue  # two cameras instead of one
        totals = [f for f in reading.figures if f not in (rate, count) and f.kind == rate.kind and _same_unit(f, rate)]
        if len(totals) == 1 and count.unit and count.value >= 2:
            product = _judged(count, rate, 1.0, totals[0])
            if product is not None:
                yield product


def _product(reading: Reading, found: Found) -> Product | None:
    rate, base = found["rate"], found.get("base")
    noun = found.match["noun"] or found.match["nouns"] or ""
    others = [figure for figure in reading.figures if figure not in (rate, base)]
    totals = [f for f in others if f.kind == rate.kind and _same_unit(f, rate)]
    counts = [f for f in others if f not in totals and _counts(f, noun, found)]
    if len(totals) != 1 or len(counts) != 1:
        return None
    if counts[0].value < 2 or (base is not None and not base.value) or _CHANGED.search(reading.text):
        return None  # one of the aims; from $7.25 an hour to $9 an hour
    found_wrong = _judged(counts[0], rate, base.value if base is not None else 1.0, totals[0])
    more = sum(f.value for f in others if f.kind == "n" and not f.unit and f not in counts)
    if found_wrong is not None and found_wrong.right * (1 + more / counts[0].value) == totals[0].value:
        return None  # 640 bowls on the first day and 580 on the second
    return found_wrong


def _judged(count: Figure, rate: Figure, per: float, total: Figure) -> Product | None:
    scale = 1.0 if total.unit == rate.unit or rate.kind != "$" else 100.0 if total.unit == "c" else 0.01
    share = count.slack.times(rate.slack)
    factor = scale / per
    right = count.value * rate.value * factor
    if share.low * factor * 0.99 <= total.slack.high and total.slack.low <= share.high * factor * 1.01:
        return None
    if not 0.5 < total.value / max(right, 1e-9) < 2:
        return None
    return Product(count, rate, total, right)


def _same_unit(one: Figure, rate: Figure) -> bool:
    if rate.kind == "n":
        return same_nouns(one, rate) and bool(one.unit or rate.unit)
    return one.unit == rate.unit or (one.kind == "$" and "c" in (one.unit, rate.unit))


def _counts(figure: Figure, noun: str, found: Found) -> bool:
    """Whether a figure counts what the rate is told of."""
    if figure.kind == "t":
        return figure.unit == noun.rstrip("s")
    if figure.kind != "n":
        return False
    if found.match["each"]:
        return bool(figure.unit)
    return (not figure.unit and bool(found.get("base"))) or figure.unit in (noun, noun.removesuffix("s"))
