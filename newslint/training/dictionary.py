"""Makes the dictionary anew: ``python -m newslint.training.dictionary SCOWL NEWS``.

SCOWL is the folder of word lists of SCOWL 2020.12.07 (Debian's package scowl: ``usr/share/dict/scowl``), NEWS an
xz-compressed text of edited news, a paragraph a line. The package wordfreq (3.1.1) must be installed; it is used here
only. Written to ``newslint/english/data``:

- ``dictionary.txt``: every word that one of them vouches for, in lower case and without accents;
- ``frequent.txt``: the words that edited news uses, by how often;
- ``capitalised.txt``: names, months, peoples ... that news never writes in lower case, and that are no other word.
"""

from __future__ import annotations

import lzma
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from newslint.english import dictionary, function_words, spelling

_DATA = Path(dictionary.__file__).with_name("data")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_PAGE = 24  # words a line of dictionary.txt
_SHORTEST = 4  # shorter words are never looked up

# Levels of SCOWL: 70 is a large dictionary, 80 holds rare words, 95 what any list has ever held.
_LARGE, _RARE = 70, 80
_VERY_COMMON = 1000  # in ten million words of news
_SLIP = 1.8  # a form that is some sixty times rarer than its neighbour is a slip for it, not a word
_RARER = 1.2  # a form that is some sixteen times rarer on the web, and that news has not
_PLAIN = 60  # SCOWL's level of a plain word
_LONG = 7
_TELLING = 6  # letters: shorter words of other tongues are too near to English ones (chaat, mela)
_LEAST_ZIPF = 1.5  # once in thirty million words
_ALSO = "materiel merch tased".split()  # by hand: words that look like slips for others
_NEVER = frozenset("wierd rythm".split())  # by hand: short slips that the web is full of
_ALWAYS = "Canada English".split()  # by hand: a plain word of billiards and one of valleys, too
_CLOSED = function_words.CLOSED - {"a", "i"}


def scowl_words(folder: Path) -> tuple[dict[str, int], set[str]]:
    """Plain words with the smallest level that has them, and words with a capital."""
    levels: dict[str, int] = {}
    names: set[str] = set()
    for file in sorted(folder.iterdir()):
        _, _, level = file.name.rpartition(".")
        if not level.isdigit():
            continue
        for word in file.read_text(encoding="utf-8").split():
            form = dictionary.plain(word)
            if not form.isalpha():
                continue
            if word.islower():
                levels[form] = min(int(level), levels.get(form, 99))
            elif not word.isupper() and int(level) <= _RARE:
                names.add(form)
    return levels, names


def news_counts(path: Path) -> tuple[Counter[str], Counter[str]]:
    """How often words stand in lower case, contractions too, and otherwise."""
    lower, upper = Counter[str](), Counter[str]()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for word in _WORD.findall(line.replace("’", "'")):
                (lower if word.islower() else upper)[dictionary.plain(word)] += 1
    return lower, upper


