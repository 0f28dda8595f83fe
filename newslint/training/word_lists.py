"""Makes the lists of names anew: ``python -m newslint.training.word_lists SCOWL CENSUS``.

SCOWL is the folder of word lists of SCOWL 2020.12.07 (Debian's package scowl: ``usr/share/dict/scowl``), CENSUS one
with ``dist.male.first`` and ``dist.female.first``, the given names of the United States Census of 1990 with their share
of the people in percent (the package names 0.3.0 holds both files). Written to ``newslint/english/data``:

- ``names.txt``: SCOWL's words with a capital up to its level 50, and given names of the census;
- ``given_names.txt``: the commoner given names of the census, of those that SCOWL has.
"""

from __future__ import annotations

import sys
import textwrap
import unicodedata
from pathlib import Path

from newslint.english import dictionary

_DATA = Path(dictionary.__file__).with_name("data")
_LEVEL = 50  # of SCOWL: what a middling dictionary has
_KNOWN, _COMMON = 0.005, 0.012  # percent of the people who have a name
_SHORTEST = 3  # of names.txt
_SLIPS = frozenset("Joesph Lawerence Messrs Micheal".split())  # by hand: slips for names in the census, and a title
# By hand: SCOWL's words with accents, which the package writes without.
_ACCENTED = frozenset(
    """
    Asunción Atatürk Bartók Bogotá Boötes Buñuel Concepción Dvorák Dürer Düsseldorf Elysée Esterházy Fabergé
    Furtwängler Gewürztraminer Gruyère Grünewald Gödel Göteborg Héloise Köln Lumière Mallarmé Münchhausen Paraná
    Poincaré Pokémon Provençal Pétain Pôrto Québecois Ragnarök Schrödinger Sèvres Tannhäuser Thessaloníki Valéry
    Velásquez Velázquez Zürich Ångström
    """.split()
)


def capitalised(folder: Path) -> set[str]:
    """Words of SCOWL with a capital; its Australian lists hold jokes beside towns."""
    found = set()
    for file in sorted(folder.iterdir()):
        name, _, level = file.name.rpartition(".")
        if level.isdigit() and int(level) <= _LEVEL and not name.startswith("australian"):
            words = file.read_text(encoding="latin-1").split()
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


def main(scowl: Path, people: Path) -> None:
    words, given = capitalised(scowl) - _SLIPS, census(people)
    lists = {
        "names.txt": _ACCENTED
        | {name for name in words if len(name) >= _SHORTEST}
        | {name for name, share in given.items() if share >= _KNOWN and len(name) >= _SHORTEST},
        "given_names.txt": {name for name, share in given.items() if share >= _COMMON and name in words},
    }
    for file, found in lists.items():
        text = textwrap.fill(" ".join(sorted(found)), 118, break_on_hyphens=False, break_long_words=False)
        (_DATA / file).write_text(text + "\n", encoding="utf-8")
        print(f"{file}: {len(found):,} names")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:3]))
