from collections.abc import Iterator

from newslint import (
    Article,
    Figure,
    Finding,
    Found,
    Interval,
    Reading,
    Rule,
    Severity,
    Span,
    Template,
    compiled,
    flags,
    passes,
)

from ._arithmetic import comparable, plain
from ._joined import with_following
from ._reference import quoted_as_hints
from ._totals import totals

THE = (
    r"(?:the |its |their |his |her |all |our |this |last |year's |those |these |that |a total of |a |an |"
    r"annual |total |whole |(?:[\w-]+ ){0,2}[\w-]+'s )*"
)
OR = r"(?:,? or| –|,| \(|, that is,|,? i\.?e\.?,?|, which is|, meaning|:|, worth|, amounting to| –)"


class Share(Rule):
    """A share or a multiple that its own figures do not give.

    “A third of the grant, $2 million” where the grant is $9 million; “£90,000, three times the £45,000 it had set
    aside”; “one in four, or 40 percent”; “half of the 300 workers, 120”. What “the grant” is worth is looked up over
    the article, where one figure alone is given for it.

    On 13 million words of edited copy, on some of which it was mended: no finding.
    """

    severity = Severity.WARNING
    reference = "arithmetic"
    reads_quotes = True
    examples = (
        flags("It spent £90,000 on the door, [[three times]] the £45,000 set aside."),
        flags("The town won a grant of $9 million. It will spend [[a third]] of the grant, $2 million, on roads."),
        flags("One in four, or [[40 percent]], said no."),
        flags("[[Half]] of the 300 workers, or 120, have left."),
        passes("It spent £90,000 on the door, twice the £45,000 set aside."),
        passes("The town won a grant of $9 million. It will spend a third of the grant, $3 million, on roads."),
        passes("One in four, or 25 percent, said no."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return quoted_as_hints(article, self._found(article))

    def _found(self, article: Article) -> Iterator[Finding]:
        done: set[Span] = set()
        for reading, _both in with_following(article):
            kinds = {figure.kind for figure in reading.figures}
            if not kinds & {"f", "x", "%"}:
                continue
            for finding in self._sentence(article, reading, kinds):
                if finding.span not in done:
                    done.add(finding.span)
                    yield finding

    def _sentence(self, article: Article, reading: Reading, kinds: set[str]) -> Iterator[Finding]:
        if len(reading.figures) > 1:
            if "f" in kinds or "%" in kinds:
                for way in _SHARES:
                    for found in way.finditer(reading):
                        if not _fits_another(reading, found) and not _OF_A_PERCENT.match(
                            reading.text, found.places["share"] + 2
                        ):
                            yield from self._share(found["share"], found["part"], found["whole"])
            if "f" in kinds:
                for found in _SAME_SHARE.finditer(reading):
                    yield from self._same(found)
            if kinds & {"f", "%"} and "equal" in reading.text:
                for found in _EQUAL.finditer(reading):
                    yield from self._equal(found)
            if kinds & {"x", "f"}:
                for way in _MULTIPLES:
                    for found in way.finditer(reading):
                        yield from self._multiple(found)
            if kinds & {"f", "%"}:
                yield from self._named(article, reading)

    def _named(self, article: Article, reading: Reading) -> Iterator[Finding]:
        """A third of the grant, $2 million."""
        for way in (_NAMED, _NAMED_AFTER):
            for found in way.finditer(reading):
                noun = found.match["noun"].split()[-1].lower()
                part = found["part"]
                whole = article.view(totals).get((noun, part.kind, part.unit if part.kind == "$" else ""))
                if whole is not None and whole not in (found["part"], found["share"]):
                    yield from self._share(found["share"], found["part"], whole)

    def _share(self, share: Figure, part: Figure, whole: Figure) -> Iterator[Finding]:
        if part.kind != whole.kind or (part.kind != "n" and part.unit != whole.unit) or part == whole:
            return
        if part.kind == "n" and part.value < 2:
            return  # in one study, a fourth of 90
        if not 0 < part.value <= whole.value * 1.5 or part.value == whole.value or (not whole.exact and not part.exact):
            return
        true = part.slack.over(whole.slack)
        if true.meets(_portion(share)):
            return
        said, figures = share.text.lower(), f"{plain(part.value, part)} of {plain(whole.value, whole)}"
        yield self.finding(
            Span(share.figure, share.end),
            f"{figures} is {_percent(part.value / whole.value)}, not {said}.",
            related=[(Span(part.start, part.end), "the part"), (Span(whole.start, whole.end), "the whole")],
        )

    def _same(self, found: Found) -> Iterator[Finding]:
        """One in four, or 40 percent."""
        one, two = found["one"], found["two"]
        if _portion(one).meets(_portion(two)):
            return
        if found.match["joint"] == ":":  # four in ten: 15 percent keen, 24 percent satisfied
            return
        yield self.finding(
            Span(two.figure, two.end),
            f"{one.text} is {_percent(one.value)}, not {two.text}.",
            related=[(Span(one.start, one.end), "the share")],
        )

    def _equal(self, found: Found) -> Iterator[Finding]:
        """In equal shares to four nephews, each of whom got a fifth."""
        count, share = found["count"], found["share"]
        if count.exact and count.value > 1 and not Interval(1 / count.value, 1 / count.value).meets(_portion(share)):
            yield self.finding(
                Span(share.figure, share.end),
                f"Of {count.text} equal shares each is {_percent(1 / count.value)}, not {share.text.lower()}.",
                related=[(Span(count.start, count.end), "the shares")],
            )

    def _multiple(self, found: Found) -> Iterator[Finding]:
        """£90,000, three times the £45,000."""
        value, times, base = found["value"], found["times"], found["base"]
        if not comparable(value, base) or base.value <= 0:
            return
        if (not value.exact and not base.exact) or base.text.lower() == "one":
            return  # three times as many as the old one
        true = value.slack.over(base.slack)
        if true.meets(times.slack.wider(0.03)):
            return
        yield self.finding(
            Span(times.figure, times.end),
            f"{plain(value.value, value)} ÷ {plain(base.value, base)} = {value.value / base.value:.3g}, "
            f"not {times.text.lower()}.",
            related=[(Span(value.start, value.end), "the figure"), (Span(base.start, base.end), "compared with")],
        )


# or two-tenths of a percent
_OF_A_PERCENT = compiled(r" of (?:a|one|1) (?:per|point)")


def _fits_another(reading: Reading, found: Found) -> bool:
    """Whether another figure of the sentence has that share: paid $43 million above the $100,000, or 81 percent."""
    share, whole = found["share"], found["whole"]
    return any(
        part.kind == whole.kind
        and part.unit == whole.unit
        and part not in (found["part"], whole)
        and part.slack.over(whole.slack).meets(_portion(share))
        for part in reading.figures
        if whole.value > 0
    )


def _portion(share: Figure) -> Interval:
    """The part of one that a share stands for."""
    if share.kind == "%":
        half = 0.5 if share.value == int(share.value) else 0.1
        slack = share.slack if share.exact else Interval(share.slack.low - 1, share.slack.high + 1)
        return Interval((slack.low - half) / 100, (slack.high + half) / 100)
    return share.slack


def _percent(value: float) -> str:
    percent = 100 * value
    names = {0.5: "half", 0.25: "a quarter", 0.75: "three-quarters"}
    return names.get(round(value, 4)) or f"{percent:.0f} percent" if percent >= 10 else f"{percent:.1f} percent"


ANY = ":n$m"
_SHARES = (
    # half of the 300 workers, or 120
    Template(
        rf"{{share:f%}} of {THE}{{whole{ANY}}}(?!-)(?: (?!who|that)[\w'-]+){{0,4}}?{OR} (?:only |just |"
        rf"some )?(?<!-){{part{ANY}}}(?! (?:of|in|percent))"
    ),
    # 120, or half of the 300; 120 workers – half of the 300
    Template(rf"{{part{ANY}}}(?: [\w'-]+){{0,4}}?{OR} {{share:f%}} of {THE}{{whole{ANY}}}(?!-)"),
    # $2 million of the $9 million, or a third
    Template(
        rf"{{part{ANY}}}(?: [\w'-]+){{0,2}}? (?:out )?of {THE}{{whole{ANY}}}(?!-)(?: "
        rf"[\w'-]+){{0,4}}?{OR} {{share:f}}"
    ),
    # out of 60 schools, 15 failed: one in five
    Template(
        r"(?:^|[;:–] ?)(?:Of|Out of) (?:the |every |its |their )?{whole:n}(?:[ -][a-z][\w'-]*){0,4}, {part:n}"
        r"[^.;:!?\ue020-\ue07f]{0,50}?(?:,? or|:|,| –)(?: a rate of| that is| about)? {share:f%}(?! (?:of|more|less))"
    ),
    # 120 is half of the 300
    Template(
        rf"{{part{ANY}}}~3 (?:is|was|are|were|makes|made|represents|"
        rf"represented) {{share:f%}} of {THE}{{whole{ANY}}}(?!-)"
    ),
    # the interest, 5 percent on $2,000, came to $100
    Template(
        r"{share:%} (?:of|on|off) (?:the |a |its )?{whole:$}~3,? (?:came|comes|amounts|amounted|works out|"
        r"adds up|makes?|made|is|was)(?: to| at)? {part:$}"
    ),
)
_EQUAL = Template(
    r"\bequal (?:shares|parts|portions)~2 {count}[^.;!?\ue020-\ue07f]{0,30}?\beach(?: of (?:whom|them|which))? "
    r"(?:got|gets|has|had|received|receives|inherited|took|takes|was left|holds|owns) {share:f%}"
)
_SAME_SHARE = Template(
    rf"{{one:f}}(?! (?:that|as|the|what))(?: [\w'-]+){{0,4}}?(?P<joint>{OR}) {{two:%}}(?! (?:of|more|less|higher))"
)
BASE = (
    r"(?:as (?:many|much|high|large|big|long|far|heavy|tall|often)(?: [\w'-]+){0,2} as|the|that of|its|"
    r"their|his|her|last [a-z]+'s|what|"
    r"more than|the size of|the number of|the cost of|the amount of)"
)
WHICH = r"(?:,? (?:which|that|who) (?:had |has )?[\w'-]+)?"  # as many as the old one, which held 20,000
_MULTIPLES = (
    # £90,000, three times the £45,000
    Template(
        rf"{{value:n$m%}}(?:(?! and )[^.;:!?)\ue020-\ue07f]){{0,60}}?(?:,| –| \(|, or| is| was| are|"
        rf" were) (?:about |nearly |almost )?{{times:xf}} (?:of )?{BASE}(?: [\w'-]+){{0,5}}?{WHICH} {{base:n$m%}}"
    ),
    # three times the £45,000 set aside: £90,000
    Template(
        rf"{{times:x}} {BASE}(?: [\w'-]+){{0,3}}? {{base:n$m%}}(?: [\w'-]+){{0,4}}?(?:,| –|:| \(|, or) {{value:n$m%}}"
    ),
)
# a third of the grant, $2 million
_NAMED = Template(
    rf"{{share:f%}} of (?:the|its|their|this|that|his|her|"
    rf"our) (?P<noun>[a-z][\w-]*(?: [a-z][\w-]*)?){OR} (?:some |only |just )?{{part:n$m}}(?! (?:of|in|percent))"
)
# $2 million, or a third of the grant
_NAMED_AFTER = Template(
    rf"{{part:n$m}}(?: (?!of\b)[\w'-]+){{0,3}}?(?:{OR}|,? which is|, equal to| is|"
    rf" was) {{share:f%}} of (?:the|its|their|this|that|his|her|our) (?P<noun>[a-z][\w-]*)(?=[,.;:)–]|"
    rf" (?:on|to|for|in|and|was|is|has|will)\b|$)"
)
