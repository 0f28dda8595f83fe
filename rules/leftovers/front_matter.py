"""leftovers/front-matter."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, flags, passes


class FrontMatter(Rule):
    """The front matter of the file cannot be parsed.

    A tab, a colon in a title without quotation marks, a date that no calendar has: the site will show the article
    without its headline, or not at all. What the other lines say is understood, and the article is read. Mend the line:
    put the value between quotation marks, or spaces for the tab.

    On 1.3 million words as published: read 1 error, right 1.
    """

    severity = Severity.ERROR
    reads_quotes = True
    examples = (
        flags("---\n[[title: Bridge: to close]]\n---\nThe bridge closes on Monday.", markup="markdown"),
        passes('---\ntitle: "Bridge: to close"\n---\nThe bridge closes on Monday.', markup="markdown"),
        passes("---\nBridge: to close"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.metadata.fault and article.blocks:
            yield self.finding(article.blocks[0], f"The front matter {article.metadata.fault}.")
