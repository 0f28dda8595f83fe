"""The man page, in the macros that every man understands."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.version import VERSION


def man_page(helps: Mapping[str, str]) -> str:
    """newslint(1). ``helps``: what --help prints, by command."""
    from newslint.commands.cli import COMMANDS

    lines = [
        f'.TH NEWSLINT 1 "" "newslint {VERSION}" "User Commands"',
        ".SH NAME",
        "newslint \\- the copy desk's linter",
        ".SH SYNOPSIS",
        ".B newslint\n[COMMAND] [PATH ...]",
        ".SH DESCRIPTION",
        "Reads English news copy as a copy editor does and reports what would embarrass the paper.",
        ".B newslint PATH\nis\n.B newslint check PATH.",
        ".SH COMMANDS",
    ]
    for name, about in COMMANDS.items():
        lines += [".TP", f".B {name}", _escaped(about)]
    for name, words in helps.items():
        lines += [f'.SH "NEWSLINT {name.upper()}"', ".nf", *map(_escaped, words.rstrip().splitlines()), ".fi"]
    lines += [
        ".SH EXIT STATUS",
        "0: nothing found. 1: findings. 2: something is broken, or could not be read.",
        ".SH ENVIRONMENT",
        "NO_COLOR, FORCE_COLOR: no colours, or colours in pipes too. NEWSLINT_DEBUG: tracebacks.",
        ".SH FILES",
        "newslint.toml, or [tool.newslint] in pyproject.toml: settings. .newslint_cache: what has not changed.",
    ]
    return "\n".join(lines) + "\n"


def _escaped(line: str) -> str:
    line = line.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line.startswith((".", "'")) else line
