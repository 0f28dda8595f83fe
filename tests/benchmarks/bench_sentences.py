"""How fast the sentence view, the roles, the tagger and the sentences/ rules are, on one core, in MB of text a second.

    python tests/benchmarks/bench_sentences.py [FOLDER]

reads every .txt file under FOLDER, or articles made up from the sentences below. The bar: the sentence view and the
rules together do at least 1.5 MB a second. Each figure is the best of three rounds.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from newslint import Article
from newslint.analysis.page.roles import assign_roles
from newslint.analysis.tagger import tagger
from newslint.analysis.text.sentences import find_sentences
from newslint.analysis.text.tokens import find_tokens
from newslint.plugins.packs import rules_in
from newslint.readers.plain import read_plain

BAR = 1.5
SENTENCES = """
The council voted on Monday to close the {noun}, ending a debate that had run for more than {number} years.
Members said the {noun} needed repairs that would have cost more than the town spends on books in a decade.
“We had no choice left,” the mayor, Ann Roe, said after the meeting, which lasted until shortly before midnight.
About {number} people waited outside the {noun} in the rain, some of them holding signs.
Rep. John Doe, D-Oldtown, told reporters at 9 a.m. that the state’s share had fallen by {number} percent since Jan. 5.
The {noun}, built in 1931, draws some {number},000 visitors a year.
“Why now?” he asked.
Neighboring Newtown faces the same question, though its budget has grown.
Critics call the plan a mistake.
A spokesman for the U.S. Department of Education declined to comment on the {noun}.
Under the plan, the {noun}'s {number} employees would move to other buildings before the end of the year.
""".strip().splitlines()
NOUNS = "library bridge school museum harbor hospital station theater market stadium".split()


def made_up(count: int) -> list[str]:
    """Articles in plain text, every one with a headline, a byline and a dozen paragraphs."""
    rng = random.Random(1)
    articles = []
    for _ in range(count):
        paragraphs = ["Council votes to close library", "By Jane Doe"]
        for _ in range(12):
            chosen = rng.sample(SENTENCES, 3)
            paragraphs.append(" ".join(s.format(noun=rng.choice(NOUNS), number=rng.randint(2, 90)) for s in chosen))
        articles.append("\n\n".join(paragraphs) + "\n")
    return articles


def best_of_three(job: Callable[[Article], object], texts: list[str]) -> float:
    """Seconds for ``job`` over all articles, each read anew so that no view is kept from round to round."""
    rounds = []
    for _ in range(3):
        articles = [Article(read_plain(text)) for text in texts]
        start = perf_counter()
        for article in articles:
            job(article)
        rounds.append(perf_counter() - start)
    return min(rounds)


def main() -> None:
    """Measure and print."""
    if len(sys.argv) > 1:
        texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).rglob("*.txt"))]
    else:
        texts = made_up(400)
    size = sum(len(text.encode()) for text in texts) / 1e6
    rules = [file.load() for file in rules_in("newslint_rules") if file.id.startswith("sentences/")]
    jobs: dict[str, Callable[[Article], object]] = {
        "tokens": lambda article: find_tokens(article.text),
        "roles": lambda article: assign_roles(article.text, article.document.blocks),
        "sentences": lambda article: find_sentences(article.text, article.document.blocks),
        "surely finite": lambda article: [tagger.surely_finite(s.text) for s in article.sentences],
        "finite verbs, where in doubt": lambda article: [article.has_finite_verb(s) for s in article.sentences],
        "finite verbs of every sentence": lambda article: [article.finite_verbs(s) for s in article.sentences],
        **{rule.id: lambda article, rule=rule: list(rule.check(article)) for rule in rules},
    }
    print(f"{len(texts)} articles, {size:.2f} MB")
    for name, job in jobs.items():
        print(f"{name:32} {size / best_of_three(job, texts):7.2f} MB/s")
    speed = size / best_of_three(lambda article: [list(rule.check(article)) for rule in rules], texts)
    print(f"{'sentence view and all rules':32} {speed:7.2f} MB/s   (the bar is {BAR})")


if __name__ == "__main__":
    main()
