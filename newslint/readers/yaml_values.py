"""YAML of unknown hands: plain values only, and no text that grows when it is read."""

from __future__ import annotations

from typing import Any

import yaml

# Characters of YAML before an article, aliases in it, values that all of it comes to, how deep, characters of a number.
_LONGEST = 100_000
_ALIASES = 20
_VALUES = 20_000
_DEPTH = 50
_NUMBER = 100


class _Loader(yaml.SafeLoader):
    """Counts the aliases; numbers too long for a number stay text."""

    aliases = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            self.aliases += 1
            if self.aliases > _ALIASES:
                mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
                raise yaml.composer.ComposerError(None, None, f"it has more than {_ALIASES} aliases", mark)
        return super().compose_node(parent, index)

    def fetch_flow_collection_start(self, kind: Any) -> None:
        self.bound_depth(self.flow_level)
        super().fetch_flow_collection_start(kind)

    def add_indent(self, column: int) -> Any:
        self.bound_depth(len(self.indents))
        return super().add_indent(column)

    def bound_depth(self, depth: int) -> None:
        if depth > _DEPTH:
            raise RecursionError

    def number(self, node: Any) -> Any:
        if len(node.value) > _NUMBER:
            return node.value
        integer = node.tag.endswith(":int")
        return self.construct_yaml_int(node) if integer else self.construct_yaml_float(node)


_Loader.add_constructor("tag:yaml.org,2002:int", _Loader.number)
_Loader.add_constructor("tag:yaml.org,2002:float", _Loader.number)


def load_yaml(text: str) -> tuple[Any, Any]:
    """The value that a YAML text holds, and the node that it was made of, with its places.

    Raises what PyYAML raises, ValueError for what is too large or holds itself, RecursionError for what is nested too
    deeply.
    """
    if len(text) > _LONGEST:
        raise ValueError(f"it has more than {_LONGEST} characters")
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        value = None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()
    if _size(value, {}) > _VALUES:
        raise ValueError(f"it comes to more than {_VALUES} values")
    return value, node


def _size(value: object, known: dict[int, int]) -> int:
    """How many values a value comes to, each alias counted as often as it is met. Raises ValueError for a circle."""
    if not isinstance(value, (dict, list, set, tuple)):
        return 1
    if id(value) not in known:
        known[id(value)] = 0  # under way
        inside = (*value.keys(), *value.values()) if isinstance(value, dict) else tuple(value)
        known[id(value)] = 1 + sum(_size(item, known) for item in inside)
    if not known[id(value)]:
        raise ValueError("a value holds itself")
    return known[id(value)]
