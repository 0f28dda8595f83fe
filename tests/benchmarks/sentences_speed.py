"""How fast the sentence view and the rules about sentences read: python tests/benchmarks/sentences_speed.py FILE..."""

import sys
import time
from pathlib import Path

from newslint.packs import rules_in
from newslint.readers.plain import read_plain


def main(paths: list[str]) -> None:
    rules = [file.load() for file in rules_in("newslint_rules") if file.id.startswith("sentences/")]
    articles = [read_plain(Path(path).read_text(encoding="utf-8")) for path in paths]
    for article in articles:
        _ = article.blocks
    size = sum(len(article.text) for article in articles) / 1e6
    begin = time.process_time()
    for article in articles:
        _ = article.sentences
    for rule in rules:
        for article in articles:
            list(rule.check(article))
    print(f"{size / (time.process_time() - begin):.2f} MB of text a second")


if __name__ == "__main__":
    main(sys.argv[1:])
