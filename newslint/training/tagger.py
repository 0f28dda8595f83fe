"""Trains the tagger: ``python -m newslint.training.tagger FOLDER``.

FOLDER holds Universal Dependencies English in CoNLL-U, xz-compressed: ``ewt-train`` and ``gum-train`` to learn from,
``ewt-dev`` to choose by, ``ewt-test`` and ``gum-news-test`` to report on. The same files give the same weights.
``--text NEWS`` first counts anew the contexts of words in ``news.txt.xz``, a paragraph a line and an empty line
between articles, of which the first 4,000 articles are read.
"""

from __future__ import annotations

import argparse
import lzma
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from newslint.analysis.tagger import features, tagger
from newslint.analysis.tagger.weights import Table, line_of, pack_contexts, pack_table
from newslint.analysis.text.tokens import find_tokens

_MERGED = {
    "NN": "N", "NNS": "N", "NNP": "P", "NNPS": "P", "JJ": "J", "JJR": "J", "JJS": "J", "AFX": "J", "RB": "R",
    "RBR": "R", "RBS": "R", "RP": "R", "DT": "D", "PDT": "D", "PRP$": "D", "WP$": "D", "PRP": "PRP", "EX": "PRP",
    "POS": "POS", "WDT": "W", "WP": "W", "WRB": "W", "IN": "IN", "TO": "TO", "CC": "CC", "CD": "CD", "LS": "CD",
    "MD": "MD", "VB": "VB", "VBD": "VBD", "VBP": "VBP", "VBZ": "VBZ", "VBN": "VBN", "VBG": "VBG", "UH": "X", "FW": "X",
    "GW": "X", "ADD": "X", "SYM": "X", "$": "X", "NFP": ".",
}  # fmt: skip


_COUNTED = 4_000  # articles
_LEAST = 4  # times that a word is met; the table has room for some 30,000 words


class Example(NamedTuple):
    """One sentence: its words as ``find_tokens`` gives them, and their tags."""

    words: list[str]
    tags: list[str]


def read(path: Path) -> list[Example]:
    """The sentences of a treebank file, its tokens and tags brought to ours."""
    examples: list[Example] = []
    text, rows = "", list[list[str]]()
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# text = "):
                text = line[9:]
            elif not line and rows:
                examples.append(_align(text, [(row[1], _tag(row)) for row in rows]))
                rows = []
            elif line and line[0].isdigit():
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
    return [example for example in examples if example.words]


def _tag(row: list[str]) -> str:
    """Our tag for a row of the treebank."""
    return "IMP" if row[4] == "VB" and "VerbForm=Fin" in row[5] else _MERGED.get(row[4], ".")


def _align(text: str, rows: list[tuple[str, str]]) -> Example:
    """Tags for our tokens: of the treebank tokens that overlap ours, the one that matters most."""
    spans, position = [], 0
    for form, name in rows:
        start = text.find(form, position)
        if start < 0:
            return Example([], [])
        position = start + len(form)
        spans.append((start, position, name))
    words, tags, first = [], [], 0
    for token in find_tokens(text):
        while first < len(spans) and spans[first][1] <= token.start:
            first += 1
        inside = []
        for start, _, name in spans[first:]:
            if start >= token.end:
                break
            inside.append(name)
        words.append(token.text)
        tags.append(_joined(inside))
    return Example(words, tags)


def _joined(names: list[str]) -> str:
    """One tag for a word that the treebank parts: "don't" is its verb, "he's" a clitic, "all-girl" its last part."""
    if not names:
        return "."
    for index, name in enumerate(names):
        if name in features.FINITE:
            return name if index == 0 else "CLI"
    if len(names) > 1 and names[-1] == "R" and names[0] in ("VB", "VBN"):
        return names[0]
    return names[-1]


def _varied(examples: Iterable[Example], rng: random.Random) -> Iterator[Example]:
    """The examples, with some more as a desk sees them: curly marks, title case, capitals, no final stop."""
    for example in examples:
        words = example.words
        if rng.random() < 0.5:
            words = [word.replace("'", "’") if len(word) > 1 else word for word in words]
        yield Example(words, example.tags)
        chance = rng.random()
        if chance < 0.06 and len(words) > 3:
            yield Example([word[:1].upper() + word[1:] for word in words], example.tags)
        elif chance < 0.08 and len(words) > 3:
            yield Example([word.upper() for word in words], example.tags)
        elif chance < 0.16 and example.tags[-1] == "." and len(words) > 4:
            yield Example(words[:-1], example.tags[:-1])


