"""The config file: ``newslint.toml``, or ``[tool.newslint]`` in pyproject.toml, nearest to the article."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from newslint.disk.reading import MOST_SETTINGS, inside, read_file, read_text
from newslint.findings.check import matches
from newslint.findings.suppressions import Suppression
from newslint.model.errors import NewslintError, nearest
from newslint.model.finding import Severity
from newslint.plugins.packs import RuleFile
from newslint.readers.site_markup import DIALECTS
from newslint.rule import Rule
from newslint.settings.options import texts, with_options

# Configs that extend one another.
_DEEPEST = 20
FILE_NAME = "newslint.toml"
BASELINE_NAME = ".newslint-baseline.jsonl"


_NOWHERE = "the command line"


class Format(NamedTuple):
    """What the config says of files with a suffix.

    ``reader``: by name. ``texts``: the fields or columns of the copy, in order; ``id``: that of its name. ``skip``:
    fields that are no copy, each with all below it.
    """

    reader: str = ""
    texts: tuple[str, ...] = ()
    id: str = ""
    skip: tuple[str, ...] = ()


class Config(NamedTuple):
    """Settings of a run. ``root`` is the folder that relative paths and globs are meant from.

    ``given`` are the keys that the file sets. A config that is put together of several keeps them in ``parts``, the
    last one the strongest.
    """

    select: tuple[str, ...] = ()  # nothing: every rule that is on by itself
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = MappingProxyType({})
    rules: Mapping[str, Mapping[str, Any]] = MappingProxyType({})  # options by rule
    per_file_ignores: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    packs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    suppress: tuple[Mapping[str, str], ...] = ()  # file (a glob), rule, words
    baseline: str = ""
    trust_copy: bool = True  # articles may name sources
    fail_on: Severity = Severity.WARNING  # the least severity that makes exit 1
    markdown: str = "all"  # the dialect that Markdown files are in
    formats: Mapping[str, Format] = MappingProxyType({})  # by suffix
    root: Path = Path()
    origin: str = _NOWHERE
    given: tuple[str, ...] = ()
    parts: "tuple[Config, ...]" = ()

    @property
    def is_file(self) -> bool:
        return self.origin != _NOWHERE

    @property
    def files(self) -> "tuple[Config, ...]":
        """What this config is put together of, itself if of nothing else."""
        return self.parts or (self,)

    def chosen(self, rule_id: str, *, opt_in: bool = False) -> bool:
        """Whether a rule runs. One that is off by itself must be named, or its pack where it lies in one."""
        asked = (*self.select, *self.extend_select)
        if opt_in:
            pack = rule_id.rpartition("/")[0]
            least = pack if "/" in pack else rule_id
            on = any(matches(rule_id, prefix) and len(prefix) >= len(least) for prefix in asked)
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


class Key(NamedTuple):
    """``kind``: text, texts (a list), flag, table, tables (a list). ``about``: shown by editors and the schema."""

    kind: str
    about: str


KEYS = {
    "extend": Key("text", "Another config file, from this one's folder, whose settings hold where this file has none."),
    "select": Key("texts", "Only these rules: a family (names) or a rule (names/unintroduced)."),
    "extend-select": Key("texts", "These rules too, such as a named pack that is off by itself."),
    "ignore": Key("texts", "Not these rules."),
    "severity": Key("table", "error, warning or info, by family or rule; the longest name counts."),
    "fail-on": Key("text", "The least severity that makes newslint exit 1: error, warning (the default) or info."),
    "formats": Key("table", "By suffix: a reader's name, or a table of reader, text (fields of the copy), id, skip."),
    "markdown": Key("text", f"What wrote the Markdown: {', '.join(DIALECTS)}."),
    "rules": Key("table", "The options of rules, by rule."),
    "per-file-ignores": Key("table", "Rules that are off in some files: by a glob from this folder, or a file's name."),
    "packs": Key("texts", "Folders of the house's own rules in TOML."),
    "names": Key("texts", "Names that are spelled right."),
    "suppress": Key("tables", "Findings that the desk has looked at and keeps: file, rule and the matched words."),
    "baseline": Key("text", "The baseline file: what it knows is not reported."),
    "trust-copy": Key("flag", "false: articles may name no sources to be read, for a folder that others write to."),
}


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
    for key, names in (("packs", config.packs), ("baseline", (config.baseline,) if config.baseline else ())):
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


def merged(base: Config, over: Config) -> Config:
    """``base`` with what ``over`` says: its texts and lists of rules to select replace, tables and other lists add.

    Globs are meant from the folder of ``over``, packs and baselines from the folder of the file that names them.
    """
    baseline = str((base.root / base.baseline).absolute())
    rules = {rule: {**base.rules.get(rule, {}), **over.rules.get(rule, {})} for rule in {**base.rules, **over.rules}}
    return over._replace(
        select=over.select if "select" in over.given else base.select,
        extend_select=_both(base.extend_select, over.extend_select),
        ignore=_both(base.ignore, over.ignore),
        severity={**base.severity, **over.severity},
        rules=rules,
        per_file_ignores={**base.per_file_ignores, **over.per_file_ignores},
        packs=_both([str((base.root / pack).absolute()) for pack in base.packs], over.packs),
        names=_both(base.names, over.names),
        suppress=(*base.suppress, *over.suppress),
        baseline=over.baseline if "baseline" in over.given or not base.baseline else baseline,
        trust_copy=over.trust_copy if "trust-copy" in over.given else base.trust_copy,
        fail_on=over.fail_on if "fail-on" in over.given else base.fail_on,
        formats={**base.formats, **over.formats},
        markdown=over.markdown if "markdown" in over.given else base.markdown,
        given=tuple(key for key in KEYS if key in base.given or key in over.given),
        parts=(*base.files, *over.files),
    )


def _both(one: Iterable[str], two: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *two)))


def _read(path: Path) -> dict[str, Any]:
    import rtoml

    try:
        data = rtoml.loads(read_text(path))
    except rtoml.TomlParsingError as error:
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
        suppress=tuple(_suppress_entry(entry, origin) for entry in data.get("suppress", ())),
        baseline=data.get("baseline", ""),
        trust_copy=data.get("trust-copy", True),
        fail_on=severity_of("fail-on", data.get("fail-on", "warning"), origin),
        formats={suffix.lower(): _format(suffix, value, origin) for suffix, value in data.get("formats", {}).items()},
        markdown=_dialect(data.get("markdown", "all"), origin),
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


def check_prefixes(config: Config, files: Iterable[RuleFile]) -> None:
    """Raise NewslintError for a rule prefix of the config that means no rule."""
    known = known_prefixes(files)
    for part in config.files:
        for key, prefixes in (
            ("select", part.select),
            ("extend-select", part.extend_select),
            ("ignore", part.ignore),
            ("severity", part.severity),
            ("rules", part.rules),
            ("suppress.rule", [entry["rule"] for entry in part.suppress]),
            *((f"per-file-ignores.{glob}", prefixes) for glob, prefixes in part.per_file_ignores.items()),
        ):
            for prefix in prefixes:
                if prefix.rstrip("/") not in known:
                    message = f"`{key}` names no rule: {prefix!r}{nearest(prefix, sorted(known))}"
                    raise NewslintError(part.origin, message)


def known_prefixes(files: Iterable[RuleFile]) -> set[str]:
    """Every rule, pack and family by name."""
    return {"/".join(parts[:n]) for parts in (file.id.split("/") for file in files) for n in range(1, len(parts) + 1)}


def chosen_rules(config: Config, files: Iterable[RuleFile]) -> tuple[Rule, ...]:
    """The rules of a run, loaded, with the options of the config."""
    return tuple(
        with_config_options(file.load(), config) for file in files if config.chosen(file.id, opt_in=file.opt_in)
    )


def with_config_options(rule: Rule, config: Config) -> Rule:
    """The rule with its options as the config sets them."""
    for part in config.files:
        rule = with_options(rule, part.rules.get(rule.id, {}), part.origin)
    return rule
