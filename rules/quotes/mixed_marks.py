"""Curly and straight quotation marks in one article."""

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, flags, passes


class MixedMarks(Rule):
    """Curly and straight quotation marks stand in one article.

    A paragraph that was pasted from elsewhere often keeps the marks of its origin. One report an article, at the first
    mark of the rarer kind.
    """

    severity = Severity.INFO
    reference = "house consistency"
    reads_quotes = True
    examples = (
        flags('“Yes,” said Lind. “No,” said Berg. [["]]Maybe," said Holm.'),
        passes("“Yes,” said Lind. “No,” said Berg."),
        passes("\"Yes,\" said Lind. 'No,' said Berg."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        curly, straight = [], []
        for mark in article.quote_marks:
            glyph = article.text[mark.start]
            if glyph in "“”":
                curly.append(mark)
            elif glyph == '"':
                straight.append(mark)
        if not curly or not straight:
            return
        few, many, name, other = curly, straight, "curly", "straight"
        if len(straight) <= len(curly):
            few, many, name, other = straight, curly, "straight", "curly"
        yield self.finding(
            few[0],
            f"{len(few)} quotation marks are {name}, {len(many)} are {other}.",
            related=[(many[0], f"{other} here")],
        )
