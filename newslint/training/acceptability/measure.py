"""What the shipped network does: ``python -m newslint.training.acceptability.measure WORK COPY...``.

WORK holds the shards; the four that were left out of training tell what share of each made damage is heard. COPY are
folders of edited copy of other outlets, as files: how often a sentence of theirs is doubted, by its logit, for each
kind of doubt that ``rules/sentences/_doubts.py`` has a bound for.
"""

import argparse
import math
import random
from collections import Counter
from pathlib import Path

from newslint.analysis.acceptability.doubts import Doubt, deserves_network, find_doubts
from newslint.analysis.acceptability.network import judge
from newslint.run.run import Run
from newslint.training.acceptability.damage import NAMES
from newslint.training.acceptability.fit import LEFT_OUT, items

LOGITS = (-0.5, 0.0, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.5, 6.0, 8.0)
ODD = 90  # sixteenths of a logit of the junctions, as in the rules


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
    """Doubts per 1,000 words of edited copy, by kind."""
    run, words, kinds = Run(), 0, dict[str, list[float]]()
    for path in sorted(path for folder in folders for path in folder.rglob("*.txt")):
        _, (article,) = run.read(path)
        words += len(article.text.split())
        for doubt in article.view(find_doubts):
            kinds.setdefault(_kind(doubt), []).append(doubt.logit)
    print(f"per 1,000 of {words} words above the logits", *LOGITS)
    for kind, logits in sorted(kinds.items()):
        print(f"{kind}:", *(f"{1000 * sum(logit > limit for logit in logits) / words:.3f}" for limit in LOGITS))


def _kind(doubt: Doubt) -> str:
    said = ["no verb" if doubt.lacks_verb else "order"]
    said += ["its order agrees"] if doubt.agreed else []
    return ", ".join([*said, "odd junction"] if doubt.oddity >= ODD else said)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("copy", type=Path, nargs="+")
    arguments = parser.parse_args()
    recall(arguments.work)
    silence(arguments.copy)


if __name__ == "__main__":
    main()
