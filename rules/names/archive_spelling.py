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

    Somebody with the same given name and a surname that differs by one or two letters stands in many more articles.
    Where this spelling is a name, too, or does not sound the same, somebody else must stand beside both, or they are
    taken to be two people. They may be all the same: a hint. Run by `newslint archive compare`; the rule is off
    elsewhere, for it needs many articles.

    On an archive of 5,788 edited articles: 27 findings read, right 22.
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
                row = [person.name, first.start, first.end, company]
                rows += [[key, *row] for key in _keys(person.words)]
        return rows

    def judge(self, group: Group) -> Iterator[tuple[str, Finding]]:
        counts = group.counts
        usual = max(counts, key=lambda name: (counts[name], name))
        known = {other for _, row in group.rows if row[1] == usual for other in row[4]}
        for article, (_, name, start, end, company) in group.rows:
            if counts[usual] < max(self.least_articles, self.times * counts[name]):
                continue
            if _is_slip(name, usual, bool(known.intersection(company))):
                message = f"“{name}”: {counts[usual]} other articles of the archive have “{usual}”."
                yield article, self.finding(Span(start, end), message, suggest=usual, by_hand=True)


def _is_slip(name: str, usual: str, in_company: bool) -> bool:
    """Whether a name is another spelling: initials and numbers make another person, or are a matter of style.

    ``in_company``: whether somebody stands beside both. The less two names sound alike, the more of this it takes.
    """
    one, other = _spelled(name), _spelled(usual)
    if one == other or one == f"{other}s":
        return False
    apart = DamerauLevenshtein.distance(one, other, score_cutoff=2)
    known = english.is_name(name.split()[-1])
    if _bones(one) == _bones(other):
        return apart <= 2 and (in_company or not known)
    return apart <= 1 and in_company and not known


def _spelled(name: str) -> str:
    return " ".join(word for word in name.split() if len(word) > 2 and not word.replace(".", "").isupper())


def _keys(words: tuple[str, ...]) -> set[str]:
    """The given name, and what of the surname survives a slip: its consonants, and all of them but one."""
    bones = _bones(words[-1])
    fewer = {bones[:at] + bones[at + 1 :] for at in range(len(bones))} if len(bones) > 2 else set()
    return {f"{words[0]} {some}" for some in (bones, *fewer)}


def _bones(name: str) -> str:
    """The consonants of a surname, those that sound alike as one, none twice in a row."""
    bones = name.split()[-1].lower().translate(_ALIKE)
    return "".join(letter for at, letter in enumerate(bones) if at == 0 or letter != bones[at - 1])
