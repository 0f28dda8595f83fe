"""Build the manual as a site of plain pages, with a page for every rule that holds here; or print a man page."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from newslint.commands._shared import add_config_arguments, counted, options_from
from newslint.findings.report import Report
from newslint.manual.place import texts
from newslint.manual.reference import commands_page, config_page, formats_page, library_page
from newslint.manual.rules import rule_pages
from newslint.manual.site import Page, html_of, relinked, write_site
from newslint.run.run import Run
from newslint.run.settings import Options
from newslint.settings.selection import is_on

_SAMPLE = "The council met on on Monday.\n\nMs. Ama Boateng spoke first. “It was close, Ms. Boateng said.\n"
# Folders of a clone whose pages are left out.
_NO_PAGES = {"node_modules", "tests"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--output", type=Path, metavar="DIR", help="write the site into this folder")
    what.add_argument("--man", action="store_true", help="print a man page: newslint manual --man > newslint.1")
    add_config_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    if arguments.man:
        from newslint.commands._man import man_page

        print(man_page(helps()), end="")
        return 0
    count = build(arguments.output, options_from(arguments))
    print(
        f"{arguments.output.as_posix()}: {counted(count, 'file')}; open {(arguments.output / 'index.html').as_posix()}"
    )
    return 0


def build(folder: Path, options: Options, article: Path = Path("article.txt")) -> int:
    """Write the site, with the rules that hold for an article, into a folder; how many files. Raises NewslintError."""
    job = Run(options)
    settings = job.settings_for(article)
    rules = [file.load() for file in settings.files]
    files = zip(settings.files, rules, strict=True)
    on = {file.id: is_on(file, rule, settings.config) for file, rule in files}
    formats, report = formats_page(job.plugins.readers, job.plugins.reporters, _sample())
    root = texts()
    pages = [
        *_texts(root),
        *rule_pages(rules, on),
        config_page(),
        formats,
        commands_page(helps()),
        library_page(import_module("newslint.api")),
    ]
    pictures = [(f"pictures/{path}", (root / path).read_bytes()) for path in _pictures(root)]
    return write_site(folder, pages, [("gallery.html", report), *pictures])


def _sample() -> Report:
    from newslint.findings.proof import proof_of

    job = Run(Options(no_config=True))
    path = Path("story.txt")
    articles = job.articles(path, _SAMPLE)
    file = job.finished(job.check_articles(path, _SAMPLE, articles))._replace(proof=proof_of(articles))
    report = Report((file,))
    return report._replace(rules=job.rules_of(report))


def helps() -> dict[str, str]:
    """What --help of each command prints, 80 columns wide."""
    from newslint.commands.cli import COMMANDS

    return {name: parser_of(name).format_help() for name in COMMANDS}


def parser_of(command: str) -> argparse.ArgumentParser:
    module = import_module(f"newslint.commands.{command}")
    parser = argparse.ArgumentParser(
        f"newslint {command}",
        description=module.__doc__,
        formatter_class=lambda prog: argparse.HelpFormatter(prog, width=80),
    )
    module.add_arguments(parser)
    return parser


def _texts(root: Path) -> Iterator[Page]:
    """The README, the changes, and the READMEs of all rooms and examples."""
    names = sorted(
        path.relative_to(root).as_posix()
        for pattern in ("README.md", "CHANGELOG.md", *(f"{'*/' * depth}README.md" for depth in range(1, 5)))
        for path in root.glob(pattern)
        if _has_page(path.relative_to(root))
    )
    targets = {name: "index.html" if name == "README.md" else f"texts/{_slug(name)}.html" for name in names}
    folders = {str(Path(name).parent.as_posix()): page for name, page in targets.items() if name.endswith("README.md")}
    links = {**folders, **targets, **{path: f"pictures/{path}" for path in _pictures(root)}}
    rooms = []
    for name, at in targets.items():
        text = (root / name).read_text(encoding="utf-8")
        title = re.sub(r"^#+\s*", "", text.split("\n", 1)[0])
        group = "main" if name in ("README.md", "CHANGELOG.md") else ""
        yield Page(at, "newslint" if name == "README.md" else title, relinked(html_of(text), name, links, at), group)
        if not group:
            rooms.append(f'<tr><td><a href="{at}">{name.removesuffix("/README.md")}</a></td><td>{title}</td></tr>')
    yield Page("rooms.html", "Rooms", f"<h1>Rooms and examples</h1>\n<table>{''.join(rooms)}</table>\n", "main")


def _pictures(root: Path) -> list[str]:
    """The pictures that READMEs show."""
    found = (path for kind in ("jpg", "png", "svg") for path in (root / "examples").rglob(f"*.{kind}"))
    names = (path.relative_to(root) for path in found)
    return sorted(path.as_posix() for path in names if _has_page(path))


def _has_page(path: Path) -> bool:
    return not any(part in _NO_PAGES or part.startswith(".") for part in path.parts)


def _slug(name: str) -> str:
    return name.removesuffix(".md").removesuffix("/README").lower().replace("/", "-").lstrip(".")
