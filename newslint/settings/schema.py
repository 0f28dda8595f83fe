"""The JSON Schema of the config file, made from the code: its keys, the rules there are, and their options."""

from __future__ import annotations

import typing
from collections.abc import Iterable
from typing import Any

from newslint.model.finding import Severity
from newslint.plugins.packs import RuleFile
from newslint.rule import Rule
from newslint.settings.config import KEYS
from newslint.settings.options import options_of
from newslint.settings.selection import known_prefixes

_TEXTS: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
_FORMAT: dict[str, Any] = {
    "type": "object",
    "properties": {"reader": {"type": "string"}, "text": _TEXTS, "id": {"type": "string"}, "skip": _TEXTS},
    "additionalProperties": False,
}
_SEVERITY: dict[str, Any] = {"enum": [severity.value for severity in Severity]}


def config_schema(files: Iterable[RuleFile]) -> dict[str, Any]:
    """The schema of ``newslint.toml`` for these rules.

    Names of rules are offered, not demanded, since another config may load other packs.
    """
    files = tuple(files)
    rule = {"anyOf": [{"enum": sorted(known_prefixes(files))}, {"type": "string", "pattern": "^[a-z0-9/-]+$"}]}
    rules = {"type": "array", "items": rule, "uniqueItems": True}
    shapes: dict[str, dict[str, Any]] = {
        "select": rules,
        "extend-select": rules,
        "ignore": rules,
        "severity": {"type": "object", "additionalProperties": _SEVERITY, "properties": _severities(files)},
        "fail-on": {**_SEVERITY, "default": "warning"},
        "rules": {
            "type": "object",
            "additionalProperties": {"type": "object"},
            "properties": {file.id: _options(file.load()) for file in files},
        },
        "per-file-ignores": {"type": "object", "additionalProperties": rules},
        "formats": {"type": "object", "additionalProperties": {"anyOf": [{"type": "string"}, _FORMAT]}},
        "suppress": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"file": {"type": "string"}, "rule": rule, "words": {"type": "string"}},
                "required": ["file", "rule", "words"],
                "additionalProperties": False,
            },
        },
    }
    plain = {"text": {"type": "string"}, "texts": _TEXTS, "flag": {"type": "boolean"}}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "newslint.toml",
        "description": "Settings of newslint, the copy desk's linter.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            name: {"description": key.about, **(shapes.get(name) or plain[key.kind])} for name, key in KEYS.items()
        },
    }


def _severities(files: tuple[RuleFile, ...]) -> dict[str, Any]:
    return dict.fromkeys(sorted(known_prefixes(files)), _SEVERITY)


def _options(rule: Rule) -> dict[str, Any]:
    properties = {name: {**_type(kind), "default": _plain(value)} for name, (kind, value) in options_of(rule).items()}
    return {
        "type": "object",
        "description": rule.summary,
        "properties": properties,
        "additionalProperties": False,
    }


def _type(kind: Any) -> dict[str, Any]:
    base = typing.get_origin(kind) or kind
    if base is tuple and float in typing.get_args(kind):
        size = len(typing.get_args(kind))
        return {"type": "array", "items": {"type": "number"}, "minItems": size, "maxItems": size}
    if base in (frozenset, tuple):
        return _TEXTS
    if base is typing.Literal:
        return {"enum": list(typing.get_args(kind))}
    names = {bool: "boolean", int: "integer", float: "number", str: "string", dict: "object"}
    return {"type": names[base]} if base in names else {}


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else list(value) if isinstance(value, tuple) else value
