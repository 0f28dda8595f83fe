"""Fits the table of junctions, ``junctions.bin``: ``python -m newslint.training.acceptability.junctions WORK``.

The same made damage as the network's, told by the worst junction of a sentence. Prints what share of each kind stays
when a given share of whole sentences passes.
"""

import argparse
import pickle
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from newslint.analysis.acceptability.junctions import FILE, ROWS, SCALE, Part, gaze, glance, junctions, parts_of, row
from newslint.training.acceptability.damage import NAMES
from newslint.training.acceptability.fit import LEFT_OUT, TOKENS, Item, batches, items

PASSING = (0.003, 0.01, 0.02, 0.05)
COMMON = 6000  # words with a class of their own
RARELY = 0.08  # the share of its cases from which a part of speech counts for a word


def classes_of(shards: list[Path]) -> dict[str, str]:
    """The commonest words in lower case, each with the parts of speech that it may be, the likeliest first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for shard in shards:
        for words, tags in pickle.loads(shard.read_bytes()):
            for word, tag in zip(words, tags, strict=True):
                if word[0].isalpha():
                    counts[word.lower()][tag] += 1
    common = sorted(counts, key=lambda word: (-counts[word].total(), word))[:COMMON]
    return {
        word: "/".join(tag for tag, n in counts[word].most_common() if n > RARELY * counts[word].total())
        for word in common
    }


def keys(words: Sequence[str], parts: Mapping[str, Part]) -> list[list[int]]:
    """The rows of the table that speak for each junction."""
    return [
        [row(pattern) for pattern in (*glance(j.waiting, j.a[1], j.b[1], j.c[1]), *gaze(j))]
        for j in junctions(words, parts)
    ]


def line_of(classes: dict[str, str]) -> bytes:
    groups: dict[str, list[str]] = defaultdict(list)
    for word, name in sorted(classes.items()):
        groups[name].append(word)
    return "\t".join(" ".join([name, *words]) for name, words in sorted(groups.items())).encode() + b"\n"


def fit(work: Path, shards: int, seed: int) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    files = sorted((work / "shards").glob("*.pkl"))
    learn, test = files[:-LEFT_OUT], files[-LEFT_OUT:]
    rng.shuffle(learn)
    classes = classes_of(learn[:40])
    parts = parts_of(classes)
    bag = torch.nn.EmbeddingBag(ROWS, 1, mode="sum")
    torch.nn.init.zeros_(bag.weight)
    bias = torch.nn.Parameter(torch.tensor(-4.0))
    optimizer = torch.optim.Adagrad([bag.weight, bias], lr=0.15)

    def scores(batch: list[Item]) -> torch.Tensor:
        rows = torch.tensor(np.array([keys(item[0], parts) for item in batch], dtype=np.int64))
        count, length, each = rows.shape
        return bag(rows.view(-1, each)).view(count, length) + bias

    for at in range(0, shards, 3):
        for batch in batches(items(learn[at : at + 3], rng), rng, 3 * TOKENS):
            found = scores(batch)
            marks = torch.tensor([item[2] for item in batch], dtype=torch.float32)
            damaged = torch.tensor([item[3] > 0 for item in batch]).float()
            loss = binary_cross_entropy_with_logits(torch.logsumexp(found, 1), damaged)
            loss = loss + binary_cross_entropy_with_logits(found, marks) + 2e-6 * bag.weight.abs().sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    table = torch.round(bag.weight.detach()[:, 0] * SCALE).clamp(-127, 127).to(torch.int8).numpy()
    FILE.write_bytes(line_of(classes) + table.tobytes())
    report(test, table, classes, rng)


def report(test: list[Path], table: np.ndarray, classes: dict[str, str], rng: random.Random) -> None:
    found, parts = items(test, rng), parts_of(classes)
    worst = np.array([table[np.array(keys(item[0], parts))].astype(int).sum(1).max() for item in found])
    kinds = np.array([item[3] for item in found])
    whole = np.sort(worst[kinds == 0])
    for share in PASSING:
        limit = whole[int(len(whole) * (1 - share))]
        kept = ", ".join(f"{name} {np.mean(worst[kinds == k] >= limit):.2f}" for k, name in enumerate(NAMES, 1))
        print(f"{share:.1%} of whole sentences reach {limit}: {kept}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--shards", type=int, default=75)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    fit(arguments.work, arguments.shards, arguments.seed)


if __name__ == "__main__":
    main()
