"""Trains the network: ``python -m newslint.training.acceptability.fit WORK NAME --seconds S [--seed N]``.

Goes on from the weights that are shipped, which must have the same width; with --anew from none. Reads WORK/shards
(see prep), leaves out the last four for the figures that it prints, and writes WORK/NAME.pt. The damage is made anew
in each round, four fifths as many damaged sentences as whole ones. The learning rate falls with the time that has
passed, so two runs with the same seed agree but for the speed of the machine.
"""

import argparse
import math
import pickle
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from newslint.analysis.acceptability.network import FILE, Rows, read_file
from newslint.training.acceptability.damage import NAMES, damaged
from newslint.training.acceptability.model import Network
from newslint.training.acceptability.vocabulary import TAGS, count

DAMAGED_SHARE = 0.8
LEFT_OUT = 4  # shards
TOKENS = 3200  # a batch
TAG = {name: index for index, name in enumerate(TAGS)} | {"X": TAGS.index("X")}
RATE = 3e-3

Item = tuple[list[str], list[str], list[int], int]  # words, tags, marks, kind of damage from 1 or 0


class Encoder:
    """Rows of words, kept."""

    def __init__(self, rows: Rows) -> None:
        self._rows, self._kept = rows, dict[str, tuple[int, int, int]]()

    def __call__(self, words: list[str]) -> list[tuple[int, int, int]]:
        kept = self._kept
        for word in words:
            if word not in kept:
                kept[word] = self._rows.of(word)
        return [kept[word] for word in words]


def items(shards: list[Path], rng: random.Random) -> list[Item]:
    """Whole and damaged sentences of some shards."""
    found: list[Item] = []
    for shard in shards:
        for words, tags in pickle.loads(shard.read_bytes()):
            found.append((list(words), list(tags), [0] * len(words), 0))
            made = damaged(words, tags, rng) if rng.random() < DAMAGED_SHARE else None
            if made:
                sentence, kind = made
                found.append((*sentence, NAMES.index(kind) + 1))
    return found


def batches(found: list[Item], rng: random.Random, tokens: int = TOKENS) -> Iterator[list[Item]]:
    """Sentences of one length together, in random order."""
    pools = defaultdict(list)
    for item in found:
        pools[len(item[0])].append(item)
    made = []
    for length, pool in pools.items():
        rng.shuffle(pool)
        size = max(16, min(tokens // length, tokens // 8))
        made += [pool[at : at + size] for at in range(0, len(pool), size)]
    rng.shuffle(made)
    return iter([batch for batch in made if len(batch) > 3])


class Tally:
    """What share of each kind is heard at the logit that 0.2 % of whole sentences reach."""

    def __init__(self) -> None:
        self.scores: dict[int, list[float]] = defaultdict(list)

    def add(self, scores: np.ndarray, kinds: np.ndarray) -> None:
        for kind in set(kinds.tolist()):
            self.scores[kind].extend(scores[kinds == kind].tolist())

    def __str__(self) -> str:
        limit = np.quantile(self.scores[0], 0.998)
        heard = (
            f"{n} {np.mean(np.array(self.scores[k]) > limit):.2f}" for k, n in enumerate(NAMES, 1) if self.scores[k]
        )
        return f"above {limit:.2f}: " + ", ".join(heard)


def resume(net: Network, weights: dict[str, np.ndarray]) -> None:
    """Gives the network the weights of a file that ``export`` made; the tag head begins anew."""
    state = net.state_dict()
    for name, kept in weights.items():
        whole = name + ".weight" if name in ("word", "ending", "shape") else name
        if state[whole].ndim == 3:  # a convolution: out, 3 times in -> out, in, 3
            out, inward, three = state[whole].shape
            kept = kept.reshape(out, three, inward).transpose(0, 2, 1)
        state[whole] = torch.tensor(np.ascontiguousarray(kept)).reshape(state[whole].shape)
    net.load_state_dict(state)


def fit(work: Path, name: str, seconds: float, seed: int, width: int, *, anew: bool) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    shards = sorted((work / "shards").glob("*.pkl"))[:-LEFT_OUT]
    if anew:
        words, endings = count(w for shard in shards[::3] for w, _ in pickle.loads(shard.read_bytes()))
    else:
        words, endings, weights = read_file(FILE)
    encode = Encoder(Rows(words, endings))
    net = Network(len(words) + 2, len(endings) + 2, width)
    if not anew:
        resume(net, weights)
    optimizer = torch.optim.AdamW(net.parameters(), RATE, betas=(0.9, 0.99), weight_decay=0.01)
    print(sum(p.numel() for p in net.parameters()), "weights", flush=True)
    start = last = time.time()
    tally, step, seen, share = Tally(), 0, 0, 0.0
    while share < 1:
        rng.shuffle(shards)
        for at in range(0, len(shards), 4):
            for batch in batches(items(shards[at : at + 4], rng), rng):
                share = min(1.0, (time.time() - start) / seconds)
                rate = RATE * min(1, (step + 1) / 100) * (0.01 + 0.99 * (1 + math.cos(math.pi * share)) / 2)
                for group in optimizer.param_groups:
                    group["lr"] = rate
                rows = torch.tensor(np.array([encode(item[0]) for item in batch]))
                unknown = torch.rand(rows.shape[:2]) < 0.02
                rows[..., 0][unknown] = 1
                kinds = np.array([item[3] for item in batch])
                marks = torch.tensor([item[2] for item in batch], dtype=torch.float32)
                tags = torch.tensor([[TAG[tag] for tag in item[1]] for item in batch])
                sentence, token, tag = net(rows)
                loss = (
                    binary_cross_entropy_with_logits(sentence, torch.tensor(kinds > 0).float())
                    + 2 * binary_cross_entropy_with_logits(token, marks)
                    + 0.2 * cross_entropy(tag.flatten(0, 1), tags.flatten())
                )
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
                optimizer.step()
                step, seen = step + 1, seen + marks.numel()
                tally.add(sentence.detach().numpy(), kinds)
                if time.time() - last > 120 or share >= 1:
                    last = time.time()
                    print(
                        f"{last - start:.0f} s, {seen / 1e6:.1f} M words, loss {loss.item():.3f}, {tally}", flush=True
                    )
                    tally = Tally()
                    save = {"net": net.state_dict(), "words": words, "endings": endings, "width": width}
                    torch.save(save, work / f"{name}.pt")
                if share >= 1:
                    break
            if share >= 1:
                break


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("name")
    parser.add_argument("--seconds", type=float, default=2400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--anew", action="store_true", help="forget the weights that are shipped")
    arguments = parser.parse_args()
    fit(arguments.work, arguments.name, arguments.seconds, arguments.seed, arguments.width, anew=arguments.anew)


if __name__ == "__main__":
    main()
