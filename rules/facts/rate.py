from collections.abc import Iterator
from itertools import chain

from newslint import Article, Figure, Finding, Found, Rule, Severity, Span, Template, english, flags, passes, readings

from ._arithmetic import comparable, plain, same_nouns
from ._joined import with_following
from ._pace import paces
from ._products import Product, products
from ._reference import quoted_as_hints

PER = r"(?:each|apiece|a (?:head|piece|person|ticket|copy|share|unit)|per [a-z]+)"
TOTAL = (
    r"(?:,? (?:for )?(?:a|in) total (?:of|is|was|cost of)?|,? tota?l?ling|,? or|,? raising|,? bringing in|"
    r",? costing|,? worth|,? making|,? earning|,? for| –|:|,? which comes to|,? a bill of|,? a cost of|"
    r",? netting|,? that is)"
)


class Rate(Rule):
    """A number times a rate that is not the total beside it.

    “200 tickets at £5 each, raising £1,200”: they raise £1,000. “$50 a week, or $3,200 a year” is $2,600. The rule
    reads numbers with a price each, what a time's rate makes over a longer time, and what a sum makes when it is
    shared out.

    On 13 million words of edited copy, on some of which it was mended: no finding.
    """

    severity = Severity.WARNING
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("They sold 200 tickets at £5 each, raising [[£1,200]]."),
        flags("The rent is $50 a week, or [[$3,200 a year]]."),
        flags("The [[$600]] was shared among six winners, $150 each."),
        flags("It lost $2 million a month for 12 months, a total of [[$34 million]]."),
        flags("The town of 30,000 has one doctor for every 1,500 people, [[30]] doctors in all."),
        flags("A dozen eggs cost [[$6]], or 75 cents apiece."),
        passes("They held five dealers with four sacks of seed. Held were Ivo Lund (30) and Jan Low."),
        passes("They made a 3-dimensional picture with two cameras instead of one."),
        passes("A dozen eggs cost $6, or 50 cents apiece."),
        passes("They sold 200 tickets at £5 each, raising £1,000."),
        passes("The rent is $50 a week, or $2,600 a year."),
        passes("It sold 640 bowls on the first day and 580 on the second. Its takings, at $5 a bowl, were $6,100."),
        passes("It sold 200 shares at about £5 each, for £1,100 in all."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        told = set()
        for finding in self._told(article):
            told.add(finding.span)
            yield finding
        for reading, both in with_following(article):
            for product in chain(products(reading), products(both) if both is not reading else ()):
                span = Span(product.total.figure, product.total.end)
                if span not in told:
                    told.add(span)
                    yield self._product(span, product)
        for pace in paces(article):
            span = Span(pace.total.figure, pace.total.end)
            if span not in told:
                told.add(span)
                yield self.finding(
                    span,
                    f"{plain(pace.rate.value, pace.rate)} a {pace.unit} × {pace.time.text} = "
                    f"{plain(pace.right, pace.rate)}, not {pace.total.text}.",
                    related=[
                        (Span(pace.rate.start, pace.rate.end), "the rate"),
                        (Span(pace.time.start, pace.time.end), "the time"),
                    ],
                )

    def _product(self, span: Span, product: Product) -> Finding:
        count, rate = product.number, product.rate
        return self.finding(
            span,
            f"{count.text} × {rate.text} = {plain(product.right, product.total)}, not {product.total.text}.",
            related=[(Span(rate.start, rate.end), "the rate"), (Span(count.start, count.end), "how many")],
        )

    def _told(self, article: Article) -> Iterator[Finding]:
        for reading in article.view(readings):
            if len(reading.figures) < 2:
                continue
            for found in _YEARLY.finditer(reading):
                yield from self._yearly(found)
            if len(reading.figures) < 3:
                continue
            for way in _TIMES:
                for found in way.finditer(reading):
                    yield from self._times(found["count"], found["each"], found["total"])
            for found in _OVER.finditer(reading):
                yield from self._over(found)

    def _times(self, count: Figure, each: Figure, total: Figure) -> Iterator[Finding]:
        if not comparable(each, total) or not count.exact:
            return
        if count.slack.times(each.slack).wider(0.005).meets(total.slack):
            return
        value = count.value * each.value
        if not 0.1 < total.value / max(value, 1e-9) < 10:
            return
        yield self.finding(
            Span(total.figure, total.end),
            f"{plain(count.value)} × {plain(each.value, each)} = {plain(value, each)}, not {total.text}.",
            related=[(Span(min(count.start, each.start), max(count.end, each.end)), "number and rate")],
        )

    def _yearly(self, found: Found) -> Iterator[Finding]:
        """$50 a week, or $3,200 a year."""
        one, two = found["one"], found["two"]
        short, long = found.match["short"].lower(), found.match["long"].lower()
        if (
            one.kind != two.kind
            or (one.kind != "n" and one.unit != two.unit)
            or short == long
            or not (one.kind != "n" or same_nouns(one, two))
        ):
            return
        ratio = english.DURATIONS[_UNITS.get(long, long)] / english.DURATIONS[_UNITS.get(short, short)]
        working = {
            ("hour", "day"): (6, 24),
            ("hour", "week"): (30, 168),
            ("hour", "year"): (1500, 8784),
            ("day", "week"): (5, 7),
        }
        pair = (_UNITS.get(short, short), _UNITS.get(long, long))
        low, high = working.get(pair, (ratio * 0.96, ratio * 1.04))
        if pair == ("day", "year"):
            low, high = 200, 366
        if pair == ("day", "month"):
            low, high = 20, 31
        if one.slack.low * low <= two.slack.high and two.slack.low <= one.slack.high * high:
            return
        if found.match["joint"] == " or" and 0.6 < two.value / max(one.value * ratio, 1e-9) < 1.7:
            return  # $119 a year or $12.99 a month: two tariffs
        yield self.finding(
            Span(two.figure, two.end + found.match.end() - found.places["two"] - 2),
            f"{one.text} a {short} is {plain(one.value * round(ratio), one)} a {long}, not {two.text}.",
            related=[(Span(one.start, one.end), "the rate")],
        )

    def _over(self, found: Found) -> Iterator[Finding]:
        """$2 million a month for 12 months, a total of $34 million."""
        each, time, total = found["each"], found["time"], found["total"]
        if each.unit != total.unit or each.kind != total.kind or not (time.exact and each.exact):
            return
        per = _UNITS.get(found.match["per"].lower(), found.match["per"].lower())
        ratio = english.DURATIONS[time.unit] * time.value / english.DURATIONS[per]
        value = ratio * each.value
        if abs(value - round(value)) < 0.03 * value:
            value = round(value)
        if each.slack.low * ratio * 0.97 <= total.slack.high and total.slack.low <= each.slack.high * ratio * 1.03:
            return
        yield self.finding(
            Span(total.figure, total.end),
            f"{plain(each.value, each)} a {per} for {time.text} is {plain(value, each)}, not {total.text}.",
            related=[(Span(each.start, time.end), "rate and time")],
        )


_UNITS = {"annum": "year", "monthly": "month", "weekly": "week", "daily": "day", "yearly": "year", "annually": "year"}
_TIME = r"(?:hour|day|week|month|quarter|year|annum)"
_TIMES = (
    # 200 tickets at £5 each, raising £1,000
    Template(
        rf"{{count}}(?: (?!and|or)[\w'-]+){{1,5}}? (?:at|for|costing|worth|priced at|"
        rf"of) {{each:$}}(?: {PER})(?: [\w'-]+){{0,3}}?{TOTAL} (?:just |only )?{{total:$}}(?! {PER})"
    ),
    # £5 each for 200 tickets, a total of £1,000
    Template(
        rf"{{each:$}} {PER} (?:for|to|on|from) (?:the |all |its |his |her |"
        rf"their )?{{count}}(?: [\w'-]+){{0,3}}?{TOTAL} {{total:$}}(?! {PER})"
    ),
    # Tickets cost £5, and 200 were sold, bringing in £1,000
    Template(
        rf"\b(?:cost|costs|at|for|was|were|is|are) {{each:$}}(?: {PER})?,? (?:and|with) {{count}}(?: [\w'-]+){{0,3}}? "
        rf"(?:were |have been |had been |was )?(?:sold|bought|paid|ordered|delivered|issued)\b~3{TOTAL} {{total:$}}"
    ),
    # £1,000 shared among 200 winners, £5 each
    Template(
        rf"{{total:$}}[^.;:!?\ue020-\ue07f]{{0,60}}? (?:among|between|amongst|by|to|for) (?:the |all |its |"
        rf"his |her |their )?{{count}}(?: (?!and|or)[\w'-]+){{0,4}}?(?:,| –|, or| \(|, giving them|"
        rf", with) (?:or |about )?{{each:$}}~1 {PER}"
    ),
    # 12 rows of 30 seats, 360 in all
    Template(
        r"{count} (?:rows|boxes|teams|groups|classes|packs|crates|buses|coaches|tables|rounds|lorries|trucks|"
        r"shifts|batches|lots|sets) of {each}~2(?:, or| –|,| \() (?:a total of )?{total}"
    ),
)
_YEARLY = Template(
    rf"{{one:$nm}}~2 (?:a|an|per|each|every) (?P<short>{_TIME})(?P<joint>,? or|,? which is| \(| –|"
    rf",? equivalent to|,? that is,?|,) (?:about |or |some )?{{two:$nm}} (?:a|an|per|each|every) (?P<long>{_TIME})"
)
_OVER = Template(
    rf"{{each:$nm}}~2 (?:a|an|per|each|every) (?P<per>{_TIME})~3 (?:for|over|in) (?:the (?:next|last|"
    rf"past) )?{{time:t}}~2{TOTAL} {{total:$nm}}"
)
