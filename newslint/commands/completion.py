"""Print the completion of the newslint command for a shell: ``eval "$(newslint completion bash)"``."""

from __future__ import annotations

import argparse
from importlib import import_module

from newslint.model.named_tuple import NamedTuple

_BASH = """\
_newslint() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" command=check words
    case "${{COMP_WORDS[1]}}" in {names}) command="${{COMP_WORDS[1]}}" ;; esac
    case "$command" in
{cases}
    esac
    if [ "$COMP_CWORD" -eq 1 ]; then words="{spaced} $words"; fi
    COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word"))
}}
complete -o filenames -F _newslint newslint
"""
_ZSH = """\
#compdef newslint
_newslint() {{
    local command=check
    local -a commands
    commands=(
{commands}
    )
    case "${{words[2]}}" in {names}) command="${{words[2]}}" ;; esac
    (( CURRENT == 2 )) && _describe command commands
    case "$command" in
{cases}
    esac
    _files
}}
compdef _newslint newslint
"""


class Flag(NamedTuple):
    """An option as a shell offers it: ``--fix``, what it is about, the words that may follow it."""

    name: str
    about: str
    choices: tuple[str, ...] = ()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=["bash", "zsh", "fish"])


def run(arguments: argparse.Namespace) -> int:
    from newslint.commands.cli import COMMANDS

    flags = {command: flags_of(command) for command in COMMANDS}
    print({"bash": _bash, "zsh": _zsh, "fish": _fish}[arguments.shell](COMMANDS, flags), end="")
    return 0


def flags_of(command: str) -> list[Flag]:
    """The long options of a command, from its own parser."""
    parser = argparse.ArgumentParser(add_help=False)
    import_module(f"newslint.commands.{command}").add_arguments(parser)
    return [
        Flag(option, (action.help or "").replace("%%", "%"), tuple(map(str, action.choices or ())))
        for action in parser._actions
        for option in action.option_strings
        if option.startswith("--")
    ]


def _bash(commands: dict[str, str], flags: dict[str, list[Flag]]) -> str:
    rows = [f'    {name}) words="{" ".join(flag.name for flag in flags[name])}" ;;' for name in commands]
    return _BASH.format(names="|".join(commands), spaced=" ".join(commands), cases="\n".join(rows))


def _zsh(commands: dict[str, str], flags: dict[str, list[Flag]]) -> str:
    about = [f"        {_single(f'{name}:{summary}')}" for name, summary in commands.items()]
    rows = [f"    {name}) compadd -- {' '.join(flag.name for flag in flags[name])} ;;" for name in commands]
    return _ZSH.format(commands="\n".join(about), names="|".join(commands), cases="\n".join(rows))


def _fish(commands: dict[str, str], flags: dict[str, list[Flag]]) -> str:
    lines = [
        f"complete -c newslint -n __fish_use_subcommand -a {name} -d {_single(summary)}"
        for name, summary in commands.items()
    ]
    for name in commands:
        for flag in flags[name]:
            choices = f" -x -a {_single(' '.join(flag.choices))}" if flag.choices else ""
            when = f"'__fish_seen_subcommand_from {name}'"
            lines.append(f"complete -c newslint -n {when} -l {flag.name[2:]} -d {_single(flag.about)}{choices}")
    return "\n".join(lines) + "\n"


def _single(text: str) -> str:
    """A text between single quotes, which all three shells read alike as long as it holds none."""
    return "'" + text.replace("'", "’").replace("\\", "/") + "'"
