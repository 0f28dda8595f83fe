"""The verdicts on a rule's hits, kept in a file beside the rule: `_our_words.audit.toml` beside `our_words.toml`.

People write ``right`` or ``wrong`` after ``verdict``; what they have written is kept when the rule is tried again.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from newslint.disk.reading import read_text
from newslint.disk.writing import replace_file
from newslint.model.errors import NewslintError
from newslint.settings.edits import toml_text

_VERDICTS = ("", "right", "wrong")


class Context(NamedTuple):
    """A hit with the words beside it, the hit in double brackets. ``verdict``: right, wrong or nothing yet."""

    article: str
    line: int
    words: str
    message: str
    verdict: str = ""


class Verdicts:
    """What is known of a rule's hits. ``path``: where it is kept; None for nowhere."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._known: dict[tuple[str, str], str] = {}
        if path is not None and path.exists():
            self._known = dict(_read(path))

    def of(self, context: Context) -> str:
        return self._known.get((context.article, context.words), "")

    def save(self, found: Mapping[str, Any]) -> None:
        """Write what an audit found (``audit.as_data``). Raises NewslintError."""
        if self.path is None:
            return
        contexts = found["contexts"]
        lines = [
            "# Kept by `newslint audit`. Write right or wrong after verdict; twenty propose a severity.",
            "",
        ]
        lines += [f"{key} = {_value(value)}" for key, value in found.items() if not isinstance(value, dict | list)]
        for key, table in found.items():
            if isinstance(table, dict):
                lines += ["", f"[{key}]", *(f"{toml_text(name)} = {_value(value)}" for name, value in table.items())]
        for context in contexts:
            lines += ["", "[[contexts]]", *(f"{key} = {_value(value)}" for key, value in context.items())]
        replace_file(self.path, ("\n".join(lines) + "\n").encode())


def beside(rule_file: Path) -> Path:
    """The file of verdicts of a rule's file; packs take names that begin with _ for no rules."""
    return rule_file.with_name(f"_{rule_file.stem}.audit.toml")


def _read(path: Path) -> dict[tuple[str, str], str]:
    try:
        rows = tomllib.loads(read_text(path)).get("contexts", [])
        found = {(str(row["article"]), str(row["words"])): row.get("verdict", "") for row in rows}
    except (tomllib.TOMLDecodeError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise NewslintError(str(path), f"is no file of verdicts: {' '.join(str(error).split())[:200]}") from None
    for verdict in found.values():
        if verdict not in _VERDICTS:
            raise NewslintError(str(path), f"a verdict is right or wrong, not {verdict!r}")
    return {key: verdict for key, verdict in found.items() if verdict}


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml_text(str(key))} = {_value(said)}" for key, said in value.items()) + "}"
    return toml_text(value) if isinstance(value, str) else str(value)
