"""The options of a rule: its annotated fields, read from its class and set by the config."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from typing import Any

from newslint.model.errors import NewslintError, nearest
from newslint.rule import Rule


def options_of(rule: Rule) -> dict[str, tuple[Any, Any]]:
    """A rule's options: name -> (type, default or current value), names as in the config, with hyphens."""
    from newslint.kinds.phrases import TomlRule

    if isinstance(rule, TomlRule):
        return {}
    hints = typing.get_type_hints(type(rule))
    return {
        name.replace("_", "-"): (hints[name], value)
        for name, value in rule.values().items()
        if name not in ("id", "precedence")
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
    return rule.having(**changes)


def _typed(where: str, value: Any, wanted: Any, origin: str) -> Any:
    base = typing.get_origin(wanted) or wanted
    if base is tuple and float in typing.get_args(wanted):
        return _numbers(where, value, len(typing.get_args(wanted)), origin)
    if base in (frozenset, tuple):
        return base(texts(where, value, origin))
    if base is typing.Literal:
        choices = typing.get_args(wanted)
        if value not in choices:
            shown = ", ".join(f'"{choice}"' for choice in choices)
            raise NewslintError(origin, f"`{where}` is one of {shown}, not {value!r}{nearest(str(value), choices)}")
        return value
    if base is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, base) or (isinstance(value, bool) and base is not bool):
        raise NewslintError(origin, f"`{where}` must be {_plain(base)}, not {value!r}")
    return value


def _numbers(where: str, value: object, size: int, origin: str) -> tuple[float, ...]:
    """A list of so many numbers."""
    if isinstance(value, list) and len(value) == size:
        if all(isinstance(item, int | float) and not isinstance(item, bool) for item in value):
            return tuple(map(float, value))
    raise NewslintError(origin, f"`{where}` is a list of {size} numbers, not {value!r}")


def _plain(base: type) -> str:
    return {bool: "true or false", int: "a whole number", float: "a number", str: "a text", dict: "a table"}.get(
        base, base.__name__
    )


def texts(key: str, value: object, origin: str) -> tuple[str, ...]:
    """A list of texts of the config, checked."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise NewslintError(origin, f"`{key}` is a list of texts, not {value!r}")
    return tuple(value)
