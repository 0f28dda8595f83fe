from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newslint import Article, Finding, Group, GroupRule, Severity, Span, compiled, english, flags, passes

_LEAST = 7  # words: shorter ones are said by many
_STORY = "{} spoke on Monday. “The bridge will be closed until the middle of May,” {} said."


class ArchiveMisattributed(GroupRule):
    """The same words from two mouths in two articles.

    A quotation of seven words and more that two articles give to two members of their casts. One may quote the other:
    a hint. Run by `newslint archive compare`; the rule is off elsewhere, for it needs many articles.

    On an archive of 5,788 edited articles: no finding.
    """

    severity = Severity.INFO
    differ = True
    reference = "the house's own archive"
    examples = (
        flags(
            f"{_STORY.format('Ana Ruiz', 'Ruiz')}\n=====\n{_STORY.format('Ana Ruiz', 'Ruiz')}\n=====\n"
            "Marta Low spoke on Monday. [[“The bridge will be closed until the middle of May,”]] Low said."
        ),
        passes("Ana Ruiz spoke. “It is late,” Ruiz said.\n=====\nMarta Low spoke. “It is late,” Low said."),
        passes(f"{_STORY.format('Ana Ruiz', 'Ruiz')}\n=====\n{_STORY.format('Ana Ruiz', 'Ana Ruiz')}"),
    )

    def collect(self, article: Article) -> list[list[Any]]:
        """Rows [key, person, start, end] of quotations whose speaker is a member of the cast."""
        return [
            [key, said.person.name, quote.start, quote.end]
            for said in article.attributions
            if said.person is not None and len(said.person.words) > 1 and english.is_given_name(said.person.words[0])
            for quote in said.quotes
            if (key := _key(quote.text))
        ]

    def judge(self, group: Group) -> Iterator[tuple[str, Finding]]:
        counts = group.counts
        if len({_surname(person) for person in counts}) < 2:
            return
        usual = max(counts, key=lambda person: (counts[person], person))
        elsewhere = next(article for article, row in group.rows if row[1] == usual)
        for article, (_, person, start, end) in group.rows:
            if _surname(person) != _surname(usual) and article != elsewhere:
                yield article, self.finding(Span(start, end), f"{person} here, {usual} in {elsewhere}.")


def _surname(person: str) -> str:
    """The last word that is no Jr or III."""
    words = [word for word in person.split() if word.strip(".,") not in ("Jr", "Sr") and not word.isupper()]
    return words[-1] if words else person


def _key(words: str) -> str:
    """The words without case and punctuation; "" for few."""
    found = compiled(r"[\w’']+").findall(words.lower().replace("’", "'"))
    return " ".join(found) if len(found) >= _LEAST else ""
