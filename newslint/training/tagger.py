"""Trains the tagger: ``python -m newslint.training.tagger FOLDER``.

FOLDER holds Universal Dependencies English in CoNLL-U, xz-compressed: ``ewt-train`` and ``gum-train`` to learn from,
``ewt-dev`` to choose by, ``ewt-test`` and ``gum-news-test`` to report on. The same files give the same weights.
``--text NEWS`` first counts anew the contexts of words in ``news.txt.xz``, a paragraph a line and an empty line
between articles, of which the first 4,000 articles are read.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from newslint.analysis.tagger import features, tagger
from newslint.analysis.tagger.weights import Table, line_of, pack_table
from newslint.training.perceptron import Perceptron
from newslint.training.treebank import Example, read
from newslint.training.word_contexts import COUNTED, articles, count_contexts, write_contexts


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
    learner = Perceptron(len(names), frequent)
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
        write_contexts(count_contexts(articles(options.text, COUNTED)), options.output)
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
