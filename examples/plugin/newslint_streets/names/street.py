"""A rule of our own: streets that the town has renamed."""

from collections.abc import Iterator

from newslint import Article, Finding, Rule, flags, passes

RENAMED = {"customs street": "Ferry Street", "tannery lane": "Willow Lane"}


class Street(Rule):
    """Call a street by the name on its sign.

    Some streets were renamed in 2019. Readers look for the sign, so copy uses the new name; a history page may set
    `old-names` to true.
    """

    reference = "The town's register of streets"
    examples = (
        flags("The bakery is in [[Tannery Lane]].", becomes="The bakery is in Willow Lane."),
        passes("The bakery is in Willow Lane."),
        passes("“I grew up in Tannery Lane,” she said."),
    )
    old_names: bool = False

    @property
    def phrases(self) -> tuple[str, ...]:
        """Found for all rules in one pass over the text."""
        return tuple(RENAMED)

    def check(self, article: Article) -> Iterator[Finding]:
        """Report every old name outside quotations."""
        if self.old_names:
            return
        for hit in article.hits(self.id):
            name = RENAMED[hit.phrase]
            yield self.finding(hit, f"The street is called {name} now.", suggest=name)
