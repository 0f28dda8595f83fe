"""The config file: ``newslint.toml``, or ``[tool.newslint]`` in pyproject.toml, nearest to the article."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newslint.errors import NewslintError, nearest
from newslint.finding import Severity
from newslint.linter import matches
from newslint.packs import RuleFile
from newslint.rule import Rule
from newslint.suppress import Suppression

FILE_NAME = "newslint.toml"


@dataclass(frozen=True)
class Config:
    """Settings of a run. ``root`` is the folder that relative paths and globs are meant from."""

    select: tuple[str, ...] = ()  # nothing: every rule that is on by itself
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)  # options by rule
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    packs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    suppress: tuple[Mapping[str, str], ...] = ()  # file (a glob), rule, words
    baseline: str = ""
    root: Path = field(default_factory=Path)
    origin: str = "the command line"

    def chosen(self, rule_id: str, *, opt_in: bool = False) -> bool:
        """Whether a rule runs. A rule of a named pack runs only where a prefix reaches into the pack."""
        asked = (*self.select, *self.extend_select)
        if opt_in:
            pack = rule_id.rpartition("/")[0]
            on = any(matches(rule_id, prefix) and len(prefix) >= len(pack) for prefix in asked)
        else:
            on = not self.select or any(matches(rule_id, prefix) for prefix in asked)
        return on and not any(matches(rule_id, prefix) for prefix in self.ignore)

    def ignored_in(self, path: Path) -> tuple[str, ...]:
        """Rule prefixes that per-file-ignores switch off in a file."""
        return tuple(
            prefix for glob, prefixes in self.per_file_ignores.items() if self._meant(glob, path) for prefix in prefixes
        )

    def suppressed_in(self, path: Path) -> list[Suppression]:
        """What the config's [[suppress]] entries say of a file."""
        return [
            Suppression((entry["rule"],), 0, 1 << 62, None, f"{entry['rule']}: {entry['words']}", entry["words"])
            for entry in self.suppress
            if self._meant(entry["file"], path)
        ]

    def _meant(self, glob: str, path: Path) -> bool:
        """Whether a file is meant by a glob from the config's folder, or by its bare name."""
        from fnmatch import fnmatch

        try:
            name = path.resolve().relative_to(self.root.resolve()).as_posix()
        except ValueError:
            name = path.as_posix()
        return fnmatch(name, glob) or fnmatch(path.name, glob)


KEYS = {
    "select": "texts",
    "extend-select": "texts",
    "ignore": "texts",
    "severity": "table",
    "rules": "table",
    "per-file-ignores": "table",
    "packs": "texts",
    "names": "texts",
    "suppress": "tables",
    "baseline": "text",
}


def find_config(start: Path) -> Path | None:
    """The nearest config file at or above a folder."""
    for folder in (start, *start.parents):
        candidate = folder / FILE_NAME
        if candidate.is_file():
            return candidate
        project = folder / "pyproject.toml"
        if project.is_file() and b"[tool.newslint" in project.read_bytes():
            return project
    return None


