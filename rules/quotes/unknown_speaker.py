"""A speaker whom the article has not introduced."""

from collections.abc import Iterator

from newslint import Article, Finding, Rule, Severity, flags, passes

from ._unintroduced import is_unintroduced


class UnknownSpeaker(Rule):
    """A quotation is given to a surname that stands nowhere else in the article.

    Either the paragraph that introduced the speaker was cut, or the name is wrong. Say who it is at first mention, or
    put the right name; the likest name of the article is suggested. Household names, descriptions and organisations
    pass.

    Option: ``known``: further names that your readers know without introduction.

    On 2.3 million words as published: read 47, right 41.
    """

    severity = Severity.WARNING
    reference = "AP: identify a source in full at first mention"
    reads_quotes = True
    examples = (
        flags("Ann Lind runs the bridge. “It is safe,” [[Lindt]] said."),
        flags("The bridge is safe, its owners say. “It will last,” said [[Kowalski]]."),
        passes("Ann Lind runs the bridge. “It is safe,” Lind said."),
        passes("“It is safe,” said Kowalski, a teacher from Oslo."),
        passes("“It is safe,” Obama said."),
        passes("“It is safe,” the mayor said."),
    )
    known: frozenset[str] = frozenset()

    def check(self, article: Article) -> Iterator[Finding]:
        for row in article.attributions:
            speaker = row.speaker
            if speaker is None or not is_unintroduced(article, row):
                continue
            start = speaker.start + len(speaker.text) - len(speaker.text.split()[-1])
            name = article.text[start : speaker.end]
            if name in self.known:
                continue
            cast = sorted({person.name.split()[-1] for person in article.people} - {name})
            from rapidfuzz import process  # only where somebody is unknown

            best = process.extractOne(name, cast, score_cutoff=70)
            message = f"“{name}” speaks here but is not introduced anywhere in the article."
            where = type(speaker)(start, speaker.end, name)
            yield self.finding(where, message, suggest=best[0] if best else None)
