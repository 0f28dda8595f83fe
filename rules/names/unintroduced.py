"""names/unintroduced."""

from collections.abc import Iterator

from newslint import Article, Finding, Role, Rule, Severity, english, flags, passes


class Unintroduced(Rule):
    """Somebody speaks or acts under a surname that the article never gives in full.

    The reader asks who that is: the introduction was cut, or the surname is a slip. A single name that stands all
    through the article (a pope, a singer) is taken to be meant so.

    On 403,000 words of edited copy 160 findings: read 30, worth a look 5. Off by itself.
    """

    severity = Severity.INFO
    reference = "Every desk: full name and description at first reference"
    examples = (
        flags("The mill will close. “We had no choice,” [[Szymborski]] said."),
        flags("The mill will close, Mr [[Orbell]] told the council."),
        passes("Maria Szymborski owns the mill. “We had no choice,” Szymborski said."),
        passes("The mill will close, Moscow said. Reuters said it would open again."),
    )
    # From how many mentions on a single name is taken to be the name the person goes by.
    known_from: int = 4
    # Known to every reader, besides those that every paper knows.
    household: frozenset[str] = frozenset()

    def check(self, article: Article) -> Iterator[Finding]:
        for person in article.people:
            if len(person.words) > 1 or len(person.mentions) >= self.known_from or person.name in self.household:
                continue
            if english.is_household_name(person.name):
                continue
            if person.name in article.house:
                continue
            first = next((m for m in person.mentions if article.role_at(m.start) is Role.BODY), None)
            if first is not None:
                yield self.finding(first, f"“{first.text}” is never given in full.")
