from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from newslint import Article, Finding, Rule, Severity, Span, compiled, expression, flags, passes

from ._amounts import amounts as _amounts
from ._change_claims import claims_about, is_explained, same_things
from ._claims import Claim
from ._figures import Interval, direction_of, interval_of
from ._pairs import Pair, change_range, compared_in, pairs_in, scale_choices
from ._reference import EXACT, hedge_before, quoted_as_hints
from ._stated_shares import wrong_shares, wrong_shares_of_them

if TYPE_CHECKING:
    from newslint import Number

LONGEST = 1500  # characters; what is longer is no sentence


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
        flags("Of the 50 boats that lay in the harbour on Monday, 30 — or [[70 percent]] — were lost."),
        flags("There were 50 boats in the harbour. Thirty of those, or [[70 percent]], were lost."),
        passes("There were 50 boats in the harbour. Thirty of those, or 60 percent, were lost."),
        passes("Complaints rose from 120 to 132, an increase of 10 percent."),
        passes("Sales fell by a third, from $1.5 billion to $1 billion."),
        passes("The rate rose from 4 percent to 6 percent, an increase of two percentage points."),
        passes(
            "The police counted 4,210 thefts, down 8 percent from 4,576 in 2022. "
            "Assaults rose by 5 to 105, a rise of 5 percent."
        ),
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
            if has_share:
                yield from self._shares(wrong_shares(text, numbers))
                if index and sentences[index - 1].block == sentence.block:
                    before = amounts[bisect_left(starts, sentences[index - 1].start) : low]
                    if len(before) == 1:
                        yield from self._shares(wrong_shares_of_them(text, before[0], numbers))
            start = sentence.start
            pairs: list[Pair] = []
            if len(numbers) > 2 or "from " in sentence.text or "From " in sentence.text:
                pairs = pairs_in(text, start, sentence.end, numbers)
            if has_share and not pairs and index and sentences[index - 1].block == sentence.block:
                start = sentences[index - 1].start  # 12,000 in 1960. By 2010 it was 9,000, a decline of 25 percent.
                if sentence.end - start < LONGEST:
                    numbers = amounts[bisect_left(starts, start) : high]
                    found = compared_in(text, start, sentence.end, numbers)
                    pairs = [pair for pair in found if pair.end > sentence.start]  # else that sentence's own
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
        claims = claims_about(text, pair, start, end, numbers)
        for claim in claims:
            number = next((n for n in numbers if claim.start <= n.start and n.end <= claim.end), None)
            finding = self._wrong_claim(text, pair, claim, number, choices)
            if finding is not None and not is_explained(claim, number, numbers):
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
            if number is None or pair.kind != number.currency or len(choices) > 1 or not same_things(pair, number):
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
            mend = compiled(r"[\s-]*(?:%|per).*").sub(" percentage points", said)
            gap = _plain(abs(pair.after.value - pair.before.value))
            message = f"{_capital(change)} is {gap} percentage points, or {_plain(abs(true))} percent."
            return self.finding(target, message, suggest=mend, by_hand=True, related=[(figures, "the figures")])
        suggest = None
        if number is not None:
            suggest = compiled(r"^[\d.,]+").sub(_plain(abs(true)), said) if said[0].isdigit() else None
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

    def _shares(self, wrong: Iterable[tuple[Number, Number, Number]]) -> Iterator[Finding]:
        for part, whole, share in wrong:
            yield self.finding(
                share,
                f"{part.text} of {whole.text} is {_plain(100 * part.value / whole.value)} percent, not {share.text}.",
                related=[(Span(min(part.start, whole.start), max(part.end, whole.end)), "the figures")],
            )


@cache
def _refers_back() -> re.Pattern[str]:
    """How a sentence goes on about the change of the one before."""
    verb = r"(?:\s+(?:is|was|represents|represented|marks|marked|amounts\s+to|means)|[’']s)"
    return compiled(
        rf"(?:That|This|It){verb}\s|The\s(?:increase|rise|growth|jump|gain|decrease|fall|drop|decline|cut)\sof\s", re.I
    )


_RANKS = expression(
    r"""
    \b(?:
        rank\w*|place|places|placed|position|seed\w*|league|standings|table|No\.
        |chart\w*|odds|handicap
    )\b
    |\bnumber\s+\d
    |\bto\sthe\s(?:dollar|euro|pound|yen)\b  # a currency that falls costs more to the dollar
    """,
    re.I | re.VERBOSE,
)


def _points(text: str, pair: Pair) -> tuple[float, float]:
    """The least and the greatest distance between the two figures."""
    before, after = interval_of(text, pair.before), interval_of(text, pair.after)
    low = max(0.0, max(after.low - before.high, before.low - after.high))
    return low, max(after.high - before.low, before.high - after.low)


def _change(percent: float) -> str:
    return f"{'rise' if percent >= 0 else 'fall'} of {_plain(abs(percent))} percent"


def _plain(value: float) -> str:
    return f"{value:.0f}" if value >= 10 or value == round(value) else f"{value:.1f}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
