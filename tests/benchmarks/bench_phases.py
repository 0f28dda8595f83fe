"""Where the time of a check goes: start-up, loading the rules, reading, each view, the rules.

usage: python tests/benchmarks/bench_phases.py ARTICLE [FOLDER]

Each phase twice: cold, with all that is imported, read and compiled for it for the first time, and warm, as it is for
the second article of a run. A view is asked for after those that it rests on, a rule after all views.

FOLDER: plain-text articles, half of them to warm up. Of the others, never seen before, it says what a check takes, and
how many times the floor that is: reading, the phrases of all rules in one pass, and one pass over the tokens.
"""

import sys
from pathlib import Path
from time import perf_counter, process_time

BEGAN = perf_counter()

from newslint.analysis.text.tokens import find_tokens  # noqa: E402
from newslint.commands import check  # noqa: E402, F401  what the command imports
from newslint.run import prepared  # noqa: E402
from newslint.run.run import Run  # noqa: E402
from newslint.run.settings import Options  # noqa: E402

VIEWS = (
    "blocks lower _hits sentences tokens lines quote_marks quotes name_inventory name_clashes people attributions "
    "dates numbers"
).split()


def phases(run: Run, path: Path) -> dict[str, float]:
    """Seconds by phase, in order."""
    times = {}

    def timed(name, job):
        began = perf_counter()
        found = job()
        times[name] = perf_counter() - began
        return found

    settings = timed("finding rules and plugins", lambda: run.settings_for(path))
    rules = timed("loading the rules", lambda: settings.rules)
    timed("their phrases", lambda: settings.phrases)
    source, (article, *_) = timed("reading", lambda: run.read(path))
    for view in VIEWS:
        timed(f"view {view.strip('_')}", lambda view=view: getattr(article, view))
    for rule in rules:
        timed(rule.id, lambda rule=rule: list(rule.check(article)))
    timed("locating, suppressing", lambda: run.check_articles(path, source, [article]))
    return times


def floor(run: Run, folder: Path) -> tuple[float, float]:
    """Seconds of a processor for an article, on the average: of a whole check, and of the floor."""
    paths = sorted(folder.rglob("*.txt"))
    half = len(paths) // 2
    for path in paths[:half]:
        run.check_file(path)
    began = process_time()
    for path in paths[half:]:
        run.check_file(path)
    whole = process_time() - began
    began = process_time()
    for path in paths[half:]:
        _, (article, *_) = run.read(path)
        article.hits("")
        find_tokens(article.text)
    return whole / (len(paths) - half), (process_time() - began) / (len(paths) - half)


def main() -> None:
    """Measure and print."""
    startup = perf_counter() - BEGAN
    prepared.bring()  # as the command does: else the first that runs a large expression is charged for compiling it
    run, path = Run(Options(no_config=True)), Path(sys.argv[1])
    cold, warm = phases(run, path), phases(run, path)
    ids = {rule.id for rule in run.settings_for(path).rules}
    print(f"{'':32}   cold     warm")
    row("newslint’s own imports", startup, 0.0)
    for name, seconds in cold.items():
        if name not in ids:
            row(name, seconds, warm[name])
    row(f"all {len(ids)} rules", sum(map(cold.__getitem__, ids)), sum(map(warm.__getitem__, ids)))
    print("the slowest of them")
    for name in sorted(ids, key=lambda name: -cold[name])[:8]:
        row(f"  {name}", cold[name], warm[name])
    if sys.argv[2:]:
        whole, least = floor(run, Path(sys.argv[2]))
        print(f"an article that was not seen before: {1000 * whole:.1f} ms, {whole / least:.0f} times the floor")


def row(name: str, cold: float, warm: float) -> None:
    print(f"{name:32} {1000 * cold:6.1f}  {1000 * warm:6.1f} ms")


if __name__ == "__main__":
    main()
