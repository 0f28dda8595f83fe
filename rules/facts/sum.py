from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newslint import Article, Finding, Rule, Severity, Span, expression, flags, passes

from ._reference import EXACT, hedge_before, quoted_as_hints

if TYPE_CHECKING:
    from newslint import Number

_SIDES = {
    "for": "for favor favour favored favoured support supported supporting approve approved agree yes back backed",
    "against": "against oppose opposed opposing disapprove disapproved disagree disagreed no reject rejected",
    "neither": "undecided unsure uncertain abstained neither don't didn't neutral did",
}
_SIDE_OF = {word: side for side, words in _SIDES.items() for word in words.split()}
# People who cannot be two of these at once.
_EXCLUSIVE = (
    frozenset("adult adults child children baby babies infant infants teenager teenagers".split(" ")),
    frozenset("man men woman women child children boy boys girl girls baby babies teenager teenagers".split(" ")),
    frozenset("son sons daughter daughters".split(" ")),
    frozenset("democrat democrats republican republicans independent independents".split(" ")),
    frozenset("gold golds silver silvers bronze bronzes".split(" ")),
)
_NO_PARTS = frozenset(
    "percent years year months weeks days hours minutes points seconds miles times % million".split(" ")
)


class Sum(Rule):
    """Parts that do not make their whole.

    “12 people: 7 women and 6 men” are 13. The rule adds up the parts after a colon, a dash or in brackets, people who
    are said to be among a number and cannot be two things at once (women, men, children), and the shares for, against
    and undecided, which are one hundred percent at most. It reports only what cannot be read otherwise.
    """

    severity = Severity.WARNING
    source = "arithmetic"
    reads_quotes = True
    examples = (
        flags("The fire killed [[12 people]]: seven women and six men."),
        flags("The blast killed [[12 people]], among them seven women and six men."),
        flags("The poll found [[52 percent]] for, 41 percent against and 12 percent undecided."),
        passes("The fire killed 12 people: seven women and five men."),
        passes("The blast killed 12 people, including seven women and six doctors."),
        passes("The poll found 52 percent for, 41 percent against and 7 percent undecided."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        text, numbers = article.text, article.numbers
        for index, number in enumerate(numbers[:-1]):
            if numbers[index + 1].start - number.end > 100:
                continue
            if number.unit == "%":
                if index and numbers[index - 1].unit == "%" and number.start - numbers[index - 1].end < 60:
                    continue  # judged with the first of the row
                yield from self._shares(text, numbers[index : index + 5])
            elif number.value >= 2 and not number.currency and number.unit not in _NO_PARTS:
                if not index or number.start - numbers[index - 1].end > 30:  # the first of a row
                    yield from self._total_after(text, numbers[index : index + 8])
                if index and numbers[index - 1].unit == "of" and number.start - numbers[index - 1].end < 12:
                    continue  # two of the 12
                yield from self._parts(article, number, numbers[index + 1 : index + 8])

    def _shares(self, text: str, numbers: Sequence[Number]) -> Iterator[Finding]:
        """So many for, so many against, so many undecided."""
        sides: dict[str, Number] = {}
        for position, number in enumerate(numbers):
            following = numbers[position + 1].start if position + 1 < len(numbers) else number.end + 40
            words = text[number.end : min(following, number.end + 40)].lower().replace("’", "'")
            stop = re.search(r"[.!?;](?:\s|$)|\n", words)
            words = words[: stop.start()] if stop else words
            if number.unit != "%" or re.match(r"\s+(?:of|among)\b", words):
                break
            side = next((_SIDE_OF[word] for word in re.findall(r"[a-z']+", words) if word in _SIDE_OF), None)
            if side is None or side in sides:
                break
            sides[side] = number
            if stop:
                break
        if len(sides) < 2 or "for" not in sides or "against" not in sides:
            return
        total = sum(number.value for number in sides.values())
        if total <= 100 + len(sides) * 0.5 + 0.01 or any(
            hedge_before(text, n.start) is not EXACT for n in sides.values()
        ):
            return
        first, *others = sorted(sides.values())
        yield self.finding(
            first, f"These shares of one whole make {total:g} percent.", related=[(other, "added") for other in others]
        )

    def _total_after(self, text: str, numbers: Sequence[Number]) -> Iterator[Finding]:
        """Seven men and five women, 12 in all."""
        for size, whole in enumerate(numbers[2:5], 2):
            parts = _parts_after(text, numbers[0].start, numbers[:size])
            total = None if parts is None else _IN_ALL.fullmatch(text, parts[2], whole.start)
            if parts is None or total is None:
                continue
            if total["total"] is None and not _ALL.match(text, whole.end):
                continue
            if sum(parts[0]) != whole.value and _exclusive(parts[1]):
                yield self.finding(
                    whole,
                    f"“{whole.text}” in all, but the parts make {sum(parts[0]):g}.",
                    related=[(Span(numbers[0].start, parts[2]), f"{sum(parts[0]):g} together")],
                    severity=Severity.INFO,
                )

    def _parts(self, article: Article, whole: Number, following: Sequence[Number]) -> Iterator[Finding]:
        text = article.text
        intro = _INTRO.match(text, whole.end, following[0].start + 1)
        if intro is None or intro.end() > following[0].start or hedge_before(text, whole.start) is not EXACT:
            return
        if re.search(r"(?i:\bor|\bto|\bbetween\s+\S+\s+and|[-–/])\s*$", text[max(0, whole.start - 24) : whole.start]):
            return
        partial, loose = intro["among"] is not None, intro["loose"] is not None
        parts = _parts_after(text, intro.end(), following)
        if parts is None:
            return
        values, nouns, end = parts
        total = sum(values)
        exclusive = _exclusive(nouns)
        if (partial or loose) and not exclusive:
            return
        if loose and (_exclusive([*nouns, whole.unit]) or "of" in text[whole.end : intro.end()].split()):
            return  # 503 women, 206 men and 346 children
        if total == whole.value or (partial and total < whole.value):
            return
        if not partial and abs(total - whole.value) > max(2, (0.5 if exclusive else 0.2) * whole.value):
            return
        span = Span(whole.start, whole.end + len(intro["noun"].rstrip()))
        yield self.finding(
            span,
            f"“{text[span.start : span.end]}”, but the parts make {total:g}.",
            related=[(Span(intro.end(), end), f"{total:g} together")],
        )


_INTRO = expression(
    r"(?P<noun>(?:[\s-]+[a-z][\w’'-]*){0,3}?)(?:\s+(?:dead|injured|killed|were\s+(?:killed|injured|hurt|arrested)|died|survived))?"
    r"(?:,?\s+(?P<among>includ(?:ing|es|ed)|among\s+them|among\s+whom|of\s+(?:whom|them|which))(?:\s+were|\s+are)?\s+|:\s+|\s[–—-]{1,2}\s|[—–]|\s\(|"
    r",?\s(?:made\sup|consisting|composed)\sof\s+|(?P<loose>,\s+|\s(?:has|had|have|holds)\s+))"
)


def _exclusive(nouns: list[str]) -> bool:
    """Whether nobody can be two of these at once."""
    return len(set(nouns)) == len(nouns) and any(all(noun in group for noun in nouns) for group in _EXCLUSIVE)


_IN_ALL = expression(r"(?:\s[a-z]+)?(?:,?\s+(?P<total>(?:for\s+|or\s+)?a\s+total\s+of\s+)|,\s+)")
_ALL = expression(r"(?:\s[a-z]+)?\s(?:in\s(?:all|total)|altogether)\b")
# What follows the number of a part: up to three words, then the join to the next part.
_PART = expression(
    r"(?P<words>(?:\s+[A-Za-z][\w’'-]*){1,3}?)(?P<join>,?\s+and\s+|,\s+|(?=\s*[–—.;)\n]|\s-\s|\s*$|,?\s(?:were|was|are|have|had|died)\b))(?P<single>an?\s+(?:[a-z-]+\s+)?(?P<one>man|woman|boy|girl|child|baby|son|daughter|teenager)\b)?"
)


def _parts_after(text: str, start: int, numbers: Sequence[Number]) -> tuple[list[float], list[str], int] | None:
    """The values and nouns of "seven women, five men and a child", and where it ends; None if it is no such row."""
    if numbers[0].start != start:
        return None
    values, nouns = [], []
    at, last_join = start, ""
    for index, number in enumerate(numbers):
        if number.start != at or number.currency or number.unit in _NO_PARTS or number.scaled:
            return None
        match = _PART.match(text, number.end)
        if match is None:
            return None
        values.append(number.value)
        words = match["words"].lower().split()
        nouns.append(next((word for word in words if any(word in group for group in _EXCLUSIVE)), words[-1]))
        at = match.end()
        if match["single"]:
            values.append(1)
            nouns.append(match["one"])
            last_join = match["join"]
            if not re.match(r"\s*(?:[.;)\n–—]|$)", text[at : at + 3]):
                return None
            break
        following = numbers[index + 1].start if index + 1 < len(numbers) else -1
        if not match["join"] or following != at:
            at = match.end("words")
            break
        last_join = match["join"]
    if len(values) < 2 or ("and" not in last_join and not (text[start - 1] == "(" and text.startswith(")", at))):
        return None
    return values, nouns, at
