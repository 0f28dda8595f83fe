"""Counts which words take "a" or "an" against their letters: ``python -m newslint.training.indefinite NEWS``.

NEWS is an xz-compressed text of edited news, a paragraph a line. Written to
``newslint/english/data/indefinite.txt``, in three lines: words that take "a", those that take "an", those of which a
tenth or more stand with the other one. A word must stand three times behind an article, one in capitals, which may be
spelled or spoken, ten times. Prints how many words each line has.
"""

import lzma
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from newslint.english import dictionary
from newslint.english.indefinite import by_letters

_ARTICLE = re.compile(r"(?<![\w'’.-])(an?) (\w[\w’'-]*)")
_LEAST, _LEAST_IN_CAPITALS = 3, 10
_SHARE = 0.1
_OUT = Path(dictionary.__file__).with_name("data") / "indefinite.txt"


def counts(path: Path) -> dict[str, Counter[str]]:
    """Word -> how often it stands behind "a" and behind "an"."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for article, word in _ARTICLE.findall(line):
                found[word][article] += 1
    return found


def main() -> None:
    seen = counts(Path(sys.argv[1]))
    rows: tuple[list[str], list[str], list[str]] = ([], [], [])
    for word, uses in seen.items():
        many = uses.total()
        if many < (_LEAST_IN_CAPITALS if word.isupper() else _LEAST) or not word[0].isalpha():
            continue
        rarer = min(uses["a"], uses["an"]) / many
        usual = uses["an"] > uses["a"]
        if rarer >= _SHARE:
            rows[2].append(word)
        elif usual != by_letters(word):
            rows[usual].append(word)
    _OUT.write_text("".join(" ".join(sorted(row)) + "\n" for row in rows), encoding="utf-8")
    print(*(len(row) for row in rows))


if __name__ == "__main__":
    main()
