"""Weighs the signs that two articles speak of one person: ``python -m newslint.training.identity NEWS``.

NEWS is an xz-compressed text of edited news, a paragraph a line, an empty line between articles; the first 8,000 are
left for measuring rules. One person is whoever bears a full name in one article and in five others; two are bearers of
one given name with different surnames. Written to ``newslint/analysis/names/identity_weights.py`` with what the weights
measured on persons that they were not fitted on. Needs numpy.
"""

from __future__ import annotations

import lzma
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from newslint.analysis.names import identity_weights
from newslint.analysis.names.identity import Traits, find_traits, identity_signs, known_from
from newslint.article import Article
from newslint.english.names import is_given_name
from newslint.readers import documents_of, standard_readers
from newslint.training.logistic import Row, fit, left_out, write_table

_SKIPPED = 8_000  # articles
_LEAST = 6  # articles of a person
_CHOICES = 3  # of a person's articles
_MOST = 500  # articles from which somebody is known

People = dict[str, list[Traits]]


def people_of(texts: Iterable[str]) -> People:
    """Full name -> traits in each article."""
    reader = standard_readers()[0]
    found: People = {}
    for text in texts:
        article = Article(documents_of(reader, text)[0])
        for person, traits in find_traits(article):
            if is_given_name(person.words[0]):
                found.setdefault(person.name, []).append(traits)
    return found


def rows_of(people: People, chance: random.Random) -> Iterator[Row]:
    """One article against others of the same person, and against those of a namesake."""
    namesakes: dict[str, list[str]] = {}
    for name in sorted(people):
        namesakes.setdefault(name.split()[0], []).append(name)
    for name in sorted(people):
        many = people[name]
        given, surname = name.split()[0], name.split()[-1]
        others = [other for other in namesakes[given] if other.split()[-1] != surname]
        for _ in range(_CHOICES if len(many) >= _LEAST else 0):
            at = chance.randrange(len(many))
            rest = many[:at] + many[at + 1 :]
            known = known_from(rest if len(rest) <= _MOST else chance.sample(rest, _MOST))
            yield Row(dict.fromkeys(identity_signs(many[at], known), 1.0), True, 1.0, name)
            if others:
                stranger = chance.choice(people[chance.choice(others)])
                yield Row(dict.fromkeys(identity_signs(stranger, known), 1.0), False, 1.0, name)


def main() -> None:
    with lzma.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        texts = ["\n\n".join(part.strip().split("\n")) for part in lines.read().split("\n\n")][_SKIPPED:]
    rows = list(rows_of(people_of(texts), random.Random(1)))
    weighed = left_out(rows)
    figures = []
    for bar in (0, 1, 2):
        same = [odds > bar for odds, row in zip(weighed, rows, strict=True) if row.case]
        other = [odds > bar for odds, row in zip(weighed, rows, strict=True) if not row.case]
        figures.append(
            f"above {bar}: {sum(same) / len(same):.1%} of {len(same):,} pairs of one person's articles, "
            f"{sum(other) / len(other):.1%} of {len(other):,} of two"
        )
    print("\n".join(figures))
    write_table(
        Path(identity_weights.__file__),
        "newslint/training/identity.py",
        "On persons\nthat the weights were not fitted on",
        figures,
        dict(sorted(fit(rows).items())),
    )


if __name__ == "__main__":
    main()
