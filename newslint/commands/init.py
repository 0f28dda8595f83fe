"""Write a newslint.toml for this desk: asks, or takes the answers as options."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newslint.disk.writing import replace_file
from newslint.model.errors import NewslintError
from newslint.settings.config import BASELINE_NAME, FILE_NAME
from newslint.settings.edits import toml_text

_STYLES = ("none", "ap", "guardian", "plain-language")
# That of .pre-commit-hooks.yaml, with the newslint that is installed.
HOOK = """\
repos:
  - repo: local
    hooks:
      - id: newslint
        name: newslint
        entry: newslint check --articles-only --format=full --show=warning --
        language: system
        types: [text]
        files: '(?i)\\.(txt|text|md|markdown|mdown|mkd|mdx|html|htm|xhtml)$'
        require_serial: true
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="FOLDER", help="default: here")
    parser.add_argument("--variety", choices=["british", "american", "any"], help="the paper's English")
    parser.add_argument("--style", choices=_STYLES, help="a style pack to switch on")
    parser.add_argument("--names", metavar="NAME,NAME", help="names that the house spells so")
    parser.add_argument("--files", metavar="FOLDER,GLOB", help="where the articles are, if not everywhere")
    parser.add_argument("--packs", metavar="FOLDER", help="a folder for rules of your own")
    parser.add_argument("--baseline", action="store_true", help="take down today's findings: only new ones count")
    parser.add_argument("--hook", action="store_true", help="write .pre-commit-config.yaml, too")
    parser.add_argument("--yes", action="store_true", help="ask nothing; what no option says stays as it comes")


def run(arguments: argparse.Namespace) -> int:
    target = arguments.folder / FILE_NAME
    if target.exists():
        raise NewslintError(target.as_posix(), "exists already; change it, or take it away first")
    if not arguments.folder.is_dir():
        raise NewslintError(arguments.folder.as_posix(), "no such folder")
    if not arguments.yes and sys.stdin.isatty():
        try:
            _ask(arguments)
        except EOFError:
            print()
            raise NewslintError("init", "no more answers; nothing is written") from None
    if arguments.packs:
        _make_folder(arguments.folder / arguments.packs)
    replace_file(target, config_text(arguments).encode())
    print(f"{target.as_posix()} is written; newslint config shows what is in force")
    if arguments.hook:
        _write_hook(arguments.folder / ".pre-commit-config.yaml")
    if arguments.baseline:
        from newslint.commands import cli

        return cli.main(["baseline", "--config", str(target), str(arguments.folder)])
    return 0


def config_text(arguments: argparse.Namespace) -> str:
    """The config that the answers ask for, with a word to each entry."""
    lines = ["# What holds at this desk: `newslint config` shows it, `newslint schema` describes every key."]
    if arguments.style not in (None, "none"):
        lines.append(f'extend-select = ["style/{arguments.style}"]')
    lines.append(f"names = {_listed(arguments.names)}  # the house's right spellings")
    if arguments.files:
        lines.append(f"files = {_listed(arguments.files)}  # which files are articles")
    if arguments.packs:
        lines.append(f"packs = [{toml_text(arguments.packs)}]  # rules of your own: newslint new style/our-words")
    if arguments.baseline:
        lines.append(f'baseline = "{BASELINE_NAME}"')
    if arguments.variety in ("british", "american"):
        lines += ["", '[rules."style/mixed-varieties"]', f'variety = "{arguments.variety}"']
    return "\n".join(lines) + "\n"


def _listed(given: str | None) -> str:
    """An answer with commas as an array of TOML."""
    parts = [part.strip() for part in (given or "").split(",") if part.strip()]
    return f"[{', '.join(map(toml_text, parts))}]"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NewslintError(folder.as_posix(), f"the folder cannot be made: {error.strerror}") from None


def _ask(arguments: argparse.Namespace) -> None:
    """Ask at the terminal for what no option has said. Raises EOFError where the answers end."""
    print("The answers go into newslint.toml. Enter alone takes what stands in brackets.")
    if arguments.variety is None:
        arguments.variety = _answer("The paper's English", ("any", "british", "american"))
    if arguments.style is None:
        arguments.style = _answer("A style pack", _STYLES)
    if arguments.names is None:
        arguments.names = input("Names that the house spells so, with commas between [none]: ")
    if arguments.files is None:
        arguments.files = input("Folders that hold the articles, with commas between [all]: ")
    if arguments.packs is None:
        arguments.packs = input("A folder for rules of your own [none]: ").strip()
    arguments.baseline = arguments.baseline or _answer("Report only what is new from today on", ("no", "yes")) == "yes"
    arguments.hook = arguments.hook or _answer("A pre-commit hook", ("no", "yes")) == "yes"


def _answer(question: str, choices: tuple[str, ...]) -> str:
    while True:
        given = input(f"{question}: {', '.join(choices)} [{choices[0]}]: ").strip().lower() or choices[0]
        fitting = [choice for choice in choices if choice.startswith(given)]
        if len(fitting) == 1:
            return fitting[0]
        print(f"“{given}” is none of them.")


def _write_hook(path: Path) -> None:
    if path.exists():
        print(f"{path.as_posix()} exists already; add to its repos:\n{HOOK.partition(chr(10))[2]}", end="")
        return
    replace_file(path, HOOK.encode())
    print(f"{path.as_posix()} is written; switch it on with: pre-commit install")
