"""Changes to the text of a config file: one entry more, every other byte as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping


def toml_text(value: str) -> str:
    """A text as TOML writes it: JSON's escapes are among TOML's."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def with_name(old: str, name: str) -> str:
    """The config with one more name of the house."""
    return with_text(old, "names", name)


def with_text(old: str, key: str, value: str) -> str:
    """The config with one more text in a list of its top level, which is begun where there is none."""
    begin, end = _top_level(old)
    match = re.compile(rf"^{re.escape(key)}\s*=\s*\[", re.MULTILINE).search(old, begin, end)
    if match:
        rest = old[match.end() :]
        return f"{old[: match.end()]}{toml_text(value)}{'' if rest.lstrip().startswith(']') else ', '}{rest}"
    return with_line(old, f"{key} = [{toml_text(value)}]")


def with_line(old: str, line: str) -> str:
    """The config with one more line at the head of its top level."""
    head = "[tool.newslint]\n"
    if head in old:
        return old.replace(head, f"{head}{line}\n", 1)
    return f"{line}\n{old}"


def with_suppression(old: str, entry: Mapping[str, str], *, project: bool = False) -> str:
    """The config with one more ``[[suppress]]`` entry at its end; ``project``: it is a pyproject.toml."""
    table = "tool.newslint.suppress" if project else "suppress"
    rows = "".join(f"{key} = {toml_text(value)}\n" for key, value in entry.items())
    gap = "" if not old or old.endswith("\n\n") else "\n" if old.endswith("\n") else "\n\n"
    return f"{old}{gap}[[{table}]]\n{rows}"


def _top_level(old: str) -> tuple[int, int]:
    """Where the config's own keys stand: up to its first table; in pyproject.toml, from [tool.newslint] on."""
    begin = old.find("[tool.newslint]")
    begin = 0 if begin < 0 else begin + len("[tool.newslint]")
    table = re.compile(r"^\s*\[", re.MULTILINE).search(old, begin)
    return begin, table.start() if table else len(old)
