"""Makes the lists of words and names anew: ``python -m newslint.training.word_lists SCOWL CENSUS NEWS``.

SCOWL is the folder of word lists of SCOWL 2020.12.07 (Debian's package scowl: ``usr/share/dict/scowl``), CENSUS one
with ``dist.male.first`` and ``dist.female.first``, the given names of the United States Census of 1990 with their share
of the people in percent (the package names 0.3.0 holds both files), NEWS an xz-compressed text of edited news, a
paragraph a line. The package wordfreq (3.1.1) must be installed; it is used here only. Written to
``newslint/english/data``:

- ``words.txt``: SCOWL's words up to its level 50 that wordfreq has at a Zipf frequency of 2.8 (six times in ten million
  words) or news three times, and any word of SCOWL that news has fifty times; without regular inflections, accents and
  words of two letters;
- ``names.txt``: SCOWL's words with a capital up to its level 50, and given names of the census;
- ``given_names.txt``: the commoner given names of the census, of those that SCOWL has;
- ``runs.txt``: a line of the runs of three letters that the words and names hold four times or more, a line of those
  that they hold two or three times, a point before the first letter of a word and after its last.

README.md beside the lists says what the words measured against the list that they took the place of.
"""

from __future__ import annotations

import math
import sys
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from newslint.english import dictionary
from newslint.english.words import runs_of, stems
from newslint.training.dictionary import news_counts, scowl_words

_DATA = Path(dictionary.__file__).with_name("data")
_LEVEL = 50  # of SCOWL: what a middling dictionary has
_KNOWN, _COMMON = 0.005, 0.012  # percent of the people who have a name
_SHORTEST = 3  # letters
_ZIPF, _MET, _OFTEN = 2.8, 3, 50  # of words: Zipf frequency on the web; times in NEWS, and of words beyond _LEVEL
_SLIPS = frozenset("Joesph Lawerence Messrs Micheal".split())  # by hand: slips for names in the census, and a title


def capitalised(folder: Path) -> set[str]:
    """Words of SCOWL with a capital; its Australian lists hold jokes beside towns."""
    found = set()
    for file in sorted(folder.iterdir()):
        name, _, level = file.name.rpartition(".")
        if level.isdigit() and int(level) <= _LEVEL and not name.startswith("australian"):
            words = file.read_text(encoding="utf-8").split()
            found |= {unicodedata.normalize("NFC", word.removesuffix("'s")) for word in words}
    return {word for word in found if _is_name(word)}


def _is_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and not word.isupper() and word.replace("'", "").isalpha()


def census(folder: Path) -> dict[str, float]:
    """Given name -> percent of the men or of the women who have it, whichever is more."""
    found: dict[str, float] = {}
    for gender in ("male", "female"):
        for row in (folder / f"dist.{gender}.first").read_text(encoding="ascii").splitlines():
            if row.strip():
                name, share, *_ = row.split()
                found[name.capitalize()] = max(float(share), found.get(name.capitalize(), 0.0))
    return {name: share for name, share in found.items() if _is_name(name) and name not in _SLIPS}


def ordinary(levels: Mapping[str, int], news: Mapping[str, int], zipf: Mapping[str, float]) -> set[str]:
    """The common words of SCOWL, which gives each a level."""
    return {
        word
        for word, level in levels.items()
        if len(word) >= _SHORTEST
        and (
            (level <= _LEVEL and (zipf.get(word, 0) >= _ZIPF or news.get(word, 0) >= _MET))
            or news.get(word, 0) >= _OFTEN
        )
    }


def uninflected(words: Iterable[str]) -> set[str]:
    """The words without those that ``english.is_word`` knows by the others."""
    kept: set[str] = set()
    for word in sorted(words, key=lambda word: (len(word), word)):
        if not any(stem in kept for stem in stems(word)):
            kept.add(word)
    return kept


def runs(words: Iterable[str]) -> str:
    """The text of ``runs.txt``."""
    times = Counter(run.decode() for word in words for run in runs_of(word))
    often = sorted(run for run, count in times.items() if count > 3)
    seldom = sorted(run for run, count in times.items() if 1 < count < 4)
    return f"{' '.join(often)}\n{' '.join(seldom)}\n"


def web_frequencies() -> dict[str, float]:
    """Zipf frequency of each form without accents: 3 is once in a million words."""
    from wordfreq import get_frequency_dict  # type: ignore[import-not-found]

    shares = Counter[str]()
    for form, share in get_frequency_dict("en", "large").items():
        shares[dictionary.plain(form)] += share
    return {form: math.log10(share) + 9 for form, share in shares.items()}


def main(scowl: Path, people: Path, news: Path) -> None:
    """Reads the sources and writes the lists."""
    words, given = capitalised(scowl) - _SLIPS, census(people)
    lists = {
        "words.txt": uninflected(ordinary(scowl_words(scowl)[0], news_counts(news)[0], web_frequencies())),
        "names.txt": {name for name in words if len(name) >= _SHORTEST}
        | {name for name, share in given.items() if share >= _KNOWN and len(name) >= _SHORTEST},
        "given_names.txt": {name for name, share in given.items() if share >= _COMMON and name in words},
    }
    for file, found in lists.items():
        text = textwrap.fill(" ".join(sorted(found)), 118, break_on_hyphens=False, break_long_words=False)
        (_DATA / file).write_text(text + "\n", encoding="utf-8")
        print(f"{file}: {len(found):,}")
    (_DATA / "runs.txt").write_text(runs([*lists["words.txt"], *lists["names.txt"]]), encoding="ascii")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
