from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from newslint import (
    Article,
    Finding,
    Group,
    GroupRule,
    Severity,
    Span,
    Traits,
    english,
    find_traits,
    flags,
    known_from,
    likeness,
    passes,
    same_person,
)

_ALIKE = str.maketrans({"c": "k", "q": "k", "z": "s", "y": "", **dict.fromkeys("aeiouàáâäåèéêëìíîïòóôöøùúûüh’'-", "")})
_LONG = 6  # letters of a word in which two slips are taken for slips
# The log-odds of one person (newslint.analysis.names.identity) from which a name is a slip for another, by whether
# they sound alike and whether this spelling is a well-known name; and where there are two slips.
_BARS = {(True, False): -1.5, (True, True): -0.5, (False, False): 0.0, (False, True): 1.0}
_TWO_SLIPS = 1.0
_STORY = "Mayor Marta {} spoke on Monday. “It is late,” {} said."
_SIX = "\n=====\n".join([_STORY.format("Kuzio", "Kuzio")] * 5)


class ArchiveSpelling(GroupRule):
    """A name that other articles of the archive spell otherwise.

    Somebody with the same given name and a surname that differs by one or two letters stands in many more articles.
    Who stands beside both, their titles, and the places and bodies that are named with them say whether they are one
    person; the less two names sound alike, and the better this spelling is known as a name, the more of this it takes.
    They may be two all the same: a hint. Run by `newslint archive compare`; the rule is off elsewhere, for it needs
    many articles.

    On an archive of 5,298 edited articles on which the bars were chosen: 24 findings read, right 24; on one of as many,
    of which 4,000 are others that the weights were not fitted on: 27 read, right 23.
    """

    severity = Severity.INFO
    differ = True
    reference = "the house's own archive"
    examples = (
        flags(f"{_SIX}\n=====\n{_STORY.format('Cuzio', 'Cuzio').replace('Marta Cuzio', '[[Marta Cuzio]]')}"),
        passes(f"{_SIX}\n=====\n{_STORY.format('Kuzio', 'Kuzio')}"),
        passes(f"{_SIX}\n=====\n{_STORY.format('Kaiser', 'Kaiser')}"),
        passes(f"{_SIX}\n=====\n{_STORY.format('Cuzio', 'Cuzio').replace('Mayor', 'Professor')}"),
    )

    # The usual form stands in at least so many articles, and in so many times as many as the odd one.
    least_articles: int = 5
    times: int = 5

    def collect(self, article: Article) -> list[list[Any]]:
        """Rows [key, name, start, end, company, titles, places] of people with given name and surname, each once."""
        rows = []
        for person, traits in article.view(find_traits):
            first = next((mention for mention in person.mentions if mention.text == person.name), None)
            if first is not None and english.is_given_name(person.words[0]):
                row = [person.name, first.start, first.end, *map(list, traits)]
                rows += [[key, *row] for key in _keys(person.words)]
        return rows

    def judge(self, group: Group) -> Iterator[tuple[str, Finding]]:
        counts = group.counts
        rows: dict[str, list[tuple[str, int, int, Traits]]] = {}
        for article, (_, name, start, end, *traits) in group.rows:
            rows.setdefault(name, []).append((article, start, end, Traits(*map(tuple, traits))))
        known = cache(lambda name: known_from(row[-1] for row in rows[name]))
        usual = [name for name in counts if counts[name] >= self.least_articles]
        for odd in counts:
            often = (name for name in usual if counts[name] >= self.times * counts[odd])
            bars = {name: bar for name in often if (bar := _bar(odd, name)) is not None}
            for article, start, end, shown in rows[odd] if bars else ():
                same = [name for name, bar in bars.items() if same_person(shown, known(name)) >= bar]
                if same:
                    name = max(same, key=lambda name: (counts[name], name))
                    message = f"“{odd}”: {counts[name]} other articles of the archive have “{name}”."
                    yield article, self.finding(Span(start, end), message, suggest=name, by_hand=True)


def _bar(odd: str, usual: str) -> float | None:
    """How sure it must be that two names are one person's; None where they differ by more than a slip in one word.

    Initials and numbers make another person, or are a matter of style; plurals are no names.
    """
    one, two = _spelled(odd), _spelled(usual)
    apart = [(a, b) for a, b in zip(one, two, strict=False) if a != b]
    if len(one) != len(two) or len(apart) != 1:
        return None
    word, right = apart[0]
    if word in (f"{right}s", f"{right}es"):
        return None
    may_be_two = min(len(word), len(right)) >= _LONG and "-" not in word + right  # Kim Jong-il, Kim Jong-un
    near = likeness(word, right, 2 if may_be_two else 1)
    if near is None or (word[0].lower() != right[0].lower() and not near.same_sound):
        return None
    alike = near.same_sound or _bones(word) == _bones(right)
    bar = _BARS[alike, english.is_name(odd.split()[-1])]
    return bar if alike or near.distance == 1 else max(bar, _TWO_SLIPS)


def _spelled(name: str) -> list[str]:
    return [word for word in name.split() if len(word) > 2 and not word.replace(".", "").isupper()]


def _keys(words: tuple[str, ...]) -> set[str]:
    """The given name, and what of the surname survives a slip: its consonants, and all but one of those within."""
    bones = _bones(words[-1])
    first = 1 if bones and words[-1][0].lower().translate(_ALIKE) == bones[0] else 0
    fewer = {bones[:at] + bones[at + 1 :] for at in range(first, len(bones))} if len(bones) > 2 else set()
    return {f"{words[0]} {some}" for some in (bones, *fewer)}


def _bones(word: str) -> str:
    """The consonants of a word, those that sound alike as one, none twice in a row."""
    bones = word.lower().translate(_ALIKE)
    return "".join(letter for at, letter in enumerate(bones) if at == 0 or letter != bones[at - 1])
