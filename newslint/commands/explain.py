"""Say what a rule is about: why a desk cares, examples, options, source; or list what a family looks for."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from newslint.commands._shared import add_config_arguments, options_from
from newslint.findings.report import page_path
from newslint.model.errors import NewslintError, nearest
from newslint.model.printable import json_safe, printable
from newslint.run.run import Run
from newslint.settings.config import Config
from newslint.settings.manual import family_page, rule_data, rule_page


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "rule", metavar="RULE", help="a rule such as names/inconsistent-spelling, or a family such as names"
    )
    parser.add_argument("--web", action="store_true", help="open its page of the manual in the browser")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    add_config_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    settings = Run(options_from(arguments)).settings_for(Path("article.txt"))
    files = {file.id: file for file in settings.files}
    asked = arguments.rule.rstrip("/")
    if asked in files:
        if arguments.web:
            return _open(page_path(asked), settings.config, arguments)
        rule = files[asked].load()
        _show(_json(rule_data(rule)) if arguments.format == "json" else rule_page(rule))
        return 0
    family = [file.load() for rule_id, file in files.items() if rule_id.startswith(asked + "/")]
    if not family:
        known = sorted({*files, *(rule_id.rpartition("/")[0] for rule_id in files)})
        raise NewslintError(asked, f"no such rule{nearest(asked, known)}; see newslint rules")
    if arguments.web:
        return _open(f"rules/{asked}/index.html", settings.config, arguments)
    _show(_json([rule_data(rule) for rule in family]) if arguments.format == "json" else family_page(asked, family))
    return 0


def _json(data: object) -> str:
    return json_safe(json.dumps(data, ensure_ascii=False, indent=1, default=str))


def _open(page: str, config: Config, arguments: argparse.Namespace) -> int:
    """Open a page of the desk's manual, or of a copy that is built for this user."""
    import webbrowser

    from newslint.commands.manual import build
    from newslint.manual.place import cached_manual

    address = config.manual.rstrip("/")
    if not address:
        folder = cached_manual().absolute()
        build(folder, options_from(arguments))
        address = folder.as_uri()
    print(f"{address}/{page}", flush=True)
    webbrowser.open(f"{address}/{page}")
    return 0


def _show(page: str) -> None:
    for line in page.splitlines():
        print(printable(line))
