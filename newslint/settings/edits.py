"""Changes to the text of a config file: one entry more, every other byte as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from newslint.model.errors import NewslintError


def toml_text(value: str) -> str:
    """A text as TOML writes it: JSON's escapes are among TOML's."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def with_name(old: str, name: str) -> str:
    """The config with one more name of the house. Raises NewslintError where a program cannot add it."""
    return with_text(old, "names", name)


def with_text(old: str, key: str, value: str) -> str:
    """The config with one more text in a list of its top level. Raises NewslintError where a program cannot add it."""
    begin, end = _top_level(old)
    match = re.compile(rf"^{re.escape(key)}\s*=\s*\[", re.MULTILINE).search(old, begin, end)
    if match:
        rest = old[match.end() :]
        new = f"{old[: match.end()]}{toml_text(value)}{'' if rest.lstrip().startswith(']') else ', '}{rest}"
    else:
        new = _with_line(old, f"{key} = [{toml_text(value)}]\n")
    return _sure(old, new, key, value)


def with_baseline(old: str, name: str) -> str:
    """The config, which names no baseline, with this one. Raises NewslintError where a program cannot add it."""
    import tomllib

    new = _with_line(old, f"baseline = {toml_text(name)}\n")
    try:
        before, after = tomllib.loads(old), tomllib.loads(new)
        had, has = (_own(config, _is_project(before)) for config in (before, after))
        if has.pop("baseline", None) == name and had == has and before == after:
            return new
    except (tomllib.TOMLDecodeError, RecursionError):
        pass
    raise NewslintError("baseline", f"a program cannot add it to the config as it is written; add by hand: {name}")


def _with_line(old: str, line: str) -> str:
    head = "[tool.newslint]\n"
    return old.replace(head, head + line, 1) if head in old else line + old


def with_suppression(old: str, entry: Mapping[str, str], *, project: bool = False) -> str:
    """The config with one more ``[[suppress]]`` entry at its end; ``project``: it is a pyproject.toml.

    Raises NewslintError where a program cannot add it.
    """
    table = "tool.newslint.suppress" if project else "suppress"
    rows = "".join(f"{key} = {toml_text(value)}\n" for key, value in entry.items())
    gap = "" if not old or old.endswith("\n\n") else "\n" if old.endswith("\n") else "\n\n"
    return _sure(old, f"{old}{gap}[[{table}]]\n{rows}", "suppress", dict(entry), project=project)


def _sure(old: str, new: str, key: str, added: object, *, project: bool = False) -> str:
    """The new config, if it says what the old one did and this in a list more; TOML can be written in many ways."""
    import tomllib

    said = toml_text(added) if isinstance(added, str) else json.dumps(added, ensure_ascii=False)
    wrong = NewslintError(key, f"a program cannot add to it as it is written; add by hand: {said}")
    try:
        before, after = tomllib.loads(old), tomllib.loads(new)
    except (tomllib.TOMLDecodeError, RecursionError):
        raise wrong from None
    had, has = (_own(config, project or _is_project(before)) for config in (before, after))
    items, more = had.pop(key, []), has.pop(key, None)
    if not isinstance(items, list) or more not in ([*items, added], [added, *items]) or before != after:
        raise wrong
    return new


def _own(config: dict[str, Any], project: bool) -> dict[str, Any]:
    """The part of a config file that is newslint's."""
    if not project:
        return config
    tool = config.get("tool")
    own = tool.get("newslint") if isinstance(tool, dict) else None
    return own if isinstance(own, dict) else {}


def _is_project(config: dict[str, Any]) -> bool:
    tool = config.get("tool")
    return isinstance(tool, dict) and isinstance(tool.get("newslint"), dict)


def _top_level(old: str) -> tuple[int, int]:
    """Where the config's own keys stand: up to its first table; in pyproject.toml, from [tool.newslint] on."""
    begin = old.find("[tool.newslint]")
    begin = 0 if begin < 0 else begin + len("[tool.newslint]")
    table = re.compile(r"^\s*\[", re.MULTILINE).search(old, begin)
    return begin, table.start() if table else len(old)
