"""Regular expressions that cost nothing until they are used."""

from __future__ import annotations

import re
from typing import cast


class _Later:
    """Stands in for a pattern; what is asked of it first has it compiled, and is then at hand as with the pattern."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(*self._given)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "split", "sub"):
            vars(self)[method] = getattr(compiled, method)
        return getattr(compiled, name)


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression, compiled when it is first used.

    A hundred expressions compiled on import take longer than reading an article, which needs a few of them.
    """
    return cast("re.Pattern[str]", _Later(pattern, flags))
