"""How the time of a check grows with the article: families of copy at n, 2n, 4n and 8n, in seconds of this process.

usage: python tests/benchmarks/bench_growth.py [FAMILY ...]

Each is measured several times, the least counts. A family whose time grows faster than n to the power of 1.2 is told
apart, and the exit code is 1. Times too short to measure count as linear.
"""

import sys
from collections.abc import Callable
from math import log
from pathlib import Path
from time import process_time

from newslint.run.run import Run
from newslint.run.settings import Options

LIMIT = 1.2
SHORTEST = 0.02  # seconds: what is quicker is not measured well
RUNS = 3
SENTENCE = (
    "The council of Mill Bridge voted on Monday, Ann Kuzio said. “We have no choice,” said Mr. Lee, 45, of the U.S. "
    "Senate. The cost rose 12 percent to $4.5 million on Tuesday, March 5, 2024. "
)
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"


def word(number: int) -> str:
    """A word of its own for every number, of open syllables, unlike that of the next number."""
    letters = ""
    number = number * 7_368_787 % 117_649_001
    while number or len(letters) < 6:
        number, last = divmod(number, len(VOWELS) * len(CONSONANTS))
        letters += CONSONANTS[last // len(VOWELS)] + VOWELS[last % len(VOWELS)]
    return letters


def name(number: int) -> str:
    return word(number).capitalize()


def told(one: Callable[[int], str]) -> Callable[[int], str]:
    """A text of so many pieces."""
    return lambda count: "".join(map(one, range(count)))


# Family -> (the text of so many pieces, n)
FAMILIES: dict[str, tuple[Callable[[int], str], int]] = {
    "one line": (told(lambda _: SENTENCE), 150),
    "paragraphs": (told(lambda _: SENTENCE + "\n\n"), 150),
    "distinct capitalised words": (told(lambda n: f"They went to {name(n)} in the rain. "), 500),
    "one surname, many given names": (told(lambda n: f"Then {name(n)} Lee said it was over. "), 250),
    "speakers": (told(lambda n: f"“We have no choice at all here,” {name(n)} {name(n * 7 + 1)} said.\n\n"), 150),
    "one quotation, many speakers": (
        told(lambda n: f"“We had no choice at all,” {name(n)} {name(n + 9)} said.\n\n"),
        150,
    ),
    "mentions of one person": (told(lambda _: "Ann Kuzio was 45. She said Kuzio, the 45-year-old, won. "), 200),
    "acronyms": (told(lambda n: f"The Office of {name(n)} Help (OX{word(n)[:2].upper()}) met. "), 250),
    "nests of quotation marks": (told(lambda _: "“‘so’” "), 1_500),
    "marks that open": (told(lambda _: "“ ‘ ("), 1_500),
    "emoji with joiners": (told(lambda _: "👨\u200d👩\u200d👧 "), 1_500),
    "no-break spaces": (told(lambda _: "\xa0"), 10_000),
    "suppressions": (told(lambda n: f"<!-- newslint: off {'names' if n % 2 else 'facts'} -->\n\nIt is so.\n\n"), 250),
    "numbers": (told(lambda n: f"Of the {n + 20} pupils, {n} were girls and {n + 3} boys in {1900 + n % 100}. "), 200),
    "distinct quotations": (told(lambda n: f"“The {word(n)} of the {word(n + 5)} is {word(n + 11)}.” "), 250),
    "words in no dictionary": (told(lambda n: f"The {word(n)}the was {word(n + 1)}ing to {word(n + 2)}. "), 250),
}


def seconds(run: Run, text: str) -> float:
    path = Path("article.md" if text.startswith("<!--") else "article.txt")
    data = text.encode()
    times = []
    for _ in range(RUNS):
        began = process_time()
        report = run.check_file(path, data)
        times.append(process_time() - began)
        if report.errors:
            sys.exit(f"{report.errors}")
    return min(times)


def exponent(run: Run, family: str) -> tuple[float, list[float]]:
    """The power of n with which the time grows from n to 8n, and the times."""
    make, size = FAMILIES[family]
    run.check_file(Path("article.txt"), make(size).encode())  # what is looked up once is not counted
    times = [seconds(run, make(size * times)) for times in (1, 2, 4, 8)]
    if times[-1] < SHORTEST:
        return 1.0, times
    return log(times[-1] / max(times[1], SHORTEST / 8)) / log(4), times


def main() -> int:
    run, failed = Run(Options(no_config=True)), 0
    for family in sys.argv[1:] or FAMILIES:
        power, times = exponent(run, family)
        failed += power > LIMIT
        shown = " ".join(f"{1000 * time:8.1f}" for time in times)
        print(f"{family:32} {shown} ms  exponent {power:4.2f}{'  GROWS TOO FAST' if power > LIMIT else ''}", flush=True)
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
