"""What a config says: its keys, its values, and how the settings of several are put together."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from newslint.findings.check import matches
from newslint.findings.suppressions import Suppression
from newslint.model.finding import Severity
from newslint.model.named_tuple import NamedTuple
from newslint.readers.site_markup import DIALECTS

FILE_NAME = "newslint.toml"
BASELINE_NAME = ".newslint-baseline.jsonl"
PACKS_NAME = ".newslint-packs"  # the folder, beside the config, of packs that were brought from elsewhere
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
    name_lists: tuple[str, ...] = ()
    suppress: tuple[Mapping[str, str], ...] = ()  # file (a glob), rule, words
    baseline: str = ""
    trust_copy: bool = True  # articles may name sources
    fail_on: Severity = Severity.WARNING  # the least severity that makes exit 1
    markdown: str = "all"  # the dialect that Markdown files are in
    formats: Mapping[str, Format] = MappingProxyType({})  # by suffix
    manual: str = ""  # the address of the desk's own copy
    desk: str = ""  # of articles that do not say theirs
    language: str = ""  # of articles that do not say theirs, a BCP 47 tag
    files: tuple[str, ...] = ()  # globs of the files that are articles; nothing: all of a kind that is read
    root: Path = Path()
    origin: str = _NOWHERE
    given: tuple[str, ...] = ()
    parts: "tuple[Config, ...]" = ()

    @property
    def is_file(self) -> bool:
        return self.origin != _NOWHERE

    @property
    def layers(self) -> "tuple[Config, ...]":
        """What this config is put together of, itself if of nothing else."""
        return self.parts or (self,)

    def beside(self, names: Iterable[str]) -> list[str]:
        """Paths that are meant from the config's folder, in full."""
        return [str((self.root / name).absolute()) for name in names]

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

    def is_article(self, path: Path) -> bool:
        """Whether a file is one of the articles that `files` means: by a glob, or by a folder that holds it."""
        return not self.files or any(
            self._meant(glob, path) or self._meant(f"{glob.rstrip('/')}/*", path) for glob in self.files
        )

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
    "name-lists": Key("texts", "Files of such names with their counts, which `newslint learn names` writes."),
    "suppress": Key("tables", "Findings that the desk has looked at and keeps: file, rule and the matched words."),
    "baseline": Key("text", "The baseline file: what it knows is not reported."),
    "manual": Key("text", "Where the manual stands, for links: https://desk.example/newslint (newslint manual)."),
    "desk": Key("text", "The desk of articles that name no section: rules may be for some desks only."),
    "language": Key("text", "The language of articles that do not say theirs, such as en-GB: rules may be for one."),
    "files": Key("texts", "Which files are articles: folders or globs from this folder, such as content."),
    "trust-copy": Key("flag", "false: articles may name no sources to be read, for a folder that others write to."),
}


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
        packs=_both(base.beside(base.packs), over.packs),
        names=_both(base.names, over.names),
        name_lists=_both(base.beside(base.name_lists), over.name_lists),
        suppress=(*base.suppress, *over.suppress),
        baseline=over.baseline if "baseline" in over.given or not base.baseline else baseline,
        trust_copy=over.trust_copy if "trust-copy" in over.given else base.trust_copy,
        fail_on=over.fail_on if "fail-on" in over.given else base.fail_on,
        formats={**base.formats, **over.formats},
        markdown=over.markdown if "markdown" in over.given else base.markdown,
        manual=over.manual or base.manual,
        desk=over.desk or base.desk,
        language=over.language or base.language,
        files=over.files if "files" in over.given else base.files,
        given=tuple(key for key in KEYS if key in base.given or key in over.given),
        parts=(*base.layers, *over.layers),
    )


def _both(one: Iterable[str], two: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *two)))
