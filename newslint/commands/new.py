"""Write the first lines of a new rule of your own, with examples that `newslint test` runs.

Without --folder it goes into the first of the config's `packs`, or a new folder `house`, which the config is told of;
a Python rule goes into a package that pip can install, `newslint-house`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newslint.commands._packs import advice, below_here, in_use, pack_of_config, put_to_use
from newslint.plugins.scaffold import TOML, new_rule

_HOUSE = Path("house")
_PLUGIN = Path("newslint-house")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", metavar="FAMILY/NAME", help="such as style/our-streets")
    parser.add_argument(
        "--kind",
        choices=[*TOML, "python"],
        default="replace",
        help="replace: one phrase for another (the default); avoid: a phrase with a reason; consistent: one of several "
        "spellings; names: how a name is not written; line: a line of the page that is no copy; python: what words "
        "cannot say, in a package",
    )
    parser.add_argument("--folder", type=Path, help="the folder of rules")
    parser.add_argument("--python", dest="kind", action="store_const", const="python", help=argparse.SUPPRESS)
    parser.add_argument("--no-config", action="store_true", help="leave the config as it is")


def run(arguments: argparse.Namespace) -> int:
    if arguments.kind == "python":
        return _python(arguments.rule, arguments.folder or _PLUGIN)
    folder = arguments.folder or pack_of_config() or _HOUSE
    path = new_rule(arguments.rule, folder, arguments.kind)
    print(f"{path.as_posix()} is written: change its words and examples, then run: newslint test {folder.as_posix()}")
    if not in_use(folder) and not arguments.no_config:
        print(put_to_use(folder) if below_here(folder) else advice(folder))
    return 0


def _python(rule: str, folder: Path) -> int:
    """A rule in a plugin; Python that lies among articles is never run."""
    path = new_rule(rule, folder, "python")
    where = folder.as_posix()
    print(f"{path.as_posix()} is written: change its words and examples")
    if not (folder / "pyproject.toml").is_file():  # a package that somebody else looks after
        return 0
    pipx = "pipx" in Path(sys.prefix).parts
    install = "pipx inject newslint --editable ./" if pipx else f"{sys.executable} -m pip install --editable ./"
    print(f"install it, once: {install}{where.removeprefix('./')}\nthen run: newslint test {rule}")
    return 0
