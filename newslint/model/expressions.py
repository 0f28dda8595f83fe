"""Regular expressions that cost nothing until they are used, and little if an earlier run has compiled them."""

from __future__ import annotations

import marshal
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

# The sets of words that an expression needs, see ``needs.needs_of``.
Needs = tuple[tuple[str, ...], ...]
# What ``re`` makes of an expression: flags, code, number of groups, group -> number, groups in order; and its needs.
# Where only these were asked for, there is no code; where nobody has asked for them, they are None.
Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], Needs | None]

_PARTS = 6
_NOTHING: Compiled = (0, b"", 0, {}, (), None)


class Store:
    """Expressions that were compiled before, by pattern and flags. ``run/prepared.py`` brings and keeps them.

    They are handed to the engine as ``re`` itself does; the engine looks at code before it takes it, and what it does
    not take is compiled anew. ``brought`` are places in ``codes``: of what a long archive has had compiled an article
    needs little.
    """

    def __init__(self) -> None:
        self.known: dict[tuple[str, int], Compiled] = {}
        self.brought: Mapping[tuple[str, int], tuple[int, int]] = {}
        self.codes = memoryview(b"")
        self.is_kept = False  # whether anybody will ask for what is compiled
        self.has_grown = False

    def pattern(self, pattern: str, flags: int) -> re.Pattern[str]:
        """The compiled expression. Raises re.error."""
        if not self.is_kept:
            return re.compile(pattern, flags)
        flags = int(flags)
        known = self._known(pattern, flags)
        if known is not None and known[1]:
            try:
                return _handed_over(pattern, known)
            except (ValueError, TypeError, RuntimeError, OverflowError):
                pass
        return _handed_over(pattern, self._made(pattern, flags))

    def needs(self, pattern: str, flags: int) -> tuple[frozenset[str], ...]:
        """The sets of words of which a match has one each, see ``needs.needs_of``; for that nothing is compiled.

        Raises re.error.
        """
        if sys.implementation.name != "cpython":
            return ()
        flags = int(flags)
        known = self._known(pattern, flags) or _NOTHING
        needs = known[-1]
        if needs is None:
            needs = _needs(_parsed(pattern, flags))
            self._keep(pattern, flags, (*known[:-1], needs))
        return tuple(map(frozenset, needs))

    def knows(self, pattern: str, flags: int) -> bool:
        """Whether ``needs`` need not even parse the expression."""
        return (pattern, int(flags)) in self.brought or (pattern, int(flags)) in self.known

    def _known(self, pattern: str, flags: int) -> Compiled | None:
        known = self.known.get((pattern, flags))
        if known is None and (place := self.brought.get((pattern, flags))):
            with suppress(ValueError, TypeError, EOFError):
                found = marshal.loads(self.codes[slice(*place)])
                if type(found) is tuple and len(found) == _PARTS:
                    known = self.known[pattern, flags] = found
        return known

    def _made(self, pattern: str, flags: int) -> Compiled:
        known = self._known(pattern, flags) or _NOTHING
        made = (*_compiled(pattern, flags), known[-1])
        self._keep(pattern, flags, made)
        return made

    def _keep(self, pattern: str, flags: int, made: Compiled) -> None:
        self.known[pattern, flags] = made
        self.has_grown = self.is_kept


store = Store()


def _parsed(pattern: str, flags: int) -> Any:
    return import_module("re._parser").parse(pattern, flags)


def _needs(tree: Any) -> Needs:
    needs: Needs = import_module("newslint.model.needs").needs_of(tree)  # where it is kept, nobody needs the module
    return needs


def _compiled(pattern: str, flags: int) -> tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]:
    tree = _parsed(pattern, flags)
    code = b"".join([word.to_bytes(4, "little") for word in import_module("re._compiler")._code(tree, flags)])
    groups: dict[str, int] = dict(tree.state.groupdict)
    names: list[str | None] = [None] * tree.state.groups
    for name, number in groups.items():
        names[number] = name
    return int(flags | tree.state.flags), code, tree.state.groups - 1, groups, tuple(names)


def _handed_over(pattern: str, known: Compiled) -> re.Pattern[str]:
    flags, code, count, groups, names, _ = known
    words = memoryview(code).cast("I").tolist()
    engine: Any = import_module("_sre")
    return cast("re.Pattern[str]", engine.compile(pattern, flags, words, count, groups, names))


class _Later:
    """Stands in for a pattern; what is asked of it first has it compiled, and is then at hand as with the pattern."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, int(flags))

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = store.pattern(*self._given)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
            vars(self)[method] = getattr(compiled, method)
        return getattr(compiled, name)


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression, compiled when it is first used.

    A hundred expressions compiled on import take longer than reading an article, which needs a few of them.
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))


def one_of(words: Iterable[str]) -> str:
    """An expression for any of many plain words, the longest that stands there.

    They are parted by their first letter: the engine tries all alternatives one by one, and where case is ignored that
    takes six times as long.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(sorted(words), key=len, reverse=True):
        by_letter.setdefault(word[:1], []).append(word[1:])
    return "(?:" + "|".join([f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()]) + ")"


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same, compiled at once and kept: for an expression that stands where it is used, one of a fixed few."""
    return store.pattern(pattern, flags)
