from collections.abc import Iterator

from newslint import Article, Figure, Finding, Reading, Role, Rule, Severity, Span, expression, flags, passes, readings

LEAD = 8  # sentences that tell what the headline tells


class Headline(Rule):
    """A figure of the headline or a caption that the story tells otherwise.

    “Bank raises rates to 6.75 percent” over a story that says 6.5. A percentage, sum, measure or count of a headline,
    standfirst or caption is looked for in the whole story; where it stands nowhere and the first sentences (for a
    caption, the whole story) have one figure of its kind and noun, and another, one of the two is wrong. Rounded
    figures are left alone.

    On 13 million words of edited copy: read 4, right 0; three mended since.
    """

    severity = Severity.INFO
    reference = "news desks: update the headline too"
    examples = (
        flags("# Bank raises rates to [[6.75 percent]]\n\nThe bank raised its rate to 6.5 percent.", markup="markdown"),
        flags("# Mill to lose [[120]] jobs\n\nThe mill in Ghent will lose 150 jobs in May.", markup="markdown"),
        passes("# Bank raises rates to 6.5 percent\n\nThe bank raised its rate to 6.5 percent.", markup="markdown"),
        passes("# Mill to lose 150 jobs\n\nThe mill in Ghent will lose 148 jobs in May.", markup="markdown"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found = article.view(readings)
        tops = [reading for reading in found if _is_top(article, reading)]
        if not tops:
            return
        story = [reading for reading in found if not _is_top(article, reading)]
        everywhere = [figure for reading in story for figure in reading.figures]
        lead = [figure for reading in story[:LEAD] for figure in reading.figures]
        for reading in tops:
            caption = article.role_at(reading.start) is Role.CAPTION
            for figure in reading.figures:
                if _PART.search(article.text, max(0, figure.start - 14), figure.start):
                    continue
                if article.text.startswith("&", figure.end):
                    continue  # 33 F&B outlets
                other = _told_otherwise(figure, lead, everywhere, caption)
                if other is not None:
                    yield self.finding(
                        Span(figure.figure, figure.end),
                        f"{figure.text} here, {article.text[other.start : other.end]} in the story.",
                        related=[(Span(other.figure, other.end), "in the story")],
                    )


# four hours and 21 minutes
_PART = expression(r"\b(?:hours?|minutes?|days?|weeks?|months?|years?|feet|foot|pounds?|stone),?\s(?:and\s)?$")


def _is_top(article: Article, reading: Reading) -> bool:
    return article.role_at(reading.start) in (Role.HEADLINE, Role.STANDFIRST, Role.CAPTION)


def _told_otherwise(figure: Figure, lead: list[Figure], everywhere: list[Figure], caption: bool) -> Figure | None:
    """The one figure of the lead that is of the kind of a headline's and not it."""
    if figure.kind not in "n$%mpt" or not figure.exact:
        return None
    if figure.kind == "n" and (not figure.unit or figure.value < 2):
        return None
    if any(_near(figure, other) for other in everywhere):
        return None
    pool = everywhere if caption else lead
    same = [other for other in pool if other.kind == figure.kind and other.unit == figure.unit]
    if len({other.value for other in same}) != 1 or not same[0].exact:
        return None
    return same[0] if 1 / 3 < figure.value / (same[0].value or 1) < 3 else None


def _near(one: Figure, two: Figure) -> bool:
    """Whether two figures may be one, the headline's rounded."""
    if one.kind in "%p" or one.value < 20:
        return abs(one.value - two.value) < 0.051 or (one.kind == "%" and round(two.value) == one.value)
    return abs(one.value - two.value) <= 0.06 * max(one.value, two.value)
