"""Damaged sentences made from whole ones, as spinners, scrapers and hurried edits leave them.

``python -m newslint.training.acceptability.damage WORK`` prints samples of each kind: read a hundred of each before
training. A kind returns None where the result might still be English ("the man (who) he saw").
"""

import argparse
import pickle
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from newslint.training.acceptability.disorder import displaced, phrases_swapped, shuffled, stray, verb_last
from newslint.training.acceptability.losses import (
    beheaded,
    cut_end,
    cut_middle,
    lost_noun,
    lost_subject,
    lost_verb,
)
from newslint.training.acceptability.sentence import Sentence, Whole, whole
from newslint.training.acceptability.slips import agreement, lost_small_word, splice, two_wordings, wrong_form

KINDS: dict[str, tuple[Callable[[Whole, random.Random], Sentence | None], int]] = {
    "lost verb": (lost_verb, 36),
    "lost subject": (lost_subject, 5),
    "lost noun": (lost_noun, 6),
    "cut end": (cut_end, 9),
    "cut middle": (cut_middle, 6),
    "beheaded": (beheaded, 3),
    "shuffled": (shuffled, 11),
    "displaced": (displaced, 7),
    "verb last": (verb_last, 7),
    "phrases swapped": (phrases_swapped, 7),
    "stray": (stray, 6),
    "two wordings": (two_wordings, 9),
    "wrong form": (wrong_form, 5),
    "agreement": (agreement, 4),
    "lost small word": (lost_small_word, 7),
    "splice": (splice, 6),
}
NAMES = tuple(KINDS)


def damaged(
    words: Sequence[str], tags: Sequence[str], rng: random.Random, kind: str = ""
) -> tuple[Sentence, str] | None:
    """One made damage and its kind; None where four attempts came to nothing."""
    s = whole(words, tags)
    for _ in range(4):
        name = kind or rng.choices(NAMES, [weight for _, weight in KINDS.values()])[0]
        made = KINDS[name][0](s, rng)
        if made and len(made.words) > 2 and made.words != s.words:
            return _opened(made, keep=name == "beheaded"), name
    return None


def _opened(made: Sentence, *, keep: bool) -> Sentence:
    """The sentence begins with a word again, and that with a capital."""
    words, tags, marks = made
    while len(words) > 3 and words[0] in (",", ";", ":", "—", "-"):
        words, tags, marks = words[1:], tags[1:], marks[1:]
    if not keep and words[0][0].islower():
        words = [words[0][0].upper() + words[0][1:], *words[1:]]
    return Sentence(words, tags, marks)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=Path)
    parser.add_argument("--each", type=int, default=100)
    parser.add_argument("--kind", default="")
    arguments = parser.parse_args()
    rng = random.Random(5)
    rows = pickle.loads((arguments.work / "shards" / "0000.pkl").read_bytes())
    for kind in [arguments.kind] if arguments.kind else NAMES:
        print("\n==", kind)
        count = 0
        while count < arguments.each:
            words, tags = rng.choice(rows)
            found = damaged(words, tags, rng, kind) if len(words) < 34 else None
            if found:
                count += 1
                made = found[0]
                print(" ".join(f"[{w}]" if m else w for w, m in zip(made.words, made.marks, strict=True)))


if __name__ == "__main__":
    main()
