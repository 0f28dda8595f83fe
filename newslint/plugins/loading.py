"""Plugins: found by entry point, loaded, and classified into plain values."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from newslint.model.errors import NewslintError
from newslint.model.named_tuple import NamedTuple
from newslint.plugins.marks import is_marked
from newslint.plugins.packs import RuleFile
from newslint.readers import Reader, standard_readers
from newslint.reporters import Reporter, standard_reporters
from newslint.rule import Rule

GROUP = "newslint"
_HOOKS = ("newslint_rules", "newslint_readers", "newslint_reporters")
_HAVE = "newslint has newslint_rules, newslint_readers, newslint_reporters"


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
    modules = _entry_points()
    plugins: dict[str, ModuleType] = {}
    for name, module in sorted(modules.items()):
        try:
            plugin = import_module(module)
        except Exception as error:
            raise NewslintError(
                f"plugin {name} ({module})", f"does not load: {type(error).__name__}: {error}; mend or uninstall it"
            ) from error
        if plugin not in plugins.values():
            plugins[name] = plugin
    # What no plugin has imported, none has marked a function with.
    given = _given_by_pluggy(plugins) if "pluggy" in sys.modules else _given(plugins)
    return Plugins(
        _rules(given["newslint_rules"]),
        # A plugin's reader comes first: it may take over a suffix.
        (*(reader for rows in given["newslint_readers"] for reader in rows), *standard_readers()),
        (*(reporter for rows in given["newslint_reporters"] for reporter in rows), *standard_reporters()),
        tuple(sorted(modules.values())),
    )


def _given(plugins: Mapping[str, ModuleType]) -> dict[str, list[Any]]:
    """Hook -> what each plugin that implements it gives, in the order of the plugins."""
    given: dict[str, list[Any]] = {hook: [] for hook in _HOOKS}
    for name, plugin in plugins.items():
        for hook, function in vars(plugin).items():
            if is_marked(function):
                if hook not in given:
                    raise NewslintError("plugin", f"unknown hook {hook!r} in plugin {name}; {_HAVE}")
                given[hook].append(function())
    return given


def _given_by_pluggy(plugins: Mapping[str, ModuleType]) -> dict[str, list[Any]]:
    """The same, by the manager that knows all that pluggy's marks can say. It takes longer to import than the rules."""
    import pluggy

    from newslint.plugins import hooks

    class Manager(pluggy.PluginManager):
        """Knows our own mark, too."""

        def parse_hookimpl_opts(self, plugin: object, name: str) -> pluggy.HookimplOpts | None:
            if is_marked(getattr(plugin, name, None)):
                return pluggy.HookimplOpts(
                    wrapper=False, hookwrapper=False, optionalhook=False, tryfirst=False, trylast=False, specname=None
                )
            return super().parse_hookimpl_opts(plugin, name)

    manager = Manager(GROUP)
    manager.add_hookspecs(hooks)
    for name, plugin in plugins.items():
        manager.register(plugin, name)
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise NewslintError("plugin", f"{error}; {_HAVE}") from None
    return {hook: getattr(manager.hook, hook)()[::-1] for hook in _HOOKS}


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


def _rules(rows: Iterable[Iterable[object]]) -> tuple[RuleFile, ...]:
    found: dict[str, RuleFile] = {}
    for given in rows:
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
