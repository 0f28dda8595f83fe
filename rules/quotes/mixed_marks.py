"""Curly and straight quotation marks in one article."""

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, flags, passes, signed_quotations

_RARER = 3  # so many marks of the one kind must stand for each of the other


class MixedMarks(Rule):
    """Curly and straight quotation marks stand in one article.

    A passage that was pasted from elsewhere often keeps the marks of its origin. One report an article, at the first
    mark of the rarer kind; none where the two kinds take turns, or where the rarer one is no rarity: then the house
    does not care which it prints.

    On 403,000 words of edited copy: read 16, worth a look 11. On 300,000 words of other papers that nothing was
    fitted on: read 20 for information, worth a look 20.
    """

    severity = Severity.INFO
    reference = "house consistency"
    reads_quotes = True
    examples = (
        flags('“Yes,” said Lind. “No,” said Berg. “Well,” said Roe. [["]]Maybe," said Holm.'),
        passes("“Yes,” said Lind. “No,” said Berg."),
        passes("\"Yes,\" said Lind. 'No,' said Berg."),
        passes('“Yes,” said Lind. "No," said Berg. “Maybe,” said Holm. "Well," said Roe. “At last.”'),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if '"' not in article.text or ("“" not in article.text and "”" not in article.text):
            return
        curly, straight = [], []
        apart = article.view(signed_quotations)
        for mark in article.quote_marks:
            glyph = article.text[mark.start]
            if any(mark.start == span.start or mark.end == span.end for span in apart):
                continue
            if glyph in "“”":
                curly.append(mark)
            elif glyph == '"':
                straight.append(mark)
        if not curly or not straight:
            return
        few, many = sorted((curly, straight), key=len)
        taking_turns = any(few[0].start < mark.start < few[-1].start for mark in many)
        if taking_turns or len(few) * _RARER > len(many):
            return
        name, other = ("curly", "straight") if few is curly else ("straight", "curly")
        yield self.finding(
            few[0],
            f"{len(few)} quotation marks are {name}, {len(many)} are {other}.",
            related=[(many[0], f"{other} here")],
        )
