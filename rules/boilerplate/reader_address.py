"""boilerplate/reader-address."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, flags, passes


class ReaderAddress(Rule):
    """A short line in which the page speaks to its readers stands in the copy.

    "Hear this piece read aloud", "Keep up with the vote on your phone", "Tell us what we missed": whatever its words, a
    line that orders, says "you", names what a page consists of and tells nothing is no copy. So is one that stands in a
    story and does not belong to it: it shares no names or words with the other paragraphs, is of no tense, and speaks
    to somebody where they only tell. The signs are weighed by weights that were fitted on labelled pages of other
    sites; what the other rules of this family know by its words is theirs. Mend: delete the line.

    On 2.3 million words of edited copy, in the story: read 19 for information, worth a look 10; read 12 warnings, right
    10; around it: read 22, right 19. Who only asks or exclaims is never warned of: writers do.
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
        passes("The old bridge is closed again.\n\nNobody knows how long it will take.\n\nThe road stays open."),
        passes("Five years on\n\nThe mayor opened the bridge on Monday.\n\nWhat happens next\n\nA road."),
        passes("The mayor opened the bridge on Monday.\n\n“Send us your bill,” he told the builders.\n\nThey left."),
    )

    # Weights (log-odds) from which on a line is reported for information, and as a warning: before and after the story,
    # where its headline is expected, in a paragraph of it, and in what stands there as a crosshead or in a list.
    around: tuple[float, float] = (-0.5, 0.8)
    title: tuple[float, float] = (4.2, 6.3)
    paragraph: tuple[float, float] = (0.7, 1.5)
    crosshead: tuple[float, float] = (5.8, 6.7)

    def check(self, article: Article) -> Iterator[Finding]:
        levels = {"around": self.around, "title": self.title, "paragraph": self.paragraph, "crosshead": self.crosshead}
        found = [row for row in article.reader_lines if row.weight >= levels[row.where][0]]
        sure = [row for row in found if row.weight >= levels[row.where][1] and not row.own and not row.only_asks]
        for row in found:
            message = f"“{row.line.text}” speaks to the page's readers; it is not copy."
            loud = row in sure and len(sure) <= _MOST
            yield self.finding(row.line, message, severity=Severity.WARNING if loud else Severity.INFO)


_MOST = 3  # a page that speaks to its readers throughout is an advertisement or a guide, not a story with a stray line
