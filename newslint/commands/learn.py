"""Learn from a folder of your own articles: write the lines that your site prints around every story as a TOML rule."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newslint.commands._shared import add_config_arguments, add_reading_arguments, options_from
from newslint.disk.writing import replace_file
from newslint.model.errors import NewslintError, NotCopyError
from newslint.rule import CorpusRule
from newslint.run.files import find_files
from newslint.run.run import Run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help="articles as they come out of your system")
    parser.add_argument(
        "--output", type=Path, metavar="FILE", help="where to write the rule, such as desk/boilerplate/our_site.toml"
    )
    add_config_arguments(parser)
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    job = Run(options_from(arguments))
    values: dict[CorpusRule, dict[str, object]] = {}
    for path in find_files(arguments.folders, job.suffixes):
        try:
            articles = job.read(path)[1]
        except NotCopyError:
            continue
        for number, article in enumerate(articles, 1):
            for rule in job.settings_for(path).rules:
                if isinstance(rule, CorpusRule):
                    name = path.as_posix() if number == 1 else f"{path.as_posix()}#{number}"
                    values.setdefault(rule, {})[name] = rule.collect(article)
    texts = [text for rule, collected in values.items() if (text := rule.learn(collected))]
    if not texts:
        print("nothing recurs often enough to be learned; give more articles of one site", file=sys.stderr)
        return 1
    if arguments.output is None:
        print("\n".join(texts), end="")
        return 0
    try:
        arguments.output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NewslintError(str(arguments.output), f"cannot be written: {error.strerror or error}") from None
    replace_file(arguments.output, "\n".join(texts).encode())
    print(f"{arguments.output} is written; name its folder of rules in `packs` of the config")
    return 0
