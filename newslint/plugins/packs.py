"""Rules from files: a file's path is the rule's id."""

import os
from collections.abc import Callable, Container, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from newslint.disk.reading import inside
from newslint.model.errors import NewslintError
from newslint.model.named_tuple import NamedTuple
from newslint.rule import ORDINARY, Rule

T = TypeVar("T")


class RuleFile(NamedTuple):
    """A rule that is not loaded yet: a rule that nobody selects is never imported.

    ``opt_in``: it is off unless selected: it lies in a named pack (a folder within a family: style/ap/...), or it is
    wrong too often to be on by itself. ``needs_article``: a paragraph alone is too little for it to judge.
    ``issue``: what kind of fault it finds, a localization quality issue type of W3C's ITS 2.0 such as ``grammar``.
    """

    id: str
    path: str | None
    opt_in: bool
    load: Callable[[], Rule]
    needs_article: bool = False
    issue: str = ""
    of_pack: bool = False  # of a folder of the house's own rules


def rules_in(
    package: str,
    *,
    off: Container[str] = (),
    precedence: Mapping[str, int] = MappingProxyType({}),
    needs_article: Container[str] = (),
    issues: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[RuleFile]:
    """The rules of an importable package: every .py and .toml file below it, by path. ``off``: ids of opt-in rules.

    ``precedence``: of its rules, by a rule or the beginning of its id; the longest counts. A rule's own comes first.
    ``needs_article``: ids, and ``issues``, by the beginning of an id: see RuleFile.
    """
    root = Path(next(iter(import_module(package).__path__)))
    for path, parts in _rule_files(root):
        rule_id = id_of(parts)
        opt_in = len(parts) > 2 or rule_id in off
        weight = _said_of(rule_id, precedence, ORDINARY)
        if path.endswith(".toml"):
            load = partial(_from_toml, path, rule_id, weight)
        else:
            load = partial(_from_module, ".".join([package, *parts]), rule_id, weight)
        yield RuleFile(rule_id, path, opt_in, load, rule_id in needs_article, _said_of(rule_id, issues, ""))


def _said_of(rule_id: str, table: Mapping[str, T], otherwise: T) -> T:
    """What a table by a rule or the beginning of its id says of a rule: the longest counts."""
    while rule_id not in table:
        rule_id, within, _ = rule_id.rpartition("/")
        if not within:
            return otherwise
    return table[rule_id]


def rules_from(folder: Path) -> Iterator[RuleFile]:
    """The TOML rules of any folder. Python files in it are never run."""
    if not os.path.isdir(folder):
        raise NewslintError(str(folder), "no such folder of rules; mend `packs` in the config")
    for path, parts in _rule_files(folder, links=False):
        if path.endswith(".toml"):
            rule_id = id_of(parts)
            yield RuleFile(rule_id, path, False, partial(_from_toml, path, rule_id), of_pack=True)


def rule_file(path: Path) -> RuleFile:
    """The rule of a single TOML file, named by it and its folder."""
    rule_id = id_of((path.absolute().parent.name, path.stem))
    return RuleFile(rule_id, str(path), False, partial(_from_toml, str(path), rule_id), of_pack=True)


def id_of(parts: tuple[str, ...]) -> str:
    """``("names", "inconsistent_spelling")`` is ``names/inconsistent-spelling``."""
    return "/".join(parts).replace("_", "-")


def _rule_files(root: Path, *, links: bool = True) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(path, parts of its id) of every file that may be a rule, sorted; names that start with _ or . are no rules.

    Without ``links`` one to a folder, or out of the root, is an error: some go round in circles, some double what there
    is thirty times.
    """

    def walk(folder: str, parts: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for entry in _entries(folder):
            name = entry.name
            if name.startswith(("_", ".")):
                continue
            if not links and entry.is_symlink():
                if os.path.isdir(entry.path) or not inside(Path(entry.path), root):
                    raise NewslintError(entry.path, "is a link, to a folder or out of the pack; put the rules there")
                if not os.path.exists(entry.path):
                    raise NewslintError(entry.path, "is a link that leads nowhere; take it out")
            if entry.is_dir():
                yield from walk(entry.path, (*parts, name))
            elif name.endswith((".py", ".toml")):
                yield entry.path, (*parts, name.rpartition(".")[0])

    yield from walk(str(root), ())


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise NewslintError(folder, f"cannot be read: {error.strerror}") from None


def _from_module(module: str, rule_id: str, precedence: int) -> Rule:
    loaded = import_module(module)
    classes = [
        value
        for value in vars(loaded).values()
        if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module and value.examples
    ]
    if len(classes) != 1:
        raise NewslintError(module, f"a rule file holds one rule with examples, this one holds {len(classes)}")
    if "source" in vars(classes[0]):
        raise NewslintError(module, "`source` of a rule is called `reference` now; rename it")
    owner = next(base for base in classes[0].__mro__ if "precedence" in vars(base))
    if owner is not Rule:
        return classes[0](id=rule_id)
    return classes[0](id=rule_id, precedence=precedence)


def _from_toml(path: str, rule_id: str, precedence: int = ORDINARY) -> Rule:
    from newslint.kinds.loading import rule_from_toml

    return rule_from_toml(Path(path), rule_id, precedence)