def _known(examples: Iterable[Example]) -> dict[str, str]:
    """The frequent words that have but one tag."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for example in examples:
        for word, name in zip(example.words, example.tags, strict=True):
            counts[word.lower().replace("’", "'")][name] += 1
    known = {}
    for word, names in counts.items():
        name, most = names.most_common(1)[0]
        total = names.total()
        if total > 25 and most > 0.995 * total and not word[0].isdigit() and "/" not in word:
            known[word] = name
    return known


def train(examples: Sequence[Example], *, epochs: int, rows: int = 1 << 17, seed: int = 1) -> tagger.Model:
    """An averaged perceptron; features met once are left out, weights are rounded to a byte."""
    rng = random.Random(seed)
    known = _known(examples)
    names = tuple(sorted({name for example in examples for name in example.tags}))
    frequent = _frequent(examples, known)
    number = {name: index for index, name in enumerate(names)}
    learner = _Learner(len(names), frequent)
    for epoch in range(epochs):
        batch = list(_varied(examples, rng))
        rng.shuffle(batch)
        for example in batch:
            forms, shapes = features.normalise(example.words)
            history = features.History()
            for index, gold in enumerate(example.tags):
                name = known.get(forms[index + 2])
                if name is None:
                    name = names[learner.learn(features.features(forms, shapes, index, history), number[gold])]
                history.add(name)
        print(f"epoch {epoch + 1}: {learner.rate():.2%} right", file=sys.stderr, flush=True)
    table = Table(pack_table(learner.averages(), rows), rows, len(names))
    return tagger.Model(names, known, table)


class _Learner:
    """An averaged perceptron: rows of weights by feature, one lane for each answer."""

    def __init__(self, size: int, wanted: Container[str]) -> None:
        self.size = size
        self.wanted = wanted
        self.weights: dict[str, list[float]] = {}
        self.totals: dict[str, list[float]] = {}
        self.stamps: dict[str, int] = {}
        self.step = self.asked = self.wrong = 0

    def learn(self, features: Iterable[str], goal: int) -> int:
        """The best lane by the weights so far, which then move towards ``goal`` if that is another."""
        zero = [0.0] * self.size
        found = [feature for feature in features if feature in self.wanted]
        sums = list(map(sum, zip(zero, *[self.weights.get(feature, zero) for feature in found], strict=True)))
        best = max(range(self.size), key=sums.__getitem__)
        self.step += 1
        self.asked += 1
        if best != goal:
            self.wrong += 1
            for feature in found:
                row = self.weights.setdefault(feature, [0.0] * self.size)
                self._settle(feature)
                row[goal] += 1
                row[best] -= 1
        return best

    def _settle(self, feature: str) -> None:
        """Add the feature's row, which has stood since its stamp, to its sum over all steps."""
        total = self.totals.setdefault(feature, [0.0] * self.size)
        passed = self.step - self.stamps.get(feature, self.step)
        for lane, weight in enumerate(self.weights[feature]):
            if weight:
                total[lane] += passed * weight
        self.stamps[feature] = self.step

    def rate(self) -> float:
        """The share of right answers since the last call."""
        rate = 1 - self.wrong / self.asked
        self.asked = self.wrong = 0
        return rate

    def averages(self) -> dict[str, list[float]]:
        """The weights, each averaged over all steps."""
        for feature in self.weights:
            self._settle(feature)
        return {feature: [weight / self.step for weight in total] for feature, total in self.totals.items()}


def _frequent(examples: Iterable[Example], known: Mapping[str, str]) -> frozenset[str]:
    """The features that the right tags show more than once."""
    counts: Counter[str] = Counter()
    for example in examples:
        forms, shapes = features.normalise(example.words)
        history = features.History()
        for index, name in enumerate(example.tags):
            if forms[index + 2] not in known:
                counts.update(features.features(forms, shapes, index, history))
            history.add(name)
    return frozenset(feature for feature, count in counts.items() if count > 1)


def write(model: tagger.Model, folder: Path) -> None:
    """The model as ``tagger.load`` reads it."""
    known = [f"{word}/{name}" for word, name in sorted(model.known.items())]
    header = line_of([str(model.table.rows), "/".join(model.tags), *known])
    (folder / "tagger.bin").write_bytes(header + model.table.data)


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


class Score(NamedTuple):
    """How well a file is tagged; the figures are shares of 1."""

    words: int
    sentences: int
    tags: float
    finite_precision: float
    finite_recall: float
    sentences_right: float


def evaluate(examples: Sequence[Example], model: tagger.Model) -> Score:
    """Accuracy with the weights as written.

    Tags; finite verbs by word; "has a finite verb" by sentence.
    """
    words = right = hits = found = gold_count = agree = 0
    for example in examples:
        tags = tagger.tag(example.words, model)
        words += len(tags)
        right += sum(a == b for a, b in zip(tags, example.tags, strict=True))
        mine = [name in features.FINITE for name in tags]
        gold = [name in features.FINITE for name in example.tags]
        hits += sum(a and b for a, b in zip(mine, gold, strict=True))
        found += sum(mine)
        gold_count += sum(gold)
        agree += any(mine) == any(gold)
    return Score(
        words,
        len(examples),
        right / words,
        hits / found,
        hits / gold_count,
        agree / len(examples),
    )


def main() -> None:
    """Train, write the weights, report."""
    parser = argparse.ArgumentParser(prog="python -m newslint.training.tagger", description=__doc__)
    parser.add_argument("folder", type=Path, help="the treebank")
    parser.add_argument("--text", type=Path, help="news.txt.xz, to count anew the contexts of words")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--output", type=Path, default=tagger.FOLDER, help="the folder for the weights")
    options = parser.parse_args()
    if options.text:
        write_contexts(count_contexts(articles(options.text, _COUNTED)), options.output)
        features.contexts.cache_clear()
    examples = read(options.folder / "ewt-train.conllu.xz") + read(options.folder / "gum-train.conllu.xz")
    write(train(examples, epochs=options.epochs), options.output)
    tagger.load.cache_clear()
    model = tagger.load(options.output)
    for name in ("ewt-dev", "ewt-test", "gum-news-test"):
        score = evaluate(read(options.folder / f"{name}.conllu.xz"), model)
        print(
            f"{name:13} {score.words:6} words: tags {score.tags:.2%}, finite verbs precision "
            f"{score.finite_precision:.2%}, recall {score.finite_recall:.2%}; "
            f"{score.sentences} sentences: has a finite verb {score.sentences_right:.2%}"
        )


if __name__ == "__main__":
    main()
