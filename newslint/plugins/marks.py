"""A mark for the functions of a plugin that costs no import: what pluggy's own does, for plugins that need no more."""

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])
_MARK = "newslint_hook"


def hook(function: F) -> F:
    """Mark a function that implements the hook of its name. Plugins may use ``pluggy.HookimplMarker`` as well."""
    setattr(function, _MARK, True)
    return function


def is_marked(function: object) -> bool:
    return getattr(function, _MARK, False) is True