class Evidence:
    """What the three sources say of a form."""

    def __init__(self, levels: dict[str, int], names: set[str], lower: Counter[str], upper: Counter[str]) -> None:
        from wordfreq import get_frequency_dict  # type: ignore[import-not-found]

        self.levels, self.names, self.lower, self.upper = levels, {name.lower() for name in names}, lower, upper
        self.zipf = {word: math.log10(share) + 9 for word, share in get_frequency_dict("en", "large").items()}
        self.common = {word for word, times in lower.items() if times >= 16 and levels.get(word, 99) <= _PLAIN}

    def slip_for(self, form: str) -> set[str]:
        """The common words of which ``form`` may be a slip."""
        own = self.zipf.get(form, 0.5)
        near = [(word, slip, self.zipf.get(word, 0.0) - own) for word, slip in spelling.slips(form)]
        return {
            word
            for word, slip, rarer in near
            if word in self.common
            and ((rarer >= _SLIP and self.lower[word] >= 200) or (slip == 3 and len(form) > 6 and rarer >= _SLIP / 3))
        }

    def is_unseen_slip(self, form: str) -> bool:
        """Whether edited news hardly has the form, and the web a sixteenth of a plain word one slip away.

        Of a long form two typical slips away, too: "tommorow".
        """
        if len(form) < _TELLING or self.lower[form] > 1 or self.upper[form.capitalize()] > 5:
            return False
        least = max(self.zipf.get(form, 0.0), 1.0) + _RARER
        if any(self._is_plain(word, least + (0.6 if slip == 1 else 0)) for word, slip in spelling.slips(form)):
            return True
        if len(form) < _LONG:
            return False
        between = [word for word, slip in spelling.slips(form) if slip == 3]
        return any(self._is_plain(word, least) for one in between for word, slip in spelling.slips(one) if slip == 3)

    def _is_plain(self, word: str, least: float) -> bool:
        return self.zipf.get(word, 0.0) >= least and self.levels.get(word, 99) <= _PLAIN

    def is_glued(self, form: str) -> bool:
        """Whether the form is two small words, or a small one and a common one: "ofthe", "ofcourse"."""
        parts = [(form[:at], form[at:]) for at in range(2, len(form) - 1)]
        return any(
            (one in _CLOSED and two in _CLOSED)
            or (one in ("the", "of", "and", "to") and len(two) > 3 and self.lower[two] >= _VERY_COMMON * 3)
            for one, two in parts
        )

    def in_scowl(self, form: str) -> bool:
        """Whether SCOWL vouches for it: rare words that are likelier a slip are left out."""
        level = self.levels.get(form, 99)
        if level <= _LARGE or (level <= 95 and self.lower[form] > 1):
            return True
        if level <= _RARE:
            rare = self.zipf.get(form, 0.0) < 1.0 and not self.lower[form] and len(form) > 4
            return not (rare and any(self.lower[word] >= _VERY_COMMON for word in self.slip_for(form)))
        return level <= 95 and form in self.zipf and not self.slip_for(form) and not self.is_unseen_slip(form)

    def in_use(self, form: str) -> bool:
        """Whether news and the web use it, though SCOWL lacks it: "livestream", and names in lower case."""
        if self.upper[form.capitalize()] > max(2, 20 * self.lower[form]):
            return True
        if self.is_glued(form) or self.is_unseen_slip(form):
            return False
        return self.lower[form] >= 5 or not self.slip_for(form)


def known_words(seen: Evidence) -> set[str]:
    """The words of the dictionary."""
    used = {dictionary.plain(word) for word, zipf in seen.zipf.items() if zipf >= _LEAST_ZIPF}
    used |= {word for word, times in seen.lower.items() if times >= 3}
    words = {form for form in seen.levels if seen.in_scowl(form)} | seen.names
    words |= {form for form in used if form not in seen.levels and seen.in_use(form)}
    words = (words - _NEVER).union(_ALSO)
    return {word for word in words if len(word) >= _SHORTEST and re.fullmatch("[a-z]+", word)}


def pages(words: Iterable[str]) -> str:
    """Lines of words in order: the first whole, of each other how many letters it shares with the one before."""
    lines, last, count = list[str](), "", 0
    for word in sorted(words):
        shared = min(_shared(last, word), dictionary.MOST_SHARED)
        if count % _PAGE == 0:
            lines.append(word)
        else:
            lines[-1] += chr(dictionary.ZERO + shared) + word[shared:]
        last, count = word, count + 1
    return "\n".join(lines) + "\n"


def _shared(one: str, two: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))


def frequent(seen: Evidence, known: set[str]) -> str:
    """A line for each power of two, the words that stand so often in it."""
    rows: dict[int, list[str]] = {}
    for word, times in sorted(seen.lower.items()):
        if times >= 16 and word.isascii() and (word in known or "'" in word or len(word) < _SHORTEST):
            rows.setdefault(times.bit_length(), []).append(word)
    return "".join(" ".join(rows.get(size, ())) + "\n" for size in range(1, max(rows) + 1))


def capitalised(seen: Evidence) -> str:
    """Forms with their capital: at least 40 times in the news, and not once in 500 in lower case.

    Those that are another word too (a german, a porter) are left out.
    """
    rows = []
    for word, times in seen.upper.items():
        form = word.lower()
        if word in _ALWAYS:
            rows.append(word)
        elif form in seen.names and seen.levels.get(form, 99) > _RARE and re.fullmatch("[A-Z][a-z]{3,}", word):
            if times >= 40 and seen.lower[form] * 500 < times:
                rows.append(word)
    return "\n".join(sorted(rows)) + "\n"


def main() -> None:
    """Reads the sources and writes the three lists."""
    folder, news = map(Path, sys.argv[1:])
    seen = Evidence(*scowl_words(folder), *news_counts(news))
    known = known_words(seen)
    for name, text in (
        ("dictionary.txt", pages(known)),
        ("frequent.txt", frequent(seen, known)),
        ("capitalised.txt", capitalised(seen)),
    ):
        (_DATA / name).write_text(text, encoding="ascii")
        print(f"{name}: {len(text):,} bytes")
    print(f"{len(known):,} words")


if __name__ == "__main__":
    main()
