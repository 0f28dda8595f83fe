"""Runs the installed command, as a user does."""

import json
import subprocess
import sys
from pathlib import Path


def newslint(*arguments, cwd=None, stdin=b"", env=None):
    """(exit code, standard output, standard error) of ``newslint ARGUMENTS``."""
    command = [sys.executable, "-m", "newslint", *map(str, arguments)]
    run = subprocess.run(command, cwd=cwd, input=stdin, capture_output=True, timeout=120, env=env, check=False)
    return run.returncode, run.stdout.decode(), run.stderr.decode()


def rows(*arguments, cwd):
    """The findings of ``newslint check --format jsonl ARGUMENTS``."""
    _, out, err = newslint("check", "--format", "jsonl", *arguments, cwd=cwd)
    assert "Traceback" not in err
    return [json.loads(line) for line in out.splitlines()]


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


TWICE = "The council met on Monday to to vote on the new bridge.\n\nIt will decide in the spring.\n"
QUIET = "The council met on Monday to vote on the new bridge.\n\nIt will decide in the spring.\n"
