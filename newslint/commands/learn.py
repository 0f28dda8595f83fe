"""Learn from your own articles: the lines around every story, the house's list of names, who said what."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from newslint.article import Article
from newslint.commands._extras import need_archive
from newslint.commands._packs import put_to_use_in
from newslint.commands._shared import add_config_arguments, add_reading_arguments, counted, options_from
from newslint.disk.writing import replace_file
from newslint.model.errors import NewslintError, NotCopyError
from newslint.rule import CorpusRule
from newslint.run.files import find_files
from newslint.run.run import Run

_SOURCES = "an archive that `newslint archive collect` has made, or folders of articles"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="WHAT")
    lines = kinds.add_parser("lines", help="write the lines that your site prints around every story as a TOML rule")
    lines.add_argument("sources", nargs="+", metavar="FOLDER", help="articles as they come out of your system")
    lines.add_argument(
        "--output", type=Path, metavar="FILE", help="where to write the rule, such as desk/boilerplate/our_site.toml"
    )
    names = kinds.add_parser(
        "names", help="write the house's list of names, with counts and days; check, editors and servers use it"
    )
    names.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCES)
    names.add_argument(
        "--least", type=int, default=3, metavar="N", help="articles in which a name has to stand (default: 3)"
    )
    names.add_argument(
        "--output", type=Path, metavar="FILE",
        help="write it there, such as house-names.toml, and name it in the config; what FILE has struck stays out",
    )  # fmt: skip
    quotes = kinds.add_parser("quotes", help="write a table of who said what, and when")
    quotes.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCES)
    quotes.add_argument("--speaker", metavar="NAME", help="only what people of this name, or a part of it, said")
    quotes.add_argument("--format", choices=["csv", "jsonl"], default="csv")
    quotes.add_argument("--output", type=Path, metavar="FILE", help="write it there (default: standard output)")
    for kind in (lines, names, quotes):
        add_config_arguments(kind)
        add_reading_arguments(kind)


def run(arguments: argparse.Namespace) -> int:
    kinds = {"lines": _lines, "names": _names, "quotes": _quotes}
    return kinds[arguments.kind](arguments)


def _lines(arguments: argparse.Namespace) -> int:
    job = Run(options_from(arguments))
    values: dict[CorpusRule, dict[str, object]] = {}
    for name, path, article in _articles(job, arguments.sources):
        for rule in job.settings_for(path).rules:
            if isinstance(rule, CorpusRule):
                values.setdefault(rule, {})[name] = rule.collect(article)
    texts = [text for rule, collected in values.items() if (text := rule.learn(collected))]
    if not texts:
        print("nothing recurs often enough to be learned; give more articles of one site", file=sys.stderr)
        return 1
    if _written("\n".join(texts), arguments.output):
        print(f"{arguments.output} is written; name its folder of rules in `packs` of the config")
    return 0


def _names(arguments: argparse.Namespace) -> int:
    from newslint.archive.house_names import as_toml, learned, seen_in, seen_in_archive
    from newslint.run.name_lists import load_list
    from newslint.settings.name_lists import names_in

    output: Path | None = arguments.output
    struck = names_in(output, "struck") if output is not None and output.exists() else {}
    if (archive := _archive(arguments.sources)) is not None:
        from newslint.archive.query import asked

        seen = seen_in_archive(archive)
        count = int(str(asked(archive, "SELECT count(*) FROM articles")[1][0][0]))
    else:
        articles = _articles(Run(options_from(arguments)), arguments.sources)
        seen, count = seen_in(article for _, _, article in articles)
    names = learned(seen, arguments.least, struck)
    if _written(as_toml(names, count, struck), output) and output is not None:
        load_list(output)  # the first check that uses it need not make its table
        doubtful = sum(bool(name.rival) for name in names)
        print(
            f"{output}: {counted(len(names) - doubtful, 'name')}, {doubtful} doubtful, of {counted(count, 'article')}"
        )
        if not arguments.no_config:
            print(put_to_use_in("name-lists", output))
    return 0


def _quotes(arguments: argparse.Namespace) -> int:
    from newslint.archive.said import COLUMNS, Said, said_in, said_in_archive

    if (archive := _archive(arguments.sources)) is not None:
        rows: Iterator[Said] = said_in_archive(archive)
    else:
        articles = _articles(Run(options_from(arguments)), arguments.sources)
        rows = iter(sorted(said for name, _, article in articles for said in said_in(name, article)))
    asked = (arguments.speaker or "").casefold()
    chosen = [said for said in rows if asked in f"{said.person} {said.speaker}".casefold()]
    if arguments.format == "jsonl":
        text = "".join(json.dumps(said._asdict(), ensure_ascii=False) + "\n" for said in chosen)
    else:
        table = io.StringIO()
        csv.writer(table, lineterminator="\n").writerows([COLUMNS, *map(_cells, chosen)])
        text = table.getvalue()
    if _written(text, arguments.output):
        print(f"{arguments.output}: {counted(len(chosen), 'quotation')}")
    return 0


def _cells(row: tuple[str, ...]) -> list[str]:
    """Cells that a spreadsheet takes for words: an article must not put a formula into it."""
    return [f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell for cell in row]


def _archive(sources: list[str]) -> Path | None:
    """The archive that is meant, if one is. Raises NewslintError for several, and where none can be read."""
    from newslint.archive.plan import is_archive

    archives = [source for source in sources if is_archive(Path(source))]
    if archives and len(sources) > 1:
        raise NewslintError(archives[0], "is an archive, and stands alone; collect the rest into one with it")
    if archives:
        need_archive(archives[0])
    return Path(archives[0]) if archives else None


def _articles(job: Run, sources: list[str]) -> Iterator[tuple[str, Path, Article]]:
    """(name, file, article) of all articles in folders and files."""
    for path in find_files(sources, job.suffixes):
        try:
            articles = job.read(path)[1]
        except NotCopyError:
            continue
        for number, article in enumerate(articles, 1):
            yield path.as_posix() if number == 1 else f"{path.as_posix()}#{number}", path, article


def _written(text: str, output: Path | None) -> bool:
    """Whether a text went into a file; else it is printed."""
    if output is None:
        print(text, end="")
        return False
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NewslintError(str(output), f"cannot be written: {error.strerror or error}") from None
    replace_file(output, text.encode())
    return True
