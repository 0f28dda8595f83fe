from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from newslint import Article, Finding, Group, GroupRule, Severity, Span, english, flags, passes

_ALIKE = str.maketrans({"c": "k", "q": "k", "z": "s", "y": "", **dict.fromkeys("aeiouàáâäåèéêëìíîïòóôöøùúûüh’'-", "")})
_STORY = "The clerk, Marta {}, spoke on Monday. “It is late,” {} said."
_SIX = "\n=====\n".join([_STORY.format("Kuzio", "Kuzio")] * 5)


class ArchiveSpelling(GroupRule):
    """A name that other articles of the archive spell otherwise.

    Somebody with the same given name and a surname that sounds like this one stands in many more articles, spelled by
    one or two letters otherwise. They may be two people: a hint. Run by `newslint archive compare`; the rule is off
    elsewhere, for it needs many articles.
    """

    severity = Severity.INFO
    differ = True
    reference = "the house's own archive"
    examples = (
        flags(f"{_SIX}\n=====\n{_STORY.format('Cuzio', 'Cuzio').replace('Marta Cuzio', '[[Marta Cuzio]]')}"),
        passes(f"{_SIX}\n=====\n{_STORY.format('Kuzio', 'Kuzio')}"),
        passes(f"{_SIX}\n=====\n{_STORY.format('Kaiser', 'Kaiser')}"),
    )

    # The usual form stands in at least so many articles, and in so many times as many as the odd one.
    least_articles: int = 5
    times: int = 5

    def collect(self, article: Article) -> list[list[Any]]:
        """Rows [key, name, start, end] of people with given name and surname, each once."""
        rows = []
        for person in article.people:
            first = next((mention for mention in person.mentions if mention.text == person.name), None)
            if first is not None and len(person.words) > 1 and english.is_given_name(person.words[0]):
                rows.append([_key(person.words), person.name, first.start, first.end])
        return rows

    def judge(self, group: Group) -> Iterator[tuple[str, Finding]]:
        counts = group.counts
        usual = max(counts, key=lambda name: (counts[name], name))
        for article, (_, name, start, end) in group.rows:
            if counts[usual] < max(self.least_articles, self.times * counts[name]):
                continue
            if 0 < DamerauLevenshtein.distance(name, usual) <= 2:
                message = f"“{name}”: {counts[usual]} other articles of the archive have “{usual}”."
                yield article, self.finding(Span(start, end), message, suggest=usual, by_hand=True)


def _key(words: tuple[str, ...]) -> str:
    """The given name, and what of the surname survives a slip: its consonants, those that sound alike as one."""
    bones = words[-1].lower().translate(_ALIKE)
    squeezed = "".join(letter for index, letter in enumerate(bones) if index == 0 or letter != bones[index - 1])
    return f"{words[0]} {squeezed}"
