"""The command line: a thin shell over the engine. Exit 0 clean, 1 findings, 2 something is broken."""

from __future__ import annotations

import argparse
import atexit
import contextlib
import gc
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import NoReturn

from newslint.commands._complain import complain
from newslint.model.errors import NewslintError, nearest, unforeseen
from newslint.run import modules
from newslint.version import VERSION

# Each command is a module of newslint.commands with `add_arguments(parser)` and `run(arguments) -> exit code`;
# only the one that is asked for is imported.
COMMANDS = {
    "check": "report what a copy editor would mark (the default)",
    "cast": "who is in the story: every name, every quotation and its speaker",
    "show": "what newslint reads of a file: its articles, fields and blocks",
    "accept": "keep what a finding is about: write the suppression that suits the format",
    "baseline": "take down today's findings, so that only new ones are reported",
    "clean": "delete the cache",
    "lsp": "serve editors (needs newslint[lsp])",
    "serve": "serve a CMS, and a page to paste copy into (needs newslint[server])",
    "init": "write a newslint.toml for this desk",
    "stats": "sum up what editors made of findings, by rule",
    "rules": "list the rules",
    "config": "print the settings that hold here, and where each comes from",
    "schema": "print the JSON Schema of the config file, for editors",
    "explain": "say what a rule is about",
    "manual": "build the manual as a site, or print a man page",
    "test": "run the examples of the rules, or of a folder of TOML rules",
    "audit": "try a draft rule or a pack on published articles before it goes live",
    "packs": "bring packs of rules from a folder, a zip or a git repository, pinned by their hash",
    "learn": "learn the house's names, its lines around every story, and who said what",
    "archive": "keep and ask an archive of very many articles (needs newslint[archive])",
    "completion": "print the completion for bash, zsh or fish",
    "new": "write the first lines of a new rule",
}
BROKEN = 2
INTERRUPTED = 130


def console() -> int:
    """Run the command that the program was started with, and leave without taking Python apart.

    To free each of its objects takes Python longer than to read an article, and the system frees them anyway.
    """
    code = main()
    threads = sys.modules.get("threading")
    if _is_watched() or (threads and threads.active_count() > 1):
        return code
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


def _is_watched() -> bool:
    """Whether a debugger, a profiler or a prompt waits for the end."""
    monitoring = getattr(sys, "monitoring", None)  # from Python 3.12 on
    tools = monitoring is not None and any(map(monitoring.get_tool, range(6)))
    return bool(sys.flags.inspect or sys.gettrace() or sys.getprofile() or tools)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    # An article leaves few cycles; looking for them every 700 objects costs a tenth of a short run, and numpy and the
    # tables of words alone are 50,000.
    gc.set_threshold(200_000)
    # At exit Python would look for cycles among all that is left, which takes longer than reading an article.
    atexit.register(gc.freeze)
    _leave_out_this_folder()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115  (as long as we live)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        if sys.stdout is None:
            raise NewslintError("standard output", "is closed; send it to a file, or to /dev/null")
        code = _dispatch(arguments)
        if not sys.stdout.closed:  # the language server closes it
            sys.stdout.flush()
    except NewslintError as error:
        complain(error)
        return BROKEN
    except BrokenPipeError:  # the reader of our output has gone: `newslint ... | head`
        _forget_output()
        return BROKEN
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # nobody foresaw it
        if os.environ.get("NEWSLINT_DEBUG"):
            raise
        complain(_at_the_door(error))
        _forget_output()
        return BROKEN
    return code


def _at_the_door(error: Exception) -> str:
    """What to say of an error that nobody foresaw."""
    try:
        os.getcwd()
    except OSError:
        return "the working folder is gone; go to another one and run newslint again"
    return unforeseen(error)


def _forget_output() -> None:
    """Keep Python from complaining at exit of what could not be written."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        handle = os.open(os.devnull, os.O_WRONLY)
        os.dup2(handle, sys.stdout.fileno())
        os.close(handle)


def _leave_out_this_folder() -> None:
    """Import nothing from the folder that newslint runs in: what lies there came with the copy.

    Python looks there first when started with ``-m``, or when PYTHONPATH has an empty entry.
    """
    given = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    started_by_module = getattr(sys.modules["__main__"], "__spec__", None) is not None and not sys.flags.safe_path
    if not started_by_module and given.count("") < (1 if len(given) > 1 else 2):
        return
    try:
        here = os.getcwd()
    except OSError:
        here = ""
    ours = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    sys.path[:] = [folder for folder in sys.path if folder and (folder != here or folder == ours)]


def _dispatch(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help"):
        print(_overview(), end="")
        return 0 if arguments else BROKEN
    if arguments[0] in ("-V", "--version"):
        print(_version())
        return 0
    command = _command(arguments)
    modules.bring()
    module = import_module(f"newslint.commands.{command}")
    vars(argparse)["_"] = str  # else it looks in six folders for translations, which Python does not bring
    helps = "-h" in arguments or "--help" in arguments
    parser = _Parser(
        prog=f"newslint {command}",
        description=module.__doc__,
        allow_abbrev=False,
        # To learn how wide the terminal is, argparse imports shutil and all its packers.
        formatter_class=argparse.HelpFormatter if helps else partial(argparse.HelpFormatter, width=80),
    )
    module.add_arguments(parser)
    run: Callable[[argparse.Namespace], int] = module.run
    return run(parser.parse_args(arguments))


def _version() -> str:
    """newslint's version, Python's, and the plugins that are installed."""
    from newslint.plugins.loading import plugin_names

    python = ".".join(map(str, sys.version_info[:3]))
    rows = [f"newslint {VERSION} (Python {python})", *(f"plugin {name}" for name in plugin_names())]
    return "\n".join(rows)


def _command(arguments: list[str]) -> str:
    """The command that the first argument names, taken from the list; else ``check``, and the argument is a path."""
    word = arguments[0]
    if word in COMMANDS:
        return arguments.pop(0)
    if word.isalpha() and not os.path.exists(word) and (near := nearest(word, list(COMMANDS))):
        raise NewslintError(word, f"neither a command nor a file{near}")
    return "check"


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, with the nearest option for one that it does not know."""

    def error(self, message: str) -> NoReturn:
        unknown = message.partition("unrecognized arguments: ")[2].split()
        if unknown and unknown[0].startswith("-"):
            known = [option[2:] for action in self._actions for option in action.option_strings if option[:2] == "--"]
            near = nearest(unknown[0].partition("=")[0].lstrip("-"), known)
            near = near.replace('"', '"--', 1)
            message = f"no such option: {unknown[0]}{near}"
        self.exit(BROKEN, f"{self.prog}: {message}; see {self.prog} --help\n")


def _overview() -> str:
    rows = "".join(f"  {name:<12}{summary}\n" for name, summary in COMMANDS.items())
    return (
        "usage: newslint [COMMAND] [PATH ...]\n\n"
        "The copy desk's linter: reads news copy as a copy editor does.\n\n"
        f"commands (each has --help):\n{rows}\n"
        "`newslint PATH` is `newslint check PATH`. Exit: 0 clean, 1 findings, 2 broken.\n"
    )


if __name__ == "__main__":
    sys.exit(main())
