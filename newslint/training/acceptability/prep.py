"""News text to shards of tagged sentences: ``python -m newslint.training.acceptability.prep NEWS WORK [OUTLETS]``.

NEWS is xz-compressed text, a paragraph a line, an empty line between articles. WORK gets ``shards/NNNN.pkl``, each the
sentences of 120 articles as (words, tags): the tags are our own tagger's, on copy that is still whole.
"""

import argparse
import lzma
import pickle
from pathlib import Path

from newslint.analysis.acceptability.folding import QUOTED, folded_sentences
from newslint.analysis.tagger.tagger import tag

ARTICLES = 120  # a shard
SHORTEST, LONGEST = 4, 70  # words a sentence

Example = tuple[tuple[str, ...], tuple[str, ...]]


def examples(articles: list[str]) -> list[Example]:
    """The sentences of some articles with their tags."""
    found = []
    for article in articles:
        for paragraph in article.split("\n"):
            for sentence in folded_sentences(paragraph):
                if SHORTEST <= len(sentence.words) <= LONGEST:
                    found.append((tuple(sentence.words), tuple(tag([tagged(word) for word in sentence.words]))))
    return found


def tagged(word: str) -> str:
    """What the tagger reads in place of a folded quotation."""
    return "this" if word == QUOTED else word


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("news", type=Path)
    parser.add_argument("work", type=Path)
    arguments = parser.parse_args()
    articles = lzma.decompress(arguments.news.read_bytes()).decode().split("\n\n")
    folder = arguments.work / "shards"
    folder.mkdir(parents=True, exist_ok=True)
    for shard in range(len(articles) // ARTICLES):
        rows = examples(articles[shard * ARTICLES : (shard + 1) * ARTICLES])
        (folder / f"{shard:04}.pkl").write_bytes(pickle.dumps(rows))
    print(len(articles) // ARTICLES, "shards")


if __name__ == "__main__":
    main()
