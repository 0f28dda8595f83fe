"""boilerplate/reader-address."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, flags, passes


class ReaderAddress(Rule):
    """A short line in which the page speaks to its readers stands in the copy.

    "Hear this piece read aloud", "Keep up with the vote on your phone", "Tell us what we missed": whatever its words, a
    line that orders, says "you", names what a page consists of and tells nothing is no copy. Its signs are weighed by
    weights that were fitted on labelled pages of other sites; what the other rules of this family know by its words is
    theirs. A line that orders or says "you" weighs more in a story that else speaks in quotations only. Mend: delete
    the line.

    On 403,000 words of edited copy: read 11 for information, worth a look 9; of 10 warnings 6 were furniture and 4 the
    lists of one page that sells.
    """

    claims_words = True
    gathers = True
    furniture = True
    examples = (
        flags("[[Hear this piece read by a machine]]\n\nThe mayor opened the bridge on Monday, two years too late."),
        flags("The mayor opened the bridge on Monday, two years too late.\n\n[[Pass this story on to your friends]]"),
        flags(
            "The bridge opened on Monday.\n\nIt had cost nine million.\n\nThe mayor cut a ribbon.\n\n"
            "The town band came, and it rained.\n\n[[Tap the gull and we will wake you when it lands.]]\n\n"
            "The old bridge will go in May.\n\n"
            "Nobody will miss it."
        ),
        passes("Five years on\n\nThe mayor opened the bridge on Monday.\n\nWhat happens next\n\nA road."),
        passes("The mayor opened the bridge on Monday.\n\n“Send us your bill,” he told the builders.\n\nThey left."),
    )

    # Weights (log-odds) from which on a line is reported for information, and as a warning: before and after the story,
    # where its headline is expected, in a paragraph of it, and in what stands there as a crosshead or in a list.
    around: tuple[float, float] = (-1.5, 0.0)
    title: tuple[float, float] = (3.5, 5.0)
    paragraph: tuple[float, float] = (1.0, 2.0)
    crosshead: tuple[float, float] = (5.0, 6.0)

    def check(self, article: Article) -> Iterator[Finding]:
        levels = {"around": self.around, "title": self.title, "paragraph": self.paragraph, "crosshead": self.crosshead}
        found = [row for row in article.reader_lines if row.weight >= levels[row.where][0]]
        sure = [row for row in found if row.weight >= levels[row.where][1] and not row.own]
        for row in found:
            message = f"“{row.line.text}” speaks to the page's readers; it is not copy."
            loud = row in sure and len(sure) <= _MOST
            yield self.finding(row.line, message, severity=Severity.WARNING if loud else Severity.INFO)


_MOST = 3  # a page that speaks to its readers throughout is an advertisement or a guide, not a story with a stray line
