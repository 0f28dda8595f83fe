"""What the shipped network does: ``python -m newslint.training.acceptability.measure WORK COPY...``.

WORK holds the shards; the four that were left out of training tell what share of each made damage is heard. COPY are
folders of edited copy of other outlets, as files: how often a sentence of theirs is doubted, by its logit.
"""

import argparse
import math
import random
from collections import Counter
from pathlib import Path

from newslint.analysis.acceptability.doubts import deserves_network, find_doubts
from newslint.analysis.acceptability.network import judge
from newslint.run.run import Run
from newslint.training.acceptability.damage import NAMES
from newslint.training.acceptability.fit import LEFT_OUT, items

LOGITS = (0.0, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0)


def recall(work: Path) -> None:
    """The share of made damage that is heard, through all three steps."""
    found = items(sorted((work / "shards").glob("*.pkl"))[-LEFT_OUT:], random.Random(9))
    odd = [at for at, item in enumerate(found) if deserves_network(item[0])]
    logits = [-math.inf] * len(found)
    for at, verdict in zip(odd, judge([found[at][0] for at in odd]), strict=True):
        logits[at] = verdict.sentence
    every = Counter(item[3] for item in found)
    for limit in LOGITS:
        heard = Counter(item[3] for item, logit in zip(found, logits, strict=True) if logit > limit)
        shares = ", ".join(f"{NAMES[kind - 1]} {heard[kind] / every[kind]:.0%}" for kind in sorted(every) if kind)
        print(f"logit {limit}: whole {heard[0] / every[0]:.2%}; {shares}")


def silence(folders: list[Path]) -> None:
    """Doubts per 1,000 words of edited copy."""
    run, words, logits = Run(), 0, list[float]()
    for path in sorted(path for folder in folders for path in folder.rglob("*.txt")):
        _, (article,) = run.read(path)
        words += len(article.text.split())
        logits += [doubt.logit for doubt in article.view(find_doubts)]
    for limit in LOGITS:
        print(f"logit {limit}: {1000 * sum(logit > limit for logit in logits) / words:.3f} per 1,000 of {words} words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("copy", type=Path, nargs="+")
    arguments = parser.parse_args()
    recall(arguments.work)
    silence(arguments.copy)


if __name__ == "__main__":
    main()
