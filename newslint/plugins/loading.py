"""Plugins: found by entry point, loaded, and classified into plain values."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import NamedTuple

import pluggy

from newslint.model.errors import NewslintError
from newslint.plugins import hooks
from newslint.plugins.packs import RuleFile
from newslint.readers import Reader, standard_readers
from newslint.reporters import Reporter, standard_reporters
from newslint.rule import Rule

GROUP = "newslint"


class Plugins(NamedTuple):
    """All that plugins bring, in a stable order."""

    rules: tuple[RuleFile, ...]
    readers: tuple[Reader, ...]
    reporters: tuple[Reporter, ...]
    modules: tuple[str, ...] = ()  # their names; whatever lies beside them in their packages has a say too


@cache
def load_plugins() -> Plugins:
    """What every installed plugin gives.

    Raises NewslintError, naming the plugin, where one does not load: a rule that silently did not run is a missed
    correction.
    """
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hooks)
    modules = _entry_points()
    for name, module in sorted(modules.items()):
        try:
            plugin = import_module(module)
        except Exception as error:
            raise NewslintError(
                f"plugin {name} ({module})", f"does not load: {type(error).__name__}: {error}; mend or uninstall it"
            ) from error
        if manager.get_name(plugin) is None:
            manager.register(plugin, name)
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise NewslintError(
            "plugin", f"{error}; newslint has newslint_rules, newslint_readers, newslint_reporters"
        ) from None
    return Plugins(_rules(manager), _readers(manager), _reporters(manager), tuple(sorted(modules.values())))


def plugin_names() -> tuple[str, ...]:
    """The installed plugins by the names of their entry points, none of them loaded."""
    return tuple(sorted(_entry_points()))


def _entry_points() -> dict[str, str]:
    """Name -> module of the installed entry points of the group; of two with one name, the first on the path counts.

    Read from the folders of sys.path as importlib.metadata does, without it: importing it takes longer than all else
    that a plugin costs.
    """
    found: dict[str, str] = {}
    for folder in dict.fromkeys(sys.path):
        if not os.path.isabs(folder):  # the working folder, in which somebody else's files may lie
            continue
        try:
            names = [entry.name for entry in os.scandir(folder)]
        except OSError:
            continue
        for name in sorted(names):
            if name.endswith((".dist-info", ".egg-info")):
                for plugin, module in _declared(os.path.join(folder, name, "entry_points.txt")):
                    found.setdefault(plugin, module)
    return found


def _declared(path: str) -> Iterator[tuple[str, str]]:
    """(name, module) pairs of the group in an entry_points.txt, if there is one."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except OSError:
        return
    if f"[{GROUP}]" not in text:
        return
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line.strip("[]")
        elif section == GROUP and "=" in line:
            name, _, module = line.partition("=")
            yield name.strip(), module.strip()


def _rules(manager: pluggy.PluginManager) -> tuple[RuleFile, ...]:
    found: dict[str, RuleFile] = {}
    for given in reversed(manager.hook.newslint_rules()):
        for rule in given:
            file = rule if isinstance(rule, RuleFile) else _loaded(rule)
            if file.id in found:
                raise NewslintError(file.id, "two plugins bring a rule of this name; uninstall or rename one")
            found[file.id] = file
    return tuple(found[rule_id] for rule_id in sorted(found))


def _loaded(rule: object) -> RuleFile:
    if not isinstance(rule, Rule) or "/" not in rule.id:
        raise NewslintError(repr(rule), "newslint_rules gives Rules with an id such as names/my-rule")
    return RuleFile(rule.id, None, False, lambda: rule)


def _readers(manager: pluggy.PluginManager) -> tuple[Reader, ...]:
    # A plugin's reader comes first: it may take over a suffix.
    return (*(reader for given in reversed(manager.hook.newslint_readers()) for reader in given), *standard_readers())


def _reporters(manager: pluggy.PluginManager) -> tuple[Reporter, ...]:
    given = [reporter for rows in reversed(manager.hook.newslint_reporters()) for reporter in rows]
    return (*given, *standard_reporters())
