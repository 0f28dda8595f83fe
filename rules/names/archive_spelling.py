from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from newslint import Article, Finding, Group, GroupRule, Severity, Span, english, flags, passes

_ALIKE = str.maketrans({"c": "k", "q": "k", "z": "s", "y": "", **dict.fromkeys("aeiouàáâäåèéêëìíîïòóôöøùúûüh’'-", "")})
_COMPANY = 12  # people beside whom somebody is named
_STORY = "The clerk, Marta {}, spoke on Monday. “It is late,” {} said."
_SIX = "\n=====\n".join([_STORY.format("Kuzio", "Kuzio")] * 5)


class ArchiveSpelling(GroupRule):
    """A name that other articles of the archive spell otherwise.

    Somebody with the same given name and a surname that sounds like this one stands in many more articles, spelled by
    one or two letters otherwise. Where this spelling is a name, too, somebody else must stand in both articles, or they
    are taken to be two people. They may be all the same: a hint. Run by `newslint archive compare`; the rule is off
    elsewhere, for it needs many articles.

    On an archive of 5,788 edited articles: 20 findings read, right 18.
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
        """Rows [key, name, start, end, company] of people with given name and surname, each once."""
        rows = []
        cast = [person.name for person in article.people if len(person.words) > 1]
        for person in article.people:
            first = next((mention for mention in person.mentions if mention.text == person.name), None)
            if first is not None and len(person.words) > 1 and english.is_given_name(person.words[0]):
                company = [name for name in cast[: _COMPANY + 1] if name != person.name]
                rows.append([_key(person.words), person.name, first.start, first.end, company])
        return rows

    def judge(self, group: Group) -> Iterator[tuple[str, Finding]]:
        counts = group.counts
        usual = max(counts, key=lambda name: (counts[name], name))
        known = {other for _, row in group.rows if row[1] == usual for other in row[4]}
        for article, (_, name, start, end, company) in group.rows:
            if counts[usual] < max(self.least_articles, self.times * counts[name]):
                continue
            if _is_slip(name, usual) and (not english.is_name(name.split()[-1]) or known.intersection(company)):
                message = f"“{name}”: {counts[usual]} other articles of the archive have “{usual}”."
                yield article, self.finding(Span(start, end), message, suggest=usual, by_hand=True)


def _is_slip(name: str, usual: str) -> bool:
    """Whether a name is another spelling: initials and numbers make another person, or are a matter of style."""
    one, other = _spelled(name), _spelled(usual)
    return one != other and DamerauLevenshtein.distance(one, other, score_cutoff=2) <= 2


def _spelled(name: str) -> str:
    return " ".join(word for word in name.split() if len(word) > 2 and not word.replace(".", "").isupper())


def _key(words: tuple[str, ...]) -> str:
    """The given name, and what of the surname survives a slip: its consonants, those that sound alike as one."""
    bones = words[-1].lower().translate(_ALIKE)
    squeezed = "".join(letter for index, letter in enumerate(bones) if index == 0 or letter != bones[index - 1])
    return f"{words[0]} {squeezed}"