def load_config(path: Path) -> Config:
    """Parse a config file. Raises NewslintError that names the file, the key and the mend."""
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise NewslintError(str(path), f"cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NewslintError(str(path), f"is not TOML: {error}") from None
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("newslint", {})
    return config_from(data, root=path.parent, origin=str(path))


def config_from(data: dict[str, Any], *, root: Path, origin: str) -> Config:
    for key, value in data.items():
        if key not in KEYS:
            raise NewslintError(origin, f"unknown key `{key}`{nearest(key, list(KEYS))}")
        if KEYS[key] == "texts":
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise NewslintError(origin, f"`{key}` is a list of texts, not {value!r}")
        elif KEYS[key] == "text":
            if not isinstance(value, str):
                raise NewslintError(origin, f"`{key}` is a text, not {value!r}")
        elif KEYS[key] == "tables":
            if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
                raise NewslintError(origin, f"`{key}` is a list of tables, written [[{key}]]")
        elif not isinstance(value, dict):
            raise NewslintError(origin, f"`{key}` is a table, not {value!r}")
    return Config(
        select=tuple(data.get("select", ())),
        extend_select=tuple(data.get("extend-select", ())),
        ignore=tuple(data.get("ignore", ())),
        severity={prefix: _severity(prefix, value, origin) for prefix, value in data.get("severity", {}).items()},
        rules=_rule_tables(data.get("rules", {}), origin),
        per_file_ignores={
            glob: _texts(f"per-file-ignores.{glob}", value, origin)
            for glob, value in data.get("per-file-ignores", {}).items()
        },
        packs=tuple(data.get("packs", ())),
        names=tuple(data.get("names", ())),
        suppress=tuple(_suppress_entry(entry, origin) for entry in data.get("suppress", ())),
        baseline=data.get("baseline", ""),
        root=root,
        origin=origin,
    )


def _severity(prefix: str, value: object, origin: str) -> Severity:
    try:
        return Severity(str(value))
    except ValueError:
        raise NewslintError(origin, f"`severity.{prefix}` is {value!r}, not error, warning or info") from None


def _texts(key: str, value: object, origin: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise NewslintError(origin, f"`{key}` is a list of texts, not {value!r}")
    return tuple(value)


def _suppress_entry(entry: dict[str, Any], origin: str) -> dict[str, str]:
    known = ("file", "rule", "words")
    for key in known:
        if not isinstance(entry.get(key), str):
            raise NewslintError(origin, f"a [[suppress]] needs the text `{key}`")
    for key in entry:
        if key not in known:
            raise NewslintError(origin, f"unknown key `suppress.{key}`{nearest(key, known)}")
    return entry


def _rule_tables(tables: dict[str, Any], origin: str) -> dict[str, dict[str, Any]]:
    for rule_id, options in tables.items():
        if not isinstance(options, dict):
            raise NewslintError(origin, f"`rules.{rule_id}` is a table of options, not {options!r}")
    return tables


def check_prefixes(config: Config, files: Iterable[RuleFile]) -> None:
    """Raise NewslintError for a rule prefix of the config that means no rule."""
    ids = [file.id for file in files]
    known = sorted({*ids, *("/".join(i.split("/")[:n]) for i in ids for n in range(1, i.count("/") + 1))})
    asked: list[tuple[str, str]] = []
    for key, prefixes in (
        ("select", config.select),
        ("extend-select", config.extend_select),
        ("ignore", config.ignore),
        ("severity", tuple(config.severity)),
        ("rules", tuple(config.rules)),
        ("suppress.rule", tuple(entry["rule"] for entry in config.suppress)),
        *((f"per-file-ignores.{glob}", prefixes) for glob, prefixes in config.per_file_ignores.items()),
    ):
        asked += [(key, prefix) for prefix in prefixes]
    for key, prefix in asked:
        if prefix.rstrip("/") not in known:
            raise NewslintError(config.origin, f"`{key}` names no rule: {prefix!r}{nearest(prefix, known)}")


def chosen_rules(config: Config, files: Iterable[RuleFile]) -> tuple[Rule, ...]:
    """The rules of a run, loaded, with the options of the config."""
    return tuple(
        with_options(file.load(), config.rules.get(file.id, {}), config.origin)
        for file in files
        if config.chosen(file.id, opt_in=file.opt_in)
    )


def options_of(rule: Rule) -> dict[str, tuple[Any, Any]]:
    """A rule's options: name -> (type, default or current value), names as in the config, with hyphens."""
    from newslint.kinds import TomlRule

    if isinstance(rule, TomlRule):
        return {}
    hints = typing.get_type_hints(type(rule))
    return {
        item.name.replace("_", "-"): (hints[item.name], getattr(rule, item.name))
        for item in dataclasses.fields(rule)
        if item.name != "id"
    }


def with_options(rule: Rule, options: Mapping[str, Any], origin: str) -> Rule:
    """The rule with the options set. Raises NewslintError for an unknown option or a value of the wrong type."""
    if not options:
        return rule
    known = options_of(rule)
    changes = {}
    for name, value in options.items():
        where = f"rules.{rule.id}.{name}"
        if name not in known:
            raise NewslintError(origin, f"unknown option `{where}`{nearest(name, list(known))}")
        changes[name.replace("-", "_")] = _typed(where, value, known[name][0], origin)
    return dataclasses.replace(rule, **changes)


def _typed(where: str, value: Any, wanted: Any, origin: str) -> Any:
    base = typing.get_origin(wanted) or wanted
    if base in (frozenset, tuple):
        return base(_texts(where, value, origin))
    if base is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, base) or (isinstance(value, bool) and base is not bool):
        raise NewslintError(origin, f"`{where}` must be {_plain(base)}, not {value!r}")
    return value


def _plain(base: type) -> str:
    return {bool: "true or false", int: "a whole number", float: "a number", str: "a text", dict: "a table"}.get(
        base, base.__name__
    )
