"""How long the server's clients wait: latency, requests a second, errors and memory, over loopback.

    python tests/benchmarks/bench_server.py [--clients 50] [--seconds 60] [--words 600] [--think S] [--as typing]

starts ``newslint serve`` with two processes and has clients ask it, each with one connection, each one article of its
own, made up from the sentences below. ``--as``: what they send:

    typing    the article, with one sentence more each time, as an editor does who checks while one types
    again     the article as it was, as those do who open it after each other
    fresh     an article that nobody has sent before

``--think``: seconds from an answer to the client's next request, on average; 0 is a closed loop, in which every client
always waits: with 50 of them, two processors and 20 ms a check each waits for half a second.
The bar: no error, and 99 of 100 answers within 150 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import subprocess
import sys
from itertools import count
from time import perf_counter
from urllib.parse import quote_plus

BAR = 150.0
SENTENCES = """
The council voted on {day} to close the {noun}, ending a debate that had run for more than {number} years.
Members said the {noun} needed repairs that would have cost more than the town spends on books in a decade.
“We had no choice left,” the mayor, {name}, said after the meeting, which lasted until shortly before midnight.
About {number} people waited outside the {noun} in the rain, some of them holding signs.
{name}, who has led the {noun} since {year}, told reporters at 9 a.m. that its share had fallen by {number} percent.
The {noun}, built in {year}, draws some {number},000 visitors a year.
“Why now?” asked {name}, a retired teacher.
Neighboring {town} faces the same question, though its budget has grown.
Critics call the plan a mistake.
A spokesman for the U.S. Department of Education declined to comment on the {noun}.
Under the plan, the {noun}’s {number} employees would move to other buildings before the end of the year.
{name} wrote in a letter that the {noun} “belongs to {town}, and to nobody else”.
""".strip().splitlines()
WORDS = {
    "noun": "library bridge school museum harbor hospital station theater market stadium".split(),
    "day": "Monday Tuesday Wednesday Thursday Friday".split(),
    "town": "Oldtown Millbridge Harwick Stonefield Newbury Ashford".split(),
}
FIRST = "Ann Taras Elin Moses Priya Jonas Carla Femi Ruth Hugo".split()
LAST = "Brandt Lindqvist Oyelaran Castell Mehta Novak Ferreira Dunmore Okafor Halloran".split()


class Story:
    """An article of some words, and more of it."""

    def __init__(self, seed: int, words: int) -> None:
        self._dice = random.Random(seed)
        dice = self._dice
        self._names = [f"{dice.choice(FIRST)} {dice.choice(LAST)}" for _ in range(5)]
        self.paragraphs = [" ".join(self.sentence() for _ in range(3))]
        while sum(len(paragraph.split()) for paragraph in self.paragraphs) < words:
            self.paragraphs.append(" ".join(self.sentence() for _ in range(3)))

    def sentence(self) -> str:
        dice = self._dice
        chosen = {key: dice.choice(values) for key, values in WORDS.items()}
        name = dice.choice(self._names)
        return dice.choice(SENTENCES).format(
            **chosen, name=name, number=dice.randint(2, 90), year=dice.randint(1900, 2020)
        )

    def grow(self) -> None:
        """One sentence more, somewhere, in place of another."""
        at = self._dice.randrange(len(self.paragraphs))
        kept = self.paragraphs[at].split(". ")[:2]
        self.paragraphs[at] = ". ".join(kept).rstrip(".") + f". {self.sentence()}"

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs) + "\n"


class Measured:
    def __init__(self) -> None:
        self.waits: list[float] = []
        self.errors = 0


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, text: str) -> int:
    """The status of a check."""
    body = f"language=en-US&text={quote_plus(text)}".encode()
    head = (
        "POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    writer.write(head.encode() + body)
    lines = (await reader.readuntil(b"\r\n\r\n")).lower().split(b"\r\n")
    size = next(int(line[15:]) for line in lines if line.startswith(b"content-length:"))
    await reader.readexactly(size)
    return int(lines[0].split()[1])


async def client(number: int, port: int, end: float, chosen: argparse.Namespace, measured: Measured) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    dice = random.Random(number)
    story, seeds = Story(number, chosen.words), count(1000 * (number + 1))
    if chosen.think:
        await asyncio.sleep(dice.uniform(0, chosen.think))
    while perf_counter() < end:
        if chosen.kind == "typing":
            story.grow()
        elif chosen.kind == "fresh":
            story = Story(next(seeds), chosen.words)
        began = perf_counter()
        status = await ask(reader, writer, story.text)
        measured.waits.append(perf_counter() - began)
        measured.errors += status != 200
        if chosen.think:
            await asyncio.sleep(dice.uniform(0.5, 1.5) * chosen.think)
    writer.close()


async def run(port: int, chosen: argparse.Namespace) -> Measured:
    measured = Measured()
    end = perf_counter() + chosen.seconds
    await asyncio.gather(*(client(number, port, end, chosen, measured) for number in range(chosen.clients)))
    return measured


def memory(parent: int) -> list[int]:
    """Megabytes of the server's processes."""
    shown = subprocess.run(["ps", "-eo", "pid,ppid,rss"], capture_output=True, text=True, check=True).stdout
    rows = [[int(word) for word in line.split()] for line in shown.splitlines()[1:]]
    family = {parent}
    for _ in range(3):
        family |= {pid for pid, above, _ in rows if above in family}
    return sorted(size // 1024 for pid, _, size in rows if pid in family)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--words", type=int, default=600)
    parser.add_argument("--think", type=float, default=0.0)
    parser.add_argument("--as", dest="kind", choices=("typing", "again", "fresh"), default="typing")
    chosen = parser.parse_args()
    command = [sys.executable, "-m", "newslint", "serve", "--no-config", "--port", "0", "--workers", "2", "--no-log"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr
        port = int(server.stderr.readline().split(" listens at ")[1].split()[0].rstrip("/").rpartition(":")[2])
        asyncio.run(run(port, argparse.Namespace(**{**vars(chosen), "clients": 4, "seconds": 2.0})))
        measured = asyncio.run(run(port, chosen))
        sizes = memory(server.pid)
    finally:
        server.terminate()
        server.wait()
    waits = sorted(1000 * wait for wait in measured.waits)
    half, most, worst = (waits[min(int(len(waits) * part), len(waits) - 1)] for part in (0.5, 0.99, 1.0))
    print(
        f"{chosen.kind}, think {chosen.think:g} s: {len(waits)} requests, {len(waits) / chosen.seconds:.0f}/s, "
        f"{measured.errors} errors; ms: half {half:.0f}, p99 {most:.0f}, worst {worst:.0f}; MB of each process {sizes}"
    )
    return int(bool(measured.errors) or most > BAR)


if __name__ == "__main__":
    sys.exit(main())
