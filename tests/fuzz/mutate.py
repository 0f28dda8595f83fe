"""Blind mutation of the seeds, for a machine without atheris: ``python tests/fuzz/mutate.py SECONDS [TARGET ...]``."""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
from fuzz.targets import TARGETS, held

SEEDS = Path(__file__).parent / "seeds"
PIECES = (
    b"---\n +++\n &a *a <<: [ ] { } [[ ]] '' \"\" \\ \0 \n \r\n \t \x1b \xff \xc3 \xed\xa0\x80 \xe2\x80\x9c "
    b"* ** ? ! # / a{9} ( ) (?= \\1 \\p{L} {found} {found:>99} 0x 1e999 inf nan -1 99999999999999999999 :59 2024-02-31 "
    b"true null <p> </p> <!-- --> &#x1F; &nbsp; <script> newslint: ignore off on names Mr. Ann_Lee 12 percent $4.5"
).split(b" ")


def seeds(name: str) -> list[bytes]:
    return [path.read_bytes() for path in sorted(SEEDS.glob(f"{name}-*"))] or [b"The council met.\n"]


def mutated(dice: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """The bytes with some changes: cut, doubled, overwritten, with pieces put in or another seed spliced on."""
    for _ in range(dice.randint(1, 6)):
        at = dice.randint(0, len(data))
        end = min(len(data), at + dice.choice((1, 2, 4, 16, 64)))
        piece = dice.choice(PIECES).replace(b"_", b" ")
        data = dice.choice(
            (
                data[:at] + data[end:],
                data[:at] + piece * dice.choice((1, 1, 2, 50)) + data[at:],
                data[:end] + data[at:end] * dice.choice((1, 3, 30)) + data[end:],
                data[:at] + bytes([dice.randrange(256)]) + data[at + 1 :],
                data[:at] + dice.choice(others)[at:],
            )
        )[:20_000]
    return data


def run(seconds: float, names: list[str], seed: int | None = None) -> dict[str, int]:
    """How often each target ran; a defect is raised with the bytes that show it in a file."""
    dice = random.Random(seed)
    counts = dict.fromkeys(names, 0)
    for name in names:
        known = seeds(name)
        until = time.monotonic() + seconds / len(names)
        while time.monotonic() < until:
            data = mutated(dice, dice.choice(known), known)
            counts[name] += 1
            try:
                held(name, data)
            except Exception:
                Path(f"failed-{name}").write_bytes(data)
                raise
    return counts


if __name__ == "__main__":
    chosen = sys.argv[2:] or list(TARGETS)
    for name, count in run(float(sys.argv[1]), chosen).items():
        print(f"{name:14} {count:9}")  # noqa: T201
