from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from newslint import Article, Finding, Rule, Severity, Span, expression, flags, passes

from ._amounts import amounts as _amounts
from ._arithmetic import another_pair_fits
from ._claims import COMPARED, Claim, claim_at, multiples_in
from ._figures import Interval, direction_of, interval_of, kind_of
from ._pairs import Pair, change_range, compared_in, pairs_in, scale_choices
from ._reference import EXACT, hedge_before, quoted_as_hints

if TYPE_CHECKING:
    from newslint import Number

_BARE = frozenset({"to", "from", "in", "on", "a", "last", "this", "over", "since", "at", "and"} | set(COMPARED))
_TIMES = frozenset("years months weeks days hours minutes seconds times miles metres meters points".split())
LONGEST = 1500  # characters; what is longer is no sentence
NEAR = 90  # characters between the figures and what is said of them


class Percentage(Rule):
    """A change that is not what its own figures give.

    “Rose from 40 to 50, an increase of 20 percent”: it is 25. The rule compares the figures before and after with the
    percentage, the points, the amount or the multiple (doubled, halved, by a third) that the same sentence names, and
    with its direction: what rises does not go from 50 to 40. It knows units, currencies and scales, allows for rounding
    and for “about”, “nearly”, “more than”, and tells percent from percentage points: from 4 percent to 6 percent is a
    rise of 2 points, or of 50 percent. “30 of 50 members, or 70 percent” is worked out too.

    On 13 million words of edited copy, on some of which it was mended: read 3, right 3.
    """

    severity = Severity.WARNING
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags(
            "Complaints rose from 40 to 50, an increase of [[20 percent]].",
            becomes="Complaints rose from 40 to 50, an increase of 25 percent.",
        ),
        flags("Output [[doubled]] from 10 tonnes to 15 tonnes."),
        flags("Turnout [[rose from 61 percent to 54 percent]]."),
        flags(
            "The rate rose from 4 percent to 6 percent, an increase of [[2 percent]].",
            becomes="The rate rose from 4 percent to 6 percent, an increase of 2 percentage points.",
        ),
        passes("Complaints rose from 120 to 132, an increase of 10 percent."),
        passes("Sales fell by a third, from $1.5 billion to $1 billion."),
        passes("The rate rose from 4 percent to 6 percent, an increase of two percentage points."),
        passes("Arrests rose from 40 to 50 in May, while burglaries fell by 10 percent."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        text = article.text
        sentences = article.sentences
        amounts = article.view(_amounts)
        starts = [number.start for number in amounts]
        if not starts:
            return
        for index, sentence in enumerate(sentences):
            low = bisect_left(starts, sentence.start)
            high = bisect_left(starts, sentence.end)
            if high - low < 2 or sentence.end - sentence.start > LONGEST:
                continue
            numbers = amounts[low:high]
            has_share = any(number.unit == "%" for number in numbers)
            if has_share and high - low >= 3:
                yield from self._shares(text, numbers)
            start = sentence.start
            pairs: list[Pair] = []
            if len(numbers) > 2 or "from " in sentence.text or "From " in sentence.text:
                pairs = pairs_in(text, start, sentence.end, numbers)
            if has_share and not pairs and index and sentences[index - 1].block == sentence.block:
                start = sentences[index - 1].start  # 12,000 in 1960. By 2010 it was 9,000, a decline of 25 percent.
                if sentence.end - start < LONGEST:
                    numbers = amounts[bisect_left(starts, start) : high]
                    pairs = compared_in(text, start, sentence.end, numbers)
            low = bisect_left(starts, start)
            for pair in pairs:
                end = sentence.end
                if index + 1 < len(sentences) and len(pairs) == 1 and sentences[index + 1].block == sentence.block:
                    follower = sentences[index + 1]
                    if _refers_back().match(follower.text):
                        end = follower.end
                last = bisect_left(starts, end)
                yield from self._judge(text, pair, start, end, amounts[low:last])

    def _judge(self, text: str, pair: Pair, start: int, end: int, numbers: Sequence[Number]) -> Iterator[Finding]:
        choices = [change_range(text, pair, scales) for scales in scale_choices(pair)]
        where = Span(pair.start, pair.end)
        claims = [
            claim
            for claim in _claims_about(text, pair, start, end, numbers)
            if not ("(" in text[claim.start - 1 : claim.start + 1] and len(_BRACKETED.findall(text, start, end)) > 1)
        ]
        for claim in claims:
            number = next((n for n in numbers if claim.start <= n.start and n.end <= claim.end), None)
            finding = self._wrong_claim(text, pair, claim, number, choices)
            if finding is not None and not _explained(claim, number, numbers):
                yield finding
                return
        direction = direction_of(pair.verb)
        if direction and all((c.high < 1 if direction > 0 else c.low > 1) for c in choices):
            if not _RANKS.search(text, start, end) and len(numbers) < 4:
                begin = text.lower().rfind(pair.verb, max(start, pair.start - 40), pair.end)
                other = "down" if direction > 0 else "up"
                span = Span(min(begin, pair.start) if begin >= 0 else pair.start, pair.end)
                yield self.finding(
                    span,
                    f"“{pair.verb}”, but from {pair.before.text} to {pair.after.text} is {other}.",
                    related=[(where, "the figures")],
                )

    def _wrong_claim(
        self, text: str, pair: Pair, claim: Claim, number: Number | None, choices: list[Interval]
    ) -> Finding | None:
        target = number if number is not None else claim
        figures = Span(pair.start, pair.end)
        change = f"from {pair.before.text} to {pair.after.text}"
        if claim.kind == "points":
            if pair.kind not in ("%", "points"):
                return None
            return self._wrong_amount(text, pair, claim, number, change, figures)
        if claim.kind == "amount":
            if number is None or pair.kind != number.currency or len(choices) > 1 or not _same_things(pair, number):
                return None
            return self._wrong_amount(text, pair, claim, number, change, figures)
        if claim.kind == "times":
            if any(choice.meets(claim.slack) for choice in choices):
                return None
            factor = pair.after.value / pair.before.value
            if len(choices) > 1:
                return None
            return self.finding(
                target,
                f"{_capital(change)} is {factor:.2g} times as much, not “{text[claim.start : claim.end]}”.",
                related=[(figures, "the figures")],
                severity=Severity.INFO if claim.slack.low <= int(factor) <= claim.slack.high else None,
            )
        direction = claim.direction or (direction_of(pair.verb) if not claim.direction else 0)
        for choice in choices:
            rise = Interval(100 * (choice.low - 1), 100 * (choice.high - 1))
            fall = Interval(-rise.high, -rise.low)
            if (direction >= 0 and rise.meets(claim.slack)) or (direction <= 0 and fall.meets(claim.slack)):
                return self._unlikely(text, pair, claim, number) if len(choices) == 1 else None
        true = 100 * (pair.after.value / pair.before.value - 1)
        if len(choices) > 1:
            scales = scale_choices(pair)[1]
            true = 100 * (pair.after.value * scales[1] / (pair.before.value * scales[0]) - 1)
        said = text[target.start : target.end]
        if direction and true and (true > 0) != (direction > 0):
            return self.finding(
                target,
                f"{_capital(change)} is a {_change(true)}, not a {'rise' if direction > 0 else 'fall'}.",
                related=[(figures, "the figures")],
            )
        if pair.kind == "%" and number is not None and Interval(*_points(text, pair)).meets(claim.slack):
            mend = re.sub(r"[\s-]*(?:%|per).*", " percentage points", said)
            gap = _plain(abs(pair.after.value - pair.before.value))
            message = f"{_capital(change)} is {gap} percentage points, or {_plain(abs(true))} percent."
            return self.finding(target, message, suggest=mend, by_hand=True, related=[(figures, "the figures")])
        suggest = None
        if number is not None:
            suggest = re.sub(r"^[\d.,]+", _plain(abs(true)), said) if said[0].isdigit() else None
        return self.finding(
            target,
            f"{_capital(change)} is a {_change(true)}, not {said}.",
            suggest=suggest,
            by_hand=True,
            related=[(figures, "the figures")],
        )

    def _unlikely(self, text: str, pair: Pair, claim: Claim, number: Number | None) -> Finding | None:
        """A hint for a share that only the utmost rounding of both figures could give: 1.2 to 1.5 million, 34 %."""
        if number is None or number.unit != "%" or hedge_before(text, number.start) is not EXACT:
            return None
        if hedge_before(text, pair.before.start) != EXACT or hedge_before(text, pair.after.start) != EXACT:
            return None
        true = 100 * abs(pair.after.value / pair.before.value - 1)
        if abs(true - number.value) < 8 or 0.75 * number.value < true < 1.33 * number.value:
            return None
        change = f"From {pair.before.text} to {pair.after.text}"
        return self.finding(
            number,
            f"{change} is a change of about {_plain(true)} percent, not {text[number.start : number.end]}.",
            related=[(Span(pair.start, pair.end), "the figures")],
            severity=Severity.INFO,
        )

    def _wrong_amount(
        self, text: str, pair: Pair, claim: Claim, number: Number | None, change: str, figures: Span
    ) -> Finding | None:
        if Interval(*_points(text, pair)).meets(claim.slack):
            return None
        target = number if number is not None else claim
        gap = _plain(abs(pair.after.value - pair.before.value))
        return self.finding(
            target,
            f"{_capital(change)} is a change of {gap}, not {text[target.start : target.end]}.",
            related=[(figures, "the figures")],
        )

    def _shares(self, text: str, numbers: Sequence[Number]) -> Iterator[Finding]:
        """30 of 50 members, or 70 percent; of 50 members, 30, or 70 percent; 70 percent, 30 of 50."""
        for trio in zip(numbers, numbers[1:], numbers[2:], strict=False):
            read = _share_of(text, *trio)
            if read is None:
                continue
            part, whole, share = read
            if (
                any(n.unit in ("%", "points") or n.unit in _TIMES or _in_range(text, n) for n in (part, whole))
                or part.currency != whole.currency
            ):
                continue
            if not 0 < part.value <= whole.value or part.scaled != whole.scaled:
                continue
            top, bottom = interval_of(text, part), interval_of(text, whole)
            hedge = hedge_before(text, share.start)
            slack = max(share.step, 1.0) if share.step >= 1 else share.step
            said = Interval((share.value - slack) * hedge.low, (share.value + slack) * hedge.high)
            if Interval(100 * top.low / bottom.high, 100 * top.high / max(bottom.low, 1e-9)).meets(said):
                continue
            true = 100 * part.value / whole.value
            yield self.finding(
                share,
                f"{part.text} of {whole.text} is {_plain(true)} percent, not {share.text}.",
                related=[(Span(min(part.start, whole.start), max(part.end, whole.end)), "the figures")],
            )


def _share_of(text: str, one: Number, two: Number, three: Number) -> tuple[Number, Number, Number] | None:
    """Part, whole and share of three numbers in a row, if they are said to be that."""
    if three.unit == "%" and _OR.fullmatch(text, two.end, three.start):
        if _OF.fullmatch(text, one.end, two.start):
            return one, two, three  # 30 of 50 members, or 70 percent
        if _OF_BEFORE.search(text, max(0, one.start - 16), one.start) and _COMMA.fullmatch(text, one.end, two.start):
            return two, one, three  # of the 50 members, 30, or 70 percent
    if two.unit == "%" and _OR.fullmatch(text, one.end, two.start) and _OF.fullmatch(text, two.end, three.start):
        return one, three, two  # 30 members, or 70 percent of the 50
    if one.unit == "%" and _OF.fullmatch(text, two.end, three.start) and _SAID.fullmatch(text, one.end, two.start):
        return two, three, one  # 70 percent of the members, 30 of 50,
    return None


def _in_range(text: str, number: Number) -> bool:
    """Whether a number is an end of a range: those 50-64."""
    return text[number.end : number.end + 1] in ("-", "–") or text[number.start - 1 : number.start] in ("-", "–")


@cache
def _refers_back() -> re.Pattern[str]:
    """How a sentence goes on about the change of the one before."""
    verb = r"(?:\s+(?:is|was|represents|represented|marks|marked|amounts\s+to|means)|[’']s)"
    return re.compile(
        rf"(?:That|This|It){verb}\s|The\s(?:increase|rise|growth|jump|gain|decrease|fall|drop|decline|cut)\sof\s", re.I
    )


_OF = expression(
    r"(?:\s+[a-z]+)?(?:\s+out)?\s+of\s+(?:the\s+|its\s+|their\s+|all\s+|a\s+total\s+of\s+)?(?:[a-z]+\s+){0,2}"
)
_OF_BEFORE = expression(r"\b[Oo]f\s+(?:the|its|their|all|a\s+total\s+of)?\s*$")
_COMMA = expression(r"(?:\s+[\w’'-]+){0,3},\s+(?:only\s+|just\s+|some\s+|about\s+)?")
_SAID = expression(r"\s+of\s+(?:[\w’'-]+\s+){0,3}[\w’'-]+(?:,\s+or\s+|,\s+|\s+\(|\s[–—-]\s)")
_OR = expression(
    r"(?:\s+[\w’'-]+){0,5},?\s*(?:\(|,?\s*or\s+|[–—]\s*|,\s+)(?:an?\s+(?:[a-z]+\s+){1,2}of\s+)?(?:about\s+|nearly\s+|almost\s+|roughly\s+|around\s+|just\s+(?:over|under)\s+|more\s+than\s+)*"
)
# What ends the talk of one change: another clause with its own subject.
_BREAKS = expression(
    r"[;:!?]|\.\s|\b(?:while|but|whereas|although|though|because|and|compared|when)\b|\b(?:after|before|since)\s(?!\d|the\b|last\b|[A-Z])",
)
_RANKS = expression(
    r"\b(?:rank\w*|place|places|placed|position|seed\w*|league|standings|table|No\.|chart\w*|odds|handicap)\b|\bnumber\s+\d|"
    r"\bto\sthe\s(?:dollar|euro|pound|yen)\b",  # a currency that falls costs more to the dollar
    re.I,
)


def _claims_about(text: str, pair: Pair, start: int, end: int, numbers: Sequence[Number]) -> Iterator[Claim]:
    """What the sentence says of the pair: just before it, within it, or in apposition after it."""
    for number in numbers:
        if number in (pair.before, pair.after):
            continue
        if number.start >= pair.end:
            claim = claim_at(text, pair.end, end, number)
            if claim and claim.start - pair.end < NEAR and _follows(text, pair.end, claim):
                yield claim
        elif number.end <= pair.start:
            claim = claim_at(text, start, pair.start, number)
            if (
                claim
                and pair.start - claim.end < NEAR
                and not _BREAKS.search(_BETWEEN.sub("", text[claim.end : pair.start]).rstrip(": "))
            ):
                yield claim
        else:  # 132, up 10 percent from 120; from 120, complaints rose 10 percent to 132
            first, second = sorted((pair.before, pair.after))
            claim = claim_at(text, first.end, second.start, number) if first.end <= number.start else None
            if claim:
                yield claim
    for claim in multiples_in(text, start, end):
        before = 0 <= pair.start - claim.end < 40 and not _BREAKS.search(text[claim.end : pair.start].rstrip(": "))
        inside = pair.before.end <= claim.start and claim.end < pair.after.start
        if before or inside or (0 <= claim.start - pair.end < 40 and _follows(text, pair.end, claim)):
            yield claim


def _follows(text: str, end: int, claim: Claim) -> bool:
    """Whether a claim after the figures is said of them: an apposition, not a new clause."""
    gap = re.sub(r"\.\s+(?:(?:That|This|It)\b)?", " – ", text[end : claim.start], count=1)
    words = text[claim.start : claim.end].split(None, 1)[0].lower()
    if _BREAKS.search(gap):
        return False
    if "," not in gap and "(" not in gap + words and not re.search(r"[–—]|\s-\s|\.\s", gap):
        return words in ("by", "or") or words.endswith("ing")
    # a finite verb with its own subject ("sales fell 5 percent") is another change
    tail = re.split(r"[,(–—]|\s-\s|\.\s", gap)[-1].strip()
    if words in ("a", "an", "the", "this", "that", "up", "down", "or", "by", "(", "(+", "(-") or words.endswith("ing"):
        return len(tail.split()) <= 4
    if words.startswith("("):
        return True
    return _TAIL.fullmatch(tail) is not None


_BETWEEN = expression(r"\bbetween\s+[\w ]{1,14}?\s+and\s+\w+(?:\s+\d{4})?")
# What may lead to the size of a change: a verb without a subject of its own.
_TAIL = expression(
    r"(?:or|an?|(?:that|which|this|it)(?:\s+(?:is|was|means|meant|represents|represented|marks)|[’']s)(?:\s+an?)?|"
    r"(?:representing|meaning|making|marking|equating\s+to|amounting\s+to)(?:\s+an?)?)?",
    re.I,
)


def _same_things(pair: Pair, number: Number) -> bool:
    """Whether an amount counts what the figures count; a bare amount may."""
    units = {pair.before.unit, pair.after.unit} - {"", *_BARE}
    if not number.unit or (number.unit in _BARE and not number.scaled):
        return True
    return number.unit in units or (not units and number.unit.endswith("s") and number.unit not in _TIMES)


def _points(text: str, pair: Pair) -> tuple[float, float]:
    """The least and the greatest distance between the two figures."""
    before, after = interval_of(text, pair.before), interval_of(text, pair.after)
    low = max(0.0, max(after.low - before.high, before.low - after.high))
    return low, max(after.high - before.low, before.high - after.low)


def _change(percent: float) -> str:
    return f"{'rise' if percent >= 0 else 'fall'} of {_plain(abs(percent))} percent"


def _plain(value: float) -> str:
    return f"{value:.0f}" if value >= 10 or value == round(value) else f"{value:.1f}"


# Shares of answers, each in brackets: cut spending (65 percent), raise the age from 65 to 67 (51 percent).
_BRACKETED = expression(r"\(\d[\d.]*\s?(?:%|per\s?cent)\)")


def _explained(claim: Claim, number: Number | None, numbers: Sequence[Number]) -> bool:
    """Whether two other figures differ as the claim says: leads by 9 points, 53 percent to 44, up from 49 to 46."""
    if claim.kind == "times" or len(numbers) < 4:
        return False
    amounts = [(other.value, kind_of(other)) for other in numbers if other is not number]
    return another_pair_fits(amounts, claim.value, percent=claim.kind == "%")


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
