"""Counts in edited news which kinds of words common words are met beside; ``tagger --text NEWS`` writes the table."""

import lzma
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path

from newslint.analysis.tagger.weights import line_of, pack_contexts
from newslint.analysis.text.tokens import find_tokens

COUNTED = 4_000  # articles
_LEAST = 4  # times that a word is met; the table has room for some 30,000 words
# The contexts of a word: letters for the words before it and after it, and the share from which it counts.
_BEFORE = {
    "t": ("to", 0.03),
    "p": ("he she they we i you who it", 0.03),
    "d": ("the a an his her their its our this these those", 0.12),
    "b": ("is are was were be been being", 0.08),
    "h": ("has have had", 0.03),
    "m": ("will would could should can may might must not did do does didn't don't doesn't won't", 0.02),
}
_AFTER = {
    "D": ("the a an his her their its our this that him them it", 0.12),
    "O": ("of", 0.08),
    "V": ("is are was were has had will would", 0.03),
    "T": ("to", 0.06),
}


_ENDINGS = (("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"))


def articles(path: Path, most: int) -> Iterator[str]:
    """The first articles of an xz-compressed file: a paragraph a line, an empty line between articles."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        paragraphs: list[str] = []
        for line in lines:
            if line.strip():
                paragraphs.append(line)
            elif paragraphs:
                yield "\n".join(paragraphs)
                paragraphs, most = [], most - 1
                if not most:
                    return
        if paragraphs:
            yield "\n".join(paragraphs)


def count_contexts(texts: Iterable[str]) -> dict[str, str]:
    """The contexts of every word that the texts hold ``_LEAST`` times or more.

    Besides the letters of ``_BEFORE`` and ``_AFTER``: "c", the word follows names; "v", it looks like a form of a word
    that stands in the contexts of a verb ("irks" beside "to irk"); "g", it has forms in -ed or -ing.
    """
    before = {word: letter for letter, (words, _) in _BEFORE.items() for word in words.split()}
    after = {word: letter for letter, (words, _) in _AFTER.items() for word in words.split()}
    counts: Counter[str] = Counter()
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        words = ["", "", *(token.text for token in find_tokens(text)), ""]
        for opening, last, word, following in zip(words, words[1:], words[2:], words[3:], strict=False):
            if word[0].isalpha():
                form = word.lower().replace("’", "'")
                counts[form] += 1
                met[form].update((before.get(last.lower(), ""), after.get(following.lower(), "")))
                if word[0].islower() and last[:1].isupper() and opening[:1].isalpha():
                    met[form]["c"] += 1
    shares = {letter: share for letter, (_, share) in (_BEFORE | _AFTER).items()} | {"c": 0.15}
    contexts = {
        form: "".join(c for c, share in shares.items() if met[form][c] >= max(1, share * count))
        for form, count in counts.items()
        if count >= _LEAST and " " not in form
    }
    verbs = {form for form, letters in contexts.items() if "t" in letters or "m" in letters}
    return {form: (letters + _family(form, contexts, verbs)) or "-" for form, letters in contexts.items()}


def _family(form: str, known: Container[str], verbs: Container[str]) -> str:
    """The letters "v" and "g", by the other forms of the word that the texts hold."""
    stems = [form[: -len(end)] + put for end, put in _ENDINGS if form.endswith(end) and len(form) > len(end) + 2]
    stems += [stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]]
    inflected = (form + "ed", form + "ing") if not form.endswith("e") else (form + "d", form[:-1] + "ing")
    return "v" * any(stem in verbs for stem in stems) + "g" * any(word in known for word in inflected)


def write_contexts(contexts: Mapping[str, str], folder: Path) -> None:
    """The table as ``features.contexts`` reads it."""
    kinds, slots = pack_contexts(contexts)
    (folder / "contexts.bin").write_bytes(line_of(kinds) + slots)
