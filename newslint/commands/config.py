"""Print the settings that hold for a file or folder, each with where it comes from."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newslint.commands._shared import add_config_arguments, add_rule_arguments, options_from
from newslint.model.errors import NewslintError
from newslint.model.named_tuple import NamedTuple
from newslint.model.printable import json_safe, printable
from newslint.run.run import Run
from newslint.run.settings import Settings
from newslint.settings.config import KEYS, Config
from newslint.settings.options import options_of

_DEFAULT = "default"


class Setting(NamedTuple):
    """One setting: ``table`` is empty for a key at the top. ``origins``: the files that have a say in it."""

    table: str
    key: str
    value: Any
    origins: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", nargs="?", type=Path, default=Path(), metavar="PATH", help="default: this folder")
    parser.add_argument("--all", action="store_true", help="rules' options too that nobody has set")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    add_rule_arguments(parser)
    add_config_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    path = arguments.path
    if not path.exists():
        raise NewslintError(str(path), "no such file or folder")
    settings = Run(options_from(arguments)).settings_for(path / "article.txt" if path.is_dir() else path)
    rows = [row for row in settings_rows(settings) if arguments.all or not row.table or row.origins != (_DEFAULT,)]
    if arguments.format == "json":
        print(json_safe(json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=1)))
        return 0
    table = ""
    for row in rows:
        if row.table != table:
            table = row.table
            print(f"\n[{table}]")
        origin = ", ".join(_short(name) for name in row.origins)
        print(printable(f"{_toml_key(row.key)} = {_toml(row.value)}  # {origin}"))
    print(f"\n# {len(settings.rules)} of {len(settings.files)} rules are on; newslint rules lists them")
    return 0


def settings_rows(settings: Settings) -> Iterator[Setting]:
    """Every setting, defaults too, in the order of a config file: first the keys, then the tables."""
    config = settings.config
    tables = {key for key, about in KEYS.items() if about.kind == "table"}
    for key in (*(key for key in KEYS if key not in tables), *(key for key in KEYS if key in tables)):
        value = _value(config, key)
        if key == "extend":
            continue
        if key == "rules":
            yield from _option_rows(settings)
        elif key in tables:
            for name, said in value.items():
                origins = tuple(part.origin for part in config.layers if name in _value(part, key))
                yield Setting(key, name, _plain(said), origins[-1:])
        else:
            origins = tuple(part.origin for part in config.layers if key in part.given)
            # Texts and the choice of rules come from the last file that says them; other lists are put together.
            last = KEYS[key].kind in ("text", "flag") or key == "select"
            yield Setting("", key, _plain(value), (origins[-1:] if last else origins) or (_DEFAULT,))


def _option_rows(settings: Settings) -> Iterator[Setting]:
    """The options that rules which are on have, as they are set."""
    config = settings.config
    for rule in settings.rules:
        for name, (_, value) in options_of(rule).items():
            origins = tuple(part.origin for part in config.layers if name in part.rules.get(rule.id, {}))
            yield Setting(f"rules.{_toml_key(rule.id)}", name, _plain(value), origins[-1:] or (_DEFAULT,))


def _value(config: Config, key: str) -> Any:
    return getattr(config, key.replace("-", "_"), None)


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return list(value) if isinstance(value, tuple) else value


def _short(origin: str) -> str:
    """A path as seen from here, where that is shorter."""
    try:
        return str(Path(origin).relative_to(Path.cwd()))
    except ValueError:
        return origin


def _toml_key(key: str) -> str:
    bare = key.replace("-", "").replace("_", "")
    return key if bare.isascii() and bare.isalnum() else json.dumps(key, ensure_ascii=False)


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_toml_key(str(key))} = {_toml(said)}" for key, said in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(_toml(item) for item in value)}]"
    return json.dumps(value, ensure_ascii=False)
