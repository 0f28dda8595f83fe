"""The config file: ``newslint.toml``, or ``[tool.newslint]`` in pyproject.toml, nearest to the article."""

import os
from pathlib import Path
from typing import Any

from newslint.disk.reading import MOST_SETTINGS, inside, read_file
from newslint.disk.toml import tables
from newslint.model.errors import NewslintError, nearest
from newslint.model.finding import Severity
from newslint.readers.site_markup import DIALECTS
from newslint.settings.config import FILE_NAME, KEYS, Config, Format, merged
from newslint.settings.options import texts

# Configs that extend one another.
_DEEPEST = 20


def find_config(start: Path) -> Path | None:
    """The nearest config file at or above a folder."""
    for folder in (start, *start.parents):
        candidate = folder / FILE_NAME
        if candidate.is_file():
            return candidate
        project = folder / "pyproject.toml"
        if project.is_file() and b"[tool.newslint" in read_file(project, MOST_SETTINGS):
            return project
    return None


def load_config(path: Path, bounds: tuple[Path, ...] = ()) -> Config:
    """Parse a config file and those that it extends.

    ``bounds``: folders; what the config names must lie below one of them, if there are any. Raises NewslintError that
    names the file, the key and the mend.
    """
    return _extended(path, (), bounds)


def _within(bounds: tuple[Path, ...], path: Path, origin: Path, key: str) -> None:
    """Raise NewslintError for a path that a config may not name."""
    if bounds and not any(inside(path, folder) for folder in bounds):
        raise NewslintError(str(origin), f"`{key}` leads out of its folder, and is not read with --no-trust-copy")


def _extended(path: Path, seen: tuple[Path, ...], bounds: tuple[Path, ...]) -> Config:
    _within(bounds, path, path, "the file itself")
    data = _read(path)
    config = config_from(data, root=path.parent, origin=str(path))
    baselines = (config.baseline,) if config.baseline else ()
    for key, names in (("packs", config.packs), ("name-lists", config.name_lists), ("baseline", baselines)):
        for name in names:
            _within(bounds, path.parent / name, path, key)
    if "extend" not in data:
        return config
    base = path.parent / _expanded(data["extend"])
    _within(bounds, base, path, "extend")
    if not os.path.isfile(base):
        raise NewslintError(str(path), f"`extend` names no file: {data['extend']!r}")
    seen = (*seen, path.resolve())
    if base.resolve() in seen:
        raise NewslintError(str(path), f"`extend` goes round in a circle: {data['extend']!r}; take one out")
    if len(seen) > _DEEPEST:
        raise NewslintError(str(path), "`extend` goes on and on; put the settings together")
    return merged(_extended(base, seen, bounds), config)


def _expanded(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except RuntimeError:  # the home of nobody
        return Path(name)


def _read(path: Path) -> dict[str, Any]:
    try:
        data = tables.read(path)
    except ValueError as error:
        raise NewslintError(str(path), f"is not TOML: {error}") from None
    if path.name == "pyproject.toml":
        tool = data.get("tool", {})
        table = tool.get("newslint", {}) if isinstance(tool, dict) else tool
        if not isinstance(table, dict):
            raise NewslintError(str(path), f"`tool.newslint` is a table, not {table!r}")
        return table
    return data


def config_from(data: dict[str, Any], *, root: Path, origin: str) -> Config:
    for key, value in data.items():
        if key not in KEYS:
            raise NewslintError(origin, f"unknown key `{key}`{nearest(key, list(KEYS))}")
        _check_kind(key, value, origin)
    return Config(
        select=tuple(data.get("select", ())),
        extend_select=tuple(data.get("extend-select", ())),
        ignore=tuple(data.get("ignore", ())),
        severity={
            prefix: severity_of(f"severity.{prefix}", value, origin)
            for prefix, value in data.get("severity", {}).items()
        },
        rules=_rule_tables(data.get("rules", {}), origin),
        per_file_ignores={
            glob: texts(f"per-file-ignores.{glob}", value, origin)
            for glob, value in data.get("per-file-ignores", {}).items()
        },
        packs=tuple(data.get("packs", ())),
        names=tuple(data.get("names", ())),
        name_lists=tuple(data.get("name-lists", ())),
        suppress=tuple(_suppress_entry(entry, origin) for entry in data.get("suppress", ())),
        baseline=data.get("baseline", ""),
        trust_copy=data.get("trust-copy", True),
        fail_on=severity_of("fail-on", data.get("fail-on", "warning"), origin),
        formats={suffix.lower(): _format(suffix, value, origin) for suffix, value in data.get("formats", {}).items()},
        markdown=_dialect(data.get("markdown", "all"), origin),
        manual=data.get("manual", ""),
        desk=data.get("desk", ""),
        language=data.get("language", ""),
        files=tuple(data.get("files", ())),
        root=root,
        origin=origin,
        given=tuple(key for key in KEYS if key in data),
    )


def _check_kind(key: str, value: object, origin: str) -> None:
    kind = KEYS[key].kind
    if kind == "texts":
        texts(key, value, origin)
    elif kind == "text" and not isinstance(value, str):
        raise NewslintError(origin, f"`{key}` is a text, not {value!r}")
    elif kind == "flag" and not isinstance(value, bool):
        raise NewslintError(origin, f"`{key}` is true or false, not {value!r}")
    elif kind == "table" and not isinstance(value, dict):
        raise NewslintError(origin, f"`{key}` is a table, not {value!r}")
    elif kind == "tables" and not (isinstance(value, list) and all(isinstance(item, dict) for item in value)):
        raise NewslintError(origin, f"`{key}` is a list of tables, written [[{key}]]")


def severity_of(key: str, value: object, origin: str) -> Severity:
    try:
        return Severity(str(value))
    except ValueError:
        raise NewslintError(origin, f"`{key}` is {value!r}, not error, warning or info") from None


def _dialect(value: str, origin: str) -> str:
    if value not in DIALECTS:
        raise NewslintError(
            origin, f"`markdown` is one of {', '.join(DIALECTS)}, not {value!r}{nearest(value, DIALECTS)}"
        )
    return value


def _format(suffix: str, value: object, origin: str) -> Format:
    key = f"formats.{suffix}"
    if not suffix.startswith("."):
        raise NewslintError(origin, f"`{key}`: a suffix begins with a dot, such as .json")
    table = {"reader": value} if isinstance(value, str) else value
    if not isinstance(table, dict):
        raise NewslintError(origin, f"`{key}` is a reader's name or a table of reader, text, id and skip")
    known = ("reader", "text", "id", "skip")
    for name, said in table.items():
        if name not in known:
            raise NewslintError(origin, f"unknown key `{key}.{name}`{nearest(str(name), known)}")
        if name in ("reader", "id") and not isinstance(said, str):
            raise NewslintError(origin, f"`{key}.{name}` is a text, not {said!r}")
    return Format(
        table.get("reader", ""),
        texts(f"{key}.text", table.get("text", []), origin),
        table.get("id", ""),
        texts(f"{key}.skip", table.get("skip", []), origin),
    )


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
