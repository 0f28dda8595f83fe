"""What an archive costs: a made one of so many articles is collected and compared, and watched meanwhile.

usage: python tests/benchmarks/bench_archive.py ARTICLES DIR [JOBS]

Prints, for each tenth of the articles: seconds of processors per 1,000 articles since the tenth before, and the memory
of the parent and of its largest worker; then what `newslint archive compare` took. Of the articles one in 500 misspells
its mayor, one in 500 gives her words to somebody else, and one in 200 was published before.
"""

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from newslint.english.names import given_names

SECTIONS = ("City", "Sport", "Business", "Culture")
VERBS = ("said", "told the council", "told reporters", "added")
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"
STORY = (
    "{town} will spend £{sum} million on {thing}, its council decided on {day} after a debate of {hours} hours.\n\n"
    "“We have waited {years} years for {thing}, and it will be open before the next winter comes,” {mayor}, the mayor, "
    "{said}. {surname}, {age}, was elected in {elected}.\n\n"
    "{critic}, who leads the opposition, voted against the plan. The money was needed for the schools of {town}, "
    "{critic_surname} said, where {pupils} pupils are taught in huts.\n\n"
    "“{count} families have written to us about {thing} since the spring,” said {clerk}, the clerk. Work begins in "
    "{month} and to take {months} months. The last bid, from a builder in {other}, had been {percent} percent higher.\n"
)
THINGS = ("bridge", "library", "theatre", "swimming pool", "market hall", "tram line", "quay", "park")


def word(chance: random.Random, least: int) -> str:
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(chance.randint(least, 3))).title()


def articles(many: int):
    """(id, text, date, section) of so many articles, the same every time."""
    chance = random.Random(7)
    first = sorted(name for name in given_names() if name.isalpha() and len(name) > 3)
    towns = [f"{word(chance, 2)}{chance.choice(('ton', 'ford', 'by', 'ham'))}" for _ in range(2_000)]
    things = [f"{chance.choice(('a new', 'a wider', 'a safer'))} {thing}" for thing in THINGS]
    endings = ("son", "er", "man", "")
    people = [f"{chance.choice(first).title()} {word(chance, 2)}{chance.choice(endings)}" for _ in range(8_000)]
    before = ""
    for number in range(many):
        place = chance.randrange(len(towns))
        mayor, critic, clerk = (people[(place * 4 + n) % len(people)] for n in range(3))
        if number % 500 == 77:
            mayor = mayor[:-1] + chance.choice("dklt")
        if number % 500 == 78:
            mayor, critic = critic, mayor
        text = STORY.format(
            town=towns[place], other=chance.choice(towns), thing=chance.choice(things), mayor=mayor, critic=critic,
            surname=mayor.split()[-1], critic_surname=critic.split()[-1], clerk=clerk, said=chance.choice(VERBS),
            sum=chance.randint(2, 90), hours=chance.randint(2, 9), years=chance.randint(2, 40),
            age=chance.randint(30, 70), elected=chance.randint(2001, 2015), pupils=chance.randint(20, 900),
            count=chance.randint(20, 900), months=chance.randint(3, 30), percent=chance.randint(3, 60),
            day=chance.choice(("Monday", "Tuesday", "Thursday")), month=chance.choice(("May", "June", "July")),
        )  # fmt: skip
        if number % 200 == 99:
            text = before
        before = text
        date = f"{2015 + number * 10 // many}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield {"id": f"s{number}", "text": text, "date": date, "section": SECTIONS[number % 4]}


def children(parent: int) -> list[int]:
    found = []
    for task in Path("/proc").iterdir():
        if task.name.isdigit():
            try:
                if int((task / "stat").read_text().rpartition(")")[2].split()[1]) == parent:
                    found.append(int(task.name))
            except OSError:
                continue
    return found


def memory(process: int) -> int:
    """MB that a process holds."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
    except OSError:
        return 0


def seconds(process: int) -> float:
    """Of processors."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    many, folder = int(sys.argv[1]), Path(sys.argv[2])
    jobs = sys.argv[3] if len(sys.argv) > 3 else "2"
    folder.mkdir(parents=True, exist_ok=True)
    source, archive = folder / "articles.jsonl", folder / "archive"
    if not source.exists():
        with source.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(article, ensure_ascii=False) + "\n" for article in articles(many))
    whole = source.stat().st_size
    command = [sys.executable, "-m", "newslint", "archive"]
    begun = time.monotonic()
    run = subprocess.Popen([*command, "collect", str(source), "--out", str(archive), "--no-config", "--jobs", jobs])
    weights = []
    tenth, spent, before = 1, 0.0, 0
    while run.poll() is None:
        time.sleep(1)
        if not weights and (archive / "plan.jsonl").exists():
            lines = (archive / "plan.jsonl").read_text().splitlines()[1:]
            weights = [int(line[1 : line.index(",")]) for line in lines]
        there = sum(weight for number, weight in enumerate(weights) if (archive / f"shard-{number:06}").exists())
        workers = children(run.pid)
        now = sum(map(seconds, [run.pid, *workers]))
        if there * 10 >= whole * tenth and now > spent:  # the seconds of a worker that ended are gone with it
            print(
                f"{there / whole:5.0%}  {(now - spent) / (many * (there - before) / whole) * 1000:6.2f} s a 1,000  "
                f"parent {memory(run.pid)} MB, largest worker {max(map(memory, workers), default=0)} MB",
                flush=True,
            )
            tenth, spent, before = int(there * 10 / whole) + 1, now, there
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"collected in {time.monotonic() - begun:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of processors")
    compare(command, archive)


def compare(command: list[str], archive: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = time.monotonic()
    most = 0
    with tempfile.TemporaryFile() as told:  # a pipe would wait for who reads it
        run = subprocess.Popen([*command, "compare", str(archive), "--no-config"], stdout=told)
        while run.poll() is None:
            most = max(most, memory(run.pid))
            time.sleep(0.1)
        told.seek(0)
        found = sum(1 for _ in told)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    size = sum(path.stat().st_size for path in archive.glob("shard-*/*.parquet"))
    print(
        f"compared in {time.monotonic() - begun:.0f} s, {spent:.0f} s of processors, "
        f"at most {most} MB: {found} findings"
    )
    print(f"{size / 1e6:.0f} MB of Parquet")


if __name__ == "__main__":
    main()
